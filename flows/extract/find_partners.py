"""Tell of each part of a report whether it speaks of Korea or of another country's dealings.

A report on Japan names Korea in passing, a round-up has a paragraph for each visitor.  What a part of a
sentence (between two semicolons) says is said of the countries that it names; where it names none, of those
that its sentence names, else of those named last.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from flows.extract.bodies.countries import PAIR, Countries, FindCountries
from flows.extract.records import Person
from flows.phrases import PhraseBook
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

# Named beside the two as a forum or a topic: the United Nations, ASEAN; the Korean peninsula.
_NO_PARTNER = frozenset({"ZZ", "KP"})
_MANY = 3  # namings of a third country, from which a report may be on it and not on Viet Nam
_JOINTS = frozenset({"và", "-", "and", "với", "with", "/"})
_OTHER_PAIR = "other_pair"  # the term of the registry for "Việt-Đức": names too short to be countries alone


class FindPartners:
    """Finds the parts of a report and the countries that they speak of."""

    def __init__(self, reference: Reference) -> None:
        self._find_countries = FindCountries(reference)
        both = [cue.phrase for cue in reference.cues if cue.kind == "both"]
        self._book = PhraseBook({"both": both, _OTHER_PAIR: reference.terms.get(_OTHER_PAIR, ())})

    def __call__(self, report: Report, persons: Sequence[Person]) -> "Partners":
        """Read a report, with the persons found in it."""
        countries = self._find_countries(report)
        hits = [h for h in countries.hits if h.country not in _NO_PARTNER]
        found = [(h.span, PAIR if h.is_pair else frozenset({h.country})) for h in hits]
        found += [(p.span, frozenset({p.country})) for p in persons if p.country]
        words = self._book.find(report.folded)
        found += [(h.span, frozenset({"VN", _OTHER_PAIR})) for h in words if h.key == _OTHER_PAIR]
        return Partners(report, countries, found, [h.span for h in words if h.key == "both"])


class Partners:
    """The parts of one report, numbered in the order of the text, and whom each speaks of."""

    def __init__(
        self,
        report: Report,
        countries: Countries,
        found: Sequence[tuple[Span, frozenset[str]]],
        both: Sequence[Span],
    ) -> None:
        self._report = report
        self._countries = countries
        self._sentences = [s.span.start for s in report.sentences]
        semicolons = (place + 1 for place, sign in enumerate(report.folded) if sign == ";")
        self._parts = sorted({*self._sentences, *semicolons})
        self._in_part: dict[int, set[str]] = defaultdict(set)
        self._in_sentence: dict[int, set[str]] = defaultdict(set)
        counts: Counter[str] = Counter()
        for span, named in found:
            self._in_part[self.part_of(span.start)] |= named
            self._in_sentence[self._sentence_of(span.start)] |= named
            counts.update(named)
        self._abroad = sorted(n for n, named in self._in_sentence.items() if named - {"VN"})
        self._both = {self.part_of(span.start) for span in both}
        third = max((n for country, n in counts.items() if country not in PAIR), default=0)
        self.speaks_of_korea = counts["KR"] > 0
        self._is_about_korea = counts["KR"] >= third
        self._is_about_vietnam = 3 * counts["VN"] > third or third < _MANY

    def part_of(self, place: int) -> int:
        """Give the number of the part that holds a place."""
        return bisect_right(self._parts, place)

    def parts_of(self, span: Span) -> range:
        """Give the numbers of the parts that a span touches."""
        return range(self.part_of(span.start), self.part_of(span.end - 1) + 1)

    def is_of_others(self, place: int, *, is_of_two: bool) -> bool:
        """Tell whether a place speaks of a third country and not of Korea, or not of Viet Nam.

        `is_of_two` says that what is named there is a thing between two parties, such as a memorandum:
        "doanh nghiệp Lào và Hàn Quốc ký bản ghi nhớ" is then of others too.
        """
        sentence = self._sentence_of(place)
        for here in (self._in_part.get(self.part_of(place)), self._in_sentence.get(sentence)):
            if here and "KR" in here:
                return not self._is_about_vietnam or self._couples_others(sentence, is_of_two=is_of_two)
            if here and here - PAIR:
                return True
        before = bisect_left(self._abroad, sentence)
        if not before:
            return not self._is_about_korea
        last = self._abroad[before - 1]
        named = self._in_sentence[last]
        points_back = self.part_of(place) in self._both and "VN" not in self._in_sentence.get(sentence, ())
        if not self._is_about_vietnam:
            return True
        if "KR" not in named:
            return not self._is_about_korea or (points_back and last == sentence - 1)
        return points_back and last == sentence - 1 and len(named) == 2 and "VN" not in named

    def _sentence_of(self, place: int) -> int:
        return bisect_right(self._sentences, place)

    def _couples_others(self, sentence: int, *, is_of_two: bool) -> bool:
        """Tell whether a sentence is of Korea and a third country, and not of Viet Nam.

        It joins them, "Hàn Quốc và Lào", in its first words or (`is_of_two`) anywhere, or names them alone
        and goes on with "hai bên".
        """
        named = self._in_sentence[sentence]
        if "VN" in named or len(named) != 2 or not sentence:
            return False
        span = self._report.sentences[sentence - 1].span
        if any(part in self._both for part in self.parts_of(span)):
            return True
        hits = self._countries.inside(span.start, span.end)
        return any(
            one.country != other.country
            and self._report.folded[one.span.end : other.span.start].strip() in _JOINTS
            and (is_of_two or one.span.start == span.start)
            for one, other in pairwise(hits)
        )
