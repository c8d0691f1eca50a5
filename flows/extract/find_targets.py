"""Find the targets of a report: figures that someone sets out to reach, with the year they are due."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from flows.extract.quantities import Quantity, find_quantities
from flows.extract.records import TargetMention
from flows.extract.targets.clause import Clause, Measure, Registered
from flows.extract.targets.due_years import YearMention, find_years
from flows.extract.targets.fold_targets import fold_targets
from flows.extract.targets.governing_cue import Cue
from flows.extract.targets.read_clause import read_clause
from flows.extract.targets.text_year import SpokenFrom, TextYear
from flows.phrases import PhraseBook, PhraseHit
from flows.read.fold import fold
from flows.read.report import Report, Sentence
from flows.reference.model import Reference
from flows.span import Span

SENTENCES_BACK = 6
MEASURES_BACK = 3
PROJECT_BACK = 3
LONGEST_CLAUSE = 2000  # so that no text costs more than in proportion to its length
_PLACES = frozenset({"korean", "foreign"})
_CONTEXT = frozenset({"promise", "document", "over", "public"})
Found = TypeVar("Found", Quantity, Cue, Measure, YearMention)
_SEMICOLON = re.compile(";")
_PROJECT = re.compile(r"(?<!\w)(?:dự án|chương trình|project|programme|program|initiative)(?!\w)")


@dataclass(slots=True)
class _Slot:
    """What was found in one sentence, in the order of the text."""

    sentence: Sentence
    figures: list[Quantity] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    context: list[Cue] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    years: list[YearMention] | None = None


class FindTargets:
    """Finds the targets of reports, by the metrics and cues of `reference`."""

    def __init__(self, reference: Reference) -> None:
        metrics: dict[str, list[str]] = defaultdict(list)
        for m in reference.metrics:
            metrics[f"{m.unit} {m.metric}"].append(m.phrase)
        cues: dict[str, list[str]] = defaultdict(list)
        for c in reference.target_cues:
            cues[c.kind].append(c.phrase)
        self._metrics = PhraseBook(metrics, reference.terms)
        self._cues = PhraseBook(cues, reference.terms)
        self._text_year = TextYear(reference.officials)
        self._registered = _registered(reference)

    def __call__(self, report: Report) -> tuple[TargetMention, ...]:
        """Return the targets in the order of the text, each metric, value, currency and year once."""
        figures = find_quantities(report.folded)
        if not figures:
            return ()
        hits = self._cues.find(report.folded)
        names = [h for h in hits if h.key in _PLACES and _is_place(report, figures, h)]
        if not any(h.key == "korean" for h in names):
            return ()
        spoken = self._text_year(report)
        slots = [_Slot(s) for s in report.sentences]
        starts = [s.span.start for s in report.sentences]

        def put(span: Span) -> _Slot | None:
            slot = slots[at] if (at := bisect_left(starts, span.start + 1) - 1) >= 0 else None
            return slot if slot and slot.sentence.span.holds(span) else None

        for figure in figures:
            if slot := put(figure.span):
                slot.figures.append(figure)
        for hit in hits:
            if hit.key in _CONTEXT and (slot := put(hit.span)):
                slot.context.append(Cue(hit.key, hit.span))
        words = [h for h in hits if h.key not in _PLACES | _CONTEXT]
        for hit in sorted([*names, *_outermost(words)], key=lambda h: (h.span, h.key)):
            if slot := put(hit.span):
                slot.cues.append(Cue(hit.key, hit.span))
        for hit in _outermost(self._metrics.find(report.folded)):
            if slot := put(hit.span):
                unit, metric = hit.key.split()
                slot.measures.append(Measure(metric, unit, hit.span))
        return fold_targets(_targets(report, slots, spoken, self._registered))


def _is_place(report: Report, figures: Sequence[Quantity], hit: PhraseHit) -> bool:
    """Tell a country's name from the same letters in a word, and from the "Mỹ" of "đô la Mỹ"."""
    at = bisect_left(figures, hit.span.start, key=lambda f: f.span.end)
    in_figure = at < len(figures) and figures[at].span.overlaps(hit.span)
    return report.text[hit.span.start].isupper() and not in_figure


def _outermost(hits: Sequence[PhraseHit]) -> list[PhraseHit]:
    """Drop every hit inside a longer one: "kim ngạch" in "kim ngạch xuất khẩu", "đạt" in "đã đạt"."""
    kept: list[PhraseHit] = []
    for hit in hits:
        if not kept or not kept[-1].span.holds(hit.span) or kept[-1].span == hit.span:
            kept.append(hit)
    return kept


def _registered(reference: Reference) -> Registered:
    """Return the sums and due years of the trade targets of the two countries that the registry names."""
    return frozenset(
        (q.value, c.due.year)
        for c in reference.commitments
        if c.kind == "target" and c.due is not None and c.due.year is not None and "song phương" in c.name_vi
        for q in find_quantities(fold(c.name_vi))
        if q.unit == "money"
    )


def _targets(
    report: Report, slots: Sequence[_Slot], spoken: SpokenFrom, registered: Registered
) -> Iterator[TargetMention]:
    speaks_of_trade = any(m.is_trade for slot in slots for m in slot.measures)
    for at, slot in enumerate(slots):
        if _may_hold(slot) and _is_of_both(report, slots, at):
            for clause in _clauses(
                report.folded, slots, at, spoken, registered, speaks_of_trade=speaks_of_trade
            ):
                yield from read_clause(report.folded, clause, spoken)


