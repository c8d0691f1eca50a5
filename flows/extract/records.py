"""What extraction yields: one frozen record an item, each proved by the words it rests on.

Every record has `span` (offsets into the canonical text), `rule` (the name of the rule that made it, in
the form `step.rule`, such as ``commitments.governing_verb``) and, where the text tells when, `when` in the
written form of `flows.when.When`; the link step turns it into a date with a precision.
"""

from dataclasses import dataclass
from typing import Literal

from flows.read.report import Report
from flows.span import Span

Stage = Literal[
    "proposed", "agreed", "signed", "in_progress", "fulfilled", "stalled", "withdrawn", "reaffirmed"
]
Side = Literal["vn", "kr", "both"]
AgreementKind = Literal["mou", "agreement", "amendment", "action_plan", "joint_statement", "other"]
Level = Literal["state", "ministry", "agency", "province", "company", "university"]
AgreementAct = Literal["signed", "exchanged", "handed_over", "initialled", "referenced", "amended", "planned"]
MeetingKind = Literal[
    "talks", "phone_call", "meeting", "audience", "visit", "press_briefing", "signing", "summit",
    "conference", "ceremony", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One official at one naming: `span` is the name, `key` what identifies the person (see `name_key`).

    `name` is canonical, `role` is as written (None where this naming gives no post).
    """

    span: Span
    key: str
    name: str
    name_as_written: str
    role: str | None
    role_span: Span | None
    country: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class OfficialMention:
    """A person in a report, once: at the first naming that gives the post."""

    key: str
    name: str
    name_as_written: str
    role: str | None
    country: str | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class InstitutionMention:
    """A body in a report, once: at its first naming. `institution` is its id in seeds/, if known."""

    institution: str | None
    name: str
    name_as_written: str
    country: str | None
    level: Level | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """One act about one commitment, told by one report, with the best of the places that tell it."""

    commitment_id: str
    stage: Stage
    side: Side | None
    speaker: str | None  # the key of a Person
    when: str | None
    is_background: bool
    n_occurrences: int
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """An instrument in a report, once; the parties are as written."""

    kind: AgreementKind
    title: str
    party_vn: str | None
    party_kr: str | None
    level: Level | None
    act: AgreementAct
    when: str | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class TargetMention:
    """A quantity to reach, in whole units (dollars, persons), once a report, metric, value and due year."""

    metric: str
    value: float | None
    value_max: float | None
    currency: str | None
    due_year: int | None
    qualifier: str | None
    flag: str | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """A meeting in a report, once. `participants` are keys of persons in the order named."""

    kind: MeetingKind
    when: str | None
    place: str | None
    participants: tuple[str, ...]
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class CandidateMention:
    """A thing that the registry does not hold, once a report: `label` is its name as written.

    `key` is what identifies it across reports (`flows.extract.candidates.item_key`), `kind` the kind of
    commitment that it would be.
    """

    key: str
    label: str
    kind: str
    stage: Stage
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was extracted from one report."""

    report: Report
    commitments: tuple[CommitmentMention, ...]
    agreements: tuple[AgreementMention, ...]
    targets: tuple[TargetMention, ...]
    meetings: tuple[MeetingMention, ...]
    officials: tuple[OfficialMention, ...]
    institutions: tuple[InstitutionMention, ...]
    candidates: tuple[CandidateMention, ...] = ()
