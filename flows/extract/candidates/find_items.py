"""Find the things that a report names by a head noun, and that are certain ones."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from flows.extract.bodies.countries import Countries
from flows.extract.candidates.item import Item, Name
from flows.extract.candidates.read_english_name import ReadEnglishName
from flows.extract.candidates.read_name import ReadName
from flows.extract.candidates.vocabulary import Vocabulary
from flows.phrases import PhraseBook
from flows.read.report import Report, Sentence
from flows.reference.model import CandidateHead, CandidateNeed, Reference
from flows.span import Span

_FEWEST_WORDS = {"vi": 2, "en": 1}
_CHAINED = (" và ", ", ", " và một ", ", một ", "; ", " and ", " and a ", ", a ", ", an ", " and an ")
_SHOUTED = 0.6
_BEFORE = 20
# "theo chương trình X", "trong khuôn khổ dự án X": named in passing.
_IN_PASSING = re.compile(
    r"(?<!\w)(?:theo|thuộc|thông qua|khuôn khổ|từ|tại|nhân|under|through|from|within|via)(?: the)? [\"']?$"
)
# What stands after these is no subject.
_UNDER = re.compile(
    r"(?<!\w)(?:giữa|với|và|của|cho|tại|ở|từ|do|bởi|trong|theo|đến|tới"
    r"|of|with|between|and|by|at|in|from|to)(?: the)? $"
)


class FindItems:
    """Finds certain things in the reports of one language; built once from the reference data."""

    def __init__(self, reference: Reference, language: str) -> None:
        self._heads = [head for head in reference.candidate_heads if head.language == language]
        self._book = PhraseBook({str(n): [head.phrase] for n, head in enumerate(self._heads)})
        words = (w for w in reference.candidate_words if w.language == language)
        self._words = Vocabulary(words, reference)
        self._fewest = _FEWEST_WORDS.get(language, 2)
        self._is_english = language == "en"
        self._read = ReadName(self._words)
        self._read_english = ReadEnglishName(self._words)

    def heads_in(self, report: Report) -> list[tuple[CandidateHead, Span]]:
        """List the head nouns of a report, of overlapping ones the longest; none of what looks like one."""
        hits = [(self._heads[int(hit.key)], hit.span) for hit in self._book.find(report.folded)]
        hits.sort(key=lambda h: (h[1].start, -h[1].end))
        kept: list[tuple[CandidateHead, Span]] = []
        end = 0
        for head, span in hits:
            if span.end > end:
                end = span.end
                kept.append((head, span))
        return [(head, span) for head, span in kept if head.needs != "none"]

    def __call__(
        self, report: Report, heads: Sequence[tuple[CandidateHead, Span]], countries: Countries
    ) -> list[Item]:
        """Read what the head nouns name; of items that overlap, the longest."""
        starts = frozenset(span.start for _, span in heads)
        sentence_starts = [sentence.span.start for sentence in report.sentences]
        found: list[Item] = []
        for head, span in heads:
            at = bisect_right(sentence_starts, span.start) - 1
            if at < 0 or span.end > report.sentences[at].span.end:
                continue
            item = self._item(report, countries, head, span, report.sentences[at], starts, found)
            if item is not None:
                found.append(item)
        return list(_outermost(found))

    def _item(
        self,
        report: Report,
        countries: Countries,
        head: CandidateHead,
        span: Span,
        sentence: Sentence,
        starts: frozenset[int],
        found: Sequence[Item],
    ) -> Item | None:
        if sentence.kind != "body" or self._words.points_back(report.folded, span.end):
            return None
        since, limit = sentence.span.start, sentence.span.end
        name = self._name(report, countries, head, span, since, limit, starts)
        if name is None or name.is_long or _is_shouted(name.span.of(report.text)) or _is_cut(report, name):
            return None
        place = name.span.start
        if head.needs != "amount" and self._words.is_plural(report.folded, place, since):
            return None
        verb = self._verb(report.folded, place, since, found)
        if head.made and verb is None and not self._is_subject(report.folded, name.span, since, limit):
            return None
        if not head.made and _IN_PASSING.search(report.folded, max(since, place - _BEFORE), place):
            return None
        is_single = verb is not None and self._says_one(report.folded, verb, place)
        is_certain = self._is_certain(report, countries, head.needs, name, is_single=is_single)
        return Item(head, name, verb, sentence.span) if is_certain else None

    def _verb(self, folded: str, place: int, since: int, found: Sequence[Item]) -> int | None:
        """Return where the verb starts that makes a thing; of "xây dựng A và B" it makes both."""
        verb = self._words.made_before(folded, place, since)
        if verb is None and found and folded[found[-1].span.end : place] in _CHAINED:
            return found[-1].verb
        return verb

    def _is_subject(self, folded: str, named: Span, since: int, limit: int) -> bool:
        """Tell whether the words after a name tell what becomes of the thing: "Bệnh viện X sẽ được xây"."""
        if self._words.made_after(folded, named.end, limit) is None:
            return False
        return _UNDER.search(folded, max(since, named.start - _BEFORE), named.start) is None

    def _name(
        self,
        report: Report,
        countries: Countries,
        head: CandidateHead,
        span: Span,
        since: int,
        limit: int,
        starts: frozenset[int],
    ) -> Name | None:
        if self._is_english:
            return self._read_english(report, countries, span, limit, needs=head.needs, since=since)
        return self._read(report, countries, span, limit, needs=head.needs, starts=starts)

    def _says_one(self, folded: str, verb: int, place: int) -> bool:
        between = f" {folded[verb:place]} "
        return any(one in between for one in (" một ", " 1 ", " a ", " an ", " the ", " dự án "))

    def _is_certain(
        self, report: Report, countries: Countries, needs: CandidateNeed, name: Name, *, is_single: bool
    ) -> bool:
        """Tell whether a certain thing is meant, not any of its kind."""
        own = [
            word
            for word in name.content
            if not any(place.holds(word) for place in name.places) and not report.folded[word.start].isdigit()
        ]
        has_topic = len(own) >= self._fewest
        if needs in ("route", "amount"):
            return name.has_route or name.has_amount
        if name.is_proper:
            return True
        if needs == "topic":
            return has_topic
        somewhere = any(not _is_country(countries, place) for place in name.places)
        if needs == "somewhere" and somewhere:
            return True
        return needs in ("place", "somewhere") and has_topic and (somewhere or name.has_amount or is_single)


def _outermost(items: Sequence[Item]) -> Iterator[Item]:
    end = 0
    for item in sorted(items, key=lambda i: (i.span.start, -i.span.end)):
        if item.span.end > end:
            end = item.span.end
            yield item


def _is_country(countries: Countries, place: Span) -> bool:
    hit = countries.starting_at(place.start)
    return hit is not None and not hit.is_place


def _is_cut(report: Report, name: Name) -> bool:
    """Tell whether the text ends in the name, so that the rest of it may be missing: "Trung tâm Bán d"."""
    rest = report.folded[name.span.end : name.span.end + 3].rstrip()
    return (not rest and not report.folded[name.span.end :].strip()) or rest.startswith(("…", ".."))


def _is_shouted(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return sum(char.isupper() for char in letters) > _SHOUTED * len(letters)
