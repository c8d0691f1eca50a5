"""Link commitments: the registry as a table, and its mentions with dates, ids and speakers."""

import polars as pl

from flows.identity import stable_id
from flows.link.apply_corrections import ApplyCorrections
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
    once = _fold(dated)
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


def correct_commitment_mentions(
    mentions: pl.DataFrame, correct: ApplyCorrections, commitments: pl.Series, officials: pl.Series
) -> pl.DataFrame:
    """Correct the public table; a row that then tells the same act as another becomes one with it.

    Args:
        mentions: the public table.
        correct: the corrections.
        commitments: the ids of the registry.
        officials: the ids of all persons.
    """
    known = {"commitment_id": commitments, "speaker_id": officials}
    corrected = correct("commitment_mentions", mentions, known=known)
    if not corrected.changed:
        return mentions
    return _fold(corrected.rows).select(COMMITMENT_MENTIONS).sort("mention_id")


def _fold(rows: pl.DataFrame) -> pl.DataFrame:
    """Make one row of those that tell one act: the first place which asserts it, all places counted."""
    rest = [name for name in rows.columns if name not in (*_GRAIN, "n_occurrences")]
    first = ["is_background", "span_start", "span_end", "rule", "speaker_id"]
    return (
        rows.sort(*_GRAIN, *first, *sorted(set(rest) - set(first)), nulls_last=True)
        .group_by(_GRAIN, maintain_order=True)
        .agg(pl.col("n_occurrences").sum(), pl.col(rest).first())
    )
