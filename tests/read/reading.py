"""Short ways to what the reader makes of a text, for tests that show the text."""

import csv
from functools import cache
from importlib.resources import files

from flows.read.canonical import canonical
from flows.read.captions import find_credits
from flows.read.dates import find_dates
from flows.read.fold import fold
from flows.read.limits import Limits
from flows.read.lines import label_lines
from flows.read.read_report import read_bytes
from flows.read.refusal import Refusal
from flows.read.report import Report
from flows.read.sentences import split_sentences
from flows.reference.model import Outlet


@cache
def outlets() -> tuple[Outlet, ...]:
    """The outlets of seeds/, read by hand."""
    table = files("seeds").joinpath("outlets.csv").read_text("utf-8")
    return tuple(
        Outlet(row["outlet"], row["is_agency"] == "true", _values(row["domains"]), _values(row["credits"]))
        for row in csv.DictReader(table.splitlines())
    )


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value for value in cell.split("; ") if value)


def read_one(content: str | bytes) -> Report | Refusal:
    """Read the bytes of a file that holds one report."""
    raw = content.encode() if isinstance(content, str) else content
    (read,) = read_bytes(raw, "inbox/report.txt", outlets(), Limits())
    return read


def report(text: str) -> Report:
    """Read a text."""
    read = read_one(text)
    assert isinstance(read, Report), read
    return read


def published(text: str) -> tuple[str | None, str | None]:
    """The publication date of a text, and its basis."""
    found = report(text).published
    return str(found.when) if found.when else None, found.basis


def dates(text: str) -> list[tuple[str, str]]:
    """The date expressions of a text, and what they mean."""
    return [(found.span.of(text), str(found.when)) for found in find_dates(fold(text))]


def kinds(text: str) -> list[tuple[str, str]]:
    """The lines of a text with their labels."""
    text = canonical(text)
    folded = fold(text)
    lines = label_lines(text, folded, find_dates(folded), find_credits(text, folded))
    return [(line.kind, line.span.of(text)) for line in lines]


def sentences(text: str) -> list[tuple[str, str]]:
    """The sentences of a text with their kinds."""
    text = canonical(text)
    folded = fold(text)
    photo_credits = find_credits(text, folded)
    lines = label_lines(text, folded, find_dates(folded), photo_credits)
    return [(s.kind, s.span.of(text)) for s in split_sentences(text, folded, lines, photo_credits)]
