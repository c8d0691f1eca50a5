"""Decide what a sentence says of a commitment that it names: the stage, the side, who says so.

Two kinds of words decide.  A *governing verb* says what somebody does with the item ("nhất trí", "đề nghị").
An *act* says what happened to it ("ký", "khởi công", "khánh thành", "hoãn"), and counts as
`flows.extract.weigh_acts` weighs it; under a verb of agreeing or asking it is only what is agreed or asked
for.  What exists already (a target, a document) and is merely to be carried out or reached, is reaffirmed.
"""

import re
from dataclasses import dataclass
from typing import cast

from flows.extract.acts_after import act_after, acts_on_from, is_to_happen, without_undone
from flows.extract.dates_within import dates_within
from flows.extract.find_actors import Subject
from flows.extract.read_clauses import Clause, Governor
from flows.extract.records import Side, Stage
from flows.extract.relative_acts import act_told_of
from flows.extract.weigh_acts import ACTS, Act, Place, act_before
from flows.read.report import Report
from flows.reference.model import CommitmentKind
from flows.span import Span

_EXISTING: frozenset[CommitmentKind] = frozenset(
    {"target", "programme", "agreement", "memorandum", "statement", "dialogue", "fund"}
)
_RANK = ("proposed", "agreed", "in_progress", "signed", "fulfilled", "stalled", "withdrawn")
_MARKED = 18
_DATED = 30
_FACT = re.compile(r"(?<!\w)(?:đã|vừa|từng|mới|has|had|was|were)(?!\w)")
_UNDER = 14
_ENDS_IN = 40
_HAPPENING = frozenset({"in_progress", "fulfilled"})
_DOER = 60
_PASSIVE_WORD = 6
_UNDERGOES = re.compile(r"(?<!\w)(?:bị|phải|được|was|were|been|chậm)(?!\w)")
_NAMED = "commitments.named_as_existing"
_IN_PASSING = "commitments.told_in_passing"
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
    place = Place(report, clause, segment, named, kind)
    before = act_before(place, _window(clause, governor, segment, named))
    told = act_told_of(place)
    after = act_after(place.until(told) if told else place)
    subject = _subject(clause, governor, named)

    if asserts and after is not None and after.stage == "signed" and _is_dated(report, after):
        told, after = told or after, act_after(place.until(after))
    passing = []
    if told is not None:
        is_aim = kind == "target" and told.stage == "agreed"  # "mục tiêu mà lãnh đạo hai nước đã thống nhất"
        stage = "reaffirmed" if is_aim else cast("Stage", told.stage)
        passing = [Decision(stage, "both", None, told.span, not is_aim, True, _IN_PASSING)]
    acts = [before] if before is not None and (not rules or _stands(before, governor)) else []
    if after is not None and not rules:
        acts.append(after)
    if acts:
        if "signed" not in {act.stage for act in acts}:  # "sau khi ký …, văn phòng đã khai trương" tells two
            acts = [max(acts, key=lambda act: _RANK.index(act.stage))]
        acts = [*acts[:-1], *acts_on_from(place, acts[-1])]
        acts = without_undone(report, acts)
        return [*(_by_act(report, act, clause, named, kind, subject) for act in acts), *passing]
    if governor is not None and asserts:
        if governor.stage == "withdrawn" and _denies_an_end(clause, governor, named):
            return passing
        return [_by_verb(report, clause, governor, named, kind, subject), *passing]
    return passing or _by_naming(clause, segment, named, kind, subject)


def _is_dated(report: Report, act: Act) -> bool:
    """Tell whether an act is a fact also under a wish: "đã được ký", "ký tháng 4/2025"; not "được ký sớm"."""
    words = report.folded[max(0, act.span.start - _MARKED) : act.span.start]
    is_told = act.is_past and _FACT.search(words) is not None
    return is_told or bool(dates_within(report.dates, Span(act.span.end, act.span.end + _DATED + 1)))


def _denies_an_end(clause: Clause, governor: Governor, named: Span) -> bool:
    """Tell whether what is denied is itself an end: "bác bỏ thông tin Hàn Quốc hủy bản ghi nhớ"."""
    return any(
        c.stage in ("withdrawn", "stalled") and governor.span.end <= c.span.start < named.start
        for c in clause.cues
    )


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
    if subject is None or subject.side == "other" or subject.side == "counterpart":
        return None
    return subject.side


