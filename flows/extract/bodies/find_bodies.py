"""Find the bodies that a stretch of text names: by head noun, by table, by who leads them, in capitals."""

import re
from dataclasses import replace

from flows.extract.bodies.body import Body
from flows.extract.bodies.countries import sounds_vietnamese
from flows.extract.bodies.memory import Memory, remember
from flows.extract.bodies.read_english_name import ReadEnglishName
from flows.extract.bodies.read_name import ReadName
from flows.extract.bodies.reading import KnownHit, Reading
from flows.extract.bodies.words import CAPITAL, is_surname
from flows.reference.model import Reference

AND = re.compile(r"\s?,?\s(?:và|với|cùng với|cùng|cũng như|and|with)\s|\s?&\s")
DATELINE = re.compile(
    rf"\W{{0,3}}[{CAPITAL}][{CAPITAL} .,]+(?:Vi[eệ]t ?[Nn]am |Korea )?(?:\([^()\n]{{1,40}}\))?\s?[-–—]{{1,2}}\s"
    r"(?=\w+[a-z])"
)
_WORD = re.compile(r"[^\W_]+")
_LONGEST_AND = 12
_LONGEST_SHORT_FORM = 16
_GIVEN = re.compile(r"(?:-| - )[a-zà-ỹđ]")
_BARE_SUBJECT = re.compile(
    rf"(?P<last>(?:[{CAPITAL}][\w&.-]{{0,30}}(?: & | |$)){{1,5}})(?:(?:đã|vừa|cũng|cùng|chính thức|has|have|also|then"
    r"|first|on \w+|[a-z]{3,6}day) ){0,4}$"
)
_BARE_FIRST = re.compile(rf"(?P<name>(?:[{CAPITAL}][\w&.-]{{0,30}} ){{1,5}})(?:và|cùng|with|and) (?:the )?$")


