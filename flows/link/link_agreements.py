"""Link agreements: one row for an instrument, however many reports tell of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from flows.extract.name_key import name_key
from flows.identity import stable_id
from flows.link.apply_corrections import ApplyCorrections, Corrected
from flows.link.describe_agreements import DescribeAgreements, Description
from flows.link.group_agreements import Signing
from flows.link.identify_agreements import agreement_ids
from flows.link.name_parties import NameParties
from flows.link.resolve_dates import Dated, add_dates
from flows.link.settle import finest_date, most_told
from flows.reference.correctable import CORRECTABLE
from flows.reference.model import Reference

AGREEMENTS = (
    "agreement_id", "kind", "title", "commitment_id", "party_vn_id", "party_kr_id", "signed_on",
    "signed_precision", "n_reports",
)  # fmt: skip
AGREEMENT_MENTIONS = (
    "agreement_mention_id", "report_id", "agreement_id", "kind", "title", "party_vn", "party_kr", "level",
    "act", "signed_on", "signed_precision", "span_start", "span_end", "quote", "rule",
)  # fmt: skip
_TELLS_SIGNING: Final = ("signed", "exchanged", "handed_over")
_NOT_SIGNED: Final = ("planned", "initialled")
_ONCE: Final = ["report_id", "agreement_id"]
_ACTS: Final = (*_TELLS_SIGNING, "amended", "initialled", "referenced", "planned")


@dataclass(frozen=True, slots=True)
class LinkedAgreements:
    """The public tables of instruments."""

    agreements: pl.DataFrame
    agreement_mentions: pl.DataFrame


def link_agreements(
    mentions: pl.DataFrame,
    reports: pl.DataFrame,
    told: pl.DataFrame,
    institutions: pl.DataFrame,
    reference: Reference,
    correct: ApplyCorrections,
) -> LinkedAgreements:
    """Find which mentions speak of one instrument (the rule is in `flows.link.group_agreements`).

    A report that speaks of one instrument twice keeps the telling that says most: a signing before a mere
    reference, one with its date, one with both parties.  What is planned or initialled is not signed.

    Args:
        mentions: the extracted table `agreement_mentions`.
        reports: report_id, document_id, published_on, published_precision.
        told: the public table `commitment_mentions`.
        institutions: the public table, to find the parties in.
        reference: for the registry and the bodies.
        correct: the corrections; a mention corrected may be of another instrument.
    """
    signed = pl.when(pl.col("act").is_in(_NOT_SIGNED).not_()).then("when")
    dated = add_dates(mentions.with_columns(when=signed), reports, "signed", only_past=True)
    columns = dated.columns
    dated = dated.join(reports, on="report_id").sort(columns, nulls_last=True)
    dated = dated.with_columns(agreement_mention_id=_mention_ids(dated))
    told_in = _by_report(told)
    linked = _identified(dated, told_in, institutions, reference)
    if correct:
        facts = [name for name in CORRECTABLE["agreement_mentions"] if name != "agreement_id"]
        corrected = correct("agreement_mentions", _once(linked), columns=facts)
        if corrected.changed:
            again = _replaced(linked, corrected).select(dated.columns).sort(columns, nulls_last=True)
            linked = _identified(again, told_in, institutions, reference)
        known = {"agreement_id": set(linked["agreement_id"])}
        corrected = correct("agreement_mentions", _once(linked), columns=["agreement_id"], known=known)
        linked = _replaced(linked, corrected)
    bodies = set(institutions["institution_id"])
    ids = {"commitment_id": {c.commitment_id for c in reference.commitments}}
    ids |= {"party_vn_id": bodies, "party_kr_id": bodies}
    return LinkedAgreements(
        correct("agreements", _instruments(linked), known=ids).rows.sort("agreement_id"),
        _once(linked).select(AGREEMENT_MENTIONS).sort("agreement_mention_id"),
    )


def _mention_ids(mentions: pl.DataFrame) -> pl.Series:
    identity = mentions.select("report_id", "kind", "title", pl.col("span_start", "span_end").cast(pl.String))
    ids = [stable_id("agreement_mention", *row) for row in identity.iter_rows()]
    return pl.Series(ids, dtype=pl.String)


def _replaced(linked: pl.DataFrame, corrected: Corrected) -> pl.DataFrame:
    """Let the row corrected stand for all tellings of the instrument in its report."""
    others = linked.join(corrected.before.select(_ONCE), on=_ONCE, how="anti", maintain_order="left")
    return pl.concat([others, corrected.after.select(linked.columns)])


def _identified(
    dated: pl.DataFrame,
    told_in: Mapping[str, Sequence[tuple[str, int, int]]],
    institutions: pl.DataFrame,
    reference: Reference,
) -> pl.DataFrame:
    """Add agreement_id, commitment_id and the ids of the parties to every mention."""
    rows = dated.to_dicts()
    describe = DescribeAgreements(reference)
    descriptions = [_describe(describe, row, told_in.get(row["report_id"], [])) for row in rows]
    ids = agreement_ids(
        [row["report_id"] for row in rows],
        descriptions,
        [_signing(row) for row in rows],
        {c.commitment_id for c in reference.commitments if c.renewable},
    )
    return dated.with_columns(
        agreement_id=pl.Series(ids, dtype=pl.String),
        commitment_id=pl.Series([d.commitment_id for d in descriptions], dtype=pl.String),
        party_vn_id=_party_ids(dated["party_vn"], describe.name_vn, institutions, "VN"),
        party_kr_id=_party_ids(dated["party_kr"], describe.name_kr, institutions, "KR"),
    )


def _by_report(told: pl.DataFrame) -> dict[str, list[tuple[str, int, int]]]:
    columns = ("commitment_id", "span_start", "span_end")
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for report_id, *mention in told.select("report_id", *columns).unique().sort(columns).iter_rows():
        found[report_id].append((mention[0], mention[1], mention[2]))
    return found


def _describe(
    describe: DescribeAgreements, row: dict[str, Any], told: Sequence[tuple[str, int, int]]
) -> Description:
    here = {key for key, start, end in told if start < row["span_end"] and row["span_start"] < end}
    return describe(
        row["kind"],
        row["title"],
        row["quote"],
        row["party_vn"],
        row["party_kr"],
        told={key for key, *_ in told},
        told_here=sorted(here),
    )


def _signing(row: dict[str, Any]) -> Signing:
    if row["signed_on"] is not None:
        return Signing(Dated(row["signed_on"], row["signed_precision"]))
    if row["act"] in _TELLS_SIGNING and row["published_on"] is not None:
        told_on = Dated(row["published_on"], row["published_precision"])
        return Signing(None, told_on, is_news=row["act"] != "signed")
    return Signing(None)


def _party_ids(parties: pl.Series, name: NameParties, institutions: pl.DataFrame, country: str) -> pl.Series:
    """Find parties among the bodies: by what seeds/ lists, else by the very name that a report gives."""
    of_country = institutions.filter((pl.col("country") == country).fill_null(value=True))
    by_name = {
        name_key(body): key
        for key, body in of_country.select("institution_id", "name").sort("institution_id").iter_rows()
    }
    return pl.Series(
        [
            None if party is None else name(party).institution_id or by_name.get(name_key(party))
            for party in parties
        ],
        dtype=pl.String,
    )


def _instruments(linked: pl.DataFrame) -> pl.DataFrame:
    titles = (
        linked.group_by("agreement_id", "title")
        .len("n")
        .sort(
            "agreement_id",
            "n",
            pl.col("title").str.len_chars(),
            "title",
            descending=[False, True, True, False],
        )
        .unique("agreement_id", keep="first", maintain_order=True)
        .select("agreement_id", "title")
    )
    agreements = linked.group_by("agreement_id").agg(
        n_reports=pl.col("document_id").n_unique().cast(pl.Int32)
    )
    for column in ("kind", "commitment_id", "party_vn_id", "party_kr_id"):
        agreements = agreements.join(most_told(linked, "agreement_id", column), on="agreement_id", how="left")
    agreements = agreements.join(titles, on="agreement_id").join(
        finest_date(linked, "agreement_id", "signed"), on="agreement_id", how="left"
    )
    return agreements.select(AGREEMENTS).sort("agreement_id")


def _once(linked: pl.DataFrame) -> pl.DataFrame:
    """Keep of every instrument in a report the telling that says most."""
    by_act = pl.col("act").replace_strict(_ACTS, range(len(_ACTS)), return_dtype=pl.Int8)
    n_missing = pl.sum_horizontal(pl.col("signed_on", "party_vn", "party_kr").is_null())
    in_order = linked.sort(*_ONCE, by_act, n_missing, "span_start", "span_end", *AGREEMENT_MENTIONS[3:9])
    once = in_order.unique(_ONCE, keep="first", maintain_order=True)
    return once.unique("agreement_mention_id", keep="first", maintain_order=True)
