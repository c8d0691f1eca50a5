import json
import os
import resource
from collections.abc import Callable

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

from tests.warehouse.conftest import NOON, Small, day
from warehouse.catalog import connect
from warehouse.errors import CheckFailedError, LostRowsError, WarehouseError
from warehouse.manifest import published_from, read_current, whole_release
from warehouse.release import Published, Unchanged
from warehouse.repair import prune
from warehouse.verify import verify


def counted(small: Small) -> int:
    with connect(small.warehouse.duckdb_file) as connection:
        (n,) = connection.execute("SELECT count(*) FROM mentions").fetchone() or (0,)
    return int(n)


def test_what_is_published_is_read_from_the_views_and_the_stable_paths(small: Small) -> None:
    done = small.publish(4)
    assert isinstance(done, Published)
    assert done.rows == {"mentions": 4, "report_texts": 3}
    assert done.previous is None
    with connect(small.warehouse.duckdb_file) as connection:
        assert connection.execute("FROM how_many ORDER BY report_id").fetchall() == [
            ("r0", 2),
            ("r1", 1),
            ("r2", 1),
        ]
        assert connection.execute("SELECT * FROM told_in('r1')").fetchall() == [("nhất trí",)]
        assert connection.execute("SELECT release_id, rules_version FROM camket_release").fetchall() == [
            (done.release_id, "1")
        ]
    assert pl.read_parquet(small.warehouse.parquet_file("mentions")).height == 4
    assert verify(small.warehouse, sql=small.sql) == []


def test_columns_are_described_in_the_file_and_in_the_catalog(small: Small) -> None:
    done = small.publish(2)
    path = small.warehouse.parquet_file("mentions")
    assert pq.read_schema(path).field("quote").metadata == {b"description": b"The words."}
    marks = pq.read_metadata(path).metadata
    assert marks[b"camket.table"] == b"mentions"
    assert marks[b"camket.release"].decode() == done.release_id
    with connect(small.warehouse.duckdb_file) as connection:
        assert connection.execute(
            "SELECT view_name, comment FROM duckdb_views() WHERE view_name IN ('told', 'mentions') ORDER BY 1"
        ).fetchall() == [("mentions", "One row a mention."), ("told", "What's told? One row a mention.")]
        said = "SELECT comment FROM duckdb_columns() WHERE table_name = 'how_many' AND column_name = 'n'"
        assert connection.execute(said).fetchall() == [("How many.",)]


def test_the_same_again_publishes_nothing_and_changes_no_byte(small: Small) -> None:
    first = small.publish(5)
    before, catalog = small.files(), small.warehouse.duckdb_file.stat().st_mtime_ns
    again = small.publish(5, now=day(1))
    assert again == Unchanged(first.release_id, ())
    assert small.files() == before
    assert small.warehouse.duckdb_file.stat().st_mtime_ns == catalog


def test_the_same_rows_in_another_order_and_another_place_give_the_same_bytes(
    small: Small, make_small: Callable[[str], Small]
) -> None:
    small.publish(5)
    other = make_small("elsewhere")
    tables = {name: frame.reverse() for name, frame in other.tables(5).items()}
    other.publish(5, tables=dict(reversed(tables.items())), now=day(40))
    assert other.files() == small.files()


def test_bytes_do_not_depend_on_what_was_published_before(
    small: Small, make_small: Callable[[str], Small]
) -> None:
    small.publish(5)
    small.publish(6)
    other = make_small("elsewhere")
    last = other.publish(6)
    now = small.files()
    assert {path: now[path] for path in other.files()} == other.files()
    assert read_current(small.warehouse) == last.release_id


def test_what_was_before_comes_back_under_its_old_id(small: Small) -> None:
    first, second = small.publish(5), small.publish(6, now=day(1))
    third = small.publish(5, now=day(2))
    assert isinstance(third, Published)
    assert (third.release_id, third.previous) == (first.release_id, second.release_id)
    assert counted(small) == 5
    assert verify(small.warehouse, sql=small.sql) == []


