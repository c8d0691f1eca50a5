"""The length-preserving folds on which all matching happens.

A fold never changes the length of a text, so that an offset into the fold is an offset into the text.
"""

import re
import unicodedata
from functools import lru_cache

_SAME = {
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "\t": " ",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2032": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"',
}  # fmt: skip

# Letters of other scripts, and Latin ones of other alphabets, that pass for a Latin letter on a page.
_LOOK_ALIKES = dict(
    zip(
        "аеорсухіѕјԁһԛԝɡɑЅІЈАВЕКМНОРСТУХαονρΑΒΕΗΙΚΜΝΟΡΤΥΧƬɓƁ",
        "aeopcyxisjdhqwgasijabekmhopctyxaovpabehikmnoptyxtbb",
        strict=True,
    )
)

# "hoà", "thoả", "uỷ" carry the tone on the second vowel; the new placement has it on the first.  Only at
# the end of a syllable: "toàn" and "khuỷu" are written the same way in both; "quý" has no "uy".
_OLD_TONE = re.compile(r"[ou][àáảãạèéẻẽẹỳýỷỹỵ](?![^\W\d_])")
_OLD_PAIRS = frozenset(o + a for o, second in (("o", "àáảãạèéẻẽẹ"), ("u", "ỳýỷỹỵ")) for a in second)
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def _lower(char: str) -> str:
    small = char.lower()
    return small if len(small) == 1 else char


def _strip(char: str) -> str:
    if char == "đ":
        return "d"
    apart = unicodedata.normalize("NFD", char)
    # A Korean syllable comes apart into letters, not marks.
    return apart[0] if all(map(unicodedata.combining, apart[1:])) else char


class _Table(dict[int, str]):
    """A translation table that works out a character the first time it is met."""

    def __init__(self, plain: bool) -> None:
        super().__init__()
        self._plain = plain

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _strip(char) if self._plain else _SAME.get(char) or _lower(_LOOK_ALIKES.get(char, char))
        self[code] = folded
        return folded


_FOLD = _Table(plain=False)
_PLAIN = _Table(plain=True)


@lru_cache(maxsize=256)
def _move_tone(pair: str) -> str:
    first, second = pair[0], pair[1]
    decomposed = unicodedata.normalize("NFD", second)
    base, marks = decomposed[0], decomposed[1:]
    tone = "".join(m for m in marks if m in _TONES)
    rest = "".join(m for m in marks if m not in _TONES)
    moved = unicodedata.normalize("NFC", first + tone) + unicodedata.normalize("NFC", base + rest)
    return moved if len(moved) == 2 else pair


_SPECIAL = re.compile("[" + re.escape("".join((*_SAME, *_LOOK_ALIKES))) + "]")
_PLAIN_LETTERS = _SAME | _LOOK_ALIKES


def fold(text: str) -> str:
    """Fold a canonical text: lower case, one kind of dash, quote and blank, new tone placement.

    Letters of other scripts that look like Latin ones become those.  The result has the length of `text`.
    """
    folded = _SPECIAL.sub(lambda m: _PLAIN_LETTERS[m[0]], text).lower()
    if len(folded) != len(text) or "Σ" in text:  # a letter that grows; one that looks at its neighbours
        folded = text.translate(_FOLD)
    return _OLD_TONE.sub(_with_new_tone, folded)


def _with_new_tone(match: re.Match[str]) -> str:
    pair, before = match[0], match.string[match.start() - 1 : match.start()]
    return pair if before == "q" or pair not in _OLD_PAIRS else _move_tone(pair)


def strip_diacritics(folded: str) -> str:
    """Fold further: no Vietnamese diacritics, đ is d.  The result has the length of `folded`."""
    marked = unicodedata.normalize("NFD", folded.replace("đ", "d"))
    plain = marked.encode("ascii", "ignore").decode("ascii")
    # A character without an ASCII letter in it ("…", "한") was lost.
    return plain if len(plain) == len(folded) else folded.translate(_PLAIN)
