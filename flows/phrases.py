"""Phrases: the small pattern language of seeds/, and one pass over a text that finds them all.

A phrase is written as people write it, with four marks:

=============  ====================================================  ===============================
mark           matches                                               example
=============  ====================================================  ===============================
``(a|b)``      one of them                                           ``(biên )?bản ghi nhớ``
``(a)?``       it, or nothing
``{term}``     a phrase given a name under ``terms``                 ``{vkist}``
``-``          a dash, with or without blanks beside it              ``việt nam-hàn quốc``
``…``          up to 90 characters of one sentence                   ``{phase_2} … {vkist}``
=============  ====================================================  ===============================

Letter case, dash and quote variants and tone placement do not matter: phrases are matched on the folded
text (`flows.read.fold`), whole words only.  Every stretch between two ``…`` is written out into the plain
strings it stands for, and all of them are searched at once (Aho-Corasick), so that a thousand phrases cost
about what ten do.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import ahocorasick_rs

from flows.read.fold import fold
from flows.span import Span

GAP = 90
MOST_STRINGS = 20_000

_MARK = re.compile(r"\(|\)\??|\||\{[a-z0-9_]+\}| ?- ?|(?:(?! ?-)[^(){}|])+")
_DASHES = ("-", " - ", " -", "- ")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|\n")


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A phrase found: the key it is listed under, and the stretch from its first word to its last."""

    key: str
    phrase: str
    span: Span


class PhraseError(ValueError):
    """A phrase that cannot be read, with what is wrong and where."""


Written = dict[str, set[str]]


def expand(
    phrase: str, terms: Mapping[str, Sequence[str]], written: Written | None = None
) -> tuple[frozenset[str], ...]:
    """Write out a phrase: for every stretch between two ``…``, the plain strings that it stands for.

    `written` remembers, over several calls with the same `terms`, what each term stands for.

    Raises:
        PhraseError: for an unclosed bracket, an unknown term, a stretch that matches nothing or too much.
    """
    stretches = []
    written = {} if written is None else written
    for stretch in fold(phrase).split("…"):
        marks = _MARK.findall(stretch.strip())
        strings, rest = _alternatives(marks, 0, phrase, terms, written)
        if rest != len(marks):
            raise PhraseError(f"{phrase!r}: a bracket closes that was not opened")
        clean = frozenset(" ".join(s.split()) for s in strings)
        if not clean or "" in clean:
            raise PhraseError(f"{phrase!r}: matches the empty text")
        if len(clean) > MOST_STRINGS:
            raise PhraseError(f"{phrase!r}: stands for {len(clean)} strings, more than {MOST_STRINGS}")
        stretches.append(clean)
    return tuple(stretches)


def _alternatives(
    marks: Sequence[str], at: int, phrase: str, terms: Mapping[str, Sequence[str]], written: Written
) -> tuple[set[str], int]:
    """Read alternatives up to a closing bracket or the end; return their strings and where they end."""
    done: set[str] = set()
    current = {""}
    while at < len(marks):
        mark = marks[at]
        if mark.startswith(")"):
            break
        at += 1
        if mark == "|":
            done |= current
            current = {""}
            continue
        if mark == "(":
            inner, at = _alternatives(marks, at, phrase, terms, written)
            if at == len(marks):
                raise PhraseError(f"{phrase!r}: a bracket is not closed")
            if marks[at] == ")?":
                inner = inner | {""}
            at += 1
        elif mark.startswith("{"):
            inner = _term(mark[1:-1], phrase, terms, written)
        elif mark.strip() == "-":
            inner = set(_DASHES)
        else:
            inner = {mark}
        if len(current) * len(inner) > MOST_STRINGS:
            raise PhraseError(f"{phrase!r}: stands for more than {MOST_STRINGS} strings")
        current = {head + tail for head, tail in product(current, inner)}
    return done | current, at


