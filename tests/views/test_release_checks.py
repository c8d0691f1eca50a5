"""The checks of a release (warehouse/checks): none finds anything in good tables, each finds its fault."""

import datetime as dt
from pathlib import Path

import duckdb
import pytest

import warehouse
from schemas.sql_file import read_sql_folder
from schemas.validate import validate

CHECKS = {file.name: file for file in read_sql_folder(Path(warehouse.__file__).parent / "checks")}

# For each check: how to break the story so that it finds something.
BREAKS = {
    "clusters_have_one_original": lambda rows: rows["reports"][2].update(is_original=True),
    "current_versions_are_one": lambda rows: rows["reports"][0].update(superseded_by="r02"),
    "dates_agree_with_precision": lambda rows: rows["reports"][0].update(published_precision="month"),
    "keys_are_unique": lambda rows: rows["officials"].append(rows["officials"][0]),
    "mentions_are_folded": lambda rows: rows["commitment_mentions"].append(
        rows["commitment_mentions"][0] | {"mention_id": "once more"}
    ),
    "quotes_are_cut_from_texts": lambda rows: rows["agreement_mentions"][0].update(span_start=1),
    "records_stand_outside_furniture": lambda rows: rows["report_lines"][3].update(kind="furniture"),
    "references_resolve": lambda rows: rows["commitment_mentions"][0].update(speaker_id="nobody"),
    "targets_agree_with_mentions": lambda rows: rows["target_mentions"][1].update(due_year=2031),
}


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_good_tables_pass(full_story, name):
    assert full_story.warehouse().execute(CHECKS[name].select).fetchall() == []


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_a_fault_is_found(full_story, name):
    BREAKS[name](full_story.rows)
    assert full_story.warehouse().execute(CHECKS[name].select).fetchall() != []


def test_the_good_tables_are_valid(full_story):
    assert validate(full_story.tables()).rejects.is_empty()


def test_every_check_is_tried():
    assert set(CHECKS) == {*BREAKS, "stages_move_by_the_rule"}


CHANGE = {
    "commitment_id": "vkist_phase_2",
    "position": 2,
    "changed_on": dt.date(2025, 8, 11),
    "from_stage": "agreed",
    "stage": "signed",
    "cycle": 1,
    "told": "signed",
    "is_background": False,
    "acted_on": None,
    "published_on": dt.date(2025, 8, 11),
}


@pytest.mark.parametrize(
    ("differing", "what"),
    [
        ({}, None),
        ({"from_stage": "in_progress"}, "it goes down within a cycle"),
        ({"from_stage": "fulfilled", "cycle": 2}, None),
        ({"from_stage": "signed"}, "it changes nothing"),
        ({"from_stage": "signed", "cycle": 2}, None),
        ({"from_stage": "stalled"}, None),
        ({"told": "reaffirmed"}, "it rests on words that move nothing"),
        ({"is_background": True}, "it rests on words that move nothing"),
        ({"is_background": True, "acted_on": dt.date(2025, 8, 11)}, None),
        ({"stage": "stalled"}, "no word says that it stopped"),
        ({"stage": "stalled", "told": "stalled"}, None),
        ({"changed_on": dt.date(2025, 8, 12)}, "it is not of the day of the act"),
        ({"changed_on": dt.date(2024, 1, 1), "published_on": dt.date(2024, 1, 1)}, "it goes back in time"),
    ],
)
def test_stages_move_by_the_rule(differing, what):
    change = CHANGE | differing
    before = CHANGE | {"position": 1, "from_stage": None, "stage": "agreed", "told": "agreed"}
    before["changed_on"] = before["published_on"] = dt.date(2025, 1, 1)
    with duckdb.connect() as db:
        db.execute(
            "CREATE TABLE stage_changes (commitment_id VARCHAR, position INTEGER, changed_on DATE,"
            " from_stage VARCHAR, stage VARCHAR, cycle INTEGER, mention_id VARCHAR);"
            "CREATE TABLE commitment_mentions (mention_id VARCHAR, report_id VARCHAR, stage VARCHAR,"
            " is_background BOOLEAN, acted_on DATE);"
            "CREATE TABLE reports (report_id VARCHAR, published_on DATE, superseded_by VARCHAR)"
        )
        for number, row in enumerate((before, change)):
            key = f"r{number}"
            db.execute(
                "INSERT INTO stage_changes VALUES (?, ?, ?, ?, ?, ?, ?)",
                [row[c] for c in ("commitment_id", "position", "changed_on", "from_stage", "stage", "cycle")]
                + [key],
            )
            told = [key, key, row["told"], row["is_background"], row["acted_on"]]
            db.execute("INSERT INTO commitment_mentions VALUES (?, ?, ?, ?, ?)", told)
            db.execute("INSERT INTO reports VALUES (?, ?, NULL)", [key, row["published_on"]])
        found = db.execute(CHECKS["stages_move_by_the_rule"].select).fetchall()
    assert [row[-1] for row in found] == ([what] if what else [])
