"""Resolve years: a report that gives its day but not its year takes the year of a report of the same event.

Only what two reports both tell counts (`flows.link.find_clues`), or a common agency text.  Where clues point
to several years, or a person named in the clue did not hold the post then, the year stays unknown.  A year
found may give away further ones, so the search goes on until a round finds nothing new; each round uses
only what was known before it, which keeps the result free of the order of the reports.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from flows.extract.name_key import name_key
from flows.link.find_clues import Clue, ClueKind, find_clues
from flows.link.known_events import KnownEvents, day_of_year, nearest
from flows.link.resolve_dates import Dated, resolve
from flows.link.settle import most_told
from flows.link.terms_of_office import TermsOfOffice
from flows.reference.model import Reference
from flows.when import When

PUBLISHED: Final = {
    "report_id": pl.String(),
    "published_on": pl.Date(),
    "published_precision": pl.String(),
    "published_basis": pl.String(),
    "published_evidence": pl.String(),
}
_DAYS_OF_COPYING: Final = 7
_STRENGTH: Final = ("copy", "meeting", "act", "agreement", "visit")


@dataclass(frozen=True, slots=True)
class _Found:
    """A publication date that another report gives away: by an event, or (None) by having the same text."""

    published: dt.date
    report_id: str
    on: Dated
    clue: Clue | None

    @property
    def rank(self) -> tuple[int, bool, str, dt.date, tuple[str, ...]]:
        """What is named as the evidence first: copies, meetings, acts; days before months; smaller ids."""
        strength = _STRENGTH.index(self.clue.kind if self.clue else "copy")
        key = self.clue.key if self.clue else ()
        return strength, self.on.precision != "day", self.report_id, self.on.on, key


def resolve_years(
    extracted: Mapping[str, pl.DataFrame], clusters: pl.DataFrame, reference: Reference
) -> pl.DataFrame:
    """Return one row a report: report_id, published_on, _precision, _basis and _evidence.

    Args:
        extracted: the extracted tables.
        clusters: report_id, cluster_id.
        reference: for places and terms of office.
    """
    return _Search(extracted, clusters, reference).run()


class _Search:
    def __init__(
        self, extracted: Mapping[str, pl.DataFrame], clusters: pl.DataFrame, reference: Reference
    ) -> None:
        columns = ("report_id", "published_when", "published_basis", "published_evidence")
        self._reports = extracted["reports"].select(columns).sort("report_id")
        self._terms = TermsOfOffice(reference.officials)
        roles = extracted["official_mentions"].select("report_id", "key", "role").drop_nulls()
        self._roles = {(report, key): role for report, key, role in roles.sort("role").iter_rows()}
        self._names = dict(most_told(extracted["official_mentions"], "key", "name").iter_rows())
        self._names |= {name_key(official.name): official.name for official in reference.officials}
        self._clues = find_clues(extracted, reference.places)
        self._cluster_of = dict(clusters.select("report_id", "cluster_id").iter_rows())
        self._known: dict[str, Dated] = {}
        self._open: dict[str, When] = {}
        self._inferred: dict[str, str] = {}
        for report_id, text, basis, _ in self._reports.iter_rows():
            when = When.parse(text) if text else None
            if basis and when and when.is_complete and (dated := resolve(when, None)):
                self._known[report_id] = dated
            elif when and when.year is None and when.month and when.day:
                self._open[report_id] = when

    def run(self) -> pl.DataFrame:
        """Go round until nothing new is found, and write down what is known then."""
        events = KnownEvents()
        copies: dict[str, list[str]] = defaultdict(list)
        for report_id, clues in self._clues.items():
            for clue in clues:
                if clue.when.is_complete:
                    events.add(clue, None, report_id)
        new = list(self._known)
        going_on = bool(self._open)
        while going_on:
            for report_id in new:
                copies[self._cluster_of[report_id]].append(report_id)
                for clue in self._clues.get(report_id, ()):
                    if not clue.when.is_complete:
                        events.add(clue, self._known[report_id], report_id)
            decided = {report_id: _decide(self._found(report_id, events, copies)) for report_id in self._open}
            new = [report_id for report_id, found in decided.items() if isinstance(found, _Found)]
            for report_id, found in decided.items():
                if isinstance(found, _Found):
                    self._known[report_id] = Dated(found.published, "day")
                    self._inferred[report_id] = self._says(found)
                if found is not None:
                    del self._open[report_id]
            going_on = bool(new and self._open)
        return self._frame()

    def _found(
        self, report_id: str, events: KnownEvents, copies: Mapping[str, Sequence[str]]
    ) -> Iterator[_Found]:
        published = self._open[report_id]
        for other in copies[self._cluster_of[report_id]]:
            on = self._known[other]
            date = nearest(published, on.on)
            if date and on.precision == "day" and abs((date - on.on).days) <= _DAYS_OF_COPYING:
                yield _Found(date, other, on, None)
        for clue in self._clues.get(report_id, ()):
            day = day_of_year(clue.when, published)
            for event_on, event in events.same_as(clue, day) if day else ():
                date = nearest(published, event_on)
                own = event.report_id == report_id
                if date and not own and not self._ruled_out(report_id, clue, event_on):
                    yield _Found(date, event.report_id, event.on, clue)

    def _ruled_out(self, report_id: str, clue: Clue, event: dt.date) -> bool:
        return any(
            self._terms.rules_out(key, self._roles.get((report_id, key)), event) for key in clue.persons
        )

    def _says(self, found: _Found) -> str:
        """Say in words what gave the year away."""
        if found.clue is None:
            return f"report {found.report_id} has the same text, of {_text(found.on)}"
        persons = " and ".join(self._names.get(key, key.title()) for key in found.clue.persons)
        told: dict[ClueKind, str] = {
            "meeting": f"the same meeting of {persons}",
            "visit": f"the same visit of {persons}",
            "act": f"the same act ({' '.join(found.clue.key)})",
            "agreement": "the same agreement",
        }
        return f"{told[found.clue.kind]}, dated {_text(found.on)} by report {found.report_id}"

    def _frame(self) -> pl.DataFrame:
        rows = []
        for report_id, _, basis, evidence in self._reports.iter_rows():
            dated = self._known.get(report_id)
            if report_id in self._inferred:
                basis = "inferred"
                evidence = "; ".join(filter(None, [evidence, self._inferred[report_id]]))
            on, precision = (dated.on, dated.precision) if dated else (None, None)
            rows.append((report_id, on, precision, basis if dated else None, evidence))
        return pl.DataFrame(rows, schema=PUBLISHED, orient="row")


def _decide(found: Iterable[_Found]) -> _Found | Literal["contested"] | None:
    """Return the first evidence where all gives one date; two dates can never become one again."""
    best = None
    for one in found:
        if best is not None and one.published != best.published:
            return "contested"
        best = one if best is None else min(best, one, key=lambda each: each.rank)
    return best


def _text(dated: Dated) -> str:
    return dated.on.isoformat()[: {"day": 10, "month": 7, "year": 4}[dated.precision]]
