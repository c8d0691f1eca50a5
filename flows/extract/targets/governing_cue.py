"""What makes a figure a target: the word that governs it, and what stands in the way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.span import Span

REACH = 200
ADJOINING = 2
REACH_SUM = 30
REACH_BACK = 45  # from a figure to a cue behind it: "150 tỷ USD là mục tiêu"

_STARTS_RISE = re.compile(r"(?<!\w)(?:từ|from)(?: (?:mức|khoảng|gần|hơn|about|around|nearly))* ?$")
_BY = re.compile(
    r"(?<!\w)(?:tăng|giảm|thấp hơn|cao hơn|up|down|by)(?: thêm)?"
    r"(?: (?:gần|hơn|khoảng|trên|about|nearly|over))? ?$"
)
_THAN = re.compile(r"(?<!\w)(?:so với|so cùng kỳ|compared|from|than)(?!\w)")
_RISES = re.compile(r" (?:lên|xuống|thành|to|tới|đến)(?!\w)")
_LISTED = re.compile(
    r"(?:[ ,()\d]|năm|nay|này|tới|sau|vào|đến|trước|cuối|đầu|và|hoặc|rồi|sau đó|xa hơn|là|lên|tiến tới|"
    r"cũng như|mốc|mức|gần|trên|hơn|khoảng|by|in|the|this|next|year|end|of|and|or|then|to|nearly|about|over|"
    r"usd|us\$|\$|on|kim ngạch|thương mại|trade|turnover){1,60}"
)
_APART = re.compile(r"[,;:.()]| (?:và|and|nhưng|but|while) ")


@dataclass(frozen=True, slots=True)
class Cue:
    """A hit of `seeds/target_cues.csv`."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs a figure: the kind of its cue, `listed` after another target, or `none`."""

    kind: str
    cue: Span | None


def governor(
    folded: str, figure: Span, cues: Sequence[Cue], before: Span | None, after: int, *, is_taken: bool
) -> Governor | None:
    """Find what governs `figure`; None where something tells that it is no target.

    Args:
        folded: the folded text.
        figure: the figure.
        cues: the cues of its clause, in the order of their ends.
        before: the figure of the same sort before it in the clause.
        after: the start of the figure of the same sort after it, or the end of the clause.
        is_taken: whether `before` is a target: then the cues in front of it are used up.
    """
    if starts_rise(folded, figure, after) or _is_difference(folded, figure, after):
        return None
    if before and is_taken and _LISTED.fullmatch(folded, before.end, figure.start):
        return Governor("listed", None)
    weak: Span | None = None
    sum_: Span | None = None
    for cue in reversed(cues):
        if cue.span.end > figure.start or (before and is_taken and cue.span.start < before.end):
            continue
        if figure.start - cue.span.end > REACH:
            break
        if cue.kind == "forecast" or (cue.kind == "actual" and not _belongs(cue.span, before)):
            return None
        if cue.kind == "hint":
            weak = weak or cue.span
        elif cue.kind == "sum" and figure.start - cue.span.end <= REACH_SUM:
            sum_ = sum_ or cue.span
        elif cue.kind in {"goal", "wish", "pledge"}:
            return Governor(cue.kind, cue.span)
    if found := _behind(folded, figure, cues, after):
        return found
    return Governor("sum", sum_) if sum_ else Governor("hint" if weak else "none", weak)


def _belongs(actual: Span, before: Span | None) -> bool:
    """Tell whether "hiện nay" or "so với" speaks of the figure before it, not of the one after."""
    return before is not None and actual.start <= before.end + ADJOINING


def _behind(folded: str, figure: Span, cues: Sequence[Cue], after: int) -> Governor | None:
    """Find a governor behind the figure: "14.000 lao động có cơ hội sang", "150 tỷ USD là mục tiêu"."""
    for cue in cues:
        if cue.span.start < figure.end or cue.kind not in {"goal", "pledge", "actual"}:
            continue
        near = cue.span.start - figure.end <= REACH_BACK and cue.span.end <= after
        if cue.kind == "actual" or not near or _APART.search(folded, figure.end, cue.span.start):
            return None
        if cue.kind == "pledge" and _is_given(cues, figure):
            return None
        return Governor(cue.kind, cue.span)
    return None


def _is_given(cues: Sequence[Cue], figure: Span) -> bool:
    """Tell whether a clause starts from what was given: "đã cấp 60 triệu USD, 20 triệu USD là viện trợ"."""
    return any(c.kind == "actual" and c.span.end <= figure.start <= c.span.end + REACH for c in cues)


def _is_difference(folded: str, figure: Span, after: int) -> bool:
    """Tell whether a figure says by how much something rose or fell: "tăng 3.200 người so với năm trước"."""
    if not _BY.search(folded, max(0, figure.start - 24), figure.start):
        return False
    return _THAN.search(folded, figure.end, min(after, figure.end + 40)) is not None


def starts_rise(folded: str, figure: Span, after: int) -> bool:
    """Tell whether a figure is only where a rise or fall starts: "từ 87 tỷ USD lên 150 tỷ USD"."""
    if not _STARTS_RISE.search(folded, max(0, figure.start - 24), figure.start):
        return False
    return bool(_RISES.search(folded, figure.end, min(after, figure.end + 60)))
