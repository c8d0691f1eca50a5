"""A small warehouse: two tables, three views, one check."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from schemas.table import Column, Table
from warehouse.catalog import SqlFolders
from warehouse.paths import Warehouse
from warehouse.release import Published, Unchanged, publish

FACTS = {
    "mentions": Table(
        "mentions",
        "One row a mention.",
        ("mention_id",),
        (
            Column("mention_id", "text", "Identifies the mention."),
            Column("report_id", "text", "The report."),
            Column("span_start", "int32", "Where it begins."),
            Column("quote", "text", "The words."),
        ),
    ),
    "report_texts": Table(
        "report_texts",
        "One row a report.",
        ("report_id",),
        (Column("report_id", "text", "The report."), Column("text", "text", "Its text.")),
    ),
}

TEXT = "Hai bên nhất trí sớm triển khai dự án."

VIEWS = {
    "how_many": """\
-- question: How many mentions has each report?
-- grain: One row a report.
-- needs: told
-- columns:
--   report_id: The report.
--   n: How many.
SELECT report_id, count(*) AS n FROM told GROUP BY ALL""",
    "told": """\
-- question: What's told?
-- grain: One row a mention.
-- columns:
--   report_id: The report.
--   quote: The words.
SELECT report_id, quote FROM mentions;""",
    "told_in": """\
-- question: What is told in report r?
-- grain: One row a mention.
-- macro: told_in(r)
-- columns:
--   quote: The words.
SELECT quote FROM told WHERE report_id = r""",
}

CHECKS = {
    "quote_is_span": """\
-- wrong: The quote is not in the text at its span.
SELECT mention_id, quote FROM mentions JOIN report_texts USING (report_id)
WHERE substring(text, span_start + 1, length(quote)) <> quote""",
}

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def day(number: float) -> datetime:
    return NOON + timedelta(days=number)


@dataclass
class Small:
    """A warehouse in a folder of the test, and what is published in it."""

    warehouse: Warehouse
    sql: SqlFolders
    facts: dict[str, Table] = field(default_factory=lambda: FACTS)

    @staticmethod
    def tables(n: int, quote: str = "nhất trí", texts: int = 3) -> dict[str, pl.DataFrame]:
        """`n` mentions, spread over `texts` reports."""
        ids = [f"r{i}" for i in range(texts)]
        return {
            "mentions": pl.DataFrame(
                {
                    "mention_id": [f"m{i:03}" for i in range(n)],
                    "report_id": [ids[i % texts] for i in range(n)],
                    "span_start": pl.Series([TEXT.index(quote) if quote in TEXT else 0] * n, dtype=pl.Int32),
                    "quote": [quote] * n,
                },
                schema_overrides={"mention_id": pl.String, "report_id": pl.String, "quote": pl.String},
            ),
            "report_texts": pl.DataFrame({"report_id": ids, "text": [TEXT] * texts}),
        }

    def publish(self, n: int, **options: Any) -> Published | Unchanged:
        """Publish `n` mentions; `options` go to `publish`, or say which `tables`."""
        given = {"rules_version": "1", "schema_version": "1.0", "now": NOON} | options
        tables = given.pop("tables", None) or self.tables(n)
        return publish(self.warehouse, tables, facts=self.facts, sql=self.sql, **given)

    def files(self) -> dict[str, bytes]:
        """The bytes of all Parquet files and manifests of the releases and of the stable paths."""
        root = self.warehouse.root
        paths = [*self.warehouse.releases.rglob("*.*"), *self.warehouse.parquet.glob("*")]
        return {str(path.relative_to(root)): path.read_bytes() for path in paths if path.is_file()}


@pytest.fixture
def sql(tmp_path: Path) -> SqlFolders:
    folders = SqlFolders(tmp_path / "sql" / "views", tmp_path / "sql" / "checks")
    for folder, files in ((folders.views, VIEWS), (folders.checks, CHECKS)):
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / f"{name}.sql").write_text(text, encoding="utf-8")
    return folders


@pytest.fixture
def make_small(tmp_path: Path, sql: SqlFolders) -> Callable[[str], Small]:
    return lambda name: Small(Warehouse(tmp_path / name), sql)


@pytest.fixture
def small(make_small: Callable[[str], Small]) -> Small:
    return make_small("camket-data")
