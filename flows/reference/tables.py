"""The tables of seeds/, as they stand in the files: every cell is text.

Names that several entries could share are unique; a cell with several values has them separated by "; ";
truth is `true` or `false`; an empty cell means that there is no value. `note` is for people.
"""

from typing import Any, ClassVar, get_args

import pandera.polars as pa

from flows.extract.records import AgreementKind, Level, MeetingKind, Stage
from flows.reference.model import (
    AgreementCueKind,
    BodyWordKind,
    CandidateNeed,
    CandidateWordKind,
    CommitmentKind,
    CueKind,
    MetricUnit,
    TargetCueKind,
)

_ID = r"^[a-z][a-z0-9_]*$"
_LANGUAGE = ["vi", "en", "ko"]
_TRUTH = ["true", "false"]
_SOMETHING = r"\S"
_ISO_COUNTRY = r"^[A-Z]{2}$"
_ISO_COUNTRY_OR_NONE = r"^([A-Z]{2})?$"


def _text(**checks: Any) -> Any:
    """A cell that is not empty and has no blank at its ends."""
    return pa.Field(**({"str_matches": r"^\S(.*\S)?$"} | checks))


def _optional(**checks: Any) -> Any:
    return pa.Field(**({"str_matches": r"^(\S(.*\S)?)?$"} | checks))


class SeedTable(pa.DataFrameModel):
    """What holds for every file: the columns named here, no others, and a note where one is wanted."""

    note: str | None = _optional()

    class Config:
        """No columns but these."""

        strict = True


class CommitmentTable(SeedTable):
    """`commitments.yml`, one row an entry; its lists of phrases are checked as phrases."""

    id: str = _text(str_matches=_ID, unique=True)
    name_vi: str = _text()
    name_en: str = _text()
    name_ko: str = _optional()
    kind: str = pa.Field(isin=list(get_args(CommitmentKind)))
    sector: str = _text(str_matches=_ID)
    parties: str = _text(str_matches=r"^[a-z]+(; [a-z]+)*$")
    due_on: str = _optional()
    parent: str = _optional()
    renewable: str = pa.Field(isin=_TRUTH)


class CueTable(SeedTable):
    """`cues.csv`, one row a word of action and what it does."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    kind: str = pa.Field(isin=list(get_args(CueKind)))
    stage: str = pa.Field(isin=["", "discussed", *get_args(Stage)])

    class Config:
        """A phrase may play several parts, each once."""

        strict = True
        unique: ClassVar = ["phrase", "language", "kind"]


class InstitutionTable(SeedTable):
    """`institutions.csv`, one row a body."""

    institution_id: str = _text(str_matches=_ID, unique=True)
    name_vi: str = _text()
    name_en: str = _text()
    country: str = _text(str_matches=_ISO_COUNTRY)
    level: str = pa.Field(isin=list(get_args(Level)))
    aliases: str = _optional()


class OfficialTable(SeedTable):
    """`officials.csv`, one row a person."""

    name: str = _text(unique=True)
    country: str = _text(str_matches=_ISO_COUNTRY)
    aliases: str = _optional()
    posts: str = _optional()


class OfficeTable(SeedTable):
    """`offices.csv`, one row a title."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    country: str = pa.Field(str_matches=_ISO_COUNTRY_OR_NONE)
    kind: str = _text()

    class Config:
        """A title stands once a language."""

        strict = True
        unique: ClassVar = ["phrase", "language"]


class OutletTable(SeedTable):
    """`outlets.csv`, one row a newspaper, broadcaster or agency."""

    outlet: str = _text(unique=True)
    is_agency: str = pa.Field(isin=_TRUTH)
    domains: str = _optional()
    credits: str = _optional()


class PlaceTable(SeedTable):
    """`places.csv`, one row a place."""

    name: str = _text(unique=True)
    country: str = pa.Field(str_matches=_ISO_COUNTRY_OR_NONE)
    aliases: str = _optional()


class AnaphorTable(SeedTable):
    """`anaphors.csv`, one row a way to point back to a commitment."""

    phrase: str = _text(unique=True)
    language: str = pa.Field(isin=_LANGUAGE)
    kinds: str = _text()
    where: str = pa.Field(isin=["", "opening"])


class InstrumentTable(SeedTable):
    """`instruments.csv`, one row a word for a document."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    kind: str = pa.Field(isin=list(get_args(AgreementKind)))
    needs_signing: str = pa.Field(isin=_TRUTH)

    class Config:
        """A word stands once a language."""

        strict = True
        unique: ClassVar = ["phrase", "language"]


class BodyHeadTable(SeedTable):
    """`body_heads.csv`, one row a noun that names of bodies start or end with."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    level: str = pa.Field(isin=list(get_args(Level)))

    class Config:
        """A noun stands once a language."""

        strict = True
        unique: ClassVar = ["phrase", "language"]


class BodyWordTable(SeedTable):
    """`body_words.csv`, one row a word around names of bodies and the part it plays there."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    kind: str = pa.Field(isin=list(get_args(BodyWordKind)))
    level: str = pa.Field(isin=["", *get_args(Level)])

    class Config:
        """A word may play several parts, each once a language."""

        strict = True
        unique: ClassVar = ["phrase", "language", "kind"]


class AgreementCueTable(SeedTable):
    """`agreement_cues.csv`, one row a word about documents and the part it plays."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    kind: str = pa.Field(isin=list(get_args(AgreementCueKind)))

    class Config:
        """A word may play several parts, each once a language."""

        strict = True
        unique: ClassVar = ["phrase", "language", "kind"]


class CountryTable(SeedTable):
    """`countries.csv`, one row a country."""

    country: str = _text(str_matches=_ISO_COUNTRY, unique=True)
    names: str = _text()


class MetricTable(SeedTable):
    """`metrics.csv`, one row a phrase for a quantity."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    metric: str = _text(str_matches=_ID)
    unit: str = pa.Field(isin=list(get_args(MetricUnit)))

    class Config:
        """A phrase stands once a language and unit."""

        strict = True
        unique: ClassVar = ["phrase", "language", "unit"]


class MeetingCueTable(SeedTable):
    """`meeting_cues.csv`, one row a word that tells a meeting, or a look-alike that tells none."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    kind: str = pa.Field(isin=["none", *get_args(MeetingKind)])
    needs: str = pa.Field(isin=["", "someone", "place", "document", "speaker"])

    class Config:
        """A phrase stands once a language."""

        strict = True
        unique: ClassVar = ["phrase", "language"]


class CandidateHeadTable(SeedTable):
    """`candidate_heads.csv`, one row a noun for a thing that can be followed up."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    family: str = pa.Field(str_matches=r"^([a-z][a-z0-9_]*)?$")
    kind: str = pa.Field(isin=list(get_args(CommitmentKind)))
    needs: str = pa.Field(isin=list(get_args(CandidateNeed)))
    made: str = pa.Field(isin=_TRUTH)

    class Config:
        """A noun stands once a language."""

        strict = True
        unique: ClassVar = ["phrase", "language"]


class CandidateWordTable(SeedTable):
    """`candidate_words.csv`, one row a word beside or inside the name of such a thing."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    kind: str = pa.Field(isin=list(get_args(CandidateWordKind)))


class TargetCueTable(SeedTable):
    """`target_cues.csv`, one row a word that tells a figure to reach from a figure reached."""

    phrase: str = _text()
    language: str = pa.Field(isin=_LANGUAGE)
    kind: str = pa.Field(isin=list(get_args(TargetCueKind)))

    class Config:
        """A phrase stands once a language."""

        strict = True
        unique: ClassVar = ["phrase", "language"]
