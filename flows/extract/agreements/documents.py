"""Words for documents, asked for at a place: where another one follows, or a list of them is introduced."""

import re
from collections.abc import Iterator

from flows.extract.phrases_at import PhrasesAt
from flows.reference.model import Reference
from flows.span import Span

_COUNT = re.compile(r"(?:(?:các|một|hai|the|an?|\d{1,3}) )?")


class Documents:
    """The words for documents; built once.

    They are those of `seeds/instruments.csv` that stand for a paper by themselves, and of
    `seeds/agreement_cues.csv` those that do so within a sentence about papers.
    """

    def __init__(self, reference: Reference) -> None:
        papers = [("document", i.phrase) for i in reference.instruments if not i.needs_signing]
        cues = [(c.kind, c.phrase) for c in reference.agreement_cues]
        self._papers = PhrasesAt([*papers, *(c for c in cues if c[0] == "document")], reference.terms)
        self._several = PhrasesAt(
            [*papers, *(c for c in cues if c[0] in {"document", "documents"})], reference.terms
        )

    def at(self, folded: str, place: int, limit: int) -> bool:
        """Tell whether a document is named at `place`, a number or an article before it left aside."""
        count = _COUNT.match(folded, place, limit)
        return self._papers.at(folded, count.end() if count else place, limit) is not None

    def within(self, folded: str, start: int, end: int) -> Iterator[Span]:
        """Yield the words of a stretch that speak of documents, of several ones too: "các văn kiện"."""
        for found in self._several.within(folded, start, end):
            yield found.span
