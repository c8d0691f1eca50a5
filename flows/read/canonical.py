"""The canonical text of a report, the one that every span points into."""

import re
import unicodedata

# Soft hyphen, zero-width and direction marks, byte order mark: nothing that a reader of the page sees.
_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_OTHER_LINE_ENDS = "\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
_DROPPED = re.compile(f"[{_INVISIBLE}{_CONTROL}]+")
_LINE_END = re.compile(f"\r\n|[{_OTHER_LINE_ENDS}]")
_UNUSUAL = re.compile(f"[{_INVISIBLE}{_CONTROL}{_OTHER_LINE_ENDS}]")
# Long runs out of the blocks that hold combining marks.
_SUSPECT = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u1cff\u1dc0-\u1dff\u20d0-\u20ff\u2cef-\u309a\ua66f-\uabff\ufb1e\ufe20-\ufe2f\U00010000-\U0001ffff]{32,}"
)
_MOST_MARKS = 30


def canonical(text: str) -> str:
    r"""Return the canonical form: NFC, ``\n`` line ends, no invisible and no control characters.

    Applying it twice changes nothing more. White space at the ends stays.
    """
    if _UNUSUAL.search(text):
        text = _LINE_END.sub("\n", _DROPPED.sub("", text))
    if text.isascii():
        return text
    return _thin_marks(unicodedata.normalize("NFC", _thin_marks(text)))


def _thin_marks(text: str) -> str:
    """Drop all but thirty combining marks on one letter: sorting a long run takes quadratic time."""
    return _SUSPECT.sub(lambda run: _thin(run[0]), text)


def _thin(run: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in run:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)
