"""Link officials: one person for every name key, whichever reports name them."""

from dataclasses import dataclass

import polars as pl

from flows.extract.name_key import name_key
from flows.identity import stable_id
from flows.link.settle import first_told, most_told
from flows.reference.model import Official

OFFICIALS = ("official_id", "name", "country", "aliases")
OFFICIAL_MENTIONS = (
    "report_id", "official_id", "name", "name_as_written", "role", "country", "span_start", "span_end",
    "quote", "rule",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LinkedOfficials:
    """The public tables of persons, and `persons` (key, official_id, name), to look a key up in."""

    officials: pl.DataFrame
    official_mentions: pl.DataFrame
    persons: pl.DataFrame


def link_officials(
    mentions: pl.DataFrame, other_keys: pl.Series, listed: tuple[Official, ...]
) -> LinkedOfficials:
    """Settle who the persons are that reports name.

    The name and the country come from the list of officials, else from what most reports say; persons
    whom reports name without a post (`other_keys`: speakers and participants) are persons too.

    Args:
        mentions: the extracted table `official_mentions`.
        other_keys: keys of persons that other records speak of.
        listed: `seeds/officials.csv`.
    """
    keys = pl.concat([mentions["key"], other_keys.rename("key")]).drop_nulls().unique().sort()
    known = pl.DataFrame(
        [(name_key(official.name), official.name, official.country) for official in listed],
        schema=dict.fromkeys(("key", "listed_name", "listed_country"), pl.String()),
        orient="row",
    ).unique("key", keep="first", maintain_order=True)
    persons = (
        keys.to_frame()
        .join(known, on="key", how="left")
        .join(most_told(mentions, "key", "name"), on="key", how="left")
        .join(most_told(mentions, "key", "country"), on="key", how="left")
        .select(
            "key",
            name=pl.coalesce("listed_name", "name", pl.col("key").str.to_titlecase()),
            country=pl.coalesce("listed_country", "country"),
        )
    )
    ids = [stable_id(country or "", key) for key, _, country in persons.iter_rows()]
    persons = persons.with_columns(official_id=pl.Series(ids, dtype=pl.String)).sort("official_id")
    named = mentions.join(persons.rename({"name": "settled", "country": "from"}), on="key")
    aliases = (
        named.filter(pl.col("name_as_written") != pl.col("settled"))
        .group_by("official_id")
        .agg(aliases=pl.col("name_as_written").unique().sort().str.join("; "))
    )
    settled = named.with_columns(name=pl.col("settled"), country=pl.coalesce("country", "from"))
    official_mentions = first_told(settled, ["report_id", "official_id"])
    return LinkedOfficials(
        officials=persons.join(aliases, on="official_id", how="left").select(OFFICIALS).sort("official_id"),
        official_mentions=official_mentions.select(OFFICIAL_MENTIONS),
        persons=persons.select("key", "official_id", "name"),
    )
