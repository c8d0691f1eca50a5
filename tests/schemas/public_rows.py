"""Small good tables of a release, for tests that then break one thing."""

import datetime as dt
from typing import Any

import polars as pl

from schemas.frame import polars_schema
from schemas.tables import RELEASE_TABLES, TABLES

TEXT = "Hai bên nhất trí sớm triển khai giai đoạn 2 của VKIST."
QUOTE = "nhất trí sớm triển khai giai đoạn 2 của VKIST"
EVIDENCE = {"span_start": 8, "span_end": 8 + len(QUOTE), "quote": QUOTE, "rule": "commitments.governing_verb"}
AUGUST = {"held_on": dt.date(2025, 8, 1), "held_precision": "month"}

Rows = dict[str, list[dict[str, Any]]]


def good_rows() -> Rows:
    """One report with one record of most kinds; its only child of `meetings` has one participant."""
    rows: Rows = {table.name: [] for table in RELEASE_TABLES}
    rows |= {
        "reports": [
            {
                "report_id": "r1",
                "document_id": "d1",
                "language": "vi",
                "published_on": dt.date(2025, 8, 11),
                "published_precision": "day",
                "published_basis": "stated",
                "text_sha256": "0",
                "n_chars": len(TEXT),
                "cluster_id": "c1",
                "is_original": True,
            }
        ],
        "report_texts": [{"report_id": "r1", "text": TEXT}],
        "report_lines": [
            {"report_id": "r1", "line": 0, "kind": "body", "span_start": 0, "span_end": len(TEXT)}
        ],
        "commitments": [
            {
                "commitment_id": "vkist_phase_2",
                "name_vi": "VKIST giai đoạn 2",
                "name_en": "VKIST phase 2",
                "kind": "project",
                "sector": "science",
                "due_on": dt.date(2028, 1, 1),
                "due_precision": "year",
                "parent_id": "vkist",
                "renewable": False,
            },
            {
                "commitment_id": "vkist",
                "name_vi": "VKIST",
                "name_en": "VKIST",
                "kind": "project",
                "sector": "science",
                "renewable": False,
            },
        ],
        "commitment_mentions": [
            {
                "mention_id": "m1",
                "report_id": "r1",
                "commitment_id": "vkist_phase_2",
                "stage": "agreed",
                "side": "both",
                "speaker_id": "o1",
                "is_background": False,
                "n_occurrences": 1,
                **EVIDENCE,
            }
        ],
        "officials": [{"official_id": "o1", "name": "Tô Lâm", "country": "VN"}],
        "meetings": [{"meeting_id": "t1", "kind": "talks", "n_reports": 1, **AUGUST}],
        "meeting_mentions": [
            {
                "meeting_mention_id": "tm1",
                "report_id": "r1",
                "meeting_id": "t1",
                "kind": "talks",
                **AUGUST,
                **EVIDENCE,
            }
        ],
        "meeting_participants": [{"meeting_mention_id": "tm1", "official_id": "o1", "name": "Tô Lâm"}],
        "targets": [{"target_id": "g1", "metric": "bilateral_trade", "value": 150e9, "due_year": 2030}],
        "target_mentions": [
            {
                "target_mention_id": "gm1",
                "report_id": "r1",
                "target_id": "g1",
                "metric": "bilateral_trade",
                "value": 150e9,
                **EVIDENCE,
            }
        ],
    }
    return rows


def frames(rows: Rows) -> dict[str, pl.DataFrame]:
    """The rows as frames; a column that a row does not give is null."""
    return {name: pl.DataFrame(found, schema=polars_schema(TABLES[name])) for name, found in rows.items()}
