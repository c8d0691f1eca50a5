"""Read the name of a thing around its head noun in English: "a semiconductor training centre in Bac Ninh"."""

import re

from flows.extract.bodies.countries import Countries
from flows.extract.bodies.words import CAPITAL
from flows.extract.candidates.item import Name
from flows.extract.candidates.vocabulary import Vocabulary
from flows.read.report import Report
from flows.reference.model import CandidateNeed
from flows.span import Span

_MOST_BEFORE = 8
_MOST_AFTER = 9
_REACH = 100
_OPENING = 3
_WORD = re.compile(r"\w+(?:[-./&'](?=\w)\w+)*")
_BACK = re.compile(r"(\w+(?:[-./&'–]\w+)*)( ?[-–] ?| )$")
_TOPIC = re.compile(r" (?:for|on|of) (?=\w)")
_ARTICLE = re.compile(r"(?:the|a|an) ")
_JOINS = frozenset({"and", "of", "in"})
_QUOTED = re.compile(r",? (?:called |named )?\"([^\"\n]{3,100})\"")
_RUN = re.compile(rf"[{CAPITAL}]\w*(?:(?:[-–]| )[{CAPITAL}]\w*){{0,4}}")
_NUMBER = re.compile(r"[\d.,-]+|million|billion|[\d.,]+-(?:million|billion)|us|usd|dollars?|won|mn|bn")
_SUM = re.compile(
    r"(?:us)?\$ ?\d[\d.,]*(?:[- ]?(?:million|billion|mn|bn|m))?"
    r"|\d[\d.,]*[- ](?:million|billion)[- ](?:us )?(?:dollars?|usd|won)"
    r"|\d[\d.,]*[- ](?:mw|megawatts?|hectares?|beds?|tonnes?)(?!\w)"
)
_FLIGHTS = re.compile(
    rf" (?:(?:connecting|linking|between|from) )?(?P<one>[{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{0,2}})"
    rf"(?: ?[-–] ?| (?:and|to|with) )(?P<two>[{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{0,2}})"
)


class ReadEnglishName:
    """Reads the names of things in English; built once."""

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
        since: int,
    ) -> Name | None:
        """Read the name of the thing whose head noun is `head`, between `since` and `limit`."""
        text, folded = report.text, report.folded
        if needs == "route":
            return _route(text, head, limit)
        start = self._start(folded, text, head.start, since)
        if quoted := _QUOTED.match(folded, head.end, limit):
            return Name(Span(start, quoted.end()), (Span(*quoted.span(1)),), (), is_proper=True)
        end = self._topic(report, head.end, limit)
        place = self._place(report, end, limit)
        end = place.end if place else end
        if folded.startswith("'s", end):
            return None
        content = self._content(report, countries, head, start, end)
        own = [word for word in content if place is None or not place.holds(word)]
        opens = start <= since + _OPENING
        is_proper = any(text[word.start].isupper() and not (opens and word.start == start) for word in own)
        is_proper |= text[head.start].isupper() and any(hit.is_pair for hit in countries.inside(start, end))
        has_amount = _SUM.search(folded, start, end) is not None
        return Name(Span(start, end), content, (place,) if place else (), is_proper, has_amount)

    def _place(self, report: Report, end: int, limit: int) -> Span | None:
        """Read "in Bac Ninh", "in the northern province of Bac Ninh" after a name."""
        after = self._words.at(report.folded, end + 1) if report.folded.startswith(" ", end) else None
        if after is None:
            return None
        found = _RUN.match(report.text, self._words.area(report.folded, after), limit)
        return Span(after, found.end()) if found else None

    def _content(
        self, report: Report, countries: Countries, head: Span, start: int, end: int
    ) -> tuple[Span, ...]:
        """List the words that tell the thing from others: no country, no number, nothing vague."""
        empty = [hit.span for hit in countries.inside(start, end) if not hit.is_place]
        empty += [head, *(Span(*found) for found in self._words.vague(report.folded, start, end))]
        words = (Span(*token.span()) for token in _WORD.finditer(report.folded, start, end))
        return tuple(
            word
            for word in words
            if not _NUMBER.fullmatch(word.of(report.folded)) and not any(other.holds(word) for other in empty)
        )

    def _start(self, folded: str, text: str, head: int, since: int) -> int:
        """Go back over the words before the head noun to an article, a verb or a mark."""
        start = head
        for _ in range(_MOST_BEFORE):
            found = _BACK.search(folded, max(since, start - 40), start)
            if found is None:
                return start
            word = found[1]
            if _NUMBER.fullmatch(word):
                return start
            is_small = not text[found.start()].isupper()
            if is_small and self._words.ends(folded, found.start(), is_named=True):
                joins = word in {"and", "of"} and text[start].isupper()
                if not (joins and _is_large_before(text, found.start())):
                    return start
            start = found.start()
        return start

    def _topic(self, report: Report, place: int, limit: int) -> int:
        """Read "for supply chains", "of Science and Technology" after the head noun."""
        folded, text = report.folded, report.text
        topic = _TOPIC.match(folded, place, limit)
        if topic is None:
            return place
        article = _ARTICLE.match(folded, topic.end(), limit)
        start = article.end() if article else topic.end()
        is_proper = text[start : start + 1].isupper()
        end, read = place, start
        for count, word in enumerate(_WORD.finditer(folded, start, min(limit, start + _REACH))):
            if count >= _MOST_AFTER or (count and folded[read : word.start()] not in (" ", " - ")):
                break
            read = word.end()
            if word[0] in _JOINS and not (word[0] == "in" and is_proper):
                following = _WORD.match(folded, read + 1, limit)
                if following is None or self._goes_on(report, following.start(), after=word[0]):
                    break
                continue
            is_small = not text[word.start()].isupper()
            if is_small and (is_proper or self._words.ends(folded, word.start(), is_named=True)):
                break
            end = read
        return end

    def _goes_on(self, report: Report, place: int, *, after: str) -> bool:
        """Tell whether the sentence goes on after "and" or "in", and not the topic."""
        if after == "in" and report.text[place].isupper():
            return True
        return self._words.makes(report.folded, place) or self._words.ends(
            report.folded, place, is_named=True
        )


def _is_large_before(text: str, place: int) -> bool:
    """Tell whether the word before `place` is in capitals: "Institute of Science and Technology"."""
    before = text[max(0, place - 30) : place].split()
    return bool(before) and before[-1][0].isupper() and text[place - 2].isalpha()


def _route(text: str, head: Span, limit: int) -> Name | None:
    found = _FLIGHTS.match(text, head.end, limit)
    if found is None:
        return None
    ends = (Span(*found.span("one")), Span(*found.span("two")))
    return Name(Span(head.start, found.end()), ends, (), is_proper=True, has_route=True)
