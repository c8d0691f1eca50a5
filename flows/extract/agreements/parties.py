"""Who an instrument is between: the bodies that "giữa" or a signing verb joins."""

import re
from dataclasses import dataclass

from flows.extract.agreements.implied import pointed_at
from flows.extract.agreements.title_ends import DOCUMENT
from flows.extract.bodies.body import Body
from flows.extract.bodies.find_bodies import AND, FindBodies
from flows.extract.bodies.reading import Reading
from flows.extract.bodies.words import CAPITAL
from flows.span import Span

MOST_BODIES = 6

# "với các đối tác Hàn Quốc": a side that is not named.
_UNNAMED = re.compile(
    r"(?:các |một số )?(?:đối tác|phía|doanh nghiệp|công ty|tập đoàn|nhà đầu tư)(?: của)? "
    r"(?:hàn quốc|việt nam)(?!\w)"
)
_WITH_UNNAMED = re.compile(
    rf"(?:{AND.pattern})(?P<who>{_UNNAMED.pattern})(?: (?:đã|vừa|cũng|chính thức)){{0,3}} $"
)
# "giữa thành phố với tỉnh Gangwon": the body that the report is about.
_JOINED_BEFORE = re.compile(r" (?:và|cùng|với|and)(?: the)? $")
_OWN = re.compile(
    r"(?P<noun>thành phố|tỉnh|huyện|quận|trường|nhà trường|bệnh viện|công ty|tập đoàn|ngân hàng|bộ|viện|sở|địa phương|đơn vị)"
    r" (?:này )?(?:và|với|cùng) "
)
OF_BOTH = re.compile(r"\s(?:của )?hai (?:nước|bên|phía)(?!\w)")
# "hợp đồng do A ký với B"
_SIGNS_WITH = re.compile(r"\s(?:(?:đã|vừa|cùng) ){0,2}(?:ký|trao)(?: kết)? (?:với|cùng)\s")
_DOCUMENT = re.compile(rf"{DOCUMENT}(?!\w)")
_COMMA = re.compile(r",\s")
_PERSON = re.compile(rf"(?: [{CAPITAL}][\w-]*(?: - \w+)?){{1,5}}")
# "tại Phủ Tổng thống Hàn Quốc ở Seoul, ": where and when, not who.
_ASIDE = re.compile(r"(?:nhân|trong|tại|sau|dưới|bên lề|trước|during|at|after)(?!\w)[^,;]{3,160}, ")
_DATELINE = re.compile(rf"\W{{0,3}}[{CAPITAL}][{CAPITAL} .,]+(?:\([^()\n]{{1,40}}\))?\s?[-–—]{{1,2}}\s")
_CLAUSE_START = re.compile(r"[,;] ")
_NEW_CLAUSE = re.compile(
    r":|(?<!\w)(?:thì|khi|rằng|mà)(?!\w)|cho biết|cho hay|thông tin|thông báo|khẳng định"
    r"|(?:ngày|tháng|năm) \d|tại |đến thăm|said|on \w+day"
)
_OTHER = {"VN": "KR", "KR": "VN"}


@dataclass(frozen=True, slots=True)
class Named:
    """Bodies joined into one list, and where the list ends; `implied` is the noun of "hai bộ"."""

    bodies: tuple[Body, ...]
    end: int
    implied: str | None = None


class ReadParties:
    """Reads lists of bodies; built once."""

    def __init__(self, bodies: FindBodies) -> None:
        self.bodies = bodies

    def after(self, reading: Reading, start: int, limit: int) -> Named | None:
        """Read the bodies that a "giữa", "với" or "between" is followed by; None where none is named."""
        text, folded = reading.report.text, reading.report.folded
        while start < limit and folded[start] in ' "':
            start += 1
        if implied := pointed_at(folded, start, limit):
            return Named((), implied.end(), implied["noun"])
        bodies: list[Body] = []
        place = end = start
        if own := _OWN.match(folded, start, limit):
            bodies.append(Body(Span(*own.span("noun")), own.end("noun"), "", None, None))
            place = own.end()
        while len(bodies) < MOST_BODIES and (body := self.bodies.at(reading, place, limit)):
            bodies.append(body)
            end = body.end
            if len(bodies) == 1 and OF_BOTH.match(folded, end, limit):
                break
            if body.is_led and (person := _PERSON.match(text, end, limit)):
                end = person.end()
            marks = (AND, _SIGNS_WITH, _COMMA)
            joined = next((m for m in (mark.match(folded, end, limit) for mark in marks) if m), None)
            if joined is None or (
                joined[0] == ", " and not self.bodies.starts_at(reading, joined.end(), limit)
            ):
                break
            place = joined.end()
            if _DOCUMENT.match(folded, place, limit):
                break
            if unnamed := _UNNAMED.match(folded, place, limit):
                country = reading.countries.named(*unnamed.span())
                bodies.append(Body(Span(*unnamed.span()), unnamed.end(), "", None, country))
                end = unnamed.end()
                break
        return Named(tuple(bodies), end) if bodies else None

    def signers(self, reading: Reading, start: int, verb: int) -> list[Body]:
        """List the bodies that a subject before a verb joins: the last two parts joined by "và", one each.

        A part may name a person, a post and several bodies: "ông Kim, Cục trưởng Cục Kinh tế, huyện Uiseong"
        stands for the first of them, of the country that any of them names.
        """
        folded = reading.report.folded
        if dateline := _DATELINE.match(reading.report.text, start, verb):
            start = dateline.end()
        unnamed = None
        if with_unnamed := _WITH_UNNAMED.search(folded, max(start, verb - 80), verb):
            verb, place = with_unnamed.start(), Span(*with_unnamed.span("who"))
            unnamed = Body(place, place.end, "", None, reading.countries.named(place.start, place.end))
        clauses = [start, *(c.end() for c in _CLAUSE_START.finditer(folded, start, verb))]
        asides = [a.span() for a in (_ASIDE.match(folded, c, verb) for c in clauses) if a]
        parts: list[list[Body]] = []
        for body in self.bodies.within(reading, start, verb):
            if any(first <= body.span.start < last for first, last in asides):
                continue
            gap = folded[parts[-1][-1].end : body.span.start] if parts else ""
            if not parts or AND.search(gap):
                parts.append([body])
            elif _NEW_CLAUSE.search(gap):
                parts = [[body]]
            else:
                parts[-1].append(body)
        if unnamed:
            parts.append([unnamed])
        if not parts or parts == [[unnamed]]:
            bare = self.bodies.before(reading, start, verb)
            return [b for b in (bare, unnamed) if b]
        bodies = [part[0].of(next((b.country for b in part if b.country), None)) for part in parts[-2:]]
        if len(bodies) > 1:
            return bodies
        joined = _JOINED_BEFORE.search(folded, start, bodies[0].span.start)
        bare = self.bodies.before(reading, start, joined.start() + 1) if joined else None
        return [bare, bodies[0]] if bare else [_beside(reading, bodies[0], verb)]


def _beside(reading: Reading, body: Body, verb: int) -> Body:
    """Settle a body by the person it signs with: "Bộ trưởng Công Thương … và người đồng cấp Hàn Quốc"."""
    others = {h.country for h in reading.countries.inside(body.end, verb) if not h.is_place}
    is_joined = AND.search(reading.report.folded, body.end, verb) is not None
    return body.of(_OTHER.get(others.pop())) if is_joined and len(others) == 1 else body
