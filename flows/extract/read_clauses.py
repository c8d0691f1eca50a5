"""Sentences as the extraction sees them: cues in order, governing verbs with their subjects.

A governing verb ("nhất trí", "đề nghị", "khẳng định") rules all that follows it in its sentence, over
commas and semicolons, until the next one.  A sentence that opens with "Đồng thời" goes on with the verb
before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.extract.dates_within import dates_within
from flows.extract.find_actors import Subject
from flows.extract.find_cues import CueHit
from flows.extract.find_subjects import owner_of, subject_of, subjects_in
from flows.read.report import LineKind, Report
from flows.span import Span

DISCUSSED = "discussed"
_NEGATION_REACH = 12
_OPENING = 3
_DATED = 12
_TOPIC = 120
_COMPLEMENT = 60
_BREAK = re.compile(r"[,;:]")
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
        after = self.governors[len(before) :]
        if before and not (after and self._is_topic(before[-1], named)):
            return before[-1]
        if after and not self.goes_on and after[0].span.start - named.end <= _TOPIC:
            asserting = next((g for g in after[:2] if g.stage), after[0])
            return replace(asserting if before else after[0], is_inherited=True)  # "Về dự án X, hai bên …"
        return self.inherited if self.goes_on else None

    def _is_topic(self, governor: Governor, named: Span) -> bool:
        """Tell whether a sentence opens with what it is about: "Đề cập dự án X, người phát ngôn …"."""
        opens = governor.span.start - self.span.start <= _OPENING
        return opens and governor.stage is None and named.start - governor.span.end <= _OPENING * 3

    def segment(self, folded: str, at: int) -> Span:
        """Return the part between semicolons that holds the offset `at`."""
        start = max(folded.rfind(";", self.span.start, at) + 1, self.span.start)
        end = folded.find(";", at, self.span.end)
        return Span(start, end if end > start else self.span.end)


def read_clauses(
    report: Report, cues: Sequence[CueHit], oblique: frozenset[int], actors: Sequence[Subject]
) -> Iterator[Clause]:
    """Read every sentence of a report that may hold a record, in order."""
    cue_starts = [c.span.start for c in cues]
    actor_starts = [a.span.start for a in actors]
    before: Governor | None = None
    last: Subject | None = None
    for sentence in report.sentences:
        span = sentence.span
        inside = cues[bisect_left(cue_starts, span.start) : bisect_left(cue_starts, span.end)]
        acting = actors[bisect_left(actor_starts, span.start) : bisect_left(actor_starts, span.end)]
        subjects = subjects_in(report, span, inside, oblique, acting, last)
        governors = _governors(report, span, inside, subjects, last)
        last = next((g.subject for g in reversed(governors) if g.subject), last)
        goes_on = (
            bool(inside) and inside[0].kind == "continue" and inside[0].span.start - span.start <= _OPENING
        )
        if not goes_on and dates_within(report.dates, Span(span.start, span.start + _DATED + 1)):
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


def _is_agreed_too(report: Report, governor: Governor, verb: CueHit) -> bool:
    """Tell whether a verb in a list only says what both sides agree on: "nhất trí …; khuyến khích …"."""
    is_joint = governor.stage == "agreed" and governor.subject is not None and governor.subject.side == "both"
    opens = report.folded[governor.span.end : verb.span.start].rstrip().endswith((";", ","))
    return is_joint and opens and verb.stage == "proposed"


def _is_relative(report: Report, cues: Sequence[CueHit], index: int) -> bool:
    """Tell whether a verb only describes what was named: "văn kiện mà hai bên thông qua hồi tháng 7"."""
    verb = cues[index].span.start
    return any(
        c.kind == "relative"
        and verb - c.span.end <= _COMPLEMENT
        and not _BREAK.search(report.folded, c.span.end, verb)
        for c in cues[max(0, index - 4) : index]
    )


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
    return "proposed" if verb.stage == DISCUSSED else verb.stage


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
        if (found and _is_complement(report, found[-1], cue)) or _is_relative(report, cues, index):
            continue
        owner = owner_of(report, cue.span, subjects)
        own = owner or subject_of(report, cue.span, since, subjects, subject)
        if found and own == subject and _is_agreed_too(report, found[-1], cue):
            continue
        subject = own
        found.append(Governor(_stage_of(cues, index), cue.span, subject))
        since = cue.span.end
    opens = bool(found) and found[0].subject is None and found[0].span.start - sentence.start <= _OPENING
    ahead = next((g.subject for g in found if g.subject), None) if opens else None
    return [g if g.subject else replace(g, subject=ahead or last) for g in found]
