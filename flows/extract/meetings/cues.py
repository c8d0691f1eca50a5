"""Find the words that tell a meeting: "hội đàm", "thăm chính thức", "witnessed the signing"."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from flows.extract.records import MeetingKind
from flows.phrases import PhraseBook
from flows.read.report import Report
from flows.reference.model import MeetingCue
from flows.span import Span

_NONE = "none"


@dataclass(frozen=True, slots=True)
class CueFound:
    """A word for a meeting; `needs` says what must stand beside it for it to tell one.

    "someone": a person or a delegation right after; "place": a place right after; "document": a document
    after and a person before; "speaker": an official who speaks there.
    """

    kind: MeetingKind
    needs: str | None
    span: Span


class FindMeetingCues:
    """Finds the cues of `seeds/meeting_cues.csv`; where cues overlap, the leftmost and then the longest."""

    def __init__(self, cues: Iterable[MeetingCue]) -> None:
        by_language: dict[str, list[MeetingCue]] = defaultdict(list)
        for cue in cues:
            by_language[cue.language].append(cue)
        self._books = {language: _book(listed) for language, listed in by_language.items()}

    def __call__(self, report: Report) -> list[CueFound]:
        """Return the cues of a report in text order."""
        book = self._books.get(report.language)
        found: list[CueFound] = []
        end = 0
        for hit in book.find(report.folded) if book else ():
            if hit.span.start < end:
                continue
            end = hit.span.end
            kind, needs = hit.key.split("|")
            if kind != _NONE:
                found.append(CueFound(kind, needs or None, hit.span))  # type: ignore[arg-type]  # checked in seeds
        return found


def _book(cues: Iterable[MeetingCue]) -> PhraseBook:
    def key(cue: MeetingCue) -> str:
        return f"{cue.kind}|{cue.needs or ''}"

    ordered = sorted(cues, key=lambda c: (key(c), c.phrase))
    return PhraseBook({name: [c.phrase for c in listed] for name, listed in groupby(ordered, key=key)})
