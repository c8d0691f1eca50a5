"""The extracted tables: what extraction found in a chunk of reports, as polars frames of fixed schemas.

The columns of a table of mentions are the fields of its record in `flows.extract.records`, with
`report_id` put first and the span written out as `span_start`, `span_end` and `quote`.  Nothing in these
tables depends on another report, nor on where a report was read: paths are in `arrivals_of` alone.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import polars as pl

from flows.extract.hash_sentences import sentence_hashes
from flows.extract.records import (
    AgreementMention,
    CandidateMention,
    CommitmentMention,
    Extraction,
    InstitutionMention,
    MeetingMention,
    OfficialMention,
    TargetMention,
)
from flows.read.report import Report
from flows.span import Span

Row = tuple[Any, ...]
Schema = Mapping[str, pl.DataType]

_OF_TYPE: Final[dict[Any, pl.DataType]] = {
    str: pl.String(),
    bool: pl.Boolean(),
    int: pl.Int32(),
    float: pl.Float64(),
    tuple: pl.List(pl.String()),
}

_RECORDS: Final[dict[str, tuple[type, Callable[[Extraction], Sequence[Any]]]]] = {
    "commitment_mentions": (CommitmentMention, lambda found: found.commitments),
    "agreement_mentions": (AgreementMention, lambda found: found.agreements),
    "target_mentions": (TargetMention, lambda found: found.targets),
    "meeting_mentions": (MeetingMention, lambda found: found.meetings),
    "official_mentions": (OfficialMention, lambda found: found.officials),
    "institution_mentions": (InstitutionMention, lambda found: found.institutions),
    "candidate_mentions": (CandidateMention, lambda found: found.candidates),
}

_OF_REPORTS: Final[dict[str, Schema]] = {
    "reports": {
        "report_id": pl.String(),
        "text_sha256": pl.String(),
        "url": pl.String(),
        "outlet": pl.String(),
        "agency": pl.String(),
        "author": pl.String(),
        "language": pl.String(),
        "title": pl.String(),
        "n_chars": pl.Int32(),
        "published_when": pl.String(),
        "published_basis": pl.String(),
        "published_evidence": pl.String(),
    },
    "report_texts": {"report_id": pl.String(), "text": pl.String()},
    "report_lines": {
        "report_id": pl.String(),
        "line": pl.Int32(),
        "kind": pl.String(),
        "span_start": pl.Int32(),
        "span_end": pl.Int32(),
    },
    "report_sentences": {"report_id": pl.String(), "sentence_hash": pl.Int64()},
}


def _column_type(hint: Any) -> pl.DataType:
    """Return the polars type of a field: `str | None` and a Literal are text, a tuple is a list of text."""
    if get_origin(hint) in (UnionType, Union):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is Literal:
        hint = str
    return _OF_TYPE[get_origin(hint) or hint]


def _schema_of(record: type) -> Schema:
    hints = get_type_hints(record)
    schema: dict[str, pl.DataType] = {"report_id": pl.String()}
    for field in fields(record):
        if hints[field.name] is Span:
            schema |= {"span_start": pl.Int32(), "span_end": pl.Int32(), "quote": pl.String()}
        else:
            schema[field.name] = _column_type(hints[field.name])
    return schema


EXTRACTED: Final[Mapping[str, Schema]] = _OF_REPORTS | {
    table: _schema_of(record) for table, (record, _) in _RECORDS.items()
}
"""The columns of every extracted table, in their order."""

ARRIVALS: Final[Schema] = {
    "source_path": pl.String(),
    "source_item": pl.Int32(),
    "raw_sha256": pl.String(),
    "report_id": pl.String(),
    "first_seen_at": pl.Datetime("us", "UTC"),
}


def extraction_frames(extractions: Iterable[Extraction]) -> dict[str, pl.DataFrame]:
    """Write out extractions as the extracted tables, one frame a table, every table always there.

    A report that comes twice (read at two paths) is written once.  Rows keep the order of `extractions`.
    """
    rows: dict[str, list[Row]] = {table: [] for table in EXTRACTED}
    seen: set[str] = set()
    for extraction in extractions:
        report = extraction.report
        if report.report_id in seen:
            continue
        seen.add(report.report_id)
        _add_report(rows, report)
        for table, (_, records_of) in _RECORDS.items():
            rows[table].extend(_row(report, record) for record in records_of(extraction))
    return {
        table: pl.DataFrame(rows[table], schema=dict(schema), orient="row")
        for table, schema in EXTRACTED.items()
    }


def arrivals_of(reports: Iterable[Report], seen_at: dt.datetime) -> pl.DataFrame:
    """Return where reports were read: one row a path, item and content, all seen at `seen_at` (aware)."""
    rows = sorted({(r.source.path, r.source.item, r.source.raw_sha256, r.report_id) for r in reports})
    return pl.DataFrame([(*row, seen_at) for row in rows], schema=dict(ARRIVALS), orient="row")


def _add_report(rows: Mapping[str, list[Row]], report: Report) -> None:
    published = report.published
    rows["reports"].append(
        (
            report.report_id,
            report.text_sha256,
            report.url,
            report.outlet,
            report.agency,
            report.author,
            report.language,
            report.title,
            len(report.text),
            None if published.when is None else str(published.when),
            published.basis,
            published.evidence,
        )
    )
    rows["report_texts"].append((report.report_id, report.text))
    rows["report_lines"].extend(
        (report.report_id, line.number, line.kind, line.span.start, line.span.end) for line in report.lines
    )
    rows["report_sentences"].extend((report.report_id, number) for number in sentence_hashes(report))


def _row(report: Report, record: Any) -> Row:
    values: list[Any] = [report.report_id]
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Span):
            values += (value.start, value.end, value.of(report.text))
        else:
            values.append(value)
    return tuple(values)
