"""Read the name of a thing in Vietnamese, from its head noun on: "trung tâm đóng tàu tại Khánh Hòa"."""

import re
from collections.abc import Sequence

from flows.extract.bodies.countries import Countries
from flows.extract.bodies.words import CAPITAL
from flows.extract.candidates.item import Name
from flows.extract.candidates.vocabulary import Vocabulary
from flows.extract.candidates.walk_name import TOKEN, UNITS, Walk
from flows.read.report import Report
from flows.reference.model import CandidateNeed
from flows.span import Span

_QUOTED = re.compile(r" ?\"([^\"\n]{3,100})\"")
_TO_QUOTE = re.compile(r" ([^\"\n]{3,100})(?=\")")
_END = rf"(?:(?:sân bay|thành phố|tp\.?|TP\.?|đảo|tỉnh) )?(?P<%s>[{CAPITAL}]\w*(?: [{CAPITAL}]\w*){{0,3}})"
_ROUTE = re.compile(
    rf"(?: (?:bay|thẳng|quốc tế|trực tiếp|mới|kết nối|nối|từ|giữa|thường lệ)){{0,4}} {_END % 'one'}"
    rf"(?: ?[-–] ?| (?:và|đến|đi|với|tới) ){_END % 'two'}"
)
_WORTH = re.compile(
    r"(?: (?:ưu đãi|không hoàn lại|bổ sung|mới|phát triển|trị giá|(?:với |có )?tổng trị giá|là|khoảng|hơn|gần"
    r"|trên|lên tới|lên đến)){0,4} (?=\d)"
)
_COUNT = re.compile(r"(?<![\w.,])(\d[\d.,]*)(?: (?:suất|học bổng))? $")
_COUNT_REACH = 24


class ReadName:
    """Reads the names of things; built once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words = vocabulary

    def __call__(
        self,
        report: Report,
        countries: Countries,
        head: Span,
        limit: int,
        *,
        needs: CandidateNeed,
        starts: frozenset[int],
    ) -> Name | None:
        """Read the name of the thing whose head noun is `head`, not past `limit`; None where there is none.

        `starts` are the places where head nouns start: after "và", a further thing is named there.
        """
        if needs == "route":
            return _route(report, head, limit)
        if needs == "amount":
            return self._amount(report, countries, head, limit, starts)
        quoted = _QUOTED.match(report.folded, head.end, limit)
        if report.folded.startswith('"', head.start - 1):
            quoted = _TO_QUOTE.match(report.folded, head.end, limit) or quoted
        if quoted:
            return self._quoted(report, Span(head.start, quoted.end()), Span(*quoted.span(1)))
        return self._walked(report, countries, head, limit, starts)

    def _walked(
        self, report: Report, countries: Countries, head: Span, limit: int, starts: frozenset[int]
    ) -> Name | None:
        walk = Walk(report, countries, self._words, head.end, limit, starts).walk()
        if walk.end == head.end:
            return None
        span = Span(head.start, walk.end)
        content = self._content(report, countries, head.end, walk.end)
        own = [word for word in content if not any(place.holds(word) for place in walk.places)]
        named = [hit for hit in countries.inside(head.end, walk.end) if not hit.is_place]
        is_proper = any(report.text[word.start].isupper() for word in own) or (
            report.text[head.start].isupper() and any(hit.is_pair or walk.places for hit in named)
        )
        places = tuple(walk.places)
        return Name(span, content, places, is_proper, walk.has_amount, is_long=not walk.has_ended)

    def _content(self, report: Report, countries: Countries, start: int, end: int) -> tuple[Span, ...]:
        """List the words that tell the thing from others: no country, nothing vague."""
        empty = [hit.span for hit in countries.inside(start, end) if not hit.is_place]
        empty += [Span(*found) for found in self._words.vague(report.folded, start, end)]
        words = (Span(*token.span()) for token in TOKEN.finditer(report.folded, start, end))
        return tuple(
            word
            for word in words
            if report.text[word.start].isalnum() and not any(other.holds(word) for other in empty)
        )

    def _quoted(self, report: Report, span: Span, inside: Span) -> Name:
        """What stands between quotation marks is a name, unless it tells nothing: "trung tâm hợp tác"."""
        vague = self._words.vague(report.folded, inside.start, inside.end)
        is_name = any(
            char.isalnum() and not _lies_in(vague, place)
            for place, char in enumerate(inside.of(report.folded), start=inside.start)
        )
        return Name(span, (inside,) if is_name else (), (), is_proper=is_name)

    def _amount(
        self, report: Report, countries: Countries, head: Span, limit: int, starts: frozenset[int]
    ) -> Name | None:
        """Read "gói vay 500 triệu USD", "30 suất học bổng thạc sĩ"."""
        folded = report.folded
        if count := _COUNT.search(folded, max(0, head.start - _COUNT_REACH), head.start):
            read = self._walked(report, countries, head, limit, starts)
            span = Span(count.start(), read.span.end if read else head.end)
            content = (Span(*count.span(1)), *(read.content if read else ()))
            return Name(span, content, read.places if read else (), is_proper=False, has_amount=True)
        worth = _WORTH.match(folded, head.end, limit)
        number = TOKEN.match(folded, worth.end(), limit) if worth else None
        unit = UNITS.match(folded, number.end(), limit) if number else None
        if number is None or unit is None:
            return None
        worth_span = Span(number.start(), unit.end())
        return Name(Span(head.start, unit.end()), (worth_span,), (), is_proper=False, has_amount=True)


def _lies_in(stretches: Sequence[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in stretches)


def _route(report: Report, head: Span, limit: int) -> Name | None:
    found = _ROUTE.match(report.text, head.end, limit)
    if found is None:
        return None
    ends = (Span(*found.span("one")), Span(*found.span("two")))
    return Name(Span(head.start, found.end()), ends, (), is_proper=True, has_route=True)
