from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.conftest import day
from warehouse.errors import DamagedError, WarehouseError
from warehouse.log import append_arrivals
from warehouse.paths import Warehouse
from warehouse.store import (
    inputs_sha256,
    known_hashes,
    known_inputs,
    part_id_of,
    prune_parts,
    read_parts,
    rules_versions,
    write_part,
)


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path / "camket [data]")


def chunk(*reports: str, refused: tuple[str, ...] = ()) -> tuple[pl.DataFrame, dict[str, pl.DataFrame]]:
    """The inputs and tables of a chunk: each report has two mentions."""
    rows = [(f"raw-{name}", name) for name in reports] + [(raw, None) for raw in refused]
    inputs = pl.DataFrame(rows, schema={"raw_sha256": pl.String, "report_id": pl.String}, orient="row")
    ids = [name for name in dict.fromkeys(reports) for _ in range(2)]
    mentions = pl.DataFrame(
        {"report_id": ids, "n": [2, 1] * (len(ids) // 2)},
        schema_overrides={"report_id": pl.String, "n": pl.Int64},
    )
    texts = pl.DataFrame({"report_id": list(dict.fromkeys(reports))}, schema={"report_id": pl.String})
    return inputs, {"reports": texts, "mentions": mentions}


def test_what_is_written_is_read_and_known(warehouse: Warehouse) -> None:
    assert read_parts(warehouse, "1") == {}
    assert known_hashes(warehouse, "1") == frozenset()
    write_part(warehouse, "1", *chunk("r2", "r1", refused=("raw-x",)))
    write_part(warehouse, "1", *chunk("r0"))
    assert known_hashes(warehouse, "1") == {"raw-r0", "raw-r1", "raw-r2", "raw-x"}
    assert known_inputs(warehouse, "1").filter(pl.col("report_id").is_null()).rows() == [("raw-x", None)]
    assert read_parts(warehouse, "1")["mentions"].rows() == [
        ("r0", 2), ("r0", 1), ("r1", 2), ("r1", 1), ("r2", 2), ("r2", 1),
    ]  # fmt: skip
    assert known_hashes(warehouse, "2") == frozenset()


def test_a_chunk_that_is_done_is_not_done_again(warehouse: Warehouse) -> None:
    part = write_part(warehouse, "1", *chunk("r1", "r2"))
    file = warehouse.extracted_under("1") / part / "mentions.parquet"
    before = file.stat().st_mtime_ns
    assert write_part(warehouse, "1", *chunk("r2", "r1")) == part == part_id_of(["raw-r2", "raw-r1"])
    assert file.stat().st_mtime_ns == before


@given(st.permutations(["r1", "r2", "r3", "r4"]), st.sets(st.integers(1, 3)))
@settings(max_examples=12, deadline=None)
def test_however_cut_into_chunks_the_same_reports_give_the_same_frames(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], cuts: set[int]
) -> None:
    whole, cut = Warehouse(tmp_path_factory.mktemp("whole")), Warehouse(tmp_path_factory.mktemp("cut"))
    write_part(whole, "1", *chunk("r1", "r2", "r3", "r4"))
    bounds = [0, *sorted(cuts), 4]
    for start, end in pairwise(bounds):
        write_part(cut, "1", *chunk(*order[start:end]))
    expected, found = read_parts(whole, "1"), read_parts(cut, "1")
    assert expected.keys() == found.keys()
    for name, frame in expected.items():
        assert frame.equals(found[name])


def test_a_report_that_two_chunks_hold_is_read_once(warehouse: Warehouse) -> None:
    write_part(warehouse, "1", *chunk("r1", "r2"))
    inputs, tables = chunk("r2")
    with_bom = inputs.with_columns(raw_sha256=pl.lit("raw-r2-with-bom"))
    write_part(warehouse, "1", with_bom, tables)
    assert read_parts(warehouse, "1")["reports"]["report_id"].to_list() == ["r1", "r2"]
    assert read_parts(warehouse, "1")["mentions"].height == 4


def test_a_chunk_with_a_report_twice_is_a_mistake(warehouse: Warehouse) -> None:
    inputs, tables = chunk("r1")
    with pytest.raises(ValueError, match="twice"):
        write_part(warehouse, "1", inputs, tables | {"reports": pl.concat([tables["reports"]] * 2)})


def test_a_chunk_of_refused_inputs_only(warehouse: Warehouse) -> None:
    write_part(warehouse, "1", *chunk(refused=("raw-x",)))
    assert known_hashes(warehouse, "1") == {"raw-x"}
    assert read_parts(warehouse, "1")["reports"].is_empty()


def test_a_half_written_part_is_not_seen(warehouse: Warehouse) -> None:
    write_part(warehouse, "1", *chunk("r1"))
    half = warehouse.extracted_under("1") / ".tmp-abc-1"
    half.mkdir()
    (half / "inputs.parquet").write_bytes(b"PAR1")
    assert known_hashes(warehouse, "1") == {"raw-r1"}


def test_parts_of_older_rules_go_once_the_new_rules_have_read_all_their_inputs(warehouse: Warehouse) -> None:
    write_part(warehouse, "1", *chunk("r1"))
    kept = write_part(warehouse, "1", *chunk("r2", "r3"))
    gone = part_id_of(["raw-r1"])
    write_part(warehouse, "2", *chunk("r1", "r2"))
    assert prune_parts(warehouse, "2") == (f"1/{gone}",)
    assert known_hashes(warehouse, "1") == {"raw-r2", "raw-r3"}  # r3 may have no original any more
    write_part(warehouse, "2", *chunk("r3"))
    assert prune_parts(warehouse, "2") == (f"1/{kept}",)
    assert rules_versions(warehouse) == ("2",)


def test_what_a_release_is_made_from_changes_with_inputs_and_places(warehouse: Warehouse) -> None:
    seen = [inputs_sha256(warehouse, "1")]
    write_part(warehouse, "1", *chunk("r1"))
    seen.append(inputs_sha256(warehouse, "1"))
    row = {"source_path": ["a"], "source_item": [0], "raw_sha256": ["raw-r1"], "report_id": ["r1"]}
    append_arrivals(warehouse, "run", pl.DataFrame({**row, "first_seen_at": [day(0)]}))
    seen += [inputs_sha256(warehouse, "1"), inputs_sha256(warehouse, "2")]
    assert len(set(seen)) == 4
    assert inputs_sha256(warehouse, "1") == seen[2]


def test_a_damaged_part_is_named(warehouse: Warehouse) -> None:
    part = write_part(warehouse, "1", *chunk("r1"))
    (warehouse.extracted_under("1") / part / "mentions.parquet").write_bytes(b"")
    with pytest.raises(DamagedError, match=f"{part}, then run again"):
        read_parts(warehouse, "1")


def test_a_rules_version_that_is_no_folder_name_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(WarehouseError, match="letters, digits"):
        known_hashes(warehouse, "../1")
