"""A clause with the figures, words and years that were found in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.extract.quantities import Quantity
from flows.extract.targets.due_years import YearMention
from flows.extract.targets.governing_cue import Cue
from flows.span import Span

Registered = frozenset[tuple[float, int]]
TRADE = frozenset({"bilateral_trade", "asean_korea_trade", "exports"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A hit of `seeds/metrics.csv`."""

    metric: str
    unit: str
    span: Span

    @property
    def is_trade(self) -> bool:
        """Whether it measures what is bought and sold, not what is given."""
        return self.metric in TRADE


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence up to a semicolon, with what was found in it, in the order of the text.

    `context` are the cues that govern no figure but tell what the clause is about; `earlier` are the
    measures told before it, for a clause that names none; `project_year` a year told near it, for sums and
    numbers of people whose clause gives none. `registered` are the sums and due years of the trade targets
    in the registry; `speaks_of_trade` tells that the report does.
    """

    span: Span
    figures: Sequence[Quantity]
    cues: Sequence[Cue]
    context: Sequence[Cue]
    measures: Sequence[Measure]
    years: Sequence[YearMention]
    earlier: Sequence[Measure]
    project_year: int | None
    registered: Registered
    speaks_of_trade: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a clause among its like.

    `sort` is its unit, or for a plain one `count`, `money` or `bare`; `noun` what it counts. `left` is the
    end of the figure of the same sort before it, or the start of the clause; `right` the start of the one
    after it, or the end of the clause.
    """

    quantity: Quantity
    sort: str
    noun: Measure | None
    before: Quantity | None
    left: int
    right: int

    @property
    def span(self) -> Span:
        """The number with its unit."""
        return self.quantity.span
