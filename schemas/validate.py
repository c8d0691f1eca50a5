"""Validation: good rows go on, bad rows are set aside with their reasons, a wrong table stops the run."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

import pandera.polars as pa
import polars as pl

from schemas.across import faults_across
from schemas.frame import TableFault, conform, polars_schema
from schemas.model import pandera_schema
from schemas.table import Table
from schemas.tables import RELEASE_TABLES
from schemas.tables.rejects import REJECTS

log = logging.getLogger(__name__)

_REJECT_SCHEMA = {name: dtype for name, dtype in polars_schema(REJECTS).items() if name != "rejected_at"}
_BAD_ROWS = dict.fromkeys(("report_id", "table_name", "reason", "detail"), pl.String())
_REASONS = {"not_nullable": "value_missing"}


@dataclass(frozen=True, slots=True)
class Validated:
    """What validation let through, and what it set aside.

    `tables` holds every table of a release, columns in published order and types; `rejects` has the
    columns of the table `rejects` but for `rejected_at`, one row a bad row, in a fixed order.
    """

    tables: dict[str, pl.DataFrame]
    rejects: pl.DataFrame


def validate(tables: Mapping[str, pl.DataFrame], arrivals: pl.DataFrame | None = None) -> Validated:
    """Check the tables of a release: each row by itself, then against the rows that it refers to.

    A row whose parent was rejected is rejected too. `arrivals`, where given, tells from which file a bad
    row came.

    Raises:
        TableFault: where a table is missing or unknown, a column is missing, unknown or of another type,
            or a key stands twice.
    """
    names = {table.name for table in RELEASE_TABLES}
    if unknown := sorted(set(tables) - names):
        raise TableFault(unknown[0], "is not a table of a release")
    if missing := sorted(names - set(tables)):
        raise TableFault(missing[0], "is missing")
    frames = {table.name: conform(table, tables[table.name]) for table in RELEASE_TABLES}
    for table in RELEASE_TABLES:
        _check_key(table, frames[table.name])

    good: dict[str, pl.DataFrame] = {}
    rejects = [pl.DataFrame(schema=_BAD_ROWS)]
    for table in RELEASE_TABLES:
        frame = frames[table.name]
        faults = _faults_of_rows(table, frame)
        faults = pl.concat([faults, faults_across(table, frame, faults["row"], good, frames)])
        rows = faults["row"].unique()
        good[table.name] = (
            frame.with_row_index("row").filter(~pl.col("row").is_in(rows.implode())).drop("row")
        )
        if not rows.is_empty():
            log.warning("%s: %d of %d rows rejected", table.name, rows.len(), frame.height)
            rejects.append(_rejects(table, frame, faults))
    return Validated(good, _with_source(pl.concat(rejects), arrivals))


def _check_key(table: Table, frame: pl.DataFrame) -> None:
    key = list(table.key)
    twice = frame.filter(pl.struct(key).is_duplicated())
    if not twice.is_empty():
        first = twice.select(key).sort(key).row(0, named=True)
        words = ", ".join(f"{name} {value}" for name, value in first.items())
        raise TableFault(table.name, f"{twice.height} rows share a key, such as {words}")


def _faults_of_rows(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """Return the faults that a row has by itself: `row`, `reason`, `detail`."""
    cases = pl.DataFrame(schema={"row": pl.UInt32, "reason": pl.String, "detail": pl.String})
    if frame.is_empty():
        return cases
    try:
        pandera_schema(table.name).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        found = error.failure_cases
        if not (whole := found.filter(pl.col("index").is_null())).is_empty():
            raise TableFault(table.name, f"{whole['column'][0]}: {whole['check'][0]}") from error
        says = {rule.name: rule.says for rule in table.rules}
        of_column = pl.format("{} is {}", "column", pl.col("failure_case").fill_null("null"))
        cases = found.select(
            row=pl.col("index").cast(pl.UInt32),
            reason=pl.col("check").replace(_REASONS),
            detail=pl.when(pl.col("schema_context") == "Column")
            .then(of_column)
            .otherwise(pl.col("check").replace_strict(says, default=pl.col("check"), return_dtype=pl.String)),
        )
    return cases


def _rejects(table: Table, frame: pl.DataFrame, faults: pl.DataFrame) -> pl.DataFrame:
    """Gather the faults of each row into one row of `rejects`, with `report_id` for finding its file."""
    key = pl.concat_str(
        [
            pl.format("{} {}", pl.lit(name), pl.col(name).cast(pl.String).fill_null("null"))
            for name in table.key
        ],
        separator=", ",
    )
    report = pl.col("report_id") if "report_id" in frame.columns else pl.lit(None, pl.String)
    rows = frame.with_row_index("row").select("row", key.alias("key"), report.alias("report_id"))
    return (
        faults.unique()
        .sort("row", "reason", "detail")
        .group_by("row", maintain_order=True)
        .agg(pl.col("reason").unique(maintain_order=True).str.join(", "), pl.col("detail").str.join("; "))
        .join(rows, on="row", maintain_order="left")
        .select(
            "report_id",
            table_name=pl.lit(table.name),
            reason="reason",
            detail=pl.format("{}: {}", "key", "detail"),
        )
    )


def _with_source(rejects: pl.DataFrame, arrivals: pl.DataFrame | None) -> pl.DataFrame:
    """Add the file that each rejected row came from, the first by name where there are several."""
    files = pl.DataFrame(schema={"report_id": pl.String, "source_path": pl.String, "source_item": pl.Int32})
    if arrivals is not None:
        files = (
            arrivals.select("report_id", "source_path", pl.col("source_item").cast(pl.Int32))
            .sort("source_path", "source_item")
            .unique("report_id", keep="first", maintain_order=True)
        )
    return rejects.join(files, on="report_id", how="left", maintain_order="left").select(*_REJECT_SCHEMA)
