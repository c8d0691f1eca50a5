"""Weigh the act of a relative clause: "bản ghi nhớ mà các bộ trưởng thông qua hồi tháng 7"."""

from dataclasses import replace

from flows.extract.weigh_acts import ACTS, Act, Place, fits, weigh

_TELLING = ACTS | {"speech"}
_DESCRIBES = frozenset({"signed", "agreed", "fulfilled", "stalled"})
_OPENS = frozenset({"relative", "speech", "act", "done"})
_NEAR = 80  # characters between what is named and the "mà" that tells of it
_REACH = 160


def act_told_of(place: Place) -> Act | None:
    """Weigh the act that a relative clause right after the naming tells; None where there is none."""
    cues = place.clause.cues
    opens = next(
        (n for n, c in enumerate(cues) if c.span.start >= place.named.end and c.kind in _OPENS), None
    )
    if opens is None or cues[opens].kind != "relative" or cues[opens].span.start - place.named.end > _NEAR:
        return None
    since = cues[opens].span.end
    # "do Hàn Quốc tài trợ bị tạm dừng": only a signing is told by "do"
    is_do = place.report.folded[cues[opens].span.start : since] == "do"
    for index in range(opens + 1, len(cues)):
        cue = cues[index]
        if cue.span.start > min(place.segment.end, since + _REACH) or cue.kind in ("relative", "contrast"):
            return None
        if cue.kind == "speech" and cue.stage is None:
            return None
        if cue.stage and cue.kind in _TELLING and fits(place, cue, cue.kind != "speech"):
            act = weigh(place.report, cues, index)
            is_fact = act is not None and act.stage in ({"signed"} if is_do else _DESCRIBES)
            return replace(act, is_past=True, in_passing=True) if act and is_fact else None
    return None
