"""`commitment_mentions`: who moved which commitment how far, in which words."""

from typing import get_args

from flows.extract.records import Side, Stage
from schemas.table import SPAN_RULES, Column, Table, date_columns, date_rules, span_columns

COMMITMENT_MENTIONS = Table(
    name="commitment_mentions",
    grain="One row a report, commitment, stage, side and day of the act.",
    key=("mention_id",),
    columns=(
        Column("mention_id", "text", "Identifies the mention."),
        Column("report_id", "text", "The report that tells it.", refers_to="reports.report_id"),
        Column("commitment_id", "text", "The commitment.", refers_to="commitments.commitment_id"),
        Column(
            "stage",
            "text",
            "What the words report: proposed (asked, offered, discussed), agreed, signed, in_progress,"
            " fulfilled, stalled (delayed, suspended, not renewed), withdrawn, or reaffirmed (named as"
            " existing).",
            allowed=get_args(Stage),
        ),
        Column(
            "side",
            "text",
            "Who commits or asks: vn, kr or both; null where not told.",
            nullable=True,
            allowed=get_args(Side),
        ),
        Column(
            "speaker_id",
            "text",
            "The official who says so; null where none is named.",
            nullable=True,
            refers_to="officials.official_id",
        ),
        *date_columns("acted", "Day of the act, where the text gives one"),
        Column("is_background", "boolean", "Whether an earlier act is told in passing."),
        Column(
            "n_occurrences",
            "int32",
            "How many places of the report tell this act, captions and repeats included.",
            at_least=1,
        ),
        *span_columns("the best place"),
    ),
    rules=(*SPAN_RULES, *date_rules("acted")),
)
