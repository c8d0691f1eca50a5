"""Fold what a report tells more than once about a commitment into the best telling of each act."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from flows.extract.records import CommitmentMention, Stage
from flows.read.report import LineKind

_DONE = frozenset({"signed", "fulfilled"})
_RANK: dict[LineKind, int] = {"body": 0, "heading": 1, "caption": 2, "furniture": 3}


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention before folding.

    `is_strong` where a verb tells the stage, not the naming alone; `is_short` where words like "dự án này"
    name it.
    """

    mention: CommitmentMention
    kind: LineKind
    is_strong: bool
    is_short: bool = False


def fold_tellings(tellings: Iterable[Telling]) -> list[CommitmentMention]:
    """Keep one mention for each commitment, stage, side and kind of telling (asserted or background).

    A telling without a verb gives way to one with a verb, a heading or caption to the body, and a
    reaffirmation to any act that moves: what gives way is counted in `n_occurrences` of what stays.
    """
    by_commitment: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_commitment[telling.mention.commitment_id].append(telling)
    return [mention for told in by_commitment.values() for mention in _fold(told)]


def _fold(told: list[Telling]) -> list[CommitmentMention]:
    told.sort(key=lambda t: (not t.is_strong, _RANK[t.kind], t.is_short, t.mention.span))
    best = told[0]
    stands = [t for t in told if t.is_strong == best.is_strong and t.kind == best.kind]
    stages = {t.mention.stage for t in stands}
    stands += [t for t in told if t.kind == "caption" != best.kind and t.is_strong and _adds(t, stages)]
    moving = [t for t in stands if t.mention.stage != "reaffirmed" and not t.mention.is_background]
    if moving:
        stands = [t for t in stands if t.mention.stage != "reaffirmed"]
    groups: dict[tuple[str, str | None, bool], list[CommitmentMention]] = {}
    for telling in stands:
        mention = telling.mention
        key = (mention.stage, mention.side, mention.is_background)
        asserted = (mention.stage, mention.side, False)
        groups.setdefault(asserted if asserted in groups else key, []).append(mention)
    merged = [_merged(group) for group in groups.values()]
    rest = len(told) - len(stands)
    return [replace(merged[0], n_occurrences=merged[0].n_occurrences + rest), *merged[1:]]


def _adds(telling: Telling, stages: set[Stage]) -> bool:
    """Tell whether a caption tells what the body does not: a signing may stand there alone."""
    return telling.mention.stage in _DONE and telling.mention.stage not in stages


def _merged(group: list[CommitmentMention]) -> CommitmentMention:
    when = next((m.when for m in group if m.when), None)
    return replace(group[0], when=when, n_occurrences=len(group))
