from datetime import datetime
from typing import Any

import polars as pl
import pytest

from tests.warehouse.conftest import Small, day
from warehouse.catalog import connect
from warehouse.errors import DamagedError, WarehouseError
from warehouse.log import LOG, append_arrivals, append_rejects, append_run, read_log
from warehouse.paths import Warehouse


def arrivals(*rows: tuple[str, int, str, str], at: datetime) -> pl.DataFrame:
    columns = ("source_path", "source_item", "raw_sha256", "report_id")
    return pl.DataFrame(rows, schema=columns, orient="row").with_columns(first_seen_at=pl.lit(at))


def rejects(*rows: dict[str, Any]) -> pl.DataFrame:
    full = [{"source_item": 0, "table_name": None, "raw_sha256": "aa", **row} for row in rows]
    return pl.DataFrame(full, schema_overrides={"table_name": pl.String})


EMPTY_FILE = {"source_path": "a.txt", "reason": "empty", "detail": "The file holds no text."}


@pytest.fixture
def warehouse(small: Small) -> Warehouse:
    return small.warehouse


def test_a_file_seen_again_unchanged_is_no_new_row(warehouse: Warehouse) -> None:
    assert append_arrivals(warehouse, "run1", arrivals(("a.txt", 0, "aa", "r1"), at=day(0))) == 1
    again = arrivals(("a.txt", 0, "aa", "r1"), ("b.txt", 0, "aa", "r1"), at=day(1))
    assert append_arrivals(warehouse, "run2", again) == 1
    assert append_arrivals(warehouse, "run3", again) == 0
    assert read_log(warehouse, "arrivals").select("source_path", "first_seen_at").rows() == [
        ("a.txt", day(0)),
        ("b.txt", day(1)),
    ]


def test_a_changed_file_is_a_new_row(warehouse: Warehouse) -> None:
    append_arrivals(warehouse, "run1", arrivals(("a.txt", 0, "aa", "r1"), at=day(0)))
    assert append_arrivals(warehouse, "run2", arrivals(("a.txt", 0, "bb", "r2"), at=day(1))) == 1


def test_a_file_that_new_rules_read_otherwise_keeps_the_time_it_was_first_seen(warehouse: Warehouse) -> None:
    append_arrivals(warehouse, "run1", arrivals(("a.txt", 0, "aa", "r1"), at=day(0)))
    append_arrivals(warehouse, "run2", arrivals(("a.txt", 0, "bb", "r2"), at=day(1)))
    new_rules = arrivals(("a.txt", 0, "aa", "R1"), ("a.txt", 0, "bb", "R2"), at=day(9))
    assert append_arrivals(warehouse, "run3", new_rules) == 2
    seen = read_log(warehouse, "arrivals").filter(pl.col("report_id").is_in(["R1", "R2"]))
    assert seen.select("report_id", "first_seen_at").rows() == [("R1", day(0)), ("R2", day(1))]


def test_what_was_refused_before_is_not_refused_again(warehouse: Warehouse) -> None:
    one = rejects(EMPTY_FILE)
    assert append_rejects(warehouse, "run1", one, rules_version="1", now=day(0)) == 1
    assert append_rejects(warehouse, "run2", one, rules_version="1", now=day(1)) == 0


@pytest.mark.parametrize(
    "changed",
    [{"raw_sha256": "bb"}, {"source_path": "b.txt"}, {"reason": "binary"}, {"table_name": "reports"}],
)
def test_other_bytes_path_or_reason_are_refused_anew(warehouse: Warehouse, changed: dict[str, str]) -> None:
    append_rejects(warehouse, "run1", rejects(EMPTY_FILE), rules_version="1", now=day(0))
    other = rejects(EMPTY_FILE | changed)
    assert append_rejects(warehouse, "run2", other, rules_version="1", now=day(1)) == 1


def test_other_rules_refuse_anew(warehouse: Warehouse) -> None:
    append_rejects(warehouse, "run1", rejects(EMPTY_FILE), rules_version="1", now=day(0))
    assert append_rejects(warehouse, "run2", rejects(EMPTY_FILE), rules_version="2", now=day(1)) == 1


def test_a_refused_row_needs_no_file(warehouse: Warehouse) -> None:
    row = pl.DataFrame({"table_name": ["reports"], "reason": ["quote_is_span"], "detail": ["r1"]})
    append_rejects(warehouse, "run1", row, rules_version="1", now=day(0))
    assert append_rejects(warehouse, "run1", row, rules_version="1", now=day(0)) == 0
    assert read_log(warehouse, "rejects")["source_path"].to_list() == [None]


def run(run_id: str, at: datetime) -> dict[str, Any]:
    counts = {"n_files": 5, "n_new": 5, "n_rejected": 0, "seconds": 1.5}
    return {
        "run_id": run_id,
        "started_at": at,
        "finished_at": at,
        "rules_version": "1",
        **counts,
        "outcome": "ok",
    }


def test_views_show_what_is_logged_after_they_were_made(small: Small) -> None:
    small.publish(3)
    append_run(small.warehouse, run("2026-03-10T12", day(0)))
    append_run(small.warehouse, run("2026-03-11T12", day(1)))
    with connect(small.warehouse.duckdb_file) as connection:
        assert connection.execute("SELECT run_id, seconds FROM runs ORDER BY 1").fetchall() == [
            ("2026-03-10T12", 1.5),
            ("2026-03-11T12", 1.5),
        ]
        assert connection.execute("SELECT count(*) FROM rejects").fetchone() == (0,)


def test_a_run_may_log_more_than_once(warehouse: Warehouse) -> None:
    for path in ("a.txt", "b.txt", "c.txt"):
        append_rejects(
            warehouse, "run1", rejects(EMPTY_FILE | {"source_path": path}), rules_version="1", now=day(0)
        )
    assert read_log(warehouse, "rejects").height == 3


def test_nothing_new_writes_no_file(warehouse: Warehouse) -> None:
    append_arrivals(warehouse, "run1", arrivals(at=day(0)))
    assert [path.name for path in warehouse.log_parts("arrivals").iterdir()] == ["0.parquet"]


def test_a_log_that_is_not_there_is_empty(warehouse: Warehouse) -> None:
    for table in LOG:
        assert read_log(warehouse, table).is_empty()


def test_columns_that_older_parts_lack_are_null(warehouse: Warehouse) -> None:
    append_rejects(warehouse, "run1", rejects(EMPTY_FILE), rules_version="1", now=day(0))
    part = warehouse.log_parts("rejects") / "run1.parquet"
    older = pl.read_parquet(part).drop("raw_sha256")
    part.unlink()
    older.write_parquet(part)
    assert read_log(warehouse, "rejects")["raw_sha256"].to_list() == [None]


def test_a_damaged_part_is_named(warehouse: Warehouse) -> None:
    append_run(warehouse, run("run1", day(0)))
    part = warehouse.log_parts("runs") / "run1.parquet"
    part.chmod(0o644)
    part.write_bytes(b"half")
    with pytest.raises(DamagedError, match=r"run1\.parquet is damaged"):
        read_log(warehouse, "runs")


def test_an_id_that_is_no_file_name_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(WarehouseError, match="letters, digits"):
        append_run(warehouse, run("../run", day(0)))
