"""The append-only log: what runs were made, which files were seen, what was refused.

Each call writes one small Parquet file, `log/<table>/<run_id>.parquet`, whole or not at all, and no file is
ever changed. The first, without rows, is there from the start, so that a view over the folder always reads.
"""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import polars as pl

from schemas.frame import empty_frame, polars_schema
from schemas.table import Column, Table
from schemas.tables import LOG_TABLES
from schemas.tables.arrivals import ARRIVALS
from schemas.tables.rejects import REJECTS
from schemas.tables.runs import RUNS
from warehouse.durable import move_over
from warehouse.errors import DamagedError, WarehouseError
from warehouse.paths import TEMPORARY, Warehouse
from warehouse.table_file import write_table

# What tells a file that is refused again from one that was refused before.
_REFUSED_UNDER = (
    Column("raw_sha256", "text", "SHA-256 of the refused bytes; null where none were read.", nullable=True),
    Column("rules_version", "text", "Version of the rules that refused it.", nullable=True),
)
_REJECTS = replace(
    REJECTS,
    columns=REJECTS.columns + tuple(c for c in _REFUSED_UNDER if c.name not in REJECTS.column_names),
)
LOG: dict[str, Table] = {table.name: table for table in LOG_TABLES} | {REJECTS.name: _REJECTS}

_FIRST_PART = "0"
_RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*")
_IN_TIME = {"arrivals": "first_seen_at", "rejects": "rejected_at", "runs": "started_at"}
_PLACE = ("source_path", "source_item", "raw_sha256")


def start_log(warehouse: Warehouse) -> None:
    """Make the folders of the log, each with a part without rows, where they are not there yet."""
    for table in LOG.values():
        warehouse.log_parts(table.name).mkdir(parents=True, exist_ok=True)
        if not (warehouse.log_parts(table.name) / f"{_FIRST_PART}.parquet").exists():
            _write_part(warehouse, table, _FIRST_PART, empty_frame(table))


def read_log(warehouse: Warehouse, table: str) -> pl.DataFrame:
    """Return all rows of a log table (`arrivals`, `rejects` or `runs`), oldest first; none without a log.

    Raises:
        DamagedError: a part cannot be read; the message names it.
    """
    schema = polars_schema(LOG[table])
    parts = []
    for path in sorted(warehouse.log_parts(table).glob("*.parquet")):
        try:
            parts.append(_conformed(pl.read_parquet(path, glob=False), schema))
        except (OSError, pl.exceptions.PolarsError) as error:
            raise DamagedError(f"{path} is damaged; move it elsewhere, and run again") from error
    if not parts:
        return pl.DataFrame(schema=schema)
    return pl.concat(parts).sort(_IN_TIME[table], *_rest(schema, _IN_TIME[table]), maintain_order=True)


def append_arrivals(warehouse: Warehouse, run_id: str, arrivals: pl.DataFrame) -> int:
    """Add the files that were not seen before with these bytes at this path; return how many those are.

    A file whose bytes now give another report (because the rules changed) is added with the time at which
    it was first seen, so that the order of the versions of a document stays.

    Args:
        warehouse: where to.
        run_id: the run that saw them.
        arrivals: columns of the table `arrivals`; `first_seen_at` is the time of this run.
    """
    known = read_log(warehouse, ARRIVALS.name)
    rows = _conformed(arrivals, polars_schema(LOG[ARRIVALS.name])).unique(
        [*_PLACE, "report_id"], keep="first", maintain_order=True
    )
    first = known.group_by(_PLACE).agg(pl.col("first_seen_at").min().alias("_first"))
    new = (
        rows.join(known, on=[*_PLACE, "report_id"], how="anti", nulls_equal=True, maintain_order="left")
        .join(first, on=_PLACE, how="left", nulls_equal=True, maintain_order="left")
        .with_columns(pl.coalesce("_first", "first_seen_at").alias("first_seen_at"))
        .drop("_first")
    )
    return _append(warehouse, ARRIVALS.name, run_id, new)


def append_rejects(
    warehouse: Warehouse, run_id: str, rejects: pl.DataFrame, *, rules_version: str, now: datetime
) -> int:
    """Add what was refused and is not in the log yet; return how many rows those are.

    The same bytes at the same path, refused for the same reason under the same rules, are one row however
    often they are seen; at another path they are another row.

    Args:
        warehouse: where to.
        run_id: the run that refused them.
        rejects: columns of the table `rejects` but for `rejected_at`; `raw_sha256` may be missing or null.
        rules_version: the version of the rules that refused them.
        now: when they were refused.
    """
    schema = polars_schema(_REJECTS)
    same = _rest(schema, "rejected_at")
    rows = _conformed(
        rejects.with_columns(rules_version=pl.lit(rules_version), rejected_at=pl.lit(now)), schema
    )
    new = rows.unique(same, keep="first", maintain_order=True).join(
        read_log(warehouse, REJECTS.name), on=same, how="anti", nulls_equal=True, maintain_order="left"
    )
    return _append(warehouse, REJECTS.name, run_id, new)


def append_run(warehouse: Warehouse, run: dict[str, Any]) -> None:
    """Add a run that has ended; `run` has the columns of the table `runs`, instants in UTC."""
    _append(warehouse, RUNS.name, run["run_id"], pl.DataFrame([run], schema=polars_schema(RUNS)))


def _append(warehouse: Warehouse, table: str, run_id: str, rows: pl.DataFrame) -> int:
    if not _RUN_ID.fullmatch(run_id):
        raise WarehouseError(f"{run_id!r}: a run's id is made of letters, digits and . _ + -")
    start_log(warehouse)
    if not rows.is_empty():
        folder, part, n = warehouse.log_parts(table), run_id, 1
        while (folder / f"{part}.parquet").exists():
            n += 1
            part = f"{run_id}.{n}"
        _write_part(warehouse, LOG[table], part, rows)
    return rows.height


def _write_part(warehouse: Warehouse, table: Table, part: str, rows: pl.DataFrame) -> None:
    folder = warehouse.log_parts(table.name)
    temporary = folder / (TEMPORARY + part)  # without .parquet: a view over the folder does not see it
    temporary.unlink(missing_ok=True)
    write_table(rows, table, temporary, {})
    move_over(temporary, folder / f"{part}.parquet")


def _conformed(rows: pl.DataFrame, schema: dict[str, pl.DataType]) -> pl.DataFrame:
    """Return the columns of a log table; those that an older part or the caller lacks are null."""
    return rows.select(
        (pl.col(name) if name in rows.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in schema.items()
    )


def _rest(schema: dict[str, pl.DataType], but: str) -> list[str]:
    return [name for name in schema if name != but]
