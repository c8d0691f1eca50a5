"""What a figure measures: the trade of two countries, aid, workers, visitors."""

import re
from collections.abc import Sequence

from flows.extract.quantities import Quantity
from flows.extract.targets.clause import Clause, Figure, Measure

NOUN_REACH = 24  # "15 triệu lượt khách"
NAMED_REACH = 80  # "the number of visitors to 15 million"
QUOTA_REACH = 60  # "chỉ tiêu tuyển chọn năm nay là 3.500"
NEXT_TO = 14  # "200 million USD in grant aid"
BEHIND = 60
_GIVERS = ("koica", "hàn quốc", "phía hàn", "korea", "rok", "seoul")
LEAST_SUM = 1e6
LEAST_TRADE = 1e10  # no aid and no project is so large
TRADE_BACK, TRADE_AFTER = 240, 90

_SPEAKS_OF_TRADE = re.compile(
    r"(?<!\w)(?:thương mại|kim ngạch|xuất khẩu|nhập siêu|buôn bán|giao thương"
    r"|mà hai (?:nước|bên)|trade)(?!\w)"
)
_NOUN_APART = re.compile(r"[\d.,;:()]|(?<!\w)(?:và|với|của|cho|tại|trong|and|of|for|in|to)(?!\w)")
_SUM_APART = re.compile(r"[.,;:()]")
_IS_QUOTA = re.compile(r"(?:chỉ tiêu|hạn ngạch|quotas?)(?!\w)")
_IS_RAISED = re.compile(r"(?:tăng|nâng|bổ sung|mở rộng)(?!\w)")
_RAISED_TO = re.compile(r" (?:lên|thành)(?: (?:mức|khoảng|gần|hơn|tới|đến))? ?$")
_LOWERED = re.compile(r"(?<!\w)(?:giảm|xuống|dưới|hạ|below|under|reduce|cut|lower)(?!\w)")


def figures_of(folded: str, clause: Clause) -> list[Figure]:
    """Sort the figures of a clause, each with its neighbours of the same sort."""
    sorts = [_sort(folded, q, clause.measures) for q in clause.figures]
    last: dict[str, Quantity] = {}
    befores = []
    for q, (sort, _) in zip(clause.figures, sorts, strict=True):
        befores.append(last.get(sort))
        last[sort] = q
    following: dict[str, int] = {}
    rights = []
    for q, (sort, _) in zip(reversed(clause.figures), reversed(sorts), strict=True):
        rights.append(following.get(sort, clause.span.end))
        following[sort] = q.span.start
    return [
        Figure(q, sort, noun, before, before.span.end if before else clause.span.start, right)
        for q, (sort, noun), before, right in zip(
            clause.figures, sorts, befores, reversed(rights), strict=True
        )
    ]


def _sort(folded: str, q: Quantity, measures: Sequence[Measure]) -> tuple[str, Measure | None]:
    """Tell what sort of figure it is: a bare "150 tỷ" is money, "2 triệu lượt khách" counts."""
    if q.unit != "plain":
        return q.unit, None
    for m in measures:
        between = NOUN_REACH if folded[q.span.start].isdigit() else 1
        near = 0 <= m.span.start - q.span.end <= between
        if (
            m.unit in {"count", "classifier"}
            and near
            and not _NOUN_APART.search(folded, q.span.end, m.span.start)
        ):
            return "count", m
    if not q.is_scaled:
        return "bare", None
    named = next(
        (m for m in reversed(measures) if m.unit in {"count", "money"} and m.span.end <= q.span.start), None
    )
    if named and named.unit == "count" and q.span.start - named.span.end <= NAMED_REACH:
        return "count", named
    return ("money" if q.value >= LEAST_SUM else "bare"), None


