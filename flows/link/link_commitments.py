"""Link commitments: the registry as a table, and its mentions with dates, ids and speakers."""

import polars as pl

from flows.identity import stable_id
from flows.link.resolve_dates import add_dates
from flows.reference.model import Commitment

COMMITMENTS = {
    "commitment_id": pl.String(), "name_vi": pl.String(), "name_en": pl.String(), "name_ko": pl.String(),
    "kind": pl.String(), "sector": pl.String(), "due_on": pl.Date(), "due_precision": pl.String(),
    "parent_id": pl.String(), "renewable": pl.Boolean(),
}  # fmt: skip
COMMITMENT_MENTIONS = (
    "mention_id", "report_id", "commitment_id", "stage", "side", "speaker_id", "acted_on", "acted_precision",
    "is_background", "n_occurrences", "span_start", "span_end", "quote", "rule",
)  # fmt: skip
_GRAIN = ["report_id", "commitment_id", "stage", "side", "acted_on", "acted_precision"]
_CANDIDATES = {
    "candidate_id": pl.String(), "report_id": pl.String(), "label": pl.String(), "stage": pl.String(),
    "span_start": pl.Int32(), "span_end": pl.Int32(), "quote": pl.String(), "rule": pl.String(),
}  # fmt: skip


def registry_table(registry: tuple[Commitment, ...]) -> pl.DataFrame:
    """Return the public table `commitments`."""
    rows = []
    for entry in registry:
        due_on = entry.due.first_day() if entry.due else None
        precision = entry.due.precision if entry.due and due_on else None
        rows.append(
            (
                entry.commitment_id,
                entry.name_vi,
                entry.name_en,
                entry.name_ko,
                entry.kind,
                entry.sector,
                due_on,
                precision,
                entry.parent_id,
                entry.renewable,
            )
        )
    return pl.DataFrame(rows, schema=COMMITMENTS, orient="row").sort("commitment_id")


def link_commitment_mentions(
    mentions: pl.DataFrame, published: pl.DataFrame, persons: pl.DataFrame
) -> pl.DataFrame:
    """Return the public table `commitment_mentions`.

    Rows that turn out to tell the same act (two wordings of one date) become one: that of the first place
    which asserts it, with the places counted together; it is background only where every place is.

    Args:
        mentions: the extracted table.
        published: report_id, published_on, published_precision.
        persons: key, official_id.
    """
    speakers = persons.select(speaker="key", speaker_id="official_id")
    dated = add_dates(mentions, published, "acted", only_past=True).join(speakers, on="speaker", how="left")
    once = (
        dated.sort(*_GRAIN, "is_background", "span_start", "span_end", "rule", "speaker_id", nulls_last=True)
        .group_by(_GRAIN, maintain_order=True)
        .agg(
            pl.col("n_occurrences").sum(),
            pl.col("speaker_id", "is_background", "span_start", "span_end", "quote", "rule").first(),
        )
    )
    grain = once.select("report_id", "commitment_id", "stage", "side", "acted_on", "acted_precision")
    ids = [
        stable_id("mention", *("" if part is None else str(part) for part in row))
        for row in grain.iter_rows()
    ]
    return (
        once.with_columns(mention_id=pl.Series(ids, dtype=pl.String))
        .select(COMMITMENT_MENTIONS)
        .sort("mention_id")
    )


def no_candidates() -> pl.DataFrame:
    """Return the public table `commitment_candidates`, which no step fills yet."""
    return pl.DataFrame(schema=_CANDIDATES)
