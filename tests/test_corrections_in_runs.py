"""Corrections from the file to the terminal: a run applies them, tells those that no longer fit, reads nothing."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows import terminal
from flows.settings import Settings
from warehouse.paths import Warehouse
from warehouse.read_corrections import CorrectionTold, read_corrections
from warehouse.read_status import read_status

AGREED = """\
date 2026-03-10

Hai bên nhất trí sớm khởi động giai đoạn 2 của dự án VKIST giữa Việt Nam và Hàn Quốc.
"""
HEAD = ["record", "column", "expected", "new", "reason", "who", "when"]


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    (tmp_path / "agreed.txt").write_text(AGREED, encoding="utf-8")
    return Warehouse(tmp_path / "warehouse")


@pytest.fixture
def run(warehouse: Warehouse) -> Callable[..., Any]:
    """Run the flow on the report, with the corrections given."""
    from flows.track import track

    def call(*corrections: list[str]) -> Any:
        own = warehouse.root.parent / "ours.csv"
        with own.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEAD, *corrections])
        report = str(warehouse.root.parent / "agreed.txt")
        return track([report], Settings(warehouse=warehouse.root, corrections=own))

    return call


def stage(warehouse: Warehouse) -> str | None:
    return {row.commitment_id: row.current_stage for row in read_status(warehouse)}["vkist_phase_2"]


@pytest.mark.usefixtures("prefect_api")
def test_a_correction_makes_a_release_survives_the_next_run_and_is_told_when_it_no_longer_fits(
    run, warehouse
):
    run()
    assert stage(warehouse) == "agreed"
    mention = pl.read_parquet(warehouse.parquet_file("commitment_mentions"))["mention_id"][0]
    extracted = sorted(warehouse.extracted.rglob("*"))
    reason = ["the caption says so", "Lan", "2026-04-02"]

    fitting = [mention, "stage", "agreed", "in_progress", *reason]
    summary = run(fitting)
    assert (summary.outcome, summary.n_new) == ("published", 0)
    assert stage(warehouse) == "in_progress"
    assert [told.state for told in read_corrections(warehouse)] == ["applied"]
    assert run(fitting).outcome == "nothing_new"

    stale = [mention, "stage", "proposed", "in_progress", *reason]
    assert run(stale).outcome == "published"
    assert stage(warehouse) == "agreed"
    (told,) = read_corrections(warehouse)
    assert (told.state, told.found_value) == ("stale", "agreed")

    assert sorted(warehouse.extracted.rglob("*")) == extracted, "nothing was read again"


def test_a_warehouse_without_release_or_of_an_older_version_tells_of_no_correction(warehouse):
    assert read_corrections(warehouse) == []
    warehouse.create()
    warehouse.duckdb_file.write_bytes(b"not one of ours")
    assert read_corrections(warehouse) == []


def told(state: str, detail: str | None = None) -> CorrectionTold:
    return CorrectionTold(
        state, "commitment_mentions", "m1", "stage", "agreed", "signed", "proposed", "Lan", detail
    )


def shown(*corrections: CorrectionTold) -> str:
    with terminal.out.capture() as capture:
        terminal.show_corrections(corrections)
    return " ".join(capture.get().replace("│", " ").split())


def test_the_terminal_counts_corrections_and_shows_those_that_were_not_applied():
    assert shown() == ""
    assert shown(told("applied"), told("applied")) == "Corrections: 2 applied."
    drawn = shown(told("applied"), told("stale", "it is 'proposed' [red]now[/red]\x1b[2J"))
    assert "commitment_mentions.stage of m1, 'agreed' to 'signed' (Lan): it is 'proposed'" in drawn
    assert "[red]now[/red]" in drawn
    assert "\x1b" not in drawn
    assert drawn.endswith("Corrections: 1 applied, 1 stale.")
