"""How labels and finds are told where the two do not meet: the words they rest on, their figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A quote, and the rule that found it (None for a label)."""

    quote: str
    rule: str | None = None

    def __str__(self) -> str:
        return f"«{self.quote}»" if self.rule is None else f"«{self.quote}» ({self.rule})"


def words_of(quote: str | None, rule: str | None = None) -> tuple[Words, ...]:
    """Return a quote as words; none where there is no quote."""
    return (Words(quote, rule),) if quote else ()


def in_figures(value: float | None) -> str:
    """Return a quantity as people read it: ``150,000,000,000``."""
    return "no value" if value is None else f"{value:,.15g}"
