"""Storylines: a few reports of one sentence each, as the public tables hold them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import duckdb
import polars as pl

from schemas.frame import polars_schema
from schemas.tables import RELEASE_TABLES, TABLES

LENGTHS = {4: "year", 7: "month", 10: "day"}


def day_and_precision(written: str | None) -> tuple[dt.date | None, str | None]:
    """'2025-08' is the first of August 2025, by month."""
    if written is None:
        return None, None
    return dt.date.fromisoformat(f"{written}-01-01"[:10]), LENGTHS[len(written)]


def filled(
    catalog: duckdb.DuckDBPyConnection, tables: Mapping[str, pl.DataFrame]
) -> duckdb.DuckDBPyConnection:
    """Fill the catalog with the tables of a release, and nothing else."""
    for name, frame in tables.items():
        catalog.execute(f"DELETE FROM {name}")  # noqa: S608
        if not frame.is_empty():
            catalog.register("new_rows", frame.to_arrow())
            catalog.execute(f"INSERT INTO {name} FROM new_rows")
            catalog.unregister("new_rows")
    return catalog


def changes(db: duckdb.DuckDBPyConnection, of: str) -> list[tuple[str, str, int, str]]:
    """Each change of stage: the day (cut to its precision), the stage since, the cycle and the report."""
    rows = db.execute(
        "SELECT changed_on, changed_precision, stage, cycle, report_id FROM stage_changes "
        "WHERE commitment_id = ? ORDER BY position",
        [of],
    ).fetchall()
    cut = {"day": 10, "month": 7, "year": 4}
    return [(str(on)[: cut[precision]], stage, cycle, report) for on, precision, stage, cycle, report in rows]


def status(db: duckdb.DuckDBPyConnection, of: str, day: str | None = None) -> dict[str, Any]:
    """Where a commitment stands, by all reports or as of a day."""
    (row,) = rows_of(db.execute("SELECT * FROM as_of(?::DATE) WHERE commitment_id = ?", [day, of]))
    return row


def rows_of(cursor: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


class Story:
    """Rows of the public tables; every method adds some."""

    def __init__(self, catalog: duckdb.DuckDBPyConnection) -> None:
        self.catalog = catalog
        self.rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in RELEASE_TABLES}

    def commitment(
        self, commitment_id: str, *, renewable: bool = False, due: str | None = None, **more: Any
    ) -> None:
        due_on, due_precision = day_and_precision(due)
        row = dict.fromkeys(polars_schema_of("commitments")) | {
            "commitment_id": commitment_id,
            "name_vi": f"Cam kết {commitment_id}",
            "name_en": f"Commitment {commitment_id}",
            "kind": "memorandum" if renewable else "project",
            "sector": "science",
            "due_on": due_on,
            "due_precision": due_precision,
            "renewable": renewable,
        }
        self.rows["commitments"].append(row | more)

    def report(self, published: str | None, sentence: str, **more: Any) -> str:
        """Add a report whose whole text is `sentence`; return its id (r01, r02, …)."""
        report_id = f"r{len(self.rows['reports']) + 1:02}"
        published_on, precision = day_and_precision(published)
        row = dict.fromkeys(polars_schema_of("reports")) | {
            "report_id": report_id,
            "document_id": report_id,
            "language": "vi",
            "published_on": published_on,
            "published_precision": precision,
            "published_basis": "stated" if published else None,
            "text_sha256": report_id,
            "n_chars": len(sentence),
            "cluster_id": report_id,
            "is_original": True,
        }
        self.rows["reports"].append(row | more)
        self.rows["report_texts"].append({"report_id": report_id, "text": sentence})
        self.rows["report_lines"].append(
            {"report_id": report_id, "line": 0, "kind": "body", "span_start": 0, "span_end": len(sentence)}
        )
        return report_id

    def tell(
        self,
        published: str | None,
        sentence: str,
        stage: str,
        of: str,
        *,
        acted: str | None = None,
        side: str | None = "both",
        background: bool = False,
        speaker: str | None = None,
        cluster: str | None = None,
        copy: bool = False,
        superseded_by: str | None = None,
    ) -> str:
        """Add a report that tells one act about the commitment `of`; return the id of the report."""
        report_id = self.report(
            published,
            sentence,
            is_original=not copy,
            superseded_by=superseded_by,
            **({"cluster_id": cluster} if cluster else {}),
        )
        self.mention(report_id, stage, of, acted=acted, side=side, background=background, speaker=speaker)
        return report_id

    def mention(
        self,
        report_id: str,
        stage: str,
        of: str,
        *,
        acted: str | None = None,
        side: str | None = "both",
        background: bool = False,
        speaker: str | None = None,
    ) -> None:
        acted_on, precision = day_and_precision(acted)
        self.rows["commitment_mentions"].append(
            {
                "mention_id": f"{report_id}-{of}-{stage}-{side}-{acted}",
                "commitment_id": of,
                "stage": stage,
                "side": side,
                "speaker_id": speaker,
                "acted_on": acted_on,
                "acted_precision": precision,
                "is_background": background,
                "n_occurrences": 1,
                **self.evidence(report_id),
            }
        )

    def evidence(self, report_id: str) -> dict[str, Any]:
        """The whole text of a report, as the columns that every record has."""
        text = next(row["text"] for row in self.rows["report_texts"] if row["report_id"] == report_id)
        return {
            "report_id": report_id,
            "span_start": 0,
            "span_end": len(text),
            "quote": text,
            "rule": "test.rule",
        }

    def add(self, table: str, **values: Any) -> None:
        """Add a row to any table; columns not given are null."""
        self.rows[table].append(dict.fromkeys(polars_schema_of(table)) | values)

    def tables(self) -> dict[str, pl.DataFrame]:
        return {
            table.name: pl.DataFrame(self.rows[table.name], schema=polars_schema(table))
            for table in RELEASE_TABLES
        }

    def warehouse(self) -> duckdb.DuckDBPyConnection:
        """Fill the catalog with the rows so far, and nothing else."""
        return filled(self.catalog, self.tables())


def polars_schema_of(table: str) -> dict[str, Any]:
    return polars_schema(TABLES[table])