def measure_of(
    folded: str, figure: Figure, clause: Clause, kind: str, listed: Measure | None
) -> Measure | None:
    """Choose what a figure measures; None where the words name nothing that targets are set for.

    Args:
        folded: the folded text.
        figure: the figure.
        clause: its clause.
        kind: of what governs it: what is pledged is no trade.
        listed: what the target before it measures, if the figure goes on a list with that.
    """
    if figure.sort == "count":
        is_classifier = figure.noun is not None and figure.noun.unit == "classifier"
        return _named_before(figure, clause) if is_classifier else figure.noun
    if figure.sort == "money":
        return _sum_for(folded, figure, clause, kind, listed)
    if figure.sort == "bare":
        return _quota(folded, figure, clause)
    if figure.sort == "percent":
        named = _last(clause.measures, "percent", figure.span.start)
        start = max(named.span.start - 30, figure.left) if named else 0
        return named if named and _LOWERED.search(folded, start, figure.span.start) else None
    around = [m for m in [*clause.earlier, *clause.measures] if m.unit == figure.sort]
    return min(around, key=lambda m: (abs(m.span.start - figure.span.end), m.span), default=None)


def _last(measures: Sequence[Measure], unit: str, before: int) -> Measure | None:
    return next((m for m in reversed(measures) if m.unit == unit and m.span.end <= before), None)


def _named_before(figure: Figure, clause: Clause) -> Measure | None:
    """Find what a number with a mere classifier counts: "học bổng … lên 250 suất", "hạn ngạch 90 người"."""
    told = [m for m in clause.measures if m.span.end <= figure.span.start]
    for measures in (told, clause.earlier):
        counted = next((m for m in reversed(measures) if m.unit in {"count", "quota"}), None)
        if counted:
            return counted
    return None


def _quota(folded: str, figure: Figure, clause: Clause) -> Measure | None:
    """Read "chỉ tiêu là 3.500" where the clause says what is counted, and "tăng số người … lên 150"."""
    quota = _last(clause.measures, "quota", figure.span.start)
    if quota is None or figure.span.start - quota.span.end > QUOTA_REACH:
        return None
    if _IS_RAISED.match(folded, quota.span.start):
        return quota if _RAISED_TO.search(folded, quota.span.end, figure.span.start) else None
    is_bare = _IS_QUOTA.fullmatch(folded, quota.span.start, quota.span.end) is not None
    is_told = any(m.metric == quota.metric and m.unit == "count" for m in clause.measures)
    return quota if is_told or not is_bare else None


def _sum_for(
    folded: str, figure: Figure, clause: Clause, kind: str, listed: Measure | None
) -> Measure | None:
    """Choose what a sum is for: the word right behind it, else the nearest in front, else the next behind."""
    start, end = figure.span.start, figure.span.end
    named = [m for m in clause.measures if m.unit == "money" and not (kind == "pledge" and m.is_trade)]
    behind = next((m for m in named if m.span.start >= end and m.span.end <= figure.right), None)
    if behind and (_SUM_APART.search(folded, end, behind.span.start) or behind.span.start - end > BEHIND):
        behind = None
    if behind and behind.span.start - end <= NEXT_TO:
        return behind
    if listed:
        return listed
    front = [m for m in named if m.span.end <= start]
    if front and front[-1].span.start >= figure.left:
        return front[-1]
    if behind or front:
        return behind or front[-1]
    if kind in {"sum", "pledge", "hint"} and any(
        c.kind == "korean" and c.span.end <= start and folded.startswith(_GIVERS, c.span.start)
        for c in clause.cues
    ):
        return Measure("grant_aid", "money", figure.span)
    if kind in {"goal", "wish"}:
        named_before = next((m for m in reversed(clause.earlier) if m.is_trade), None)
        return named_before or _trade_by_size(folded, figure, clause)
    return None


def _trade_by_size(folded: str, figure: Figure, clause: Clause) -> Measure | None:
    """Read "hướng tới mục tiêu 100 tỷ USD vào năm 2020" as trade, which is not named again."""
    is_large = figure.quantity.value >= LEAST_TRADE and figure.quantity.currency == "USD"
    is_due = any(
        y.form != "relative" and figure.span.end <= y.span.start <= figure.right for y in clause.years
    )
    start, end = figure.span.start, figure.span.end
    is_registered = any((figure.quantity.value, y.year) in clause.registered for y in clause.years)
    is_trade = (
        is_registered
        or clause.speaks_of_trade
        or _SPEAKS_OF_TRADE.search(folded, max(0, start - TRADE_BACK), end + TRADE_AFTER)
    )
    return Measure("bilateral_trade", "money", figure.span) if is_large and is_due and is_trade else None
