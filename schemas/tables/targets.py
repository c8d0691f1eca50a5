"""`targets`: each quantity to reach once, whichever reports tell of it."""

from schemas.table import Column, Table

TARGETS = Table(
    name="targets",
    grain="One row a metric, value, currency and due year.",
    key=("target_id",),
    columns=(
        Column("target_id", "text", "Identifies the target: a hash of metric, value, currency and due year."),
        Column(
            "metric",
            "text",
            "What is counted: bilateral_trade, workers, grant_aid, loan, …; domestic_* and company_* for"
            " targets that are not of the two states.",
        ),
        Column(
            "value", "float64", "The quantity, in whole units of the currency or in heads.", nullable=True
        ),
        Column("currency", "text", "ISO 4217 code; null for heads and where not told.", nullable=True),
        Column("due_year", "int32", "The year by which it is to be reached.", nullable=True, at_least=1900),
        Column(
            "commitment_id",
            "text",
            "The commitment that it is the target of.",
            nullable=True,
            refers_to="commitments.commitment_id",
        ),
    ),
)
