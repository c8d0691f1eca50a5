"""Cluster copies: reports that share an agency's text, found by the sentences they have in common.

Two reports are copies where at least three sentences, and half of those of the shorter one, are the same.
Each report joins the earlier one that it shares most with, so that a digest of two agency texts does not
make one cluster of both.  Sentences that stand in more reports than any agency text does say nothing (an
outlet's standing phrases); those of a much-copied text are compared with the first few of its reports
instead of all, so that the work stays proportional to the text.
"""

from typing import Final

import polars as pl

from flows.identity import stable_id

LEAST_SHARED: Final = 3
LEAST_CONTAINMENT: Final = 0.5
MOST_PAIRED: Final = 50
MOST_REPORTS: Final = 1_000
_FIRST_FEW: Final = 3

CLUSTERS: Final = {
    "cluster_id": pl.String(),
    "report_id": pl.String(),
    "shared_sentences": pl.Int32(),
    "containment": pl.Float64(),
}


def cluster_copies(reports: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Put every report into one cluster; one that nobody copied is a cluster of its own.

    Args:
        reports: report_id, text_sha256, published_when (as text gives it; the earlier is joined).
        sentences: report_id, sentence_hash; each pair once.

    Returns:
        One row a report: cluster_id, report_id, shared_sentences and containment with the report of the
        cluster that it is most like (0 and null for a report alone).
    """
    ranked = _rank(reports)
    pairs = _pairs(ranked, sentences)
    leader = _leaders(ranked.height, pairs)
    names = ranked["report_id"].to_list()
    of = pl.DataFrame(
        {"rank": range(ranked.height), "leader": leader}, schema=dict.fromkeys(("rank", "leader"), pl.Int64)
    )
    both_ways = pl.concat([pairs, pairs.rename({"one": "other", "other": "one"}).select(pairs.columns)])
    likeness = (
        both_ways.join(of, left_on="one", right_on="rank")
        .join(of, left_on="other", right_on="rank", suffix="_other")
        .filter(pl.col("leader") == pl.col("leader_other"))
        .sort("one", "containment", "shared_sentences", descending=[False, True, True])
        .unique("one", keep="first", maintain_order=True)
        .select(rank="one", shared_sentences="shared_sentences", containment="containment")
    )
    ids = [stable_id("cluster", names[number]) for number in leader]
    return (
        ranked.select("rank", "report_id", cluster_id=pl.Series(ids, dtype=pl.String))
        .join(likeness, on="rank", how="left")
        .with_columns(pl.col("shared_sentences").fill_null(0))
        .select(pl.col(name).cast(dtype) for name, dtype in CLUSTERS.items())
        .sort("cluster_id", "report_id")
    )


def _rank(reports: pl.DataFrame) -> pl.DataFrame:
    """Number the reports by their stated date, those without one last; `published_when` sorts as text."""
    stated = pl.when(pl.col("published_when").str.starts_with("-").not_()).then("published_when")
    return (
        reports.select("report_id", "text_sha256", stated=stated)
        .sort("stated", "report_id", nulls_last=True)
        .with_columns(rank=pl.int_range(pl.len(), dtype=pl.Int64))
    )


def _pairs(ranked: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs of copies: one < other (ranks), shared_sentences, containment."""
    telling = (
        sentences.join(ranked.select("report_id", "rank"), on="report_id")
        .with_columns(n_reports=pl.len().over("sentence_hash"))
        .filter(pl.col("n_reports") <= MOST_REPORTS)
    )
    n_sentences = telling.group_by("rank").len("n_sentences")
    shared = telling.filter(pl.col("n_reports") > 1).sort("sentence_hash", "rank")
    place = pl.int_range(pl.len()).over("sentence_hash")
    firsts = shared.filter((pl.col("n_reports") <= MOST_PAIRED) | (place < _FIRST_FEW))
    alike = (
        firsts.select("sentence_hash", one="rank")
        .join(shared.select("sentence_hash", other="rank"), on="sentence_hash")
        .filter(pl.col("one") < pl.col("other"))
        .group_by("one", "other")
        .agg(shared_sentences=pl.len().cast(pl.Int64))
        .filter(pl.col("shared_sentences") >= LEAST_SHARED)
        .join(n_sentences.rename({"rank": "one", "n_sentences": "n_one"}), on="one")
        .join(n_sentences.rename({"rank": "other", "n_sentences": "n_other"}), on="other")
        .with_columns(containment=pl.col("shared_sentences") / pl.min_horizontal("n_one", "n_other"))
        .filter(pl.col("containment") >= LEAST_CONTAINMENT)
        .select("one", "other", "shared_sentences", "containment")
    )
    same = _same_text(ranked, n_sentences)
    return pl.concat([same, alike]).unique(["one", "other"], keep="first", maintain_order=True)


def _same_text(ranked: pl.DataFrame, n_sentences: pl.DataFrame) -> pl.DataFrame:
    """Pair reports of one text, however short, with the first of them."""
    return (
        ranked.select(one=pl.col("rank").min().over("text_sha256"), other="rank")
        .filter(pl.col("one") != pl.col("other"))
        .join(n_sentences, left_on="one", right_on="rank", how="left")
        .select(
            "one",
            "other",
            shared_sentences=pl.col("n_sentences").fill_null(0).cast(pl.Int64),
            containment=pl.lit(1.0),
        )
    )


def _leaders(n_reports: int, pairs: pl.DataFrame) -> list[int]:
    """Return the first report of every report's cluster."""
    leader = list(range(n_reports))
    joined = pairs.sort(
        "other", "containment", "shared_sentences", "one", descending=[False, True, True, False]
    ).unique("other", keep="first", maintain_order=True)
    for one, other in joined.select("one", "other").iter_rows():
        leader[other] = leader[one]  # `one` comes before `other`: its leader is known by now
    return leader


def mark_originals(clusters: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Add `is_original`: the earliest published of a cluster, else the agency's own, else the smallest id.

    Args:
        clusters: as `cluster_copies` returns them.
        reports: report_id, published_on, published_precision, is_agency (published by an agency itself).
    """
    day = pl.col("published_on")
    at_latest = (
        pl.when(pl.col("published_precision") == "year")
        .then(pl.date(day.dt.year(), 12, 31))
        .when(pl.col("published_precision") == "month")
        .then(day.dt.month_end())
        .otherwise(day)
    )
    first = (
        clusters.join(reports, on="report_id", how="left")
        .sort(
            pl.col("cluster_id"),
            at_latest,
            pl.col("is_agency"),
            pl.col("report_id"),
            descending=[False, False, True, False],
            nulls_last=True,
        )
        .unique("cluster_id", keep="first", maintain_order=True)
        .select("report_id", is_original=pl.lit(value=True))
    )
    return clusters.join(first, on="report_id", how="left", maintain_order="left").with_columns(
        pl.col("is_original").fill_null(value=False)
    )
