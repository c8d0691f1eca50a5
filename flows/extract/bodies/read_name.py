"""Read the name of a body in Vietnamese text, from its first word to where the sentence goes on."""

import re
from dataclasses import replace

from flows.extract.bodies.body import Body
from flows.extract.bodies.countries import sounds_vietnamese
from flows.extract.bodies.heads import Heads
from flows.extract.bodies.name_end import GOVERNOR, LONGEST_NAME, MINISTER, TOKEN, NameEnd, Start
from flows.extract.bodies.reading import Reading
from flows.extract.bodies.words import CAPITAL, BodyWords, is_surname
from flows.extract.name_key import name_key
from flows.extract.records import Level
from flows.read.fold import fold
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

_POST_BEFORE = re.compile(
    r"(?:chủ tịch|giám đốc|hiệu trưởng|viện trưởng|thống đốc|cục trưởng|chủ nhiệm|trưởng ban|bí thư|đại sứ"
    r"|đồng chủ tịch|(?:tỉnh|thị|quận|huyện) trưởng) (?:thường trực )?$"
)
_GOVERNED = {"tỉnh": "tỉnh", "thị": "thành phố", "quận": "quận", "huyện": "huyện"}
_LEADERS = frozenset({"bộ", "thứ", "phó", "tỉnh", "thị", "quận", "huyện"})
_LEADING = re.compile(r"(?<!\w)(?:(?:bộ|thứ) trưởng|(?:phó )?(?:tỉnh|thị|quận|huyện) trưởng) (?=\w)")
_PERSON = re.compile(rf" [{CAPITAL}][\w-]*(?:(?: - | )[{CAPITAL}][\w-]*){{1,4}}")
_MOST_PLACES = 20
_BRACKETS = re.compile(r"\s?\((?!(?:ký|năm|ngày|tháng|từ|sau|trước|signed)(?!\w)|\d)([^()\n]{1,60})\)")
_COUNTRY_AFTER = re.compile(r"(?:\s?,|\scủa)\s(?:nước )?(?=\w)")


