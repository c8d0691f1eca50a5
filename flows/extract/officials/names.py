"""Names of persons: where a run of capitalised words is one, and where it ends."""

import re
from dataclasses import dataclass
from typing import Literal

from flows.extract.name_key import name_key
from flows.extract.officials.korean_syllables import is_korean_given
from flows.extract.officials.vocabulary import Vocabulary
from flows.extract.officials.words import Case, Gap, Words
from flows.read.fold import fold
from flows.reference.model import Official

Shape = Literal["vn", "kr", "other"]

_LETTERS = re.compile(r"[^\W\d_]+")
_JOINS = frozenset({Gap.BLANK, Gap.HYPHEN, Gap.DASH, Gap.LINE})
_HYPHENS = frozenset({Gap.HYPHEN, Gap.DASH})
_LONGEST_SYLLABLE = 7


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: words `first` to `last` (exclusive); `listed` is the person, if known by this name."""

    first: int
    last: int
    shape: Shape
    listed: Official | None = None


class NameReader:
    """Reads the name that starts at a word: a listed one, a Vietnamese or Korean one, or any other.

    A listed name is found by its letters only, whatever dashes, blanks or line breaks part them; a name
    that merely looks like a listed one is another name.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._listed: dict[tuple[str, ...], list[tuple[tuple[str, ...], tuple[str, ...], Official]]] = {}
        for official in vocabulary.officials:
            for spelling in (official.name, *official.aliases):
                plain = tuple(name_key(spelling).split())
                folded = tuple(_LETTERS.findall(fold(spelling)))
                self._listed.setdefault(plain[:2], []).append((plain, folded, official))
        for names in self._listed.values():
            names.sort(key=lambda n: (-len(n[0]), n[0]))

    def at(self, words: Words, first: int, *, is_english: bool = False) -> Name | None:
        """Read the name of two words or more that starts at word `first`; None where none does."""
        if words.cases[first] is Case.LOWER:
            return None
        listed = self.listed_at(words, first)
        if listed is not None:
            return listed
        family, known = words.keys[first], self._vocabulary
        is_vietnamese = family in known.vietnamese or (is_english and family in known.vietnamese_plain)
        is_korean = family in known.korean
        if not (is_vietnamese or is_korean) or family in known.no_name or words.gaps[first] not in _JOINS:
            return None
        if self._is_vocabulary(words, first):
            return None
        korean = self._korean(words, first) if is_korean else None
        vietnamese = self._vietnamese(words, first) if is_vietnamese else None
        if korean and vietnamese and is_english and vietnamese.last > korean.last:
            return vietnamese  # "Ha Thi Lam Hong"
        return korean or vietnamese

    def listed_at(self, words: Words, first: int) -> Name | None:
        """Read a name of `seeds/officials.csv`."""
        if first + 1 >= words.n or words.cases[first] is Case.LOWER or words.gaps[first] not in _JOINS:
            return None
        for plain, folded, official in self._listed.get((words.plain(first), words.plain(first + 1)), ()):
            if first + len(plain) > words.n:
                continue
            if _agrees(words, first, plain, folded):
                shapes: dict[str, Shape] = {"KR": "kr", "VN": "vn"}
                name = Name(first, first + len(plain), shapes.get(official.country, "other"), official)
                return None if self._goes_on(words, name) else name
        return None

    def other_at(self, words: Words, first: int) -> Name | None:
        """Read any run of two to four capitalised words as a name: right for what follows a title."""
        last = first
        while last < words.n and last - first < 4:
            is_joined = last > first and words.gaps[last - 1] is Gap.HYPHEN
            if last > first and not is_joined and words.gaps[last - 1] is not Gap.BLANK:
                break
            if words.cases[last] is not Case.TITLE and not is_joined:
                break
            if words.ends[last] - words.starts[last] < 2:
                return None  # "Hyundai E&C"
            if words.keys[last] in self._vocabulary.no_name or self._is_vocabulary(words, last):
                break
            last += 1
        return Name(first, last, "other") if last - first >= 2 else None

    def _goes_on(self, words: Words, name: Name) -> bool:
        """Tell whether a listed name of two words is but the start of a longer one."""
        at = name.last
        if name.last - name.first > 2 or at >= words.n:
            return False
        if words.follows(at, Gap.HYPHEN):
            return is_korean_given(words.keys[at])  # "Cho Hyun-bae" is not Cho Hyun
        if not words.follows(at):
            return False
        if words.cases[at] is not words.cases[at - 1] or words.keys[at] in self._vocabulary.no_name:
            return False
        if name.shape == "kr":
            return is_korean_given(words.keys[at]) and words.gaps[at] is not Gap.APOSTROPHE
        return name.shape == "vn" and not self._is_vocabulary(words, at, single=True)

    def _is_vocabulary(self, words: Words, at: int, *, single: bool = False) -> bool:
        """Tell whether a place, a body, a field or a title starts here: "Hà Nội", "Công Thương"."""
        for lexicon in self._vocabulary.lexicons:
            hit = lexicon.at(words, at)
            if hit is not None and (single or hit.last - hit.first > 1):
                return True
        return False

    def _vietnamese(self, words: Words, first: int) -> Name | None:
        """Family name and one to three others, four where one of them is "Thị"."""
        case = words.cases[first]
        last, most = first + 1, 4
        while last < words.n and last - first < most:
            gap, key = words.gaps[last - 1], words.keys[last]
            is_broken = gap is Gap.LINE and last - first == 1
            if not (gap is Gap.BLANK or is_broken) or words.cases[last] is not case:
                break
            if key in self._vocabulary.no_name or len(key) > _LONGEST_SYLLABLE:
                break
            if case is Case.UPPER and last - first > 1 and self._ends_names(words, last):
                break
            if (key == "nguyễn" and last - first > 1) or self._is_vocabulary(words, last):
                break
            most = 5 if key == "thị" else most
            last += 1
        if last - first < 2:
            return None
        if case is Case.UPPER and words.follows(last) and last < words.n and words.cases[last] is case:
            # In capitals a word that no name holds ends it: "NGUYỄN VĂN NAM PHÁT BIỂU".
            return Name(first, last, "vn") if self._ends_names(words, last) else None
        return Name(first, last, "vn")

    def _ends_names(self, words: Words, at: int) -> bool:
        known = self._vocabulary
        return words.keys[at] in known.no_name or known.ends_title.at(words, at) is not None

    def _korean(self, words: Words, first: int) -> Name | None:
        """Family name and a given name of one or two parts, the second after a blank or a dash."""
        case, no_name = words.cases[first], self._vocabulary.no_name
        last = first + 1
        if last >= words.n or words.cases[last] is not case or words.keys[last] in no_name:
            return None
        if not is_korean_given(words.keys[last]):
            return None
        if words.gaps[last] is not Gap.HYPHEN and self._is_vocabulary(words, last):
            return None
        last += 1
        if last < words.n and is_korean_given(words.keys[last]):
            gap, key = words.gaps[last - 1], words.keys[last]
            if gap is Gap.HYPHEN:
                last += 1
            elif gap is Gap.DASH:
                last += key not in self._vocabulary.no_syllable
            elif gap is Gap.BLANK and words.cases[last] is case and key not in no_name:
                last += not self._is_vocabulary(words, last, single=True)
        return Name(first, last, "kr")


def _agrees(words: Words, first: int, plain: tuple[str, ...], folded: tuple[str, ...]) -> bool:
    """Compare words with a listed name: mark by mark, but for a name written with no marks at all.

    "Lê Văn Thanh" is not "Lê Văn Thành"; "Le Van Thanh" may be.
    """
    last = first + len(plain)
    if any(words.plain(first + k) != plain[k] for k in range(2, len(plain))):
        return False
    written = tuple(words.keys[first:last])
    if written != folded and not all(word.isascii() for word in written):
        return False
    return all(
        words.gaps[at - 1] in _JOINS and (words.cases[at] is not Case.LOWER or words.gaps[at - 1] in _HYPHENS)
        for at in range(first + 1, last)
    )
