"""`agreements`: each instrument once, whichever reports tell of it."""

from typing import get_args

from flows.extract.records import AgreementKind
from schemas.table import Column, Table, date_columns, date_rules

AGREEMENTS = Table(
    name="agreements",
    grain="One row an instrument, across reports.",
    key=("agreement_id",),
    columns=(
        Column("agreement_id", "text", "Identifies the instrument: a hash of kind, parties, topic and year."),
        Column("kind", "text", "What sort of document it is.", allowed=get_args(AgreementKind)),
        Column("title", "text", "Its title, in the words of the report that gives it best."),
        Column(
            "commitment_id",
            "text",
            "The commitment that it is, or that it carries out.",
            nullable=True,
            refers_to="commitments.commitment_id",
        ),
        Column(
            "party_vn_id",
            "text",
            "The Vietnamese party.",
            nullable=True,
            refers_to="institutions.institution_id",
        ),
        Column(
            "party_kr_id",
            "text",
            "The Korean party.",
            nullable=True,
            refers_to="institutions.institution_id",
        ),
        *date_columns("signed", "Day of signing"),
        Column("n_reports", "int32", "How many reports tell of it.", at_least=1),
    ),
    rules=date_rules("signed"),
)
