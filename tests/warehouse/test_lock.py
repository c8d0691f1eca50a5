import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from warehouse.errors import BusyError, WarehouseError
from warehouse.lock import locked
from warehouse.paths import Warehouse

HOLDER = """\
import sys, time
from pathlib import Path
from warehouse.lock import locked
from warehouse.paths import Warehouse

with locked(Warehouse(Path(sys.argv[1]))):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold(root: Path, seconds: float) -> "subprocess.Popen[str]":
    """Start another process that holds the lock for some seconds."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(root), str(seconds)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_run_says_who_holds_it_and_ends(tmp_path: Path) -> None:
    with hold(tmp_path, 30) as other:
        started = time.monotonic()
        with (
            pytest.raises(BusyError, match=f"process {other.pid} on .*, since 20.*is writing to {tmp_path}"),
            locked(Warehouse(tmp_path)),
        ):
            pass
        assert time.monotonic() - started < 1
        other.kill()


def test_the_second_run_waits_where_it_may(tmp_path: Path) -> None:
    with hold(tmp_path, 0.3) as other, locked(Warehouse(tmp_path), wait=20):
        assert other.wait(timeout=5) == 0


def test_kill_9_frees_the_lock(tmp_path: Path) -> None:
    with hold(tmp_path, 30) as other:
        other.kill()
        other.wait()
    assert json.loads(Warehouse(tmp_path).holder_file.read_text())["pid"] == other.pid
    with locked(Warehouse(tmp_path)):
        assert json.loads(Warehouse(tmp_path).holder_file.read_text())["pid"] == os.getpid()
    assert not Warehouse(tmp_path).holder_file.exists()


def test_a_failing_run_frees_the_lock(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), locked(Warehouse(tmp_path)):
        raise RuntimeError
    with locked(Warehouse(tmp_path)):
        pass


def test_busy_without_a_readable_holder_file_still_says_so(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path)
    with locked(warehouse):
        warehouse.holder_file.write_text("{")
        with pytest.raises(BusyError, match="another run is writing"), locked(warehouse):
            pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(WarehouseError, match=r"cannot write to .*file/x .*--warehouse"),
        locked(Warehouse(tmp_path / "file" / "x")),
    ):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(WarehouseError, match="--warehouse"), locked(Warehouse(tmp_path)):
        pass
