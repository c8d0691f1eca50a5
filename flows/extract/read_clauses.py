"""Sentences as the extraction sees them: cues in order, governing verbs with their subjects.

A governing verb ("nhất trí", "đề nghị", "khẳng định") rules all that follows it in its sentence, over
commas and semicolons, until the next one.  A sentence that has no governing verb and no subject of its own,
or opens with "Đồng thời", goes on with the verb before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.extract.find_cues import CueHit
from flows.extract.find_subjects import Subject, owner_of, subject_of, subjects_in
from flows.extract.records import Person
from flows.read.report import LineKind, Report
from flows.span import Span

_NEGATION_REACH = 12
_OPENING = 3
_DATED = 12
_TOPIC = 120
_COMPLEMENT = 60
_NEW_CLAUSE = re.compile(r"[,;:.]|\b(và|and|nhưng|but)\b")


@dataclass(frozen=True, slots=True)
class Governor:
    """A governing verb: the stage it gives ("proposed", "agreed"; None says something only), its subject."""

    stage: str | None
    span: Span
    subject: Subject | None
    is_inherited: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence, read: its cues, its governing verbs in order, what could be a subject in it."""

    span: Span
    kind: LineKind
    cues: tuple[CueHit, ...]
    governors: tuple[Governor, ...]
    subjects: tuple[Subject, ...]
    inherited: Governor | None
    goes_on: bool

    def governor_of(self, named: Span) -> Governor | None:
        """Return the governing verb whose reach holds a naming."""
        before = [g for g in self.governors if g.span.start < named.end]
        if before:
            return before[-1]
        if self.governors and not self.goes_on and self.governors[0].span.start - named.end <= _TOPIC:
            return replace(self.governors[0], is_inherited=True)  # "Về dự án X, hai bên nhất trí …"
        taken_over = self.goes_on or not any(s.span.end <= named.start for s in self.subjects)
        return self.inherited if taken_over else None

    def segment(self, folded: str, at: int) -> Span:
        """Return the part between semicolons that holds the offset `at`."""
        start = max(folded.rfind(";", self.span.start, at) + 1, self.span.start)
        end = folded.find(";", at, self.span.end)
        return Span(start, end if end > start else self.span.end)


def read_clauses(
    report: Report, cues: Sequence[CueHit], oblique: frozenset[int], persons: Sequence[Person]
) -> Iterator[Clause]:
    """Read every sentence of a report that may hold a record, in order."""
    cue_starts = [c.span.start for c in cues]
    person_starts = [p.span.start for p in persons]
    days = {d.span.start for d in report.dates}
    before: Governor | None = None
    last: Subject | None = None
    for sentence in report.sentences:
        span = sentence.span
        inside = cues[bisect_left(cue_starts, span.start) : bisect_left(cue_starts, span.end)]
        named = persons[bisect_left(person_starts, span.start) : bisect_left(person_starts, span.end)]
        subjects = subjects_in(report, sentence, inside, oblique, named)
        governors = _governors(report, span, inside, subjects, last)
        last = next((g.subject for g in reversed(governors) if g.subject), last)
        goes_on = (
            bool(inside) and inside[0].kind == "continue" and inside[0].span.start - span.start <= _OPENING
        )
        if not goes_on and any(span.start <= day <= span.start + _DATED for day in days):
            before = None  # "Tháng 4/2016, hiệp định …": a sentence that sets its own time starts afresh
        yield Clause(span, sentence.kind, tuple(inside), tuple(governors), tuple(subjects), before, goes_on)
        if sentence.kind == "body":
            if governors:
                before = replace(governors[-1], is_inherited=True)
            elif subjects and not goes_on:
                before = None


def _is_complement(report: Report, governor: Governor, verb: CueHit) -> bool:
    """Tell whether a verb only says what is asked for: "đề nghị Quốc hội Hàn Quốc ủng hộ việc …"."""
    between = report.folded[governor.span.end : verb.span.start]
    return governor.stage is not None and len(between) <= _COMPLEMENT and not _NEW_CLAUSE.search(between)


def _stage_of(cues: Sequence[CueHit], index: int) -> str | None:
    """What a verb asserts: "chưa thống nhất được" leaves it under discussion, "nếu nhất trí" says nothing."""
    verb = cues[index]
    near = [
        c for c in cues[max(0, index - 2) : index] if 0 <= verb.span.start - c.span.end <= _NEGATION_REACH
    ]
    if any(c.kind == "condition" for c in near):
        return None
    if any(c.kind == "negation" for c in near):
        return "proposed" if verb.stage == "agreed" else None
    return verb.stage


def _governors(
    report: Report, sentence: Span, cues: Sequence[CueHit], subjects: Sequence[Subject], last: Subject | None
) -> list[Governor]:
    """Read the governing verbs of a sentence; one that nobody is named for is the last speaker's.

    "Muốn sớm đạt mục tiêu, hai bên đồng ý …": a verb that opens the sentence takes the subject of the next.
    """
    found: list[Governor] = []
    since = sentence.start
    subject: Subject | None = None
    for index, cue in enumerate(cues):
        if cue.kind != "speech":
            continue
        if found and _is_complement(report, found[-1], cue):
            continue
        owner = owner_of(report, cue.span, subjects)
        subject = owner or subject_of(report, cue.span, since, subjects, subject)
        found.append(Governor(_stage_of(cues, index), cue.span, subject))
        since = cue.span.end
    opens = bool(found) and found[0].subject is None and found[0].span.start - sentence.start <= _OPENING
    ahead = next((g.subject for g in found if g.subject), None) if opens else None
    return [g if g.subject else replace(g, subject=ahead or last) for g in found]
