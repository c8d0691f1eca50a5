"""`commitment_candidates`: what nobody registered yet, for an analyst to look at."""

from typing import get_args

from flows.extract.records import Stage
from flows.reference.model import CommitmentKind
from schemas.table import SPAN_RULES, Column, Table, span_columns

COMMITMENT_CANDIDATES = Table(
    name="commitment_candidates",
    grain="One row an untracked item and report.",
    key=("candidate_id", "report_id"),
    columns=(
        Column("candidate_id", "text", "Identifies the item, across reports."),
        Column("report_id", "text", "The report that tells it.", refers_to="reports.report_id"),
        Column("label", "text", "What it is: its fullest name in any report."),
        Column("name_as_written", "text", "What this report calls it."),
        Column(
            "kind",
            "text",
            "What kind of commitment it would be, as in commitments.",
            allowed=get_args(CommitmentKind),
        ),
        Column(
            "stage",
            "text",
            "What the words report of it, as in commitment_mentions: proposed, agreed or in_progress; where a"
            " report tells several, the furthest.",
            allowed=get_args(Stage),
        ),
        *span_columns("the mention"),
    ),
    rules=SPAN_RULES,
)
