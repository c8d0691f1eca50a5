"""Phrases looked up word by word: what stands at a word, the longest first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.extract.officials.words import ABBREVIATIONS, Case, Gap, Words
from flows.phrases import expand

_LETTERS = re.compile(r"[^\W\d_]+")
_INSIDE = frozenset({Gap.BLANK, Gap.HYPHEN, Gap.DASH, Gap.AND, Gap.APOSTROPHE})


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
        self._alone: dict[str, Entry] = {}
        self._by_two: dict[tuple[str, str], list[tuple[tuple[str, ...], Entry, bool]]] = {}
        for key, (entry, has_comma) in sorted(found.items(), key=lambda f: (-len(f[0]), f[0])):
            if len(key) == 1:
                self._alone[key[0]] = entry
            else:
                self._by_two.setdefault((key[0], key[1]), []).append((key, entry, has_comma))
        self.first_words = frozenset(self._alone) | frozenset(first for first, _ in self._by_two)

    def at(self, words: Words, first: int, *, end: int | None = None) -> Hit | None:
        """Find the longest phrase that starts with word `first`, or the one that ends right before `end`."""
        word = words.keys[first]
        if word not in self.first_words:
            return None
        is_lower = words.cases[first] is Case.LOWER
        longer = self._by_two.get((word, words.keys[first + 1]), ()) if first + 1 < words.n else ()
        for key, entry, has_comma in longer:
            last = first + len(key)
            if last > words.n or (end is not None and last != end) or (entry.is_proper and is_lower):
                continue
            if (len(key) == 2 or tuple(words.keys[first:last]) == key) and _is_one(
                words, first, last, has_comma
            ):
                return Hit(entry, first, last)
        alone = self._alone.get(word)
        if alone is None or (alone.is_proper and is_lower) or end not in (None, first + 1):
            return None
        return Hit(alone, first, first + 1)


def _is_one(words: Words, first: int, last: int, has_comma: bool) -> bool:
    """Tell whether nothing that ends a phrase stands between the words."""
    for at in range(first, last - 1):
        gap = words.gaps[at]
        if gap is Gap.BLANK or gap in _INSIDE or (gap is Gap.COMMA and has_comma):
            continue
        if gap is not Gap.DOT or words.keys[at] not in ABBREVIATIONS:
            return False
    return True
