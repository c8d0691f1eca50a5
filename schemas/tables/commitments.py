"""`commitments`: the registry of what is tracked, from seeds/commitments.yml."""

from typing import get_args

from flows.reference.model import CommitmentKind
from schemas.table import Column, Table, date_columns, date_rules

COMMITMENTS = Table(
    name="commitments",
    grain="One row an entry of the registry, mentioned by a report or not.",
    key=("commitment_id",),
    columns=(
        Column("commitment_id", "text", "Identifies the commitment; a word, not a number."),
        Column("name_vi", "text", "Name in Vietnamese."),
        Column("name_en", "text", "Name in English."),
        Column("name_ko", "text", "Name in Korean.", nullable=True),
        Column("kind", "text", "What sort of thing it is.", allowed=get_args(CommitmentKind)),
        Column("sector", "text", "The field it belongs to (trade, science, labour, …)."),
        *date_columns("due", "Day by which it is to be done"),
        Column(
            "parent_id",
            "text",
            "The commitment that this one is a part of.",
            nullable=True,
            refers_to="commitments.commitment_id",
        ),
        Column("renewable", "boolean", "Whether it is renewed from time to time, so that it has cycles."),
    ),
    rules=date_rules("due"),
)
