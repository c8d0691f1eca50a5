"""The public tables as polars frames: their types, empty ones, and frames cast to them."""

import polars as pl

from schemas.table import ColumnType, Table

POLARS_TYPES: dict[ColumnType, pl.DataType] = {
    "text": pl.String(),
    "int32": pl.Int32(),
    "int64": pl.Int64(),
    "float64": pl.Float64(),
    "boolean": pl.Boolean(),
    "date": pl.Date(),
    "timestamp": pl.Datetime("us", "UTC"),
}


class TableFault(Exception):  # noqa: N818  # the project's word for it, beside a row's reject
    """A whole table is wrong, so that nothing may be published.

    Attributes:
        table: the name of the table.
        what: what is wrong with it, for people.
    """

    def __init__(self, table: str, what: str) -> None:
        super().__init__(f"{table}: {what}")
        self.table = table
        self.what = what


def polars_schema(table: Table) -> dict[str, pl.DataType]:
    """Return the columns of `table` with their polars types, in order."""
    return {column.name: POLARS_TYPES[column.type] for column in table.columns}


def empty_frame(table: Table) -> pl.DataFrame:
    """Return `table` without rows."""
    return pl.DataFrame(schema=polars_schema(table))


def conform(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """Put the columns of `frame` in the order of `table` and cast what loses nothing.

    Whole numbers of any width, and columns that hold only nulls, are cast; text is never read as numbers.

    Raises:
        TableFault: for a missing or unknown column, or a type that is not the column's.
    """
    wanted = polars_schema(table)
    if missing := sorted(set(wanted) - set(frame.columns)):
        raise TableFault(table.name, f"column missing: {', '.join(missing)}")
    if unknown := sorted(set(frame.columns) - set(wanted)):
        raise TableFault(table.name, f"column not in the schema: {', '.join(unknown)}")
    casts = []
    for name, dtype in wanted.items():
        if not _loses_nothing(frame.schema[name], dtype):
            raise TableFault(table.name, f"{name} is {frame.schema[name]}, not {dtype}")
        casts.append(pl.col(name).cast(dtype))
    try:
        return frame.select(casts)
    except pl.exceptions.InvalidOperationError as error:
        raise TableFault(table.name, f"a value does not fit its type: {error}") from error


def _loses_nothing(found: pl.DataType, wanted: pl.DataType) -> bool:
    if found == wanted or found == pl.Null:
        return True
    if wanted.is_integer():
        return found.is_integer()
    if wanted.is_float():
        return found.is_numeric()
    return isinstance(wanted, pl.Datetime) and isinstance(found, pl.Datetime) and found.time_zone == "UTC"
