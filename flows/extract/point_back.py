"""Words that point back to a commitment named before: "dự án này", "văn bản mới", its short names.

They count only where it is clear which commitment is meant: the last of its kind that was named, in the
same sentence or just before.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from flows.extract.naming import Naming
from flows.phrases import PhraseBook
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

_BESIDE = 80
_BACK = 2  # sentences that an anaphor may reach back
_OPENING = "|opening"
_OPENS = re.compile(r"(?:^|[\n.;:,]\s{0,2}|[-–*•]\s)$")
# "ký lại văn bản trong năm nay" says no more of which one it is; "ký thỏa thuận giao một tàu" does.
_ENDS = re.compile(
    r"[,.;)]|$|\s(?:trong|vào|ngay|đã|đang|sẽ|được|bị|phải|để|từ|khi|nếu|trước|sau|và|mới"
    r"|in|by|before|after|next|has|have|is|was|will|be|should)(?!\w)"
)
_ALONE = re.compile(
    r"\s(?!của|về|tại|ở|giữa|do|hợp tác|với|sửa đổi|bổ sung|of|on|for|between|with)[^\WA-ZĐ\d]"
)


class PointBack:
    """Finds what points back; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._kinds = {c.commitment_id: c.kind for c in reference.commitments}
        self._again = PhraseBook({c.commitment_id: c.again for c in reference.commitments}, reference.terms)
        phrases: dict[str, list[str]] = defaultdict(list)
        for anaphor in reference.anaphors:
            phrases[f"{'; '.join(anaphor.kinds)}|{anaphor.where or ''}"].append(anaphor.phrase)
        self._anaphors = PhraseBook(phrases)

    def __call__(self, report: Report, named: Sequence[Naming]) -> list[Naming]:
        """Return what points back to the namings of a report, which are in the order of the text."""
        if not named:
            return []
        anaphors = self._anaphors.find(report.folded)
        bare = {a.span for a in anaphors if a.key.endswith(_OPENING) and not _opens_clause(report, a.span)}
        pointing = [(a.span, a.key.split("|")[0]) for a in anaphors if a.span not in bare]
        other = {span for span in bare if not _ENDS.match(report.folded, span.end)}
        return [*self._pointing(report, named, pointing), *self._named_again(report, named, other)]

    def _pointing(
        self, report: Report, named: Sequence[Naming], anaphors: Sequence[tuple[Span, str]]
    ) -> Iterator[Naming]:
        starts = [s.span.start for s in report.sentences]
        told = [(bisect_right(starts, n.span.start), n.commitment_id) for n in named]
        ends = [n.span.end for n in named]
        for span, kinds in anaphors:
            before = bisect_right(ends, span.start)
            meant = self._last_of(kinds.split("; "), told, before, bisect_right(starts, span.start))
            if meant is not None:
                yield Naming(meant, span, is_short=True)

    def _last_of(
        self, kinds: Sequence[str], told: Sequence[tuple[int, str]], before: int, here: int
    ) -> str | None:
        """Return what was named last of some kinds, in this sentence or just before; None where unclear."""
        found: set[str] = set()
        last = here
        for place, commitment_id in reversed(told[max(0, before - _BESIDE) : before]):
            if place < here - _BACK or (found and place < last):
                break
            if self._kinds[commitment_id] in kinds:
                found.add(commitment_id)
                last = place
        return found.pop() if len(found) == 1 else None

    def _named_again(self, report: Report, named: Sequence[Naming], other: set[Span]) -> Iterator[Naming]:
        """Find the short names of what was named before, unless something else was named since.

        `other` are nouns that stand for something else: "ký thỏa thuận giao một tàu".
        """
        ends = [n.span.end for n in named]
        for hit in self._again.find(report.folded):
            before = bisect_right(ends, hit.span.start)
            last = named[before - 1].commitment_id if before else None
            free = not any(n.span.overlaps(hit.span) for n in named[max(0, before - 1) : before + 2])
            is_meant = last == hit.key and free and hit.span not in other
            if is_meant and not self._is_ambiguous(named, before - 1):
                yield Naming(hit.key, hit.span, is_short=True)

    def _is_ambiguous(self, named: Sequence[Naming], last: int) -> bool:
        """Tell whether another of the same kind was named right beside the last: "VKIST và metro số 3"."""
        kind = self._kinds[named[last].commitment_id]
        return any(
            other.commitment_id != named[last].commitment_id
            and self._kinds[other.commitment_id] == kind
            and named[last].span.start - other.span.end <= _BESIDE
            for other in named[max(0, last - 3) : last]
        )


def _opens_clause(report: Report, words: Span) -> bool:
    """Tell whether a bare noun opens a clause and stands alone: "; dự án sẽ …", not "Dự án của Samsung"."""
    before = report.folded[max(0, words.start - 3) : words.start]
    return _OPENS.search(before) is not None and _ALONE.match(report.text, words.end) is not None
