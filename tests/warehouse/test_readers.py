"""Readers in another process while releases come one after the other."""

import os
import subprocess
import sys
from pathlib import Path

from tests.warehouse.conftest import Small, day
from warehouse.repair import prune

READER = """\
import sys
from pathlib import Path
import duckdb, polars as pl

root = Path(sys.argv[1])
print("reading", flush=True)
reads = 0
while not (root.parent / "stop").exists():
    with duckdb.connect(str(root / "camket.duckdb"), read_only=True) as connection:
        release, n, checked = connection.execute(
            "SELECT release_id, (SELECT count(*) FROM mentions), (SELECT sum(n) FROM how_many)"
            " FROM camket_release"
        ).fetchone()
        assert n == checked, (n, checked)
        connection.execute("SELECT count(*) FROM runs").fetchone()
    for table in ("mentions", "report_texts"):
        # Opened once: given the name, polars (as DuckDB and pyarrow) opens a file twice, for footer and rows.
        with open(root / "parquet" / f"{table}.parquet", "rb") as file:
            assert pl.read_parquet(file).height >= 3
    assert connection is not None and release
    reads += 1
print(reads, flush=True)
"""


def test_a_reader_never_sees_half_a_release(small: Small) -> None:
    small.publish(3)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(small.warehouse.root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"POLARS_MAX_THREADS": "1"},
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "reading\n"
    stop = Path(small.warehouse.root.parent / "stop")
    try:
        for n in range(20):
            small.publish(4 + n % 7, now=day(n / 10))
            prune(small.warehouse, now=day(n / 10), keep_days=0.25)
    finally:
        stop.touch()
        out, err = reader.communicate(timeout=30)
    assert (err, reader.returncode) == ("", 0)
    assert int(out) > 5
