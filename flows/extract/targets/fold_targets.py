"""Tell each target of a report once: a mention that says less goes into the one that says more."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from flows.extract.records import TargetMention
from flows.extract.targets.clause import TRADE

MOST_YEARS = 50


def fold_targets(mentions: Iterable[TargetMention]) -> tuple[TargetMention, ...]:
    """Fold mentions of one metric and value; what one leaves open (currency, year), another may fill.

    Mentions that name different years are different targets. The fullest mention gives the words, of
    equals the first. Returns them in the order of the text.
    """
    groups: dict[tuple[float | None, float | None], list[TargetMention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.value, mention.value_max].append(mention)
    kept = [one for group in groups.values() for one in _fold(group)]
    return tuple(sorted(kept, key=lambda m: (m.span, m.metric, m.value or 0.0)))


def _fold(group: Iterable[TargetMention]) -> list[TargetMention]:
    kept: list[TargetMention] = []
    for mention in sorted(group, key=lambda m: (-_fullness(m), m.span)):
        at = next((i for i, k in enumerate(kept) if _is_same(k, mention)), None)
        if at is not None:
            kept[at] = _fill(kept[at], mention)
        elif len(kept) < MOST_YEARS:
            kept.append(mention)
    return kept


def _fullness(mention: TargetMention) -> int:
    return 2 * (mention.currency is not None) + (mention.due_year is not None)


def _is_same(a: TargetMention, b: TargetMention) -> bool:
    """Tell whether two mentions can be one target; a sum that is given goes under several names."""
    is_one_sum = a.currency is not None and not {a.metric, b.metric} & TRADE
    return (
        (a.metric == b.metric or is_one_sum)
        and (a.currency == b.currency or None in (a.currency, b.currency))
        and (a.due_year == b.due_year or None in (a.due_year, b.due_year))
    )


def _fill(fuller: TargetMention, other: TargetMention) -> TargetMention:
    currency = fuller.currency or other.currency
    return replace(
        fuller,
        currency=currency,
        due_year=fuller.due_year if fuller.due_year is not None else other.due_year,
        qualifier=fuller.qualifier or other.qualifier,
        flag=None if currency and fuller.flag == "missing_currency" else fuller.flag,
    )
