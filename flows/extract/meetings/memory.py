"""What the sentences before have told, as far as the next one may point back to it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flows.extract.meetings.groups import Group
from flows.extract.records import MeetingKind, Person
from flows.read.report import DateFound
from flows.when import When

_RECENT = 600
# From the longest: "chủ tịch quốc hội" is no "chủ tịch nước".
_RANKS = (
    "chủ tịch quốc hội", "thứ trưởng", "bộ trưởng", "ngoại trưởng", "thủ tướng", "national assembly speaker",
    "vice minister", "prime minister", "foreign minister",
)  # fmt: skip
_SIDES = ("VN", "KR")
_MEETS: frozenset[MeetingKind] = frozenset({"talks", "phone_call", "meeting", "audience"})
_GATHERINGS: frozenset[MeetingKind] = frozenset({"ceremony", "conference", "signing", "summit"})


@dataclass(slots=True)
class Memory:
    """What was told so far.

    `last_of` is who was named last of each country, `named_of` who was named, in order; `day` the day told
    last, and where; `pairs` those who met, two by two, and `met_on` the day of the last; `today` the "today"
    of the last sentence; `deed` who met whom last in this sentence, `subject` who was named first in the
    sentence before; `sole` who stands for each country where the report names one official of each and no
    other; `roles` what each person is said to be, folded; `days` those of the events told, `openings` those
    with which sentences opened; `gathering` the kind of the last ceremony or conference, `visitors` who was
    on the last visit.
    """

    sole: Mapping[str, Person] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    last_of: dict[str, Person] = field(default_factory=dict)
    named_of: dict[str, list[Person]] = field(default_factory=dict)
    day: tuple[When, int] | None = None
    pairs: list[tuple[str, ...]] = field(default_factory=list)
    met_on: When | None = None
    today: When | None = None
    deed: tuple[Group, Group | None] | None = None
    subject: Group | None = None
    days: list[When] = field(default_factory=list)
    openings: list[When] = field(default_factory=list)
    gathering: MeetingKind | None = None
    visitors: Sequence[Person] = ()

    def note(self, groups: Sequence[Group], dates: Sequence[DateFound], *, opens: bool) -> None:
        """Take in a sentence that has been read; `opens` says that it opens with its first date."""
        for group in groups:
            for person in group.persons:
                if person.country is not None:
                    self.last_of[person.country] = person
                    named = self.named_of.setdefault(person.country, [])
                    if not named or named[-1].key != person.key:
                        named.append(person)
        self.subject = groups[0] if groups else self.subject
        relative = [d.when for d in dates if d.when.weekday is not None or d.when.shift == 0]
        self.today = relative[0] if len(relative) == 1 else None
        self.openings += [d.when for d in dates[:1] if opens]
        first_day = next((d for d in dates if d.when.precision == "day"), None)
        if first_day is not None:
            self.day = (first_day.when, first_day.span.end)

    def note_event(self, kind: MeetingKind, keys: tuple[str, ...], when: When | None) -> None:
        """Take in an event that was told."""
        if kind in _GATHERINGS:
            self.gathering = kind
        if kind in _MEETS and len(keys) == 2:
            self.pairs.append(keys)
            self.met_on = when or self.met_on
        if when is not None and when.precision == "day":
            self.days.append(when)

    def both_sides(self, at: int, rank: str = "") -> tuple[str, ...]:
        """Return whom "hai Bộ trưởng" means: the last pair of that rank, else the last named of each side.

        Args:
            at: where the words stand; without a rank the persons must be named shortly before.
            rank: the folded noun of their office, "" where the words name none ("hai bên").
        """
        for keys in reversed(self.pairs):
            if all(rank in self.roles.get(key, "") for key in keys):
                return keys
        sides = [self._last_of_rank(country, rank, at) for country in _SIDES]
        found = [p for p in sides if p is not None]
        return tuple(p.key for p in sorted(found, key=lambda p: p.span)) if len(found) == 2 else ()

    def _last_of_rank(self, country: str, rank: str, at: int) -> Person | None:
        if not rank:
            person = self.last_of.get(country)
            return person if person is not None and at - person.span.end < _RECENT else None
        named = reversed(self.named_of.get(country, [])[-_RECENT:])
        return next((p for p in named if rank in self.roles.get(p.key, "")), None)

    def of_like_rank(self, person: Person, country: str) -> Person | None:
        """Return who of a country was named last and holds the like office: a speaker for a speaker."""
        role = self.roles.get(person.key, "")
        rank = next((r for r in _RANKS if r in role), None)
        return self._last_of_rank(country, rank, person.span.start) if rank else None

    def other_in_pair(self, keys: Sequence[str], country: str) -> Person | None:
        """Return who of a country met one of these persons last."""
        for pair in reversed(self.pairs):
            if set(pair) & set(keys):
                named = reversed(self.named_of.get(country, []))
                return next((p for p in named if p.key in pair), None)
        return None

    def day_before(self, at: int) -> When | None:
        """Return the day told last, if that was not long ago."""
        return self.day[0] if self.day is not None and at - self.day[1] < _RECENT else None

    def day_of_events(self, told: When) -> When | None:
        """Return the day that "cùng ngày" means, where it is not the one told last: that of most events.

        The one told last counts if it is an event's or if a sentence opened with it.
        """
        if told in self.days or told in self.openings or not self.days:
            return None
        counts = Counter(self.days)
        return max(counts, key=lambda day: (counts[day], -self.days.index(day)))
