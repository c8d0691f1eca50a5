"""Labelled reports: what a careful reader found in a report, one JSON object a line.

The field names are those of the files.  `*_accept`, `alt_*` and `*_alt` list other right answers; a record
that is `optional` is marginal and never counts, found or not.  Only the kinds listed under `scored` were
labelled exhaustively.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from flows.evaluate.words import Words, in_figures, words_of

Texts = tuple[str, ...]


class GoldError(ValueError):
    """A file of labels that cannot be read; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class GoldPublication:
    """When the report was published; a None among `accept` allows for no date."""

    on: str | None
    basis: str | None = None
    accept: tuple[str | None, ...] = ()

    def __post_init__(self) -> None:
        for day in (self.on, *self.accept):
            if day and len(day) == len("2025-08-11"):
                dt.date.fromisoformat(day)


class Label:
    """A labelled record, with the words that a reader rested it on, where they were noted."""

    __slots__ = ()

    quote: str | None

    @property
    def words(self) -> tuple[Words, ...]:
        """The words."""
        return words_of(self.quote)


@dataclass(frozen=True, slots=True)
class GoldCommitment(Label):
    """One commitment at one stage, and the words that say so."""

    id: str
    stage: str
    alt_stages: Texts = ()
    side: str | None = None
    alt_sides: Texts = ()
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.id} {self.stage} {self.side}"


@dataclass(frozen=True, slots=True)
class GoldAgreement(Label):
    """One instrument, with its parties as the text names them."""

    kind: str
    title: str
    kind_accept: Texts = ()
    party_vn: str | None = None
    party_kr: str | None = None
    signed_on: str | None = None
    signed_on_accept: tuple[str | None, ...] = ()
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.title} | {self.party_vn} | {self.party_kr}"


@dataclass(frozen=True, slots=True)
class GoldTarget(Label):
    """One quantity to reach."""

    metric: str
    value: float | None
    currency: str | None = None
    due_year: int | None = None
    due_year_accept: tuple[int | None, ...] = ()
    quote: str | None = None
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.metric} {in_figures(self.value)} {self.currency} {self.due_year}"


@dataclass(frozen=True, slots=True)
class GoldMeeting(Label):
    """One meeting, with the persons that the text puts there."""

    type: str
    type_alt: Texts = ()
    held_on: str | None = None
    held_on_accept: tuple[str | None, ...] = ()
    place: str | None = None
    participants: Texts = ()
    quote: str | None = None
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.type} {self.held_on} {self.place} ({', '.join(self.participants)})"


@dataclass(frozen=True, slots=True)
class GoldOfficial(Label):
    """One person, under the canonical name and as first written."""

    name: str
    as_written: str
    role: str | None = None
    role_accept: Texts = ()
    country: str | None = None
    country_accept: tuple[str | None, ...] = ()
    quote: str | None = None
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.name} ({self.role}, {self.country})"


@dataclass(frozen=True, slots=True)
class GoldReport:
    """The labels of one report: `file` is a base name, `item` the place inside a container file."""

    file: str
    language: str
    scored: frozenset[str]
    published: GoldPublication
    item: int | None = None
    commitments: tuple[GoldCommitment, ...] = ()
    agreements: tuple[GoldAgreement, ...] = ()
    targets: tuple[GoldTarget, ...] = ()
    meetings: tuple[GoldMeeting, ...] = ()
    officials: tuple[GoldOfficial, ...] = ()

    @property
    def name(self) -> str:
        """The file, and the item where the file holds several reports."""
        return self.file if self.item is None else f"{self.file}#{self.item}"

    @property
    def key(self) -> tuple[str, int]:
        """The base name of the file, and the item (0 where the file holds one report)."""
        return Path(self.file).name, self.item or 0


_REPORT: Final = TypeAdapter(GoldReport)


def read_gold(paths: Iterable[Path], ids: Collection[str] | None = None) -> tuple[GoldReport, ...]:
    """Read files of labels, in order.

    Args:
        paths: JSON Lines files.
        ids: the commitments that count; labels of others become optional. None: all count.

    Raises:
        GoldError: where a file or a line of it cannot be read.
    """
    return tuple(_without_unknown(report, ids) for path in paths for report in _read(path))


def _read(path: Path) -> Iterable[GoldReport]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: it is not UTF-8 ({error})") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _REPORT.validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(map(str, first["loc"]))
                raise GoldError(f"{path}:{number}: {where + ': ' if where else ''}{first['msg']}") from error


def _without_unknown(report: GoldReport, ids: Collection[str] | None) -> GoldReport:
    if ids is None:
        return report
    kept = tuple(replace(c, optional=c.optional or c.id not in ids) for c in report.commitments)
    return replace(report, commitments=kept)
