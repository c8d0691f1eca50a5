"""Validation: what is a bad row, what is a bad table, and what becomes of either."""

import datetime as dt

import polars as pl
import pytest
from public_rows import QUOTE, TEXT, frames, good_rows

from schemas.frame import TableFault
from schemas.tables import RELEASE_TABLES
from schemas.validate import validate


def rejected(rows):
    """The reasons for which rows were set aside: table → reason."""
    found = validate(frames(rows)).rejects
    return dict(found.select("table_name", "reason").iter_rows())


def test_good_rows_pass_in_published_order():
    tables = frames(good_rows())
    mixed_up = {name: frame.select(reversed(frame.columns)) for name, frame in tables.items()}
    validated = validate(mixed_up)
    assert validated.rejects.is_empty()
    assert list(validated.tables) == [table.name for table in RELEASE_TABLES]
    for table in RELEASE_TABLES:
        assert validated.tables[table.name].equals(tables[table.name])


@pytest.mark.parametrize(
    ("table", "change", "reason"),
    [
        ("commitment_mentions", {"stage": "decided"}, "value_not_allowed"),
        ("commitment_mentions", {"side": "jp"}, "value_not_allowed"),
        ("commitment_mentions", {"n_occurrences": 0}, "value_too_small"),
        ("commitment_mentions", {"rule": None}, "value_missing"),
        ("commitment_mentions", {"acted_on": dt.date(2025, 8, 11)}, "acted_on_with_precision"),
        ("commitment_mentions", {"acted_precision": "day"}, "acted_on_with_precision"),
        (
            "commitment_mentions",
            {"acted_on": dt.date(2025, 8, 11), "acted_precision": "month"},
            "acted_on_is_first_day",
        ),
        (
            "commitment_mentions",
            {"acted_on": dt.date(2025, 8, 1), "acted_precision": "year"},
            "acted_on_is_first_day",
        ),
        ("commitment_mentions", {"quote": "nhất trí"}, "quote_has_span_length, quote_is_not_text"),
        ("commitment_mentions", {"quote": QUOTE.replace("2", "1")}, "quote_is_not_text"),
        ("commitment_mentions", {"speaker_id": "nobody"}, "parent_unknown"),
        ("commitment_mentions", {"commitment_id": "vkist_phase_3"}, "parent_unknown"),
        ("commitment_mentions", {"report_id": "r9"}, "parent_unknown"),
        ("report_lines", {"span_start": 5, "span_end": 5}, "span_in_order"),
        ("report_lines", {"span_end": len(TEXT) + 1}, "span_beyond_text"),
        ("target_mentions", {"value_max": 100e9}, "range_in_order"),
    ],
)
def test_a_bad_row_is_set_aside(table, change, reason):
    rows = good_rows()
    rows[table][0] |= change
    assert rejected(rows) == {table: reason}


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("commitment_mentions", {"side": None, "speaker_id": None}),
        ("commitment_mentions", {"acted_on": dt.date(2025, 8, 11), "acted_precision": "day"}),
        ("commitment_mentions", {"acted_on": dt.date(2025, 8, 1), "acted_precision": "month"}),
        ("commitment_mentions", {"acted_on": dt.date(2025, 1, 1), "acted_precision": "year"}),
        ("reports", {"published_on": None, "published_precision": None, "published_basis": None}),
        ("target_mentions", {"value_max": 200e9}),
        ("commitments", {"parent_id": None}),
    ],
)
def test_its_good_neighbour_is_not(table, change):
    rows = good_rows()
    rows[table][0] |= change
    assert rejected(rows) == {}


def test_only_the_bad_row_of_a_table_goes():
    rows = good_rows()
    bad = rows["commitment_mentions"][0] | {"mention_id": "m2", "stage": "decided"}
    rows["commitment_mentions"].append(bad)
    validated = validate(frames(rows))
    assert validated.tables["commitment_mentions"]["mention_id"].to_list() == ["m1"]
    assert validated.rejects["detail"].to_list() == ["mention_id m2: stage is decided"]


