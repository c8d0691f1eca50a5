"""One record an instrument: what a caption, a headline or "MOU này" repeats joins the fullest telling."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from flows.extract.agreements.draft import Draft
from flows.when import When

_ALIKE = 0.6
_ALIKE_IN_HEADLINE = 0.2
_SAME_PARTY = 0.6
# So many instruments a telling is compared with: those that share most words, and the nearest.
_MOST_COMPARED = 60
_LOOSE_KINDS = frozenset({"mou", "agreement", "other", "amendment"})
_NEWS = frozenset({"signed", "exchanged", "handed_over", "planned"})
_ACTS = ("signed", "exchanged", "handed_over", "initialled", "amended", "planned", "referenced")


def fold_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """Join the drafts that tell of one instrument; return one each, in the order of the text."""
    found: list[Draft] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda d: (d.is_general, d.line != "body", d.span)):
        sharing = Counter(n for word in sorted(draft.words) for n in by_word[word][-_MOST_COMPARED:])
        near = range(max(0, len(found) - _MOST_COMPARED), len(found))
        unlike = {n for n in near if not (draft.words and found[n].words)}
        compared = sorted(unlike.union(n for n, _ in sharing.most_common(_MOST_COMPARED)))
        same = [n for n in compared if _is_same(draft, found[n])]
        if draft.line == "heading" and not same and not (draft.vn or draft.kr):
            same = [n for n in range(min(len(found), _MOST_COMPARED)) if _is_news(draft, found[n])][:1]
        if same:
            best = min(same, key=lambda n: _distance(draft, found[n]))
            words = found[best].words
            found[best] = _joined(found[best], draft)
        else:
            best, words = len(found), frozenset()
            found.append(draft)
        for word in sorted(found[best].words - words):
            by_word[word].append(best)
    return sorted((d for d in found if d.line == "body" or d.act != "referenced"), key=lambda d: d.span)


def _distance(a: Draft, b: Draft) -> tuple[float, int]:
    return -_overlap(a.words, b.words), abs(a.span.start - b.span.start)


def _is_same(a: Draft, b: Draft) -> bool:
    if not _may_be_one_kind(a, b):
        return False
    others = [_other_party(a.vn_words, b.vn_words), _other_party(a.kr_words, b.kr_words)]
    is_other = all(others) if a.is_pointed or b.is_pointed else any(others)
    if _differ(a.when, b.when) or (a.year and b.year and a.year != b.year) or is_other:
        return False
    if _is_one_before(a, b) or _is_one_before(b, a):
        return False
    if a.words and b.words:
        is_headline = "heading" in (a.line, b.line)
        return _overlap(a.words, b.words) >= (_ALIKE_IN_HEADLINE if is_headline else _ALIKE)
    if a.line != "body" or b.line != "body" or a.is_general or b.is_general:
        return True
    if a.sentence == b.sentence:
        return False
    if a.when is not None and a.when == b.when:
        return True
    return bool((a.vn and b.vn) or (a.kr and b.kr)) or not (a.words or b.words)


def _may_be_one_kind(a: Draft, b: Draft) -> bool:
    """Tell whether the words for two documents may mean one: "thỏa thuận" and "MOU", not "hiệp định" and "MOU"."""
    if a.kind == b.kind:
        return True
    kinds = {a.kind, b.kind}
    return kinds <= _LOOSE_KINDS and (a.is_loose or b.is_loose or "amendment" in kinds)


def _is_one_before(a: Draft, b: Draft) -> bool:
    """Tell whether `a` was signed in an earlier year or month than the event that `b` tells of."""
    if a.when is None or a.when.precision == "day" or b.when is not None or b.is_earlier:
        return False
    is_of_a_year = a.when.precision == "year" and b.act in _NEWS
    return is_of_a_year or (a.is_earlier and a.act == b.act == "signed")


def _is_news(headline: Draft, told: Draft) -> bool:
    """Tell whether a headline in words of its own can only mean what the report tells first."""
    return (
        _may_be_one_kind(headline, told)
        and told.act == headline.act != "referenced"
        and not _differ(headline.when, told.when)
    )


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _differ(a: When | None, b: When | None) -> bool:
    """Tell whether two dates cannot be the same day."""
    if a is None or b is None or {a.shift, a.weekday, b.shift, b.weekday} != {None}:
        return False
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day))
    return any(x is not None and y is not None and x != y for x, y in pairs)


def _other_party(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and _overlap(a, b) < _SAME_PARTY and "".join(sorted(a)) != "".join(sorted(b))


def _joined(a: Draft, b: Draft) -> Draft:
    """Join two tellings: the words of the fuller one, and from the other what it lacks."""
    best, other = (a, b) if (a.rank, -a.span.start) >= (b.rank, -b.span.start) else (b, a)
    if (
        best.words < other.words and other.line == "body" and not other.is_pointed
    ):  # "VKFTA" and its full name
        best, other = other, best
    return replace(
        best,
        words=best.words or other.words,
        vn=best.vn or other.vn,
        kr=best.kr or other.kr,
        vn_words=best.vn_words or other.vn_words,
        kr_words=best.kr_words or other.kr_words,
        level=best.level or other.level,
        when=best.when or other.when,
        act=min(a.act, b.act, key=_ACTS.index),
    )
