"""Link candidates: the same untracked thing, told by several reports in fuller and shorter names, is one.

A shorter name ("trung tâm bán dẫn") joins the fullest one that has all its words ("trung tâm bán dẫn tại Bắc
Ninh").  Where two full names that do not go together have them both, the short one stands alone, so that it
never makes one thing of two; no order of the reports changes that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import polars as pl

from flows.extract.candidates.item_key import ItemKey
from flows.identity import stable_id

CANDIDATES: Final = (
    "candidate_id", "report_id", "label", "name_as_written", "kind", "stage", "span_start", "span_end",
    "quote", "rule",
)  # fmt: skip
_STAGES: Final = ("proposed", "agreed", "in_progress")
_MARKS: Final = "\"'“”‘’«» "


def link_candidates(mentions: pl.DataFrame) -> pl.DataFrame:
    """Return the public table `commitment_candidates`.

    A report that tells a thing under two names, or twice, has one row: what has gone furthest, then the
    first place.  `label` is the same in all rows of a candidate: the name with the most words, then the one
    that most reports write so.

    Args:
        mentions: the extracted table `candidate_mentions`.
    """
    leaders = fullest_names(ItemKey.parse(key) for key in mentions["key"].unique())
    ids = {str(key): candidate_id for key, candidate_id in _ids(leaders).items()}
    linked = mentions.with_columns(
        candidate_id=pl.col("key").replace_strict(ids, return_dtype=pl.String()),
        name_as_written=pl.col("label").str.strip_chars(_MARKS),
        n_words=pl.col("key").str.count_matches(r"[^ |]+"),
        stage_rank=pl.col("stage").replace_strict(_STAGES, range(len(_STAGES)), return_dtype=pl.Int8()),
    ).drop("label")
    settled = _settled(linked)
    return (
        linked.drop("kind")
        .join(settled, on="candidate_id")
        .sort("candidate_id", "report_id", "stage_rank", "span_start", "span_end", "name_as_written",
              "quote", "rule", descending=[False, False, True, *[False] * 5])
        .unique(["candidate_id", "report_id"], keep="first", maintain_order=True)
        .select(CANDIDATES)
        .sort("candidate_id", "report_id")
    )  # fmt: skip


def fullest_names(keys: Iterable[ItemKey]) -> dict[ItemKey, ItemKey]:
    """Return for every key the one of the fullest name that it belongs to; its own where there is none."""
    ordered = sorted(keys)
    holding: dict[str, list[ItemKey]] = defaultdict(list)
    for key in ordered:
        for word in key.words:
            holding[word].append(key)
    above: dict[ItemKey, ItemKey] = {}
    for key in ordered:
        rarest = min(key.words, key=lambda word: len(holding[word]), default=None)
        fuller = [other for other in holding.get(rarest or "", ()) if key.is_part_of(other)]
        fullest = [one for one in fuller if not any(one.is_part_of(other) for other in fuller)]
        if len(fullest) == 1:
            above[key] = fullest[0]
    return {key: _top(key, above) for key in ordered}


def _top(key: ItemKey, above: Mapping[ItemKey, ItemKey]) -> ItemKey:
    while key in above:
        key = above[key]
    return key


def _ids(leaders: Mapping[ItemKey, ItemKey]) -> dict[ItemKey, str]:
    """Name each group by its shortest key: a fuller name told later does not change it."""
    shortest: dict[ItemKey, ItemKey] = {}
    for key, leader in leaders.items():
        rival = shortest.get(leader, key)
        shortest[leader] = min(key, rival, key=lambda k: (len(k.words) + len(k.places), k))
    return {key: stable_id("candidate", str(shortest[leader])) for key, leader in leaders.items()}


def _settled(linked: pl.DataFrame) -> pl.DataFrame:
    """Return one row a candidate: its label, and the kind of the mention that the label is of."""
    name = pl.col("name_as_written")
    told = linked.group_by("candidate_id", "name_as_written", "kind", "n_words").agg(
        n_reports=pl.col("report_id").n_unique()
    )
    in_capitals = name == name.str.to_uppercase()
    ranked = told.sort(
        pl.col("candidate_id"), pl.col("n_words"), pl.col("n_reports"), in_capitals, name, pl.col("kind"),
        descending=[False, True, True, False, False, False],
    )  # fmt: skip
    first = ranked.unique("candidate_id", keep="first", maintain_order=True)
    return first.select("candidate_id", "kind", label="name_as_written")
