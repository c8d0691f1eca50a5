"""Read the candidates of a warehouse, and find the one that an analyst means."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from flows.read.fold import fold, strip_diacritics
from warehouse.paths import Warehouse
from warehouse.read_status import run_query

_TELLINGS = """
SELECT candidate.candidate_id, candidate.label, candidate.kind, report.language,
    candidate.name_as_written, candidate.stage, candidate.quote,
    report.report_id, report.outlet, report.published_on, report.published_precision
FROM commitment_candidates AS candidate
JOIN reports AS report USING (report_id)
WHERE report.superseded_by IS NULL
ORDER BY candidate.candidate_id, report.published_on NULLS LAST, report.report_id
"""
_MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class CandidateTelling:
    """What one report tells of a candidate, and what it calls it."""

    language: str
    name: str
    stage: str
    quote: str
    report_id: str
    outlet: str | None
    published_on: dt.date | None
    published_precision: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An untracked thing with all that reports tell of it, the first report first."""

    candidate_id: str
    label: str
    kind: str
    tellings: tuple[CandidateTelling, ...]


class UnknownCandidateError(Exception):
    """No candidate, or more than one, is meant; the message says which are near."""


def read_candidates(warehouse: Warehouse) -> list[Candidate]:
    """Return all candidates of a warehouse, by id.

    Raises:
        WarehouseError: where nothing was published yet, or a file is missing.
    """
    _, rows = run_query(warehouse, _TELLINGS)
    return [_candidate(list(told)) for _, told in groupby(rows, key=lambda row: row[0])]


def find_candidate(candidates: Sequence[Candidate], asked: str) -> Candidate:
    """Return the candidate with the id `asked`, or the only one whose id begins so.

    Raises:
        UnknownCandidateError: where there is none, or several.
    """
    begin = [one for one in candidates if asked and one.candidate_id.startswith(asked.lower())]
    if len(begin) == 1:
        return begin[0]
    exact = [one for one in begin if one.candidate_id == asked.lower()]
    if exact:
        return exact[0]
    if begin:
        raise UnknownCandidateError(f"{len(begin)} candidates begin with {asked!r}: {_listed(begin)}")
    if not candidates:
        raise UnknownCandidateError(f"no candidate is {asked!r}: the warehouse holds none")
    near = _near(candidates, asked)
    hint = f"; near it: {_listed(near)}" if near else ""
    listing = f"`camket sql 'FROM emerging_commitments'` lists all {len(candidates)}"
    raise UnknownCandidateError(f"no candidate is {asked!r}{hint}; {listing}")


def _candidate(rows: Sequence[Sequence[Any]]) -> Candidate:
    candidate_id, label, kind = rows[0][:3]
    return Candidate(candidate_id, label, kind, tuple(CandidateTelling(*row[3:]) for row in rows))


def _near(candidates: Sequence[Candidate], asked: str) -> list[Candidate]:
    """Return the candidates whose name holds the words asked for, else those whose id or name is alike."""
    words = set(_plain(asked).split())
    holding = [one for one in candidates if words and words <= set(_plain(one.label).split())]
    if holding:
        return holding
    named = {key: one for one in candidates for key in (one.candidate_id, _plain(one.label))}
    alike = get_close_matches(_plain(asked), named, n=_MOST_NEAR, cutoff=0.5)
    return list(dict.fromkeys(named[key] for key in alike))


def _plain(text: str) -> str:
    return strip_diacritics(fold(text))


def _listed(candidates: Iterable[Candidate]) -> str:
    shown = [f"{one.candidate_id} ({one.label})" for one in candidates]
    more = f" and {len(shown) - _MOST_NEAR} more" if len(shown) > _MOST_NEAR else ""
    return ", ".join(shown[:_MOST_NEAR]) + more
