"""The data dictionary: every table and view with its columns, written from the schemas and the SQL files.

`python -m schemas.dictionary` writes `schemas/dictionary.md` anew; a test fails where that was forgotten.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import warehouse
from schemas.sql_file import SqlFile, read_sql_folder
from schemas.table import Column, Table
from schemas.tables import LOG_TABLES, RELEASE_TABLES, SCHEMA_VERSION

PAGE = Path(__file__).with_name("dictionary.md")
VIEWS = Path(warehouse.__file__).parent / "views"

_TYPES = {
    "text": "text",
    "int32": "integer (32 bit)",
    "int64": "integer (64 bit)",
    "float64": "number (64 bit)",
    "boolean": "true or false",
    "date": "date",
    "timestamp": "instant (µs, UTC)",
}
_HEAD = f"""# Data dictionary

Schema version {SCHEMA_VERSION}. This page is generated (`python -m schemas.dictionary`): edit the tables in
`schemas/tables/` and the headers of `warehouse/views/*.sql` instead.

Text is UTF-8 in the composed form (NFC). Offsets count code points from 0, the end exclusive. A date known by
its month or year only stands at the first day of it, with its precision beside it. A column is never null
unless it says so.
"""


def dictionary() -> str:
    """Return the page, in Markdown."""
    files = sorted(read_sql_folder(VIEWS), key=lambda file: file.name)
    parts = [
        _HEAD,
        "## Tables of a release\n",
        *map(_of_table, RELEASE_TABLES),
        "## The log\n",
        "Appended to by every run; outside the releases.\n",
        *map(_of_table, LOG_TABLES),
        "## Views\n",
        *(_of_file(file) for file in files if file.macro is None),
        "## Table macros\n",
        "Called with a day, as in `FROM as_of(DATE '2025-12-31')`.\n",
        *(_of_file(file) for file in files if file.macro is not None),
    ]
    return "\n".join(parts)


def _of_table(table: Table) -> str:
    key = f" Key: {', '.join(f'`{name}`' for name in table.key)}." if table.key else ""
    rows = [(f"`{column.name}`", _TYPES[column.type], _says(column)) for column in table.columns]
    rules = "".join(f"- {rule.says}\n" for rule in table.rules)
    return (
        f"### {table.name}\n\n{table.grain}{key}\n\n"
        + _markdown_table(("column", "type", "what it says"), rows)
        + (f"\n{rules}" if rules else "")
    )


def _says(column: Column) -> str:
    says = [column.description]
    if column.allowed:
        says.append(f"One of {', '.join(f'`{value}`' for value in column.allowed)}.")
    if column.refers_to:
        says.append(f"Refers to `{column.refers_to}`.")
    if column.nullable:
        says.append("May be null.")
    return " ".join(says)


def _of_file(file: SqlFile) -> str:
    rows = [(f"`{name}`", says) for name, says in file.columns.items()]
    rule = f"\n{file.header['rule']}\n" if "rule" in file.header else ""
    return f"### {file.macro or file.name}\n\n{file.question} {file.grain}\n{rule}\n" + _markdown_table(
        ("column", "what it says"), rows
    )


def _markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def main() -> None:
    """Write the page."""
    PAGE.write_text(dictionary(), encoding="utf-8")


if __name__ == "__main__":
    main()
