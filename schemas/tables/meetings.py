"""`meetings`: each meeting once, whichever reports tell of it."""

from typing import get_args

from flows.extract.records import MeetingKind
from schemas.table import Column, Table, date_columns, date_rules

MEETINGS = Table(
    name="meetings",
    grain="One row a meeting, across reports.",
    key=("meeting_id",),
    columns=(
        Column("meeting_id", "text", "Identifies the meeting."),
        Column("kind", "text", "What sort of meeting it was.", allowed=get_args(MeetingKind)),
        *date_columns("held", "Day on which it was held"),
        Column("place", "text", "Where it was held.", nullable=True),
        Column("n_reports", "int32", "How many reports tell of it.", at_least=1),
    ),
    rules=date_rules("held"),
)
