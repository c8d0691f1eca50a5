"""Link meetings: one row for a meeting, however many reports tell of it, and who took part."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from flows.extract.name_key import name_key
from flows.identity import stable_id
from flows.link.apply_corrections import ApplyCorrections
from flows.link.group_meetings import KIND_GROUPS, Meeting, Told, group_meetings
from flows.link.resolve_dates import Dated, add_dates
from flows.link.settle import finest_date, most_told
from flows.reference.correctable import CORRECTABLE

MEETINGS = ("meeting_id", "kind", "held_on", "held_precision", "place", "n_reports")
MEETING_MENTIONS = (
    "meeting_mention_id", "report_id", "meeting_id", "kind", "held_on", "held_precision", "place",
    "span_start", "span_end", "quote", "rule",
)  # fmt: skip
MEETING_PARTICIPANTS = ("meeting_mention_id", "official_id", "name")


@dataclass(frozen=True, slots=True)
class LinkedMeetings:
    """The public tables of meetings."""

    meetings: pl.DataFrame
    meeting_mentions: pl.DataFrame
    meeting_participants: pl.DataFrame


def link_meetings(
    mentions: pl.DataFrame, reports: pl.DataFrame, persons: pl.DataFrame, correct: ApplyCorrections
) -> LinkedMeetings:
    """Find which mentions tell of one meeting (the rule is in `flows.link.group_meetings`).

    Args:
        mentions: the extracted table `meeting_mentions`.
        reports: report_id, document_id, cluster_id, published_on, published_precision.
        persons: key, official_id, name.
        correct: the corrections; a mention corrected may be of another meeting.
    """
    dated = add_dates(mentions, reports, "held").join(
        reports.select("report_id", "document_id", "cluster_id"), on="report_id"
    )
    place = ["report_id", "span_start", "span_end", "kind", "rule", "held_on", "place"]
    in_order = (*place, pl.col("participants").list.join("|"))
    dated = dated.sort(in_order, nulls_last=True)
    mention_ids = _mention_ids(dated.to_dicts())
    dated = dated.with_columns(meeting_mention_id=pl.Series(mention_ids, dtype=pl.String))
    if correct:
        dated = _corrected(dated, persons, correct).sort(in_order, nulls_last=True)
    ids = _meeting_ids(dated.to_dicts())
    linked = dated.with_columns(meeting_id=pl.Series(ids, dtype=pl.String))
    linked = correct("meeting_mentions", linked, ["meeting_id"], {"meeting_id": set(ids)}).rows
    return LinkedMeetings(
        meetings=correct("meetings", _meetings(linked)).rows.sort("meeting_id"),
        meeting_mentions=linked.select(MEETING_MENTIONS).sort("meeting_mention_id"),
        meeting_participants=_participants(linked, persons).select(MEETING_PARTICIPANTS),
    )


def _participants(mentions: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """Return one row a mention and person: the public columns, and the person's key."""
    return (
        mentions.select("meeting_mention_id", key="participants")
        .explode("key")
        .join(persons, on="key")
        .unique(["meeting_mention_id", "official_id"])
        .sort("meeting_mention_id", "official_id")
    )


def _corrected(mentions: pl.DataFrame, persons: pl.DataFrame, correct: ApplyCorrections) -> pl.DataFrame:
    """Correct what mentions tell, before it is seen which of them tell of one meeting."""
    facts = [name for name in CORRECTABLE["meeting_mentions"] if name != "meeting_id"]
    mentions = correct("meeting_mentions", mentions, facts).rows
    absent = correct("meeting_participants", _participants(mentions, persons)).before
    gone = dict(absent.group_by("meeting_mention_id").agg("key").iter_rows())
    present = [
        [key for key in keys if key not in gone.get(mention, ())]
        for mention, keys in mentions.select("meeting_mention_id", "participants").iter_rows()
    ]
    return mentions.with_columns(participants=pl.Series(present, dtype=pl.List(pl.String)))


def _mention_ids(rows: Sequence[dict[str, Any]]) -> list[str]:
    seen: Counter[tuple[str, ...]] = Counter()
    ids = []
    for row in rows:
        identity = (row["report_id"], row["kind"], str(row["span_start"]), str(row["span_end"]))
        ids.append(stable_id("meeting_mention", *identity, str(seen[identity])))
        seen[identity] += 1
    return ids


def _meeting_ids(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return the meeting of every mention.

    Meetings of which the same is known are one, but for those that one report tells apart: they are
    numbered.
    """
    cluster_of = [row["cluster_id"] for row in rows]
    sources: dict[tuple[str, ...], list[set[str]]] = defaultdict(list)
    ids = [""] * len(rows)
    meetings = group_meetings(_told(number, row) for number, row in enumerate(rows))
    meetings.sort(key=lambda m: (-len(m.mentions), min(told.number for told in m.mentions)))
    for meeting in meetings:
        identity = _identity(meeting, cluster_of)
        taken = sources[identity]
        number = next((n for n, seen in enumerate(taken) if seen.isdisjoint(meeting.sources)), len(taken))
        if number == len(taken):
            taken.append(set())
        taken[number] |= meeting.sources
        for told in meeting.mentions:
            ids[told.number] = stable_id("meeting", *identity, str(number))
    return ids


def _told(number: int, row: dict[str, Any]) -> Told:
    return Told(
        number=number,
        source=row["report_id"],
        kind_group=KIND_GROUPS[row["kind"]],
        held=Dated(row["held_on"], row["held_precision"]) if row["held_on"] else None,
        place=name_key(row["place"] or ""),
        persons=frozenset(row["participants"]),
    )


def _identity(meeting: Meeting, cluster_of: Sequence[str]) -> tuple[str, ...]:
    """Return what tells a meeting from others: kind, date, and the persons whom most mentions name.

    Where that is too little (no date, or nobody and no place named), the wire text it stands in.
    """
    told = meeting.mentions
    named = Counter(person for mention in told for person in mention.persons)
    persons = sorted(person for person, n in named.items() if 2 * n >= len(told))
    places = Counter(mention.place for mention in told if mention.place)
    place = min(places, key=lambda name: (-places[name], name), default="")
    held = told[0].held
    first = told[0].kind_group
    if held is None or not (persons or place):
        text = min(cluster_of[mention.number] for mention in told)
        return (first, str(held and held.on), text, *persons, place)
    days = [mention.held.on for mention in told if mention.held and mention.held.precision == "day"]
    when = f"{min(days)}" if days else f"{held.on} {held.precision}"
    return (first, when, *(persons or [place]))


def _meetings(linked: pl.DataFrame) -> pl.DataFrame:
    meetings = linked.group_by("meeting_id").agg(n_reports=pl.col("document_id").n_unique().cast(pl.Int32))
    for column in ("kind", "place"):
        meetings = meetings.join(most_told(linked, "meeting_id", column), on="meeting_id", how="left")
    meetings = meetings.join(finest_date(linked, "meeting_id", "held"), on="meeting_id", how="left")
    return meetings.select(MEETINGS).sort("meeting_id")
