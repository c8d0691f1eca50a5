"""What a build found in its reports: the columns of the public tables that are compared with labels."""

from dataclasses import dataclass
from typing import Final

from flows.evaluate.words import Words, in_figures, words_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a record rests on, where they are said to stand, and the rule that made the record."""

    start: int | None
    end: int | None
    quote: str | None
    rule: str | None = None

    def stands_in(self, text: str) -> bool:
        """Tell whether the span holds the quote."""
        return self.start is not None and text[self.start : self.end] == self.quote

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether the span shares a character with `[start, end)`."""
        return self.start is not None and self.end is not None and self.start < end and start < self.end


class Find:
    """A record with its evidence."""

    __slots__ = ()

    evidence: Evidence

    @property
    def words(self) -> tuple[Words, ...]:
        """The words it rests on, with its rule."""
        return words_of(self.evidence.quote, self.evidence.rule)


@dataclass(frozen=True, slots=True)
class FoundCommitment(Find):
    """A row of `commitment_mentions`."""

    commitment_id: str
    stage: str
    side: str | None
    evidence: Evidence

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.stage} {self.side}"


@dataclass(frozen=True, slots=True)
class FoundAgreement(Find):
    """A row of `agreement_mentions`; `signed_on` is a partial ISO date."""

    kind: str
    title: str | None
    party_vn: str | None
    party_kr: str | None
    signed_on: str | None
    evidence: Evidence

    def __str__(self) -> str:
        return f"{self.title} | {self.party_vn} | {self.party_kr}"


@dataclass(frozen=True, slots=True)
class FoundTarget(Find):
    """A row of `target_mentions`."""

    metric: str
    value: float | None
    currency: str | None
    due_year: int | None
    evidence: Evidence

    def __str__(self) -> str:
        return f"{self.metric} {in_figures(self.value)} {self.currency} {self.due_year}"


@dataclass(frozen=True, slots=True)
class FoundMeeting(Find):
    """A row of `meeting_mentions` with its participants; `held_on` is a partial ISO date."""

    kind: str
    held_on: str | None
    place: str | None
    participants: tuple[str, ...]
    evidence: Evidence

    def __str__(self) -> str:
        return f"{self.kind} {self.held_on} {self.place} ({', '.join(self.participants)})"


@dataclass(frozen=True, slots=True)
class FoundOfficial(Find):
    """A row of `official_mentions`."""

    name: str
    role: str | None
    country: str | None
    evidence: Evidence

    def __str__(self) -> str:
        return f"{self.name} ({self.role}, {self.country})"


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report as a build has it, with its records; `published_on` is a partial ISO date."""

    text: str
    language: str | None
    published_on: str | None
    published_basis: str | None
    commitments: tuple[FoundCommitment, ...] = ()
    agreements: tuple[FoundAgreement, ...] = ()
    targets: tuple[FoundTarget, ...] = ()
    meetings: tuple[FoundMeeting, ...] = ()
    officials: tuple[FoundOfficial, ...] = ()


NOT_FOUND: Final = FoundReport("", None, None, None)
