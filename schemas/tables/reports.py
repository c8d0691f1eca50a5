"""`reports`: what was read, from where, and when it was published."""

from typing import get_args

from flows.read.report import DateBasis, Language
from schemas.table import Column, Rule, Table, date_columns, date_rules

REPORTS = Table(
    name="reports",
    grain="One row a version of a report: a text and where it was published.",
    key=("report_id",),
    columns=(
        Column("report_id", "text", "Identifies the version: a hash of its text and its URL or outlet."),
        Column("document_id", "text", "Identifies the document, whatever its version."),
        Column("url", "text", "Canonical address; null where not known.", nullable=True),
        Column("outlet", "text", "The newspaper, broadcaster or site that published it.", nullable=True),
        Column("agency", "text", "The news agency that the text is credited to.", nullable=True),
        Column("author", "text", "The author as written.", nullable=True),
        Column("language", "text", "Language of the text.", allowed=get_args(Language)),
        Column("title", "text", "The headline as written; null where the text has none.", nullable=True),
        *date_columns("published", "Day of publication"),
        Column(
            "published_basis",
            "text",
            "stated: printed with the article; inferred: worked out from the text or from other reports.",
            nullable=True,
            allowed=get_args(DateBasis),
        ),
        Column(
            "published_evidence",
            "text",
            "What the day of publication rests on, in a sentence for people.",
            nullable=True,
        ),
        Column("text_sha256", "text", "SHA-256 of the canonical text in UTF-8, hexadecimal."),
        Column("n_chars", "int32", "Length of the canonical text in code points.", at_least=0),
        Column(
            "cluster_id",
            "text",
            "The wire-copy cluster: reports that carry the same agency text share it; a report that nobody"
            " copied has one of its own. Independent sources are counted by it.",
        ),
        Column("is_original", "boolean", "False where the report is a copy of another one in its cluster."),
        Column(
            "superseded_by",
            "text",
            "The later version of the same document; null where this is the current one.",
            nullable=True,
            refers_to="reports.report_id",
        ),
    ),
    rules=(
        *date_rules("published"),
        Rule(
            "published_on_with_basis",
            "(published_on IS NULL) = (published_basis IS NULL)",
            "A day of publication has a basis, and a basis a day.",
        ),
        Rule(
            "not_superseded_by_itself",
            "coalesce(superseded_by <> report_id, TRUE)",
            "No version replaces itself.",
        ),
    ),
)
