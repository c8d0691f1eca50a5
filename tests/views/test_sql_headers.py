"""Every SQL file says what it answers, what a row is and what each column holds; and it says it truly."""

import re
from pathlib import Path

import pytest

import warehouse
from schemas.sql_file import read_sql_folder
from schemas.tables import TABLES

WAREHOUSE = Path(warehouse.__file__).parent
VIEWS = {file.name: file for file in read_sql_folder(WAREHOUSE / "views")}
CHECKS = {file.name: file for file in read_sql_folder(WAREHOUSE / "checks")}
QUERIES = {file.name: file for file in read_sql_folder(WAREHOUSE / "queries")}

PROMISED = {
    "commitment_status", "commitment_timeline", "stage_changes", "vkist_phase_2", "apec_2027",
    "eps_labour_mou", "commitment_coverage", "agreement_ledger", "target_history", "who_said",
    "one_sided", "silences", "conflicts", "emerging_commitments", "meeting_calendar", "report_quality",
    "as_of",
}  # fmt: skip


def columns_of(catalog, select):
    return [row[0] for row in catalog.execute(f"DESCRIBE {select}").fetchall()]


def test_all_promised_views_are_there():
    assert set(VIEWS) >= PROMISED


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_a_view_documents_exactly_its_columns(catalog, name):
    view = VIEWS[name]
    source = f"{name}(NULL::DATE)" if view.macro else name
    assert list(view.columns) == columns_of(catalog, f"FROM {source}")
    assert all(text.endswith(".") or ":" in text for text in view.columns.values())


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_check_documents_exactly_its_columns(catalog, name):
    check = CHECKS[name]
    assert check.header["wrong"]
    assert list(check.columns) == columns_of(catalog, check.select)


@pytest.mark.parametrize(
    "file", [*VIEWS.values(), *CHECKS.values(), *QUERIES.values()], ids=lambda file: file.name
)
def test_a_file_asks_a_question(file):
    assert file.question.endswith(("?", "."))
    assert file.name in QUERIES or file.grain.startswith("One row ")


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_a_view_names_the_views_that_it_needs(name):
    words = set(re.findall(r"(?:FROM|JOIN) (\w+)", VIEWS[name].select))
    assert set(VIEWS[name].needs) == words & set(VIEWS)
    assert not words & (set(TABLES) & {"rejects", "runs", "arrivals"}), "the log is outside the release"


@pytest.mark.parametrize("file", [*VIEWS.values(), *CHECKS.values()], ids=lambda file: file.name)
def test_no_view_reads_the_clock(file):
    assert not re.search(r"(?i)\b(now\s*\(|current_date|current_timestamp|today\s*\()", file.select)


def test_a_view_over_a_macro_describes_its_columns_as_the_macro_does():
    assert VIEWS["stage_changes"].columns == VIEWS["stage_changes_as_of"].columns
    assert list(VIEWS["commitment_status"].columns) == list(VIEWS["as_of"].columns)
