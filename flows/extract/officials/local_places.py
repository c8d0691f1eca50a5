"""Read over a place that nobody listed, up to the name: "Chủ tịch UBND huyện Nam Trà My Trần Duy Dũng"."""

from flows.extract.officials.names import Name, NameReader
from flows.extract.officials.vocabulary import Vocabulary
from flows.extract.officials.words import Case, Words

_LONGEST = 4


def end_of_local_place(
    known: Vocabulary, names: NameReader, words: Words, at: int, *, is_english: bool
) -> int:
    """Return where the place that starts at word `at` ends; `at` where none does."""
    if at >= words.n or not words.follows(at) or words.cases[at] is Case.LOWER:
        return at
    if known.places.at(words, at) is not None or known.parts.at(words, at) is not None:
        return at
    name = names.at(words, at, is_english=is_english)
    if name is not None:
        # Not in "Phó Chủ tịch UBND tỉnh Lê Văn Thanh".
        return name.last if _is_before_name(names, words, name, is_english=is_english) else at
    last = at + 1
    while last < words.n and words.follows(last) and words.cases[last] is Case.TITLE and last - at < _LONGEST:
        is_name = names.at(words, last, is_english=is_english) is not None
        if known.parts.at(words, last) or (is_name and words.keys[last + 1] != "nguyễn"):
            break
        last += 1
    return last


def _is_before_name(names: NameReader, words: Words, place: Name, *, is_english: bool) -> bool:
    """Tell whether what looks like a name is a place: "quận Hoàng Mai Nguyễn Quang Hiếu"."""
    at = place.last
    if at >= words.n or not words.follows(at):
        return False
    return names.at(words, at, is_english=is_english) is not None
