"""What identifies a thing across reports: its kind, the words of its name, the place where it is to be."""

import re
from dataclasses import dataclass

from flows.extract.bodies.countries import Countries
from flows.extract.candidates.item import Item
from flows.phrases import PhraseBook
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

ANY_FAMILY = "project"
_SEPARATOR = "|"
_TOKEN = re.compile(r"\w+")
# Words that one name of a thing has and another leaves out.
_EMPTY = frozenset(
    {"và", "của", "tại", "ở", "về", "cho", "với", "giữa", "trong", "đặt", "tỉnh", "huyện", "quận", "thành"}
    | {"phố", "thủ", "đô", "thị", "xã", "dự", "án", "xây", "dựng", "đầu", "tư", "nâng", "cấp", "mở", "rộng"}
    | {"giai", "đoạn", "số", "một", "the", "a", "an", "of", "for", "on", "in", "at", "and", "to", "project"}
    | {"province", "city", "new", "joint", "construction"}
)
_COUNTRY_ONLY = re.compile(r"viet|han|nam|quoc|vietnam|korea|rok|vn|kr")


@dataclass(frozen=True, slots=True, order=True)
class ItemKey:
    """The family of the head noun, the words of the name and those of the place, each sorted."""

    family: str
    words: tuple[str, ...]
    places: tuple[str, ...]

    def __str__(self) -> str:
        return _SEPARATOR.join((self.family, " ".join(self.words), " ".join(self.places)))

    @classmethod
    def parse(cls, written: str) -> "ItemKey":
        """Read a key as `str` writes it."""
        family, words, places = written.split(_SEPARATOR)
        return cls(family, tuple(words.split()), tuple(places.split()))

    def is_part_of(self, other: "ItemKey") -> bool:
        """Tell whether `other` names the same, and more of it: "trung tâm bán dẫn" and "… tại Bắc Ninh"."""
        kin = self.family == other.family or ANY_FAMILY in (self.family, other.family)
        named = self.family == ANY_FAMILY != other.family
        more = named or (len(self.words), len(self.places)) != (len(other.words), len(other.places))
        nested = set(self.words) <= set(other.words) and set(self.places) <= set(other.places)
        return kin and more and nested and bool(self.words) and 2 * len(self.words) >= len(other.words)


class KeyOf:
    """Makes the keys of items; built once from the head nouns of one language."""

    def __init__(self, reference: Reference, language: str) -> None:
        phrases: dict[str, list[str]] = {}
        for head in reference.candidate_heads:
            if head.family and head.language == language:
                phrases.setdefault(head.family, []).append(head.phrase)
        self._book = PhraseBook(phrases)

    def __call__(self, report: Report, item: Item, countries: Countries) -> ItemKey:
        """Make the key of an item; the head noun inside a wrapper counts: "dự án bệnh viện X"."""
        span = item.span
        inner = sorted(
            (Span(span.start + h.span.start, span.start + h.span.end), h.key)
            for h in self._book.find(report.folded[span.start : span.end])
        )
        longest = max(inner, key=lambda hit: (hit[1] != ANY_FAMILY, len(hit[0]), -hit[0].start), default=None)
        family = longest[1] if longest and item.head.family == ANY_FAMILY else item.head.family or ANY_FAMILY
        heads = [place for place, named in inner if named in (family, ANY_FAMILY)]
        words: set[str] = set()
        places: set[str] = set()
        # "tại Việt Nam" goes without saying, "tại Hàn Quốc" does not.
        known = [
            hit.span
            for hit in countries.inside(span.start, span.end)
            if not hit.is_place
            and (hit.country == "VN" or not any(p.overlaps(hit.span) for p in item.name.places))
        ]
        for token in _TOKEN.finditer(report.plain, span.start, span.end):
            at = Span(*token.span())
            is_small = report.text[at.start].islower()
            if (is_small and at.of(report.folded) in _EMPTY) or any(
                other.holds(at) for other in (*heads, *known)
            ):
                continue
            (places if any(place.holds(at) for place in item.name.places) else words).add(token[0])
        if not words and not places:
            words = {t for t in _TOKEN.findall(report.plain[span.start : span.end]) if _COUNTRY_ONLY.match(t)}
        if not words:
            words, places = places, set()
        return ItemKey(family, tuple(sorted(words)), tuple(sorted(places)))
