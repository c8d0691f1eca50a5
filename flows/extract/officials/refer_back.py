"""What points back to a person: a short name ("Ông Shik"), a title alone ("Bộ trưởng")."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from flows.extract.officials.people import Someone, country_of_title
from flows.extract.officials.read_title import TitleReader
from flows.extract.officials.titles import Title
from flows.extract.officials.words import Case, Gap, Words

# "Ngoại trưởng" is the "Bộ trưởng Ngoại giao".
_SAME_OFFICE: dict[tuple[str, ...], tuple[tuple[str, ...], frozenset[str]]] = {
    ("ngoại", "trưởng"): (("bộ", "trưởng"), frozenset({"ngoại", "giao"})),
}
_SAY_NOTHING = frozenset(
    {"chính", "phủ", "thường", "trực", "đặc", "mệnh", "toàn", "quyền", "bộ", "nước", "thứ", "nhất", "tân"}
)
_FORMER = frozenset({"cựu", "nguyên", "cố", "former", "late"})
_ALONE = frozenset({"state", "party", "ministry", "parliament", "diplomatic", "province", "agency"})
# In a list of hundreds of officials nobody can tell whom "Bộ trưởng" means.
_MOST_PERSONS = 200
_COURTESY = frozenset({"mr", "mrs", "ms", "dr"})


@dataclass(frozen=True, slots=True)
class Pointer:
    """A single capitalised word or a title that may point back: words `first` to `last` (exclusive)."""

    first: int
    last: int
    title: Title | None
    is_short_name: bool


def find_pointers(
    words: Words, reader: TitleReader, titles: Sequence[Title], covered: set[int], *, is_english: bool
) -> list[Pointer]:
    """Find what may point back, in text order; `covered` are the words of full names."""
    found = [Pointer(t.first, t.last, t, False) for t in titles if t.short is None]
    found += [Pointer(t.short, t.short + 1, t, True) for t in titles if t.short is not None]
    taken = covered | {t.short for t in titles if t.short is not None}
    asides, no_name = reader.vocabulary.asides, reader.vocabulary.no_name
    for at in words.capitals:
        if words.cases[at] is not Case.TITLE or at in taken:
            continue
        has_honorific = words.follows(at) and asides.at(words, at - 1) is not None
        has_courtesy = words.follows(at, Gap.DOT) and words.keys[at - 1] in _COURTESY
        if not (has_honorific or has_courtesy or (is_english and words.keys[at] not in no_name)):
            continue
        if _stands_alone(words, at, has_honorific):
            found.append(Pointer(at, at + 1, None, True))
    found.sort(key=lambda p: (p.first, p.last))
    return found


def _stands_alone(words: Words, at: int, has_honorific: bool) -> bool:
    if words.gaps[at] in (Gap.BLANK, Gap.HYPHEN) and words.cases[at + 1] is not Case.LOWER:
        return False
    return has_honorific or not (words.follows(at) and words.cases[at - 1] is not Case.LOWER)


class PointingBack:
    """Resolves what points back while a report is read from its start to its end.

    `everyone` are the persons of the report; `name` is called at every naming, in text order, with the
    number of its sentence.
    """

    def __init__(self, everyone: Sequence[Someone]) -> None:
        self._everyone = everyone
        self._called: dict[str, list[Someone]] = defaultdict(list)
        for someone in everyone:
            for word in someone.called:
                self._called[word].append(someone)
        self._last_called: dict[str, Someone] = {}
        self._last_named: dict[str, tuple[int, int]] = {}
        self._in_sentence: dict[int, dict[str, Someone]] = defaultdict(dict)
        self._fitting: dict[tuple[object, ...], list[Someone]] = {}
        self._n_named = 0

    def name(self, someone: Someone, sentence: int) -> None:
        """Note that a person is named in a sentence."""
        self._n_named += 1
        self._last_named[someone.key] = (self._n_named, sentence)
        self._in_sentence[sentence].setdefault(someone.key, someone)
        for word in someone.called:
            self._last_called[word] = someone

    def who(self, words: Words, pointer: Pointer) -> Someone | None:
        """Find whom a pointer means; None where that cannot be told."""
        if pointer.is_short_name:
            return self._whom_called(words.keys[pointer.first])
        return None if pointer.title is None else self._holder(pointer.title)

    def _whom_called(self, word: str) -> Someone | None:
        """The last person named of that name, else the only one of the report."""
        last = self._last_called.get(word)
        if last is not None:
            return last
        ahead = self._called.get(word, ())
        return ahead[0] if len(ahead) == 1 else None

    def _holder(self, title: Title) -> Someone | None:
        """The one person of the report who may hold an office, else the last named of them.

        Of several in that sentence it is the first, who is its subject.
        """
        if (
            len(self._everyone) > _MOST_PERSONS
            or title.kind not in _ALONE
            or title.is_plural
            or not title.is_person
            or title.details & _FORMER
        ):
            return None
        asked = (title.heads, title.details, country_of_title(title) or title.own_country)
        fitting = self._fitting.get(asked)
        if fitting is None:
            fitting = [s for s in self._everyone if s.is_official and _may_hold(s, title)]
            self._fitting[asked] = fitting
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        named = [self._last_named[s.key] for s in fitting if s.key in self._last_named]
        if not named:
            return None
        _, sentence = max(named)
        return next(s for s in self._in_sentence[sentence].values() if s in fitting)


def _office(title: Title) -> tuple[set[tuple[str, ...]], frozenset[str]]:
    heads: set[tuple[str, ...]] = set()
    details = title.details
    for head in title.heads:
        noun = head
        while len(noun) > 2 and noun[-1] in _SAY_NOTHING:
            noun = noun[:-1]
        same, more = _SAME_OFFICE.get(noun, (noun, frozenset()))
        heads.add(same)
        details |= more
    return heads, details - _SAY_NOTHING


def _may_hold(someone: Someone, title: Title) -> bool:
    country = country_of_title(title) or title.own_country
    if country is not None and someone.country is not None and country != someone.country:
        return False
    heads, details = _office(title)
    held = [_office(t) for t in someone.titles if t.kind is not None]
    known = frozenset(word for _, d in held for word in d)
    if not any(heads & h for h, _ in held):
        return False
    return details <= known or (title.kind == "ministry" and not known)
