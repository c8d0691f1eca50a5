"""Write the names of a candidate in the phrase language of `seeds/`."""

import re
from collections.abc import Iterable, Mapping, Sequence

from flows.phrases import PhraseError, expand
from flows.read.fold import fold

FEWEST_LETTERS = 3
_PAIR_TERM = "pair_name"
_MARKS = re.compile(r"[\s(){}|…]*[(){}|…][\s(){}|…]*")
_ENDS = " …-\"'"
_PAIR = re.compile(
    r"(?<!\w)(?:(?:việt nam|viet nam|vietnam|việt) ?- ?(?:hàn quốc|hàn|korea)"
    r"|(?:hàn quốc|hàn|korea) ?- ?(?:việt nam|viet nam|vietnam|việt))(?!\w)"
)


def write_phrases(names: Iterable[str], terms: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the phrases that find all of `names`: the shortest ones, without those that they cover.

    What would be a mark of the phrase language becomes a gap ("…"); the two countries joined by a dash
    become the term of the registry that finds both orders.
    """
    written: list[str] = []
    for name in sorted({fold(" ".join(name.split())) for name in names}, key=lambda n: (len(n), n)):
        plain = _MARKS.sub(" … ", name).strip(_ENDS)
        phrase = _PAIR.sub(f"{{{_PAIR_TERM}}}", plain) if _PAIR_TERM in terms else plain
        usable = phrase if _can_be_used(phrase, terms) else plain
        is_covered = any(f" {shorter} " in f" {usable} " for shorter in written)
        if not is_covered and _can_be_used(usable, terms):
            written.append(usable)
    return written


def _can_be_used(phrase: str, terms: Mapping[str, Sequence[str]]) -> bool:
    if sum(char.isalnum() for char in phrase) < FEWEST_LETTERS:
        return False
    try:
        return bool(expand(phrase, terms))
    except PhraseError:
        return False
