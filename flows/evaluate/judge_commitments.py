"""Judge commitments: first whether each was seen at all, then stage by stage, side and evidence."""

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from flows.evaluate.alike import one_kind
from flows.evaluate.found import FoundCommitment
from flows.evaluate.gold import GoldAgreement, GoldCommitment
from flows.evaluate.pair import Paired, pair
from flows.evaluate.verdicts import FieldVerdict, RecordVerdict, Verdict, record_verdicts
from flows.evaluate.words import Words

ONE_THING: Final = (
    frozenset({"nuclear_power", "nuclear_hr_mou"}),
    frozenset({"trade_150bn_2030", "trade_150bn_action_plan"}),
    frozenset({"trade_100bn", "trade_100bn_action_plan"}),
)
"""Commitments that label one thing at two grains: either counts for the other."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All labels of one commitment in a report."""

    commitment_id: str
    rows: tuple[GoldCommitment, ...]

    @property
    def optional(self) -> bool:
        return all(row.optional for row in self.rows)

    @property
    def words(self) -> tuple[Words, ...]:
        return tuple(words for row in self.rows if not row.optional for words in row.words)

    def __str__(self) -> str:
        return "; ".join(str(row) for row in self.rows if not row.optional)


@dataclass(frozen=True, slots=True)
class _Found:
    """All finds of one commitment in a report."""

    commitment_id: str
    rows: tuple[FoundCommitment, ...]

    @property
    def stages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.stage for row in self.rows))

    @property
    def words(self) -> tuple[Words, ...]:
        return self.words_of(self.stages)

    def words_of(self, stages: Collection[str]) -> tuple[Words, ...]:
        """Return the words of the finds at these stages, each once."""
        told = (words for row in self.rows if row.stage in stages for words in row.words)
        return tuple(dict.fromkeys(told))

    def __str__(self) -> str:
        return "; ".join(map(str, self.rows))


def judge_commitments(
    report: str,
    text: str,
    labels: Sequence[GoldCommitment],
    finds: Sequence[FoundCommitment],
    ids: Collection[str] | None,
) -> Iterator[Verdict]:
    """Judge the commitments of a report.

    Args:
        report: its name.
        text: its canonical text.
        labels: the labels.
        finds: the rows found.
        ids: the commitments that count; finds of others are passed over. None: all count.
    """
    finds = [f for f in finds if ids is None or f.commitment_id in ids]
    wanted = [
        _Wanted(key, tuple(x for x in labels if x.id == key)) for key in dict.fromkeys(x.id for x in labels)
    ]
    found = [
        _Found(key, tuple(f for f in finds if f.commitment_id == key))
        for key in dict.fromkeys(f.commitment_id for f in finds)
    ]
    paired = pair(wanted, found, _likeness, 1.0)
    extra = tuple(
        f
        for f in paired.extra
        if not any(one_kind(ONE_THING, f.commitment_id, w.commitment_id) for w in wanted)
    )
    yield from record_verdicts("commitments", report, Paired(paired.pairs, paired.missed, extra))
    for labelled, seen in paired.pairs:
        yield from _judge_stages(report, labelled, seen)
        if not labelled.optional:
            yield from _judge_evidence(report, text, labelled, seen)
    for labelled in paired.missed:
        for row in labelled.rows:
            if not row.optional:
                yield RecordVerdict("commitments+stage", "missed", report, str(row), row.words)
    for seen in extra:
        for stage in seen.stages:
            yield _false_stage(report, seen, stage)


def span_of(label: GoldCommitment | GoldAgreement, text: str) -> tuple[int, int] | None:
    """Return the span of a label: as labelled, else where its quote first stands in the text."""
    if label.start is not None and label.end is not None:
        return label.start, label.end
    quote = unicodedata.normalize("NFC", label.quote or "")
    at = text.find(quote) if quote else -1
    return (at, at + len(quote)) if at >= 0 else None


def _likeness(wanted: _Wanted, found: _Found) -> float:
    if wanted.commitment_id == found.commitment_id:
        return 2.0
    return 1.0 if one_kind(ONE_THING, wanted.commitment_id, found.commitment_id) else 0.0


def _judge_stages(report: str, wanted: _Wanted, found: _Found) -> Iterator[Verdict]:
    """Judge the stages of one commitment; of labels that a stage would meet, one that counts goes first."""
    rows = sorted(wanted.rows, key=lambda row: row.optional)
    paired = pair(rows, found.stages, _stage_likeness, 1.0)
    stage_of = {id(row): stage for row, stage in paired.pairs}
    for row in wanted.rows:
        if row.optional:
            continue
        stage = stage_of.get(id(row))
        outcome: Literal["hit", "missed"] = "missed" if stage is None else "hit"
        yield RecordVerdict("commitments+stage", outcome, report, str(row), row.words)
        stages = " or ".join([row.stage, *row.alt_stages])
        got = f"{row.id} {', '.join(found.stages)}"
        yield FieldVerdict("stage", stage is not None, report, got, stages, found.words)
        if row.side:
            told = [f for f in found.rows if stage is None or f.stage == stage]
            sides = sorted({str(f.side) for f in told})
            is_right = not {row.side, *row.alt_sides}.isdisjoint(sides)
            got = f"{row.id} {', '.join(sides)}"
            words = found.words_of({f.stage for f in told})
            yield FieldVerdict("side", is_right, report, got, row.side, words)
    explained = {stage for row in wanted.rows for stage in (row.stage, *row.alt_stages)}
    for stage in paired.extra:
        if stage not in explained:
            yield _false_stage(report, found, stage)


def _false_stage(report: str, found: _Found, stage: str) -> RecordVerdict:
    what = "; ".join(str(row) for row in found.rows if row.stage == stage)
    return RecordVerdict("commitments+stage", "false", report, what, found.words_of({stage}))


def _stage_likeness(row: GoldCommitment, stage: str) -> float:
    return 2.0 if stage == row.stage else float(stage in row.alt_stages)


def _judge_evidence(report: str, text: str, wanted: _Wanted, found: _Found) -> Iterator[Verdict]:
    spans = [span for row in wanted.rows if (span := span_of(row, text))]
    if spans:
        overlaps = any(f.evidence.overlaps(*span) for f in found.rows for span in spans)
        labelled = " | ".join(str(row.quote) for row in wanted.rows)
        got = f"{wanted.commitment_id} elsewhere"
        yield FieldVerdict("evidence overlaps", overlaps, report, got, f"in «{labelled}»", found.words)
