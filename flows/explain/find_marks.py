"""Find the marks of reports: the rows of the public tables, put into words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import polars as pl

from flows.explain.mark import Kind, Mark
from flows.span import Span
from flows.terminal import as_precise

Tables = Mapping[str, pl.DataFrame]
Row = Mapping[str, Any]

_ORDER: Final = {kind: place for place, kind in enumerate(Kind)}
_SIDES: Final = {"vn": "Viet Nam's side", "kr": "Korea's side", "both": "both sides"}


def find_marks(tables: Tables) -> dict[str, tuple[Mark, ...]]:
    """Return the marks of every report by its id, in text order and numbered from 1.

    Of records that begin together, the one that takes in more words comes first.
    """
    found: dict[str, list[Mark]] = defaultdict(list)
    for finder in (
        _commitments, _agreements, _targets, _meetings, _officials, _institutions, _candidates,
    ):  # fmt: skip
        for row, mark in finder(tables):
            found[row["report_id"]].append(mark)
    return {report_id: _numbered(marks) for report_id, marks in found.items()}


def _numbered(marks: list[Mark]) -> tuple[Mark, ...]:
    in_order = sorted(
        marks, key=lambda m: (m.span.start, -m.span.end, _ORDER[m.kind], m.name, m.facts, m.when)
    )
    return tuple(replace(mark, number=number) for number, mark in enumerate(in_order, start=1))


def _commitments(tables: Tables) -> Iterator[tuple[Row, Mark]]:
    names = _column(tables["officials"], "official_id", "name")
    for row in tables["commitment_mentions"].iter_rows(named=True):
        speaker, places = names.get(row["speaker_id"]), row["n_occurrences"]
        facts = (
            row["stage"],
            _SIDES.get(row["side"], ""),
            f"says {speaker}" if speaker else "",
            "told in passing" if row["is_background"] else "",
            f"in {places} places" if places > 1 else "",
        )
        when = as_precise(row["acted_on"], row["acted_precision"])
        yield row, _mark(Kind.COMMITMENT, row, row["commitment_id"], facts, when)


def _agreements(tables: Tables) -> Iterator[tuple[Row, Mark]]:
    for row in tables["agreement_mentions"].iter_rows(named=True):
        parties = (row["party_vn"], row["party_kr"])
        between = " ↔ ".join(party or "?" for party in parties) if any(parties) else ""
        facts = (row["kind"], row["act"], row["level"], between)
        when = as_precise(row["signed_on"], row["signed_precision"])
        yield row, _mark(Kind.AGREEMENT, row, row["title"], facts, when)


def _targets(tables: Tables) -> Iterator[tuple[Row, Mark]]:
    for row in tables["target_mentions"].iter_rows(named=True):
        values = [f"{value:,.15g}" for value in (row["value"], row["value_max"]) if value is not None]
        amount = " ".join(filter(None, [row["qualifier"], " to ".join(values), row["currency"]]))
        when = "" if row["due_year"] is None else f"by {row['due_year']}"
        yield row, _mark(Kind.TARGET, row, row["metric"], (amount, row["flag"]), when)


def _meetings(tables: Tables) -> Iterator[tuple[Row, Mark]]:
    there: dict[str, list[str]] = defaultdict(list)
    for row in tables["meeting_participants"].iter_rows(named=True):
        there[row["meeting_mention_id"]].append(row["name"])
    for row in tables["meeting_mentions"].iter_rows(named=True):
        facts = (row["place"], ", ".join(there[row["meeting_mention_id"]]))
        when = as_precise(row["held_on"], row["held_precision"])
        yield row, _mark(Kind.MEETING, row, row["kind"], facts, when)


def _officials(tables: Tables) -> Iterator[tuple[Row, Mark]]:
    for row in tables["official_mentions"].iter_rows(named=True):
        facts = (row["role"], row["country"], _as_written(row, row["name"]))
        yield row, _mark(Kind.OFFICIAL, row, row["name"], facts)


def _institutions(tables: Tables) -> Iterator[tuple[Row, Mark]]:
    bodies = {row["institution_id"]: row for row in tables["institutions"].iter_rows(named=True)}
    for row in tables["institution_mentions"].iter_rows(named=True):
        body = bodies[row["institution_id"]]
        facts = (body["level"], body["country"], _as_written(row, body["name"]))
        yield row, _mark(Kind.INSTITUTION, row, body["name"], facts)


def _candidates(tables: Tables) -> Iterator[tuple[Row, Mark]]:
    for row in tables["commitment_candidates"].iter_rows(named=True):
        yield row, _mark(Kind.CANDIDATE, row, row["label"], (row["stage"],))


def _mark(kind: Kind, row: Row, name: str, facts: tuple[str | None, ...], when: str = "") -> Mark:
    span = Span(row["span_start"], row["span_end"])
    return Mark(0, kind, span, name, tuple(filter(None, facts)), when, row["rule"], row["quote"])


def _as_written(row: Row, name: str) -> str:
    written = row["name_as_written"]
    return "" if written == name else f"written {written}"


def _column(frame: pl.DataFrame, key: str, value: str) -> dict[str, str]:
    return dict(frame.select(key, value).iter_rows())
