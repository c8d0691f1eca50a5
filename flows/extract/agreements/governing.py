"""Which sentence governs an instrument: its own, or the one that introduces the list it stands in."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from flows.extract.agreements.documents import Documents
from flows.extract.agreements.signing import FindAct, Signing
from flows.read.report import Report, Sentence
from flows.reference.model import Reference
from flows.span import Span

_LOOK_BACK = 30
_LONGEST = 600
_ENTRY = re.compile(
    r"(?:trong (?:đó|số đó)(?:,? có)?|(?:bao )?gồm(?: có)?|cụ thể(?: là)?|đó là|among (?:them|these)"
    r"|they include|(?:mở màn|đầu tiên|trước tiên|tiếp đó|tiếp theo|cuối cùng|ngoài ra|bên cạnh đó)"
    r"(?: là| có)?)?[\s\"\-–•+*·>:,]*(?:\(?\d{1,2}[.)/]?\s*)?[\s\"]*$|\s*[-–•+*·>]\s*(?:an? |the )$"
)
_BULLET = re.compile(r"\s*(?:[-–•+*·>]\s|\(?\d{1,2}[.)/]\s)")
_COLON = re.compile(r":\s*$")
_LISTED = frozenset({"signed", "exchanged", "handed_over", "planned"})


@dataclass(frozen=True, slots=True)
class Governing:
    """The governing sentence; where it introduces a list, what it says was done with every entry."""

    sentence: Sentence
    signing: Signing | None = None


class FindGoverning:
    """Finds the sentences that govern instruments; built once for a language."""

    def __init__(self, reference: Reference, find_act: FindAct) -> None:
        self._documents = Documents(reference)
        self._find_act = find_act

    def __call__(self, report: Report, sentence: Sentence, title: int) -> Governing:
        """Find the sentence that governs the instrument whose title starts at `title`.

        An entry of a list starts its line; it is governed by the nearest sentence before the list that speaks
        of documents and of signing or handing over, captions and other entries between left aside.
        """
        own = Governing(sentence)
        if sentence.kind != "body" or not _ENTRY.fullmatch(report.folded, sentence.span.start, title):
            return own
        place = bisect_right(report.sentences, sentence.span.start, key=lambda s: s.span.start) - 1
        introduced = False
        for before in reversed(report.sentences[max(0, place - _LOOK_BACK) : place]):
            if before.kind == "caption" or self._is_entry(report, before):
                continue
            start, end = _last_part(before.span)
            named = list(self._documents.within(report.folded, start, end))
            if not introduced and not named:
                return own
            if signing := self._signing(report, start, end, named):
                return Governing(before, signing)
            if not introduced and not _COLON.search(report.folded, start, end):
                return own
            introduced = True
        return own

    def _is_entry(self, report: Report, sentence: Sentence) -> bool:
        start, end = sentence.span.start, sentence.span.end
        if _BULLET.match(report.folded, start, end):
            return True
        head = next(self._documents.within(report.folded, start, min(end, start + 30)), None)
        return head is not None and _ENTRY.fullmatch(report.folded, start, head.start) is not None

    def _signing(self, report: Report, start: int, end: int, named: list[Span]) -> Signing | None:
        """Read the act off the words for documents in an introducing sentence."""
        for found in named:
            signing = self._find_act(report.folded, start, found, found.end, end)
            if signing and signing.verb and signing.act in _LISTED:
                return signing
        return None


def _last_part(span: Span) -> tuple[int, int]:
    return max(span.start, span.end - _LONGEST), span.end
