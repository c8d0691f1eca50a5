"""A mark: one record of a report, as it is underlined in the text and explained beside it."""

from dataclasses import dataclass
from enum import StrEnum

from flows.span import Span


class Kind(StrEnum):
    """What a record is, in the order in which kinds are told."""

    COMMITMENT = "commitment"
    AGREEMENT = "agreement"
    TARGET = "target"
    MEETING = "meeting"
    OFFICIAL = "official"
    INSTITUTION = "institution"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Mark:
    """A record to be shown.

    `number` is its place among all records of the report, from 1; `name` says what it is, `facts` what else
    is known; `when` is a date no finer than known ("" where none is); `quote` are the words of `span`.
    """

    number: int
    kind: Kind
    span: Span
    name: str
    facts: tuple[str, ...]
    when: str
    rule: str
    quote: str
