"""A run may die between any two steps; the next one finds a whole release and goes on."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.warehouse.conftest import NOON, Small
from warehouse.catalog import connect
from warehouse.lock import locked
from warehouse.manifest import read_current
from warehouse.repair import repair
from warehouse.verify import verify

STEPS = ("mkdir", "link", "utime", "replace", "rmdir")


class Killed(BaseException):
    """Nothing catches it, as nothing catches a kill."""


def die_at(step: int | None, patch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Let the process die before its step number `step`; returns how many steps there were so far."""
    steps = 0

    def counting(real: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **options: Any) -> Any:
            nonlocal steps
            if steps == step:
                raise Killed
            steps += 1
            return real(*args, **options)

        return wrapped

    for name in STEPS:
        patch.setattr(os, name, counting(getattr(os, name)))
    return lambda: steps


def rows_seen(small: Small) -> set[int]:
    """How many mentions readers of the DuckDB file and of the stable path count at this moment."""
    with connect(small.warehouse.duckdb_file) as connection:
        (in_duckdb,) = connection.execute("SELECT count(*) FROM mentions").fetchone() or (0,)
    return {in_duckdb, pl.read_parquet(small.warehouse.parquet_file("mentions")).height}


def put_back(saved: Path, root: Path) -> None:
    """Put a saved warehouse back in its place; its files are links, since none is ever written into."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(saved, root, copy_function=os.link)


def test_a_kill_between_any_two_steps_of_a_publish(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    root, saved = small.warehouse.root, small.warehouse.root.with_name("saved")
    old = small.publish(3)
    put_back(root, saved)
    with monkeypatch.context() as patch:
        count = die_at(None, patch)
        new = small.publish(4)
    after = small.files()
    commits = []
    for step in range(count()):
        put_back(saved, root)
        with monkeypatch.context() as patch:
            die_at(step, patch)
            with pytest.raises(Killed):
                small.publish(4)
        current = read_current(small.warehouse)
        assert current in {old.release_id, new.release_id}
        commits.append(current == new.release_id)
        assert rows_seen(small) <= ({3, 4} if commits[-1] else {3}), f"step {step}"

        repair(small.warehouse, sql=small.sql)
        assert verify(small.warehouse, sql=small.sql) == [], f"step {step}"
        if step % 4 == 0:
            assert rows_seen(small) == ({4} if commits[-1] else {3})
            assert small.publish(4).release_id == new.release_id
            assert small.files() == after, f"step {step}"
    assert len(commits) > 10
    assert set(commits) == {False, True}
    assert commits == sorted(commits)  # one step commits it


def test_a_kill_in_the_very_first_publish(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        count = die_at(None, patch)
        small.publish(3)
    after = small.files()
    for step in range(0, count(), 6):
        shutil.rmtree(small.warehouse.root)
        with monkeypatch.context() as patch:
            die_at(step, patch)
            with pytest.raises(Killed):
                small.publish(3)
        repair(small.warehouse, sql=small.sql)
        small.publish(3)
        assert small.files() == after
        assert verify(small.warehouse, sql=small.sql) == []


PUBLISHER = """\
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.warehouse.conftest import Small
from warehouse.catalog import SqlFolders
from warehouse.lock import locked
from warehouse.paths import Warehouse
from warehouse.repair import repair

root = Path(sys.argv[2])
small = Small(Warehouse(root), SqlFolders(root.parent / "sql/views", root.parent / "sql/checks"))
with locked(small.warehouse):
    repair(small.warehouse, sql=small.sql)
    for n in range(100_000):
        small.publish(3 + n % 5)
        print(n, flush=True)
"""


def test_kill_9_of_a_publishing_process(small: Small) -> None:
    here = Path(__file__).parent
    environment = os.environ | {"PYTHONPATH": str(here.parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLISHER, str(here), str(small.warehouse.root)],
        stdout=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    time.sleep(0.11)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert rows_seen(small) <= {3, 4, 5, 6, 7}
    with locked(small.warehouse):
        repair(small.warehouse, sql=small.sql)
    assert verify(small.warehouse, sql=small.sql) == []
    small.publish(9, now=NOON)
    assert rows_seen(small) == {9}
