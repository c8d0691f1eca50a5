"""Find clues: what a report tells that, told by a dated report too, gives away its year.

| clue | is the same where |
| --- | --- |
| meeting | the same two persons meet on the same day of the year |
| visit | the same person is on a visit to the same country, in the same days |
| act | the same commitment is signed or fulfilled on the same day of the year |
| agreement | the same two parties sign the same kind of document on the same day of the year |

One person on one day of the year is no clue: a prime minister meets somebody every day of every year.  Nor
is an act or a visit told without a day, though the report has one: it may be any that came before.  Only
where the report tells of an event that goes with it (a ceremony of signing, an event with the visitor or in
the country visited) does it take that event's day.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

import polars as pl

from flows.extract.name_key import name_key
from flows.reference.model import Place
from flows.when import When

ClueKind = Literal["meeting", "visit", "act", "agreement"]
TOLERANCE: Final[dict[ClueKind, int]] = {"meeting": 1, "visit": 3, "act": 1, "agreement": 1}
"""Days by which reports of one event may differ: time zones, "yesterday", the length of a visit."""

_ASSERTED: Final = pl.col("stage").is_in(["signed", "fulfilled"]) & ~pl.col("is_background")
_SIGNED: Final = (
    pl.col("act").is_in(["signed", "exchanged", "handed_over"])
    & pl.col("party_vn").is_not_null()
    & pl.col("party_kr").is_not_null()
)


@dataclass(frozen=True, slots=True)
class Clue:
    """Something told in a report, with the day (of a visit at least the month) that its words give.

    `key` tells the same event in another report; `country` is where a visit leads, None if not told;
    `persons` are those whose terms of office can be looked up.
    """

    kind: ClueKind
    key: tuple[str, ...]
    when: When
    persons: tuple[str, ...] = ()
    country: str | None = None


def find_clues(extracted: Mapping[str, pl.DataFrame], places: tuple[Place, ...]) -> dict[str, list[Clue]]:
    """Return the clues of every report, from its meetings, commitments and agreements."""
    country_of = {name_key(name): place.country for place in places for name in (place.name, *place.aliases)}
    meetings: dict[str, list[_Meeting]] = defaultdict(list)
    told = extracted["meeting_mentions"].select("report_id", "kind", "when", "place", "participants")
    for report_id, kind, when, place, persons in told.iter_rows():
        country = country_of.get(name_key(place or ""))
        meetings[report_id].append(_Meeting(kind, _when(when), country, tuple(sorted(persons))))
    clues = {report_id: list(_of_meetings(held)) for report_id, held in meetings.items()}

    asserted = extracted["commitment_mentions"].filter(_ASSERTED)
    for report_id, commitment_id, stage, when in asserted.select(
        "report_id", "commitment_id", "stage", "when"
    ).iter_rows():
        day = _day(_when(when), _signing_days(meetings.get(report_id, ())))
        if day:
            clues.setdefault(report_id, []).append(Clue("act", (commitment_id, stage), day))

    signed = extracted["agreement_mentions"].filter(_SIGNED)
    for report_id, kind, party_vn, party_kr, when in signed.select(
        "report_id", "kind", "party_vn", "party_kr", "when"
    ).iter_rows():
        day = _day(_when(when), _signing_days(meetings.get(report_id, ())))
        if day:
            parties = (kind, name_key(party_vn), name_key(party_kr))
            clues.setdefault(report_id, []).append(Clue("agreement", parties, day))
    return clues


@dataclass(frozen=True, slots=True)
class _Meeting:
    kind: str
    when: When | None
    country: str | None
    persons: tuple[str, ...]

    @property
    def day(self) -> When | None:
        return self.when if self.when and self.when.precision == "day" else None


def _when(text: str | None) -> When | None:
    return When.parse(text) if text else None


def _of_meetings(meetings: Sequence[_Meeting]) -> Iterator[Clue]:
    for meeting in meetings:
        if meeting.kind == "visit":
            for person in meeting.persons:
                when = _day(meeting.when, _visiting_days(meetings, person, meeting.country)) or meeting.when
                if when:
                    yield Clue("visit", (person,), when, (person,), meeting.country)
        elif meeting.day:
            for pair in combinations(meeting.persons, 2):
                yield Clue("meeting", pair, meeting.day, pair)


def _visiting_days(meetings: Sequence[_Meeting], person: str, country: str | None) -> list[When]:
    """Return the days of events at which the visitor is, else of those in the country visited."""
    there = [m.day for m in meetings if m.day and person in m.persons]
    return there or [m.day for m in meetings if m.day and country and m.country == country]


def _signing_days(meetings: Sequence[_Meeting]) -> list[When]:
    return [m.day for m in meetings if m.day and m.kind in ("signing", "ceremony")]


def _day(when: When | None, days: Sequence[When]) -> When | None:
    """Return the day told, else the only day of the events that go with what is told.

    A day of another month than the one told goes with something else.
    """
    if when and when.precision == "day":
        return when
    fitting = {day for day in days if when is None or day.month == when.month}
    return fitting.pop() if len(fitting) == 1 else None
