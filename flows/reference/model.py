"""The values that `seeds/` holds; `flows.reference.load` reads and checks them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from flows.extract.records import AgreementKind, Level
from flows.when import When

CommitmentKind = Literal[
    "project", "summit", "memorandum", "agreement", "target", "programme", "fund", "dialogue", "statement",
    "policy", "delivery", "cooperation",
]  # fmt: skip
CueKind = Literal[
    "speech", "act", "done", "will", "future", "negation", "condition", "aim", "past", "exist", "carry_out",
    "both", "vn", "kr", "other", "oblique", "honorific", "instrument", "list", "continue", "contrast",
    "noise", "counterpart", "relative", "under",
    "anew",
]  # fmt: skip
CandidateNeed = Literal["name", "place", "somewhere", "topic", "route", "amount", "none"]
CandidateWordKind = Literal[
    "make", "made", "filler", "past", "plural", "points", "vague", "end", "soft_end", "actor", "at", "area"
]
BodyWordKind = Literal[
    "look_alike", "inside", "post", "ends", "ends_number", "both", "sides", "capital", "abroad", "of_fields",
    "brand", "subject",
]  # fmt: skip
AgreementCueKind = Literal[
    "sign", "initial", "exchange", "hand_over", "issue", "amend", "draft", "carry_out", "no_verb",
    "wish", "agree", "plan", "negation", "fact", "witness", "filler", "put_off",
    "title_end", "title_end_number", "no_title_end", "predicate", "general", "partner", "document",
    "documents", "several", "loose", "no_paper", "pointing", "other_date", "date_of_aim", "date_in_force",
    "of_the_event", "earlier",
]  # fmt: skip
MetricUnit = Literal["money", "count", "quota", "percent", "area", "power", "classifier"]
TargetCueKind = Literal[
    "goal", "wish", "pledge", "hint", "sum", "actual", "forecast", "korean", "foreign", "company", "promise",
    "document", "over", "public",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Commitment:
    """An entry of the registry, `seeds/commitments.yml`.

    `named` holds the phrases (see `flows.phrases`) that name it, `again` the short ones that name it only
    in a report that named it before, and only where a verb says something of it; `context` phrases of
    which one must stand somewhere in the report; `unless` phrases that, in the same part of a sentence
    (between semicolons), say that something else is meant; `unless_in_report` the same for the whole report.
    """

    commitment_id: str
    name_vi: str
    name_en: str
    name_ko: str | None
    kind: CommitmentKind
    sector: str
    parties: tuple[str, ...]
    due: When | None
    parent_id: str | None
    renewable: bool
    named: tuple[str, ...]
    context: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_in_report: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of action, `seeds/cues.csv`; `kind` says what part it plays in a clause."""

    phrase: str
    language: str
    kind: CueKind
    stage: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that point back to a commitment of one of `kinds`, `seeds/anaphors.csv`: "dự án này".

    `where` is "opening" for words that do so only where they open a clause: "Dự án đã hoàn thành".
    """

    phrase: str
    language: str
    kinds: tuple[str, ...]
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Institution:
    """A body, `seeds/institutions.csv`: `aliases` are phrases; the names are phrases too."""

    institution_id: str
    name_vi: str
    name_en: str
    country: str
    level: Level
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Official:
    """A person in public office, `seeds/officials.csv`; `aliases` are other spellings of the name.

    `posts` lists the offices held, as `office from until` with dates as far as known, for dating reports.
    """

    name: str
    country: str
    aliases: tuple[str, ...]
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """A title before a name, `seeds/offices.csv`; `country` where the title alone tells it."""

    phrase: str
    language: str
    country: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, broadcaster or agency, `seeds/outlets.csv`."""

    outlet: str
    is_agency: bool
    domains: tuple[str, ...]
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place where people meet, `seeds/places.csv`; `aliases` are phrases."""

    name: str
    country: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A word for a document, `seeds/instruments.csv`.

    `needs_signing` marks a word that is also used for what is no document ("thỏa thuận", "chương trình"):
    it counts only where something is said to be signed.
    """

    phrase: str
    language: str
    kind: AgreementKind
    needs_signing: bool


