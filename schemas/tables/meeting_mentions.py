"""`meeting_mentions`: a meeting as one report tells of it."""

from typing import get_args

from flows.extract.records import MeetingKind
from schemas.table import SPAN_RULES, Column, Table, date_columns, date_rules, span_columns

MEETING_MENTIONS = Table(
    name="meeting_mentions",
    grain="One row a report and meeting.",
    key=("meeting_mention_id",),
    columns=(
        Column("meeting_mention_id", "text", "Identifies the mention."),
        Column("report_id", "text", "The report that tells of it.", refers_to="reports.report_id"),
        Column("meeting_id", "text", "The meeting.", refers_to="meetings.meeting_id"),
        Column("kind", "text", "What sort of meeting the words say it was.", allowed=get_args(MeetingKind)),
        *date_columns("held", "Day on which it was held, as this report gives it"),
        Column("place", "text", "Where it was held, as this report gives it.", nullable=True),
        *span_columns("the mention"),
    ),
    rules=(*SPAN_RULES, *date_rules("held")),
)
