"""Find the cues of `seeds/cues.csv`: verbs that govern, acts, modality, negation, who is meant.

Where cues overlap, the leftmost and then the longest counts, so that "không ngừng" (a noise cue) hides the
negation "không", and "chưa thể khởi công" hides "khởi công".  Words for documents are told beside whatever
holds them.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.phrases import PhraseBook, PhraseHit
from flows.read.report import Language, Report
from flows.reference.model import Cue, Reference
from flows.span import Span

OBLIQUE = "oblique"
NOISE = "noise"
INSTRUMENT = "instrument"
_OVERLAPPING = 3  # words for documents that may overlap in one place: "biên bản ghi nhớ"
_FIRST = (NOISE, "speech", "act", "done")


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue in the text; `kind` and `stage` as in `seeds/cues.csv`."""

    kind: str
    stage: str | None
    span: Span


class FindCues:
    """Finds the cues of a report's language (Vietnamese ones where it has none of its own)."""

    def __init__(self, reference: Reference) -> None:
        by_language: dict[str, list[Cue]] = defaultdict(list)
        for cue in reference.cues:
            by_language[cue.language].append(cue)
        self._books = {language: _book(cues) for language, cues in by_language.items()}

    def __call__(self, report: Report) -> tuple[list[CueHit], frozenset[int]]:
        """Return the cues in the order of the text, and the offsets where an oblique word ends.

        What begins right after an oblique word ("với", "của", "with") is no subject.
        """
        language: Language = report.language if report.language in self._books else "vi"
        book = self._books.get(language)
        hits = [] if book is None else book.find(report.folded)
        oblique = frozenset(h.span.end for h in hits if _kind(h) == OBLIQUE)
        documents = sorted(
            (CueHit(INSTRUMENT, None, h.span) for h in hits if _kind(h) == INSTRUMENT), key=lambda c: c.span
        )
        cues = [
            cue
            for cue in _leftmost_longest(h for h in hits if _kind(h) not in (OBLIQUE, INSTRUMENT))
            # "biên bản thảo luận" discusses nothing
            if cue.kind != "speech" or not _is_within(documents, cue)
        ]
        return sorted([*cues, *documents], key=lambda c: (c.span, c.kind)), oblique


def _is_within(documents: Sequence[CueHit], cue: CueHit) -> bool:
    after = bisect_right(documents, cue.span.start, key=lambda d: d.span.start)
    return any(d.span.holds(cue.span) for d in documents[max(0, after - _OVERLAPPING) : after])


def _kind(hit: PhraseHit) -> str:
    return hit.key.split("|")[0]


def _book(cues: Iterable[Cue]) -> PhraseBook:
    ordered = sorted(cues, key=lambda c: (c.kind, c.stage or ""))
    return PhraseBook(
        {
            f"{kind}|{stage}": [cue.phrase for cue in listed]
            for (kind, stage), listed in groupby(ordered, key=lambda c: (c.kind, c.stage or ""))
        }
    )


def _leftmost_longest(hits: Iterable[PhraseHit]) -> Iterable[CueHit]:
    end = 0
    for hit in sorted(hits, key=lambda h: (h.span.start, -h.span.end, _rank(h.key))):
        if hit.span.start < end:
            continue
        end = hit.span.end
        kind, stage = hit.key.split("|")
        if kind != NOISE:
            yield CueHit(kind, stage or None, hit.span)


def _rank(key: str) -> tuple[int, str]:
    """Of two cues in the same words, a verb counts before a marker."""
    kind = key.split("|")[0]
    return (_FIRST.index(kind) if kind in _FIRST else len(_FIRST), key)
