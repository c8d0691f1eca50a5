"""What a public table is made of, as plain values: the one place where a column is described.

Nothing here imports pandera, polars or pyarrow, so that a command that only names columns stays quick;
`schemas.model`, `schemas.arrow` and `schemas.dictionary` turn these values into what each tool wants.
"""

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "int32", "int64", "float64", "boolean", "date", "timestamp"]

PRECISIONS = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, what it says, and what may stand in it.

    `allowed` lists the values of an enumeration; `at_least` is the smallest number; `refers_to` names the
    column, as `table.column`, in which every value must be found.
    """

    name: str
    type: ColumnType
    description: str
    nullable: bool = False
    allowed: tuple[str, ...] = ()
    at_least: int | None = None
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What the columns of one row must fulfil together.

    `holds` is an SQL expression that is true for a good row and never null (polars and DuckDB both read
    it); `name` is the reason that a bad row is rejected with.
    """

    name: str
    holds: str
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """A public table: what one row is, which columns tell rows apart, its columns and its rules."""

    name: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        names = self.column_names
        if len(set(names)) != len(names) or not set(self.key) <= set(names):
            raise ValueError(f"{self.name}: a column stands twice, or the key names none")

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns in their published order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column called `name`.

        Raises:
            KeyError: where there is none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name}.{name}")

    @property
    def quotes_text(self) -> bool:
        """Whether each row quotes the words of a report that it rests on."""
        return {"report_id", "span_start", "span_end", "quote"} <= set(self.column_names)


def span_columns(of: str) -> tuple[Column, ...]:
    """Return span_start, span_end, quote and rule, which every record carries; `of` says of what."""
    return (
        *span_bounds(of),
        Column("quote", "text", f"The words of {of}: report_texts.text from span_start to span_end."),
        Column("rule", "text", "The rule that made the record, as step.rule."),
    )


def span_bounds(of: str) -> tuple[Column, ...]:
    """Return span_start and span_end: code points into the canonical text of the report."""
    return (
        Column("span_start", "int32", f"Where {of} begins in the text: code points from 0.", at_least=0),
        Column("span_end", "int32", f"Where {of} ends in the text: code points, exclusive.", at_least=1),
    )


SPAN_IN_ORDER = Rule("span_in_order", "span_start < span_end", "A span holds at least one character.")
QUOTE_HAS_SPAN_LENGTH = Rule(
    "quote_has_span_length",
    "length(quote) = span_end - span_start",
    "The quote is as long as its span, in code points.",
)
SPAN_RULES = (SPAN_IN_ORDER, QUOTE_HAS_SPAN_LENGTH)


def date_columns(stem: str, what: str) -> tuple[Column, ...]:
    """Return `<stem>_on` and `<stem>_precision`; `what` says what happened then."""
    return (
        Column(
            f"{stem}_on",
            "date",
            f"{what}; the first day of the month or year where no day is known; null where not known.",
            nullable=True,
        ),
        Column(
            f"{stem}_precision",
            "text",
            f"How fine {stem}_on is: day, month or year.",
            nullable=True,
            allowed=PRECISIONS,
        ),
    )


def date_rules(stem: str) -> tuple[Rule, ...]:
    """Return the rules that tie a date to its precision."""
    on, precision = f"{stem}_on", f"{stem}_precision"
    return (
        Rule(
            f"{on}_with_precision",
            f"({on} IS NULL) = ({precision} IS NULL)",
            f"{on} and {precision} are both given or both null.",
        ),
        Rule(
            f"{on}_is_first_day",
            f"coalesce({precision} = 'day' OR extract(day from {on}) = 1, TRUE)"
            f" AND coalesce({precision} <> 'year' OR extract(month from {on}) = 1, TRUE)",
            f"{on} is the first day of its month or year, where {precision} says so.",
        ),
    )
