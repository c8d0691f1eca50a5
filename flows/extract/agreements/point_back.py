"""Find the bodies that "hai bộ", "hai thành phố" or "ông và Bộ trưởng …" point back to."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from flows.extract.agreements.telling import Telling
from flows.extract.bodies.body import Body
from flows.extract.bodies.find_bodies import FindBodies
from flows.extract.bodies.reading import Reading
from flows.extract.records import Level
from flows.read.fold import fold

_LOOK_AROUND = 4
_FAR = 600
_LOOK_FAR_BACK = 12
_SAME = re.compile(r" (?:này|nói trên|kể trên|trên|ấy|đó)(?!\w)|^(?:ministry|agency|university|company)$")
# "ông và Bộ trưởng Xây dựng", "Bộ trưởng Xây dựng … và ông Kim"
_AND_BEFORE = re.compile(r"(?:và|cùng|cùng với|and) (?:(?:bộ|thứ|tỉnh|thị|quận|huyện) trưởng )?(?:bộ )?$")
_AND_PERSON = re.compile(r"\s(?:và|cùng|cùng với|and)\s(?:ông|bà|bộ trưởng|ngài|người|he|his|her)(?!\w)")


class PointBack:
    """Looks for bodies around an instrument; built once."""

    def __init__(self, bodies: FindBodies) -> None:
        self._bodies = bodies

    def meant(self, reading: Reading, told: Telling, level: Level | None) -> list[Body]:
        """Return the last body of each country before an instrument (of a caption: also after it).

        Args:
            reading: the report.
            told: the instrument.
            level: of which level they are; None for any.
        """
        if level == "state":
            return []
        sentences = reading.report.sentences
        place = bisect_right(sentences, told.sentence.span.start, key=lambda s: s.span.start) - 1
        bodies = self._named(reading, told.around.start, told.title.span.start, level)
        for other in reversed(sentences[max(0, place - _LOOK_AROUND) : place]):
            if found := _one_each(bodies, level):
                return found
            end = other.span.end
            bodies = [*self._named(reading, max(other.span.start, end - _FAR), end, level), *bodies]
        if (found := _one_each(bodies, level)) or told.sentence.kind == "body":
            return found
        after: list[Body] = []
        for other in sentences[place + 1 : place + 1 + _LOOK_AROUND]:
            start = other.span.start
            after += self._named(reading, start, min(other.span.end, start + _FAR), level)
        return _one_each(after, level)

    def whole(self, reading: Reading, told: Telling, bodies: Sequence[Body]) -> list[Body]:
        """Give bodies of which only the head noun is told their name: "UBND tỉnh", "giữa thành phố với …"."""
        core = self._bodies.name.heads.core
        return [b if b.name and core(b.name) else self._named_before(reading, told, b) for b in bodies]

    def _named_before(self, reading: Reading, told: Telling, bare: Body) -> Body:
        """Return the last body before an instrument that a head noun can mean; else the first one after."""
        folded = reading.report.folded
        head = folded[bare.span.start : bare.span.end]
        level = bare.level or self._bodies.name.heads.level_of(head)
        is_same = not bare.name and _SAME.search(head) is not None
        if level is None or level == "state" or (level == "ministry" and not is_same):
            return bare
        if bare.country not in {None, "VN"} and not is_same:
            return bare
        place = (
            bisect_right(reading.report.sentences, told.sentence.span.start, key=lambda s: s.span.start) - 1
        )
        before = reversed(reading.report.sentences[max(0, place - _LOOK_FAR_BACK) : place + 1])
        for sentence in before:
            end = min(sentence.span.end, told.title.span.start)
            if end <= sentence.span.start:
                continue
            named = self._named(reading, max(sentence.span.start, end - _FAR), end, level)
            fit = [
                b for b in named
                if b.level == level and b.span != bare.span and self._bodies.name.heads.core(b.name)
                and (is_same or level == "province" or fold(b.name).startswith(head))
                and (b.country != "KR" if not is_same else bare.country in {None, b.country})
            ]  # fmt: skip
            if fit:
                country = fit[-1].country if is_same else "VN"
                return replace(bare, name=fit[-1].name, level=level, country=country)
        return bare

    def other_signer(self, reading: Reading, told: Telling, body: Body) -> list[Body]:
        """Return who signs beside a body, where only a pronoun or a name says so."""
        signing, around, folded = told.signing, told.around, reading.report.folded
        if signing.verb is None or signing.is_after or signing.is_witnessed or body.level is None:
            return []
        start, verb = body.span.start, signing.verb.start
        beside = _AND_BEFORE.search(folded, max(around.start, start - 40), start)
        if beside is None and not _AND_PERSON.search(folded, body.end, min(verb, body.end + 40)):
            return []
        found = self.meant(reading, told, body.level)
        return [b for b in found if b.name != body.name and (b.country != body.country or not b.country)][-1:]

    def _named(self, reading: Reading, start: int, end: int, level: Level | None) -> list[Body]:
        """List the bodies of a stretch; where localities are meant, the bare names of places too."""
        bodies = self._bodies.within(reading, start, end)
        if level != "province":
            return bodies
        text = reading.report.text
        places = [
            Body(h.span, h.span.end, h.span.of(text), "province", h.country)
            for h in reading.countries.inside(start, end)
            if h.is_place and not any(h.span.overlaps(b.span) for b in bodies)
        ]
        return sorted([*bodies, *places], key=lambda b: b.span)


def _one_each(bodies: Sequence[Body], level: Level | None) -> list[Body]:
    fit = [b for b in bodies if level is None or b.level == level]
    kr = [b for b in fit if b.country == "KR"]
    vn = [b for b in fit if b.country == "VN"] or [b for b in fit if b.country is None]
    return [*vn[-1:], *kr[-1:]] if vn and kr else []