@pytest.mark.parametrize("changed", ["rules_version", "schema_version"])
def test_other_rules_or_columns_make_another_release(small: Small, changed: str) -> None:
    assert small.publish(3).release_id != small.publish(3, **{changed: "2"}).release_id


def test_unchanged_texts_are_linked_and_changed_ones_written(small: Small) -> None:
    first, second = small.publish(3), small.publish(4)
    assert isinstance(first, Published)
    assert isinstance(second, Published)
    assert (first.linked, second.linked) == ((), ("report_texts",))
    assert (first.folder / "report_texts.parquet").samefile(second.folder / "report_texts.parquet")
    assert b"camket.release" not in pq.read_metadata(second.folder / "report_texts.parquet").metadata
    third = small.publish(4, tables=small.tables(4, texts=4))
    assert isinstance(third, Published)
    assert third.linked == ()


def test_damaged_texts_are_not_linked(small: Small) -> None:
    first = small.publish(3)
    assert isinstance(first, Published)
    texts = first.folder / "report_texts.parquet"
    size = texts.stat().st_size
    texts.unlink()
    texts.write_bytes(b"x" * size)
    second = small.publish(4)
    assert isinstance(second, Published)
    assert second.linked == ()
    assert verify(small.warehouse, sql=small.sql) == []


def test_a_failing_check_publishes_nothing_and_shows_the_row(small: Small) -> None:
    first = small.publish(3)
    before = small.files()
    with pytest.raises(CheckFailedError, match=r"quote_is_span .*not in the text.*3 bad rows.*ký kết"):
        small.publish(3, tables=small.tables(3, quote="ký kết"))
    assert small.files() == before
    assert read_current(small.warehouse) == first.release_id
    assert verify(small.warehouse, sql=small.sql) == []


def test_a_view_that_fails_publishes_nothing_and_names_the_file(small: Small) -> None:
    small.publish(3)
    text = "-- question: ?\n-- grain: ?\nSELECT nowhere FROM mentions"
    (small.sql.views / "broken.sql").write_text(text)
    with pytest.raises(WarehouseError, match=r"broken\.sql.*nowhere"):
        small.publish(4)
    assert counted(small) == 3


@pytest.mark.parametrize(("before", "after", "refused"), [(40, 19, True), (40, 20, False), (19, 0, False)])
def test_a_table_that_lost_most_of_its_rows_is_not_published(
    small: Small, before: int, after: int, refused: bool
) -> None:
    small.publish(before)
    if refused:
        with pytest.raises(LostRowsError, match="mentions has 19 rows instead of 40"):
            small.publish(after)
        assert counted(small) == before
        small.publish(after, max_loss=1.0)
    else:
        small.publish(after)
    assert counted(small) == after


def test_a_table_that_is_gone_counts_as_lost_and_leaves_its_stable_path(small: Small) -> None:
    small.publish(1, tables=small.tables(1, texts=30))
    (small.sql.checks / "quote_is_span.sql").unlink()
    only = {"mentions": small.tables(1)["mentions"]}
    with pytest.raises(LostRowsError, match="report_texts has 0 rows instead of 30"):
        small.publish(1, tables=only)
    small.publish(1, tables=only, max_loss=1.0)
    assert not small.warehouse.parquet_file("report_texts").exists()


def test_tables_without_rows_are_published(small: Small) -> None:
    small.publish(0, tables={name: frame.clear() for name, frame in small.tables(1).items()})
    assert counted(small) == 0


def test_what_a_release_was_made_from_is_kept_beside_it(small: Small) -> None:
    small.publish(3, made_from="a")
    assert published_from(small.warehouse) == "a"
    before = small.files()
    assert isinstance(small.publish(3, made_from="b"), Unchanged)
    assert published_from(small.warehouse) == "b"
    assert small.files() == before
    small.publish(4)
    assert published_from(small.warehouse) is None


def test_files_of_a_release_cannot_be_written_into(small: Small) -> None:
    small.publish(3)
    assert small.warehouse.parquet_file("mentions").stat().st_mode & 0o222 == 0


