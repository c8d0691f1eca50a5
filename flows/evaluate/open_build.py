"""Where the tables to be evaluated come from: a warehouse's DuckDB file, or report files read now."""

import logging
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import duckdb
import polars as pl

from flows.build_in_memory import build_in_memory
from flows.evaluate.collect_found import COLUMNS
from flows.read.discover import discover
from flows.read.limits import Limits

log = logging.getLogger(__name__)


def tables_of_warehouse(duckdb_file: Path) -> dict[str, pl.DataFrame]:
    """Read the tables that an evaluation needs from a warehouse's DuckDB file.

    Raises:
        duckdb.Error: where the file cannot be opened or lacks a table or a column.
    """
    with duckdb.connect(str(duckdb_file), read_only=True) as connection:
        return {table: connection.table(table).select(*columns).pl() for table, columns in COLUMNS.items()}


def tables_of_reports(paths: Sequence[Path], names: Collection[str]) -> Mapping[str, pl.DataFrame]:
    """Read, extract and link report files, without a warehouse; return their public tables and `arrivals`.

    Args:
        paths: files, and folders to look through.
        names: the base names of the files to read; others are passed over.

    Raises:
        flows.read.discover.MissingPathsError: where one of `paths` does not exist.
    """
    limits = Limits()
    build = build_in_memory([f for f in discover(paths, limits).files if f.name in names], limits)
    for refusal in build.refusals:
        log.warning("not read: %s", refusal.detail)
    return build.tables