def test_children_go_with_their_parent():
    rows = good_rows()
    rows["meetings"][0]["n_reports"] = 0
    assert rejected(rows) == {
        "meetings": "value_too_small",
        "meeting_mentions": "parent_rejected",
        "meeting_participants": "parent_rejected",
    }


def test_everything_goes_with_its_report():
    rows = good_rows()
    rows["reports"][0]["published_basis"] = None
    validated = validate(frames(rows))
    assert {name for name, frame in validated.tables.items() if not frame.is_empty()} == {
        "commitments", "officials", "meetings", "targets",
    }  # fmt: skip


def test_an_entry_goes_with_the_entry_that_it_is_a_part_of():
    rows = good_rows()
    rows["commitments"].append(
        rows["commitments"][0] | {"commitment_id": "vkist_lab", "parent_id": "vkist_phase_2"}
    )
    rows["commitments"][1]["kind"] = "dream"
    found = validate(frames(rows)).rejects.filter(pl.col("table_name") == "commitments")
    assert dict(found.select("detail", "reason").iter_rows()) == {
        "commitment_id vkist: kind is dream": "value_not_allowed",
        "commitment_id vkist_phase_2: parent_id vkist is not in this release": "parent_rejected",
        "commitment_id vkist_lab: parent_id vkist_phase_2 is not in this release": "parent_rejected",
    }


def test_a_reject_names_the_file_that_the_row_came_from():
    rows = good_rows()
    rows["commitment_mentions"][0]["stage"] = "decided"
    arrivals = pl.DataFrame(
        {
            "source_path": ["b.txt", "a.txt"],
            "source_item": [0, 3],
            "raw_sha256": ["0", "1"],
            "report_id": ["r1", "r1"],
            "first_seen_at": [dt.datetime(2025, 8, 12, tzinfo=dt.UTC)] * 2,
        }
    )
    assert validate(frames(rows), arrivals).rejects.to_dicts() == [
        {
            "source_path": "a.txt",
            "source_item": 3,
            "table_name": "commitment_mentions",
            "reason": "value_not_allowed",
            "detail": "mention_id m1: stage is decided",
        }
    ]


def test_a_text_that_is_not_kept_proves_nothing_wrong():
    rows = good_rows()
    rows["report_texts"] = []
    assert rejected(rows) == {}


class TestTableFaults:
    def fault(self, change):
        tables = frames(good_rows())
        change(tables)
        with pytest.raises(TableFault) as raised:
            validate(tables)
        return str(raised.value)

    def test_a_missing_table(self):
        assert self.fault(lambda tables: tables.pop("meetings")) == "meetings: is missing"

    def test_an_unknown_table(self):
        def add(tables):
            tables["rumours"] = pl.DataFrame()

        assert self.fault(add) == "rumours: is not a table of a release"

    def test_a_missing_column(self):
        def drop(tables):
            tables["reports"] = tables["reports"].drop("url", "title")

        assert self.fault(drop) == "reports: column missing: title, url"

    def test_an_unknown_column(self):
        def add(tables):
            tables["reports"] = tables["reports"].with_columns(mood=pl.lit("good"))

        assert self.fault(add) == "reports: column not in the schema: mood"

    def test_another_type(self):
        def cast(tables):
            tables["reports"] = tables["reports"].with_columns(pl.col("n_chars").cast(pl.String))

        assert self.fault(cast) == "reports: n_chars is String, not Int32"

    def test_a_number_that_does_not_fit(self):
        def widen(tables):
            tables["reports"] = tables["reports"].with_columns(n_chars=pl.lit(2**40))

        assert self.fault(widen).startswith("reports: a value does not fit its type")

    def test_a_key_that_stands_twice(self):
        def double(tables):
            tables["officials"] = pl.concat([tables["officials"]] * 2)

        assert self.fault(double) == "officials: 2 rows share a key, such as official_id o1"


def test_what_loses_nothing_is_cast():
    tables = frames(good_rows())
    tables["reports"] = tables["reports"].with_columns(pl.col("n_chars").cast(pl.Int64), url=pl.lit(None))
    validated = validate(tables)
    assert validated.tables["reports"].schema["n_chars"] == pl.Int32
    assert validated.tables["reports"].schema["url"] == pl.String
    assert validated.rejects.is_empty()
