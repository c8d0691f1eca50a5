"""The result of an evaluation: counts a kind of record, shares a field, and every miss by name."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flows.evaluate.found import FoundReport
from flows.evaluate.gold import GoldReport
from flows.evaluate.judge_report import judge_report
from flows.evaluate.verdicts import (
    FIELDS,
    RECORD_KINDS,
    Field,
    FieldVerdict,
    RecordKind,
    RecordVerdict,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records were found as labelled, missed, or found where no label is."""

    hit: int
    missed: int
    false: int

    @property
    def precision(self) -> float | None:
        """The share of what was found that is labelled; None where nothing was found."""
        return _share(self.hit, self.hit + self.false)

    @property
    def recall(self) -> float | None:
        """The share of what is labelled that was found; None where nothing is labelled."""
        return _share(self.hit, self.hit + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where nothing is labelled."""
        return (
            _share(2 * self.hit, 2 * self.hit + self.missed + self.false) if self.hit + self.missed else None
        )


@dataclass(frozen=True, slots=True)
class Share:
    """How many fields were right, of how many that were compared."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """The share; None where nothing was compared."""
        return _share(self.right, self.of)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures of all kinds of records and of all fields, and the verdicts that went against the build."""

    records: Mapping[RecordKind, Counts]
    fields: Mapping[Field, Share]
    misses: tuple[Verdict, ...]

    def misses_of(self, kind: RecordKind | Field) -> tuple[Verdict, ...]:
        """Return the misses of one kind of record or of one field, in the order of the labels."""
        return tuple(m for m in self.misses if _kind(m) == kind)

    def figures(self) -> dict[str, Any]:
        """Return all figures as plain values for JSON, shares rounded to three places."""
        return {
            "records": {
                kind: {
                    "precision": _rounded(c.precision),
                    "recall": _rounded(c.recall),
                    "f1": _rounded(c.f1),
                    "hit": c.hit,
                    "missed": c.missed,
                    "false": c.false,
                }
                for kind, c in self.records.items()
            },
            "fields": {
                field: {"right": s.right, "of": s.of, "share": _rounded(s.share)}
                for field, s in self.fields.items()
            },
        }


def evaluate(
    gold: Sequence[GoldReport],
    found: Mapping[tuple[str, int], FoundReport],
    ids: Collection[str] | None = None,
) -> Evaluation:
    """Compare what was found with the labels.

    Args:
        gold: the labelled reports; no other report is looked at.
        found: the reports of a build, by base name and item.
        ids: the commitments that count (None: all).
    """
    return _summed(verdict for report in gold for verdict in judge_report(report, found.get(report.key), ids))


def _summed(verdicts: Iterable[Verdict]) -> Evaluation:
    outcomes: Counter[tuple[str, str]] = Counter()
    right: Counter[str] = Counter()
    compared: Counter[str] = Counter()
    misses: list[Verdict] = []
    for verdict in verdicts:
        if isinstance(verdict, RecordVerdict):
            outcomes[verdict.kind, verdict.outcome] += 1
            is_right = verdict.outcome == "hit"
        else:
            compared[verdict.field] += 1
            right[verdict.field] += verdict.is_right
            is_right = verdict.is_right
        if not is_right:
            misses.append(verdict)
    return Evaluation(
        records={
            kind: Counts(outcomes[kind, "hit"], outcomes[kind, "missed"], outcomes[kind, "false"])
            for kind in RECORD_KINDS
        },
        fields={field: Share(right[field], compared[field]) for field in FIELDS},
        misses=tuple(misses),
    )


def _kind(verdict: Verdict) -> RecordKind | Field:
    return verdict.field if isinstance(verdict, FieldVerdict) else verdict.kind


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)
