"""Which country words, names and places speak of."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flows.phrases import PhraseBook
from flows.read.fold import strip_diacritics
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

PAIR = frozenset({"VN", "KR"})
# What is taught or eaten tells no body's country: "Faculty of Korean Studies" of Viet Nam.
_NO_COUNTRY = "none"
# Words that name both countries at once; the first of them is the home of a body that is named so.
_PAIRS = {
    "pair:VN": [
        "(việt nam|viet nam|vietnam|việt)-(hàn quốc|đại hàn|hàn|rok|korea|korean|south korea)",
        "(mekong|mê công|mê kông)-(hàn quốc|hàn|rok|korea)",
        "vkfta",
    ],
    "pair:KR": ["(hàn quốc|hàn|rok|korea|korean|south korea)-(việt nam|viet nam|vietnam|vietnamese|việt)"],
}
# "HANOI, Vietnam - South Korea's …"
_DATELINE = re.compile(r"(?:^|\n)\W*[A-Z][A-Z .]+, $")
_AT = re.compile(r" (?:tại|ở|in) ")

# One Vietnamese syllable without its diacritics: "Hamyang" and "Pyeongtaek" are none, "Nam Tra My" is three.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
    r"(?:ieu|yeu|oai|oay|oao|uay|uai|uao|uoi|uou|uye|uya|ia|ie|iu|ye|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ai|ao"
    r"|au|ay|eo|eu|[aeiouy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
# "Dong-A", "Chung-Ang"
_HYPHENATED = re.compile(r"[a-z]-[A-Z]")
# Usual Vietnamese short forms, which tell nothing.
_SHORT = re.compile(
    r"TP|TPHCM|HCM|UBND|H[ĐD]ND|TNHH|MTV|CP|CTCP|[ĐD]H|TW|BHXH|NN|PTNT|KH|KHCN|CN|L[ĐD]|L[ĐD]TBXH|TBXH|VH"
    r"|VHTTDL|TT|TTTT|GTVT|KCN|BV|TCT|XNK|XD|VN"
)


@dataclass(frozen=True, slots=True)
class CountryHit:
    """A word that speaks of a country; `is_pair` where it names both countries, the first of them here."""

    country: str
    is_pair: bool
    is_place: bool
    span: Span


class Countries:
    """All words for countries in one report."""

    def __init__(self, folded: str, hits: Sequence[CountryHit]) -> None:
        self._folded = folded
        self.hits = tuple(hits)
        self._starts = [h.span.start for h in hits]
        self.counts = Counter(h.country for h in hits)
        self.counts["KR"] += sum(h.is_pair and h.country == "VN" for h in hits)
        self.counts["VN"] += sum(h.is_pair and h.country == "KR" for h in hits)

    def inside(self, start: int, end: int) -> list[CountryHit]:
        """List the hits that lie wholly in `[start, end)`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [h for h in self.hits[first:last] if h.span.end <= end]

    def starting_at(self, place: int) -> CountryHit | None:
        """Return the hit that starts at `place`."""
        first = bisect_left(self._starts, place)
        return self.hits[first] if first < len(self.hits) and self._starts[first] == place else None

    def ending_at(self, place: int, *, since: int) -> CountryHit | None:
        """Return the hit that ends at `place` and starts at `since` or later."""
        hit = next(reversed(self.inside(since, place)), None)
        return hit if hit and hit.span.end == place else None

    def named(self, start: int, end: int) -> str | None:
        """Tell the country that the name `[start, end)` gives as its own.

        "Đại sứ quán Việt Nam tại Hàn Quốc" belongs to the first, "Công ty Điện tử Hàn Quốc" to the last.
        """
        hits = self.inside(start, end)
        if not hits:
            return None
        first = hits[0]
        if first.is_pair or _AT.match(self._folded, first.span.end):
            return first.country
        if len(hits) > 1 and self._folded[first.span.end : hits[1].span.start].strip() == "-":
            return first.country
        return hits[-1].country

    def all_in(self, start: int, end: int) -> set[str]:
        """Return every country spoken of in `[start, end)`, both of a pair."""
        hits = self.inside(start, end)
        return {h.country for h in hits} | (PAIR if any(h.is_pair for h in hits) else set())

    @property
    def is_about_the_pair(self) -> bool:
        """Whether "hai nước" in this report may mean Viet Nam and Korea: no third country is named more."""
        korea = self.counts["KR"]
        others = max((n for c, n in self.counts.items() if c not in PAIR), default=0)
        return korea > 0 and korea >= others


class FindCountries:
    """Finds the words for countries; of two that overlap the longer one."""

    def __init__(self, reference: Reference) -> None:
        phrases = {f"name:{c.country}": list(c.names) for c in reference.countries}
        for place in reference.places:
            if place.country in PAIR:
                phrases.setdefault(f"place:{place.country}", []).extend([place.name, *place.aliases])
        subjects = [w.phrase for w in reference.body_words if w.kind == "subject"]
        self._book = PhraseBook(phrases | _PAIRS | {f"subject:{_NO_COUNTRY}": subjects}, reference.terms)

    def __call__(self, report: Report) -> Countries:
        """Find them all in a report."""
        found = self._book.find(report.folded)
        found.sort(key=lambda h: (h.span.start, -h.span.end))
        hits: list[CountryHit] = []
        for hit in found:
            if hit.key.startswith("pair:") and _DATELINE.search(
                report.text, max(0, hit.span.start - 30), hit.span.start
            ):
                continue
            if hits and hits[-1].span.overlaps(hit.span):
                continue
            kind, country = hit.key.split(":")
            hits.append(CountryHit(country, kind == "pair", kind == "place", hit.span))
        return Countries(report.folded, [h for h in hits if h.country != _NO_COUNTRY])


def sounds_vietnamese(name: str) -> bool:
    """Tell whether the words of a name could be Vietnamese.

    "Nam Trà My" and "UBND TP Huế" could, "Hamyang" and "KBS" could not.
    """
    if _HYPHENATED.search(name):
        return False
    words = [w for w in re.findall(r"[^\W\d_]+", name) if len(w) > 1 and not _SHORT.fullmatch(w)]
    return bool(words) and all(_SYLLABLE.fullmatch(strip_diacritics(w.lower())) for w in words)
