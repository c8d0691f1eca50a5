"""Correct persons and bodies: a name changes wherever it is told, and what nobody names any more goes."""

from collections.abc import Collection, Mapping, Sequence

import polars as pl

from flows.link.apply_corrections import ApplyCorrections
from schemas.tables import TABLES

_TABLES = ("officials", "official_mentions", "meeting_participants", "institutions", "institution_mentions")


def correct_names(
    tables: Mapping[str, pl.DataFrame], listed: Collection[str], correct: ApplyCorrections
) -> dict[str, pl.DataFrame]:
    """Return the public tables with officials, institutions and their mentions corrected.

    Args:
        tables: all tables that name persons or bodies, with their own corrections.
        listed: the ids of the bodies of seeds/, which stay whether they are named or not.
        correct: the corrections.
    """
    found = dict(tables)
    if not (correct or correct.has_dropped):
        return found
    for table in ("official_mentions", "institution_mentions", "officials", "institutions"):
        corrected = correct(table, found[table])
        found[table] = corrected.rows
        if table == "officials":
            for copy in ("official_mentions", "meeting_participants"):
                names = corrected.after.select("official_id", "name")
                found[copy] = found[copy].update(names, on="official_id")
    if correct.has_dropped:
        speakers = found["commitment_mentions"]["speaker_id"]
        named = [found[table]["official_id"] for table in ("official_mentions", "meeting_participants")]
        found["officials"] = _named(found["officials"], [speakers, *named])
        parties = [found["agreements"][column] for column in ("party_vn_id", "party_kr_id")]
        bodies = [pl.Series(sorted(listed), dtype=pl.String), found["institution_mentions"]["institution_id"]]
        found["institutions"] = _named(found["institutions"], [*bodies, *parties])
    return found | {name: found[name].sort(TABLES[name].key) for name in _TABLES}


def _named(entities: pl.DataFrame, ids: Sequence[pl.Series]) -> pl.DataFrame:
    """Return the persons or bodies that are among the ids."""
    key = entities.columns[0]
    return entities.filter(pl.col(key).is_in(pl.concat([one.rename(key) for one in ids]).implode()))
