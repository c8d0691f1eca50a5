"""A thing that a report names and that could be followed up."""

from dataclasses import dataclass

from flows.reference.model import CandidateHead
from flows.span import Span


@dataclass(frozen=True, slots=True)
class Name:
    """The words that name it, beside its head noun.

    `span` is all of it, head noun included; `content` the words that tell it from others of its kind;
    `places` where it is to be. `is_proper` tells of a proper name or a quoted one, `has_amount` of a sum or a
    size, `has_route` of two ends; `is_long` where no end was found.
    """

    span: Span
    content: tuple[Span, ...]
    places: tuple[Span, ...]
    is_proper: bool
    has_amount: bool = False
    has_route: bool = False
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A certain thing, in its sentence: its head noun and name, and where the verb stands that makes it."""

    head: CandidateHead
    name: Name
    verb: int | None
    sentence: Span

    @property
    def span(self) -> Span:
        """The words that name the thing."""
        return self.name.span
