"""`commitment_candidates`: what nobody registered yet, for an analyst to look at."""

from typing import get_args

from flows.extract.records import Stage
from schemas.table import SPAN_RULES, Column, Table, span_columns

COMMITMENT_CANDIDATES = Table(
    name="commitment_candidates",
    grain="One row an untracked item and report.",
    key=("candidate_id", "report_id"),
    columns=(
        Column("candidate_id", "text", "Identifies the item, across reports."),
        Column("report_id", "text", "The report that tells it.", refers_to="reports.report_id"),
        Column("label", "text", "What it is, in the words of a report."),
        Column(
            "stage",
            "text",
            "What the words report of it, as in commitment_mentions.",
            allowed=get_args(Stage),
        ),
        *span_columns("the mention"),
    ),
    rules=SPAN_RULES,
)
