"""Group agreements: which descriptions, and of those which tellings, speak of one instrument.

The rule, which would rather keep two rows of one instrument than make one row of two:

1. Mentions that are the same document of the registry (the EPS memorandum) belong to one family.
2. So do mentions with the same two parties and at least 60 % of the shorter title's own words in common,
   unless one report tells of both as of two.
3. A mention that lacks a party joins the family that has its very title (three words of its own or more)
   and no other party; where there are two such families, it stays alone.
4. A family has one instrument for each month of signing.  A mention that gives a year only, or no date,
   joins where there is one choice: the month within 31 days of a report that tells of the signing, or the
   only one there is.  Of a renewable document, one that was handed over in another year is another one,
   and one that was "signed" at some time is none of those known.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from flows.link.connect import Connected
from flows.link.describe_agreements import Description
from flows.link.resolve_dates import Dated

LEAST_OVERLAP: Final = 0.6
LEAST_WORDS: Final = 3
MOST_DAYS: Final = 31


def families(told_in: Mapping[Description, Collection[str]]) -> list[list[Description]]:
    """Return the families of descriptions (rules 1 to 3).

    Args:
        told_in: for every description, the reports that give it.
    """
    ordered = sorted(told_in, key=_sort_key)
    connected = Connected(ordered)
    documents: dict[tuple[str, str | None], Description] = {}
    between: dict[tuple[str, str, str], list[Description]] = defaultdict(list)
    for one in ordered:
        if one.is_document:
            connected.join(one, documents.setdefault((one.instrument_class, one.commitment_id), one))
        if one.party_vn and one.party_kr:
            between[one.instrument_class, one.party_vn, one.party_kr].append(one)
    for block in between.values():
        for one, other in combinations(block, 2):
            if one.may_be(other) and _alike(one, other) and set(told_in[one]).isdisjoint(told_in[other]):
                connected.join(one, other)
    for one, other in _completed(connected.groups()):
        connected.join(one, other)
    return connected.groups()


def _sort_key(one: Description) -> tuple[str, ...]:
    return (one.instrument_class, one.commitment_id or "", one.party_vn or "", one.party_kr or "", *one.topic)


def _alike(one: Description, other: Description) -> bool:
    shared = len(set(one.topic) & set(other.topic))
    shorter = min(len(one.topic), len(other.topic))
    return shared >= LEAST_OVERLAP * shorter if shorter else one.topic == other.topic


def _completed(groups: Sequence[Sequence[Description]]) -> list[tuple[Description, Description]]:
    """Pair descriptions that lack a party with the only family that has their title (rule 3)."""
    titled: dict[tuple[str, ...], list[tuple[int, Description]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for one in group:
            titled[one.topic].append((number, one))
    pairs = []
    for number, group in enumerate(groups):
        one = group[0]
        lacks = one.party_vn is None or one.party_kr is None
        if len(group) > 1 or not lacks or one.is_document or len(one.topic) < LEAST_WORDS:
            continue
        found = {
            n: other
            for n, other in titled[one.topic]
            if n != number and other.party_vn and other.party_kr and one.may_be(other)
        }
        if len(found) == 1:
            pairs.append((one, next(iter(found.values()))))
    return pairs


@dataclass(frozen=True, slots=True)
class Signing:
    """When an instrument was signed, as one mention tells it.

    `told_on` is the day of publication, where the report tells of the signing but gives no date; a handing
    over `is_news`, a signing may be an old one.
    """

    signed: Dated | None
    told_on: Dated | None = None
    is_news: bool = False


def periods(signings: Sequence[Signing], *, renewable: bool) -> list[str]:
    """Return, for every mention of a family, the period that tells its instrument apart (rule 4).

    A period is a year (``2025``); where one year has several, a month (``2025-08``) or the year of telling
    (``~2025``); empty where nothing tells.
    """
    months = {f"{s.signed.on:%Y-%m}" for s in signings if s.signed and s.signed.precision != "year"}
    signed = [_signed_in(s.signed, months) if s.signed else "" for s in signings]
    dated = sorted(set(filter(None, signed)))
    told = [
        found or (_told_in(s, s.told_on, dated, renewable=renewable) if s.told_on else "")
        for found, s in zip(signed, signings, strict=True)
    ]
    known = sorted(set(filter(None, told)))
    only = known[0] if len(known) == 1 else ""
    found = [period or (only if s.told_on is None else "") for period, s in zip(told, signings, strict=True)]
    years = {period: period.removeprefix("~")[:4] for period in known}
    in_year = Counter(years.values())
    return [years[period] if period and in_year[years[period]] == 1 else period for period in found]


def _signed_in(signed: Dated, months: Collection[str]) -> str:
    if signed.precision != "year":
        return f"{signed.on:%Y-%m}"
    inside = [month for month in months if month.startswith(f"{signed.on:%Y}")]
    return inside[0] if len(inside) == 1 else f"{signed.on:%Y}"


def _told_in(signing: Signing, told_on: Dated, dated: Sequence[str], *, renewable: bool) -> str:
    near = sorted((told_on.days_from(_period(text)), text) for text in dated)
    if near and near[0][0] <= MOST_DAYS:
        return near[0][1]
    if renewable:
        return f"~{told_on.on:%Y}" if signing.is_news else ""
    return dated[0] if len(dated) == 1 else ""


def _period(text: str) -> Dated:
    if len(text) == len("2025"):
        return Dated(dt.date(int(text), 1, 1), "year")
    return Dated(dt.date.fromisoformat(f"{text}-01"), "month")
