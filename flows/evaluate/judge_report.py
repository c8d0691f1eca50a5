"""Judge one report: whether it is there, its date and quotes, and every kind of record that was labelled."""

from collections.abc import Collection, Iterator

from flows.evaluate.alike import same_date
from flows.evaluate.found import NOT_FOUND, FoundReport
from flows.evaluate.gold import GoldReport
from flows.evaluate.judge_agreements import judge_agreements
from flows.evaluate.judge_commitments import judge_commitments
from flows.evaluate.judge_meetings import judge_meetings
from flows.evaluate.judge_officials import judge_officials
from flows.evaluate.judge_targets import judge_targets
from flows.evaluate.verdicts import FieldVerdict, Verdict

# News of an event is printed up to so many days later.
_DAYS_TO_PRINT = 3


def judge_report(
    gold: GoldReport, found: FoundReport | None, ids: Collection[str] | None
) -> Iterator[Verdict]:
    """Judge what was found of a labelled report; None where the report itself was not found.

    `ids` are the commitments that count (None: all).
    """
    yield FieldVerdict("report found", found is not None, gold.name, "no report of this name", gold.file)
    if found is not None:
        is_right = found.language == gold.language
        yield FieldVerdict("language", is_right, gold.name, str(found.language), gold.language)
        yield from _judge_quotes(gold.name, found)
    if "published" in gold.scored:
        yield from _judge_date(gold, found)
    got = found or NOT_FOUND
    if "commitments" in gold.scored:
        yield from judge_commitments(gold.name, got.text, gold.commitments, got.commitments, ids)
    if "agreements" in gold.scored:
        yield from judge_agreements(gold.name, got.text, gold.agreements, got.agreements)
    if "targets" in gold.scored:
        yield from judge_targets(gold.name, gold.targets, got.targets)
    if "officials" in gold.scored:
        yield from judge_officials(gold.name, gold.officials, got.officials)
    if "meetings" in gold.scored:
        yield from judge_meetings(gold.name, gold.meetings, got.meetings)


def _judge_quotes(report: str, found: FoundReport) -> Iterator[Verdict]:
    for records in (found.commitments, found.agreements, found.targets, found.meetings, found.officials):
        for record in records:
            evidence = record.evidence
            cut = found.text[evidence.start : evidence.end]
            yield FieldVerdict(
                "quote = text[span]", evidence.stands_in(found.text), report, cut, str(evidence.quote)
            )


def _judge_date(gold: GoldReport, found: FoundReport | None) -> Iterator[Verdict]:
    days = _DAYS_TO_PRINT if gold.published.basis == "inferred" else 0
    answers = (gold.published.on, *gold.published.accept)
    on = found.published_on if found else None
    is_right = found is not None and same_date(answers, on, days)
    wanted = " or ".join(map(str, answers))
    yield FieldVerdict("published_on", is_right, gold.name, str(on), wanted)
    if found is not None and found.published_basis == "stated":
        yield FieldVerdict("published stated right", is_right, gold.name, f"{on}, said to be stated", wanted)
