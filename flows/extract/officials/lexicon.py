"""Phrases looked up word by word: what stands at a word, the longest first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.extract.officials.words import Case, Gap, Words
from flows.phrases import expand

_LETTERS = re.compile(r"[^\W\d_]+")
_INSIDE = frozenset({Gap.BLANK, Gap.HYPHEN, Gap.DASH, Gap.AND, Gap.APOSTROPHE})
_ABBREVIATIONS = frozenset({"tp", "st"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of a list: what kind it is of, whose country it tells, whether it needs a capital."""

    kind: str
    country: str | None = None
    language: str = "vi"
    is_proper: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: it ends before word `last`."""

    entry: Entry
    first: int
    last: int

    @property
    def n_words(self) -> int:
        """How many words it has."""
        return self.last - self.first


class Lexicon:
    """Phrases (see `flows.phrases`, without ``…``), each with its entry, found at a word in constant time."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        found: dict[tuple[str, ...], tuple[Entry, bool]] = {}
        for phrase, entry in phrases:
            for string in expand(phrase, {})[0]:
                key = tuple(_LETTERS.findall(string))
                if key:
                    found.setdefault(key, (entry, "," in string))
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry, bool]]] = {}
        for key, (entry, has_comma) in sorted(found.items(), key=lambda f: (-len(f[0]), f[0])):
            self._by_first.setdefault(key[0], []).append((key, entry, has_comma))
        self.first_words = frozenset(self._by_first)

    def at(self, words: Words, first: int) -> Hit | None:
        """Find the longest phrase that starts with word `first`."""
        listed = self._by_first.get(words.keys[first])
        if listed is None:
            return None
        for key, entry, has_comma in listed:
            if entry.is_proper and words.cases[first] is Case.LOWER:
                continue
            last = first + len(key)
            if len(key) == 1 or (
                last <= words.n
                and words.keys[first + 1] == key[1]
                and (len(key) == 2 or tuple(words.keys[first:last]) == key)
                and _is_one(words, first, last, has_comma)
            ):
                return Hit(entry, first, last)
        return None


def _is_one(words: Words, first: int, last: int, has_comma: bool) -> bool:
    """Tell whether nothing that ends a phrase stands between the words."""
    for at in range(first, last - 1):
        gap = words.gaps[at]
        if gap is Gap.BLANK or gap in _INSIDE or (gap is Gap.COMMA and has_comma):
            continue
        if gap is not Gap.DOT or words.keys[at] not in _ABBREVIATIONS:
            return False
    return True
