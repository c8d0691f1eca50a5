"""Correct reports: a corrected day of publication counts as stated, so that other dates follow from it."""

import polars as pl

from flows.link.apply_corrections import ApplyCorrections

_FACTS = ("report_id", "title", "outlet", "agency", "author")
_LENGTHS = {"day": 10, "month": 7, "year": 4}


def correct_reports(
    extracted: pl.DataFrame, published: pl.DataFrame, correct: ApplyCorrections
) -> pl.DataFrame:
    """Return the extracted table `reports` with its corrections.

    Args:
        extracted: the extracted table.
        published: report_id, published_on, published_precision, as found out without corrections.
        correct: the corrections.
    """
    if not correct:
        return extracted
    dates = ["report_id", "published_on", "published_precision"]
    corrected = correct("reports", extracted.select(_FACTS).join(published.select(dates), on="report_id"))
    if not corrected.changed:
        return extracted
    redated = corrected.after.join(corrected.before.select(dates), on=dates, how="anti", nulls_equal=True)
    length = pl.col("published_precision").replace_strict(_LENGTHS, return_dtype=pl.Int8)
    is_dated = pl.col("published_on").is_not_null()
    restated = redated.select(
        "report_id",
        published_when=pl.col("published_on").cast(pl.String).str.head(length),
        published_basis=pl.when(is_dated).then(pl.lit("stated")),
        published_evidence=pl.when(is_dated).then(pl.lit("an analyst's correction")),
    )
    told = extracted.update(corrected.after.select(_FACTS), on="report_id", include_nulls=True)
    return told.update(restated, on="report_id", include_nulls=True)
