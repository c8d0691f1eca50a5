"""Weigh a governed figure: is it a target, by which rule, and is its year a misprint?"""

import re
from dataclasses import dataclass

from flows.extract.targets.clause import Clause, Figure, Measure
from flows.extract.targets.due_years import YearMention
from flows.extract.targets.text_year import SpokenFrom

# What sums are told of in a document, or are lent and given by a public hand.
_PROMISED = frozenset({"loan", "grant_aid", "oda", "fund_contribution", "currency_swap"})
_OF_OTHERS = frozenset({"JPY", "CNY"})
_LENT = re.compile(r"(?:(?<!\w)(?:vay|vốn vay|tài trợ vốn|cấp vốn|tín dụng|loan of|loans of|lend) ?|\()$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rule by which a figure is a target, and what is odd about it."""

    rule: str
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class _Year:
    """A year seen from when the text speaks."""

    year: YearMention | None
    is_past: bool
    is_ahead: bool


def weigh(
    folded: str, figure: Figure, measure: Measure, kind: str, year: YearMention | None, clause: Clause,
    spoken: SpokenFrom, *, goes_on: bool,
) -> Verdict | None:  # fmt: skip
    """Tell whether a figure is a target; None where it is not.

    What is set as a target of trade is round; an actual figure has many digits or a year that is past.

    Args:
        folded: the folded text.
        figure: the figure.
        measure: what it measures.
        kind: of what governs it.
        year: the year that belongs to it.
        clause: its clause.
        spoken: when the text speaks.
        goes_on: whether the clause has a target already.
    """
    seen = _see(year, spoken)
    if figure.quantity.currency in _OF_OTHERS or (kind == "wish" and not folded[figure.span.start].isdigit()):
        return None
    if measure.is_trade and not seen.is_ahead and not _is_round(figure.quantity.value):
        return None
    if figure.sort == "percent" and kind not in {"goal", "wish"}:
        return None
    if measure.metric == "investment" and not any(c.kind in {"korean", "company"} for c in clause.cues):
        return None
    if kind in {"sum", "none", "hint"} and _is_told_in_a_document(
        folded, figure, measure, kind, clause, spoken
    ):
        return None if seen.is_past else Verdict("document")
    if kind == "sum":
        return None
    if kind == "none":
        is_given = measure.metric == "grant_aid" and not seen.is_past
        if is_given and measure.span.end <= figure.span.start and _will(figure, clause):
            return Verdict("hint")
        is_set = measure.is_trade and seen.is_ahead and year is not None and year.form == "deadline"
        return Verdict("deadline") if is_set else None
    if kind == "hint":
        will = _will(figure, clause)
        is_promised = not measure.is_trade and not seen.is_past and (goes_on or will)
        return Verdict("hint") if is_promised or _is_forward(seen) else None
    if not seen.is_past:
        return Verdict(kind)
    if kind not in {"goal", "listed"} or not measure.is_trade or not _follows(figure, year):
        return None
    is_misprint = spoken.is_firm and not _is_told_of(figure, year, clause)
    return Verdict(kind, "misprint" if is_misprint else None)


def _will(figure: Figure, clause: Clause) -> bool:
    return any(c.kind == "promise" and c.span.end <= figure.span.start for c in clause.context)


def _is_told_in_a_document(
    folded: str, figure: Figure, measure: Measure, kind: str, clause: Clause, spoken: SpokenFrom
) -> bool:
    """Tell whether a sum is a loan or grant that a document promises: "Hiệp định …, hạn mức 2 tỷ USD"."""
    start = clause.span.start
    if any(c.kind == "actual" for c in clause.cues) or figure.sort != "money" or _is_over(clause, spoken):
        return False
    if kind in {"none", "hint"} and not _LENT.search(
        folded, max(start, figure.span.start - 24), figure.span.start
    ):
        return False
    if measure.metric in _PROMISED:
        return any(c.kind == "document" and c.span.end <= figure.span.start for c in clause.context)
    is_public = any(c.kind == "public" for c in clause.context)
    return kind == "sum" and measure.metric == "project_budget" and is_public


def _is_over(clause: Clause, spoken: SpokenFrom) -> bool:
    """Tell whether a clause speaks of what is long past, or no longer holds."""
    if any(c.kind == "over" for c in clause.context):
        return True
    years = [y.year for y in clause.years if y.year is not None]
    return spoken.published is not None and bool(years) and max(years) < spoken.published - 1


def _see(year: YearMention | None, spoken: SpokenFrom) -> _Year:
    due = year.year if year else None
    is_past = due is not None and spoken.earliest is not None and due < spoken.earliest
    is_ahead = due is not None and spoken.published is not None and due > spoken.published
    return _Year(year, is_past, is_ahead)


def _is_forward(seen: _Year) -> bool:
    """Tell whether a year by itself says that the figure lies ahead: "vào năm 2030", "2026-2030"."""
    return seen.year is not None and not seen.is_past and (seen.is_ahead or seen.year.form != "year")


def _follows(figure: Figure, year: YearMention | None) -> bool:
    return year is not None and year.span.start > figure.span.start


def _is_told_of(figure: Figure, year: YearMention | None, clause: Clause) -> bool:
    """Tell whether a clause looks back: "in July 2022 they agreed on 100 billion USD for 2023"."""
    due = year.year if year else None
    return due is not None and any(
        y.year is not None and y.year <= due and y.span.end <= figure.span.start for y in clause.years
    )


def _is_round(value: float) -> bool:
    """Tell whether a number has at most two digits that are not zero, as 150 and 4.5 billion have."""
    return len(f"{value:.0f}".rstrip("0")) <= 2