def _may_hold(slot: _Slot) -> bool:
    """Tell whether a sentence has a sum, or a number and a word for what is counted."""
    is_counted = any(m.unit in {"count", "quota", "classifier"} for m in slot.measures)
    return any(is_counted or f.unit != "plain" or f.is_scaled for f in slot.figures)


def _is_of_both(report: Report, slots: Sequence[_Slot], at: int) -> bool:
    """Tell whether a sentence speaks of Korea: by a name in it, else by the last country named before it.

    Only the sentences of the same paragraph are looked at; where they name none, Korea is meant.
    """
    start = slots[at].sentence.span.start
    line = report.lines[bisect_right(report.lines, start, key=lambda ln: ln.span.start) - 1]
    for slot in reversed(slots[max(0, at - SENTENCES_BACK) : at + 1]):
        if slot.sentence.span.start < line.span.start:
            break
        kinds = {c.kind for c in slot.cues} & _PLACES
        if kinds:
            return "korean" in kinds
    return True


def _clauses(
    folded: str,
    slots: Sequence[_Slot],
    at: int,
    spoken: SpokenFrom,
    registered: Registered,
    *,
    speaks_of_trade: bool,
) -> Iterator[Clause]:
    """Cut a sentence at its semicolons, and where no prose runs on so long."""
    slot = slots[at]
    start, end = slot.sentence.span.start, slot.sentence.span.end
    cuts = [start, *(m.end() for m in _SEMICOLON.finditer(folded, start, end)), end]
    years = _settled_years(folded, slots, at, spoken)
    project_year = _project_year(folded, slots, at, spoken)
    before = reversed(slots[max(0, at - MEASURES_BACK) : at])
    earlier: Sequence[Measure] = next((s.measures for s in before if s.measures), [])
    for left, right in pairwise(cuts):
        for cut in range(left, right, LONGEST_CLAUSE):
            span = Span(cut, min(cut + LONGEST_CLAUSE, right))
            figures, measures = _within(slot.figures, span), _within(slot.measures, span)
            if figures:
                cues = sorted(_within(slot.cues, span), key=lambda c: (c.span.end, -c.span.start, c.kind))
                yield Clause(
                    span,
                    figures,
                    cues,
                    _within(slot.context, span),
                    measures,
                    _within(years, span),
                    earlier,
                    project_year,
                    registered,
                    speaks_of_trade,
                )
            earlier = measures or earlier


def _within(items: Sequence[Found], span: Span) -> Sequence[Found]:
    """Return the items that start in a stretch; they are in the order of the text."""
    first = bisect_left(items, span.start, key=lambda i: i.span.start)
    return items[first : bisect_left(items, span.end, first, key=lambda i: i.span.start)]


def _project_year(folded: str, slots: Sequence[_Slot], at: int, spoken: SpokenFrom) -> int | None:
    """Return a year told near a sentence that gives none: a deadline, the end of a period, this year.

    That is the last one told shortly before, else the first one told after of a project.
    """
    for slot in reversed(slots[max(0, at - PROJECT_BACK) : at]):
        if not _is_of_a_project(folded, slot):
            continue
        for year in reversed(_years(folded, slot, spoken)):
            is_forward = year.form in {"deadline", "period"} or year.year == spoken.published
            if is_forward and _is_to_come(year, spoken):
                return year.year
    for slot in slots[at + 1 : at + PROJECT_BACK]:
        if _is_of_a_project(folded, slot):
            for year in _years(folded, slot, spoken):
                if year.form in {"deadline", "period"} and _is_to_come(year, spoken):
                    return year.year
    return None


def _is_of_a_project(folded: str, slot: _Slot) -> bool:
    """Tell whether a sentence speaks of a project or a number of people: its year may be that of a sum."""
    span = slot.sentence.span
    is_counted = any(m.unit in {"count", "quota"} for m in slot.measures)
    return is_counted or _PROJECT.search(folded, span.start, span.end) is not None


def _years(folded: str, slot: _Slot, spoken: SpokenFrom) -> list[YearMention]:
    """Return the years of a sentence; they are looked for when first asked after."""
    if slot.years is None:
        slot.years = find_years(folded, slot.sentence.span, spoken.published)
    return slot.years


def _settled_years(folded: str, slots: Sequence[_Slot], at: int, spoken: SpokenFrom) -> Sequence[YearMention]:
    """Return the years of a sentence, with "năm này" as the year told last."""
    years = _years(folded, slots[at], spoken)
    if not any(y.form == "same" for y in years):
        return years
    before = _years(folded, slots[at - 1], spoken) if at else []
    last = next((y.year for y in reversed(before) if y.year), None)
    settled = []
    for year in years:
        settled.append(replace(year, year=last) if year.form == "same" else year)
        last = year.year or last
    return [y for y in settled if y.form != "same" or y.year]


def _is_to_come(year: YearMention, spoken: SpokenFrom) -> bool:
    return year.year is not None and spoken.earliest is not None and year.year >= spoken.earliest
