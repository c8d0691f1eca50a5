"""A meeting as one sentence tells it, and what makes two tellings one meeting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from flows.extract.records import MeetingKind
from flows.span import Span
from flows.when import When

# Newsrooms use these for one another.
_ALIKE: tuple[frozenset[MeetingKind], ...] = (
    frozenset({"talks", "meeting", "audience", "conference"}),
    frozenset({"signing", "ceremony"}),
    frozenset({"summit", "conference"}),
)
_GATHERINGS: frozenset[MeetingKind] = frozenset({"ceremony", "conference", "signing", "summit", "meeting"})
_NEAR = 900
_NEXT = 450
_OF_STATE = frozenset({"Việt Nam", "Hàn Quốc", "Hà Nội", "Seoul"})
_OPPOSITE = {frozenset({"VN"}), frozenset({"KR"})}
_SAME_DAY: frozenset[MeetingKind] = frozenset({"talks", "meeting", "audience", "press_briefing", "signing"})
_LOOK_BACK = 60
_FINENESS = {"day": 3, "month": 2, "year": 1}


@dataclass(frozen=True, slots=True)
class Event:
    """A telling of a meeting; `is_firm` where it tells one by itself, not only points back to one.

    `adds` says that it tells but some of those who were at a gathering: a guest, a speaker; `sides` are the
    countries of those who took part.
    """

    kind: MeetingKind
    when: When | None
    place: str | None
    participants: tuple[str, ...]
    span: Span
    rule: str
    is_firm: bool = True
    adds: bool = False
    sides: frozenset[str] = frozenset()

    def is_told_by(self, other: "Event") -> bool:
        """Tell whether `other`, told later, is the same meeting."""
        if self.kind != other.kind and not self._is_like(other) and not self._is_stay_of(other):
            return False
        is_visit = self.kind == "visit"
        if not _may_be_same(
            _month(self.when) if is_visit else self.when, _month(other.when) if is_visit else other.when
        ):
            return False
        mine, theirs = set(self.participants), set(other.participants)
        if not mine or not theirs:
            both_dated = self.when is not None and other.when is not None
            is_near = abs(other.span.start - self.span.start) < _NEAR and not self._names_other_day(other)
            is_one_kind = self.kind == other.kind or (is_near and self.kind in _GATHERINGS)
            return is_one_kind and (self.kind == "summit" or not other.is_firm or both_dated or is_near)
        if self.adds and self.kind == "signing" and other.when is not None and not mine & theirs:
            return False  # witnesses of one signing, and another of another day
        if (self.adds or other.adds) and self.kind in _GATHERINGS:
            return self.kind == other.kind or not other.is_firm or mine <= theirs or theirs <= mine
        return mine <= theirs or theirs <= mine or self._is_other_half(other)

    def _is_stay_of(self, other: "Event") -> bool:
        """Tell whether a visit to a province is how its host received; one to a country is more."""
        is_near = 0 <= other.span.start - self.span.start < _NEXT and not self._names_other_day(other)
        is_local = self.kind == "visit" and self.place is not None and self.place not in _OF_STATE
        theirs = set(other.participants)
        return is_local and is_near and other.kind == "audience" and set(self.participants) < theirs

    def _is_other_half(self, other: "Event") -> bool:
        """Tell whether A was told to come, and right after that B received: one meeting of both."""
        is_near = 0 < other.span.start - self.span.start < _NEXT and not self._names_other_day(other)
        return is_near and self.kind in _ALIKE[0] and {self.sides, other.sides} == _OPPOSITE

    def _names_other_day(self, other: "Event") -> bool:
        """Tell whether only the later telling is dated: then it may be another signing, long ago."""
        return self.when is None and other.when is not None

    def _is_like(self, other: "Event") -> bool:
        """Tell whether two kinds may be one meeting; of two persons, a summit is talks."""
        kinds = {self.kind, other.kind}
        if (
            "summit" in kinds
            and set(self.participants) == set(other.participants)
            and len(self.participants) == 2
        ):
            kinds.discard("summit")
        return any(kinds <= alike for alike in _ALIKE)

    def with_telling(self, other: "Event") -> "Event":
        """Put what a second telling adds to the first."""
        finer = max((w for w in (self.when, other.when) if w), key=_fineness, default=None)
        is_richer = len(other.participants) > len(self.participants)
        is_stay = self.kind == "visit" and other.kind != "visit"
        is_vague = is_stay or (
            self.kind != other.kind and self.kind in ("meeting", "conference") and other.kind != "conference"
        )
        return replace(
            self,
            kind=other.kind if is_vague else self.kind,
            when=self.when if self.when and finer and _fineness(self.when) == _fineness(finer) else finer,
            place=self.place or other.place,
            participants=tuple(dict.fromkeys((*self.participants, *other.participants))),
            sides=self.sides | other.sides,
            span=other.span if is_richer else self.span,
            rule=other.rule if is_richer else self.rule,
        )


def _month(when: When | None) -> When | None:
    """Leave out the day: one visit has several."""
    return None if when is None or when.month is None else replace(when, day=None)


def _fineness(when: When) -> tuple[int, bool]:
    return _FINENESS[when.precision], when.year is not None


def _may_be_same(first: When | None, second: When | None) -> bool:
    """Tell whether two dates do not contradict each other; "yesterday" contradicts no date of a calendar."""
    if first is None or second is None:
        return True
    if (first.month is None) != (second.month is None) or first.month is None:
        return first.month is not None or second.month is not None or first == second
    pairs = ((first.year, second.year), (first.month, second.month), (first.day, second.day))
    return all(a is None or b is None or a == b for a, b in pairs)


def merge_events(events: Iterable[Event]) -> list[Event]:
    """Make one event of all tellings of a meeting; drop what only points back to one that is not told.

    A lead that names nobody ("Trong cuộc điện đàm hôm nay, hai nước …") still dates the telling that does.
    """
    merged: list[Event] = []
    leads: dict[MeetingKind, Event] = {}
    for event in events:
        for at in range(len(merged) - 1, max(-1, len(merged) - 1 - _LOOK_BACK), -1):
            if merged[at].is_told_by(event):
                merged[at] = merged[at].with_telling(event)
                break
        else:
            if event.is_firm:
                lead = leads.pop(event.kind, None)
                merged.append(event if lead is None or event.when else replace(event, when=lead.when))
            elif not event.participants:
                leads.setdefault(event.kind, event)
    return [_dated_like_others(event, merged) for event in merged]


def _dated_like_others(event: Event, events: Sequence[Event]) -> Event:
    """Give talks the one day on which the same persons met the press or signed, where they have none."""
    if event.when is not None or event.kind not in _SAME_DAY or len(event.participants) < 2:
        return event
    days = {e.when for e in events if e.kind in _SAME_DAY and set(e.participants) == set(event.participants)}
    days.discard(None)
    return replace(event, when=days.pop()) if len(days) == 1 else event
