"""What a report says of its bodies in one place and leaves out in another: their country, their short forms."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from flows.extract.bodies.body import Body
from flows.extract.bodies.heads import Heads
from flows.read.report import Report

_BRACKETS = re.compile(r"\(([^()\n]{2,30})\)")
_SHORT_FORM = re.compile(
    r"(?:gọi tắt là |hereinafter )?[\"']?([^\W\d_][\w&.-]{1,14}(?: [A-Z][\w&.-]{1,14}){0,2})[\"']?"
)


@dataclass(frozen=True, slots=True)
class Memory:
    """The countries of the bodies of a report by the cores of their names, and the names short forms stand for.

    The core of "quận Hamyang, tỉnh Gyeongsangnam" is "hamyang": the words without head nouns and what they
    belong to, all as one word, so that "Ham Yang" is the same.
    """

    countries: dict[str, str]
    full_names: dict[str, str]

    def full_name(self, name: str) -> str:
        """Return the name that a short form was told to stand for; any other name as it is."""
        return self.full_names.get(name, name)


def remember(report: Report, bodies: Iterable[Body], heads: Heads) -> Memory:
    """Gather the countries and short forms of all bodies of a report."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    full_names: dict[str, str] = {}
    for body in bodies:
        if body.country and body.name:
            counted[heads.core(body.name)][body.country] += 1
        brackets = _BRACKETS.search(report.text, body.span.end, body.end)
        short = _SHORT_FORM.fullmatch(brackets[1]) if brackets else None
        if short and sum(map(str.isupper, short[1])) > 1:
            full_names.setdefault(short[1], body.name)
            if body.country:
                counted[heads.core(short[1])][body.country] += 1
    countries = {
        core: max(sorted(counts), key=counts.__getitem__) for core, counts in counted.items() if core
    }
    return Memory(countries, full_names)