def test_without_hard_links_the_stable_files_are_copies(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    small.publish(3)
    done = small.publish(4)
    assert isinstance(done, Published)
    assert done.linked == ()
    assert not small.warehouse.parquet_file("mentions").samefile(done.folder / "mentions.parquet")
    assert isinstance(small.publish(4), Unchanged)
    assert verify(small.warehouse, sql=small.sql) == []


@pytest.mark.parametrize("name", ["bao cao Việt", 'it\'s "quoted"', "[a-z] {b,c} *"])
def test_odd_folder_names(make_small: Callable[[str], Small], name: str) -> None:
    odd = make_small(name)
    odd.publish(3)
    odd.publish(4)
    assert counted(odd) == 4
    with connect(odd.warehouse.duckdb_file) as connection:
        assert connection.execute("SELECT count(*) FROM runs").fetchone() == (0,)
    assert verify(odd.warehouse, sql=odd.sql) == []


def test_a_folder_name_that_duckdb_cannot_write_under_is_refused(make_small: Callable[[str], Small]) -> None:
    with pytest.raises(WarehouseError, match=r"why\?.*DuckDB"):
        make_small("why?")


def test_a_full_disk_publishes_nothing(small: Small) -> None:
    first = small.publish(3)
    many = small.tables(20_000)
    many["mentions"] = many["mentions"].with_columns(
        pl.format("m{}", pl.int_range(20_000).hash()).alias("mention_id")
    )
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(WarehouseError, match="cannot write"):
            small.publish(0, tables=many)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    current = whole_release(small.warehouse)
    assert current is not None
    assert current.release_id == first.release_id
    assert verify(small.warehouse, sql=small.sql) == []


def test_current_json_tells_where_to_read(small: Small) -> None:
    done = small.publish(3)
    current = json.loads(small.warehouse.current_json.read_text())
    assert current["folder"] == f"releases/{done.release_id}"
    assert current["schema_version"] == "1.0"


def test_who_has_the_old_files_open_goes_on_reading_them(small: Small) -> None:
    small.publish(3)
    with (
        connect(small.warehouse.duckdb_file) as old,
        small.warehouse.parquet_file("mentions").open("rb") as file,
    ):
        small.publish(4)
        assert old.execute("SELECT count(*) FROM mentions").fetchone() == (3,)
        assert pl.read_parquet(file).height == 3
    assert counted(small) == 4


class TestPrune:
    def test_releases_go_when_the_grace_since_they_were_replaced_is_over(self, small: Small) -> None:
        first = small.publish(3, now=day(0))
        second = small.publish(4, now=day(20))
        third = small.publish(5, now=day(21))
        # Published three weeks ago, but in use until the day before yesterday.
        assert prune(small.warehouse, now=day(22)) == ()
        assert prune(small.warehouse, now=day(27.5)) == (first.release_id,)
        assert prune(small.warehouse, now=day(99)) == (second.release_id,)
        assert prune(small.warehouse, now=day(999)) == ()
        assert read_current(small.warehouse) == third.release_id
        assert verify(small.warehouse, sql=small.sql) == []

    def test_the_current_release_stays_though_a_newer_folder_is_there(self, small: Small) -> None:
        first = small.publish(3, now=day(0))
        current = small.warehouse.current_json.read_bytes()
        small.publish(4, now=day(1))
        small.warehouse.current_json.write_bytes(current)
        assert prune(small.warehouse, now=day(99)) == ()
        assert read_current(small.warehouse) == first.release_id

    def test_a_release_that_came_back_counts_from_its_return(self, small: Small) -> None:
        small.publish(3, now=day(0))
        second = small.publish(4, now=day(1))
        small.publish(3, now=day(2))
        assert prune(small.warehouse, now=day(8)) == ()
        assert prune(small.warehouse, now=day(10)) == (second.release_id,)

    def test_nothing_is_pruned_where_nothing_was_published(self, small: Small) -> None:
        assert prune(small.warehouse, now=NOON) == ()


def test_no_network_is_asked_for() -> None:
    with connect() as connection, pytest.raises(duckdb.Error, match="httpfs"):
        connection.execute("SELECT * FROM read_parquet('https://localhost:1/x.parquet')")
