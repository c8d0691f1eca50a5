"""The nouns that names of bodies start with in Vietnamese: "Bộ", "Viện", "Tập đoàn"."""

import re
from typing import Final

from flows.extract.name_key import name_key
from flows.extract.phrases_at import Found, PhrasesAt
from flows.extract.records import Level
from flows.phrases import expand
from flows.read.fold import fold
from flows.reference.model import Reference

_WORD = re.compile(r"\w+")
_PARTS = re.compile(r",\s")
_NAMES_NOTHING = re.compile(r"(?: này| trên)?(?: (?:và|với|cùng)(?!\w)|[,.;:)]|$)")
# "Gyeongsangbuk-do", "Suwon-si"
_KOREAN_HEAD: Final = re.compile(r"[- ]{1,3}(?:do|si|gun|gu)$")


class Heads:
    """The head nouns of Vietnamese names, to be asked at a place of a folded text."""

    def __init__(self, reference: Reference) -> None:
        rows = reference.body_heads
        self._levels: dict[str, Level] = {row.level: row.level for row in rows}
        self._heads = PhrasesAt(((r.level, r.phrase) for r in rows if r.language == "vi"), reference.terms)
        self._any = PhrasesAt(((r.level, r.phrase) for r in rows), reference.terms)
        words = [(w.kind, w.phrase) for w in reference.body_words if w.language == "vi"]
        self._look_alikes = PhrasesAt((w for w in words if w[0] == "look_alike"), reference.terms)
        self._longer_words = PhrasesAt((w for w in words if w[0] == "inside"), reference.terms)
        self._capital = {
            string
            for w in reference.body_words
            if w.kind == "capital"
            for string in expand(w.phrase, reference.terms)[0]
        }
        self.first_words = self._heads.first_words

    def at(self, text: str, folded: str, start: int) -> tuple[int, Level] | None:
        """Return where a head noun that starts a name at `start` ends, and its level; None where none does.

        A noun in small letters starts a name only before a word in capitals or another such noun: "tỉnh
        Quảng Nam", "trường Đại học", not "cơ quan chức năng".
        """
        found = self._heads.at(folded, start, len(folded))
        if found is None or self._look_alikes.at(folded, start, len(folded)):
            return None
        end = found.span.end
        if text[start].isupper():
            return end, self._level(found)
        if folded[start:end] in self._capital:
            return None
        # "trụ sở Bộ Y tế", "cán bộ", "xã hội"
        if self._longer_words.at(folded, folded.rfind(" ", 0, max(0, start - 1)) + 1, len(folded)):
            return None
        if text[end - 1] == ".":
            return end, self._level(found)
        following = end + 1
        if folded[end : end + 1] not in {" ", ""} or following >= len(text):
            return None
        if text[following].isupper() or text[following].isdigit():
            return end, self._level(found)
        return (end, self._level(found)) if self.at(text, folded, following) else None

    def alone(self, folded: str, start: int, limit: int) -> int | None:
        """Return where a head noun at `start` ends that names nothing by itself: "Ủy ban và …"; else None."""
        found = self._heads.at(folded, start, limit)
        if found is None or self._look_alikes.at(folded, start, limit):
            return None
        end = found.span.end
        if "state" in found.kinds or folded.count(" ", start, end) > 1:  # "Ngân hàng Nhà nước" is a name
            return None
        return end if _NAMES_NOTHING.match(folded, end, limit) else None

    def level_of(self, head: str) -> Level | None:
        """Return the level of a head noun."""
        found = self._heads.at(head, 0, len(head))
        return self._level(found) if found else None

    def core(self, name: str) -> str:
        """Return the core of a name as one plain word: "hamyang" of "quận Ham Yang, tỉnh Gyeongsangnam".

        It is what is left without the head nouns at both ends and the larger body or place after a comma;
        empty where nothing is.
        """
        return name_key(self.without(name)).replace(" ", "")

    def without(self, name: str) -> str:
        """Return the folded words of a name without its head nouns and the larger body after a comma."""
        folded = _KOREAN_HEAD.sub("", fold(_PARTS.split(name, maxsplit=1)[0]))
        start, end = 0, len(folded)
        while (head := self._any.at(folded, start, end)) and (
            word := _WORD.search(folded, head.span.end, end)
        ):
            start = word.start()
        if (head := self._any.at(folded, start, end)) and head.span.end == end:
            return ""
        while (blank := folded.rfind(" ", start, end)) > 0 and (
            (last := self._any.at(folded, blank + 1, end)) and last.span.end == end
        ):
            end = blank
        return folded[start:end]

    def _level(self, found: Found) -> Level:
        return self._levels[min(found.kinds)]
