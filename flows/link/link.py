"""Link: from what each report says to what all of them say together."""

import logging
from collections.abc import Iterable, Mapping

import polars as pl

from flows.extract.frames import EXTRACTED
from flows.link.apply_corrections import ApplyCorrections
from flows.link.cluster_copies import cluster_copies, mark_originals
from flows.link.correct_names import correct_names
from flows.link.correct_reports import correct_reports
from flows.link.find_documents import find_documents
from flows.link.link_agreements import link_agreements
from flows.link.link_candidates import link_candidates
from flows.link.link_commitments import (
    correct_commitment_mentions,
    link_commitment_mentions,
    registry_table,
)
from flows.link.link_institutions import link_institutions
from flows.link.link_meetings import link_meetings
from flows.link.link_officials import link_officials
from flows.link.link_targets import link_targets
from flows.link.resolve_years import resolve_years
from flows.reference.corrections import Correction
from flows.reference.model import Reference

log = logging.getLogger(__name__)

REPORTS = (
    "report_id", "document_id", "url", "outlet", "agency", "author", "language", "title", "published_on",
    "published_precision", "published_basis", "published_evidence", "text_sha256", "n_chars", "cluster_id",
    "is_original", "superseded_by",
)  # fmt: skip


def link(
    extracted: Mapping[str, pl.DataFrame],
    arrivals: pl.DataFrame,
    reference: Reference,
    corrections: Iterable[Correction] = (),
) -> dict[str, pl.DataFrame]:
    """Return the public tables of a release, each sorted by its key.

    The same rows in any order, in one chunk or in many, give the same tables.

    Args:
        extracted: the extracted tables of all reports (`flows.extract.frames`); one not there is empty.
        arrivals: the log of files seen: source_path, source_item, raw_sha256, report_id, first_seen_at.
        reference: the seeds that the reports were extracted with.
        corrections: what analysts say is wrong; what became of each stands in the table `corrections`.
    """
    correct = ApplyCorrections(corrections)
    extracted = {
        table: extracted.get(table, pl.DataFrame(schema=dict(schema))).unique()
        for table, schema in EXTRACTED.items()
    }
    clusters = cluster_copies(extracted["reports"], extracted["report_sentences"])
    published = resolve_years(extracted, clusters, reference)
    corrected = correct_reports(extracted["reports"], published, correct)
    if corrected is not extracted["reports"]:
        extracted["reports"] = corrected
        published = resolve_years(extracted, clusters, reference)
    documents = find_documents(extracted["reports"], arrivals)
    agencies = [outlet.outlet for outlet in reference.outlets if outlet.is_agency]
    reports = (
        extracted["reports"]
        .drop("published_basis", "published_evidence")
        .join(published, on="report_id")
        .join(documents, on="report_id")
        .with_columns(is_agency=pl.col("outlet").is_in(agencies).fill_null(value=False))
    )
    clusters = mark_originals(clusters, reports)
    reports = reports.join(clusters, on="report_id").select(REPORTS).sort("report_id")

    speakers = extracted["commitment_mentions"]["speaker"]
    participants = extracted["meeting_mentions"]["participants"].explode()
    officials = link_officials(
        extracted["official_mentions"],
        pl.concat([speakers.rename("key"), participants.rename("key")]),
        reference.officials,
    )
    institutions = link_institutions(extracted["institution_mentions"], reference.institutions)
    commitment_mentions = link_commitment_mentions(
        extracted["commitment_mentions"], reports, officials.persons
    )
    registry = registry_table(reference.commitments)
    commitment_mentions = correct_commitment_mentions(
        commitment_mentions, correct, registry["commitment_id"], officials.officials["official_id"]
    )
    agreements = link_agreements(
        extracted["agreement_mentions"],
        reports,
        commitment_mentions,
        institutions.institutions,
        reference,
        correct,
    )
    targets = link_targets(extracted["target_mentions"], commitment_mentions, reference, correct)
    meetings = link_meetings(extracted["meeting_mentions"], reports, officials.persons, correct)
    candidates = link_candidates(extracted["candidate_mentions"])
    tables = {
        "reports": reports,
        "report_texts": extracted["report_texts"].sort("report_id"),
        "report_lines": extracted["report_lines"].sort("report_id", "line"),
        "report_clusters": clusters.filter(pl.len().over("cluster_id") > 1),
        "commitments": registry,
        "commitment_mentions": commitment_mentions,
        "commitment_candidates": correct("commitment_candidates", candidates).rows.sort(
            "candidate_id", "report_id"
        ),
        "agreements": agreements.agreements,
        "agreement_mentions": agreements.agreement_mentions,
        "targets": targets.targets,
        "target_mentions": targets.target_mentions,
        "meetings": meetings.meetings,
        "meeting_mentions": meetings.meeting_mentions,
        "meeting_participants": meetings.meeting_participants,
        "officials": officials.officials,
        "official_mentions": officials.official_mentions,
        "institutions": institutions.institutions,
        "institution_mentions": institutions.institution_mentions,
    }
    listed = {body.institution_id for body in reference.institutions}
    tables = correct_names(tables, listed, correct) | {"corrections": correct.told()}
    log.info("linked %s", ", ".join(f"{frame.height} {name}" for name, frame in tables.items()))
    return tables
