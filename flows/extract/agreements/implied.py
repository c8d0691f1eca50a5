"""Parties that are not named but pointed at: "hai bộ", "lãnh đạo hai nước", "the two ministries"."""

import re
from dataclasses import dataclass
from typing import Final

from flows.extract.records import Level
from flows.phrases import expand
from flows.reference.model import Reference

_TWO: Final = r"(?:cả hai|hai|ba|2|đôi|two|both|three)"


@dataclass(frozen=True, slots=True)
class PointedAt:
    """The noun that points at two parties, and where it ends.

    `level` is that of the bodies it points at, None for any; `is_a_kind` tells that it says what they are,
    so that more words may say which: "hai bộ công thương", but not "hai bên".
    """

    level: Level | None
    is_a_kind: bool
    end: int


class FindPointedAt:
    """Finds words that point at two parties, by the nouns of `seeds/body_words.csv`; built once."""

    def __init__(self, reference: Reference) -> None:
        self._nouns: dict[str, tuple[Level | None, bool]] = {}
        for word in reference.body_words:
            if word.kind in {"both", "sides"}:
                (strings,) = expand(word.phrase, reference.terms)
                self._nouns.update(dict.fromkeys(strings, (word.level, word.kind == "both")))
        nouns = "|".join(re.escape(n) for n in sorted(self._nouns, key=lambda n: (-len(n), n)))
        self._at = re.compile(
            r"(?:(?:đại diện|lãnh đạo|người đứng đầu|các nhà lãnh đạo|chính phủ|the) )?(?:cấp cao )?"
            rf"{_TWO} (?P<noun>{nouns})(?!\w)"
        )
        self._in = re.compile(
            rf"(?<!\w)(?:{_TWO} (?P<noun>{nouns})(?!\w)"
            r"|(?P<they>they)(?= (?:have |had )?(?:sign|conclud|ink|exchang)))"
        )

    def at(self, folded: str, start: int, limit: int) -> PointedAt | None:
        """Read such words at `start`."""
        return self._read(self._at.match(folded, start, limit))

    def within(self, folded: str, start: int, limit: int) -> PointedAt | None:
        """Read the first such words of a stretch."""
        return self._read(self._in.search(folded, start, limit))

    def _read(self, found: re.Match[str] | None) -> PointedAt | None:
        if found is None:
            return None
        level, is_a_kind = self._nouns.get(found["noun"] or "", (None, False))
        return PointedAt(level, is_a_kind, found.end())
