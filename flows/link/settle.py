"""Settle on one row or value where several tell the same, whatever order they come in."""

from collections.abc import Sequence

import polars as pl


def most_told(rows: pl.DataFrame, key: str, value: str) -> pl.DataFrame:
    """Return one row a key with the value that most rows give; keys that have only nulls are left out.

    Ties go to the smallest value, one that is not in capitals first.
    """
    in_capitals = pl.col(value) == pl.col(value).str.to_uppercase()
    return (
        rows.filter(pl.col(value).is_not_null())
        .group_by(key, value)
        .len("n")
        .sort(pl.col(key), pl.col("n"), in_capitals, pl.col(value), descending=[False, True, False, False])
        .unique(key, keep="first", maintain_order=True)
        .select(key, value)
    )


def first_told(rows: pl.DataFrame, key: Sequence[str]) -> pl.DataFrame:
    """Return one row a key, the first in the text; sorted by the key."""
    place = ["span_start", "span_end", "rule"]
    rest = [name for name in rows.columns if name not in (*key, *place)]
    return rows.sort(*key, *place, *rest, nulls_last=True).unique(key, keep="first", maintain_order=True)


def finest_date(rows: pl.DataFrame, key: str, prefix: str) -> pl.DataFrame:
    """Return one row a key with its date: of the finest precision, then the most told, then the earliest."""
    on, precision = f"{prefix}_on", f"{prefix}_precision"
    fineness = pl.col(precision).replace_strict(("day", "month", "year"), range(3), return_dtype=pl.Int8)
    return (
        rows.filter(pl.col(on).is_not_null())
        .group_by(key, on, precision)
        .len("n")
        .sort(pl.col(key), fineness, -pl.col("n").cast(pl.Int64), pl.col(on))
        .unique(key, keep="first", maintain_order=True)
        .select(key, on, precision)
    )
