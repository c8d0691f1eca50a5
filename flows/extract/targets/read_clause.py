"""Read the targets of one clause, figure by figure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.extract.quantities import Quantity
from flows.extract.records import TargetMention
from flows.extract.targets.clause import Clause, Figure, Measure
from flows.extract.targets.due_years import YearMention, due_year
from flows.extract.targets.governing_cue import Governor, governor, starts_rise
from flows.extract.targets.measured import figures_of, measure_of
from flows.extract.targets.text_year import SpokenFrom
from flows.extract.targets.weigh import Verdict, weigh
from flows.span import Span

LONGEST_EVIDENCE = 220
_PARTS = re.compile(r"(?<!\w)(?:trong đó|trong số đó|bao gồm|gồm|cụ thể|of which|of whom|including)(?!\w)")
# From a first year to a later one.
_MOVED = re.compile(
    r"(?<!\w)(?:dời|lùi|chuyển|hoãn|kéo dài|gia hạn|điều chỉnh|moved|postponed|pushed back|put off"
    r"|extended)(?!\w)"
)
_OR = re.compile(r" (?:hoặc|hay|or) ")


@dataclass(frozen=True, slots=True)
class _Target:
    figure: Figure
    measure: Measure
    year: YearMention | None
    rules: Governor
    verdict: Verdict


def read_clause(folded: str, clause: Clause, spoken: SpokenFrom) -> Iterator[TargetMention]:
    """Yield the targets of a clause, in the order of the text."""
    taken: dict[Quantity, _Target] = {}
    last_year: int | None = None
    in_parts = False
    for figure in figures_of(folded, clause):
        before = taken.get(figure.before) if figure.before else None
        in_parts = in_parts or _opens_parts(folded, before, figure)
        if in_parts and figure.sort in {"count", "bare"}:
            continue
        target = _target(folded, figure, clause, spoken, before, goes_on=bool(taken))
        if target is None:
            continue
        taken[figure.quantity] = target = _with_currency(target, before)
        mention = _mention(target, clause, last_year)
        last_year = target.year.year if target.year else last_year
        yield mention
        if moved := _moved_to(folded, target, clause):
            yield replace(mention, due_year=moved)


def _opens_parts(folded: str, before: _Target | None, figure: Figure) -> bool:
    """Tell whether a number of people is a part of the one before: "6.000 người, trong đó 500 người …"."""
    is_count = before is not None and before.figure.sort == figure.sort == "count"
    return is_count and _PARTS.search(folded, figure.left, figure.span.start) is not None


def _with_currency(target: _Target, before: _Target | None) -> _Target:
    """Give "100 tỷ" the currency of the target before it: "150 tỷ USD vào năm 2030, trước mắt 100 tỷ"."""
    q, told = target.figure.quantity, before.figure.quantity if before else None
    if told is None or q.unit != "plain" or not q.is_scaled or told.unit != "money":
        return target
    shared = replace(q, unit="money", currency=told.currency)
    return replace(target, figure=replace(target.figure, quantity=shared))


def _moved_to(folded: str, target: _Target, clause: Clause) -> int | None:
    """Return the year that a target was put off to: "đặt cho năm 2020, sau dời sang năm 2023"."""
    year, right = target.year, target.figure.right
    if year is None or year.year is None or not _MOVED.search(folded, year.span.end, right):
        return None
    later = (y.year for y in clause.years if year.span.end <= y.span.start and y.span.end <= right)
    return next((y for y in later if y is not None and y > (year.year or y)), None)


def _target(
    folded: str, figure: Figure, clause: Clause, spoken: SpokenFrom, before: _Target | None, *, goes_on: bool
) -> _Target | None:
    rules = governor(
        folded, figure.span, clause.cues, figure.before.span if figure.before else None, figure.right,
        is_taken=before is not None,
    )  # fmt: skip
    if rules is None:
        return None
    listed = before.measure if before and rules.kind == "listed" else None
    measure = measure_of(folded, figure, clause, rules.kind, listed)
    if measure is None and before and before.measure.is_trade and figure.sort == "money":
        measure = before.measure if rules.kind in {"goal", "wish", "hint"} else None
    if measure is None or (measure.metric == "project_budget" and not _is_joint(figure, clause)):
        return None
    # "70 tỷ USD hoặc 100 tỷ USD vào năm 2020": the year belongs to both.
    right = clause.span.end if _OR.match(folded, figure.span.end) else figure.right
    is_rise = figure.before is not None and starts_rise(folded, figure.before.span, figure.span.start)
    year = due_year(
        folded, figure.span, clause.years, clause.span.start if is_rise else figure.left, right,
        loose=not measure.is_trade, published=spoken.published,
    )  # fmt: skip
    year = year if year is None or year.form != "period" or year.year or not measure.is_trade else None
    verdict = weigh(folded, figure, measure, rules.kind, year, clause, spoken, goes_on=goes_on)
    return _Target(figure, measure, year, rules, verdict) if verdict else None


def _is_joint(figure: Figure, clause: Clause) -> bool:
    """Tell whether the cost of a project may be one that both countries bear, and is still to be spent."""
    is_other = any(c.kind in {"actual", "company"} for c in clause.cues)
    return figure.quantity.currency != "VND" and not is_other


def _mention(target: _Target, clause: Clause, last_year: int | None) -> TargetMention:
    q, measure, year = target.figure.quantity, target.measure, target.year
    due = year.year if year else None
    # The sum of a project is told for the whole of it: a year told near is not its own.
    if year is None and not measure.is_trade and measure.metric != "project_budget":
        due = last_year or clause.project_year
    is_bare = target.figure.sort == "money" and q.currency is None
    return TargetMention(
        metric=_own_metric(measure, clause, q),
        value=q.value,
        value_max=q.value_max,
        currency=q.currency,
        due_year=due,
        qualifier=q.qualifier,
        flag=target.verdict.flag or ("missing_currency" if is_bare else None),
        span=_evidence(q.span, [measure.span, target.rules.cue, year.span if year else None], clause.span),
        rule=f"targets.{target.verdict.rule}",
    )


def _own_metric(measure: Measure, clause: Clause, q: Quantity) -> str:
    """Keep what companies invest apart from what countries do."""
    is_company = any(c.kind == "company" and c.span.end <= q.span.start for c in clause.cues)
    return "company_investment" if measure.metric == "investment" and is_company else measure.metric


def _evidence(figure: Span, parts: Sequence[Span | None], clause: Span) -> Span:
    """Return the figure with as much of what makes it a target as stands in its clause and near it."""
    evidence = figure
    for part in sorted(
        (p for p in parts if p and clause.holds(p)), key=lambda p: (abs(p.start - figure.start), p)
    ):
        wider = evidence.until(part)
        if len(wider) <= LONGEST_EVIDENCE:
            evidence = wider
    return evidence
