"""`institution_mentions`: a body as one report names it."""

from schemas.table import SPAN_RULES, Column, Table, span_columns

INSTITUTION_MENTIONS = Table(
    name="institution_mentions",
    grain="One row a report and body.",
    key=("report_id", "institution_id"),
    columns=(
        Column("report_id", "text", "The report that names the body.", refers_to="reports.report_id"),
        Column("institution_id", "text", "The body.", refers_to="institutions.institution_id"),
        Column("name_as_written", "text", "The name as this report writes it."),
        *span_columns("the naming"),
    ),
    rules=SPAN_RULES,
)
