"""Decide what a sentence says of a commitment that it names: the stage, the side, since when.

Two kinds of words decide.  A *governing verb* says what somebody does with the item ("nhất trí", "đề nghị").
An *act* says what happened to it ("ký", "khởi công", "khánh thành", "hoãn").  An act counts as a fact only
where nothing before it makes it a wish, a plan, a condition or a negation ("sẽ ký", "nếu được ký",
"chưa thể khởi công", "góp phần hoàn thành"), and under a verb of agreeing or asking it is only what is
agreed or asked for.  What exists already (a target, a document) and is merely to be carried out or
reached, is reaffirmed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from flows.extract.find_cues import CueHit
from flows.extract.find_subjects import Subject
from flows.extract.read_clauses import Clause, Governor
from flows.extract.records import Side, Stage
from flows.read.report import Report
from flows.reference.model import CommitmentKind
from flows.span import Span

_EXISTING: frozenset[CommitmentKind] = frozenset(
    {"target", "programme", "agreement", "memorandum", "statement", "dialogue", "fund"}
)
_MARKER_REACH = 18  # characters between a marker such as "sẽ" and the act that it bears on
_DOCUMENTS: frozenset[CommitmentKind] = frozenset({"memorandum", "agreement", "programme", "statement"})
_AFTER_REACH = 90  # "… vào năm 2030” được ký kết vào tháng 4/2025"
_TOLD_AFTER = frozenset({"agreed", "fulfilled", "stalled", "withdrawn"})  # "… có hiệu lực" needs no "đã"
_ACTS = frozenset({"act", "done", "list"})
_DELIVERED = frozenset({"signed", "in_progress", "fulfilled"})


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


@dataclass(frozen=True, slots=True)
class _Act:
    stage: str
    span: Span
    is_past: bool


def decide_stage(report: Report, clause: Clause, named: Span, kind: CommitmentKind) -> list[Decision]:
    """Decide on one naming: no decision, one, or two where an earlier act is told in passing."""
    governor = clause.governor_of(named)
    segment = clause.segment(report.folded, named.start)
    asserts = governor is not None and governor.stage is not None
    rules = governor is not None and asserts and not governor.is_inherited
    turns = [
        c.span.end for c in clause.cues if c.kind in ("contrast", "condition") and c.span.end <= named.start
    ]
    since = max(
        [segment.start, *turns, *([governor.span.end] if governor and not governor.is_inherited else [])]
    )
    before = _act_before(report, clause, Span(min(since, named.start), named.end), kind)
    after = _act_after(report, clause, segment, named, kind)
    subject = _subject(clause, governor, named)

    if after is not None and asserts and after.is_past and after.stage == "signed":
        main = _by_verb(clause, governor, named, kind, subject)
        background = Decision("signed", "both", None, after.span, True, True, "commitments.told_in_passing")
        return [main, background]
    act = before if before is not None and (not rules or _stands(before, governor)) else None
    if act is None and not rules:
        act = after
    if act is not None:
        return [_by_act(act, clause, subject)]
    if asserts:
        return [_by_verb(clause, governor, named, kind, subject)]
    supposed = any(c.kind == "condition" and segment.start <= c.span.start < named.end for c in clause.cues)
    if kind in _EXISTING and not supposed:
        side = subject.side if subject and subject.side != "other" else "both"
        speaker = subject.speaker if subject else None
        return [
            Decision(
                "reaffirmed",
                side,
                speaker,
                None,
                False,
                governor is not None,
                "commitments.named_as_existing",
            )
        ]
    return []


def _stands(act: _Act, governor: Governor | None) -> bool:
    """Tell whether an act is told under a verb of agreeing or asking: "đã ký", or "nhất trí tạm dừng"."""
    agreed = governor is not None and governor.stage == "agreed"
    return act.is_past or (agreed and act.stage in ("stalled", "withdrawn"))


def _subject(clause: Clause, governor: Governor | None, named: Span) -> Subject | None:
    if governor is not None and governor.subject is not None:
        return governor.subject
    limit = named.start if governor is None or governor.is_inherited else governor.span.start
    before = [s for s in clause.subjects if s.span.end <= limit]
    return before[-1] if before else None


def _by_act(act: _Act, clause: Clause, subject: Subject | None) -> Decision:
    side: Side | None = "both"
    speaker = None
    if act.stage in ("agreed", "proposed"):  # a pledge ("sẽ cấp") is of the side that makes it
        doer = [s for s in clause.subjects if s.span.end <= act.span.start + 1]
        chosen = doer[-1] if doer else subject
        if chosen is not None and chosen.side != "other":
            side = chosen.side
            speaker = chosen.speaker
    return Decision(cast("Stage", act.stage), side, speaker, act.span, False, True, "commitments.act")


def _by_verb(
    clause: Clause, governor: Governor | None, named: Span, kind: CommitmentKind, subject: Subject | None
) -> Decision:
    if governor is None or governor.stage is None:
        raise ValueError("a governing verb that asserts is needed")
    side: Side | None = subject.side if subject is not None and subject.side != "other" else None
    if side is None and governor.stage == "agreed":
        side = "both"
    speaker = subject.speaker if subject else None
    stage = governor.stage
    rule = "commitments.governing_verb_before" if governor.is_inherited else "commitments.governing_verb"
    if kind in _EXISTING:
        since = clause.span.start if governor.is_inherited else governor.span.end
        between = {c.kind for c in clause.cues if since <= c.span.start < named.start}
        merely = bool(between & {"aim", "exist"})
        wished = stage == "proposed" and (side == "both" or "carry_out" in between)
        if merely or wished:
            stage, rule = "reaffirmed", "commitments.to_be_carried_out"
    return Decision(cast("Stage", stage), side, speaker, governor.span, False, True, rule)


def _act_before(report: Report, clause: Clause, window: Span, kind: CommitmentKind) -> _Act | None:
    """The last act between the governing verb and the naming, or in the naming's own words."""
    seen: set[str] = set()
    for index in range(len(clause.cues) - 1, -1, -1):
        cue = clause.cues[index]
        if not window.start <= cue.span.start < window.end:
            continue
        seen.add(cue.kind)
        if cue.kind in _ACTS and cue.stage:
            return _judged(report, clause.cues, index) if _fits(cue, kind, "instrument" in seen) else None
    return None


