"""The year by which something is to be reached: "vào năm 2030", "by 2030", "2018-2020", "năm nay"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from flows.span import Span

Form = Literal["deadline", "period", "year", "relative", "same"]

_UNTIL = (
    r"(?:(?:cho )?(?:đến|tới)|cho|vào|trước|chậm nhất(?: là)?|muộn nhất(?: là)?)"
    r"(?: (?:cuối|đầu|hết|giữa|trong))? |(?:cuối|hết) "
)
_FROM = r"(?:giai đoạn|thời kỳ|thời kì|các năm|từ|for|from|during|over)(?: (?:từ|năm|the years?))* "
_PART = r"(?: (?:the end of|end of|the year|year|early|late|mid))?"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_YEAR = re.compile(
    r"(?<![\w/-])(?:"
    rf"(?P<until>{_UNTIL})?năm (?P<vi>20\d\d)(?: ?- ?(?P<vi_to>(?:20)?\d\d))?"
    rf"|(?:{_FROM})?(?P<first>20\d\d) ?(?:-|đến|tới|to) ?(?:năm )?(?P<last>(?:20)?\d\d)"
    r"|vụ (?:xuân |hè |thu |đông |mùa )?(?P<season>20\d\d)"
    rf"|(?P<by>by|until|till|before|through|no later than|towards){_PART} (?P<en>20\d\d)"
    rf"|(?:in|for|during|of){_PART} (?P<in>20\d\d)(?:-(?P<in_to>(?:20)?\d\d))?"
    rf"|(?:tháng \d{{1,2}} ?[/-] ?|{_MONTH} (?:\d{{1,2}}, )?)(?P<of>20\d\d)"
    r"|(?:trong |trong vòng |for |over |within |in )?"
    r"(?:(?P<n>\d{1,2}|hai|ba|bốn|năm|mười) năm (?:tới|sau)"
    r"|the (?:next|coming) (?P<n_en>\d{1,2}|two|three|four|five|ten) years)"
    r"|(?P<this>(?:trong )?năm nay|this year)|(?P<next>năm (?:tới|sau)|next year)"
    r"|(?P<same>(?:vào )?(?:cùng )?(?:năm|giai đoạn) (?:này|đó|ấy|trên)|cùng năm"
    r"|(?:that|the same) (?:year|period))"
    r"|(?P<within>trong (?:vòng )?(?:\d{1,2}|hai|ba|bốn|năm|mười) năm"
    r"(?! (?:qua|gần|vừa|trở|liền|liên|nay|đầu|\d)))"
    r"|the (?P<the>20\d\d)(?= (?:\w+ )?(?:target|goal|quota)(?!\w))"
    r"|bắt đầu từ (?P<since>20\d\d)|(?:starting|beginning) (?:in|from) (?P<since_en>20\d\d)"
    r")(?![\w/-]|[.,]\d)"
)
_WAS = re.compile(r"(?<!\w)(?:hồi|đã|ký|kể từ|signed|agreed|since|was|were)(?!\w)")
_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10,
}  # fmt: skip
REACH_AFTER = 100
REACH_BEFORE = 140
REACH_LOOSE = 240


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year as the words give it, the last one of a period; None for "năm nay" in an undated report.

    A `deadline` looks forward by itself ("vào năm", "by"), and so does a `period`, whose end may be open
    ("trong mười năm"); a `year` may be the time of what happened; `same` points back ("năm này").
    """

    span: Span
    year: int | None
    form: Form


def find_years(folded: str, within: Span, published: int | None) -> list[YearMention]:
    """Find the years in a stretch of a folded text; `published` is the year of the report, for "năm nay"."""
    return [_mention(m, published) for m in _YEAR.finditer(folded, within.start, within.end)]


def _mention(m: re.Match[str], published: int | None) -> YearMention:
    span = Span(*m.span())
    if m["this"] or m["next"]:
        shift = 1 if m["next"] else 0
        return YearMention(span, published + shift if published else None, "relative")
    if count := m["n"] or m["n_en"]:
        years = _COUNTS.get(count) or int(count)
        return YearMention(span, published + years if published else None, "period")
    if m["same"] or m["within"]:
        return YearMention(span, None, "same" if m["same"] else "period")
    first = next(
        y
        for y in (
            m["the"],
            m["since"],
            m["since_en"],
            m["vi"],
            m["first"],
            m["en"],
            m["in"],
            m["season"],
            m["of"],
        )
        if y
    )
    last = m["vi_to"] or m["last"] or m["in_to"]
    if last:
        return YearMention(span, int(first[: 4 - len(last)] + last), "period")
    return YearMention(span, int(first), "deadline" if m["until"] or m["by"] else "year")


def due_year(
    folded: str,
    figure: Span,
    years: Sequence[YearMention],
    left: int,
    right: int,
    *,
    loose: bool,
    published: int | None = None,
) -> YearMention | None:
    """Choose the year that belongs to the figure at `figure`; None where none does.

    Args:
        folded: the folded text.
        figure: the number with its unit.
        years: the years of the clause, in the order of the text.
        left: the end of the figure before, or the start of the clause.
        right: the start of the figure after, or the end of the clause.
        loose: take a plain year before the figure ("năm 2018 sẽ tuyển 6.300 lao động") for its year too.
        published: the year of the report, where known: a later year before the figure is one to come.
    """
    after = next((y for y in years if y.span.start >= figure.end), None)
    if after and (after.span.end > right or after.span.start - figure.end > REACH_AFTER):
        after = None
    if after and after.form == "year" and _WAS.search(folded, figure.end, after.span.start):
        after = None  # "mục tiêu 150 tỷ USD mà hai Bộ ký hồi tháng 4/2025"
    apart = after is not None and bool(
        re.search(r"[,:]| (?:và|and|so với) ", folded[figure.end : after.span.start])
    )
    if after is not None and not apart:
        return after
    before = next((y for y in reversed(years) if left <= y.span.start and y.span.end <= figure.start), None)
    reach = REACH_LOOSE if loose else REACH_BEFORE
    if before and figure.start - before.span.end <= reach:
        is_to_come = published is not None and before.year is not None and before.year > published
        if loose or before.form != "year" or is_to_come:
            return before
    return after if after is not None and after.form != "year" else None
