"""Candidates told by several reports: which names are one thing, whatever order they come in."""

import itertools

import polars as pl
import pytest

from flows.extract.frames import EXTRACTED
from flows.link.link_candidates import link_candidates

CENTRE = "centre|ban dan|"
CENTRE_IN_BAC_NINH = "centre|ban dan|bac ninh"
RESEARCH_IN_BAC_NINH = "centre|ban cuu dan nghien|bac ninh"
CENTRE_IN_HA_NAM = "centre|ban dan|ha nam"


def told(
    report_id: str, key: str, label: str, stage: str = "agreed", start: int = 0, kind: str = "project"
) -> dict:
    quote = f"nhất trí xây dựng {label}"
    return {
        "report_id": report_id, "key": key, "label": label, "kind": kind, "stage": stage,
        "span_start": start, "span_end": start + len(quote), "quote": quote, "rule": "candidates.name",
    }  # fmt: skip


def linked(*rows: dict) -> pl.DataFrame:
    return link_candidates(pl.DataFrame(rows, schema=dict(EXTRACTED["candidate_mentions"])))


def groups(*keys: str) -> set[frozenset[str]]:
    """The reports r0, r1, … that tell one thing, for one report a key."""
    frame = linked(*(told(f"r{n}", key, key) for n, key in enumerate(keys)))
    grouped = frame.group_by("candidate_id").agg("report_id")["report_id"].to_list()
    return {frozenset(reports) for reports in grouped}


def test_a_shorter_name_joins_the_fuller_one():
    assert groups(CENTRE, CENTRE_IN_BAC_NINH) == {frozenset({"r0", "r1"})}


def test_places_tell_two_things_apart():
    assert groups(CENTRE_IN_BAC_NINH, CENTRE_IN_HA_NAM) == {frozenset({"r0"}), frozenset({"r1"})}


def test_a_name_that_fits_two_things_stands_alone():
    """It must not make one of both: "trung tâm bán dẫn" may be that of Bắc Ninh or that of Hà Nam."""
    assert len(groups(CENTRE, CENTRE_IN_BAC_NINH, CENTRE_IN_HA_NAM)) == 3


def test_names_join_over_a_name_between_them():
    assert len(groups(CENTRE, CENTRE_IN_BAC_NINH, RESEARCH_IN_BAC_NINH)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hospital|bac ninh|", "school|bac ninh|", id="a hospital and a school"),
        pytest.param("plant|dien|", "plant|ang dien khi vung|", id="one word of four"),
    ],
)
def test_things_that_share_words_are_not_one(one, other):
    assert len(groups(one, other)) == 2


def test_a_project_is_the_plant_that_it_builds():
    assert len(groups("project|2 ang dien vung|", "plant|2 ang dien vung|")) == 1


def test_no_order_changes_a_row():
    rows = [
        told("r1", CENTRE, "trung tâm bán dẫn"),
        told("r2", CENTRE_IN_BAC_NINH, "Trung tâm Bán dẫn tại Bắc Ninh", "proposed"),
        told("r2", CENTRE, "trung tâm bán dẫn", "in_progress", start=90),
        told("r3", CENTRE_IN_BAC_NINH, "trung tâm bán dẫn tại tỉnh Bắc Ninh"),
        told("r4", "fund|tre|", "Quỹ Trẻ", kind="fund"),
    ]
    first = linked(*rows)
    assert all(linked(*order).equals(first) for order in itertools.permutations(rows))


def test_the_fullest_name_is_the_label_and_each_report_keeps_its_own():
    frame = linked(
        told("r1", CENTRE, "trung tâm bán dẫn"),
        told("r2", CENTRE, "trung tâm bán dẫn"),
        told("r3", CENTRE_IN_BAC_NINH, "“Trung tâm Bán dẫn tại Bắc Ninh”"),
    )
    assert set(frame["label"]) == {"Trung tâm Bán dẫn tại Bắc Ninh"}
    assert frame.sort("report_id")["name_as_written"].to_list() == [
        "trung tâm bán dẫn",
        "trung tâm bán dẫn",
        "Trung tâm Bán dẫn tại Bắc Ninh",
    ]


def test_a_report_has_one_row_with_what_has_gone_furthest():
    frame = linked(
        told("r1", CENTRE, "trung tâm bán dẫn", "proposed"),
        told("r1", CENTRE_IN_BAC_NINH, "trung tâm bán dẫn tại Bắc Ninh", "in_progress", start=200),
        told("r1", CENTRE, "trung tâm bán dẫn", "agreed", start=90),
    )
    (row,) = frame.to_dicts()
    assert (row["stage"], row["span_start"]) == ("in_progress", 200)


def test_the_id_is_that_of_the_thing_not_of_who_told_it():
    one = linked(told("r1", CENTRE, "trung tâm bán dẫn"))["candidate_id"]
    fuller = linked(told("r7", CENTRE, "Trung tâm Bán dẫn"), told("r8", CENTRE_IN_BAC_NINH, "x"))[
        "candidate_id"
    ]
    assert set(one) == set(fuller)


def test_nothing_told_is_no_row():
    assert linked().is_empty()
