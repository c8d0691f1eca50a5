"""Where a commitment is named."""

from dataclasses import dataclass

from flows.span import Span


@dataclass(frozen=True, slots=True)
class Naming:
    """A commitment named in a report; `is_short` where the words alone could mean another."""

    commitment_id: str
    span: Span
    is_short: bool = False
