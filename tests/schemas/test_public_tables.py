"""The public tables: what the design promises of them, and what keeps them readable by every tool."""

import subprocess
import sys

import pytest

from schemas.model import pandera_schema
from schemas.tables import RELEASE_TABLES, TABLES

# The columns that others rely on; more may join them, none may go without a new schema version.
PROMISED = {
    "reports": """
        report_id document_id url outlet agency author language title published_on
        published_precision published_basis published_evidence text_sha256 n_chars cluster_id
        is_original superseded_by""",
    "report_texts": """
        report_id text""",
    "report_lines": """
        report_id line kind span_start span_end""",
    "commitments": """
        commitment_id name_vi name_en name_ko kind sector due_on due_precision parent_id renewable""",
    "commitment_mentions": """
        mention_id report_id commitment_id stage side speaker_id acted_on acted_precision
        is_background n_occurrences span_start span_end quote rule""",
    "agreements": """
        agreement_id kind title commitment_id party_vn_id party_kr_id signed_on signed_precision
        n_reports""",
    "agreement_mentions": """
        agreement_mention_id report_id agreement_id kind title party_vn party_kr level act
        signed_on signed_precision span_start span_end quote rule""",
    "targets": """
        target_id metric value currency due_year commitment_id""",
    "target_mentions": """
        target_mention_id report_id target_id metric value value_max currency due_year qualifier
        flag span_start span_end quote rule""",
    "meetings": """
        meeting_id kind held_on held_precision place n_reports""",
    "meeting_mentions": """
        meeting_mention_id report_id meeting_id kind held_on held_precision place span_start
        span_end quote rule""",
    "meeting_participants": """
        meeting_mention_id official_id name""",
    "officials": """
        official_id name country aliases""",
    "official_mentions": """
        report_id official_id name name_as_written role country span_start span_end quote rule""",
    "institutions": """
        institution_id name country level""",
    "institution_mentions": """
        report_id institution_id name_as_written span_start span_end quote rule""",
    "report_clusters": """
        cluster_id report_id shared_sentences containment is_original""",
    "commitment_candidates": """
        candidate_id report_id label stage span_start span_end quote rule""",
    "corrections": """
        record_id table_name column_name expected_value new_value reason who made_on made_precision state
        found_value detail""",
    "rejects": """
        source_path source_item table_name reason detail rejected_at""",
    "runs": """
        run_id started_at finished_at rules_version n_files n_new n_rejected seconds outcome""",
    "arrivals": """
        source_path source_item raw_sha256 report_id first_seen_at""",
}


def test_the_promised_tables_and_columns_are_there():
    assert set(TABLES) == set(PROMISED)
    for name, columns in PROMISED.items():
        assert set(TABLES[name].column_names) >= set(columns.split()), name


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_and_its_columns_are_described(table):
    assert table.grain.startswith("One row ")
    assert table.grain.endswith(".")
    for column in table.columns:
        assert column.description.endswith("."), column.name
        assert "  " not in column.description, column.name


@pytest.mark.parametrize("table", RELEASE_TABLES, ids=lambda table: table.name)
def test_a_table_stands_after_those_that_it_refers_to(table):
    names = [other.name for other in RELEASE_TABLES]
    for column in table.columns:
        if column.refers_to:
            parent, parent_column = column.refers_to.split(".")
            assert names.index(parent) <= names.index(table.name)
            assert TABLES[parent].key == (parent_column,)


@pytest.mark.parametrize("name", TABLES)
def test_pandera_carries_the_same_facts(name):
    schema = pandera_schema(name)
    table = TABLES[name]
    assert tuple(schema.columns) == table.column_names
    assert {key: column.description for key, column in schema.columns.items()} == {
        column.name: column.description for column in table.columns
    }


def test_columns_end_in_what_they_are():
    for table in TABLES.values():
        for column in table.columns:
            assert (column.type == "date") == column.name.endswith("_on"), column.name
            assert (column.type == "timestamp") == column.name.endswith("_at"), column.name
            if column.name.startswith("n_"):
                assert column.type == "int32"
            if column.name.endswith("_on"):
                stem = column.name.removesuffix("_on")
                assert f"{stem}_precision" in table.column_names


def test_naming_a_column_needs_no_heavy_library():
    code = "import sys, schemas.tables; print({'pandera', 'polars', 'pyarrow', 'duckdb'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
