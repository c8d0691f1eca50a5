"""Link targets: one target for a metric, value, currency and due year, tied to the registry."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from flows.identity import stable_id
from flows.link.apply_corrections import ApplyCorrections
from flows.link.name_commitments import NameCommitments
from flows.link.settle import first_told, most_told
from flows.phrases import PhraseHit
from flows.reference.model import Reference

TARGETS = ("target_id", "metric", "value", "currency", "due_year", "commitment_id")
TARGET_MENTIONS = (
    "target_mention_id", "report_id", "target_id", "metric", "value", "value_max", "currency", "due_year",
    "qualifier", "flag", "span_start", "span_end", "quote", "rule",
)  # fmt: skip
_SCALES: Final = (1, 1e3, 1e6, 1e9, 1e12)
_NUMBER = re.compile(r"\d{1,15}(?:[.,]\d{1,2}(?!\d))?")
_NOT_OF_STATES = ("domestic_", "company_")
_ONCE: Final = ["report_id", "target_id"]


@dataclass(frozen=True, slots=True)
class LinkedTargets:
    """The public tables of targets."""

    targets: pl.DataFrame
    target_mentions: pl.DataFrame


def link_targets(
    mentions: pl.DataFrame, told: pl.DataFrame, reference: Reference, correct: ApplyCorrections
) -> LinkedTargets:
    """Give every target its id, and the commitment of the registry that sets the same number.

    A commitment is taken where a naming of it stands in the quote and the target's number in the
    registry's own name for it: of "100 tỷ USD năm 2025 và 150 tỷ USD năm 2030" each number finds its own.
    A target without such words, or with another due year, takes the commitment that others of its metric,
    value and currency have.

    Args:
        mentions: the extracted table `target_mentions`.
        told: the public table `commitment_mentions`.
        reference: for the registry.
        correct: the corrections; of a row corrected, the target is another one.
    """
    mentions = _corrected(_identified(mentions), correct)
    name = NameCommitments(reference, ["target"])
    amounts = {c.commitment_id: _amounts(f"{c.name_vi} {c.name_en}") for c in reference.commitments}
    told_in = dict(told.group_by("report_id").agg(pl.col("commitment_id").unique()).iter_rows())
    found = [
        _commitment(name.named_in(quote, told_in.get(report_id, ())), amounts, metric, value)
        for report_id, metric, value, quote in mentions.select(
            "report_id", "metric", "value", "quote"
        ).iter_rows()
    ]
    linked = mentions.with_columns(
        commitment_id=pl.Series(found, dtype=pl.String),
        amount=pl.concat_str("metric", "value", pl.col("currency").fill_null(""), separator="|"),
    )
    settled = most_told(linked, "amount", "commitment_id")
    targets = (
        linked.unique("target_id", keep="any").drop("commitment_id").join(settled, on="amount", how="left")
    )
    registry = {"commitment_id": set(amounts)}
    return LinkedTargets(
        targets=correct("targets", targets.select(TARGETS), known=registry).rows.sort("target_id"),
        target_mentions=first_told(linked, _ONCE).select(TARGET_MENTIONS).sort("target_mention_id"),
    )


def _identified(mentions: pl.DataFrame) -> pl.DataFrame:
    """Add the target of each mention, and the id of the mention: one a report and target."""
    identity = ["metric", "value", "currency", "due_year"]
    ids = [_target_id(*row) for row in mentions.select(identity).iter_rows()]
    known = mentions.with_columns(target_id=pl.Series(ids, dtype=pl.String))
    if "target_mention_id" in known.columns:  # and corrected, which makes it no other mention
        return known
    mention_ids = [stable_id("target", *row) for row in known.select(_ONCE).iter_rows()]
    return known.with_columns(target_mention_id=pl.Series(mention_ids, dtype=pl.String))


def _corrected(mentions: pl.DataFrame, correct: ApplyCorrections) -> pl.DataFrame:
    """Correct mentions: of a target that a report tells several times, the first place stands for all."""
    if not correct:
        return mentions
    corrected = correct("target_mentions", first_told(mentions, _ONCE))
    others = mentions.join(corrected.before.select(_ONCE), on=_ONCE, how="anti", maintain_order="left")
    after = corrected.after.select(mentions.columns)
    return _identified(pl.concat([others, after])) if corrected.changed else mentions


def _target_id(metric: str, value: float | None, currency: str | None, due_year: int | None) -> str:
    amount = "" if value is None else repr(value)
    return stable_id("target", metric, amount, currency or "", "" if due_year is None else str(due_year))


def _amounts(name: str) -> set[float]:
    numbers = [float(number.replace(",", ".")) for number in _NUMBER.findall(name)]
    return {number * scale for number in numbers for scale in _SCALES}


def _commitment(
    namings: Sequence[PhraseHit], amounts: Mapping[str, set[float]], metric: str, value: float | None
) -> str | None:
    if metric.startswith(_NOT_OF_STATES):
        return None
    return next((naming.key for naming in namings if value in amounts[naming.key]), None)
