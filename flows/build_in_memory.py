"""Build in memory: read files, extract, link and validate them with one another, and publish nothing."""

import datetime as dt
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import polars as pl

from flows.extract.extract_report import Extractor
from flows.extract.frames import arrivals_of, extraction_frames
from flows.extract.records import Extraction
from flows.link.link import link
from flows.read.limits import Limits
from flows.read.read_report import read_file
from flows.read.refusal import Refusal
from flows.read.report import Report
from flows.reference.load import load_reference
from schemas.validate import validate

log = logging.getLogger(__name__)

# All files arrive at once, at a moment that no clock gives.
_ARRIVED: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Build:
    """What a release of some files alone would hold.

    `reports` are those read, in the order of the files; `refusals` what could not be read or extracted;
    `tables` the public tables and `arrivals`; `rejects` the rows that validation set aside.
    """

    reports: tuple[Report, ...]
    refusals: tuple[Refusal, ...]
    tables: Mapping[str, pl.DataFrame]
    rejects: pl.DataFrame


def build_in_memory(files: Sequence[Path], limits: Limits) -> Build:
    """Read, extract, link and validate files as a run does, but with no other report beside them.

    Raises:
        SeedError: where the seeds cannot be used.
        TableFault: where a table as a whole is wrong.
    """
    reference, extract = load_reference(), extractor()
    reports: list[Report] = []
    refusals: list[Refusal] = []
    extractions: list[Extraction] = []
    for number, file in enumerate(files, start=1):
        log.info("reading %d of %d: %s", number, len(files), file.name)
        for item in read_file(file, reference.outlets, limits):
            done = item if isinstance(item, Refusal) else _extracted(extract, item)
            if isinstance(done, Refusal):
                refusals.append(done)
            else:
                reports.append(done.report)
                extractions.append(done)
    log.info("linking %d reports", len(reports))
    arrivals = arrivals_of(reports, _ARRIVED)
    validated = validate(link(extraction_frames(extractions), arrivals, reference), arrivals)
    tables = {**validated.tables, "arrivals": arrivals}
    return Build(tuple(reports), tuple(refusals), tables, validated.rejects)


@cache
def extractor() -> Extractor:
    """Return the extractor, built once a process: that takes a second."""
    return Extractor(load_reference())


def _extracted(extract: Extractor, report: Report) -> Extraction | Refusal:
    try:
        return extract(report)
    except Exception as error:  # one text that a rule fails on must not hide what is found in the others
        log.exception("extraction failed on %s", report.source.path)
        detail = f"{report.source.path}: extraction failed on its text ({error!r}): please report this file"
        return Refusal(report.source.path, report.source.item, "extraction_failed", detail)