class ReadName:
    """Reads Vietnamese names of bodies; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self.heads = Heads(reference)
        self.words = BodyWords(reference)
        self._end = NameEnd(self.heads, self.words)
        # the folded words at which a body, or who leads one, may be named
        self.first_words = self.heads.first_words | _LEADERS

    def at(self, reading: Reading, start: int, limit: int) -> Body | None:
        """Read the body named at `start`, by a head noun or through its minister or governor; else None."""
        text, folded = reading.report.text, reading.report.folded
        if minister := MINISTER.match(folded, start, limit):
            return self._led(reading, minister.end(), limit, "Bộ", "ministry")
        if governor := GOVERNOR.match(folded, start, limit):
            if self.heads.at(text, folded, governor.end()):
                return self.at(reading, governor.end(), limit)
            return self._led(reading, governor.end(), limit, _GOVERNED[governor[1]], "province")
        if (head := self.heads.at(text, folded, start)) is None:
            return None
        has_post = _POST_BEFORE.search(folded, max(0, start - 30), start) is not None
        end = self._end(reading, Start(start, head[0], person_follows=has_post), limit)
        if head[1] == "province" and not has_post and _is_of_a_person(reading, start, head[0]):
            return None
        is_whole = head[1] == "state" or folded.count(" ", start, head[0]) >= 2
        if end == head[0] and not is_whole:
            return None
        return _with_tail(reading, start, end, limit, head[1])

    def bare(self, reading: Reading, start: int, limit: int, *, person_follows: bool = False) -> Body | None:
        """Read a name in capitals without a head noun: "YG Kplus", "Samsung C&T", "KOICA"."""
        text, end = reading.report.text, start
        for found in TOKEN.finditer(reading.report.folded, start, min(limit, start + LONGEST_NAME)):
            first = text[found.start()]
            if person_follows and end > start and is_surname(found[0]):
                break
            if first.isupper() or (first.isdigit() and end > start):
                end = found.end()
            elif end == start or not (found[0] == "&" or text.startswith("-", end)):
                break
        return _with_tail(reading, start, end, limit, "company") if end > start else None

    def leaders(self, reading: Reading) -> dict[str, Body]:
        """List whom the report names with a post and a body: "Bộ trưởng Công Thương Nguyễn Hồng Diên"."""
        found: dict[str, Body] = {}
        report = reading.report
        for post in _LEADING.finditer(report.folded):
            body = self.at(reading, post.start(), len(report.text))
            if body and (person := _PERSON.match(report.text, body.end)):
                found.setdefault(name_key(person[0]), reading.settled(body))
        return found

    def led_by(self, reading: Reading, start: int, limit: int) -> Body | None:
        """Return the body of a minister or governor named without it: "Bộ trưởng Nguyễn Hồng Diên"."""
        if (post := _LEADING.match(reading.report.folded, start, limit)) is None:
            return None
        person = _PERSON.match(reading.report.text, post.end() - 1, limit)
        body = reading.led.get(name_key(person[0])) if person else None
        if body is None or person is None:
            return None
        return replace(body, span=Span(start, person.end()), end=person.end(), is_led=True)

    def level_elsewhere(self, report: Report, name: str) -> Level | None:
        """Return the level of a bare name that the report gives a head noun elsewhere: "huyện Nam Trà My"."""
        folded, key, place = report.folded, fold(name), -1
        for _ in range(_MOST_PLACES):
            place = folded.find(f" {key}", place + 1)
            if place < 0:
                return None
            for start in (
                folded.rfind(" ", 0, place) + 1,
                folded.rfind(" ", 0, max(0, folded.rfind(" ", 0, place))) + 1,
            ):
                if (head := self.heads.at(report.text, folded, start)) and head[0] == place:
                    return head[1]
        return None

    def starts_at(self, report: Report, place: int) -> bool:
        """Tell whether a body, or somebody who leads one, is named at `place`."""
        return self._end.starts_at(report, place)

    def _led(self, reading: Reading, start: int, limit: int, head: str, level: Level) -> Body | None:
        """Read the body of a minister or governor, whose own name may follow."""
        end = self._end(reading, Start(start, start, person_follows=True), limit)
        is_person = level == "province" and "-" in reading.report.folded[start:end]
        if end == start or (is_person and not reading.countries.starting_at(start)):
            return None
        body = _with_tail(reading, start, end, limit, level)
        if body.country is None and level == "ministry":
            body = body.of(_country_of_person(reading, body.end, limit))
        return replace(body, name=f"{head} {body.name}", is_led=True)


def _country_of_person(reading: Reading, place: int, limit: int) -> str | None:
    """Tell from a minister's own name whose minister it is, in a report about the two countries."""
    person = _PERSON.match(reading.report.text, place, limit)
    if person is None or not reading.countries.is_about_the_pair:
        return None
    words = person[0].replace(" - ", "-").split()
    if is_surname(words[0]) and sounds_vietnamese(person[0]):
        return "VN" if len(words) > 2 else None
    return "KR" if is_surname(words[0]) and len(words) > 1 else None


def _is_of_a_person(reading: Reading, start: int, head_end: int) -> bool:
    """Tell whether a person's name follows a head noun: "Chủ tịch tỉnh Phạm Hoàng Sơn"."""
    person = _PERSON.match(reading.report.text, head_end)
    is_place = reading.countries.starting_at(start) or reading.countries.starting_at(head_end + 1)
    if person is None or is_place:
        return False
    words = person[0].split()
    return len(words) > 2 and is_surname(words[0])


def _with_tail(reading: Reading, start: int, end: int, limit: int, level: Level) -> Body:
    """Take in what stands after a name: its short form or country in brackets, its country after a comma."""
    folded, countries = reading.report.folded, reading.countries
    country, after = countries.named(start, end), end
    while found := _BRACKETS.match(folded, after, limit):
        country = country or countries.named(*found.span(1))
        after = found.end()
    if country is None and (comma := _COUNTRY_AFTER.match(folded, after, limit)):
        hit = countries.starting_at(comma.end())
        if hit and not hit.is_pair and hit.span.end <= limit:
            country, after = hit.country, hit.span.end
    return Body(Span(start, end), after, reading.report.text[start:end], level, country)
