"""Load `seeds/`: read every file, check it, and hand it on as one frozen value."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import pandera.polars as pa

from flows.reference.cross_checks import check_all
from flows.reference.faults import SeedError, SeedFault
from flows.reference.fingerprint import fingerprint
from flows.reference.model import (
    AgreementCue,
    Anaphor,
    BodyHead,
    BodyWord,
    CandidateHead,
    CandidateWord,
    Commitment,
    CountryName,
    Cue,
    Institution,
    Instrument,
    MeetingCue,
    Metric,
    Office,
    Official,
    Outlet,
    Place,
    Reference,
    TargetCue,
)
from flows.reference.registry import Registry, Written, read_registry
from flows.reference.sheet import Sheet, check_sheet, read_csv
from flows.reference.tables import (
    AgreementCueTable,
    AnaphorTable,
    BodyHeadTable,
    BodyWordTable,
    CandidateHeadTable,
    CandidateWordTable,
    CommitmentTable,
    CountryTable,
    CueTable,
    InstitutionTable,
    InstrumentTable,
    MeetingCueTable,
    MetricTable,
    OfficeTable,
    OfficialTable,
    OutletTable,
    PlaceTable,
    TargetCueTable,
)
from flows.when import When

Record = TypeVar("Record")

TABLES: Mapping[str, type[pa.DataFrameModel]] = {
    "agreement_cues.csv": AgreementCueTable,
    "body_heads.csv": BodyHeadTable,
    "body_words.csv": BodyWordTable,
    "candidate_heads.csv": CandidateHeadTable,
    "candidate_words.csv": CandidateWordTable,
    "countries.csv": CountryTable,
    "cues.csv": CueTable,
    "institutions.csv": InstitutionTable,
    "anaphors.csv": AnaphorTable,
    "instruments.csv": InstrumentTable,
    "meeting_cues.csv": MeetingCueTable,
    "metrics.csv": MetricTable,
    "offices.csv": OfficeTable,
    "officials.csv": OfficialTable,
    "outlets.csv": OutletTable,
    "places.csv": PlaceTable,
    "target_cues.csv": TargetCueTable,
}


def load_reference(folder: Path | None = None) -> Reference:
    """Load the reference data of `folder`, by default the project's own (read once a process).

    Raises:
        SeedError: for anything that is wrong in any file; the message names file, row, column and value of
            every fault.
    """
    return _load_own() if folder is None else _load(folder)


@cache
def _load_own() -> Reference:
    return _load(files("seeds"))


def _load(folder: Traversable) -> Reference:
    faults: list[SeedFault] = []
    sheets = {file: _sheet(folder.joinpath(file), table, faults) for file, table in TABLES.items()}
    registry = read_registry(folder.joinpath("commitments.yml"), faults)
    check_sheet(registry.sheet, CommitmentTable, faults)
    faults += check_all(sheets, registry)
    if faults:
        raise SeedError(faults)
    return Reference(
        rules_version=fingerprint(folder),
        terms={name: _texts(phrases) for name, phrases in registry.terms.items()},
        commitments=_commitments(registry),
        cues=_records(sheets["cues.csv"], Cue),
        institutions=_records(sheets["institutions.csv"], Institution),
        officials=_records(sheets["officials.csv"], Official),
        offices=_records(sheets["offices.csv"], Office),
        outlets=_records(sheets["outlets.csv"], Outlet),
        places=_records(sheets["places.csv"], Place),
        anaphors=_records(sheets["anaphors.csv"], Anaphor),
        instruments=_records(sheets["instruments.csv"], Instrument),
        body_heads=_records(sheets["body_heads.csv"], BodyHead),
        countries=_records(sheets["countries.csv"], CountryName),
        metrics=_records(sheets["metrics.csv"], Metric),
        target_cues=_records(sheets["target_cues.csv"], TargetCue),
        meeting_cues=_records(sheets["meeting_cues.csv"], MeetingCue),
        body_words=_records(sheets["body_words.csv"], BodyWord),
        agreement_cues=_records(sheets["agreement_cues.csv"], AgreementCue),
        candidate_heads=_records(sheets["candidate_heads.csv"], CandidateHead),
        candidate_words=_records(sheets["candidate_words.csv"], CandidateWord),
    )


def _sheet(source: Traversable, table: type[pa.DataFrameModel], faults: list[SeedFault]) -> Sheet:
    return check_sheet(read_csv(source, list(table.to_schema().columns), faults), table, faults)


def _records(sheet: Sheet, record: type[Record]) -> tuple[Record, ...]:
    """Turn each row into a record, every cell by the type of the field it is for."""
    kinds = get_type_hints(record)
    names = [f.name for f in fields(record)]  # type: ignore[arg-type]  # all records are dataclasses
    return tuple(
        record(**{name: _value(row.get(name, ""), kinds[name]) for name in names})
        for row in sheet.frame.iter_rows(named=True)
    )


def _value(cell: str, kind: Any) -> Any:
    if kind == tuple[str, ...]:
        return tuple(cell.split("; ")) if cell else ()
    if kind is bool:
        return cell == "true"
    return cell or None


def _texts(phrases: Sequence[Written]) -> tuple[str, ...]:
    return tuple(p.text for p in phrases)


def _commitments(registry: Registry) -> tuple[Commitment, ...]:
    return tuple(
        Commitment(
            commitment_id=row["id"],
            name_vi=row["name_vi"],
            name_en=row["name_en"],
            name_ko=row["name_ko"] or None,
            kind=row["kind"],
            sector=row["sector"],
            parties=tuple(row["parties"].split("; ")),
            due=When.parse(row["due_on"]) if row["due_on"] else None,
            parent_id=row["parent"] or None,
            renewable=row["renewable"] == "true",
            named=_texts(phrases.get("named", ())),
            context=_texts(phrases.get("context", ())),
            unless=_texts(phrases.get("unless", ())),
            again=_texts(phrases.get("again", ())),
            unless_in_report=_texts(phrases.get("unless_in_report", ())),
        )
        for row, phrases in zip(registry.sheet.frame.iter_rows(named=True), registry.phrases, strict=True)
    )
