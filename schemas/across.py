"""Faults that show only across tables: references that lead nowhere, quotes that are not in the text."""

from collections.abc import Mapping

import polars as pl

from schemas.table import Table

_FAULTS = {"row": pl.UInt32, "reason": pl.String, "detail": pl.String}


def faults_across(
    table: Table,
    frame: pl.DataFrame,
    bad_rows: pl.Series,
    good: Mapping[str, pl.DataFrame],
    all_frames: Mapping[str, pl.DataFrame],
) -> pl.DataFrame:
    """Return the faults (`row`, `reason`, `detail`) of `frame` against the tables that it refers to.

    `bad_rows` are the rows already found bad; `good` holds the tables checked so far without their
    rejected rows, `all_frames` every table with them.
    """
    numbered = frame.with_row_index("row")
    faults = [pl.DataFrame(schema=_FAULTS)]
    for column in table.columns:
        if column.refers_to is None:
            continue
        parent, parent_column = column.refers_to.split(".")
        if parent == table.name:
            faults.append(_astray_within(numbered, bad_rows, column.name, parent_column))
        else:
            kept, known = good[parent][parent_column], all_frames[parent][parent_column]
            faults.append(_astray(numbered, column.name, kept, known))
    if table.quotes_text:
        faults.append(_misquoted(numbered, good["report_texts"]))
    if table.name == "report_lines":
        faults.append(_beyond_text(numbered, good["reports"]))
    return pl.concat(faults)


def _astray(rows: pl.DataFrame, column: str, kept: pl.Series, known: pl.Series) -> pl.DataFrame:
    """Return the rows whose `column` is not in `kept`; `known` holds the rejected parents too."""
    value = pl.col(column)
    return rows.filter(value.is_not_null() & ~value.is_in(kept.implode())).select(
        "row",
        reason=pl.when(value.is_in(known.implode()))
        .then(pl.lit("parent_rejected"))
        .otherwise(pl.lit("parent_unknown")),
        detail=pl.format("{} {} is not in this release", pl.lit(column), value),
    )


def _astray_within(rows: pl.DataFrame, bad_rows: pl.Series, column: str, parent_column: str) -> pl.DataFrame:
    """Do the same for a table that refers to itself, until no further row loses its parent."""
    known = rows[parent_column]
    faults = pl.DataFrame(schema=_FAULTS)
    while True:
        bad = pl.concat([bad_rows.cast(pl.UInt32), faults["row"]])
        kept = rows.filter(~pl.col("row").is_in(bad.implode()))
        found = _astray(kept, column, kept[parent_column], known)
        if found.is_empty():
            return faults
        faults = pl.concat([faults, found])


def _misquoted(rows: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """Return the rows whose quote is not what the text holds at their span."""
    start, end = pl.col("span_start"), pl.col("span_end")
    held = pl.col("text").str.slice(start, pl.max_horizontal(end - start, pl.lit(0)))
    return (
        rows.select("row", "report_id", "span_start", "span_end", "quote")
        .filter(start >= 0)
        .join(texts, on="report_id", maintain_order="left")
        .filter(held != pl.col("quote"))
        .select(
            "row",
            reason=pl.lit("quote_is_not_text"),
            detail=pl.format("the text from {} to {} is not the quote '{}'", start, end, "quote"),
        )
    )


def _beyond_text(rows: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Return the lines that end after the end of their report."""
    return (
        rows.join(reports.select("report_id", "n_chars"), on="report_id", maintain_order="left")
        .filter(pl.col("span_end") > pl.col("n_chars"))
        .select(
            "row",
            reason=pl.lit("span_beyond_text"),
            detail=pl.format("ends at {} in a text of {} characters", "span_end", "n_chars"),
        )
    )
