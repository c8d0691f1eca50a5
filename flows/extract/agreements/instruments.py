"""Words for documents: where a report names an instrument."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flows.extract.phrases_at import PhrasesAt
from flows.extract.records import AgreementKind
from flows.phrases import PhraseBook
from flows.read.report import Report
from flows.reference.model import Instrument, Reference
from flows.span import Span

_NUMBER = re.compile(r"(?<!\w)\d{1,2} $")
# "năm" is five as well as a year: "30 năm thỏa thuận".
_YEARS = re.compile(r"\d năm $")
_ENGLISH_PLURAL = re.compile(r"(?:s|memoranda(?: of \w+)?|memorandums of \w+)$")
_COLON = re.compile(r"(?: hợp tác| sau| gồm| sau đây)?: ?")
_ITEM = re.compile(r"[\s;-]{0,3}(?P<about>về(?: việc)?|trong lĩnh vực)\s(?:[^;.\n]|\.(?=\d)){5,300}[;.\n]?")
_WORD_START = re.compile(r"(?<!\w)\w")
_BEFORE = 24
_ANOTHER = re.compile(
    r"(?:, |; |and )(?P<other>another|a second|a third) (?=(?:on|to|for|between|regarding|about)(?!\w))"
)
_ANOTHER_WITHIN = 400
_BEFORE_KINDS: Final = frozenset({"several", "loose", "no_paper"})


@dataclass(frozen=True, slots=True)
class InstrumentHit:
    """A word for a document.

    `is_plural` where several are meant, `is_loose` where it is used as a verb or in general ("hai bên thỏa
    thuận"), `is_paper` where the word says what it looks like ("biên bản"), `is_contract` where firms make
    such between themselves, `is_pointing` where it points back ("bản ghi nhớ này"), `is_draft` where there
    is no document yet.
    """

    span: Span
    kind: AgreementKind
    needs_signing: bool
    is_plural: bool
    is_loose: bool
    is_paper: bool
    is_contract: bool
    is_pointing: bool
    is_draft: bool


class FindInstruments:
    """Finds the words for documents, of two that overlap the longer one."""

    def __init__(self, reference: Reference) -> None:
        self._rows = {str(i): row for i, row in enumerate(reference.instruments)}
        self._book = PhraseBook({key: [row.phrase] for key, row in self._rows.items()}, reference.terms)
        rows = [(c.kind, c.phrase) for c in reference.agreement_cues]
        self._before = PhrasesAt((r for r in rows if r[0] in _BEFORE_KINDS), reference.terms)
        self._after = PhrasesAt((r for r in rows if r[0] == "pointing"), reference.terms)

    def __call__(self, report: Report) -> list[InstrumentHit]:
        """List them in the order of the text."""
        hits: list[InstrumentHit] = []
        for hit in self._book.find(report.folded):
            if hits and hits[-1].span.overlaps(hit.span):
                continue
            found = self._hit(report.folded, self._rows[hit.key], hit.span)
            hits += [found, *_listed(report.folded, found)]
        if report.language == "en":
            hits = _with_others(report.folded, hits)
        return _without_short_forms(report.folded, hits)

    def _hit(self, folded: str, row: Instrument, span: Span) -> InstrumentHit:
        since = max(0, span.start - _BEFORE)
        kinds = self._kinds_before(folded, since, span.start)
        is_plural = bool(_NUMBER.search(folded, since, span.start)) or (
            "several" in kinds and not _YEARS.search(folded, since, span.start)
        )
        if row.language == "en":
            is_plural = is_plural or _ENGLISH_PLURAL.search(folded, span.start, span.end) is not None
        is_loose = row.needs_signing and "loose" in kinds
        is_pointing = self._after.at(folded, span.end + 1, len(folded)) is not None
        is_paper = folded.startswith(("biên bản", "bản ", "văn bản"), span.start)
        is_contract = row.kind == "other" and row.needs_signing
        return InstrumentHit(
            span, row.kind, row.needs_signing, is_plural, is_loose, is_paper, is_contract, is_pointing,
            is_draft="no_paper" in kinds,
        )  # fmt: skip

    def _kinds_before(self, folded: str, start: int, end: int) -> frozenset[str]:
        """Return the kinds of the cue that stands right before a word for a document."""
        first = _WORD_START.search(folded, start, end)
        found = list(self._before.within(folded, first.start(), end)) if first else []
        gap = folded[found[-1].span.end : end] if found else ""
        is_near = gap == " " or (gap == ", " and "loose" in found[-1].kinds)
        return found[-1].kinds if is_near else frozenset()


def _listed(folded: str, several: InstrumentHit) -> list[InstrumentHit]:
    """List what "các bản ghi nhớ: về …; về …" names by their topics alone."""
    found = _COLON.match(folded, several.span.end) if several.is_plural else None
    items: list[InstrumentHit] = []
    place = found.end() if found else 0
    while found and (item := _ITEM.match(folded, place)):
        items.append(replace(several, span=Span(*item.span("about")), is_plural=False))
        place = item.end()
    return items


def _with_others(folded: str, hits: Sequence[InstrumentHit]) -> list[InstrumentHit]:
    """Add what is told of by "another on …" behind a document of the same kind."""
    others = []
    for found in _ANOTHER.finditer(folded):
        place = bisect_left(hits, found.start(), key=lambda h: h.span.start)
        before = hits[place - 1] if place else None
        if before and found.start() - before.span.end < _ANOTHER_WITHIN:
            others.append(
                replace(before, span=Span(*found.span("other")), is_plural=False, is_pointing=False)
            )
    return sorted([*hits, *others], key=lambda h: h.span)


def _without_short_forms(folded: str, hits: Sequence[InstrumentHit]) -> list[InstrumentHit]:
    """Drop a short form of what stands before: "biên bản ghi nhớ (MOU)", "gọi tắt là MOU"."""
    return [
        h
        for h in hits
        if not (folded.startswith("(", h.span.start - 1) and folded.startswith(")", h.span.end))
        and not folded.endswith("tắt là ", 0, h.span.start)
    ]
