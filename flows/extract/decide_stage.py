"""Decide what a sentence says of a commitment that it names: the stage, the side, who says so.

Two kinds of words decide.  A *governing verb* says what somebody does with the item ("nhất trí", "đề nghị").
An *act* says what happened to it ("ký", "khởi công", "khánh thành", "hoãn"), and counts as
`flows.extract.weigh_acts` weighs it; under a verb of agreeing or asking it is only what is agreed or asked
for.  What exists already (a target, a document) and is merely to be carried out or reached, is reaffirmed.
"""

from dataclasses import dataclass
from typing import cast

from flows.extract.find_subjects import Subject
from flows.extract.read_clauses import Clause, Governor
from flows.extract.records import Side, Stage
from flows.extract.weigh_acts import ACTS, Act, act_after, act_before
from flows.read.report import Report
from flows.reference.model import CommitmentKind
from flows.span import Span

_EXISTING: frozenset[CommitmentKind] = frozenset(
    {"target", "programme", "agreement", "memorandum", "statement", "dialogue", "fund"}
)
_RANK = ("proposed", "agreed", "in_progress", "signed", "fulfilled", "stalled", "withdrawn")
_ONE_SIDED = frozenset({"proposed", "agreed", "stalled", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What one naming says; `is_strong` where a verb says it, not merely the naming itself."""

    stage: Stage
    side: Side | None
    speaker: str | None
    act: Span | None
    is_background: bool
    is_strong: bool
    rule: str


def decide_stage(report: Report, clause: Clause, named: Span, kind: CommitmentKind) -> list[Decision]:
    """Decide on one naming: no decision, one, or two where an earlier act is told in passing."""
    governor = clause.governor_of(named)
    asserts = governor is not None and governor.stage is not None
    rules = governor is not None and asserts and not governor.is_inherited
    segment = clause.segment(report.folded, named.start)
    before = act_before(report, clause, _window(clause, governor, segment, named), kind)
    after = act_after(report, clause, segment, named, kind)
    subject = _subject(clause, governor, named)

    if governor is not None and asserts and after is not None and after.is_past and after.stage == "signed":
        passing = Decision("signed", "both", None, after.span, True, True, "commitments.told_in_passing")
        return [_by_verb(clause, governor, named, kind, subject), passing]
    acts = [before] if before is not None and (not rules or _stands(before, governor)) else []
    if after is not None and not rules:
        acts.append(after)
    if acts:
        return [_by_act(max(acts, key=lambda act: _RANK.index(act.stage)), clause, subject)]
    if governor is not None and asserts:
        return [_by_verb(clause, governor, named, kind, subject)]
    return _by_naming(clause, segment, named, kind, subject)


def _window(clause: Clause, governor: Governor | None, segment: Span, named: Span) -> Span:
    """Where an act before the naming may stand: after the governing verb, a "nhưng" or a "nếu"."""
    since = [segment.start]
    since += [
        c.span.end for c in clause.cues if c.kind in ("contrast", "condition") and c.span.end <= named.start
    ]
    if governor is not None and not governor.is_inherited:
        since.append(governor.span.end)
    return Span(min(max(since), named.start), named.end)


def _stands(act: Act, governor: Governor | None) -> bool:
    """Tell whether an act is told under a verb of agreeing or asking: "đã ký", or "nhất trí tạm dừng"."""
    agreed = governor is not None and governor.stage == "agreed"
    return act.is_past or (agreed and act.stage in ("stalled", "withdrawn"))


def _subject(clause: Clause, governor: Governor | None, named: Span) -> Subject | None:
    if governor is not None and governor.subject is not None:
        return governor.subject
    limit = named.start if governor is None or governor.is_inherited else governor.span.start
    before = [s for s in clause.subjects if s.span.end <= limit]
    return before[-1] if before else None


def _side(subject: Subject | None) -> Side | None:
    return None if subject is None or subject.side == "other" else subject.side


def _by_act(act: Act, clause: Clause, subject: Subject | None) -> Decision:
    """An act is of both sides; a promise, a stop or a withdrawal is of the side that makes it."""
    if act.stage not in _ONE_SIDED:
        return Decision(cast("Stage", act.stage), "both", None, act.span, False, True, "commitments.act")
    before = [s for s in clause.subjects if s.span.end <= act.span.start + 1]
    doer = before[-1] if before else subject if act.stage in ("agreed", "proposed") else None
    speaker = doer.speaker if doer else None
    return Decision(
        cast("Stage", act.stage), _side(doer) or "both", speaker, act.span, False, True, "commitments.act"
    )


def _by_verb(
    clause: Clause, governor: Governor, named: Span, kind: CommitmentKind, subject: Subject | None
) -> Decision:
    stage = governor.stage or "reaffirmed"
    side = _side(subject) or ("both" if stage == "agreed" else None)
    rule = "commitments.governing_verb_before" if governor.is_inherited else "commitments.governing_verb"
    if kind in _EXISTING:
        since = clause.span.start if governor.is_inherited else governor.span.end
        between = {c.kind for c in clause.cues if since <= c.span.start < named.start}
        anew = bool(between & ACTS)  # "đề nghị sớm ký lại …" asks for more than carrying out
        wished = stage == "proposed" and not anew and (side == "both" or "carry_out" in between)
        if wished or between & {"aim", "exist"}:
            stage, rule = "reaffirmed", "commitments.to_be_carried_out"
    speaker = subject.speaker if subject else None
    return Decision(cast("Stage", stage), side, speaker, governor.span, False, True, rule)


def _by_naming(
    clause: Clause, segment: Span, named: Span, kind: CommitmentKind, subject: Subject | None
) -> list[Decision]:
    """Where no verb decides: a promise ("sẽ …"), a condition, or the mere name of what exists."""
    before = [c for c in clause.cues if segment.start <= c.span.start < named.end]
    speaker = subject.speaker if subject else None
    if any(c.kind == "condition" for c in before):
        if kind not in _EXISTING:
            return []
        return [
            Decision("proposed", _side(subject) or "both", None, None, False, False, "commitments.condition")
        ]
    if kind in _EXISTING:
        side = _side(subject) or "both"
        return [Decision("reaffirmed", side, speaker, None, False, False, "commitments.named_as_existing")]
    promise = next((c for c in before if c.kind == "will"), None)
    doers = [s for s in clause.subjects if promise is not None and s.span.end <= promise.span.start]
    if promise is None or not doers or _side(doers[-1]) is None:
        return []
    doer = doers[-1]
    return [Decision("agreed", _side(doer), doer.speaker, promise.span, False, True, "commitments.promise")]
