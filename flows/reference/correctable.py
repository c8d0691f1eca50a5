"""What analysts may correct: which columns of which public tables, and how their values are written.

Ids, spans, quotes and rules are not among them: they prove a record, and a false one is dropped as a whole.
Nor is what `seeds/` says itself: the registry, the names of listed bodies.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final

from flows.when import When
from schemas.table import Column
from schemas.tables import TABLES

DROP: Final = "*"
"""In place of a column: the whole row is meant, and `DELETED` is its new value."""
DELETED: Final = "delete"

CORRECTABLE: Final[Mapping[str, tuple[str, ...]]] = {
    "reports": ("title", "outlet", "agency", "author", "published_on"),
    "commitment_mentions": (
        "commitment_id", "stage", "side", "speaker_id", "acted_on", "is_background", DROP,
    ),
    "commitment_candidates": ("stage", DROP),
    "agreements": ("kind", "title", "commitment_id", "party_vn_id", "party_kr_id", "signed_on"),
    "agreement_mentions": (
        "agreement_id", "kind", "title", "party_vn", "party_kr", "level", "act", "signed_on", DROP,
    ),
    "targets": ("commitment_id",),
    "target_mentions": (
        "metric", "value", "value_max", "currency", "due_year", "qualifier", "flag", DROP,
    ),
    "meetings": ("kind", "held_on", "place"),
    "meeting_mentions": ("meeting_id", "kind", "held_on", "place", DROP),
    "meeting_participants": (DROP,),
    "officials": ("name", "country"),
    "official_mentions": ("role", "country", DROP),
    "institutions": ("name", "country", "level"),
    "institution_mentions": (DROP,),
}  # fmt: skip
"""Of each table, the columns. A date takes its precision with it: 2023-06 is June 2023, by month."""

_WHOLE_NUMBER = re.compile(r"-?\d{1,9}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value for a cell, as typed: `precision` goes with a date, and `text` is the one way to write it."""

    value: Any
    precision: str | None
    text: str | None


def cell_of(column: Column, text: str | None) -> Cell:
    """Read what an analyst wrote for a column.

    Raises:
        ValueError: it cannot stand in this column; the message says why.
    """
    if text is None:
        if not column.nullable:
            raise ValueError("may not be empty")
        return Cell(None, None, None)
    if column.allowed and text not in column.allowed:
        raise ValueError(f"is not one of {', '.join(column.allowed)}")
    value, precision = _value(column, text)
    if column.at_least is not None and value < column.at_least:
        raise ValueError(f"is less than {column.at_least}")
    return Cell(value, precision, written(value, precision))


def written(value: Any, precision: str | None = None) -> str | None:
    """Write the value of a cell as a correction would: dates as fine as they are, numbers plainly."""
    if value is None:
        return None
    if precision is not None:
        return str(value)[: {"year": 4, "month": 7}.get(precision, 10)]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return " ".join(unicodedata.normalize("NFC", str(value)).split())


def columns_called(name: str) -> tuple[Column, ...]:
    """Return the correctable columns of that name, one a table that has it; none where there is none."""
    return tuple(
        TABLES[table].column(name)
        for table, columns in CORRECTABLE.items()
        if name in columns and name != DROP
    )


def precision_of(column: str) -> str | None:
    """Return the column that holds the precision of a date, None for a column that is no date."""
    return f"{column.removesuffix('_on')}_precision" if column.endswith("_on") else None


def _value(column: Column, text: str) -> tuple[Any, str | None]:
    if column.type == "text":
        return " ".join(unicodedata.normalize("NFC", text).split()), None
    if column.type == "boolean":
        if text not in {"true", "false"}:
            raise ValueError("is neither true nor false")
        return text == "true", None
    if column.type == "date":
        return _date(text)
    if column.type == "float64":
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not isfinite(number):
            raise ValueError("is not a number")
        return number, None
    if not _WHOLE_NUMBER.fullmatch(text):
        raise ValueError("is not a whole number")
    return int(text), None


def _date(text: str) -> tuple[Any, str]:
    try:
        when = When.parse(text)
    except ValueError:
        when = When()
    if (first := when.first_day()) is None:
        raise ValueError("is not a date such as 2023, 2023-06 or 2023-06-11")
    return first, when.precision
