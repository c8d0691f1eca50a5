"""`target_mentions`: a quantity to reach as one report tells it."""

from schemas.table import SPAN_RULES, Column, Rule, Table, span_columns

TARGET_MENTIONS = Table(
    name="target_mentions",
    grain="One row a report and target.",
    key=("target_mention_id",),
    columns=(
        Column("target_mention_id", "text", "Identifies the mention."),
        Column("report_id", "text", "The report that tells it.", refers_to="reports.report_id"),
        Column("target_id", "text", "The target.", refers_to="targets.target_id"),
        Column("metric", "text", "What is counted, as in targets.metric."),
        Column("value", "float64", "The quantity as told, in whole units or heads.", nullable=True),
        Column("value_max", "float64", "The upper end, where a range is told.", nullable=True),
        Column("currency", "text", "ISO 4217 code; null for heads and where not told.", nullable=True),
        Column("due_year", "int32", "The year as told, misprints included.", nullable=True, at_least=1900),
        Column("qualifier", "text", "Words such as about, over, at least.", nullable=True),
        Column(
            "flag", "text", "What is odd about it, such as a misprint or a missing currency.", nullable=True
        ),
        *span_columns("the mention"),
    ),
    rules=(
        *SPAN_RULES,
        Rule(
            "range_in_order",
            "coalesce(value <= value_max, TRUE)",
            "A range runs from its lower to its upper end.",
        ),
    ),
)