def _by_act(
    report: Report, act: Act, clause: Clause, named: Span, kind: CommitmentKind, subject: Subject | None
) -> Decision:
    """An act is of both sides; a promise, a stop or a withdrawal is of the side that makes it."""
    stage = cast("Stage", act.stage)
    if kind == "target" and stage == "in_progress":
        stage = "reaffirmed"
    if act.stage not in _ONE_SIDED:
        return Decision(stage, "both", None, act.span, False, True, "commitments.act")
    before = [s for s in clause.subjects if s.span.end <= act.span.start + 1 and not s.span.overlaps(named)]
    doer = before[-1] if before else None
    if act.stage in ("stalled", "withdrawn") and doer is not None and not _does(report, doer, act):
        doer = None
    if doer is None and act.stage != "stalled" and subject not in clause.subjects:
        doer = subject
    speaker = doer.speaker if doer else None
    return Decision(stage, _side(doer) or "both", speaker, act.span, False, True, "commitments.act")


def _does(report: Report, doer: Subject, act: Act) -> bool:
    """Tell whether somebody stops it: "Hàn Quốc ngừng tiếp nhận", not "… VKIST bị chậm"."""
    between = report.folded[doer.span.end : act.span.start + _PASSIVE_WORD]
    return len(between) <= _DOER and _UNDERGOES.search(between) is None


def _by_verb(
    report: Report,
    clause: Clause,
    governor: Governor,
    named: Span,
    kind: CommitmentKind,
    subject: Subject | None,
) -> Decision:
    stage = governor.stage or "reaffirmed"
    side = _side(subject) or ("both" if stage == "agreed" else None)
    rule = "commitments.governing_verb_before" if governor.is_inherited else "commitments.governing_verb"
    if kind in _EXISTING:
        segment = clause.segment(report.folded, named.start)
        since = segment.start if governor.is_inherited else max(governor.span.end, segment.start)
        between = {c.kind for c in clause.cues if since <= c.span.start <= named.start}
        anew = bool(between & {*ACTS, "anew"})  # "đề nghị sớm ký lại …" asks for more than carrying out
        place = Place(report, clause, segment, named, kind)
        to_happen = kind != "target" and is_to_happen(place, _ENDS_IN)
        wished = stage == "proposed" and not anew and (side == "both" or "carry_out" in between)
        if (wished or between & {"aim", "exist"}) and not to_happen:
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
        if kind == "target":
            return [Decision("reaffirmed", _side(subject) or "both", speaker, None, False, False, _NAMED)]
        return [
            Decision("proposed", _side(subject) or "both", None, None, False, False, "commitments.condition")
        ]
    if kind in _EXISTING or any(c.kind == "exist" for c in before):
        if fact := _carried_out(clause, segment, named):
            return [Decision("in_progress", "both", None, fact, False, True, "commitments.carried_out")]
        side = _side(subject) or "both"
        return [Decision("reaffirmed", side, speaker, None, False, False, _NAMED)]
    promise = next((c for c in before if c.kind == "will"), None)
    doers = [s for s in clause.subjects if promise is not None and s.span.end <= promise.span.start]
    if promise is None or not doers or _side(doers[-1]) is None:
        return []
    doer = doers[-1]
    return [Decision("agreed", _side(doer), doer.speaker, promise.span, False, True, "commitments.promise")]


def _carried_out(clause: Clause, segment: Span, named: Span) -> Span | None:
    """Return what happens under a document: "Theo Bản ghi nhớ …, hai bên đã lập nhóm công tác"."""
    inside = [c for c in clause.cues if segment.start <= c.span.start < segment.end]
    is_under = any(c.kind == "under" and 0 <= named.start - c.span.end <= _UNDER for c in inside)
    is_open = any(c.kind in ("will", "future", "negation", "condition") for c in inside)
    if not is_under or is_open:
        return None
    return next((c.span for c in inside if c.kind in ("past", "done") or c.stage in _HAPPENING), None)
