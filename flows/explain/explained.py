"""Explained reports: a file read as a run reads it, each report with its marks."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.build_in_memory import Build, build_in_memory
from flows.explain.find_marks import find_marks
from flows.explain.mark import Kind, Mark
from flows.read.limits import Limits
from flows.read.refusal import Refusal
from flows.read.report import Report
from flows.terminal import as_precise


@dataclass(frozen=True, slots=True)
class Explained:
    """A report with its marks in text order, when it was published and how that is known.

    `name` is its path, with its place in a file that holds several. `rejects` are sentences on rows that
    validation set aside, so that no table would hold them.
    """

    name: str
    report: Report
    marks: tuple[Mark, ...]
    published: str
    rejects: tuple[str, ...]


def explain_file(
    file: Path, limits: Limits, kinds: Collection[Kind]
) -> tuple[tuple[Explained, ...], tuple[Refusal, ...]]:
    """Read a file, and explain its reports with the marks of `kinds`; return them, and what was refused.

    Raises:
        SeedError: where the seeds cannot be used.
        TableFault: where a table as a whole is wrong.
    """
    build = build_in_memory([file], limits)
    marks = find_marks(build.tables)
    published = {row["report_id"]: row for row in build.tables["reports"].iter_rows(named=True)}
    explained = tuple(
        Explained(
            _name(report, len(build.reports) + len(build.refusals)),
            report,
            tuple(mark for mark in marks.get(report.report_id, ()) if mark.kind in kinds),
            _published(published.get(report.report_id)),
            _rejects(build, report.source.item),
        )
        for report in build.reports
    )
    return explained, build.refusals


def _name(report: Report, n_items: int) -> str:
    source = report.source
    return f"{source.path}, item {source.item}" if n_items > 1 else source.path


def _published(row: Mapping[str, Any] | None) -> str:
    on: dt.date | None = row["published_on"] if row else None
    if row is None or on is None:
        return "date unknown"
    told = f"published {as_precise(on, row['published_precision'])}, {row['published_basis']}"
    return f"{told}: {row['published_evidence']}" if row["published_evidence"] else told


def _rejects(build: Build, item: int) -> tuple[str, ...]:
    rows = build.rejects.filter(build.rejects["source_item"] == item)
    return tuple(f"{row['table_name']}: {row['detail']}" for row in rows.iter_rows(named=True))
