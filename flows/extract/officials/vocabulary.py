"""The vocabulary of titles and names, put together from `seeds/offices.csv`, `places.csv`, `officials.csv`.

The kind of a row of `offices.csv` says what its phrase is:

====================  =================================================================================
kind                  what
====================  =================================================================================
state, party,         the noun of a public office ("bộ trưởng"); "any" is one that the body decides
ministry, …           ("chủ tịch"), "leader", "president", "embassy" and "counterpart" have rules
                      of their own
``body.`` and kind    the noun of a body ("bộ", "ủy ban"), and of which kind an office of it is
field                 what a ministry is for ("công thương")
nation                an adjective of a country ("Korean")
prefix                stands before an office ("cựu", "tân")
honorific, rank,      stand between an office and a name, or before a name ("ông", "Đại tướng")
scholar
family                family names of a country
no_name               words capitalised at the start of a sentence that no name holds
no_syllable           Vietnamese words that have the shape of a Korean syllable
ends_title            words in lower case that no name of a body holds: a title is over there
====================  =================================================================================
"""

from collections.abc import Iterable, Iterator

from flows.extract.officials.lexicon import Entry, Lexicon
from flows.extract.officials.words import Gap, Words
from flows.phrases import expand
from flows.read.fold import fold, strip_diacritics
from flows.reference.model import Office, Official, Reference

PUBLIC = frozenset(
    {"state", "party", "ministry", "agency", "province", "diplomatic", "parliament", "military"}
)
_PRIVATE = frozenset({"academic", "company", "sport", "media"})
_HEADS = PUBLIC | _PRIVATE | {"any", "president", "leader", "embassy", "counterpart"}
_ASIDES = frozenset({"honorific", "rank", "scholar"})
_PRIVATE_BODIES = frozenset({"body.academic", "body.association", "body.company", "body.media", "body.sport"})
_NOT_WORDS = frozenset("…{")
_KIND_OF_LEVEL = {"university": "academic"}
_WORD_KINDS = frozenset({"family", "no_name", "no_syllable"})


class Vocabulary:
    """Lexicons of phrases and sets of words, each for one part of a title or a name."""

    def __init__(self, reference: Reference) -> None:
        def those(kinds: frozenset[str]) -> list[Office]:
            return [o for o in reference.offices if o.kind in kinds]

        self.heads = _lexicon(those(_HEADS))
        self.asides = _lexicon(those(_ASIDES))
        self.prefixes = _lexicon(those(frozenset({"prefix"})))
        self.ends_title = _lexicon(those(frozenset({"ends_title"})))
        named = _HEADS | _ASIDES | _WORD_KINDS | {"prefix", "ends_title"}
        self.parts = Lexicon(
            (*_entries(o for o in reference.offices if o.kind not in named), *_bodies(reference))
        )
        self.places = Lexicon(
            (name, Entry("place", place.country or None, is_proper=True))
            for place in reference.places
            for name in (place.name, *place.aliases)
        )
        families = those(frozenset({"family"}))
        self.vietnamese = _words(o for o in families if o.country == "VN")
        self.vietnamese_plain = frozenset(strip_diacritics(w) for w in self.vietnamese)
        self.korean = _words(o for o in families if o.country == "KR")
        # Families of both countries: in English, where no marks are written, they tell none.
        self.of_both = (self.korean & self.vietnamese_plain) - {"kim"}
        self.no_name = _words(those(frozenset({"no_name"})))
        self.no_syllable = _words(those(frozenset({"no_syllable"})))
        self.officials: tuple[Official, ...] = reference.officials
        # What a name cannot start with.
        self.lexicons = (self.places, self.heads, self.parts, self.asides)

    def after_asides(self, words: Words, at: int) -> int:
        """Skip what may stand between a title and its name ("ông", "Thượng tướng"); return where it ends."""
        while at < words.n:
            hit = self.asides.at(words, at)
            if hit is None or hit.last >= words.n or words.gaps[hit.last - 1] not in (Gap.BLANK, Gap.DOT):
                return at
            at = hit.last
        return at


def _entries(offices: Iterable[Office]) -> Iterator[tuple[str, Entry]]:
    for o in offices:
        yield o.phrase, Entry(o.kind, o.country or None, o.language, is_proper=o.kind == "nation")


def _lexicon(offices: Iterable[Office]) -> Lexicon:
    return Lexicon(_entries(offices))


def _bodies(reference: Reference) -> Iterator[tuple[str, Entry]]:
    """Yield the names of `seeds/institutions.csv`, as bodies of the kind that their level says.

    An agency is of the kind of its noun: the heads of banks, chambers and institutes hold no public office,
    whoever owns them.
    """
    noun_kinds = {
        string: office.kind
        for office in reference.offices
        if office.kind.startswith("body.") and office.language == "vi"
        for string in expand(office.phrase, {})[0]
    }
    for body in reference.institutions:
        kind = f"body.{_KIND_OF_LEVEL.get(body.level, body.level)}"
        if body.level == "agency":
            words = fold(body.name_vi).split()
            starts = (" ".join(words[:n]) for n in range(len(words), 0, -1))
            noun = next((noun_kinds[start] for start in starts if start in noun_kinds), kind)
            kind = noun if noun in _PRIVATE_BODIES else kind
        for phrase in (body.name_vi, body.name_en, *body.aliases):
            if phrase and not _NOT_WORDS & set(phrase):
                yield phrase, Entry(kind, body.country, is_proper=True)


def _words(offices: Iterable[Office]) -> frozenset[str]:
    return frozenset(word for o in offices for word in expand(o.phrase, {})[0])
