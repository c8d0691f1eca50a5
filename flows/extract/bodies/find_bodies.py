"""Find the bodies that a stretch of text names: by head noun, by table, by who leads them, in capitals."""

import re
from dataclasses import replace

from flows.extract.bodies.body import Body
from flows.extract.bodies.countries import sounds_vietnamese
from flows.extract.bodies.read_english_name import ReadEnglishName
from flows.extract.bodies.read_name import ReadName
from flows.extract.bodies.reading import KnownHit, Reading
from flows.extract.bodies.words import is_surname
from flows.reference.model import Reference

# What may stand before the name of a body: posts, titles, forms of address.
_POST = re.compile(
    r"(?:(?:đại diện|lãnh đạo|phó|tổng|quyền|các|đồng chí|ông|bà|ngài|gs|pgs|ts|phía|với|của|cho|chủ tịch"
    r"|giám đốc|hiệu trưởng|viện trưởng|thống đốc|cục trưởng|chủ nhiệm|trưởng ban|trưởng phòng|bí thư|hđqt"
    r"|hội đồng quản trị|thủ tướng|tổng thống|kiêm)[.\s]+){1,6}"
)
AND = re.compile(r"\s?,?\s(?:và|với|cùng với|cùng|cũng như|and|with)\s|\s?&\s")
_WORD_START = re.compile(r"(?<!\w)\w")
_BARE_SUBJECT = re.compile(
    r"((?:[A-Z][\w&.-]{0,30}(?: |$)){1,5})(?:(?:đã|vừa|cũng|chính thức|has|have|also|then|on \w+"
    r"|[a-z]{3,6}day) ){0,4}$"
)


class FindBodies:
    """Finds bodies in Vietnamese and English text; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self.name = ReadName(reference)
        self.english = ReadEnglishName(reference)

    def with_leaders(self, reading: Reading) -> Reading:
        """Add to a reading who leads which body."""
        is_english = reading.report.language == "en"
        return reading if is_english else replace(reading, led=self.name.leaders(reading))

    def within(self, reading: Reading, start: int, end: int) -> list[Body]:
        """List the bodies of a stretch of text, wherever they stand in it."""
        bodies: list[Body] = []
        known = {k.span.start: k for k in reading.known_in(start, end)}
        reached = start
        for found in _WORD_START.finditer(reading.report.folded, start, end):
            place = found.start()
            if place < reached:
                continue
            body = self._scan(reading, place, end)
            if body is None and (hit := known.get(place)):
                body = self._known(reading, hit, end)
            if body is None and bodies and _is_joined(reading, bodies[-1].end, place):
                post = _POST.match(reading.report.folded, place, end)
                after = post.end() if post else place
                body = self._scan(reading, after, end) or self._foreign(reading, after, end)
            if body:
                bodies.append(reading.settled(body))
                reached = max(body.end, place + 1)
        return bodies

    def at(self, reading: Reading, place: int, limit: int) -> Body | None:
        """Read the body named at `place`, where a body is expected: any name in capitals will do."""
        if reading.report.language == "en":
            body = self.english.ministry_of(reading, place, limit) or self.english.at(reading, place, limit)
            return reading.settled(_placed(reading, body)) if body else None
        post = _POST.match(reading.report.folded, place, limit)
        words = _WORD_START.finditer(reading.report.folded, place, post.end()) if post else ()
        for start in dict.fromkeys([place, *(w.start() for w in words), post.end() if post else place]):
            if body := self.name.at(reading, start, limit) or self.name.led_by(reading, start, limit):
                return reading.settled(body)
        body = self.name.bare(reading, post.end() if post else place, limit)
        if body is None or (_is_person(body.name) and body.country is None):
            return None
        return reading.settled(_placed(reading, body))

    def before(self, reading: Reading, start: int, verb: int) -> Body | None:
        """Read the name in capitals right before a verb: "…, YG Kplus đã"; not a country's."""
        found = _BARE_SUBJECT.search(reading.report.text, start, verb)
        body = self._foreign(reading, found.start(1), verb) if found else None
        return None if body is None or _placed(reading, body) is not body else body

    def starts_at(self, reading: Reading, place: int, limit: int) -> bool:
        """Tell whether a body, or somebody who leads one, is named at `place`."""
        if reading.report.language == "en":
            return self.english.at(reading, place, limit) is not None
        return self.name.starts_at(reading.report, place)

    def _scan(self, reading: Reading, place: int, end: int) -> Body | None:
        if reading.report.language == "en":
            return self.english.headed(reading, place, end)
        return self.name.at(reading, place, end) or self.name.led_by(reading, place, end)

    def _known(self, reading: Reading, hit: KnownHit, end: int) -> Body:
        """Take a known body, with the rest of a longer name that it starts: "Samsung C&T"."""
        longer = self.name.bare(reading, hit.span.start, end, person_follows=True)
        row, span = hit.institution, hit.span
        if longer and longer.span.end > span.end and reading.report.language != "en":
            span = longer.span
        after = max(span.end, longer.end if longer else 0)
        return Body(span, after, span.of(reading.report.text), row.level, row.country)

    def _foreign(self, reading: Reading, place: int, end: int) -> Body | None:
        """Read a name in capitals that is no Vietnamese person's: the "KT" of "Viettel và KT"."""
        is_english = reading.report.language == "en"
        body = self.english.at(reading, place, end) if is_english else self.name.bare(reading, place, end)
        if body is None or _is_person(body.name):
            return None
        return body if is_english or not sounds_vietnamese(body.name) else None


def _is_joined(reading: Reading, end: int, place: int) -> bool:
    gap = reading.report.folded[end : min(place, end + 12)]
    return place - end <= 12 and (gap == ", " or AND.fullmatch(gap) is not None)


def _placed(reading: Reading, body: Body) -> Body:
    """Give the bare name of a country or place its level; any other body comes back as it is."""
    for hit in reading.countries.inside(body.span.start, body.span.end):
        if hit.span == body.span:
            return replace(body, level="province" if hit.is_place else "state")
    return body


def _is_person(name: str) -> bool:
    words = name.split()
    is_acronym = any(w.isupper() and len(w) > 1 for w in words)
    return 2 <= len(words) <= 5 and is_surname(words[0]) and not is_acronym
