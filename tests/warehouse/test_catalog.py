from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.frame import empty_frame
from schemas.tables import RELEASE_TABLES, SCHEMA_VERSION, TABLES
from tests.warehouse.conftest import Small
from warehouse.catalog import connect, run_checks
from warehouse.errors import WarehouseError
from warehouse.manifest import read_current
from warehouse.paths import Warehouse
from warehouse.release import publish
from warehouse.verify import verify


def test_every_public_view_stands_on_empty_tables_and_every_column_is_described(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path)
    tables = {table.name: empty_frame(table) for table in RELEASE_TABLES}
    publish(
        warehouse,
        tables,
        rules_version="1",
        schema_version=SCHEMA_VERSION,
        now=datetime(2026, 1, 1, tzinfo=UTC),
    )
    assert verify(warehouse) == []
    with connect(warehouse.duckdb_file) as connection:
        views = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
        assert set(TABLES) <= {name for (name,) in views}
        for (name,) in views:
            connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
        undescribed = (
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
        )
        assert connection.execute(undescribed).fetchall() == []


def test_a_header_that_describes_a_column_that_is_not_returned(small: Small) -> None:
    small.publish(3)
    header = "-- question: ?\n-- grain: ?\n-- columns:\n--   one: One.\n--   two: Two.\n"
    (small.sql.views / "v.sql").write_text(header + "SELECT 1 AS one")
    before = read_current(small.warehouse)
    with pytest.raises(WarehouseError, match=r"v\.sql: describes two, which it does not return"):
        small.publish(4)
    assert read_current(small.warehouse) == before


def test_a_view_that_needs_what_is_not_there(small: Small) -> None:
    (small.sql.views / "v.sql").write_text("-- question: ?\n-- needs: nothing\nSELECT 1 AS one")
    with pytest.raises(WarehouseError, match=r"v\.sql needs nothing"):
        small.publish(3)


def test_a_check_that_cannot_run_names_its_file(small: Small) -> None:
    (small.sql.checks / "c.sql").write_text("-- wrong: ?\nSELECT nowhere FROM mentions")
    with pytest.raises(WarehouseError, match=r"checks/c\.sql.*nowhere"):
        small.publish(3)


def test_checks_show_the_first_bad_rows(small: Small, tmp_path: Path) -> None:
    small.publish(3)
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "few.sql").write_text("-- wrong: Too few.\nSELECT mention_id FROM mentions ORDER BY mention_id")
    with connect(small.warehouse.duckdb_file) as connection:
        (failure,) = run_checks(connection, folder, show=2)
    assert (failure.n_rows, failure.first) == (3, (("m000",), ("m001",)))
    assert str(failure) == "few (Too few.): 3 bad rows, first: mention_id m000"


def test_the_catalog_is_read_only_and_tells_instants_in_utc(small: Small) -> None:
    small.publish(3)
    with connect(small.warehouse.duckdb_file) as connection:
        assert connection.execute("SELECT current_setting('TimeZone')").fetchone() == ("UTC",)
        with pytest.raises(Exception, match="read-only"):
            connection.execute("CREATE TABLE t (n INTEGER)")
