"""The vocabulary of titles and names, put together from `seeds/offices.csv`, `places.csv`, `officials.csv`.

The kind of a row of `offices.csv` says what its phrase is:

====================  =================================================================================
kind                  what
====================  =================================================================================
state, party,         the noun of a public office ("bộ trưởng"); "any" is one that the body decides
ministry, …           ("chủ tịch"), "leader", "president" and "embassy" have a rule of their own
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

from collections.abc import Iterable

from flows.extract.officials.lexicon import Entry, Lexicon
from flows.extract.officials.words import Gap, Words
from flows.phrases import expand
from flows.read.fold import strip_diacritics
from flows.reference.model import Office, Official, Reference

PUBLIC = frozenset(
    {"state", "party", "ministry", "agency", "province", "diplomatic", "parliament", "military"}
)
_PRIVATE = frozenset({"academic", "company", "sport", "media"})
_HEADS = PUBLIC | _PRIVATE | {"any", "president", "leader", "embassy"}
_ASIDES = frozenset({"honorific", "rank", "scholar"})
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
        self.parts = _lexicon([o for o in reference.offices if o.kind not in named])
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


def _lexicon(offices: Iterable[Office]) -> Lexicon:
    return Lexicon(
        (o.phrase, Entry(o.kind, o.country or None, o.language, is_proper=o.kind == "nation"))
        for o in offices
    )


def _words(offices: Iterable[Office]) -> frozenset[str]:
    return frozenset(word for o in offices for word in expand(o.phrase, {})[0])
