"""Furniture: lines that are no part of an article, whatever stands around them."""

import re
from functools import cache

from flows.read.bylines import is_name
from flows.read.reader_words import any_of, reader_words

_SENTENCE_END = re.compile(r"(?:[.!?…]|\./\.)[\"')\]\s]*$")
_NO_WORDS = re.compile(r"[\W\d_]*")
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|bmp|svg|mp[34]|pdf)|(?:\S+ ){1,5}\S*\.(?:jpe?g|png|gif|webp)"
)
_SLUG = re.compile(r"(?=[a-z0-9_-]*\d)[a-z0-9]+(?:[-_][a-z0-9]+){2,}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")
_LINK = re.compile(r"(?:>|»|▶|►|☛|👉|➡|→) ?")
_DATELINE = re.compile(r"[\w .,]{3,30}, (?:[a-z]{3,9}\.? \d{1,2}|\d{1,2}/\d{1,2})(?: \([\w ]+\))? ?-*")
_SOURCE_LINE = re.compile(r"\(?(?:theo|nguồn|source|according to) ?:? [^.,;:()]{2,40}\)?\.?")
_LONGEST_SIGNATURE = 80
_OF_SOURCE = re.compile(r" ?\((?:theo|tổng hợp|lược dịch|dịch|t/h)\b[^()]{0,40}\)\W*$", re.IGNORECASE)
_TO_NAME = " -–/()."


def ends_sentence(words: str) -> bool:
    """Tell whether the words of a line end a sentence."""
    return bool(_SENTENCE_END.search(words[-12:]))


def is_furniture(written: str, words: str) -> bool:
    """Tell whether a line is furniture: a button, a clock, an image's name, a link, an address, an author.

    Args:
        written: the line as written.
        words: its fold.
    """
    page = reader_words()
    if _NO_WORDS.fullmatch(words) or is_page_word(words):
        return True
    if words.startswith(page.start):
        return words.startswith(_labels()) or not ends_sentence(words)
    if _ADDRESS.fullmatch(words) or names_image(words) or _LINK.match(words):
        return True
    if len(words) >= _LONGEST_SIGNATURE:
        return False
    named = _author().match(words)
    return bool(_DATELINE.fullmatch(words)) or (named is not None and is_signature(written[named.end() :]))


def is_page_word(words: str) -> bool:
    """Tell whether a line says no more than a button does, or the title of a box."""
    page = reader_words()
    return bare(words) in page.line or bare(words) in page.box or bare(words) in page.end


@cache
def _author() -> re.Pattern[str]:
    return re.compile(rf"{any_of(reader_words().author)} ?")


@cache
def _labels() -> tuple[str, ...]:
    """Return the words that a colon makes a label: no sentence starts with them."""
    return tuple(words for words in reader_words().start if words.endswith(":"))


def bare(words: str) -> str:
    """Return the words of a button or a box's title: "Bình luận (3)" is "bình luận"."""
    return re.sub(r" ?\(\d+\)$", "", words.strip(" .…:•-*|·–>")).strip(" ()")


def names_image(words: str) -> bool:
    """Tell whether a line is the name of a file, as pages leave it above a caption."""
    return bool(_FILE_NAME.fullmatch(words) or _SLUG.fullmatch(words))


def names_source(words: str) -> bool:
    """Tell whether a line says no more than where a text comes from ("Theo TTXVN")."""
    return bool(_SOURCE_LINE.fullmatch(words))


def is_signature(written: str) -> bool:
    """Tell whether a line holds names and nothing else ("Thuỷ Tiên - Nghi Điền", "T.Anh (theo Yonhap)")."""
    names = re.split(r" ?[-–/&,] ?| và ", _OF_SOURCE.sub("", written).strip(_TO_NAME))
    return all(is_name(name) or _is_initials(name) for name in names)


def _is_initials(name: str) -> bool:
    return 0 < len(name) <= 8 and name.replace(".", "").replace("+", "").isalpha() and name[0].isupper()