class FindBodies:
    """Finds bodies in Vietnamese and English text; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self.name = ReadName(reference)
        self.english = ReadEnglishName(reference)

    def with_leaders(self, reading: Reading) -> Reading:
        """Add to a reading who leads which body."""
        is_english = reading.report.language == "en"
        return reading if is_english else replace(reading, led=self.name.leaders(reading))

    def memory(self, reading: Reading) -> Memory:
        """Return what the report says of its bodies anywhere; gathered when first asked for."""
        if not reading.memories:
            sentences = reading.report.sentences
            named = (b for s in sentences for b in self.within(reading, s.span.start, s.span.end))
            reading.memories.append(remember(reading.report, named, self.name.heads))
        return reading.memories[0]

    def remembered(self, reading: Reading, body: Body) -> Body:
        """Give a body whose own words name no country the one that the report gives it elsewhere.

        Not a ministry: both countries have a "Bộ Ngoại giao".
        """
        if body.country or not body.name or body.level in {"state", "ministry"}:
            return body
        return body.of(self.memory(reading).countries.get(self.name.heads.core(body.name)))

    def full_name(self, reading: Reading, name: str) -> str:
        """Return the name that a short form stands for in a report: "ICH"; any other name as it is."""
        is_short = len(name) <= _LONGEST_SHORT_FORM and sum(map(str.isupper, name)) > 1
        return self.memory(reading).full_name(name) if is_short else name

    def within(self, reading: Reading, start: int, end: int) -> list[Body]:
        """List the bodies of a stretch of text, wherever they stand in it."""
        bodies: list[Body] = []
        known = {k.span.start: k for k in reading.known_in(start, end)}
        reached = _after_dateline(reading, start, end)
        is_english, first_words = reading.report.language == "en", self.name.first_words
        for found in _WORD.finditer(reading.report.folded, start, end):
            place = found.start()
            if place < reached:
                continue
            may_start = is_english or found[0] in first_words
            body = self._scan(reading, place, end) if may_start else None
            if body is None and (hit := known.get(place)):
                body = self._known(reading, hit, end)
            if (
                body is None
                and place <= reached + _LONGEST_AND
                and bodies
                and _is_joined(reading, bodies[-1].end, place)
            ):
                after = self.name.words.posts_at(reading.report.folded, place, end) or place
                body = self._scan(reading, after, end) or self._joined(reading, after, end)
            if body:
                bodies.append(reading.settled(body))
                reached = max(body.end, place + 1)
        return bodies

    def at(self, reading: Reading, place: int, limit: int) -> Body | None:
        """Read the body named at `place`, where a body is expected: any name in capitals will do."""
        if reading.report.language == "en":
            body = self.english.ministry_of(reading, place, limit) or self.english.at(reading, place, limit)
            return reading.settled(_placed(reading, body)) if body else None
        after = self.name.words.posts_at(reading.report.folded, place, limit) or place
        words = _WORD.finditer(reading.report.folded, place, after)
        for start in dict.fromkeys([place, *(w.start() for w in words), after]):
            if body := self.name.at(reading, start, limit) or self.name.led_by(reading, start, limit):
                return reading.settled(body)
        body = self.name.bare(reading, after, limit)
        if body is None or (_is_person(body.name) and body.country is None):
            return None
        if self.name.heads.at(reading.report.text, reading.report.folded, after) or _goes_on(reading, body):
            return None
        return reading.settled(_placed(reading, body))

    def before(self, reading: Reading, start: int, verb: int) -> list[Body]:
        """Read the names in capitals right before a verb, one or two: "…, YG Kplus đã"; not a country's."""
        text, found = reading.report.text, _BARE_SUBJECT.search(reading.report.text, start, verb)
        body = self._foreign(reading, found.start("last"), found.end("last")) if found else None
        if body is None or found is None:
            return []
        first = _BARE_FIRST.search(text, start, found.start("last"))
        other = self._foreign(reading, first.start("name"), first.end("name")) if first else None
        bodies = [_placed(reading, b) for b in (other, body) if b]
        return [] if any(b.level == "state" for b in bodies) else bodies

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

    def _joined(self, reading: Reading, place: int, end: int) -> Body | None:
        """Read a name in capitals beside a body: a foreign one, or one that has a head noun elsewhere."""
        body = self._foreign(reading, place, end)
        if body or reading.report.language == "en":
            return body
        bare = self.name.bare(reading, place, end)
        level = self.name.level_elsewhere(reading.report, bare.name) if bare else None
        return replace(bare, level=level) if bare and level else None

    def _foreign(self, reading: Reading, place: int, end: int) -> Body | None:
        """Read a name in capitals that is no Vietnamese person's: the "KT" of "Viettel và KT"."""
        is_english = reading.report.language == "en"
        body = self.english.at(reading, place, end) if is_english else self.name.bare(reading, place, end)
        if body is None or _is_person(body.name) or (not is_english and _goes_on(reading, body)):
            return None
        return body if is_english or not sounds_vietnamese(body.name) else None


def _after_dateline(reading: Reading, start: int, end: int) -> int:
    """Return where a line goes on after "HANOI, Vietnam - "; `start` where it opens with no place."""
    text = reading.report.text
    found = DATELINE.match(text, start, end) if start == 0 or text[start - 1] == "\n" else None
    is_place = found is not None and reading.countries.inside(start, found.end())
    return found.end() if found and is_place else start


def _is_joined(reading: Reading, end: int, place: int) -> bool:
    gap = reading.report.folded[end:place]
    return len(gap) <= _LONGEST_AND and (gap == ", " or AND.fullmatch(gap) is not None)


def _placed(reading: Reading, body: Body) -> Body:
    """Give the bare name of a country or place its level; any other body comes back as it is."""
    for hit in reading.countries.inside(body.span.start, body.span.end):
        if hit.span == body.span:
            return replace(body, level="province" if hit.is_place else "state")
    return body


def _goes_on(reading: Reading, body: Body) -> bool:
    """Tell whether a name goes on in small letters, as those of persons do: "Rhee Chang-yong"."""
    given = _GIVEN.match(reading.report.text, body.span.end)
    return given is not None and (given[0][0] == "-" or is_surname(body.name.split()[0]))


def _is_person(name: str) -> bool:
    words = name.split()
    is_acronym = any(w.isupper() and len(w) > 1 for w in words)
    return 2 <= len(words) <= 5 and is_surname(words[0]) and not is_acronym
