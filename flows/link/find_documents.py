"""Find documents: which reports are versions of one another, and which version is the current one.

Two reports are versions of one document where they stand at one URL, or where a file that was there before
came back with another text at the same path and place.  Of the versions the latest by the date printed
with them is current, or, where one has no such date, the one that arrived last.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import polars as pl

from flows.identity import stable_id
from flows.link.connect import Connected

Pair = tuple[str, str]


def find_documents(reports: pl.DataFrame, arrivals: pl.DataFrame) -> pl.DataFrame:
    """Return one row a report: report_id, document_id, superseded_by (null for the current version).

    Args:
        reports: report_id, url, published_when, published_basis.
        arrivals: source_path, source_item, raw_sha256, report_id, first_seen_at; rows of reports that are
            not in `reports` (made by earlier rules) are passed over.
    """
    rows = {row["report_id"]: row for row in reports.sort("report_id").iter_rows(named=True)}
    seen = arrivals.join(reports.select("report_id"), on="report_id", how="semi")
    first_seen: dict[str, dt.datetime] = dict(
        seen.group_by("report_id").agg(pl.col("first_seen_at").min()).iter_rows()
    )
    documents = Connected(rows)
    for one, other in _at_one_url(reports):
        documents.join(one, other)
    for one, other in _at_one_path(seen):
        urls = {rows[one]["url"], rows[other]["url"]} - {None}
        if len(urls) < 2:
            documents.join(one, other)

    answers = []
    for versions in documents.groups():
        ordered = _in_order(versions, rows, first_seen)
        document_id = stable_id("document", rows[ordered[0]]["url"] or ordered[0])
        later: list[str | None] = [*ordered[1:], None]
        answers += [(version, document_id, after) for version, after in zip(ordered, later, strict=True)]
    columns = ("report_id", "document_id", "superseded_by")
    return pl.DataFrame(answers, schema=dict.fromkeys(columns, pl.String()), orient="row").sort("report_id")


def _at_one_url(reports: pl.DataFrame) -> Iterator[Pair]:
    known = reports.filter(pl.col("url").is_not_null())
    for (ids,) in known.group_by("url").agg("report_id").select("report_id").iter_rows():
        yield from pairwise(ids)


def _at_one_path(seen: pl.DataFrame) -> Iterator[Pair]:
    """Yield reports and what came in their place, in files of which more than one content was seen.

    A report that is still in a later content of the file, at another place, was not replaced.
    """
    changed = seen.filter(pl.col("raw_sha256").n_unique().over("source_path") > 1)
    in_order = changed.sort("source_path", "first_seen_at", "raw_sha256", "source_item", "report_id")
    for _, rows in in_order.group_by("source_path", maintain_order=True):
        contents = rows["raw_sha256"].unique(maintain_order=True).to_list()
        last_content = {r["report_id"]: contents.index(r["raw_sha256"]) for r in rows.iter_rows(named=True)}
        at_item: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for row in rows.iter_rows(named=True):
            at_item[row["source_item"]].append((contents.index(row["raw_sha256"]), row["report_id"]))
        for texts in at_item.values():
            for (content, one), (next_content, other) in pairwise(texts):
                if one != other and last_content[one] == content < next_content:
                    yield one, other


def _in_order(
    versions: list[str], rows: dict[str, dict[str, Any]], first_seen: dict[str, dt.datetime]
) -> list[str]:
    """Sort versions, the current one last."""
    stated = {v: rows[v]["published_when"] for v in versions if rows[v]["published_basis"] == "stated"}
    all_dated = all(len(stated.get(v) or "") == len("2025-08-11") for v in versions)
    never = dt.datetime.max.replace(tzinfo=dt.UTC)

    def place(version: str) -> tuple[str, dt.datetime, str]:
        return stated[version] if all_dated else "", first_seen.get(version, never), version

    return sorted(versions, key=place)
