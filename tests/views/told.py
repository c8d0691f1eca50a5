"""Storylines told by reports: their texts, read, extracted, linked and validated as a run does."""

import datetime as dt
from collections.abc import Sequence

import duckdb
import polars as pl
from builders import extract, report
from storyline import filled

from flows.extract.frames import arrivals_of, extraction_frames
from flows.link.link import link
from flows.reference.load import load_reference
from schemas.validate import validate

Told = tuple[str, str]
FIRST_DAY = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)


def tell(catalog: duckdb.DuckDBPyConnection, reports: Sequence[Told]) -> duckdb.DuckDBPyConnection:
    """Fill the catalog with what reports say, each a file name and its text, arriving day after day.

    In the tables a report is called by its file name (a version at a path seen before, by the name and "'").
    """
    extractions = [extract(text) for _, text in reports]
    seen = pl.concat(
        arrivals_of([report(text, name)], FIRST_DAY + dt.timedelta(days=n))
        for n, (name, text) in enumerate(reports)
    )
    checked = validate(link(extraction_frames(extractions), seen, load_reference()))
    assert checked.rejects.is_empty(), checked.rejects
    names: dict[str, str] = {}
    for (name, _), one in zip(reports, extractions, strict=True):
        names[one.report.report_id] = name if name not in names.values() else f"{name}'"
    called = pl.col("report_id", "superseded_by").replace(names)
    return filled(
        catalog,
        {
            table: frame.with_columns(
                called if "superseded_by" in frame.columns else pl.col("report_id").replace(names)
            )
            if "report_id" in frame.columns
            else frame
            for table, frame in checked.tables.items()
        },
    )
