"""Find the acts about registered commitments that a report tells.

The registry's phrases find every naming; the sentence around it decides the stage and the side
(`flows.extract.decide_stage`); what is told more than once is folded into its best telling.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.extract.dates_within import dates_within
from flows.extract.decide_stage import Decision, decide_stage
from flows.extract.fold_tellings import Telling, fold_tellings
from flows.extract.naming import Naming
from flows.extract.read_clauses import Clause
from flows.extract.read_lists import DocumentLists
from flows.extract.read_replies import answers, replies_to
from flows.extract.read_sentences import Sentences
from flows.extract.records import CommitmentMention
from flows.extract.weigh_acts import NEVER_SIGNED
from flows.read.report import Report
from flows.reference.model import Commitment, Reference
from flows.span import Span, trim
from flows.when import When

_QUOTE = 400
_BACKGROUND_DAYS = 62
_AFTER = 60
_OPENING = 12
_MARKED = 8
_PAST = re.compile(r"(?<!\w)(?:đã|từng|vừa|had|has)(?!\w)")


class FindCommitments:
    """Finds commitment mentions in a report.

    Built once from the reference data; calling it takes a report as `ReadSentences` reads it, and returns one
    mention for each commitment, stage, side and act date, in the order of the text.
    """

    def __init__(self, reference: Reference) -> None:
        self._registry = {c.commitment_id: c for c in reference.commitments}

    def __call__(self, sentences: Sentences) -> tuple[CommitmentMention, ...]:
        """Return the mentions of a report."""
        report, hits = sentences.report, sentences.namings
        if not hits:
            return ()
        clauses = sentences.clauses
        lists = DocumentLists(report, clauses)
        starts = [c.span.start for c in clauses]
        tellings: list[Telling] = []
        for hit in hits:
            index = bisect_right(starts, hit.span.start) - 1
            if index < 0 or hit.span.start >= clauses[index].span.end:
                continue  # furniture
            entry = self._registry[hit.commitment_id]
            told = list(self._tell(report, clauses[index], index, hit, entry, lists))
            tellings += told
            tellings += _replies(report, clauses, index, hit, told)
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
        listed = lists.stage_of(index, hit.span.start)
        if listed is not None and hit.is_short:
            return  # "Bản ghi nhớ …" in a list is another one
        decisions: list[Decision]
        if listed is not None and entry.kind not in NEVER_SIGNED:
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
            yield Telling(mention, clause.kind, decision.is_strong, hit.is_short)


def _replies(
    report: Report, clauses: Sequence[Clause], index: int, hit: Naming, told: Sequence[Telling]
) -> Iterator[Telling]:
    """Tell of a proposal that is accepted in words which do not name it again."""
    for telling in told:
        asked = telling.mention
        if asked.stage != "proposed":
            continue
        for reply in replies_to(report, clauses, index, hit.span.end):
            if not answers(reply.subject, asked.side):
                continue
            span = asked.span.until(reply.span)
            side = reply.subject.side if reply.subject else None
            yield Telling(
                replace(
                    asked,
                    stage="agreed",
                    side=side if side in ("vn", "kr") else "both",
                    speaker=reply.subject.speaker if reply.subject else None,
                    span=span if len(span) <= _QUOTE else reply.span,
                    rule="commitments.reply",
                ),
                telling.kind,
                True,
            )


def _when(report: Report, clause: Clause, decision: Decision, named: Span) -> When | None:
    """The date that the sentence gives the act: right after it, else at the sentence's start.

    A year alone dates only what is told as past: "Năm 2018, hai nước đã ký …", "bản ghi nhớ ký năm 2018".
    """
    act = decision.act
    if act is None:
        return None
    free = [d for d in dates_within(report.dates, clause.span) if not named.overlaps(d.span)]
    days = [d for d in free if d.when.precision != "year"]
    is_verb = decision.rule == "commitments.governing_verb"
    if not is_verb or _is_told_as_past(report, act):
        for d in days:
            if 0 <= d.span.start - act.end <= _AFTER or 0 <= d.span.start - named.end <= _AFTER:
                return d.when
    opening = [
        d for d in days if d.span.end <= act.start and ";" not in report.folded[d.span.end : act.start]
    ]
    if opening and not decision.is_background:
        return opening[-1].when
    years = [d.when for d in free if d not in days and _dates_act(clause, act, d.span)]
    return years[0] if years and not days else None


def _is_told_as_past(report: Report, act: Span) -> bool:
    """Tell whether a verb is told as past: "đã đề nghị … từ tháng 6/2023"."""
    return _PAST.search(report.folded, max(0, act.start - _MARKED), act.end) is not None


def _dates_act(clause: Clause, act: Span, year: Span) -> bool:
    return year.start - clause.span.start <= _OPENING or 0 <= year.start - act.end <= _OPENING


def _is_long_past(report: Report, when: When | None) -> bool:
    """Tell whether an act is dated well before the report: told as background."""
    published = report.published.when
    acted = when.first_day() if when else None
    told = published.first_day() if published else None
    if acted is None or told is None or when is None:
        return False
    return when.precision == "year" or (told - acted).days > _BACKGROUND_DAYS


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
