"""Weigh the acts that a sentence tells after the naming: "… được ký năm 2021 và có hiệu lực từ 2024"."""

import re
from collections.abc import Sequence

from flows.extract.find_cues import INSTRUMENT, CueHit
from flows.extract.weigh_acts import ACTS, NEVER_SIGNED, Act, Place, fits, weigh
from flows.read.report import Report

_TOLD_AFTER = frozenset({"agreed", "fulfilled", "stalled", "withdrawn"})  # "… có hiệu lực" needs no "đã"
_FOLLOWS = frozenset({"fulfilled", "stalled", "withdrawn", "in_progress", "signed"})
_ENDED = frozenset({"stalled", "withdrawn"})
_NOMINAL = re.compile(r"(?<!\w)(?:lễ|việc|signing) ?")
_GOING_ON = re.compile(r"(?:vẫn |hiện )?đang(?!\w)")
# "Quỹ … sẽ được nâng lên", not "Hội nghị … sẽ ủng hộ Việt Nam"
_TO_COME = re.compile(
    r"(?:sẽ (?:sớm |tiếp tục )?(?:được|diễn ra|khai mạc|họp)|will (?:be|take place|start|open))(?!\w)"
)
# Characters between the naming and what is told of it.
_REACH = 90  # "… vào năm 2030” được ký kết vào tháng 4/2025"
_PASSIVE = 80  # "…, trị giá tối đa 2 tỷ USD, đã được"
_PASSIVE_REACH = 260  # "Hiệp định … được Bộ trưởng A và Bộ trưởng B ký …"
_PARTIES = 60  # "Ban Quản lý Khu A và Tổng công ty B trao đổi bản ghi nhớ"
_OBJECT = 16
_ABOUT = 60
_SUBJECT = 10


def act_after(place: Place) -> Act | None:
    """Weigh the first act after the naming: "… được ký kết vào tháng 4/2025", "…, ký tại Seoul"."""
    cues = place.clause.cues
    is_passive = any(
        c.kind == "past" and c.span.start >= place.named.start and _is_passive(place, c) for c in cues
    )
    reach = _PASSIVE_REACH if is_passive else _REACH
    for index, cue in enumerate(cues):
        if cue.span.start < place.named.end:
            continue
        if cue.kind == "speech" or cue.span.start > min(place.segment.end, place.named.end + reach):
            return None
        if _is_act(place, index, is_passive):
            act = weigh(place.report, cues, index)
            return act if act and (is_passive or _is_told(place, act, _has_object(cues, index))) else None
    return None


def acts_on_from(place: Place, first: Act) -> list[Act]:
    """Weigh what the sentence tells of the same thing after a first act: "được ký … và có hiệu lực …"."""
    acts = [first]
    if first.span.start < place.named.start and first.stage != "signed":
        return acts
    for index, cue in enumerate(place.clause.cues):
        last = acts[-1].span.end
        if cue.span.start < max(last, place.named.end):
            continue
        turned = any(last <= s.span.start and s.span.end <= cue.span.start for s in place.clause.subjects)
        if cue.span.start > min(place.segment.end, last + _REACH) or cue.kind == "speech" or turned:
            break
        goes_on = cue.stage != "in_progress" or _GOING_ON.match(place.report.folded, cue.span.start)
        if cue.kind in ACTS and cue.stage in _FOLLOWS and goes_on and fits(place, cue, False):
            act = weigh(place.report, place.clause.cues, index)
            if act is not None and act.stage in _FOLLOWS - {a.stage for a in acts}:
                acts.append(act)
    return acts


def without_undone(report: Report, acts: Sequence[Act]) -> list[Act]:
    """Drop a signing that did not come to be: "lễ ký …, định vào 17/12, lùi vô thời hạn"."""
    if not any(act.stage in _ENDED for act in acts):
        return list(acts)
    return [
        a
        for a in acts
        if a.stage != "signed" or not _NOMINAL.search(report.folded, max(0, a.span.start - 5), a.span.end)
    ]


def is_to_happen(place: Place, reach: int) -> bool:
    """Tell whether the sentence goes on with what is to become of it: "để Hiệp định … có hiệu lực"."""
    for index, cue in enumerate(place.clause.cues):
        if 0 <= cue.span.start - place.named.end <= reach and cue.stage in ("signed", "fulfilled"):
            act = weigh(place.report, place.clause.cues, index)
            if act is None or not (act.is_past or act.stage == "signed"):
                return True
    return False


def _is_act(place: Place, index: int, is_passive: bool) -> bool:
    """Tell whether a cue after the naming is an act that may be told of it."""
    cues = place.clause.cues
    cue = cues[index]
    if cue.kind not in ACTS or not cue.stage:
        return False
    of_document = _has_object(cues, index) or any(
        c.kind == INSTRUMENT and place.named.start - _ABOUT <= c.span.start < cue.span.start for c in cues
    )
    if cue.stage == "agreed":
        # "the Fund (MKCF) will finance …": a fund is who promises
        is_subject = place.kind == "fund" and cue.span.start - place.named.end <= _SUBJECT
        return is_subject or _TO_COME.match(place.report.folded, cue.span.start) is not None
    # "Dự án … đã được hai bên ký"
    return fits(place, cue, of_document or (is_passive and place.kind not in NEVER_SIGNED))


def _is_passive(place: Place, cue: CueHit) -> bool:
    words = place.report.folded[cue.span.start : cue.span.end]
    return words.endswith("được") and cue.span.start - place.named.end <= _PASSIVE


def _is_told(place: Place, act: Act, has_object: bool) -> bool:
    """Tell whether an act after the naming is told of it, not of what comes next."""
    if act.is_past or act.stage in _TOLD_AFTER or _GOING_ON.match(place.report.folded, act.span.start):
        return True
    between = place.gap(act.span.start)
    is_apposed = between.rstrip().endswith((",", "(")) or not between.strip()
    return act.stage == "signed" and (is_apposed or (has_object and len(between) <= _PARTIES))


def _has_object(cues: Sequence[CueHit], index: int) -> bool:
    """Tell whether a document follows the act: "… và Petrovietnam ký thỏa thuận khung"."""
    act = cues[index].span
    near = (c.span.start - act.end for c in cues[index : index + 4] if c.kind == INSTRUMENT)
    return any(-len(act) <= gap <= _OBJECT for gap in near)
