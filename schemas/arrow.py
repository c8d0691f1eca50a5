"""The public tables as Arrow schemas, so that each Parquet file describes its own columns."""

from functools import cache

import pyarrow as pa

from schemas.table import ColumnType, Table

# polars writes text as large_string and refuses an Arrow schema that says string.
ARROW_TYPES: dict[ColumnType, pa.DataType] = {
    "text": pa.large_string(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
}


@cache
def arrow_schema(table: Table) -> pa.Schema:
    """Return the Arrow schema of `table`, each field with its description.

    It is what polars takes: `frame.write_parquet(path, arrow_schema=arrow_schema(table))`, for a frame that
    `schemas.frame.conform` has put in order. The descriptions stand in the metadata of the fields
    (`pyarrow.parquet.read_schema(path).field("url").metadata`).
    """
    return pa.schema(
        pa.field(column.name, ARROW_TYPES[column.type], metadata={"description": column.description})
        for column in table.columns
    )
