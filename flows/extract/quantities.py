"""Numbers with their units, in Vietnamese and English: "12-13 triệu", "1,5 tỷ USD", "$200mn", "8.000 ha"."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from flows.span import Span

QuantityUnit = Literal["money", "percent", "area", "power", "plain"]

_SCALES = {
    "chục": 1e1, "trăm": 1e2, "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9,
    "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "tr": 1e6,
    "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_ENGLISH = frozenset(
    {"thousand", "k", "million", "mln", "mn", "m", "billion", "bln", "bn", "b", "trillion", "tn"}
)
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS = {"hundred": 1e2, "thousand": 1e3}
_CURRENCIES = (
    (re.compile(r"us ?\$|usd|u\.s\. dollars?|us dollars?|dollars?|đô-? ?la(?: mỹ)?|mỹ kim|\$"), "USD"),
    (re.compile(r"₩|krw|won"), "KRW"),
    (re.compile(r"đồng|vnd|vnđ|dong"), "VND"),
    (re.compile(r"€|euros?|eur"), "EUR"),
    (re.compile(r"¥|yên|yen|jpy"), "JPY"),
    (re.compile(r"nhân dân tệ|ndt|rmb|cny|yuan"), "CNY"),
)

_NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,4}(?!\d))?"
# "2, 4 triệu", "3. 500 chỉ tiêu": text once segmented.
_SPACED = r"\d{1,3}, \d{1,2}(?= ?(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))|\d{1,3}\. \d{3}(?= [^\W\d])"
_SCALE = (
    r"(?:(?:chục|trăm|nghìn|ngàn) )?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)"
    r"|thousand|million|mln|mn|billion|bln|bn|trillion|tn"
)
_BEFORE = r"us ?\$|usd ?|\$|€|eur ?|₩|krw ?|¥"
_AFTER = (
    r"usd|us\$|u\.s\. dollars?|us dollars?|dollars?|đô-? ?la(?: mỹ)?|mỹ kim|\$|won|krw|đồng|vnd|vnđ|dong|"
    r"euros?|eur|yên|yen|jpy|nhân dân tệ|ndt|rmb|cny|yuan"
)
_UNIT = (
    rf"(?:[- ]?(?P<after>{_AFTER})(?!\w)|(?P<percent> ?%| phần trăm| percent| per cent)(?!\w)"
    r"|(?P<area> ?(?:ha|hecta|héc-?ta|hectares?))(?!\w)"
    r"|(?P<power>[- ]?(?:gw|mw|gigawatts?|megawatts?))(?!\w))?"
    r"(?![\w/]|:\d)"
)
_LOW = rf"(?<![\w.,/$:])(?P<before>{_BEFORE})?(?P<low>{_SPACED}|{_NUMBER})"
_SCALED = rf"[- ]?(?:{_SCALE})(?!\w)|(?<=\d)[mbk](?!\w)"
_ONE = re.compile(rf"{_LOW}(?P<scale>{_SCALED})?{_UNIT}")
_RANGE = re.compile(
    rf"{_LOW}(?P<low_scale>{_SCALED})?(?P<to> ?- ?| đến | tới | to | and )(?:{_BEFORE})?"
    rf"(?P<high>{_SPACED}|{_NUMBER})(?P<scale>{_SCALED})?{_UNIT}"
)
_WORD = re.compile(rf"(?<![\w-])(?P<word>{'|'.join(_WORDS)})(?P<scale> (?:hundred|thousand))?(?![\w-])")
_QUALIFIER = re.compile(
    r"(?<!\w)(gần|trên|hơn|ít nhất|tối thiểu|khoảng|chừng|dưới|tối đa|không quá|xấp xỉ|"
    r"nearly|almost|over|more than|above|at least|about|around|some|approximately|roughly|up to|under|"
    r"less than|below|as much as)"
    r"(?: (?:mức|mốc|con số|the))?(?: (?:us|some))? ?$"
)
_OPENS_RANGE = re.compile(r"(?<!\w)(?:từ|khoảng|between|about)(?: (?:khoảng|mức))? ?$")
# "từ 150 đến 200 lao động", but not "từ 8 đến 10/5", "từ 7 đến 9 giờ"
_COUNTED = re.compile(
    r" (?!(?:năm|tháng|ngày|giờ|tuần|phút|km|kg|độ|years?|months?|days?|hours?)(?!\w))[^\W\d_]"
)
_YEARS = re.compile(r"(?:19|20)\d\d")
_LISTED = re.compile(r",? (?:hoặc|hay|và|or|and) ")
_SAME_SUM = re.compile(
    r" ?[(,~≈=]? ?(?:(?:tương đương|xấp xỉ|khoảng|gần|hơn|trên|tức|hay|equivalent to|or|about|around|nearly|"
    r"some|approximately)(?: (?:với|là|khoảng|gần|hơn|about|around|some))? ?)?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, in whole units: "1,5 tỷ USD" is 1,500,000,000 dollars.

    `value_max` is the upper end of a range. `unit` is `money` where a currency stands with it and `plain`
    where nothing does ("6.300 lao động", "150 tỷ"); `is_scaled` tells the latter. `currency` of a power is GW
    or MW.
    """

    span: Span
    value: float
    value_max: float | None
    unit: QuantityUnit
    currency: str | None
    qualifier: str | None
    is_scaled: bool


