"""Who speaks or acts: the subject of a governing verb, as a side and, where known, a person.

Newsroom Vietnamese names the subject right before the verb or at the start of the clause, and leaves it
out when it stays the same: "Thủ tướng cảm ơn …; đề nghị …; mong muốn …" has one subject.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.extract.find_actors import Subject
from flows.extract.find_cues import CueHit
from flows.extract.records import Side
from flows.read.report import Report
from flows.span import Span

_NEAR = 45
_JOINED = 60
_OPENING = 8
_CLAUSE_BREAK = re.compile(r"[;:]|\. ")
_STOPS = re.compile(r"[,;:(]")
_JOINS = re.compile(r"\b(và|and)\b")  # "chúc mừng ông A nhận nhiệm vụ mới và mong …": one subject
_AND = re.compile(r"[\s,)]*\b(và|cùng|cùng với|and)( đoàn| đại diện)?\s+$")
_PRONOUN_AND = re.compile(r"\b(ông|bà|ngài|he|she) (và|cùng|and) $")  # "bà và Chủ tịch nước A": both sides
_ACCORDING_TO = re.compile(r"\b(theo|according to)\W{1,3}$")
_OTHER_SIDE: dict[str, Side] = {"vn": "kr", "kr": "vn"}
_PAIR = {"vn", "kr"}


def subjects_in(
    report: Report,
    sentence: Span,
    cues: Sequence[CueHit],
    oblique: frozenset[int],
    actors: Sequence[Subject],
    last: Subject | None,
) -> list[Subject]:
    """List what could be a subject in a sentence, in the order of the text, "A và B" joined into one.

    `last` is who spoke before the sentence, whom "phía bạn" and "vị khách" face.
    """
    titles = {c.span.end: c.span.start for c in cues if c.kind == "honorific"}
    verbs = frozenset(c.span.start for c in cues if c.kind == "speech")
    owners = frozenset(c.span.end for c in cues if c.kind == "speech")
    subjects: list[Subject] = []
    for actor in actors:
        actor = _facing(actor, subjects[-1] if subjects else last)
        before = subjects[-1] if subjects else None
        if before and _are_joined(report.folded, before, actor):
            subjects[-1] = Subject("both", before.speaker, before.span.until(actor.span))
        elif (
            not _follows_oblique(report.text, actor.span.start, oblique, titles)
            or (actor.side == "both" and actor.span.end + 1 in verbs)  # "lãnh đạo ở Hàn Quốc … nhất trí"
            or actor.span.start - 1 in owners  # "đề xuất của phía Việt Nam": a candidate, see `owner_of`
            or _is_source(report.folded, sentence, actor)
        ):
            with_pronoun = actor.side in _PAIR and _PRONOUN_AND.search(
                report.folded, max(sentence.start, actor.span.start - _OPENING - 2), actor.span.start
            )
            subjects.append(replace(actor, side="both") if with_pronoun else actor)
    return subjects


def _facing(actor: Subject, before: Subject | None) -> Subject:
    """Give "phía bạn" a side: the one that did not speak before."""
    if actor.side != "counterpart":
        return actor
    return replace(actor, side=_OTHER_SIDE.get(before.side, "other") if before else "other")


def _are_joined(folded: str, one: Subject, other: Subject) -> bool:
    between = folded[one.span.end : other.span.start]
    if len(between) >= _JOINED or {one.side, other.side} != _PAIR:
        return False
    return between == ", " or _AND.search(between) is not None


def _is_source(folded: str, sentence: Span, actor: Subject) -> bool:
    """Tell whether the sentence opens with who says it: "Cũng theo Bộ trưởng A, …"."""
    opening = folded[sentence.start : actor.span.start]
    return len(opening) <= 2 * _OPENING and _ACCORDING_TO.search(opening) is not None


def _follows_oblique(text: str, start: int, oblique: frozenset[int], titles: Mapping[int, int]) -> bool:
    """Tell whether a name stands right after an oblique word: "với Bộ trưởng …", "chúc mừng ông …"."""
    start = _before_blanks(text, start)
    start = _before_blanks(text, titles.get(start, start))
    return start in oblique


def _before_blanks(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in ' \u00a0"“':
        at -= 1
    return at


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
