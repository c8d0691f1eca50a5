"""Find what nobody tracks yet: certain things that the two countries ask for, agree on or are at work on.

A candidate is a named thing (`flows.extract.candidates`) that no phrase of the registry covers, and of which
the sentence says what it would say of a commitment (`flows.extract.decide_stage`).  What is merely signed
is an agreement; what is done, or only spoken of, is no candidate.
"""

import re
from collections.abc import Sequence

from flows.extract.bodies.countries import FindCountries
from flows.extract.candidates.find_items import FindItems
from flows.extract.candidates.item import Item
from flows.extract.candidates.item_key import ItemKey, KeyOf
from flows.extract.candidates.of_the_two import KOREA, OfTheTwo
from flows.extract.candidates.tell_item import AHEAD, Scene, tell_item
from flows.extract.read_sentences import Sentences
from flows.extract.records import AgreementMention, CandidateMention, InstitutionMention
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

_LANGUAGES = ("vi", "en")
_MOST_ITEMS = 100  # a report that names more is none of the news
_STANDS = frozenset({"referenced", "signed", "exchanged", "handed_over", "amended"})
_SHORT_NAME = re.compile(r"(?<!\w)[A-ZĐ][A-ZĐ0-9&-]{2,}(?!\w)")


class FindCandidates:
    """Finds the candidates of a report; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._items = {language: FindItems(reference, language) for language in _LANGUAGES}
        self._key_of = {language: KeyOf(reference, language) for language in _LANGUAGES}
        self._find_countries = FindCountries(reference)
        names = " ".join(f"{entry.name_vi} {entry.name_en}" for entry in reference.commitments)
        self._tracked = frozenset(short.casefold() for short in _SHORT_NAME.findall(names))

    def __call__(
        self,
        sentences: Sentences,
        agreements: Sequence[AgreementMention],
        institutions: Sequence[InstitutionMention],
    ) -> tuple[CandidateMention, ...]:
        """Return one mention a thing, in the order of the text.

        Args:
            sentences: the report, as `ReadSentences` reads it.
            agreements: the documents found in it.
            institutions: the bodies found in it.
        """
        report = sentences.report
        if not KOREA.search(report.folded):
            return ()
        find = self._items[report.language]
        heads = find.heads_in(report)
        if not heads:
            return ()
        countries = self._find_countries(report)
        is_of_the_two = OfTheTwo(report.folded, countries, sentences.persons)
        items = [
            item
            for item in find(report, heads, countries)[:_MOST_ITEMS]
            if is_of_the_two(item)
            and not self._is_short_name(report, item)
            and not _stands(report, item, agreements, institutions)
        ]
        items = _untracked(sentences, items)
        if not items:
            return ()
        clauses = sentences.clauses
        scene = Scene(report, clauses, [clause.span.start for clause in clauses], countries)
        key_of = self._key_of[report.language]
        told: list[tuple[ItemKey, CandidateMention]] = []
        for item in items:
            key = key_of(report, item, countries)
            if mention := tell_item(scene, item, str(key)):
                told.append((key, mention))
        return _fold(told)

    def _is_short_name(self, report: Report, item: Item) -> bool:
        """Tell whether only the short name of something tracked names a thing: "chương trình EPS"."""
        words = {word.of(report.folded) for word in item.name.content}
        return bool(words) and words <= self._tracked


def _untracked(sentences: Sentences, items: Sequence[Item]) -> list[Item]:
    """Return the things that no phrase of the registry names."""
    tracked = [naming.span for naming in sentences.namings if not naming.is_short] if items else []
    return [item for item in items if not any(_is_covered(item.span, naming) for naming in tracked)]


def _is_covered(item: Span, naming: Span) -> bool:
    """Tell whether a thing is what a phrase of the registry names, not a word in the gap of that phrase."""
    lies_within = naming.start < item.start and item.end <= naming.end
    return item.overlaps(naming) and (not lies_within or 2 * len(item) >= len(naming))


def _stands(
    report: Report,
    item: Item,
    agreements: Sequence[AgreementMention],
    institutions: Sequence[InstitutionMention],
) -> bool:
    """Tell whether a thing is a document that is signed already, or a body that is known."""
    if any(a.act in _STANDS and a.span.overlaps(item.span) for a in agreements):
        return True
    words = item.span.of(report.text)
    return any(body.institution and words.startswith(body.name_as_written) for body in institutions)


def _fold(told: Sequence[tuple[ItemKey, CandidateMention]]) -> tuple[CandidateMention, ...]:
    """Keep one mention a thing: that which has gone furthest, then the fullest name, then the first."""
    best: dict[ItemKey, CandidateMention] = {}
    for key, mention in told:
        same = next((k for k in best if k == key or k.is_part_of(key) or key.is_part_of(k)), key)
        rivals = [mention, best.pop(same)] if same in best else [mention]
        fuller = key if same.is_part_of(key) else same
        best[fuller] = max(rivals, key=lambda m: (AHEAD.index(m.stage), len(m.label), -m.span.start))
    return tuple(sorted(best.values(), key=lambda m: (m.span, m.label)))
