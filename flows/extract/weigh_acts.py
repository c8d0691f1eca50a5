"""Weigh the acts in a sentence: what is told as a fact, what is promised, wished, denied or supposed.

"đã ký" is a fact and "sẽ ký" a promise; "nếu được ký", "góp phần hoàn thành" and "dự kiến khởi công" are
neither, and "chưa thể khởi công" says that it does not go on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.extract.find_cues import INSTRUMENT, CueHit
from flows.extract.read_clauses import Clause
from flows.read.report import Report
from flows.reference.model import CommitmentKind
from flows.span import Span

ACTS = frozenset({"act", "done", "list"})
_DOCUMENTS: frozenset[CommitmentKind] = frozenset({"memorandum", "agreement", "programme", "statement"})
_DELIVERED = frozenset({"signed", "in_progress", "fulfilled"})
_TOLD_AFTER = frozenset({"agreed", "fulfilled", "stalled", "withdrawn"})  # "… có hiệu lực" needs no "đã"
_MARKER_REACH = 18  # characters between a marker such as "sẽ" and the act that it bears on
_PASSIVE = 45
_PASSIVE_REACH = 260  # "Hiệp định … được Bộ trưởng A và Bộ trưởng B ký …"
_AFTER_REACH = 90  # "… vào năm 2030” được ký kết vào tháng 4/2025"


@dataclass(frozen=True, slots=True)
class Act:
    """An act that counts, with the stage it gives; `is_past` where the words say that it is done."""

    stage: str
    span: Span
    is_past: bool


def act_before(report: Report, clause: Clause, window: Span, kind: CommitmentKind) -> Act | None:
    """Weigh the last act between the governing verb and the naming, or in the naming's own words."""
    seen: set[str] = set()
    for index in range(len(clause.cues) - 1, -1, -1):
        cue = clause.cues[index]
        if not window.start <= cue.span.start < window.end:
            continue
        seen.add(cue.kind)
        if cue.kind in ACTS and cue.stage:
            return weigh(report, clause.cues, index) if _fits(cue, kind, INSTRUMENT in seen) else None
    return None


def act_after(report: Report, clause: Clause, segment: Span, named: Span, kind: CommitmentKind) -> Act | None:
    """Weigh the first act after the naming: "… được ký kết vào tháng 4/2025", "…, ký tại Seoul"."""
    reach = _AFTER_REACH
    for index, cue in enumerate(clause.cues):
        if cue.span.start < named.end:
            continue
        if cue.kind == "past" and cue.span.start - named.end <= _PASSIVE and _passive(report, cue):
            reach = _PASSIVE_REACH
        if cue.kind == "speech" or cue.span.start > min(segment.end, named.end + reach):
            return None
        if cue.kind in ACTS and cue.stage and cue.stage != "agreed" and _fits(cue, kind, False):
            act = weigh(report, clause.cues, index)
            opens = report.folded[named.end : cue.span.start].rstrip().endswith((",", "("))
            told = act is not None and (
                act.is_past
                or reach > _AFTER_REACH
                or (opens and act.stage == "signed")
                or act.stage in _TOLD_AFTER
            )
            return act if told else None
    return None


def weigh(report: Report, cues: Sequence[CueHit], index: int) -> Act | None:
    """Weigh the act `cues[index]` by its marker: a fact, a promise (agreed), a failure (stalled), or none."""
    cue = cues[index]
    stage = cue.stage or ""
    if any(c.kind == "condition" for c in cues[:index]):
        return None
    marker = _marker(report, cues, index)
    if marker == "will" and stage in _DELIVERED:
        return Act("agreed", cue.span, False)
    if marker == "negation":
        return Act("stalled", cue.span, False) if stage in _DELIVERED else None
    if marker in ("future", "aim", "will") and stage != "agreed":
        return None
    return Act(stage, cue.span, marker == "past")


def _passive(report: Report, cue: CueHit) -> bool:
    return report.folded[cue.span.start : cue.span.end].endswith("được")


def _fits(act: CueHit, kind: CommitmentKind, of_document: bool) -> bool:
    """Only documents are signed: of a target or a quota, signing says nothing."""
    return act.stage != "signed" or kind in _DOCUMENTS or of_document


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
