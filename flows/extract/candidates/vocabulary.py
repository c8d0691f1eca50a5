"""The words of `seeds/candidate_words.csv`, ready to be asked for beside a head noun or inside a name."""

import re
from collections.abc import Iterable

from flows.extract.agreements.title_ends import TitleEnds
from flows.extract.bodies.words import BodyWords
from flows.phrases import expand
from flows.reference.model import CandidateWord, CandidateWordKind, Reference

_WINDOW = 90
_NOTHING = "(?!)"


class Vocabulary:
    """What the words of one language tell; all offsets are into a folded text."""

    def __init__(self, words: Iterable[CandidateWord], reference: Reference) -> None:
        self._body_words = BodyWords(reference)
        self._title_ends = TitleEnds(reference, "vi")
        written: dict[CandidateWordKind, set[str]] = {}
        for word in words:
            for strings in expand(word.phrase, {}):
                written.setdefault(word.kind, set()).update(strings)
        any_of = {kind: _alternation(strings) for kind, strings in written.items()}
        make, filler = any_of.get("make", _NOTHING), any_of.get("filler", _NOTHING)
        past, plural = any_of.get("past", _NOTHING), any_of.get("plural", _NOTHING)
        self._made = re.compile(rf"(?<!\w)(?P<past>(?:{past}) )?(?P<verb>{make})(?: (?:{filler}))* ?[\"']?$")
        self._made_after = re.compile(
            rf"(?: ?\([^()\n]{{1,40}}\))?,? (?:{any_of.get('made', _NOTHING)})(?!\w)"
        )
        self._actor = re.compile(rf"(?:{any_of.get('actor', _NOTHING)})(?!\w)")
        self._makes = re.compile(rf"(?:{make})(?!\w)")
        self._plural = re.compile(rf"(?<![\w.,])(?:{plural}|0?[2-9]|[1-9]\d+)(?: (?:{filler}))? [\"']?$")
        self._points = re.compile(rf" (?:{any_of.get('points', _NOTHING)})(?!\w)")
        self._ends = re.compile(rf"(?:{any_of.get('end', _NOTHING)})(?!\w)")
        self._soft_ends = re.compile(rf"(?:{any_of.get('soft_end', _NOTHING)})(?!\w)")
        self._vague = re.compile(rf"(?<!\w)(?:{any_of.get('vague', _NOTHING)})(?!\w)")
        self._at = re.compile(rf"(?:{any_of.get('at', _NOTHING)}) (?=\w)")
        self._area = re.compile(rf"(?:(?:{any_of.get('area', _NOTHING)}) ?)+(?=\w)")

    def made_before(self, folded: str, place: int, since: int) -> int | None:
        """Return where the verb starts that makes what is named at `place`: "xây dựng một trung tâm".

        None where there is none, or where it is told as done.
        """
        window = folded[max(since, place - _WINDOW) : place]
        found = self._made.search(window)
        return None if found is None or found["past"] else place - len(window) + found.start("verb")

    def made_after(self, folded: str, place: int, limit: int) -> int | None:
        """Return where the words end that tell, after its name, what becomes of a thing: "… sẽ được xây"."""
        found = self._made_after.match(folded, place, limit)
        return found.end() if found else None

    def is_actor(self, folded: str, place: int) -> bool:
        """Tell whether somebody is named at `place`, so that a name before it has ended."""
        return self._actor.match(folded, place) is not None

    def makes(self, folded: str, place: int) -> bool:
        """Tell whether the word at `place` makes something: "và mở văn phòng"."""
        return self._makes.match(folded, place) is not None

    def is_plural(self, folded: str, place: int, since: int) -> bool:
        """Tell whether several are meant by the noun at `place`: "các dự án", "ba nhà máy"."""
        return self._plural.search(folded[max(since, place - 30) : place]) is not None

    def points_back(self, folded: str, place: int) -> bool:
        """Tell whether the word after the noun that ends at `place` points to what was named before."""
        return self._points.match(folded, place) is not None

    def ends(self, folded: str, place: int, *, is_named: bool) -> bool:
        """Tell whether the sentence goes on with the word at `place`, and the name has ended.

        `is_named` tells that words of a name stand before it.
        """
        return bool(self._ends.match(folded, place)) or (
            is_named and bool(self._soft_ends.match(folded, place))
        )

    def goes_on(self, folded: str, place: int) -> bool:
        """Tell whether a sentence goes on with the word at `place` after the name of a body."""
        return self._body_words.ends_at(folded, place, len(folded))

    def ends_title(self, folded: str, place: int) -> bool:
        """Tell whether the title of a document has ended before the word at `place`."""
        return self._title_ends.ends_at(folded, place, len(folded))

    def vague(self, folded: str, start: int, end: int) -> list[tuple[int, int]]:
        """List the stretches of `[start, end)` that name nothing by themselves."""
        return [found.span() for found in self._vague.finditer(folded, start, end)]

    def at(self, folded: str, place: int) -> int | None:
        """Return where the name of a place may start after the word at `place`: "tại", "đặt ở"."""
        found = self._at.match(folded, place)
        return found.end() if found else None

    def area(self, folded: str, place: int) -> int:
        """Return where a word like "tỉnh" at `place` has ended; `place` where there is none."""
        found = self._area.match(folded, place)
        return found.end() if found else place


def _alternation(strings: Iterable[str]) -> str:
    return "|".join(re.escape(string) for string in sorted(strings, key=lambda s: (-len(s), s)))
