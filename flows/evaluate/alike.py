"""When two answers count as the same: names, titles, dates, and kinds that newsrooms use for one another."""

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Iterable

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_CHARACTERS = {"day": 10, "month": 7, "year": 4}


def plain_words(text: str | None) -> list[str]:
    """Split a text into lower-case words without diacritics and punctuation."""
    apart = unicodedata.normalize("NFD", (text or "").lower())
    letters = "".join(c for c in apart if not unicodedata.combining(c)).replace("đ", "d")
    return _BETWEEN_WORDS.sub(" ", letters).split()


def joined_name(name: str | None) -> str:
    """Return a name as one word: "Kim Jung-kwan" and "Kim Jung Kwan" come to the same."""
    return "".join(plain_words(name))


def shared_words(
    wanted: str | None, found: str | None, without: Collection[str] = frozenset()
) -> float | None:
    """Return how far the words of two texts agree (F1, from 0 to 1), a word counted as often as it stands.

    None where `wanted` has no words but those in `without`.
    """
    words, others = ([w for w in plain_words(text) if w not in without] for text in (wanted, found))
    if not words:
        return None
    n_words, n_others = len(words), len(others)
    n_shared = 0
    for word in words:
        if word in others:
            others.remove(word)
            n_shared += 1
    return 2 * n_shared / (n_words + n_others)


def one_kind(groups: Iterable[Collection[str]], one: str, other: str) -> bool:
    """Tell whether two kinds are the same, or stand together in one of `groups`."""
    return one == other or any(one in group and other in group for group in groups)


def partial_date(on: dt.date | None, precision: str | None) -> str | None:
    """Return a date cut to its precision: ``2025-08-11``, ``2025-08`` or ``2025``."""
    return None if on is None else on.isoformat()[: _CHARACTERS[precision or "day"]]


def same_date(answers: Iterable[str | None], found: str | None, days: int = 0) -> bool:
    """Tell whether a partial date is one of the right answers, or up to `days` later than one.

    An answer without a year (``--08-11``) is met by no date at all, and by that day of any year: the year
    may have been found in another report.
    """
    return any(_meets(answer, found, days) for answer in answers)


def _meets(answer: str | None, found: str | None, days: int) -> bool:
    if answer == found:
        return True
    if answer is None:
        return False
    if answer.startswith("--"):
        return found is None or found[5:] == answer[2:]
    if not days or found is None or not len(answer) == len(found) == _CHARACTERS["day"]:
        return False
    return 0 <= (dt.date.fromisoformat(found) - dt.date.fromisoformat(answer)).days <= days
