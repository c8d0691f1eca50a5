"""Find the acts about registered commitments that a report tells.

The registry's phrases find every naming; the sentence around it decides the stage and the side
(`flows.extract.decide_stage`); what is told more than once is folded into its best telling.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from flows.extract.decide_stage import Decision, decide_stage
from flows.extract.find_cues import FindCues
from flows.extract.find_namings import FindNamings, Naming
from flows.extract.fold_tellings import Telling, fold_tellings
from flows.extract.read_clauses import Clause, read_clauses
from flows.extract.read_lists import DocumentLists
from flows.extract.records import CommitmentMention, Person
from flows.read.report import Report
from flows.reference.model import Commitment, Reference
from flows.span import Span, trim
from flows.when import When

_QUOTE = 400
_BACKGROUND_DAYS = 62


class FindCommitments:
    """Finds commitment mentions in a report.

    Built once from the reference data; calling it takes a report and the persons found in it, and returns
    one mention for each commitment, stage, side and act date, in the order of the text.
    """

    def __init__(self, reference: Reference) -> None:
        self._registry = {c.commitment_id: c for c in reference.commitments}
        self._find_namings = FindNamings(reference)
        self._find_cues = FindCues(reference)

    def __call__(self, report: Report, persons: Sequence[Person]) -> tuple[CommitmentMention, ...]:
        """Return the mentions of a report."""
        hits = self._find_namings(report, persons)
        if not hits:
            return ()
        cues, oblique = self._find_cues(report)
        clauses = list(read_clauses(report, cues, oblique, persons))
        lists = DocumentLists(report, clauses)
        starts = [c.span.start for c in clauses]
        tellings: list[Telling] = []
        for hit in hits:
            index = bisect_right(starts, hit.span.start) - 1
            if index < 0 or hit.span.start >= clauses[index].span.end:
                continue  # furniture
            entry = self._registry[hit.commitment_id]
            tellings += self._tell(report, clauses[index], index, hit, entry, lists)
        return tuple(sorted(fold_tellings(tellings), key=lambda m: (m.span, m.commitment_id, m.stage)))

    def _tell(
        self,
        report: Report,
        clause: Clause,
        index: int,
        hit: Naming,
        entry: Commitment,
        lists: DocumentLists,
    ) -> Iterator[Telling]:
        listed = lists.stage_of(index)
        decisions: list[Decision]
        if listed is not None:
            decisions = [Decision(listed, "both", None, None, False, True, "commitments.document_list")]
        else:
            decisions = decide_stage(report, clause, hit.span, entry.kind)
        for decision in decisions:
            if hit.is_short and not decision.is_strong:
                continue
            when = _when(report, clause, decision, hit.span)
            mention = CommitmentMention(
                commitment_id=hit.commitment_id,
                stage=decision.stage,
                side=decision.side,
                speaker=decision.speaker,
                when=None if when is None else str(when),
                is_background=decision.is_background or _is_long_past(report, when),
                n_occurrences=1,
                span=_quote(report, clause, decision, hit.span),
                rule=decision.rule,
            )
            yield Telling(mention, clause.kind, decision.is_strong)


def _when(report: Report, clause: Clause, decision: Decision, named: Span) -> When | None:
    """The date that the sentence gives the act: right after it, else at the sentence's start."""
    act = decision.act
    if act is None:
        return None
    dates = [d for d in report.dates if clause.span.holds(d.span) and d.when.precision != "year"]
    free = [d for d in dates if not named.overlaps(d.span)]
    if decision.rule != "commitments.governing_verb":
        after = [d for d in free if 0 <= d.span.start - act.end <= 60 or 0 <= d.span.start - named.end <= 60]
        if after:
            return after[0].when
    if decision.is_background:
        return None
    opening = [
        d for d in free if d.span.end <= act.start and ";" not in report.folded[d.span.end : act.start]
    ]
    return opening[-1].when if opening else None


def _is_long_past(report: Report, when: When | None) -> bool:
    """Tell whether an act is dated well before the report: told as background."""
    published = report.published.when
    acted = when.first_day() if when else None
    told = published.first_day() if published else None
    return acted is not None and told is not None and (told - acted).days > _BACKGROUND_DAYS


def _quote(report: Report, clause: Clause, decision: Decision, named: Span) -> Span:
    """The words that prove it: from the verb (where near) to the end of the part that names the item."""
    segment = clause.segment(report.folded, named.start)
    start = segment.start
    if (
        decision.act is not None
        and clause.span.holds(decision.act)
        and named.end - decision.act.start <= _QUOTE
    ):
        start = (
            min(segment.start, decision.act.start)
            if decision.act.start >= segment.start
            else decision.act.start
        )
    if named.end - start > _QUOTE:
        start = named.start
    end = max(named.end, min(segment.end, start + _QUOTE))
    if decision.act is not None and decision.act.start >= named.end and clause.span.holds(decision.act):
        end = max(end, decision.act.end)
    if end < segment.end:
        cut = report.text.rfind(" ", named.end, end)
        end = cut if cut > named.end else end
    span = trim(report.text, start, end)
    if span is None:
        raise ValueError("a naming cannot be empty")
    return span
