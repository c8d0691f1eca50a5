"""Read from the published views what people ask first: where each commitment stands, what led there."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.catalog import connect
from warehouse.errors import WarehouseError
from warehouse.paths import Warehouse

_STATUS = """
SELECT commitment_id, name_vi, name_en, current_stage, stage_basis, pending, since_on, n_reports,
    last_reported_on, report_id, quote
FROM commitment_status
ORDER BY commitment_id
"""


_TIMELINE = """
SELECT happened_on, stage, side, speaker, is_background, quote, told_on, outlet, title
FROM commitment_timeline
WHERE commitment_id = ?
ORDER BY happened_on DESC NULLS LAST, told_on DESC NULLS LAST, mention_id
"""


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
    n_reports: int
    last_reported_on: dt.date | None
    report_id: str | None
    quote: str | None


def read_status(warehouse: Warehouse) -> list[Status]:
    """Return the status of every commitment that a report mentions, by id.

    Raises:
        WarehouseError: where nothing was published yet.
    """
    with _opened(warehouse) as connection:
        return [Status(*row) for row in connection.execute(_STATUS).fetchall()]


Rows = tuple[list[str], list[tuple[Any, ...]]]


def read_timeline(warehouse: Warehouse, commitment_id: str) -> Rows:
    """Return all that was told of one commitment, newest first: column names and rows.

    Raises:
        WarehouseError: where nothing was published yet.
    """
    with _opened(warehouse) as connection:
        return _fetched(connection.execute(_TIMELINE, [commitment_id]))


def run_query(warehouse: Warehouse, query: str) -> Rows:
    """Answer one query, the warehouse opened for reading only: column names and rows.

    Raises:
        WarehouseError: where nothing was published yet, or DuckDB refuses the query.
    """
    with _opened(warehouse) as connection:
        try:
            return _fetched(connection.execute(query))
        except duckdb.Error as error:
            raise WarehouseError(f"the query was refused: {error}") from error


def _opened(warehouse: Warehouse) -> duckdb.DuckDBPyConnection:
    if not warehouse.duckdb_file.exists():
        raise WarehouseError(f"{warehouse.root} holds no release yet: run `camket run PATHS` first")
    return connect(warehouse.duckdb_file)


def _fetched(cursor: duckdb.DuckDBPyConnection) -> Rows:
    return [column[0] for column in cursor.description or ()], cursor.fetchall()
