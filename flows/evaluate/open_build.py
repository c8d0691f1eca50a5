"""Where the tables to be evaluated come from: a warehouse's DuckDB file, or report files read now."""

import datetime as dt
import logging
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from flows.evaluate.collect_found import COLUMNS
from flows.extract.frames import arrivals_of, extraction_frames
from flows.extract.records import Extraction
from flows.link.link import link
from flows.read.discover import discover
from flows.read.limits import Limits
from flows.read.read_report import read_file
from flows.read.refusal import Refusal
from flows.read.report import Report
from flows.reference.model import Reference

log = logging.getLogger(__name__)

# All files arrive at once, at a moment that no clock gives.
_ARRIVED: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def tables_of_warehouse(duckdb_file: Path) -> dict[str, pl.DataFrame]:
    """Read the tables that an evaluation needs from a warehouse's DuckDB file.

    Raises:
        duckdb.Error: where the file cannot be opened or lacks a table or a column.
    """
    with duckdb.connect(str(duckdb_file), read_only=True) as connection:
        return {table: connection.table(table).select(*columns).pl() for table, columns in COLUMNS.items()}


def tables_of_reports(
    paths: Sequence[Path],
    names: Collection[str],
    extract: Callable[[Report], Extraction],
    reference: Reference,
) -> dict[str, pl.DataFrame]:
    """Read, extract and link report files, without a warehouse; return their public tables and `arrivals`.

    Args:
        paths: files, and folders to look through.
        names: the base names of the files to read; others are passed over.
        extract: the extractor, built from `reference`.
        reference: the seeds.

    Raises:
        flows.read.discover.MissingPathsError: where one of `paths` does not exist.
    """
    limits = Limits()
    files = [path for path in discover(paths, limits).files if path.name in names]
    reports: list[Report] = []
    for path in files:
        for read in read_file(path, reference.outlets, limits):
            if isinstance(read, Refusal):
                log.warning("not read: %s", read.detail)
            else:
                reports.append(read)
    arrivals = arrivals_of(reports, _ARRIVED)
    tables = link(extraction_frames(map(extract, reports)), arrivals, reference)
    return {**tables, "arrivals": arrivals}