def _term(name: str, phrase: str, terms: Mapping[str, Sequence[str]], written: Written) -> set[str]:
    if name not in terms:
        raise PhraseError(f"{phrase!r}: no term is named {{{name}}}")
    if name not in written:
        others = {key: phrases for key, phrases in terms.items() if key != name}
        found: set[str] = set()
        for listed in terms[name]:
            stretches = expand(listed, others)
            if len(stretches) != 1:
                raise PhraseError(f"{phrase!r}: the term {{{name}}} holds a gap")
            found |= stretches[0]
        written[name] = found
    return written[name]


class PhraseBook:
    """All phrases of a lexicon, ready to be found in one pass.

    Args:
        phrases: for every key, the phrases listed under it.
        terms: named phrases that the others may use.

    Raises:
        PhraseError: where a phrase cannot be read; the message says which.
    """

    def __init__(
        self, phrases: Mapping[str, Sequence[str]], terms: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._phrases: list[tuple[str, str, int]] = []
        self._uses: dict[str, list[tuple[int, int]]] = defaultdict(list)
        written: Written = {}
        for key, listed in phrases.items():
            for phrase in listed:
                stretches = expand(phrase, terms or {}, written)
                number = len(self._phrases)
                self._phrases.append((key, phrase, len(stretches)))
                for place, strings in enumerate(stretches):
                    for string in strings:
                        self._uses[string].append((number, place))
        self._strings = sorted(self._uses)
        self._search = ahocorasick_rs.AhoCorasick(self._strings) if self._strings else None

    def find(self, folded: str) -> list[PhraseHit]:
        """Find every phrase in a folded text, in the order of the text; of one key the longest only."""
        if self._search is None:
            return []
        hits: list[PhraseHit] = []
        parts: dict[int, dict[int, list[Span]]] = {}
        for index, start, end in self._search.find_matches_as_indexes(folded, overlapping=True):
            if not _is_whole(folded, start, end):
                continue
            span = Span(start, end)
            for number, place in self._uses[self._strings[index]]:
                key, phrase, n_stretches = self._phrases[number]
                if n_stretches == 1:
                    hits.append(PhraseHit(key, phrase, span))
                else:
                    parts.setdefault(number, {}).setdefault(place, []).append(span)
        for number, found in parts.items():
            key, phrase, n_stretches = self._phrases[number]
            if len(found) == n_stretches:
                stretches = [found[place] for place in range(n_stretches)]
                hits += [PhraseHit(key, phrase, span) for span in _chains(folded, stretches)]
        return _longest(hits)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a match neither starts nor ends inside a word."""
    inside_left = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    inside_right = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not inside_left and not inside_right


def _chains(text: str, stretches: Sequence[Sequence[Span]]) -> Iterator[Span]:
    """Join the stretches of one phrase: each the nearest after the last, in the same sentence.

    Of two that end alike the tighter counts: in "bản ghi nhớ về lao động, bản ghi nhớ về nghề cá" the
    phrase ``bản ghi nhớ … nghề cá`` names the second paper, and not both.
    """
    later = [sorted(spans, key=lambda s: (s.start, -s.end)) for spans in stretches[1:]]
    starts = [[s.start for s in spans] for spans in later]
    heads: dict[int, Span] = {}
    for head in stretches[0]:
        end = head.end
        for spans, begins in zip(later, starts, strict=True):
            at = bisect_left(begins, end)
            if at == len(spans) or begins[at] > end + GAP or _SENTENCE_END.search(text, end, begins[at]):
                break
            end = spans[at].end
        else:
            rival = heads.get(end)
            if rival is None or (head.end, -head.start) > (rival.end, -rival.start):
                heads[end] = head
    for end, head in heads.items():
        yield Span(head.start, end)


def _longest(hits: list[PhraseHit]) -> list[PhraseHit]:
    """Drop every hit that another hit of the same key holds; sort by place, the longest first."""
    hits.sort(key=lambda h: (h.key, h.span.start, -h.span.end, h.phrase))
    kept: list[PhraseHit] = []
    for hit in hits:
        last = kept[-1] if kept else None
        if last is not None and last.key == hit.key and last.span.holds(hit.span):
            continue
        kept.append(hit)
    kept.sort(key=lambda h: (h.span.start, -h.span.end, h.key))
    return kept
