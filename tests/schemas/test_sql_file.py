"""Headers of SQL files: what is read from them, and what is refused."""

import duckdb
import pytest

from schemas.sql_file import read_sql_file, read_sql_folder

STATUS = """\
-- question: Where does each commitment stand?
-- grain: One row a commitment.
-- needs: stage_changes
-- columns:
--   commitment_id: The commitment.
--   since_on: The day since which
--     it stands there: null if unknown.
SELECT commitment_id, since_on
FROM stage_changes;
"""
MACRO = """\
-- question: What was known on a day?
-- grain: One row a commitment.
-- macro: as_of(d)
-- columns:
--   day: The day.
WITH days AS (SELECT d AS day)
SELECT day FROM days
"""


def write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.sql").write_text(text, encoding="utf-8")
    return folder


def test_a_view(tmp_path):
    view = read_sql_file(write(tmp_path, commitment_status=STATUS) / "commitment_status.sql")
    assert view.question == "Where does each commitment stand?"
    assert view.needs == ("stage_changes",)
    assert view.columns == {
        "commitment_id": "The commitment.",
        "since_on": "The day since which it stands there: null if unknown.",
    }
    assert (
        view.statement
        == "CREATE VIEW commitment_status AS\nSELECT commitment_id, since_on\nFROM stage_changes"
    )


def test_a_table_macro(tmp_path):
    macro = read_sql_file(write(tmp_path, as_of=MACRO) / "as_of.sql")
    with duckdb.connect() as db:
        db.execute(macro.statement)
        assert db.execute("SELECT day::VARCHAR FROM as_of(DATE '2025-08-11')").fetchall() == [("2025-08-11",)]


def test_each_file_stands_after_those_that_it_needs(tmp_path):
    plain = "-- question: What?\nSELECT 1 AS one\n"
    needing = "-- question: What?\n-- needs: {}\nSELECT 1 AS one\n"
    write(tmp_path, a=needing.format("c"), b=plain, c=needing.format("b"))
    assert [file.name for file in read_sql_folder(tmp_path)] == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("-- question: What?\n-- grain\nSELECT 1", "line 2"),
        ("-- no field\nSELECT 1", "line 1"),
        ("-- question: What?\nDROP TABLE reports", "no SELECT"),
        ("-- question: What?\n", "no SELECT"),
    ],
)
def test_a_header_of_another_form_is_refused(tmp_path, text, complaint):
    with pytest.raises(ValueError, match=complaint):
        read_sql_file(write(tmp_path, view=text) / "view.sql")


def test_a_view_that_needs_what_is_not_there_is_refused(tmp_path):
    with pytest.raises(ValueError, match="needs stage_changes, which is not there"):
        read_sql_folder(write(tmp_path, commitment_status=STATUS))


def test_views_that_need_each_other_are_refused(tmp_path):
    needing = "-- question: What?\n-- needs: {}\nSELECT 1 AS one\n"
    with pytest.raises(ValueError, match="need each other"):
        read_sql_folder(write(tmp_path, a=needing.format("b"), b=needing.format("a")))
