"""What a Parquet file says of its columns, and that DuckDB, pyarrow and polars read it."""

import datetime as dt

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

from schemas.arrow import arrow_schema
from schemas.frame import polars_schema
from schemas.tables import TABLES

VALUES = {
    "text": "Đà Nẵng",
    "int32": 7,
    "int64": 7,
    "float64": 1.5,
    "boolean": True,
    "date": dt.date(2025, 8, 1),
    "timestamp": dt.datetime(2025, 8, 11, 3, 4, 5, 6, tzinfo=dt.UTC),
}
DUCKDB = {
    "text": "VARCHAR",
    "int32": "INTEGER",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP WITH TIME ZONE",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("n_rows", [0, 2])
def test_a_file_describes_itself_and_reads_as_declared(tmp_path, table, n_rows):
    path = tmp_path / f"{table.name}.parquet"
    row = {column.name: VALUES[column.type] for column in table.columns}
    empty = dict.fromkeys(row)
    frame = pl.DataFrame([row, empty][:n_rows], schema=polars_schema(table))
    frame.write_parquet(path, arrow_schema=arrow_schema(table))

    fields = pq.read_schema(path)
    assert {field.name: field.metadata[b"description"].decode() for field in fields} == {
        column.name: column.description for column in table.columns
    }
    assert pq.read_table(path).to_pylist() == [row, empty][:n_rows]
    assert pl.read_parquet(path).equals(frame)
    with duckdb.connect() as db:
        found = db.execute("DESCRIBE FROM read_parquet(?)", [str(path)]).fetchall()
        assert {name: dtype for name, dtype, *_ in found} == {c.name: DUCKDB[c.type] for c in table.columns}
        assert db.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchall() == [(n_rows,)]
