"""`official_mentions`: a person as one report names them."""

from schemas.table import SPAN_RULES, Column, Table, span_columns

OFFICIAL_MENTIONS = Table(
    name="official_mentions",
    grain="One row a report and person.",
    key=("report_id", "official_id"),
    columns=(
        Column("report_id", "text", "The report that names the person.", refers_to="reports.report_id"),
        Column("official_id", "text", "The person.", refers_to="officials.official_id"),
        Column("name", "text", "Canonical name, as in officials.name."),
        Column("name_as_written", "text", "The name as this report writes it."),
        Column("role", "text", "The post as written; null where the report gives none.", nullable=True),
        Column(
            "country",
            "text",
            "Country of the office: VN, KR or an ISO 3166 code; null if unknown.",
            nullable=True,
        ),
        *span_columns("the naming"),
    ),
    rules=SPAN_RULES,
)
