"""`corrections`: what analysts corrected, and whether each correction still applies."""

from schemas.table import Column, Table, date_columns, date_rules

STATES = ("applied", "stale", "refused", "unknown_record")

CORRECTIONS = Table(
    name="corrections",
    grain="One row a correction: a cell to be corrected, or a record to be dropped.",
    key=("record_id", "column_name"),
    columns=(
        Column("record_id", "text", "The record: the key of its row, the parts of a key joined by '/'."),
        Column(
            "table_name",
            "text",
            "The table that it stands in; null where no record is so called.",
            nullable=True,
        ),
        Column("column_name", "text", "The column to correct; * where the record is to be dropped."),
        Column(
            "expected_value",
            "text",
            "The value that is wrong, as the analyst found it; null for an empty cell. Of a record to be"
            " dropped, its quote.",
            nullable=True,
        ),
        Column(
            "new_value",
            "text",
            "The value in its place; null for an empty cell; delete where the record is to be dropped.",
            nullable=True,
        ),
        Column("reason", "text", "Why, in the analyst's words."),
        Column("who", "text", "The analyst."),
        *date_columns("made", "Day of the correction"),
        Column(
            "state",
            "text",
            "applied; stale (the value expected no longer stands, and nothing was changed); refused (the new"
            " value cannot stand in that row); unknown_record (no record of this release has the id).",
            allowed=STATES,
        ),
        Column(
            "found_value",
            "text",
            "The value that stood there before corrections; null for an empty cell, or where no record was"
            " found.",
            nullable=True,
        ),
        Column("detail", "text", "Why it was not applied, in a sentence for people.", nullable=True),
    ),
    rules=date_rules("made"),
)
