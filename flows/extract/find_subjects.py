"""Who speaks or acts: the subject of a governing verb, as a side and, where known, a person.

Newsroom Vietnamese names the subject right before the verb or at the start of the clause, and leaves it
out when it stays the same: "Thủ tướng cảm ơn …; đề nghị …; mong muốn …" has one subject.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from flows.extract.find_cues import CueHit
from flows.extract.records import Person, Side
from flows.read.report import Report, Sentence
from flows.span import Span

_SIDE_OF_COUNTRY: dict[str, Side] = {"VN": "vn", "KR": "kr"}
_SUBJECT_KINDS = ("both", "vn", "kr", "other")
_NEAR = 45
_CLAUSE_BREAK = re.compile(r"[;:]|\. ")
_STOPS = re.compile(r"[,;:(]")
_JOINS = re.compile(r"\b(và|and)\b")  # "chúc mừng ông A nhận nhiệm vụ mới và mong …": one subject
_AND = re.compile(r"[\s,]*\b(và|cùng|and)\s+$")


@dataclass(frozen=True, slots=True)
class Subject:
    """A side ("other" where neither country acts) and the key of the person who speaks for it."""

    side: Side | Literal["other"]
    speaker: str | None
    span: Span


def subjects_in(
    report: Report,
    sentence: Sentence,
    cues: Sequence[CueHit],
    oblique: frozenset[int],
    persons: Sequence[Person],
) -> list[Subject]:
    """List what could be a subject in a sentence, in the order of the text, "A và B" joined into one."""
    both_spans = [c.span for c in cues if c.kind == "both"]
    found = [
        Subject("other" if c.kind == "other" else c.kind, None, c.span)  # type: ignore[arg-type]
        for c in cues
        if c.kind in _SUBJECT_KINDS
    ]
    for person in persons:
        whole = person.span if person.role_span is None else person.span.until(person.role_span)
        if len(whole) > 200 or any(whole.overlaps(span) for span in both_spans):
            whole = person.span
        if sentence.span.holds(whole) and not any(whole.overlaps(span) for span in both_spans):
            side = _SIDE_OF_COUNTRY.get(person.country or "", "other")
            found = [s for s in found if not whole.overlaps(s.span)]
            found.append(Subject(side, person.key, whole))  # type: ignore[arg-type]
    found.sort(key=lambda s: s.span)
    titles = {c.span.end: c.span.start for c in cues if c.kind == "honorific"}
    verbs = frozenset(c.span.start for c in cues if c.kind == "speech")
    owners = frozenset(c.span.end for c in cues if c.kind == "speech")
    free = [
        s
        for s in found
        if not _follows_oblique(report.text, s.span.start, oblique, titles)
        or (s.side == "both" and s.span.end + 1 in verbs)  # "lãnh đạo ở Hàn Quốc và Việt Nam nhất trí"
        or s.span.start - 1 in owners  # "đề xuất của phía Việt Nam": a candidate, see `owner_of`
    ]
    return _coordinated(report.folded, free)


def _follows_oblique(text: str, start: int, oblique: frozenset[int], titles: Mapping[int, int]) -> bool:
    """Tell whether a name stands right after an oblique word: "với Bộ trưởng …", "chúc mừng ông …"."""
    start = _before_blanks(text, start)
    start = _before_blanks(text, titles.get(start, start))
    return start in oblique


def _before_blanks(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in ' \u00a0"“':
        at -= 1
    return at


def _coordinated(folded: str, subjects: list[Subject]) -> list[Subject]:
    joined: list[Subject] = []
    for subject in subjects:
        last = joined[-1] if joined else None
        if last and len(folded[last.span.end : subject.span.start]) < 60:
            between = folded[last.span.end : subject.span.start]
            if (_AND.search(between) or between == ", ") and {last.side, subject.side} == {"vn", "kr"}:
                joined[-1] = Subject("both", last.speaker, last.span.until(subject.span))
                continue
        joined.append(subject)
    return joined


def subject_of(
    report: Report, verb: Span, since: int, candidates: Sequence[Subject], inherited: Subject | None
) -> Subject | None:
    """Find the subject of a verb: right before it, else at the start of its clause, else the one before.

    `since` is where the verb before ended (or the sentence starts); `inherited` is that verb's subject.
    """
    here = [s for s in candidates if since <= s.span.start and s.span.end <= verb.start]
    if here:
        last = here[-1]
        between = report.folded[last.span.end : verb.start]
        chained = inherited is not None and _JOINS.search(between) is not None
        if len(between) <= _NEAR and not _STOPS.search(between) and not chained:
            return last
        breaks = [m.end() for m in _CLAUSE_BREAK.finditer(report.folded, since, verb.start)]
        start = breaks[-1] if breaks else since
        opening = [s for s in here if s.span.start >= start]
        if opening and (inherited is None or (breaks and opening[0].span.start - start <= 3)):
            return opening[0]
        if inherited is None:
            return here[0]
    return inherited


def owner_of(report: Report, noun: Span, candidates: Sequence[Subject]) -> Subject | None:
    """Find whose proposal it is: "đề xuất của phía Việt Nam về …"; None where the cue is a verb."""
    if not report.folded.startswith("của", noun.end - len("của")):
        return None
    return next((s for s in candidates if s.span.start - 1 == noun.end), None)
