import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.warehouse.conftest import Small, day
from warehouse.catalog import connect
from warehouse.errors import DamagedError
from warehouse.manifest import read_current
from warehouse.paths import Warehouse
from warehouse.release import Published
from warehouse.repair import relocate, repair
from warehouse.verify import verify


def break_file(path: Path) -> None:
    """Change bytes of a file but not its size."""
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(b"\0" * len(content))


def test_nothing_to_repair(small: Small) -> None:
    assert repair(small.warehouse, sql=small.sql) == ()
    assert verify(small.warehouse, sql=small.sql) == []
    small.publish(3)
    assert repair(small.warehouse, thorough=True, sql=small.sql) == ()


Break = Callable[[Small], None]
BREAKS: dict[str, tuple[Break, str]] = {
    "no duckdb": (lambda s: s.warehouse.duckdb_file.unlink(), "camket.duckdb is missing"),
    "damaged duckdb": (lambda s: break_file(s.warehouse.duckdb_file), "camket.duckdb is damaged"),
    "no stable file": (
        lambda s: s.warehouse.parquet_file("mentions").unlink(),
        "mentions.parquet is missing",
    ),
    "stable file of another": (
        lambda s: break_file(s.warehouse.parquet_file("mentions")),
        "mentions.parquet is not of the current release",
    ),
    "leftover release": (lambda s: (s.warehouse.releases / ".tmp-abc").mkdir(), "left behind"),
    "leftover part": (
        lambda s: (s.warehouse.extracted_under("1") / ".tmp-abc").mkdir(parents=True),
        "left behind",
    ),
    "leftover log": (lambda s: (s.warehouse.log_parts("runs") / ".tmp-x").touch(), "left behind"),
    "new view": (
        lambda s: (s.sql.views / "v.sql").write_text("-- question: ?\n-- grain: ?\nSELECT 1 AS one") and None,
        "other views",
    ),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_what_is_derived_or_left_behind_is_told_and_repaired(small: Small, broken: str) -> None:
    small.publish(3)
    breaks, told = BREAKS[broken]
    breaks(small)
    (problem,) = verify(small.warehouse, sql=small.sql)
    assert told in problem
    assert "camket check --repair" in problem
    assert repair(small.warehouse, sql=small.sql) != ()
    assert verify(small.warehouse, sql=small.sql) == []


@pytest.mark.parametrize("moved", [True, False])
def test_after_a_move_or_a_copy_the_views_are_pinned_anew(
    small: Small, make_small: Callable[[str], Small], moved: bool
) -> None:
    small.publish(3)
    new = make_small("new place")
    (shutil.move if moved else shutil.copytree)(small.warehouse.root, new.warehouse.root)
    assert any("place where the folder" in problem for problem in verify(new.warehouse, sql=new.sql))
    assert "camket.duckdb was derived anew" in relocate(new.warehouse, sql=new.sql)
    shutil.rmtree(small.warehouse.root, ignore_errors=True)
    with connect(new.warehouse.duckdb_file) as connection:
        assert connection.execute("SELECT count(*) FROM mentions").fetchone() == (3,)
    assert verify(new.warehouse, sql=new.sql) == []


DAMAGES: dict[str, tuple[Break, str]] = {
    "half current.json": (
        lambda s: s.warehouse.current_json.write_text("{") and None,
        "current.json cannot be read",
    ),
    "current.json of something else": (
        lambda s: s.warehouse.current_json.write_text('{"release_id": 1}') and None,
        "names no release",
    ),
    "no release": (
        lambda s: shutil.rmtree(s.warehouse.release(read_current(s.warehouse) or "")),
        "is missing; run `camket check --repair`, then `camket run`",
    ),
    "no manifest": (
        lambda s: (s.warehouse.release(read_current(s.warehouse) or "") / "manifest.json").unlink(),
        "manifest.json is missing or damaged",
    ),
    "file gone": (
        lambda s: (s.warehouse.release(read_current(s.warehouse) or "") / "mentions.parquet").unlink(),
        "mentions.parquet is missing",
    ),
    "file damaged": (
        lambda s: break_file(s.warehouse.release(read_current(s.warehouse) or "") / "mentions.parquet"),
        "mentions.parquet is damaged",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_release_gives_way_to_the_one_before_until_the_next_run(small: Small, damage: str) -> None:
    first, second = small.publish(3, now=day(0)), small.publish(4, now=day(1))
    breaks, told = DAMAGES[damage]
    breaks(small)
    assert any(told in problem for problem in verify(small.warehouse, sql=small.sql))
    done = repair(small.warehouse, thorough=True, sql=small.sql)
    assert any("is damaged" in said for said in done)
    if "current.json" in damage:
        assert read_current(small.warehouse) == second.release_id
    else:
        assert read_current(small.warehouse) == first.release_id
    assert verify(small.warehouse, sql=small.sql) == []
    assert small.publish(4, now=day(2)).release_id == second.release_id
    assert verify(small.warehouse, sql=small.sql) == []


def test_the_only_release_damaged(small: Small) -> None:
    first = small.publish(3)
    assert isinstance(first, Published)
    break_file(first.folder / "mentions.parquet")
    assert "run `camket run`" in repair(small.warehouse, thorough=True, sql=small.sql)[-1]
    assert read_current(small.warehouse) is None
    assert small.publish(3).release_id == first.release_id
    assert verify(small.warehouse, sql=small.sql) == []


def test_a_release_without_commit_is_told_of(small: Small) -> None:
    small.publish(3)
    small.warehouse.current_json.unlink()
    assert "no release is current" in verify(small.warehouse, sql=small.sql)[0]
    small.publish(3)
    assert verify(small.warehouse, sql=small.sql) == []


def test_a_strange_file_in_a_release_is_told_of(small: Small) -> None:
    done = small.publish(3)
    assert isinstance(done, Published)
    (done.folder / "notes.txt").touch()
    (problem,) = verify(small.warehouse, sql=small.sql)
    assert "notes.txt does not belong" in problem


def test_damaged_parts_of_the_log_and_of_what_was_extracted_are_told_of(small: Small) -> None:
    small.publish(3)
    (small.warehouse.log_parts("runs") / "x.parquet").write_bytes(b"half")
    part = small.warehouse.extracted_under("1") / "abc"
    part.mkdir(parents=True)
    (part / "mentions.parquet").write_bytes(b"half")
    problems = verify(small.warehouse, sql=small.sql)
    assert len(problems) == 2
    assert "x.parquet is damaged" in problems[0]
    assert "remove its folder" in problems[1]


@pytest.mark.parametrize("content", [None, b"no database"])
def test_a_duckdb_file_that_cannot_be_opened_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = Warehouse(tmp_path).duckdb_file
    if content:
        file.write_bytes(content)
    with pytest.raises(DamagedError, match=r"camket\.duckdb cannot be opened; run `camket check --repair`"):
        connect(file)
