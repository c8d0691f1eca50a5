"""`meeting_participants`: who was there, as one report tells it."""

from schemas.table import Column, Table

MEETING_PARTICIPANTS = Table(
    name="meeting_participants",
    grain="One row a mention of a meeting and person.",
    key=("meeting_mention_id", "official_id"),
    columns=(
        Column(
            "meeting_mention_id",
            "text",
            "The mention of the meeting.",
            refers_to="meeting_mentions.meeting_mention_id",
        ),
        Column("official_id", "text", "The person.", refers_to="officials.official_id"),
        Column("name", "text", "The person's canonical name."),
    ),
)
