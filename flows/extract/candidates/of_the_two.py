"""Tell whether a sentence that names a thing speaks of what Viet Nam and Korea do together."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from flows.extract.bodies.countries import PAIR, Countries
from flows.extract.candidates.item import Item
from flows.extract.records import Person

KOREA = re.compile(r"(?<!\w)(?:hàn|korea|korean|rok|seoul|koica)(?!\w)")
"""A word, in a folded text, without which a report cannot be about Korea."""
_AROUND = 500  # characters before a sentence in which a country is still spoken of


class OfTheTwo:
    """Tells it of the things of one report, by the countries and persons named there and just before."""

    def __init__(self, folded: str, countries: Countries, persons: Sequence[Person]) -> None:
        self._folded = folded
        self._countries = countries
        self._persons = [(person.span.start, person.country) for person in persons]

    def __call__(self, item: Item) -> bool:
        """Whether both countries are spoken of around a thing, and no other where it is named."""
        sentence, place = item.sentence, item.span.start
        start = max(self._folded.rfind(";", sentence.start, place) + 1, sentence.start)
        end = self._folded.find(";", place, sentence.end)
        if self._countries.all_in(start, end if end >= 0 else sentence.end) - PAIR:
            return False
        near = max(0, sentence.start - _AROUND)
        around = self._countries.all_in(near, sentence.end) | self._of_persons(near, sentence.end)
        if not around >= PAIR:
            return False
        is_here = "KR" in self._countries.all_in(sentence.start, sentence.end)
        return is_here or (self._countries.is_about_the_pair and around == PAIR)

    def _of_persons(self, start: int, end: int) -> set[str]:
        first = bisect_left(self._persons, (start, ""), key=lambda p: (p[0], ""))
        last = bisect_left(self._persons, (end, ""), key=lambda p: (p[0], ""))
        return {country for _, country in self._persons[first:last] if country}
