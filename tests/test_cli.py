"""The command line: exit codes, answers, and errors that say what to do."""

import csv
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.cli import main
from flows.settings import Settings
from warehouse.lock import locked
from warehouse.manifest import read_current
from warehouse.paths import Warehouse

PROJECT = Path(__file__).parents[1]
AGREED = "Ngày 10/3/2026, hai bên nhất trí sớm khởi động giai đoạn 2 của dự án VKIST.\n"


@dataclass(frozen=True)
class Answer:
    """What a command gave."""

    code: int
    out: str
    err: str


Camket = Callable[..., Answer]


@pytest.fixture
def camket(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Camket:
    """Run a command in this process."""

    def call(*arguments: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["camket", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Answer(int(end.value.code or 0), said.out, said.err)

    return call


@pytest.fixture(scope="module")
def published(prefect_api: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with one report, published by the command in a process of its own."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "agreed.txt").write_text(AGREED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", "agreed.txt", "--warehouse", "warehouse"],
        cwd=folder,
        env=os.environ | {"PREFECT_API_URL": prefect_api, "COLUMNS": "80"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "vkist_phase_2" in done.stdout
    assert "“Ngày 10/3/2026, hai bên nhất trí" in done.stdout
    assert "1 files, 1 new reports, 0 rejected. Published release" in done.stdout
    assert done.stderr == ""
    return folder / "warehouse"


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return shutil.copytree(published, tmp_path / "copy")


@pytest.mark.usefixtures("prefect_api")
def test_an_empty_folder_is_no_error_and_makes_no_release(camket, tmp_path):
    (tmp_path / "empty").mkdir()
    answer = camket("run", tmp_path / "empty", "--warehouse", tmp_path / "warehouse")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("0 files, 0 new reports, 0 rejected. Nothing was new")
    assert not (tmp_path / "warehouse" / "current.json").exists()


@pytest.mark.usefixtures("prefect_api")
def test_refused_files_are_told_in_every_run_and_are_no_error(camket, tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "\x1b[31mempty.txt").touch()
    for _ in range(2):
        answer = camket("run", tmp_path / "inbox", "--warehouse", tmp_path / "warehouse")
        assert answer.code == 0
        assert "Refused: 1" in answer.out
        assert "empty_file" in answer.out
        assert "\x1b" not in answer.out


def test_a_path_that_does_not_exist_is_named_and_nothing_is_started(camket, tmp_path, monkeypatch):
    monkeypatch.setattr("flows.prefect_server.find_or_start", pytest.fail)
    answer = camket("run", tmp_path, tmp_path / "nowhere", tmp_path / "neither")
    assert answer.code == 2
    assert answer.err == (f"camket: no such file or folder: {tmp_path / 'nowhere'}, {tmp_path / 'neither'}\n")


@pytest.mark.parametrize("arguments", [["run", "--nothing"], ["nothing"], [], ["show"], ["sql"]])
def test_wrong_usage_is_2(camket, arguments):
    assert camket(*arguments).code == 2


def test_a_setting_that_cannot_be_is_named(camket, monkeypatch, tmp_path):
    monkeypatch.setenv("CAMKET_LOCK_WAIT_SECONDS", "soon")
    answer = camket("run", tmp_path)
    assert answer.code == 2
    assert answer.err.startswith("camket: CAMKET_LOCK_WAIT_SECONDS cannot be 'soon'")


@pytest.mark.usefixtures("prefect_api")
def test_a_run_that_cannot_have_the_lock_fails_in_one_line(camket, published, monkeypatch):
    monkeypatch.setenv("CAMKET_LOCK_WAIT_SECONDS", "0.1")
    release = read_current(Warehouse(published))
    with locked(Warehouse(published)):
        answer = camket("run", published.parent / "agreed.txt", "--warehouse", published)
    assert answer.code == 1
    assert f"process {os.getpid()}" in answer.err
    assert "CAMKET_LOCK_WAIT_SECONDS" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert read_current(Warehouse(published)) == release


@pytest.mark.usefixtures("prefect_api")
def test_a_fault_of_the_program_fails_the_run_and_shows_where(camket, published, monkeypatch):
    def fail(*_: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'span'")

    monkeypatch.setattr("flows.track.repair", fail)
    answer = camket("run", published.parent / "agreed.txt", "--warehouse", published)
    assert answer.code == 1
    assert "flows/track.py" in answer.err
    assert answer.err.splitlines()[-1].startswith("camket: the run failed (AttributeError: 'NoneType'")


@pytest.mark.usefixtures("prefect_api")
def test_an_interrupted_run_says_so(camket, published, monkeypatch):
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("flows.track.take_stock", interrupt)
    answer = camket("run", published.parent / "agreed.txt", "--warehouse", published)
    assert answer.code == 130
    assert "the last release stands" in answer.err


def test_status_and_show_give_the_words(camket, published):
    answer = camket("status", "--warehouse", published)
    assert (answer.code, answer.err) == (0, "")
    assert "agreed since 2026-03-10" in answer.out
    assert "“Ngày 10/3/2026, hai bên nhất trí" in answer.out
    told = camket("show", "vkist_phase_2", "--warehouse", published)
    assert told.code == 0
    assert "agreed (both)" in told.out
    untold = camket("show", "apec_2027", "--warehouse", published)
    assert (untold.code, untold.out) == (0, "No report tells of apec_2027.\n")
    unknown = camket("show", "[red]vkist_2", "--warehouse", published)
    assert unknown.code == 1
    assert "no commitment is named '[red]vkist_2'" in unknown.err
    assert "vkist" in unknown.err.split("such as ")[1]


@pytest.mark.parametrize("command", [["status"], ["show", "vkist_phase_2"], ["sql", "SELECT 1"]])
def test_without_a_release_it_says_what_to_do(camket, tmp_path, command):
    answer = camket(*command, "--warehouse", tmp_path / "nothing")
    assert answer.code == 1
    assert (
        answer.err == f"camket: {tmp_path / 'nothing'} holds no release yet: run `camket run PATHS` first\n"
    )
    assert not (tmp_path / "nothing").exists()


def test_sql_answers_with_a_table_or_csv(camket, published):
    query = "SELECT commitment_id, quote, acted_on FROM commitment_mentions"
    assert "vkist_phase_2" in camket("sql", query, "--warehouse", published).out
    rows = list(csv.reader(io.StringIO(camket("sql", query, "--csv", "--warehouse", published).out)))
    assert rows[0] == ["commitment_id", "quote", "acted_on"]
    assert rows[1][0] == "vkist_phase_2"
    assert "nhất trí" in rows[1][1]
    assert "31" in camket("sql", "PIVOT (SELECT 31 AS n) ON n USING count(n)", "--warehouse", published).out


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEC 1", 'syntax error at or near "SELEC"'),
        ("SELECT * FROM commitment_statuses", "Did you mean"),
        ("", "this is nothing"),
        ("SELECT 1; SELECT 2", "this is SELECT, SELECT"),
        ("CREATE TABLE t AS SELECT 1", "this is CREATE"),
        ("INSERT INTO runs SELECT * FROM runs", "this is INSERT"),
        ("COPY (SELECT 1) TO 'written.csv'", "this is COPY"),
        ("ATTACH 'written.duckdb'", "this is ATTACH"),
    ],
)
def test_sql_that_is_wrong_or_writes_is_refused(camket, published, query, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = camket("sql", query, "--warehouse", published)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert list(tmp_path.iterdir()) == []


def test_check_finds_damage_and_repairs_it(camket, copy):
    assert camket("check", "--repair", "--warehouse", copy).code == 0  # it was moved here
    sound = camket("check", "--warehouse", copy)
    assert (sound.code, sound.out) == (0, "The warehouse is whole, and every check passes.\n")

    (copy / "parquet" / "reports.parquet").unlink()
    (copy / "camket.duckdb").write_bytes(b"damaged")
    damaged = camket("check", "--warehouse", copy)
    assert damaged.code == 1
    assert "parquet/reports.parquet is missing; run `camket check --repair`" in damaged.out
    repaired = camket("check", "--repair", "--warehouse", copy)
    assert repaired.code == 0
    assert "repaired: camket.duckdb was derived anew" in repaired.out
    assert "vkist_phase_2" in camket("status", "--warehouse", copy).out


def test_a_warehouse_that_was_moved_says_how_to_set_it_right(camket, copy):
    camket("check", "--repair", "--warehouse", copy)
    moved = copy.rename(copy.with_name("moved"))
    answer = camket("status", "--warehouse", moved)
    assert answer.code == 1
    assert "was moved: run `camket check --repair`" in answer.err
    camket("check", "--repair", "--warehouse", moved)
    assert camket("status", "--warehouse", moved).code == 0


def test_commands_that_need_no_prefect_do_not_import_it(published):
    program = f"""
import sys
from flows.cli import main
for command in (["status"], ["show", "vkist_phase_2"], ["sql", "FROM runs"], ["check"]):
    sys.argv = ["camket", *command, "--warehouse", {str(published)!r}]
    try:
        main()
    except SystemExit as end:
        assert not end.code, command
    assert not {{"prefect", "pandera"}} & set(sys.modules), command
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_screen_that_cannot_show_vietnamese_is_no_error(published):
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "status", "--warehouse", str(published)],
        cwd=PROJECT,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"vkist_phase_2" in done.stdout


def test_the_samples_come_with_the_package(samples):
    from flows.cli import _samples

    assert _samples() == samples
    assert Settings().warehouse == Path("camket-data")
