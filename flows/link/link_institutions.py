"""Link institutions: the bodies of seeds/institutions.csv, and those that only reports name."""

from dataclasses import dataclass

import polars as pl

from flows.extract.name_key import name_key
from flows.identity import stable_id
from flows.link.settle import first_told, most_told
from flows.reference.model import Institution

INSTITUTIONS = ("institution_id", "name", "country", "level")
INSTITUTION_MENTIONS = (
    "report_id", "institution_id", "name_as_written", "span_start", "span_end", "quote", "rule",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LinkedInstitutions:
    """The public tables of bodies."""

    institutions: pl.DataFrame
    institution_mentions: pl.DataFrame


def body_id(name: str, country: str | None) -> str:
    """Return the id of a body that is not listed in seeds/."""
    return stable_id("institution", country or "", name_key(name))


def link_institutions(mentions: pl.DataFrame, listed: tuple[Institution, ...]) -> LinkedInstitutions:
    """Give every body an id: its own in seeds/, else a hash of its name and country.

    Where some reports do not tell the country of an unlisted body, it is the one that most others tell.

    Args:
        mentions: the extracted table `institution_mentions`.
        listed: `seeds/institutions.csv`.
    """
    keyed = mentions.with_columns(
        key=pl.Series([name_key(name) for name in mentions["name"]], dtype=pl.String),
        institution_id=pl.col("institution"),
    )
    settled = most_told(keyed, "key", "country").rename({"country": "settled"})
    keyed = keyed.join(settled, on="key", how="left").with_columns(country=pl.coalesce("country", "settled"))
    hashed = [body_id(name, country) for name, country in keyed.select("name", "country").iter_rows()]
    keyed = keyed.with_columns(
        institution_id=pl.coalesce("institution_id", pl.Series(hashed, dtype=pl.String))
    )
    known = pl.DataFrame(
        [(body.institution_id, body.name_vi, body.country, body.level) for body in listed],
        schema=dict.fromkeys(INSTITUTIONS, pl.String()),
        orient="row",
    )
    unlisted = keyed.join(known, on="institution_id", how="anti")
    found = unlisted.select("institution_id").unique()
    for column in ("name", "country", "level"):
        found = found.join(most_told(unlisted, "institution_id", column), on="institution_id", how="left")
    return LinkedInstitutions(
        institutions=pl.concat([known, found.select(INSTITUTIONS)]).sort("institution_id"),
        institution_mentions=first_told(keyed, ["report_id", "institution_id"]).select(INSTITUTION_MENTIONS),
    )
