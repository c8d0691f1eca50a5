"""Phrases of seeds/ asked for at a place of a text, or one after the other in a short stretch of it.

`flows.phrases` finds all phrases of a whole report at once; where only the words beside a few places matter,
asking there costs less.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.phrases import expand
from flows.span import Span

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at a place, with every kind that it is listed under."""

    kinds: frozenset[str]
    span: Span


class PhrasesAt:
    """Phrases without a gap, each under one or several kinds; built once.

    Args:
        phrases: pairs of a kind and a phrase that starts with a letter or digit.
        terms: named phrases that the others may use.
    """

    def __init__(
        self, phrases: Iterable[tuple[str, str]], terms: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        kinds: dict[str, set[str]] = defaultdict(set)
        for kind, phrase in phrases:
            (strings,) = expand(phrase, terms or {})
            for string in strings:
                kinds[string].add(kind)
        by_word: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for string, listed in kinds.items():
            if first := _WORD.match(string):
                by_word[first[0]].append((string, frozenset(listed)))
        self._by_word = {
            word: tuple(sorted(listed, key=lambda one: (-len(one[0]), one[0])))
            for word, listed in by_word.items()
        }

    def __bool__(self) -> bool:
        return bool(self._by_word)

    @property
    def first_words(self) -> frozenset[str]:
        """The words that phrases start with."""
        return frozenset(self._by_word)

    def at(self, folded: str, place: int, limit: int) -> Found | None:
        """Return the longest phrase that starts with the word at `place` and ends by `limit`."""
        word = _WORD.match(folded, place, limit)
        return self._longest(folded, word, limit) if word else None

    def within(self, folded: str, start: int, limit: int) -> Iterator[Found]:
        """Yield the phrases of a stretch; of those that overlap the first, and of these the longest."""
        place = start
        while (word := _WORD.search(folded, place, limit)) is not None:
            found = self._longest(folded, word, limit)
            place = found.span.end if found else word.end()
            if found:
                yield found

    def _longest(self, folded: str, word: re.Match[str], limit: int) -> Found | None:
        start = word.start()
        for string, kinds in self._by_word.get(word[0], ()):
            end = start + len(string)
            if end <= limit and folded.startswith(string, start) and not _goes_on(folded, end, limit):
                return Found(kinds, Span(start, end))
        return None


def _goes_on(folded: str, end: int, limit: int) -> bool:
    """Tell whether a match ends inside a word."""
    return end < limit and folded[end].isalnum() and folded[end - 1].isalnum()
