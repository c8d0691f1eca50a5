"""What reading yields: a report, whose every offset points into its canonical text."""

from dataclasses import dataclass
from typing import Literal

from flows.span import Span
from flows.when import When

LineKind = Literal["body", "heading", "caption", "furniture"]
Language = Literal["vi", "en", "ko", "other"]
DateBasis = Literal["stated", "inferred"]


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line of the canonical text (numbered from 0 over all lines, empty ones too)."""

    number: int
    kind: LineKind
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, inside one line; furniture lines have none."""

    span: Span
    kind: LineKind


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date expression in the text; "cùng ngày" carries the date that it points back to."""

    span: Span
    when: When


@dataclass(frozen=True, slots=True)
class Publication:
    """When a report was published, how that is known, and from which words.

    `when` may lack its year: then `basis` is None and the link step may still find the year in other
    reports. `evidence` is a short sentence for people ("23/06/2021 in the byline").
    """

    when: When | None = None
    basis: DateBasis | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report came from: a path as given, and its place in a container file (else 0)."""

    path: str
    item: int
    raw_sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read.

    `folded` has the length of `text`: lower case, one kind of dash, quote and space, new tone placement;
    what matches at an offset of `folded` stands at the same offset of `text`. `plain` is `folded` without
    Vietnamese diacritics (đ is d), again of the same length.
    """

    report_id: str
    source: Source
    text: str
    text_sha256: str
    folded: str
    plain: str
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    dates: tuple[DateFound, ...]
    language: Language
    title: str | None
    url: str | None
    outlet: str | None
    agency: str | None
    author: str | None
    published: Publication
