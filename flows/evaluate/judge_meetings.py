"""Judge meetings by participants, day and kind; of those found, the kind and the date."""

from collections.abc import Iterator, Sequence
from typing import Final

from flows.evaluate.alike import joined_name, one_kind, same_date
from flows.evaluate.found import FoundMeeting
from flows.evaluate.gold import GoldMeeting
from flows.evaluate.pair import pair
from flows.evaluate.verdicts import FieldVerdict, Verdict, record_verdicts

ONE_KIND: Final = (
    frozenset({"talks", "meeting", "audience"}),
    frozenset({"summit", "conference"}),
    frozenset({"signing", "ceremony"}),
)
"""Kinds of meeting that newsrooms use for one another."""

_LEAST = 0.6
_ONE_DAY = 0.6
_KIND = 0.3
_NOTHING_ELSE_KNOWN = 0.3


def judge_meetings(
    report: str, labels: Sequence[GoldMeeting], finds: Sequence[FoundMeeting]
) -> Iterator[Verdict]:
    """Judge the meetings of a report."""
    paired = pair(labels, finds, _likeness, _LEAST)
    yield from record_verdicts("meetings", report, paired)
    for label, find in paired.pairs:
        if label.optional:
            continue
        kinds = " or ".join([label.type, *label.type_alt])
        yield FieldVerdict("meeting type", _of_a_kind(label, find), report, find.kind, kinds, find.words)
        is_right = same_date((label.held_on, *label.held_on_accept), find.held_on)
        held = str(find.held_on), str(label.held_on)
        yield FieldVerdict("meeting date", is_right, report, *held, find.words)


def _likeness(label: GoldMeeting, find: FoundMeeting) -> float:
    wanted = {joined_name(name) for name in label.participants}
    got = {joined_name(name) for name in find.participants}
    shared = len(wanted & got) / len(wanted | got) if wanted | got else 0.0
    kind = _of_a_kind(label, find)
    if not shared and not kind:
        return 0.0
    blank = not wanted and not label.held_on
    return shared + _ONE_DAY * _one_day(label, find) + _KIND * kind + _NOTHING_ELSE_KNOWN * blank


def _of_a_kind(label: GoldMeeting, find: FoundMeeting) -> bool:
    return any(one_kind(ONE_KIND, find.kind, kind) for kind in (label.type, *label.type_alt))


def _one_day(label: GoldMeeting, find: FoundMeeting) -> bool:
    """Tell whether both are dated, and the find is as the label or finer."""
    if not label.held_on or not find.held_on:
        return False
    answers = (label.held_on, *label.held_on_accept)
    return same_date(answers, find.held_on) or find.held_on.startswith(label.held_on)
