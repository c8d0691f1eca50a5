"""Name the parties: which body a party of an agreement is, whatever way a report writes it."""

import re
from dataclasses import dataclass

from flows.phrases import PhraseBook
from flows.read.fold import fold, strip_diacritics
from flows.reference.model import Reference
from flows.span import Span

_APART = re.compile(r"[,;(]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_ARTICLES = re.compile(r"\b(?:the|of|s)\b")


@dataclass(frozen=True, slots=True)
class Party:
    """A party as it is compared: by `key`; `institution_id` where it is a body of seeds/."""

    key: str
    institution_id: str | None


class NameParties:
    """Tells the body behind the words for a party; built once, for the parties of one country.

    The words name a listed body where its name opens them and nothing follows but its country or what a
    comma or bracket sets apart: "Bộ Công Thương Việt Nam" is the ministry, "Viện Năng lượng, Bộ Công
    Thương" is not.
    """

    def __init__(self, reference: Reference, country: str) -> None:
        bodies = [body for body in reference.institutions if body.country == country]
        self._bodies = PhraseBook(
            {body.institution_id: (body.name_vi, body.name_en, *body.aliases) for body in bodies},
            reference.terms,
        )
        self._country = PhraseBook(
            {name.country: name.names for name in reference.countries if name.country == country},
            reference.terms,
        )
        self._known: dict[str, Party] = {}

    def __call__(self, text: str) -> Party:
        """Return the party that `text` names."""
        if text not in self._known:
            self._known[text] = self._name(fold(text))
        return self._known[text]

    def _name(self, folded: str) -> Party:
        country = [hit.span for hit in self._country.find(folded)]
        hits = sorted(self._bodies.find(folded), key=lambda hit: (-len(hit.span), hit.span, hit.key))
        for hit in hits:
            end = _APART.search(folded, hit.span.end)
            after = Span(hit.span.end, end.start()) if end and end.start() > hit.span.end else None
            if end is None and hit.span.end < len(folded):
                after = Span(hit.span.end, len(folded))
            before = Span(0, hit.span.start) if hit.span.start else None
            if not any(rest and _words(folded, rest, country) for rest in (before, after)):
                return Party(hit.key, hit.key)
        apart = folded.find("(")
        head = Span(0, apart if apart > 0 else len(folded)) if folded else None
        words = _words(folded, head, country) if head else ""
        return Party(strip_diacritics(words or folded), None)


def _words(folded: str, stretch: Span, country: list[Span]) -> str:
    """Return the words of a stretch without the country's name, articles and signs."""
    kept = [
        " " if any(span.start <= at < span.end for span in country) else folded[at]
        for at in range(stretch.start, stretch.end)
    ]
    return " ".join(_ARTICLES.sub(" ", _NOT_A_WORD.sub(" ", "".join(kept))).split())
