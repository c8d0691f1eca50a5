"""`rejects` (log): what was refused, and why."""

from schemas.table import Column, Table

REJECTS = Table(
    name="rejects",
    grain="One row a refused file, item of a container file, or row of a table.",
    key=(),
    columns=(
        Column("source_path", "text", "The file; null for a row that came from no one file.", nullable=True),
        Column(
            "source_item", "int32", "Place in a container file, from 0; else 0.", nullable=True, at_least=0
        ),
        Column("table_name", "text", "The table that a refused row was for; null for a file.", nullable=True),
        Column("reason", "text", "Why, in a word or two that can be counted."),
        Column("detail", "text", "Why, in a sentence for people: which row, which value."),
        Column("rejected_at", "timestamp", "When, in UTC."),
    ),
)
