"""Read a title: its noun, what stands before and after it, and what kind of office it is."""

from flows.extract.officials.lexicon import Hit
from flows.extract.officials.names import NameReader
from flows.extract.officials.titles import Title
from flows.extract.officials.vocabulary import PUBLIC, Vocabulary
from flows.extract.officials.walk_title import AT, LINKS, TitleWalk
from flows.extract.officials.words import Case, Gap, Words

_SAY_NOTHING = LINKS | AT
_PLURALS = frozenset({"hai", "các", "ba", "bốn", "những", "nhiều", "mọi", "both", "two"})
# "Phủ Tổng thống", "cấp Bộ trưởng", "Đối thoại Bộ trưởng", "chức Thủ tướng", "ứng cử viên Tổng thống".
_NO_PERSON = frozenset({"phủ", "dinh", "cấp", "chức", "ghế", "nhóm", "hàm", "vai", "cục", "vụ", "phòng"})
_NO_PERSON_PAIRS = frozenset(
    {("hội", "nghị"), ("đối", "thoại"), ("văn", "phòng"), ("cử", "viên"), ("ứng", "viên"), ("nhiệm", "kỳ")}
    | {("bầu", "cử"), ("tranh", "cử"), ("cương", "vị")}
)
_GOVERNMENTS = (["chính", "quyền"], ["chủ", "quyền"], ["thẩm", "quyền"])  # not an acting president's
_SPOUSES = frozenset({("phu", "nhân"), ("first", "lady"), ("con", "trai"), ("con", "gái"), ("người", "vợ")})
_PRIVATE = frozenset({"company", "association", "sport", "media", "academic"})
_MAY_BE_PRIVATE = frozenset({"any", "president", "agency", "diplomatic"}) | _PRIVATE


class TitleReader:
    """Reads the title whose noun starts at a word."""

    def __init__(self, vocabulary: Vocabulary, names: NameReader) -> None:
        self.vocabulary = vocabulary
        self.names = names

    def at(self, words: Words, first: int, *, is_english: bool, seeks_name: bool = True) -> Title | None:
        """Read the title whose noun starts at word `first`; None where none does.

        Where `seeks_name` is false, the title stands after its name, and only a name of known shape ends it.
        """
        head = self.vocabulary.heads.at(words, first)
        if head is None:
            return None
        walk = TitleWalk(
            self.vocabulary,
            self.names,
            words,
            head,
            is_english=is_english,
            seeks_name=seeks_name and head.entry.kind != "embassy",
        )
        walk.read()
        start = self._start(words, head, walk)
        before = words.keys[start - 1] if words.follows(start) else ""
        before_that = words.keys[start - 2] if before and words.follows(start - 1) else ""
        is_spouse = (before_that, before) in _SPOUSES
        is_plural = before in _PLURALS or before_that in _PLURALS
        return Title(
            first=start,
            head_first=first,
            last=walk.last,
            heads=(tuple(words.keys[first : head.last]),),
            kind=None if is_spouse else _kind(head, walk),
            own_country=head.entry.country or walk.body_country,
            countries=tuple(walk.countries),
            details=frozenset(
                words.keys[i]
                for i in range(start, walk.last)
                if not (first <= i < head.last or i in walk.places or words.keys[i] in _SAY_NOTHING)
            ),
            is_private=_is_private(head, walk),
            name=None if is_plural and words.gaps[walk.last - 1] is Gap.COMMA else walk.name,
            short=walk.short,
            is_plural=is_plural,
            is_person=not (is_spouse or before in _NO_PERSON or (before_that, before) in _NO_PERSON_PAIRS),
            is_counterpart=head.entry.kind == "counterpart",
            needs_body=head.entry.kind == "any" and walk.last == head.last and not _decisive(walk),
        )

    def _start(self, words: Words, head: Hit, walk: TitleWalk) -> int:
        """Go back over what belongs to a title before its noun: "tân", "cựu", "South Korea's Foreign"."""
        start = head.first
        while words.follows(start) and words.keys[start - 1] in self.vocabulary.prefixes.first_words:
            if words.follows(start - 1) and words.keys[start - 2 : start] in _GOVERNMENTS:
                break
            start -= 1
        if head.entry.language != "en":
            return start
        at = start
        countries: list[tuple[str, bool]] = []
        while at > 0 and words.gaps[at - 1] in (Gap.BLANK, Gap.COMMA, Gap.APOSTROPHE):
            before, is_blank = at - 1, words.follows(at)
            if is_blank and words.keys[before] == "s" and words.follows(before, Gap.APOSTROPHE):
                at = before
                continue
            if is_blank and words.keys[before] == "and" and at < head.first:
                at = before
                continue
            acronym = words.acronyms.get(words.keys[before]) if words.cases[before] is Case.UPPER else None
            if acronym is not None and is_blank:
                walk.kinds.append(acronym[0])
                at = start = before
                continue
            hit = self._part_ending(words, at)
            if hit is None:
                break
            if words.follows(at, Gap.COMMA) and hit.entry.kind != "field":
                break
            if hit.entry.kind.startswith("body."):
                walk.kinds.append(hit.entry.kind.removeprefix("body."))
            if hit.entry.country:
                countries.insert(0, (hit.entry.country, False))
                walk.places.update(range(hit.first, hit.last))
            at = start = hit.first
        walk.countries[:0] = countries
        return start

    def _part_ending(self, words: Words, last: int) -> Hit | None:
        """Find a field, nation, country or prefix that ends right before word `last`."""
        known = self.vocabulary
        for first in range(max(0, last - 4), last):
            for lexicon in (known.places, known.parts, known.prefixes):
                hit = lexicon.at(words, first, end=last)
                if hit is not None:
                    return hit
        return None


def _decisive(walk: TitleWalk) -> str | None:
    return next((k for k in walk.kinds if k != "unknown"), None)


def _is_private(head: Hit, walk: TitleWalk) -> bool:
    if head.entry.kind not in _MAY_BE_PRIVATE:
        return False
    return head.entry.kind in _PRIVATE or "company" in walk.kinds or _decisive(walk) in _PRIVATE


def _kind(head: Hit, walk: TitleWalk) -> str | None:
    """Decide what public office a title is, if any, from its noun and the bodies named in it."""
    kind = head.entry.kind
    decisive = _decisive(walk)
    if _is_private(head, walk):
        return None
    if kind in PUBLIC:
        return kind
    if kind == "president":
        return "state" if not walk.has_of or decisive in PUBLIC or walk.countries else None
    if kind == "leader":
        return "state" if walk.countries and walk.name is not None else None
    if kind == "embassy":
        return "diplomatic"
    return decisive if kind == "any" and decisive in PUBLIC else None
