"""Find the two sides of an instrument: named with it, or by who signs, or as "hai bộ" of the text before."""

import re
from dataclasses import replace

from flows.extract.agreements.choose_sides import ChooseSides, Sides
from flows.extract.agreements.implied import PointedAt
from flows.extract.agreements.of_the_two import has_third, is_of_the_two
from flows.extract.agreements.parties import OF_BOTH, Named, ReadParties
from flows.extract.agreements.point_back import PointBack
from flows.extract.agreements.telling import Telling
from flows.extract.bodies.body import Body
from flows.extract.bodies.countries import PAIR
from flows.extract.bodies.reading import Reading
from flows.reference.model import Reference

_WITH = re.compile(
    r"(?: (?:in|on) \w+(?: \d{1,2})?,?)?(?: (?:trị giá|worth|valued at) [^.;]{2,40}?(?: tỷ| triệu|illion)(?: \S+)?)?[\s,\"]*(?:(?:đã|được|cũng|vừa|chính thức) ){0,3}(?:ký (?:kết )?|trao )?(?:với|cùng với|cùng|with)\s"
    r"(?!(?:mục|nội|sự|thời|tổng (?!công|cục|liên)|giá|các nội))"
)
_WITH_INSIDE = re.compile(r"(?<!\w)(?:với|cùng với|cho|with)\s")
_BETWEEN = re.compile(
    r"[\s,\"(]*(?:(?:đã|được|was|were|has been|have been|is|also) ){0,3}(?:ký (?:kết )?|signed |trao )?"
    r"(?:(?:vào |hồi |hôm )?(?:sáng |chiều |trưa |tối )?(?:ngày |tháng |năm )?[\d./-]{1,10},? ){0,3}"
    r"(?:giữa|between|(?P<by>do|mà|by))\s"
)
# "về xây dựng (Bộ Xây dựng và Bộ Đất đai, Hạ tầng và Giao thông)"
_BRACKETS = re.compile(r"(?P<open>\s?\((?:giữa |between )?)[^()\n]{6,160}\)")
_CLAUSE = re.compile(r"[;]")


class FindSides:
    """Finds the sides of an instrument; built once."""

    def __init__(self, parties: ReadParties, reference: Reference) -> None:
        self._parties = parties
        self._choose = ChooseSides(reference)
        self._back = PointBack(parties.bodies)

    def __call__(self, reading: Reading, told: Telling) -> Sides | None:
        """Return the sides; None where the instrument is not one between Viet Nam and Korea."""
        named = told.title.named or told.listed or self._named_after(reading, told)
        bodies, implied = self._bodies(reading, told, named)
        meant: list[Body] = []
        if implied and len(bodies) < 2:
            meant = self._back.meant(reading, told, implied.level)
        elif len(bodies) == 1:
            meant = self._back.other_signer(reading, told, bodies[0])
        names = {b.name for b in bodies}
        meant = [b for b in meant if b.name not in names]
        find = self._parties.bodies
        bodies = self._back.whole(reading, told, bodies)
        told_of = [find.remembered(reading, body) for body in _both(reading, [*meant, *bodies])]
        sides = self._choose(reading, told_of)
        title = told.title.span
        in_title = reading.countries.all_in(title.start, title.end)
        if sides is None and in_title == PAIR:
            sides = Sides()
        if sides is None or in_title - PAIR or (meant and has_third(reading, told)):
            return None
        sides = replace(sides, is_pointed=bool(meant))
        if sides.is_pair:
            return sides
        near = [b.end for b in bodies if title.start < b.span.start <= told.title.end + 20]
        end = max(title.end, told.title.end, named.end if named else 0, *near)
        is_pair = is_of_the_two(reading, told, end, sides, has_actors=implied is not None)
        level = sides.level or (implied.level if implied else None)
        return replace(sides, level=level, is_pair=is_pair)

    def _bodies(
        self, reading: Reading, told: Telling, named: Named | None
    ) -> tuple[list[Body], PointedAt | None]:
        """List the bodies named with the instrument, else those that sign, and what "hai bộ" points at."""
        named = named or told.partner
        bodies = list(named.bodies) if named else []
        implied = named.implied if named else None
        if bodies and len({b.country for b in bodies}) == 1 and bodies[0].country:
            return [*self._signers(reading, told), *bodies], implied
        if not bodies:
            start, end = _reach(told)
            bodies = self._signers(reading, told)
            implied = implied or self._parties.pointed_at.within(reading.report.folded, start, end)
        return bodies, implied

    def _named_after(self, reading: Reading, told: Telling) -> Named | None:
        limit = _reach(told)[1]
        if brackets := _BRACKETS.match(reading.report.folded, told.title.end, limit):
            named = self._parties.after(reading, brackets.end("open"), brackets.end() - 1)
            if named and (named.implied or len(named.bodies) > 1):
                return named
        found = _BETWEEN.match(reading.report.folded, told.title.end, limit)
        named = self._parties.after(reading, found.end(), limit) if found else None
        is_one = found is not None and found["by"] and named is not None and len(named.bodies) == 1
        return None if is_one else named

    def _signers(self, reading: Reading, told: Telling) -> list[Body]:
        """List who signs: the subject before the verb, and whom "với" names."""
        folded, title, around, verb = reading.report.folded, told.title, told.around, told.signing.verb
        partners = self._partners(reading, _WITH.match(folded, title.end, around.end), around.end)
        if verb is None:
            return partners
        if told.signing.is_after:
            later = self._partners(reading, _WITH.match(folded, verb.end, around.end), around.end)
            found = [*self._parties.signers(reading, title.end, verb.start), *(partners or later)]
            return [*self._subject(reading, told, found), *found]
        if not partners:
            since = max(verb.end, _reach(told)[0])
            inside = (
                _WITH_INSIDE.search(folded, since, title.span.start) if since < title.span.start else None
            )
            partners = self._partners(reading, inside, title.span.start)
        if told.signing.is_witnessed or verb.start < around.start:
            return partners
        breaks = [m.end() for m in _CLAUSE.finditer(folded, around.start, verb.start)]
        since = breaks[-1] if breaks else around.start
        return [*self._parties.signers(reading, since, verb.start), *partners]

    def _subject(self, reading: Reading, told: Telling, found: list[Body]) -> list[Body]:
        """Return the body that a sentence is about: "UBND tỉnh … chấm dứt bản ghi nhớ đã ký với …"."""
        find = self._parties.bodies
        countries = {find.remembered(reading, body).country for body in found} & PAIR
        if len(countries) != 1 or None in {b.country for b in found if b.name}:
            return []
        before = find.within(reading, told.around.start, told.title.span.start)
        known = [find.remembered(reading, body) for body in before]
        return [b for b in known if b.country in PAIR - countries][-1:]

    def _partners(self, reading: Reading, lead: re.Match[str] | None, limit: int) -> list[Body]:
        named = self._parties.after(reading, lead.end(), limit) if lead else None
        return list(named.bodies) if named else []


def _reach(told: Telling) -> tuple[int, int]:
    """Return the part of the sentence that speaks of an instrument, and not of those it is listed with."""
    around, own = told.around, told.own or told.around
    start = max(around.start, own.start) if told.is_joined else around.start
    return start, min(around.end, own.end)


def _both(reading: Reading, bodies: list[Body]) -> list[Body]:
    """Make two of the one body in "Bộ Y tế hai nước"."""
    if len(bodies) != 1 or not OF_BOTH.match(reading.report.folded, bodies[0].end):
        return bodies
    return [replace(bodies[0], country=country) for country in ("VN", "KR")]
