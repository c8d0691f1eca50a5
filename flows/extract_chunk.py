"""Read and extract one chunk of inputs: a pure function from inputs to Parquet files."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from flows.extract.extract_report import Extractor
from flows.extract.frames import extraction_frames
from flows.extract.records import Extraction
from flows.read.limits import Limits
from flows.read.read_report import read_bytes, read_file
from flows.read.refusal import Refusal
from flows.read.report import Report
from flows.reference.load import load_reference
from flows.take_stock import Input
from warehouse.paths import Warehouse
from warehouse.store import INPUTS_SCHEMA, write_part

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ChunkDone:
    """What came of a chunk: how many inputs and reports it held, and what was refused."""

    n_inputs: int
    n_reports: int
    refused: tuple[tuple[Input, Refusal], ...]


def get_ready() -> None:
    """Load the reference data and build the finders, which takes a second; else the first chunk does it."""
    _extractor()


def extract_chunk(warehouse: Warehouse, inputs: Sequence[Input], limits: Limits) -> ChunkDone:
    """Read inputs, extract their records and store them as one part of the warehouse.

    An input that cannot be read, or whose content makes the extraction fail, is refused; the others go on.

    Raises:
        WarehouseError: the part cannot be written.
    """
    reference = load_reference()
    extract = _extractor()
    taken: list[tuple[str, str | None]] = []
    extractions: dict[str, Extraction] = {}
    refused: list[tuple[Input, Refusal]] = []
    for source in inputs:
        for item in _read(source, limits):
            outcome = item if isinstance(item, Refusal) else _extracted(extract, item, extractions)
            if isinstance(outcome, Refusal):
                refused.append((source, outcome))
            taken.append((_raw_sha256(source, item), None if isinstance(outcome, Refusal) else outcome))
    frame = pl.DataFrame(taken, schema=INPUTS_SCHEMA, orient="row")
    write_part(warehouse, reference.rules_version, frame, extraction_frames(extractions.values()))
    return ChunkDone(len(inputs), len(extractions), tuple(refused))


def _read(source: Input, limits: Limits) -> Iterator[Report | Refusal]:
    outlets = load_reference().outlets
    if source.text is None:
        return read_file(Path(source.path), outlets, limits)
    return read_bytes(source.text.encode(), source.path, outlets, limits)


def _raw_sha256(source: Input, item: Report | Refusal) -> str:
    """Return the hash of what was read: a file may have changed since it was listed."""
    if source.text is None and isinstance(item, Report):
        return item.source.raw_sha256
    return source.raw_sha256


def _extracted(extract: Extractor, report: Report, extractions: dict[str, Extraction]) -> str | Refusal:
    """Extract a report unless its like was; return its id."""
    if report.report_id not in extractions:
        try:
            extractions[report.report_id] = extract(report)
        except Exception as error:  # a fault of one rule on one text must not hold up all the others
            log.exception("extraction failed on %s", report.source.path)
            detail = (
                f"{report.source.path}: extraction failed on its text ({error!r}): please report this file"
            )
            return Refusal(report.source.path, report.source.item, "extraction_failed", detail)
    return report.report_id


@cache
def _extractor() -> Extractor:
    return Extractor(load_reference())
