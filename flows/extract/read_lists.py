"""Lists of documents: "Các văn kiện hợp tác gồm:" and the entries, one a line or sentence, below it.

An entry is a sentence that opens with a word for a document and has no verb of its own; captions between
entries do not end a list.
"""

from collections.abc import Sequence

from flows.extract.find_cues import INSTRUMENT
from flows.extract.read_clauses import Clause
from flows.extract.records import Stage
from flows.read.report import Report


class DocumentLists:
    """Tells of each sentence of a report whether it is an entry of a list of documents."""

    def __init__(self, report: Report, clauses: Sequence[Clause]) -> None:
        self._stages: dict[int, Stage] = {}
        is_open = has_signing = False
        for index, clause in enumerate(clauses):
            if clause.kind == "caption":
                continue
            if is_open and _is_entry(report, clause):
                self._stages[index] = "signed"
            else:
                signs = _tells_of_signing(clause)
                has_signing |= signs
                is_open = signs or (has_signing and _heads(report, clause))

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
    return not any(char.isalpha() for char in bullet) and not asserts


def _tells_of_signing(clause: Clause) -> bool:
    """A sentence that tells of signing or handing over documents may open a list of them."""
    signs = any(c.kind in ("act", "done", "list") and c.stage == "signed" for c in clause.cues)
    return signs and any(c.kind in (INSTRUMENT, "list") for c in clause.cues)


def _heads(report: Report, clause: Clause) -> bool:
    """A heading such as "Danh sách văn kiện:", below the sentence that tells of the signing."""
    ends = clause.kind == "heading" or report.text[clause.span.start : clause.span.end].endswith(":")
    return ends and any(c.kind in (INSTRUMENT, "list") for c in clause.cues)