def find_quantities(folded: str) -> list[Quantity]:
    """Find the quantities of a folded text, in its order; an amount told in two currencies is one.

    Dates, ordinals, bare years and numbers inside words ("COVID-19", "11/8") are none.
    """
    found: list[Quantity] = []
    at = 0
    while (one := _ONE.search(folded, at)) is not None:
        wide = _RANGE.match(folded, one.start())
        q = _range(folded, wide) if wide else None
        q = q or _one(folded, one)
        at = max(one.end(), q.span.end if q else 0)
        if q is not None:
            found.append(q)
    for word in _WORD.finditer(folded):
        value = float(_WORDS[word["word"]]) * _TENS.get((word["scale"] or "").strip(), 1.0)
        found.append(Quantity(Span(*word.span()), value, None, "plain", None, None, is_scaled=False))
    found.sort(key=lambda q: q.span)
    return _merge_currencies(folded, _share_currency(folded, found))


def _one(folded: str, m: re.Match[str]) -> Quantity | None:
    scale = _bare(m["scale"])
    if scale is None and not m["before"] and m.end() == m.end("low") and _is_no_count(folded, m):
        return None
    return _quantity(folded, m, _number(m["low"], scale) * _factor(scale), None)


def _range(folded: str, m: re.Match[str]) -> Quantity | None:
    """Read "12-13 triệu", "từ 10 đến 15 triệu"; None for "150 tỷ đến 2030", "from 87 to 150 billion"."""
    scale = _bare(m["scale"])
    low_scale = _bare(m["low_scale"]) or scale
    if _YEARS.fullmatch(m["high"]) and scale is None:
        return None
    if "-" not in m["to"]:
        opens = _OPENS_RANGE.search(folded, max(0, m.start() - 20), m.start())
        is_bare = scale is None and m.end() == m.end("high")
        if not opens or (is_bare and not _COUNTED.match(folded, m.end())):
            return None
    low = _number(m["low"], low_scale) * _factor(low_scale)
    high = _number(m["high"], scale) * _factor(scale)
    return _quantity(folded, m, low, high) if low < high else None


def _quantity(folded: str, m: re.Match[str], value: float, value_max: float | None) -> Quantity:
    currency = _currency(m["before"] or m["after"])
    unit: QuantityUnit = "money" if currency else "plain"
    if m["percent"]:
        unit = "percent"
    elif m["area"]:
        unit = "area"
    elif m["power"]:
        unit, currency = "power", m["power"].strip(" -")[0].upper() + "W"
    qualifier = _QUALIFIER.search(folded, max(0, m.start() - 24), m.start())
    return Quantity(
        Span(*m.span()), value, value_max, unit, currency, qualifier[1] if qualifier else None,
        is_scaled=m["scale"] is not None,
    )  # fmt: skip


def _bare(scale: str | None) -> str | None:
    return scale.strip(" -") if scale else None


def _is_no_count(folded: str, m: re.Match[str]) -> bool:
    """Tell whether a bare number is a year, a day, an ordinal or part of a name."""
    before = folded[max(0, m.start() - 12) : m.start()]
    if re.search(r"(?:ngày|tháng|thứ|lần|khóa|số|điều|giai đoạn|quý|phase|no\.) ?$|\w-$", before):
        return True
    return bool(_YEARS.fullmatch(m["low"]))


def _number(digits: str, scale: str | None) -> float:
    """Read digits: a mark before exactly three of them parts thousands, but not the point of English."""
    digits = digits.replace(" ", "")
    english = scale is not None and scale in _ENGLISH
    groups = re.split(r"[.,]", digits)
    if len(groups) == 1:
        return float(digits)
    marks = re.findall(r"[.,]", digits)
    if len(set(marks)) == 2:  # "1.234,5", "1,234.5"
        return float("".join(groups[:-1]) + "." + groups[-1])
    thousands = len(groups[-1]) == 3 and not (english and marks[0] == "." and len(groups) == 2)
    if thousands and groups[0] != "0":
        return float("".join(groups))
    return float("".join(groups[:-1]) + "." + groups[-1])


def _factor(scale: str | None) -> float:
    factor = 1.0
    for word in (scale or "").split():
        factor *= _SCALES[word]
    return factor


def _currency(written: str | None) -> str | None:
    if written is None:
        return None
    bare = written.strip()
    return next((code for pattern, code in _CURRENCIES if pattern.fullmatch(bare)), None)


def _share_currency(folded: str, found: list[Quantity]) -> list[Quantity]:
    """Give "70 tỷ" its currency in "70 tỷ hoặc 100 tỷ USD"."""
    shared = list(found)
    for at in range(len(found) - 2, -1, -1):
        q, after = shared[at], shared[at + 1]
        if (
            q.unit == "plain"
            and q.is_scaled
            and after.unit == "money"
            and after.is_scaled
            and _LISTED.fullmatch(folded, q.span.end, after.span.start)
        ):
            shared[at] = replace(q, unit="money", currency=after.currency)
    return shared


def _merge_currencies(folded: str, found: list[Quantity]) -> list[Quantity]:
    """Join "200 tỷ won (khoảng 150 triệu USD)" into one.

    The sum outside the brackets tells it; without brackets the dollars do, where there are any.
    """
    merged: list[Quantity] = []
    for q in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.unit == q.unit == "money"
            and last.currency != q.currency
            and q.span.start - last.span.end <= 40
            and _SAME_SUM.fullmatch(folded, last.span.end, q.span.start)
        ):
            in_brackets = "(" in folded[last.span.end : q.span.start]
            told = q if q.currency == "USD" and not in_brackets else last
            merged[-1] = replace(told, span=last.span.until(q.span), qualifier=last.qualifier or q.qualifier)
        else:
            merged.append(q)
    return merged
