"""Group meetings: which mentions in different reports tell of one meeting.

Two mentions may be one meeting where they stand in different reports and agree on the date and on the kind
("talks" and "audience" are used for one another).  Then the persons decide: those of one mention are all in
the other, or at least two of them, and half of the larger company, are in both.  So "Tô Lâm and Woo Won
Shik" and "Lương Cường and Woo Won Shik" stay two meetings of one day; a report that names Woo Won Shik alone
could mean either, and joins none.  Where nobody is named, the place decides.  A visit is told with its day
or with its month only.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from flows.link.resolve_dates import Dated

KIND_GROUPS: Final = {
    "talks": "talks",
    "meeting": "talks",
    "audience": "talks",
    "phone_call": "phone_call",
    "visit": "visit",
    "press_briefing": "press_briefing",
    "signing": "signing",
    "ceremony": "signing",
    "summit": "summit",
    "conference": "summit",
    "other": "other",
}
_DAYS_OF_VISIT: Final = 7


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting as one mention tells it; `source` is the report, `place` is comparable, "" if not told."""

    number: int
    source: str
    kind_group: str
    held: Dated | None
    place: str
    persons: frozenset[str]


@dataclass(slots=True)
class Meeting:
    """A meeting that grows as mentions join it."""

    mentions: list[Told] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)

    def add(self, told: Told) -> None:
        """Let a mention join."""
        self.mentions.append(told)
        self.persons |= told.persons
        self.sources.add(told.source)
        if told.place:
            self.places.add(told.place)

    def likeness(self, told: Told) -> int:
        """Return how well a mention fits: the number of persons shared; 0 where it is another meeting."""
        if told.source in self.sources or not self._same_days(told):
            return 0
        if not told.persons or not self.persons:
            return int(bool(told.place) and told.place in self.places)
        shared = len(told.persons & self.persons)
        if shared == min(len(told.persons), len(self.persons)):
            return shared
        return shared if shared >= 2 and 2 * shared >= max(len(told.persons), len(self.persons)) else 0

    def _same_days(self, told: Told) -> bool:
        days = [m.held.on for m in (*self.mentions, told) if m.held and m.held.precision == "day"]
        return not days or (max(days) - min(days)).days <= _DAYS_OF_VISIT


def group_meetings(mentions: Iterable[Told]) -> list[Meeting]:
    """Put mentions together into meetings; one without a date is a meeting of its own.

    The result depends on what the mentions say, not on their order.
    """
    meetings = []
    blocks: dict[tuple[str, str, dt.date], list[Told]] = defaultdict(list)
    for told in mentions:
        if told.held is None:
            alone = Meeting()
            alone.add(told)
            meetings.append(alone)
        elif told.kind_group == "visit" and told.held.precision != "year":
            blocks["visit", "month", told.held.on.replace(day=1)].append(told)
        else:
            blocks[told.kind_group, told.held.precision, told.held.on].append(told)
    for _, block in sorted(blocks.items()):
        meetings += _group(block)
    return meetings


def _group(block: Sequence[Told]) -> list[Meeting]:
    """Let the fullest mentions found meetings, and the others join the one that they fit best."""
    found: list[Meeting] = []
    with_person: dict[str, set[int]] = defaultdict(set)
    at_place: dict[str, set[int]] = defaultdict(set)
    for told in sorted(
        block, key=lambda t: (-len(t.persons), sorted(t.persons), t.place, t.source, t.number)
    ):
        sharing = [with_person[key] for key in told.persons] or [at_place[told.place]]
        fits = sorted(((found[n].likeness(told), n) for n in set().union(*sharing)), reverse=True)[:2]
        if fits and fits[0][0] and (len(fits) == 1 or fits[1][0] < fits[0][0]):
            number = fits[0][1]
        else:
            number = len(found)
            found.append(Meeting())
        found[number].add(told)
        at_place[told.place].add(number)
        for key in told.persons:
            with_person[key].add(number)
    return found
