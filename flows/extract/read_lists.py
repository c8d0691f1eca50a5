"""Lists of documents: "Các văn kiện hợp tác gồm:" and the entries below it, or after it in the sentence.

An entry is a sentence, or a part between semicolons, that opens with a word for a document and asserts
nothing of its own; captions between entries do not end a list.
"""

import re
from collections.abc import Sequence

from flows.extract.find_cues import INSTRUMENT
from flows.extract.read_clauses import Clause
from flows.extract.records import Stage
from flows.extract.weigh_acts import ACTS, weigh
from flows.read.report import Report
from flows.span import Span

_OPENING_WORDS = 2  # "Đó là Bản ghi nhớ …", "Gồm có: …"
_BULLET = re.compile(r"[*•–-]|\(?\d{1,2}[.)]")
_DEFINITE = re.compile(r"\W*(?:the|this|these|both)\s")
_SAYS = re.compile(
    r" (?:có|gồm|quy định|được|là|nêu|đề cập|cho phép|này|nói trên|trên|đã|sẽ|giúp|is|was|has|will|covers"
    r"|provides)"
    r"(?!\w)"
)
_ORDINAL = re.compile(r"(?:văn kiện|văn bản|thỏa thuận|bản ghi nhớ) (?:thứ|cuối|tiếp)(?!\w)")
_TOPIC = re.compile(r"\s*(?:về|giữa|on|between)\s")  # "… trao các bản ghi nhớ: về A; về B"
_INTRODUCES = re.compile(r"(?<!\w)(?:gồm|bao gồm|như|là|include|including|includes|are)(?!\w)|:")


class DocumentLists:
    """Tells of each place of a report whether it is in an entry of a list of documents."""

    def __init__(self, report: Report, clauses: Sequence[Clause]) -> None:
        self._entries: dict[int, list[tuple[Span, Stage]]] = {}
        given: Stage | None = None
        told: Stage | None = None
        for index, clause in enumerate(clauses):
            if clause.kind == "caption":
                continue
            counts = told is not None and _ORDINAL.match(report.folded, clause.span.start)
            if (given is not None or counts) and _is_entry(report, clause, clause.span):
                first, *more = _parts(report.text, clause.span)
                entries = [first, *(part for part in more if _is_entry(report, clause, part))]
                self._entries[index] = [(entry, given or told or "signed") for entry in entries]
                continue
            signing = _signing(report, clause)
            self._entries[index] = list(_inline(report, clause, signing or told))
            heads = _heads(report, clause)
            if signing is None and not heads and not clause.governors and not clause.subjects:
                continue  # a line that says nothing does not end a list
            told = signing or told
            given = signing or (told if heads or self._entries[index] else None)

    def stage_of(self, index: int, at: int) -> Stage | None:
        """Return the stage that a list gives to what sentence `index` names at offset `at`."""
        for span, stage in self._entries.get(index, ()):
            if span.start <= at < span.end:
                return stage
        return None


def _inline(report: Report, clause: Clause, stage: Stage | None) -> list[tuple[Span, Stage]]:
    """List the parts of a sentence that is a list: "… lễ ký: (1) Hiệp định …; (2) Bản ghi nhớ …"."""
    parts = _parts(report.text, clause.span)
    is_split = ":" in report.folded[parts[0].start : parts[0].end]
    entries = [
        part
        for part in parts[1:]
        if _is_entry(report, clause, part) or (is_split and _TOPIC.match(report.folded, part.start))
    ]
    first = next((c for c in clause.cues if c.kind == INSTRUMENT and parts[0].holds(c.span)), None)
    if stage is None or first is None or not entries:
        return []
    opening = report.folded[parts[0].start : first.span.start]
    if not _INTRODUCES.search(opening):
        return []
    return [(part, stage) for part in [Span(first.span.start, parts[0].end), *entries]]


def _parts(text: str, sentence: Span) -> list[Span]:
    cuts = [m.start() for m in re.finditer(";", text[sentence.start : sentence.end])]
    starts = [sentence.start, *(sentence.start + cut + 1 for cut in cuts)]
    ends = [*(sentence.start + cut for cut in cuts), sentence.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _is_entry(report: Report, clause: Clause, part: Span) -> bool:
    """An entry's own words may say "ký giữa A và B"; a verb that asserts makes it a sentence of its own."""
    inside = [c for c in clause.cues if part.start <= c.span.start < part.end]
    first = next((c for c in inside if c.kind in (INSTRUMENT, "act", "done")), None)
    if first is None or first.kind != INSTRUMENT:
        return False
    asserts = any(
        c.kind in ("will", "negation")
        or (c.kind == "speech" and c.stage is not None)
        or (c.kind in ("act", "done") and c.stage not in (None, "signed"))
        for c in inside
    )
    opening = report.text[part.start : first.span.start]
    if _DEFINITE.match(report.folded, part.start) or _SAYS.match(report.folded, first.span.end):
        return False  # "The MOU is meant to …", "Bản ghi nhớ có hiệu lực …" go on about what was named
    is_bullet = _BULLET.match(opening.lstrip()) is not None
    n_words = sum(word[:1].isalpha() for word in opening.split())
    return (is_bullet or n_words <= _OPENING_WORDS) and not asserts


def _signing(report: Report, clause: Clause) -> Stage | None:
    """What a sentence tells of documents: signed, or agreed where they "sẽ được ký"; None where nothing."""
    if not any(c.kind in (INSTRUMENT, "list") for c in clause.cues):
        return None
    acts = (
        weigh(report, clause.cues, n)
        for n, c in enumerate(clause.cues)
        if c.kind in ACTS and c.stage == "signed"
    )
    stages = {act.stage for act in acts if act is not None}
    return "signed" if "signed" in stages else "agreed" if "agreed" in stages else None


def _heads(report: Report, clause: Clause) -> bool:
    """A heading such as "Danh sách văn kiện:", below the sentence that tells of the signing."""
    ends = clause.kind == "heading" or report.text[clause.span.start : clause.span.end].endswith(":")
    return ends and any(c.kind in (INSTRUMENT, "list") for c in clause.cues)
