"""`institutions`: each body once."""

from typing import get_args

from flows.extract.records import Level
from schemas.table import Column, Table

INSTITUTIONS = Table(
    name="institutions",
    grain="One row a body.",
    key=("institution_id",),
    columns=(
        Column("institution_id", "text", "Identifies the body: its id in seeds/, else a hash of its name."),
        Column("name", "text", "Canonical name; for a body not in seeds/, the name as first written."),
        Column("country", "text", "VN, KR or an ISO 3166 code; null if unknown.", nullable=True),
        Column(
            "level",
            "text",
            "What it is: state, ministry, agency, province, company or university.",
            nullable=True,
            allowed=get_args(Level),
        ),
    ),
)