@dataclass(frozen=True, slots=True)
class BodyHead:
    """A noun that the name of a body starts or (in English) ends with, `seeds/body_heads.csv`."""

    phrase: str
    language: str
    level: Level


@dataclass(frozen=True, slots=True)
class BodyWord:
    """A word around names of bodies, `seeds/body_words.csv`; `level` where it tells what the bodies are."""

    phrase: str
    language: str
    kind: BodyWordKind
    level: Level | None


@dataclass(frozen=True, slots=True)
class AgreementCue:
    """A word that tells what was done with a document or where its title ends, `seeds/agreement_cues.csv`."""

    phrase: str
    language: str
    kind: AgreementCueKind


@dataclass(frozen=True, slots=True)
class CountryName:
    """The words for a country, `seeds/countries.csv`; `names` are phrases."""

    country: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metric:
    """A quantity that targets are set for, `seeds/metrics.csv`.

    `unit` says how the phrase and the number stand together: the phrase names what `money` is for, follows
    a `count`, a `percent`age, an `area` or a `power`, is the word for a `quota` before a bare number, or a
    `classifier` ("người", "lượt") behind a number whose noun stands before it.
    """

    phrase: str
    language: str
    metric: str
    unit: MetricUnit


@dataclass(frozen=True, slots=True)
class TargetCue:
    """A word that tells a figure to reach from a figure reached, `seeds/target_cues.csv`."""

    phrase: str
    language: str
    kind: TargetCueKind


@dataclass(frozen=True, slots=True)
class MeetingCue:
    """A word that tells a meeting, `seeds/meeting_cues.csv`; kind "none" is a look-alike that tells none.

    `needs` says what must stand beside it: "someone", "place", "document" or "speaker".
    """

    phrase: str
    language: str
    kind: str
    needs: str | None


@dataclass(frozen=True, slots=True)
class CandidateHead:
    """A noun for a thing that can be followed up, `seeds/candidate_heads.csv`: "bệnh viện", "quỹ".

    `family` tells nouns apart that name different things ("project" goes with any); `needs` says what makes
    the thing a certain one; `made` marks what counts only where somebody is to make it, because the same
    words also name what stands there already.
    """

    phrase: str
    language: str
    family: str | None
    kind: CommitmentKind
    needs: CandidateNeed
    made: bool


@dataclass(frozen=True, slots=True)
class CandidateWord:
    """A word beside or inside the name of a thing to follow up, `seeds/candidate_words.csv`."""

    phrase: str
    language: str
    kind: CandidateWordKind


@dataclass(frozen=True, slots=True)
class Reference:
    """All of `seeds/`. `terms` are the named phrases of the registry; `rules_version` a hash of it all."""

    rules_version: str
    terms: Mapping[str, tuple[str, ...]]
    commitments: tuple[Commitment, ...]
    cues: tuple[Cue, ...]
    anaphors: tuple[Anaphor, ...]
    institutions: tuple[Institution, ...]
    officials: tuple[Official, ...]
    offices: tuple[Office, ...]
    outlets: tuple[Outlet, ...]
    places: tuple[Place, ...]
    instruments: tuple[Instrument, ...]
    body_heads: tuple[BodyHead, ...]
    countries: tuple[CountryName, ...]
    metrics: tuple[Metric, ...]
    target_cues: tuple[TargetCue, ...]
    meeting_cues: tuple[MeetingCue, ...] = ()
    body_words: tuple[BodyWord, ...] = ()
    agreement_cues: tuple[AgreementCue, ...] = ()
    candidate_heads: tuple[CandidateHead, ...] = ()
    candidate_words: tuple[CandidateWord, ...] = ()
