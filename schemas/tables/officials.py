"""`officials`: each person in public office once."""

from schemas.table import Column, Table

OFFICIALS = Table(
    name="officials",
    grain="One row a person.",
    key=("official_id",),
    columns=(
        Column("official_id", "text", "Identifies the person: a hash of the name without accents."),
        Column("name", "text", "Canonical name."),
        Column(
            "country",
            "text",
            "Country of the office: VN, KR or an ISO 3166 code; null if unknown.",
            nullable=True,
        ),
        Column("aliases", "text", "Other spellings seen, separated by '; '.", nullable=True),
    ),
)
