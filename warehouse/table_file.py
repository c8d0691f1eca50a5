"""One table as one Parquet file, of which the same rows always give the same bytes."""

import hashlib
import io
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.arrow import arrow_schema
from schemas.table import Table
from warehouse.errors import DamagedError, WarehouseError

# Readers skip whole groups of rows, by the smallest and largest value of a column in each.
ROWS_A_GROUP = 100_000
ZSTD_LEVEL = 3

Metadata = dict[str, str]


class _Digest(io.RawIOBase):
    """A file that keeps nothing of what is written but its SHA-256."""

    def __init__(self) -> None:
        self.sha256 = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self.sha256.update(data)
        return memoryview(data).nbytes


def in_order(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """Put the columns of a table in their published order, its rows in order of the key."""
    return frame.select(table.column_names).sort(table.key, maintain_order=True)


def content_sha256(frame: pl.DataFrame, table: Table) -> str:
    """Return the SHA-256 of a table's file without a release's marks in it: it names rows and columns."""
    digest = _Digest()
    _write(frame, table, digest, {})
    return digest.sha256.hexdigest()


def write_table(frame: pl.DataFrame, table: Table, path: Path, marks: Metadata) -> None:
    """Write a table to a new file; `marks` go into the file's metadata beside the table's own facts.

    Raises:
        WarehouseError: the disk refuses, or is full.
    """
    try:
        with path.open("xb") as file:
            _write(frame, table, file, marks)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise WarehouseError(f"cannot write {path}: {error}") from error
    path.chmod(0o444)  # a second name of this file lies in parquet/, where somebody might write into it


def _write(
    frame: pl.DataFrame, table: Table, file: "io.RawIOBase | io.BufferedWriter", marks: Metadata
) -> None:
    facts = {"camket.table": table.name, "camket.grain": table.grain, "camket.key": ", ".join(table.key)}
    frame.write_parquet(
        file,  # type: ignore[arg-type]  # polars only calls write()
        compression="zstd",
        compression_level=ZSTD_LEVEL,
        statistics=True,
        row_group_size=ROWS_A_GROUP,
        metadata=dict(sorted((facts | marks).items())),
        arrow_schema=arrow_schema(table),
    )


def describe_file(path: Path) -> tuple[str, dict[str, str]]:
    """Return what a table's file says of itself: the grain, and the description of each column.

    Raises:
        DamagedError: it is not a Parquet file.
    """
    try:
        marks = pq.read_metadata(path).metadata or {}
        columns = pq.read_schema(path)
    except (OSError, pa.ArrowException) as error:
        raise DamagedError(f"{path} is missing or damaged; run `camket check --repair`") from error
    described = {field.name: (field.metadata or {}).get(b"description", b"").decode() for field in columns}
    return marks.get(b"camket.grain", b"").decode(), described
