"""Tell which of the bodies that sign stand for Viet Nam and which for Korea."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.extract.bodies.body import Body
from flows.extract.bodies.countries import PAIR, sounds_vietnamese
from flows.extract.bodies.reading import Reading
from flows.extract.records import Level
from flows.phrases import expand
from flows.read.fold import fold
from flows.reference.model import Reference
from flows.span import Span

_ENGLISH_PARTS = re.compile(
    r"\b(?:JSC|Ltd|Corp|Group|City|Province|University|Ministry|of|and|the|Company)\b"
)
_LEVELS: tuple[Level, ...] = ("university", "company", "province", "ministry", "state", "agency")
# Beside the two: bodies of many countries, such as the UNDP, which may sign as third.
_NO_THIRD = PAIR | {"ZZ"}
_JOINTS = frozenset({"và", ",", "and", "&", "cùng"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The two parties; `is_pair` tells that the instrument is between Viet Nam and Korea, named or not.

    `is_pointed` tells that words only point at a party that is named elsewhere ("hai bộ").
    """

    vn: str | None = None
    kr: str | None = None
    level: Level | None = None
    is_pair: bool = False
    is_pointed: bool = False


class ChooseSides:
    """Puts bodies to their sides; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        brands = [w.phrase for w in reference.body_words if w.kind == "brand"]
        self._brands = tuple(s for b in brands for s in expand(b, reference.terms)[0])

    def __call__(self, reading: Reading, bodies: Sequence[Body]) -> Sides | None:
        """Put each body to its side; None where a third country or one country alone is meant.

        A body without a country in its name is the other side's where one side is named, else Vietnamese
        where all its words sound so: newspapers leave out the country that they are printed in.
        """
        if not bodies:
            return Sides()
        has_third = any(b.country and b.country not in _NO_THIRD for b in bodies)
        vn = [b for b in bodies if b.country == "VN"]
        kr = [b for b in bodies if b.country == "KR"]
        open_ = [] if has_third else [b for b in bodies if b.country is None]
        for body in sorted(open_, key=lambda b: not self._sounds_local(reading, b)):
            side = self._side(reading, body, bodies, vn, kr)
            if side is not None:
                side.append(body)
        if not vn and not kr and open_:
            return Sides()
        if not (vn and kr) and (has_third or len(bodies) > 1 or not (vn or kr)):
            return None
        return Sides(_joined(reading, vn), _joined(reading, kr), _level([*vn, *kr]), bool(vn and kr))

    def _side(
        self, reading: Reading, body: Body, bodies: Sequence[Body], vn: list[Body], kr: list[Body]
    ) -> list[Body] | None:
        """Choose the side of a body without a country; None where nothing tells it."""
        is_about_the_pair = reading.countries.is_about_the_pair
        sounds_local = self._sounds_local(reading, body)
        if kr and not vn:
            return vn
        if vn and not kr and not sounds_local and is_about_the_pair:
            return kr
        if sounds_local:
            return vn
        if vn and kr:
            return vn if bodies[max(0, bodies.index(body) - 1)] in vn else kr
        return kr if is_about_the_pair and reading.report.language != "en" else None

    def _sounds_local(self, reading: Reading, body: Body) -> bool:
        """Tell whether a name could be Vietnamese; in English text only one of several words: "Thu Dau Mot".

        How firms call themselves tells it too: "Vinashin", "Vietcombank".
        """
        if fold(body.name).startswith(self._brands):
            return True
        own = _ENGLISH_PARTS.sub("", body.name).strip() or body.name
        return sounds_vietnamese(own) and (reading.report.language != "en" or " " in own)


def _joined(reading: Reading, bodies: Sequence[Body]) -> str | None:
    """Write the bodies of one side as one party, in the words of the text where they stand side by side."""
    named = sorted((b for b in bodies if b.name), key=lambda b: b.span)
    if not named:
        return None
    gaps = [reading.report.folded[a.end : b.span.start].strip() for a, b in pairwise(named)]
    if len(named) > 1 and all(gap in _JOINTS for gap in gaps) and not any(b.is_led for b in named):
        return Span(named[0].span.start, named[-1].span.end).of(reading.report.text)
    return " và ".join(b.name for b in named)


def _level(bodies: Iterable[Body]) -> Level | None:
    levels = {b.level for b in bodies}
    return next((level for level in _LEVELS if level in levels), None)
