"""Find the two sides of an instrument: named with it, or by who signs, or as "hai bộ" of the text before."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from flows.extract.agreements.choose_sides import Sides, choose_sides
from flows.extract.agreements.implied import level_of, pointed_at_in
from flows.extract.agreements.parties import OF_BOTH, Named, ReadParties
from flows.extract.agreements.telling import Telling
from flows.extract.bodies.body import Body
from flows.extract.bodies.countries import PAIR
from flows.extract.bodies.reading import Reading
from flows.extract.records import Level
from flows.span import Span

_WITH = re.compile(
    r"[\s,\"]*(?:(?:đã|được|cũng|vừa|chính thức) ){0,3}(?:ký (?:kết )?|trao )?(?:với|cùng với|cùng|with)\s"
    r"(?!(?:mục|nội|sự|thời|tổng|giá|các nội))"
)
_WITH_INSIDE = re.compile(r"(?<!\w)(?:với|cùng với|with)\s")
_BETWEEN = re.compile(
    r"[\s,\"(]*(?:(?:đã|được|was|were|has been|have been|is|also) ){0,3}(?:ký (?:kết )?|signed |trao )?"
    r"(?:giữa|between|do|by)\s"
)
_BILATERAL = re.compile(
    r"song phương|hai nước|hai bên|hai chính phủ|hai bộ|quan hệ đối tác|partnership|bilateral"
    r"|the two (?:countries|sides)"
)
_CLAUSE = re.compile(r"[;]")
_PAIR_NAMED = re.compile(r"việt nam (?:và|-|cùng) hàn quốc|hàn quốc (?:và|-|cùng) việt nam")
_LOOK_AROUND = 4
_FAR = 600
_LONGEST = 2000
# These are made by one country as well: they count only where both are said to stand behind them.
_ONE_SIDED = frozenset({"action_plan", "joint_statement", "other"})


class FindSides:
    """Finds the sides of an instrument; built once."""

    def __init__(self, parties: ReadParties) -> None:
        self._parties = parties

    def __call__(self, reading: Reading, told: Telling) -> Sides | None:
        """Return the sides; None where the instrument is not one between Viet Nam and Korea."""
        named = told.title.named or self._named_after(reading, told)
        bodies = list(named.bodies) if named else []
        implied = named.implied if named else None
        if not bodies:
            bodies, around = self._signers(reading, told), told.around
            implied = implied or pointed_at_in(reading.report.folded, around.start, around.end)
        if implied and len(bodies) < 2:
            bodies = [*self._meant(reading, told, implied), *bodies]
        bodies = _both(reading, bodies)
        sides = choose_sides(reading, bodies)
        if sides is None:
            return None
        if sides.is_pair:
            title = told.title.span
            return sides if reading.countries.all_in(title.start, title.end) <= PAIR else None
        near = [b.end for b in bodies if told.title.span.start < b.span.start <= told.title.end + 20]
        end = max(told.title.span.end, told.title.end, named.end if named else 0, *near)
        is_pair = _is_pair(reading, told, end, sides, has_actors=implied is not None)
        level = sides.level or (level_of(implied) if implied else None)
        return replace(sides, level=level, is_pair=is_pair)

    def _named_after(self, reading: Reading, told: Telling) -> Named | None:
        limit = told.around.end
        found = _BETWEEN.match(reading.report.folded, told.title.end, limit)
        return self._parties.after(reading, found.end(), limit) if found else None

    def _signers(self, reading: Reading, told: Telling) -> list[Body]:
        """List who signs: the subject before the verb, and whom "với" names."""
        folded, title, around, verb = reading.report.folded, told.title, told.around, told.signing.verb
        partners = self._partners(reading, _WITH.match(folded, title.end, around.end), around.end)
        if verb is None:
            return partners
        if told.signing.is_after:
            return partners or self._parties.signers(reading, title.end, verb.start)
        if not partners:
            inside = _WITH_INSIDE.search(folded, max(verb.end, around.start), title.span.start)
            partners = self._partners(reading, inside, title.span.start)
        if told.signing.is_witnessed or verb.start < around.start:
            return partners
        breaks = [m.end() for m in _CLAUSE.finditer(folded, around.start, verb.start)]
        since = breaks[-1] if breaks else around.start
        return [*self._parties.signers(reading, since, verb.start), *partners]

    def _partners(self, reading: Reading, lead: re.Match[str] | None, limit: int) -> list[Body]:
        named = self._parties.after(reading, lead.end(), limit) if lead else None
        return list(named.bodies) if named else []

    def _meant(self, reading: Reading, told: Telling, implied: str) -> list[Body]:
        """Find the bodies that "hai bộ" points back to (from a caption also on): the last of each country."""
        level = level_of(implied)
        if level == "state":
            return []
        sentences, within = reading.report.sentences, self._parties.bodies.within
        place = bisect_right(sentences, told.sentence.span.start, key=lambda s: s.span.start) - 1
        bodies = within(reading, told.around.start, told.title.span.start)
        for other in reversed(sentences[max(0, place - _LOOK_AROUND) : place]):
            if found := _one_each(bodies, level):
                return found
            end = other.span.end
            bodies = [*within(reading, max(other.span.start, end - _FAR), end), *bodies]
        if (found := _one_each(bodies, level)) or told.sentence.kind == "body":
            return found
        after: list[Body] = []
        for other in sentences[place + 1 : place + 1 + _LOOK_AROUND]:
            start = other.span.start
            after += within(reading, start, min(other.span.end, start + _FAR))
        return _one_each(after, level)


def _one_each(bodies: Sequence[Body], level: Level | None) -> list[Body]:
    fit = [b for b in bodies if level is None or b.level == level]
    kr = [b for b in fit if b.country == "KR"]
    vn = [b for b in fit if b.country == "VN"] or [b for b in fit if b.country is None]
    return [*vn[-1:], *kr[-1:]] if vn and kr else []


def _both(reading: Reading, bodies: list[Body]) -> list[Body]:
    """Make two of the one body in "Bộ Y tế hai nước"."""
    if len(bodies) != 1 or not OF_BOTH.match(reading.report.folded, bodies[0].end):
        return bodies
    return [replace(bodies[0], country=country) for country in ("VN", "KR")]


def _is_pair(reading: Reading, told: Telling, end: int, sides: Sides, *, has_actors: bool) -> bool:
    """Tell whether an instrument whose parties are not both named is one between the two countries."""
    countries, folded, title = reading.countries, reading.report.folded, told.title.span
    inside = countries.all_in(title.start, end)
    if inside - PAIR:
        return False
    around = _countries_of(reading, told.around)
    if inside >= PAIR or (sides.kr and "KR" in inside and "VN" in around):
        return True
    if told.governing.signing:
        around |= _countries_of(reading, told.governing.sentence.span)
    if around - PAIR - {"ZZ"} or not countries.is_about_the_pair:
        return False
    if has_actors or sides.kr or told.governing.signing or _BILATERAL.search(folded, title.start, end):
        return True
    if told.signing.act == "referenced" and told.hit.kind in _ONE_SIDED:
        return _PAIR_NAMED.search(folded, told.around.start, title.start) is not None
    return around >= PAIR or bool(sides.vn and "KR" in around)


def _countries_of(reading: Reading, span: Span) -> set[str]:
    return reading.countries.all_in(span.start, min(span.end, span.start + _LONGEST))
