"""Weigh the acts in a sentence: what is told as a fact, what is promised, wished, denied or supposed.

"đã ký" is a fact and "sẽ ký" a promise; "nếu được ký", "góp phần hoàn thành" and "dự kiến khởi công" are
neither, and "chưa thể khởi công" says that it does not go on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.extract.find_cues import INSTRUMENT, CueHit
from flows.extract.read_clauses import Clause
from flows.read.report import Report
from flows.reference.model import CommitmentKind
from flows.span import Span

ACTS = frozenset({"act", "done", "list"})
DOCUMENTS: frozenset[CommitmentKind] = frozenset({"memorandum", "agreement", "programme", "statement"})
NEVER_SIGNED: frozenset[CommitmentKind] = frozenset({"target"})
_DELIVERED = frozenset({"signed", "in_progress", "fulfilled"})
_TAKES_PLACE = re.compile(r"diễn ra|tổ chức|held|took place")  # "Lễ trao Bản ghi nhớ vừa diễn ra"
_MARKER_REACH = 18  # characters between a marker such as "sẽ" and the act that it bears on


@dataclass(frozen=True, slots=True)
class Act:
    """An act that counts, with the stage it gives.

    `is_past` where the words say that it is done, `in_passing` where they only describe what they follow:
    "bản ghi nhớ mà hai bộ ký hồi tháng 5".
    """

    stage: str
    span: Span
    is_past: bool
    in_passing: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A commitment of some kind, named in a part (`segment`) of a sentence (`clause`) of a report."""

    report: Report
    clause: Clause
    segment: Span
    named: Span
    kind: CommitmentKind

    def until(self, act: Act) -> "Place":
        """Return the place with what was read of it, up to an act, taken for its name."""
        return replace(self, named=self.named.until(act.span))

    def gap(self, at: int) -> str:
        """Return the words between the naming and an offset after it."""
        return self.report.folded[self.named.end : at]


def act_before(place: Place, window: Span) -> Act | None:
    """Weigh the last act between the governing verb and the naming, or in the naming's own words."""
    seen: set[str] = set()
    cues = place.clause.cues
    for index in range(len(cues) - 1, -1, -1):
        cue = cues[index]
        if not window.start <= cue.span.start < window.end:
            continue
        seen.add(cue.kind)
        if cue.kind in ACTS and cue.stage:
            return weigh(place.report, cues, index) if fits(place, cue, INSTRUMENT in seen) else None
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


def fits(place: Place, act: CueHit, of_document: bool) -> bool:
    """Only documents are signed: a plan to reach a target is, the target is not; no document is held."""
    is_document = place.kind in DOCUMENTS
    if is_document and _TAKES_PLACE.search(place.report.folded, act.span.start, act.span.end):
        return False
    return act.stage != "signed" or is_document or (of_document and place.kind not in NEVER_SIGNED)


def _marker(report: Report, cues: Sequence[CueHit], index: int) -> str | None:
    """Return what bears on an act: "past", or the nearest future, negation or aim before it."""
    marker = "past" if cues[index].kind == "done" else None
    end = cues[index].span.start
    for cue in reversed(cues[:index]):
        between = report.text[cue.span.end : end]
        if len(between) > _MARKER_REACH or ";" in between:
            return marker
        if cue.kind in ("future", "aim") and "," in between:
            return marker
        if cue.kind in ("future", "will", "negation", "aim"):
            return cue.kind
        if cue.kind == "past":
            marker, end = "past", cue.span.start
    return marker
