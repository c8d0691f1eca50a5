"""Who an instrument is between: the bodies that "giữa" or a signing verb joins."""

import re
from dataclasses import dataclass

from flows.extract.agreements.documents import Documents
from flows.extract.agreements.implied import FindPointedAt, PointedAt
from flows.extract.bodies.body import Body
from flows.extract.bodies.find_bodies import AND, DATELINE, FindBodies
from flows.extract.bodies.reading import Reading
from flows.extract.bodies.words import CAPITAL
from flows.extract.records import Level
from flows.reference.model import Reference
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
_JOINED_BEFORE = re.compile(r" (?:và|cùng|với|and)(?: the)? $")
OF_BOTH = re.compile(r"\s(?:của )?hai (?:nước|bên|phía)(?!\w)")
# "hợp đồng do A ký với B"
_SIGNS_WITH = re.compile(r"\s(?:(?:đã|vừa|cùng) ){0,2}(?:ký|trao)(?: kết)? (?:với|cùng)\s")
_COMMA = re.compile(r",\s")
_DASH = re.compile(r"\s-\s")
_PERSON = re.compile(rf"(?: [{CAPITAL}][\w-]*(?: - \w+)?){{1,5}}")
# "tại Phủ Tổng thống Hàn Quốc ở Seoul, ": where and when, not who.
_ASIDE = re.compile(r"(?:nhân|trong|tại|sau|dưới|bên lề|trước|during|at|after)(?!\w)[^,;]{3,160}, ")
_BRACKETS = re.compile(r"\([^()\n]{1,200}\)")
_SAME = re.compile(
    r"(?:cùng )?(?P<noun>bộ|cơ quan|ủy ban|tập đoàn|công ty|viện|trường) (?:này|nói trên|kể trên|trên|ấy|đó)"
    r"(?P<guest> (?:của )?(?:nước bạn|phía bạn|hàn quốc))?(?!\w)"
    r"|(?:the )?same (?P<country>korean |vietnamese )?(?P<en>ministry|agency|university|company)(?!\w)"
)
_ENGLISH_LEVELS: dict[str, Level] = {
    "ministry": "ministry", "agency": "agency", "university": "university", "company": "company",
}  # fmt: skip
_BETWEEN_DASHES = re.compile(r" [-–] [a-zà-ỹđ][^;\n]{3,120}? [-–](?= )")
# "giữa hai đơn vị: Đại học Huế và …"
_NAMELY = re.compile(r"(?:\s?:|\s(?:là|gồm|bao gồm|including|namely):?)\s")
_CLAUSE_START = re.compile(r"[,;] ")
_NEW_CLAUSE = re.compile(
    r":|(?<!\w)(?:thì|khi|rằng|mà)(?!\w)|cho biết|cho hay|thông tin|thông báo|khẳng định"
    r"|(?:ngày|tháng|năm) \d|tại |đến thăm|said|on \w+day"
)
_OTHER = {"VN": "KR", "KR": "VN"}


@dataclass(frozen=True, slots=True)
class Named:
    """Bodies joined into one list, and where the list ends; `implied` is what "hai bộ" points at."""

    bodies: tuple[Body, ...]
    end: int
    implied: PointedAt | None = None


