"""`report_texts`: the canonical text, apart from `reports` so that imports without it stay light."""

from schemas.table import Column, Table

REPORT_TEXTS = Table(
    name="report_texts",
    grain="One row a version of a report.",
    key=("report_id",),
    columns=(
        Column("report_id", "text", "The report.", refers_to="reports.report_id"),
        Column("text", "text", "The canonical text, into which every span points (NFC, line ends \\n)."),
    ),
)
