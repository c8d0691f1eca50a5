"""Read from the published views what people ask first: where each commitment stands, what led there."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import duckdb

from warehouse.catalog import connect
from warehouse.errors import DamagedError, WarehouseError
from warehouse.paths import Warehouse

_STATUS = """
SELECT commitment_id, name_vi, name_en, current_stage, stage_basis, pending, since_on, since_precision,
    n_reports, last_reported_on, report_id, quote
FROM commitment_status
ORDER BY commitment_id
"""

_TIMELINE = """
SELECT happened_on, happened_precision, stage, side, speaker, is_background, quote, told_on, outlet, title
FROM commitment_timeline
WHERE commitment_id = ?
ORDER BY happened_on DESC NULLS LAST, told_on DESC NULLS LAST, mention_id
"""

_KNOWN = "SELECT commitment_id FROM commitments ORDER BY commitment_id"

# Kinds of statement that only read; a COPY or ATTACH writes files though the warehouse is read only.
_QUERIES = frozenset({"SELECT", "EXPLAIN", "PRAGMA", "MULTI"})  # MULTI: PIVOT


@dataclass(frozen=True, slots=True)
class Status:
    """Where one commitment stands, and the words that say so."""

    commitment_id: str
    name_vi: str
    name_en: str
    current_stage: str | None
    stage_basis: str | None
    pending: bool | None
    since_on: dt.date | None
    since_precision: str | None
    n_reports: int
    last_reported_on: dt.date | None
    report_id: str | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of a commitment."""

    happened_on: dt.date | None
    happened_precision: str | None
    stage: str
    side: str | None
    speaker: str | None
    is_background: bool
    quote: str
    told_on: dt.date | None
    outlet: str | None
    title: str | None


Rows = tuple[list[str], list[tuple[Any, ...]]]


def read_status(warehouse: Warehouse) -> list[Status]:
    """Return the status of every commitment that a report mentions, by id.

    Raises:
        WarehouseError: where nothing was published yet, or a file is missing.
    """
    with _opened(warehouse) as connection:
        return [Status(*row) for row in connection.execute(_STATUS).fetchall()]


def read_timeline(warehouse: Warehouse, commitment_id: str) -> list[Telling]:
    """Return all that was told of one commitment, newest first.

    Raises:
        WarehouseError: where nothing was published yet, a file is missing, or no such commitment is tracked.
    """
    with _opened(warehouse) as connection:
        tellings = [Telling(*row) for row in connection.execute(_TIMELINE, [commitment_id]).fetchall()]
        known = [row[0] for row in connection.execute(_KNOWN).fetchall()]
    if commitment_id not in known:
        near = get_close_matches(commitment_id, known, n=3, cutoff=0.4) or known[:3]
        raise WarehouseError(
            f"no commitment is named {commitment_id!r}; {len(known)} are tracked, such as {', '.join(near)}; "
            "`camket sql 'FROM commitments'` lists them"
        )
    return tellings


def run_query(warehouse: Warehouse, query: str) -> Rows:
    """Answer one query, the warehouse opened for reading only: column names and rows.

    Raises:
        WarehouseError: where nothing was published yet, DuckDB refuses the query, or it is not one query.
    """
    with _opened(warehouse) as connection:
        try:
            statements = connection.extract_statements(query)
            kinds = [statement.type.name for statement in statements]
            if len(kinds) != 1 or kinds[0] not in _QUERIES:
                found = ", ".join(kinds) or "nothing"
                raise WarehouseError(f"one query is answered, which only reads; this is {found}")
            cursor = connection.execute(query)
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
        except duckdb.Error as error:
            raise WarehouseError(f"the query was refused: {error}") from error


@contextmanager
def _opened(warehouse: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
    if not warehouse.duckdb_file.exists():
        raise WarehouseError(f"{warehouse.root} holds no release yet: run `camket run PATHS` first")
    with connect(warehouse.duckdb_file) as connection:
        try:
            yield connection
        except (duckdb.IOException, duckdb.CatalogException) as error:
            raise DamagedError(
                f"{warehouse.root} is damaged or was moved: run `camket check --repair` ({error})"
            ) from error