class ReadParties:
    """Reads lists of bodies; built once."""

    def __init__(self, bodies: FindBodies, reference: Reference) -> None:
        self.bodies = bodies
        self.pointed_at = FindPointedAt(reference)
        self._documents = Documents(reference)

    def after(self, reading: Reading, start: int, limit: int) -> Named | None:
        """Read the bodies that a "giữa", "với" or "between" is followed by; None where none is named."""
        text, folded = reading.report.text, reading.report.folded
        while start < limit and folded[start] in ' "':
            start += 1
        if implied := self.pointed_at.at(folded, start, limit):
            namely = _NAMELY.match(folded, implied.end, limit)
            named = self.after(reading, namely.end(), limit) if namely else None
            return named if named and len(named.bodies) > 1 else Named((), implied.end, implied)
        bodies: list[Body] = []
        place = end = start
        own = self.bodies.name.heads.alone(folded, start, limit)
        if own and (joined := AND.match(folded, own, limit)):
            bodies.append(Body(Span(start, own), own, "", None, None))
            place = joined.end()
        while len(bodies) < MOST_BODIES and (
            body := self._same(reading, place, limit) or self.bodies.at(reading, place, limit)
        ):
            bodies.append(body)
            end = body.end
            if len(bodies) == 1 and OF_BOTH.match(folded, end, limit):
                break
            if body.is_led and (person := _PERSON.match(text, end, limit)):
                end = person.end()
            marks = (AND, _SIGNS_WITH, _COMMA, _DASH)
            joined = next((m for m in (mark.match(folded, end, limit) for mark in marks) if m), None)
            is_loose = joined is not None and joined.re in {_COMMA, _DASH}
            if joined is None or (is_loose and not self._goes_on(reading, joined.end(), limit)):
                break
            place = joined.end()
            if self._documents.at(folded, place, limit):
                break
            if unnamed := _UNNAMED.match(folded, place, limit):
                country = reading.countries.named(*unnamed.span())
                bodies.append(Body(Span(*unnamed.span()), unnamed.end(), "", None, country))
                end = unnamed.end()
                break
        return Named(tuple(bodies), end) if bodies else None

    def _same(self, reading: Reading, place: int, limit: int) -> Body | None:
        """Read words that point back at a body: "bộ này", "cùng bộ nói trên của nước bạn"."""
        found = _SAME.match(reading.report.folded, place, limit)
        if found is None:
            return None
        span = Span(found.start("noun") if found["noun"] else found.start("en"), found.end())
        head = found["noun"] or found["en"]
        named = (found["country"] or "").strip()
        country = "KR" if found["guest"] or named == "korean" else "VN" if named else None
        level = self.bodies.name.heads.level_of(head) or _ENGLISH_LEVELS.get(head)
        return Body(span, found.end(), "", level, country)

    def _goes_on(self, reading: Reading, place: int, limit: int) -> bool:
        return self.bodies.starts_at(reading, place, limit) or reading.known_at(place) is not None

    def signers(self, reading: Reading, start: int, verb: int) -> list[Body]:
        """List the bodies that a subject before a verb joins: the last two parts joined by "và", one each.

        A part may name a person, a post and several bodies: "ông Kim, Cục trưởng Cục Kinh tế, huyện Uiseong"
        stands for the first of them, of the country that any of them names.
        """
        folded = reading.report.folded
        if dateline := DATELINE.match(reading.report.text, start, verb):
            start = dateline.end()
        unnamed = None
        if with_unnamed := _WITH_UNNAMED.search(folded, max(start, verb - 80), verb):
            verb, place = with_unnamed.start(), Span(*with_unnamed.span("who"))
            unnamed = Body(place, place.end, "", None, reading.countries.named(place.start, place.end))
        clauses = [start, *(c.end() for c in _CLAUSE_START.finditer(folded, start, verb))]
        asides = [a.span() for a in (_ASIDE.match(folded, c, verb) for c in clauses) if a]
        asides += [b.span() for b in _BRACKETS.finditer(folded, start, verb)]
        asides += [b.span() for b in _BETWEEN_DASHES.finditer(reading.report.text, start, verb)]
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
            return [*bare, unnamed] if unnamed else bare
        bodies = [part[0].of(next((b.country for b in part if b.country), None)) for part in parts[-2:]]
        if len(bodies) > 1:
            return bodies
        joined = _JOINED_BEFORE.search(folded, start, bodies[0].span.start)
        bare = self.bodies.before(reading, start, joined.start() + 1) if joined else []
        return [bare[-1], bodies[0]] if bare else [_beside(reading, bodies[0], verb)]


def _beside(reading: Reading, body: Body, verb: int) -> Body:
    """Settle a body by the person it signs with: "Bộ trưởng Công Thương … và người đồng cấp Hàn Quốc"."""
    others = {h.country for h in reading.countries.inside(body.end, verb) if not h.is_place}
    is_joined = AND.search(reading.report.folded, body.end, verb) is not None
    return body.of(_OTHER.get(others.pop())) if is_joined and len(others) == 1 else body
