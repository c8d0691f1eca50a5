"""Bodies that a report names near a title: what "(VNMAC)" stands for, whose "director general" it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.extract.officials.lexicon import Hit
from flows.extract.officials.titles import Title
from flows.extract.officials.vocabulary import PUBLIC, Vocabulary
from flows.extract.officials.words import ABBREVIATIONS, Case, Gap, Words

_IN_NAME = frozenset({Gap.BLANK, Gap.HYPHEN, Gap.DASH, Gap.COMMA, Gap.AND, Gap.APOSTROPHE})
_LONGEST_NAME = 16
_SAME_SENTENCE = 30
_SENTENCE_BEFORE = 45
_BODY = "body."
_UNKNOWN = "unknown"
_AND = frozenset({"và", "với", "and"})
_POSSESSIVES = frozenset({"its", "whose"})
# "Trưởng ban" heads a "Ban", "Viện trưởng" a "Viện".
_NO_NOUN = frozenset({"phó", "trưởng", "tổng", "chánh", "thường", "trực", "đoàn", "đại", "diện"})


def read_acronyms(words: Words, vocabulary: Vocabulary) -> Mapping[str, tuple[str, str | None]]:
    """Find the letters that stand in brackets after the name of a body, with its kind and country."""
    found: dict[str, tuple[str, str | None]] = {}
    for at in words.capitals:
        if words.cases[at] is not Case.UPPER or not words.follows(at, Gap.OPEN) or at < 2:
            continue
        if words.gaps[at] in (Gap.BLANK, Gap.HYPHEN, Gap.GLUED):
            continue
        first = at - 1
        while first > 0 and at - first < _LONGEST_NAME and words.gaps[first - 1] in _IN_NAME:
            first -= 1
        named = _bodies(words, vocabulary, first, at)
        # "Ngân hàng Nhà nước và Ngân hàng Trung ương Hàn Quốc (BOK)" are two bodies.
        joined = max((i for i in range(first, at) if words.keys[i] in _AND), default=first)
        body = _body_in([b for b in named if b.first > joined]) or _body_in(named)
        if body is not None:
            found.setdefault(words.keys[at], (body.entry.kind.removeprefix(_BODY), body.entry.country))
    return found


def with_body_before(words: Words, vocabulary: Vocabulary, title: Title) -> Title:
    """Give a title that names no body, "Phó Tổng Giám đốc", that of the body named before it.

    That is one of the same sentence ("Thay mặt VNMAC, Thiếu tướng A, Phó Tổng Giám đốc"), of the sentence
    before for "its director", and farther back one with the noun of the title.  Where a company stands
    beside it, nobody can tell.
    """
    if not title.needs_body or (title.name is None and _names_unknown_body(words, title)):
        return title
    own = words.keys[title.first - 1] in _POSSESSIVES if title.first else False
    nouns = {word for word in title.heads[0] if word not in _NO_NOUN}
    sentence = title.first
    earliest = max(0, title.first - _SAME_SENTENCE)
    while sentence > earliest and not _ends_sentence(words, sentence - 1):
        sentence -= 1
    before = max(0, title.first - _SENTENCE_BEFORE)
    near = _bodies(words, vocabulary, before if own else sentence, title.first)
    body = near[-1] if own and near else _body_in(near)
    if body is None:
        far = _bodies(words, vocabulary, before, title.first)
        body = next((b for b in reversed(far) if words.keys[b.first] in nouns), None)
    kind = body.entry.kind.removeprefix(_BODY) if body is not None else None
    return replace(title, kind=kind, own_country=body.entry.country) if kind in PUBLIC and body else title


def _names_unknown_body(words: Words, title: Title) -> bool:
    """Tell whether a body that nobody listed follows: "Tổng giám đốc Hyundai E&C"."""
    return title.last < words.n and words.follows(title.last) and words.cases[title.last] is not Case.LOWER


def _ends_sentence(words: Words, at: int) -> bool:
    gap = words.gaps[at]
    return gap in (Gap.BREAK, Gap.LINE) or (gap is Gap.DOT and words.keys[at] not in ABBREVIATIONS)


def _bodies(words: Words, vocabulary: Vocabulary, first: int, last: int) -> list[Hit]:
    parts = vocabulary.parts
    hits: list[Hit] = []
    at = first
    while at < last:
        hit = parts.at(words, at) if words.keys[at] in parts.first_words else None
        if hit is not None and hit.last <= last and hit.entry.kind.startswith(_BODY):
            hits.append(hit)
        at = hit.last if hit is not None else at + 1
    return hits


def _body_in(hits: Sequence[Hit]) -> Hit | None:
    """Choose the first body of known kind; none where one of them is private."""
    known = [h for h in hits if h.entry.kind != _BODY + _UNKNOWN]
    is_private = any(h.entry.kind.removeprefix(_BODY) not in PUBLIC for h in known)
    return None if is_private or not known else known[0]