def _fits(act: CueHit, kind: CommitmentKind, of_document: bool) -> bool:
    """Only documents are signed: of a target or a quota, signing says nothing."""
    return act.stage != "signed" or kind in _DOCUMENTS or of_document


def _act_after(
    report: Report, clause: Clause, segment: Span, named: Span, kind: CommitmentKind
) -> _Act | None:
    """The first act after the naming: "… được ký kết vào tháng 4/2025", "…, ký tại Seoul"."""
    for index, cue in enumerate(clause.cues):
        if cue.span.start < named.end:
            continue
        if cue.kind == "speech" or cue.span.start > min(segment.end, named.end + _AFTER_REACH):
            return None
        if cue.kind in _ACTS and cue.stage and cue.stage != "agreed" and _fits(cue, kind, False):
            judged = _judged(report, clause.cues, index)
            opens = report.folded[named.end : cue.span.start].rstrip().endswith((",", "("))
            told = judged is not None and (judged.is_past or opens or judged.stage in _TOLD_AFTER)
            return judged if told else None
    return None


def _judged(report: Report, cues: Sequence[CueHit], index: int) -> _Act | None:
    """Weigh an act with the marker before it: a fact, a promise (agreed), a failure (stalled) or nothing."""
    cue = cues[index]
    stage = cue.stage or ""
    if any(c.kind == "condition" for c in cues[:index]):
        return None
    marker = _marker(report, cues, index)
    if marker == "will" and stage in _DELIVERED:
        return _Act("agreed", cue.span, False)
    if marker == "negation":
        return _Act("stalled", cue.span, False) if stage in _DELIVERED else None
    if marker in ("future", "aim", "will") and stage != "agreed":
        return None
    return _Act(stage, cue.span, marker == "past")


def _marker(report: Report, cues: Sequence[CueHit], index: int) -> str | None:
    """Return what bears on an act: "past", or the nearest future, negation or aim before it."""
    marker = "past" if cues[index].kind == "done" else None
    end = cues[index].span.start
    for cue in reversed(cues[:index]):
        if end - cue.span.end > _MARKER_REACH or ";" in report.text[cue.span.end : end]:
            return marker
        if cue.kind in ("future", "will", "negation", "aim"):
            return cue.kind
        if cue.kind == "past":
            marker, end = "past", cue.span.start
    return marker
