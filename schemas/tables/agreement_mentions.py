"""`agreement_mentions`: an instrument as one report tells of it."""

from typing import get_args

from flows.extract.records import AgreementAct, AgreementKind, Level
from schemas.table import SPAN_RULES, Column, Table, date_columns, date_rules, span_columns

AGREEMENT_MENTIONS = Table(
    name="agreement_mentions",
    grain="One row a report and instrument.",
    key=("agreement_mention_id",),
    columns=(
        Column("agreement_mention_id", "text", "Identifies the mention."),
        Column("report_id", "text", "The report that tells of it.", refers_to="reports.report_id"),
        Column("agreement_id", "text", "The instrument.", refers_to="agreements.agreement_id"),
        Column("kind", "text", "What sort of document the words say it is.", allowed=get_args(AgreementKind)),
        Column("title", "text", "Its title as in the text."),
        Column("party_vn", "text", "The Vietnamese party as written.", nullable=True),
        Column("party_kr", "text", "The Korean party as written.", nullable=True),
        Column(
            "level",
            "text",
            "What the parties are: state, ministry, agency, province, company or university.",
            nullable=True,
            allowed=get_args(Level),
        ),
        Column(
            "act",
            "text",
            "What was done with it: signed, exchanged, handed_over, initialled, referenced (named as"
            " existing), amended or planned.",
            allowed=get_args(AgreementAct),
        ),
        *date_columns("signed", "Day of signing as this report gives it"),
        *span_columns("the mention"),
    ),
    rules=(*SPAN_RULES, *date_rules("signed")),
)
