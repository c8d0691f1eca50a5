"""Judge targets by value; of those found, the due year and the currency."""

from collections.abc import Iterator, Sequence

from flows.evaluate.found import FoundTarget
from flows.evaluate.gold import GoldTarget
from flows.evaluate.pair import pair
from flows.evaluate.verdicts import FieldVerdict, Verdict, record_verdicts
from flows.evaluate.words import in_figures

_PART_PER_THOUSAND = 0.001


def judge_targets(
    report: str, labels: Sequence[GoldTarget], finds: Sequence[FoundTarget]
) -> Iterator[Verdict]:
    """Judge the targets of a report."""
    paired = pair(labels, finds, _likeness, 1.0)
    yield from record_verdicts("targets", report, paired)
    for label, find in paired.pairs:
        if label.optional:
            continue
        years = (label.due_year, *label.due_year_accept)
        value = in_figures(label.value)
        is_right = find.due_year in years
        due = f"{value} {find.due_year}", str(label.due_year)
        yield FieldVerdict("target due_year", is_right, report, *due, find.words)
        is_right = find.currency == label.currency
        paid = f"{value} {find.currency}", str(label.currency)
        yield FieldVerdict("target currency", is_right, report, *paid, find.words)


def _likeness(label: GoldTarget, find: FoundTarget) -> float:
    if not _one_value(label.value, find.value):
        return 0.0
    return 1.0 + 0.5 * (label.currency == find.currency) + 1.0 * (label.due_year == find.due_year)


def _one_value(wanted: float | None, got: float | None) -> bool:
    if wanted is None or got is None:
        return wanted is got
    return abs(wanted - got) <= _PART_PER_THOUSAND * abs(wanted)
