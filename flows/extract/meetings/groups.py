"""The persons of a sentence, in groups: "Chủ tịch nước A và Tổng thống B" is one group of two."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.extract.records import Person
from flows.span import Span

_JOINED = re.compile(
    r"[\s,]*(?:\([^)]{0,20}\)\s*)?(?:(?:và|cùng|and)\s+)?(?:phu nhân\s+)?"
    r"(?:người đồng cấp(?: \w+){0,2}\s+|(?:his|her) (?:\w+ )?counterpart\s+)?(?:[a-z]+'s\s+)?$"
)
# What is read as part of a naming: "ông", "Thượng tướng".
_ASIDE = re.compile(
    r"\b(?:(?:ngài|ông|bà|đồng chí|(?:đại|thượng|trung|thiếu) (?:tướng|tá)|mr|mrs|ms|gen|general|maj|lt|"
    r"sen|col|adm|"
    r"admiral|colonel|lieutenant|major|senior|vice)\.?\s+)+$"
)
_LONGEST_ASIDE = 30
_LONGEST_WHOLE = 220
_FARTHEST_APART = 40
SOURCES = ("theo ", "according to ")


@dataclass(frozen=True, slots=True)
class Group:
    """One person or several named together; `span` runs from the first title or name to the last."""

    span: Span
    persons: tuple[Person, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Who they are, each once, in the order named."""
        return tuple(dict.fromkeys(p.key for p in self.persons))


def group_persons(folded: str, persons: Sequence[Person]) -> list[Group]:
    """Group the persons of a report; `persons` are in text order."""
    groups: list[Group] = []
    for person in persons:
        whole = person.span if person.role_span is None else person.span.until(person.role_span)
        if len(whole) > _LONGEST_WHOLE:
            whole = person.span
        if aside := _ASIDE.search(folded, max(0, whole.start - _LONGEST_ASIDE), whole.start):
            whole = Span(aside.start(), whole.end)
        last = groups[-1] if groups else None
        if last is not None and last.span.end > whole.start and person.span.start >= last.span.end:
            whole = person.span  # B in "hai Bộ trưởng A và B"
        if last is not None and last.span.end > whole.start:
            continue
        is_near = last is not None and whole.start - last.span.end <= _FARTHEST_APART
        if (
            last is not None
            and folded.endswith(SOURCES, 0, last.span.start)
            and "," in folded[last.span.end : whole.start]
        ):
            is_near = False  # "Theo Đại sứ, Tổng thống …": who says it is none of those who did it
        if last is not None and is_near and _JOINED.match(folded, last.span.end, whole.start):
            groups[-1] = Group(last.span.until(whole), (*last.persons, person))
            continue
        groups.append(Group(whole, (person,)))
    return groups
