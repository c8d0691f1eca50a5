"""`report_lines`: what each line of a report is."""

from typing import get_args

from flows.read.report import LineKind
from schemas.table import SPAN_IN_ORDER, Column, Table, span_bounds

REPORT_LINES = Table(
    name="report_lines",
    grain="One row a line of a report that is not empty.",
    key=("report_id", "line"),
    columns=(
        Column("report_id", "text", "The report.", refers_to="reports.report_id"),
        Column("line", "int32", "Number of the line, from 0; empty lines are counted.", at_least=0),
        Column(
            "kind",
            "text",
            "body, heading, caption, or furniture (players, related links, forms, credits: never a source).",
            allowed=get_args(LineKind),
        ),
        *span_bounds("the line"),
    ),
    rules=(SPAN_IN_ORDER,),
)
