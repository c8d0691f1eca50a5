"""Say what a sentence says of a thing, and whether that is still to come."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from flows.extract.bodies.countries import Countries
from flows.extract.candidates.item import Item
from flows.extract.candidates.of_the_two import KOREA
from flows.extract.decide_stage import Decision, decide_stage
from flows.extract.read_clauses import Clause
from flows.extract.records import CandidateMention, Stage
from flows.read.fold import fold
from flows.read.report import Report
from flows.reference.model import CommitmentKind
from flows.span import Span, trim

AHEAD: tuple[Stage, ...] = ("proposed", "agreed", "in_progress")
"""The stages of what is still to come, in their order."""
_QUOTE = 400
_MADE_ANEW: CommitmentKind = "project"
_PROMISED = re.compile(r"(?<!\w)(?:sẽ|will|shall)(?!\w)")
_MARKER = 18
_NEAR_ACT = 60
_BREAK = re.compile(r"[,;:]")
# "với sự cho phép của A", "theo đề nghị của B": what looks like a verb is a noun, told in passing.
_NOMINAL = re.compile(r"(?<!\w)(?:sự|theo|at the|upon the) $")
# "… cho biết Hàn Quốc đã tài trợ xây dựng X": of what is done nothing is agreed.
_DONE = re.compile(r"(?<!\w)(?:đã|từng|vừa|had|has|have|was|were)(?!\w)")
_KOREAN = frozenset({"kr", "both"})
_GOVERNED = frozenset({"commitments.governing_verb", "commitments.governing_verb_before"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a report when its things are told: its sentences, with their starts, and countries."""

    report: Report
    clauses: Sequence[Clause]
    starts: Sequence[int]
    countries: Countries

    def clause_of(self, item: Item) -> Clause:
        """Return the sentence that names a thing."""
        return self.clauses[bisect_right(self.starts, item.span.start) - 1]


def tell_item(scene: Scene, item: Item, key: str) -> CandidateMention | None:
    """Say what the sentence says of a thing; None where it is not ahead, or others act in the sentence."""
    clause = scene.clause_of(item)
    if any(cue.kind == "other" for cue in clause.cues):
        return None
    for decision in _decisions(scene.report, clause, item):
        is_told = (
            decision.is_strong and not decision.is_background and _is_told_of(scene, clause, item, decision)
        )
        if is_told and _is_ahead(scene, clause, decision):
            return CandidateMention(
                key=key,
                label=item.span.of(scene.report.text),
                kind=item.head.kind,
                stage=decision.stage,
                span=_quote(scene.report, clause, decision, item.span),
                rule=f"candidates.{'name' if item.name.is_proper else item.head.needs}",
            )
    return None


def _decisions(report: Report, clause: Clause, item: Item) -> list[Decision]:
    """Decide what is said; "tiến tới ký kết hiệp định" does not name a document as existing."""
    decisions = decide_stage(report, clause, item.span, item.head.kind)
    if item.verb is not None and all(decision.stage == "reaffirmed" for decision in decisions):
        return decide_stage(report, clause, item.span, _MADE_ANEW)
    return decisions


def _is_told_of(scene: Scene, clause: Clause, item: Item, decision: Decision) -> bool:
    """Tell whether the verb that decides is a verb, and bears on this thing and not on an earlier act."""
    folded, place, act = scene.report.folded, item.span.start, decision.act
    if act is None:
        return True
    if decision.rule not in _GOVERNED:
        near = act.end <= place + _NEAR_ACT if act.start > place else place - act.end <= _NEAR_ACT
        between = folded[min(act.end, item.span.end) : max(act.start, place)]
        return near and not _BREAK.search(between)
    if _NOMINAL.search(folded, max(0, act.start - _MARKER), act.start):
        return False
    is_here = clause.span.holds(act)
    if not is_here and item.verb is None:
        return False
    since = act.end if is_here and act.end <= place else clause.segment(folded, place).start
    return _DONE.search(folded, max(since, place - _NEAR_ACT), place) is None


def _is_ahead(scene: Scene, clause: Clause, decision: Decision) -> bool:
    """Tell whether a thing is still to come, and whose it is where no verb of agreeing or asking says so."""
    if decision.stage not in AHEAD:
        return False
    if decision.rule in _GOVERNED:
        return True
    names_korea = any(cue.kind in _KOREAN for cue in clause.cues) or (
        "KR" in scene.countries.all_in(clause.span.start, clause.span.end)
    )
    if decision.stage == "in_progress":
        return names_korea or KOREA.search(fold(scene.report.title or "")) is not None
    # "phối hợp tổ chức" alone may tell of what has been held.
    act = decision.act
    return names_korea and (
        act is None or _PROMISED.search(scene.report.folded, max(0, act.start - _MARKER), act.end) is not None
    )


def _quote(report: Report, clause: Clause, decision: Decision, named: Span) -> Span:
    """The words that prove it: from the verb, where near, to the end of the part that names the thing."""
    segment = clause.segment(report.folded, named.start)
    start, end = segment.start, segment.end
    if decision.act is not None and clause.span.holds(decision.act):
        start = min(decision.act.start, named.start)
        end = max(end, decision.act.end)
    if named.end - start > _QUOTE:
        start = named.start
    if end - start > _QUOTE:
        end = max(named.end, start + _QUOTE)
        cut = report.text.rfind(" ", named.end, end)
        end = cut if cut > named.end else end
    return trim(report.text, start, end) or named
