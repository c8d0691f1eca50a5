"""Lists of documents: "Các văn kiện hợp tác gồm:" and the entries, one a line or sentence, below it.

An entry is a sentence that opens with a word for a document and has no verb of its own; captions between
entries do not end a list.
"""

from collections.abc import Sequence

from flows.extract.find_cues import INSTRUMENT
from flows.extract.read_clauses import Clause
from flows.extract.records import Stage
from flows.extract.weigh_acts import ACTS, weigh
from flows.read.report import Report

_OPENING_WORDS = 2  # "Đó là Bản ghi nhớ …", "Gồm có: …"


class DocumentLists:
    """Tells of each sentence of a report whether it is an entry of a list of documents."""

    def __init__(self, report: Report, clauses: Sequence[Clause]) -> None:
        self._stages: dict[int, Stage] = {}
        given: Stage | None = None
        told: Stage | None = None
        for index, clause in enumerate(clauses):
            if clause.kind == "caption":
                continue
            if given is not None and _is_entry(report, clause):
                self._stages[index] = given
                continue
            signing = _signing(report, clause)
            heads = _heads(report, clause)
            if signing is None and not heads and not clause.governors and not clause.subjects:
                continue  # a line that says nothing does not end a list
            told = signing or told
            given = signing or (told if heads else None)

    def stage_of(self, index: int) -> Stage | None:
        """Return the stage that the list gives its entry at sentence `index`; None where it is no entry."""
        return self._stages.get(index)


def _is_entry(report: Report, clause: Clause) -> bool:
    """An entry's own words may say "ký giữa A và B"; a verb that asserts makes it a sentence of its own."""
    first = next((c for c in clause.cues if c.kind in (INSTRUMENT, "act", "done")), None)
    if first is None or first.kind != INSTRUMENT:
        return False
    bullet = report.text[clause.span.start : first.span.start]
    asserts = any(c.kind == "speech" and c.stage is not None for c in clause.cues)
    return sum(word[:1].isalpha() for word in bullet.split()) <= _OPENING_WORDS and not asserts


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
