"""Collect what a build found, report by report, from its public tables."""

import logging
from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Final

import polars as pl

from flows.evaluate.alike import partial_date
from flows.evaluate.found import (
    Evidence,
    FoundAgreement,
    FoundCommitment,
    FoundMeeting,
    FoundOfficial,
    FoundReport,
    FoundTarget,
)

log = logging.getLogger(__name__)

SPAN: Final = ("span_start", "span_end", "quote", "rule")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "arrivals": ("source_path", "source_item", "report_id"),
    "reports": (
        "report_id", "language", "published_on", "published_precision", "published_basis", "superseded_by",
    ),
    "report_texts": ("report_id", "text"),
    "commitment_mentions": ("report_id", "commitment_id", "stage", "side", *SPAN),
    "agreement_mentions": (
        "report_id", "kind", "title", "party_vn", "party_kr", "signed_on", "signed_precision", *SPAN,
    ),
    "target_mentions": ("report_id", "metric", "value", "currency", "due_year", *SPAN),
    "meeting_mentions": (
        "report_id", "meeting_mention_id", "kind", "held_on", "held_precision", "place", *SPAN,
    ),
    "meeting_participants": ("meeting_mention_id", "name"),
    "official_mentions": ("report_id", "name", "role", "country", *SPAN),
}  # fmt: skip
"""The public tables that an evaluation reads, and the columns it needs of each."""

Row = Mapping[str, Any]


def found_reports(tables: Mapping[str, pl.DataFrame]) -> dict[tuple[str, int], FoundReport]:
    """Return the current reports by base name and item; of two of one name the first by path counts.

    Args:
        tables: the public tables and columns listed in `COLUMNS`.
    """
    rows = {table: tables[table].select(columns) for table, columns in COLUMNS.items()}
    current = (
        rows["arrivals"]
        .unique()
        .join(rows["reports"].filter(pl.col("superseded_by").is_null()), on="report_id")
        .join(rows["report_texts"], on="report_id", how="left")
        .sort("source_path", "source_item", "report_id")
    )
    named: dict[tuple[str, int], Row] = {}
    for row in current.iter_rows(named=True):
        key = PurePosixPath(row["source_path"]).name, int(row["source_item"] or 0)
        if named.setdefault(key, row)["report_id"] != row["report_id"]:
            log.warning("two current reports are named %s#%d: rename one; the first is scored", *key)
    of_report = {
        table: _by(frame, "report_id") for table, frame in rows.items() if table.endswith("_mentions")
    }
    participants = _by(rows["meeting_participants"], "meeting_mention_id")
    return {
        key: _report(row, {table: by[row["report_id"]] for table, by in of_report.items()}, participants)
        for key, row in named.items()
    }


def _by(frame: pl.DataFrame, column: str) -> Mapping[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in frame.iter_rows(named=True):
        rows[row[column]].append(row)
    return rows


def _report(
    row: Row, mentions: Mapping[str, list[Row]], participants: Mapping[str, list[Row]]
) -> FoundReport:
    return FoundReport(
        text=row["text"] or "",
        language=row["language"],
        published_on=partial_date(row["published_on"], row["published_precision"]),
        published_basis=row["published_basis"],
        commitments=tuple(
            FoundCommitment(m["commitment_id"], m["stage"], m["side"], _evidence(m))
            for m in mentions["commitment_mentions"]
        ),
        agreements=tuple(
            FoundAgreement(
                m["kind"],
                m["title"],
                m["party_vn"],
                m["party_kr"],
                partial_date(m["signed_on"], m["signed_precision"]),
                _evidence(m),
            )
            for m in mentions["agreement_mentions"]
        ),
        targets=tuple(
            FoundTarget(m["metric"], m["value"], m["currency"], m["due_year"], _evidence(m))
            for m in mentions["target_mentions"]
        ),
        meetings=tuple(
            FoundMeeting(
                m["kind"],
                partial_date(m["held_on"], m["held_precision"]),
                m["place"],
                tuple(p["name"] for p in participants[m["meeting_mention_id"]]),
                _evidence(m),
            )
            for m in mentions["meeting_mentions"]
        ),
        officials=tuple(
            FoundOfficial(m["name"], m["role"], m["country"], _evidence(m))
            for m in mentions["official_mentions"]
        ),
    )


def _evidence(row: Row) -> Evidence:
    return Evidence(row["span_start"], row["span_end"], row["quote"], row["rule"])
