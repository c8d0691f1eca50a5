"""Verdicts: one a record that was found, missed or false, and one a field that was right or wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeVar

from flows.evaluate.pair import Paired
from flows.evaluate.words import Words

RecordKind = Literal["commitments", "commitments+stage", "agreements", "targets", "meetings", "officials"]
RECORD_KINDS: Final[tuple[RecordKind, ...]] = (
    "commitments", "commitments+stage", "agreements", "targets", "meetings", "officials",
)  # fmt: skip
Field = Literal[
    "report found", "language", "published_on", "published stated right", "stage", "side",
    "evidence overlaps", "agreement parties", "agreement kind", "agreement signed_on", "target due_year",
    "target currency", "meeting type", "meeting date", "official role", "official country",
    "quote = text[span]",
]  # fmt: skip
FIELDS: Final[tuple[Field, ...]] = (
    "report found", "language", "published_on", "published stated right", "stage", "side",
    "evidence overlaps", "agreement parties", "agreement kind", "agreement signed_on", "target due_year",
    "target currency", "meeting type", "meeting date", "official role", "official country",
    "quote = text[span]",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RecordVerdict:
    """A record of a report: found as labelled, missed, or found where no label is.

    `what` names it; `words` are those of the label, or where it is false those of the find.
    """

    kind: RecordKind
    outcome: Literal["hit", "missed", "false"]
    report: str
    what: str
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldVerdict:
    """A field of a record that was found (or of a report): right, or `got` in the place of `wanted`."""

    field: Field
    is_right: bool
    report: str
    got: str
    wanted: str
    words: tuple[Words, ...] = ()


Verdict = RecordVerdict | FieldVerdict


class Proved(Protocol):
    """A label or a find, with the words it rests on."""

    @property
    def words(self) -> tuple[Words, ...]:
        """The words."""


class Labelled(Proved, Protocol):
    """A label that may be optional."""

    @property
    def optional(self) -> bool:
        """Whether the label never counts."""


Wanted = TypeVar("Wanted", bound=Labelled)
Got = TypeVar("Got", bound=Proved)


def record_verdicts(kind: RecordKind, report: str, paired: Paired[Wanted, Got]) -> Iterator[RecordVerdict]:
    """Judge the records of one kind; what is optional never counts, found or missed."""
    for label, _ in paired.pairs:
        if not label.optional:
            yield RecordVerdict(kind, "hit", report, str(label), label.words)
    for label in paired.missed:
        if not label.optional:
            yield RecordVerdict(kind, "missed", report, str(label), label.words)
    for find in paired.extra:
        yield RecordVerdict(kind, "false", report, str(find), find.words)
