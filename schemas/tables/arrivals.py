"""`arrivals` (log): each file as it was first seen at its path."""

from schemas.table import Column, Table

ARRIVALS = Table(
    name="arrivals",
    grain="One row a path, item in a container file, and content.",
    key=("source_path", "source_item", "raw_sha256"),
    columns=(
        Column("source_path", "text", "The file, as it was given."),
        Column("source_item", "int32", "Place in a container file, from 0; else 0.", at_least=0),
        Column("raw_sha256", "text", "SHA-256 of the bytes, hexadecimal."),
        Column("report_id", "text", "The report that was read from it."),
        Column("first_seen_at", "timestamp", "When it was first seen, in UTC."),
    ),
)
