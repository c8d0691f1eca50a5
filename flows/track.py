"""The flow `track`: read what is new, extract, link, validate, publish; nobody needs to watch."""

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import flows.prefect_environment  # noqa: F401  # before prefect is imported

# isort: split
import polars as pl
from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run

from flows.extract_chunk import ChunkDone, extract_chunk
from flows.link.link import link
from flows.note_arrivals import note_arrivals, note_refusals, refusals_of
from flows.publish_artifacts import publish_status_artifact
from flows.read.limits import Limits
from flows.read.refusal import Refusal
from flows.reference.corrections import Correction, load_corrections, version_of
from flows.reference.fingerprint import fingerprint
from flows.reference.load import load_reference
from flows.settings import Settings
from flows.take_stock import Input, Stock, in_chunks, take_stock, to_read_again
from schemas.tables import SCHEMA_VERSION
from schemas.validate import Validated, validate
from warehouse.lock import locked
from warehouse.log import append_rejects, append_run, read_log
from warehouse.manifest import published_from
from warehouse.paths import Warehouse
from warehouse.release import Published, Unchanged, publish
from warehouse.repair import prune, repair
from warehouse.store import inputs_sha256, known_hashes, known_inputs, prune_parts, read_parts


@dataclass(slots=True)
class RunSummary:
    """What a run did; `seconds` by step. `outcome` is one of published, nothing_new."""

    run_id: str
    outcome: str = "nothing_new"
    release_id: str | None = None
    n_files: int = 0
    n_new: int = 0
    n_rejected: int = 0
    rejects: list[dict[str, str]] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def _run_name() -> str:
    """Name a run after what it reads."""
    paths = [Path(path).name or path for path in flow_run.parameters.get("paths", [])]
    what = ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
    return f"track {what}" + (" (dry run)" if flow_run.parameters.get("dry_run") else "")


@flow(name="track", flow_run_name=_run_name)
def track(paths: list[str], settings: Settings | None = None, dry_run: bool = False) -> RunSummary:
    """Read the new reports at and below `paths`, and publish a release if they change anything.

    Args:
        paths: files and folders.
        settings: where to and how; by default from the environment (`CAMKET_…`).
        dry_run: says that the warehouse is a copy (`flows.dry_run`), of which Prefect keeps nothing.

    Raises:
        MissingPathsError: where a path does not exist.
        SeedError: where the reference data or the corrections are faulty.
        BusyError: where another run holds the warehouse for longer than `lock_wait_seconds`.
        TableFault, CheckFailedError, LostRowsError, WarehouseError: nothing was published; the release of
            before stands.
    """
    chosen = settings or Settings()
    warehouse = Warehouse(chosen.warehouse)
    started = dt.datetime.now(dt.UTC)
    summary = RunSummary(run_id=str(flow_run.id))
    log = get_run_logger()
    outcome = "failed"
    with locked(warehouse, wait=chosen.lock_wait_seconds):
        try:
            for done in repair(warehouse):
                log.info("repaired: %s", done)
            corrections = load_corrections(chosen.corrections)  # what is wrong with them is told first
            _read_what_is_new(warehouse, paths, chosen, summary, started)
            _publish_what_changed(warehouse, chosen, corrections, summary, started)
            outcome = summary.outcome
        finally:
            _note_run(warehouse, summary, started, outcome)
    if outcome == "published" and not dry_run:
        publish_status_artifact(warehouse)
    log.info(
        "%s: %d files, %d new reports, %d rejected",
        outcome,
        summary.n_files,
        summary.n_new,
        summary.n_rejected,
    )
    return summary


def _read_what_is_new(
    warehouse: Warehouse, paths: Sequence[str], settings: Settings, summary: RunSummary, now: dt.datetime
) -> None:
    rules = load_reference().rules_version
    limits = Limits(settings.most_file_bytes, settings.most_line_chars)
    begun = time.perf_counter()
    stock = discover_files(warehouse, [Path(path) for path in paths], limits)
    refused: list[tuple[Input | None, Refusal]] = [(None, refusal) for refusal in stock.refusals]
    again = to_read_again(warehouse, rules, [file.raw_sha256 for file in stock.unread])
    for chunk in in_chunks((*stock.unread, *again), settings.chunk_reports):
        done = read_and_extract(warehouse, chunk, limits)
        refused += done.refused
        summary.n_new += done.n_reports
    note_arrivals(warehouse, summary.run_id, stock.files + again, rules, now)
    note_refusals(warehouse, summary.run_id, refused, rules, now)
    summary.n_files = len(stock.files) + len(stock.refusals)
    looked_at = [file.path for file in stock.files] + [refusal.source_path for refusal in stock.refusals]
    summary.rejects = refusals_of(warehouse, looked_at, rules)
    summary.n_rejected = len(summary.rejects)
    summary.seconds["read and extract"] = time.perf_counter() - begun


def _publish_what_changed(
    warehouse: Warehouse,
    settings: Settings,
    corrections: tuple[Correction, ...],
    summary: RunSummary,
    now: dt.datetime,
) -> None:
    rules = load_reference().rules_version
    made_from = _made_from(warehouse, rules, corrections)
    if made_from == published_from(warehouse) or known_inputs(warehouse, rules)["report_id"].is_null().all():
        return
    begun = time.perf_counter()
    tables = link_reports(warehouse, rules, corrections)
    summary.seconds["link"] = time.perf_counter() - begun

    begun = time.perf_counter()
    validated = validate_tables(warehouse, tables)
    rejects = validated.rejects
    append_rejects(warehouse, summary.run_id, rejects, rules_version=rules, now=now)
    summary.n_rejected += rejects.height
    summary.rejects += rejects.select("reason", "detail").to_dicts()
    summary.seconds["validate"] = time.perf_counter() - begun

    begun = time.perf_counter()
    released = publish_release(warehouse, validated, made_from, settings, now)
    summary.release_id = released.release_id
    if isinstance(released, Published):
        summary.outcome = "published"
        prune(warehouse, now=now, keep_days=settings.keep_days)
        prune_parts(warehouse, rules)
    summary.seconds["publish"] = time.perf_counter() - begun


def _made_from(warehouse: Warehouse, rules_version: str, corrections: tuple[Correction, ...]) -> str:
    """Name all that decides what a release says: what was read and where, how it is linked, corrections."""
    inputs = inputs_sha256(warehouse, rules_version)
    return f"{inputs}-{_link_version()}-{SCHEMA_VERSION}-{version_of(corrections)}"


@cache
def _link_version() -> str:
    return fingerprint(files("seeds"), parts=("link",))


@task(name="discover", cache_policy=NO_CACHE)
def discover_files(warehouse: Warehouse, paths: Sequence[Path], limits: Limits) -> Stock:
    """List the inbox and tell the unread files by their content."""
    stock = take_stock(paths, known_hashes(warehouse, load_reference().rules_version), limits)
    get_run_logger().info(
        "%d files, %d to read, %d refused", len(stock.files), len(stock.unread), len(stock.refusals)
    )
    return stock


@task(name="read and extract", cache_policy=NO_CACHE)
def read_and_extract(warehouse: Warehouse, inputs: Sequence[Input], limits: Limits) -> ChunkDone:
    """Read and extract one chunk of inputs."""
    done = extract_chunk(warehouse, inputs, limits)
    get_run_logger().info(
        "%d inputs, %d reports, %d refused", done.n_inputs, done.n_reports, len(done.refused)
    )
    return done


@task(name="link", cache_policy=NO_CACHE)
def link_reports(
    warehouse: Warehouse, rules_version: str, corrections: tuple[Correction, ...]
) -> dict[str, pl.DataFrame]:
    """Link the records of all reports read under these rules, and correct them."""
    extracted, arrivals = read_parts(warehouse, rules_version), read_log(warehouse, "arrivals")
    tables = link(extracted, arrivals, load_reference(), corrections)
    get_run_logger().info("%s", _rows(tables))
    not_applied = tables["corrections"].filter(pl.col("state") != "applied")
    for state, record, column, detail in not_applied.select(
        "state", "record_id", "column_name", "detail"
    ).iter_rows():
        get_run_logger().warning("correction %s: %s of %s: %s", state, column, record, detail)
    return tables


@task(name="validate", cache_policy=NO_CACHE)
def validate_tables(warehouse: Warehouse, tables: dict[str, pl.DataFrame]) -> Validated:
    """Check every table against its schema; bad rows are set aside."""
    validated = validate(tables, read_log(warehouse, "arrivals"))
    get_run_logger().info("%d rows rejected", validated.rejects.height)
    return validated


@task(name="publish", cache_policy=NO_CACHE)
def publish_release(
    warehouse: Warehouse, validated: Validated, made_from: str, settings: Settings, now: dt.datetime
) -> Published | Unchanged:
    """Publish the good rows as the current release."""
    released = publish(
        warehouse,
        validated.tables,
        rules_version=load_reference().rules_version,
        schema_version=SCHEMA_VERSION,
        now=now,
        made_from=made_from,
        max_loss=settings.most_rows_lost,
    )
    get_run_logger().info("release %s", released.release_id)
    return released


def _note_run(warehouse: Warehouse, summary: RunSummary, started: dt.datetime, outcome: str) -> None:
    finished = dt.datetime.now(dt.UTC)
    row: dict[str, Any] = {
        "run_id": summary.run_id,
        "started_at": started,
        "finished_at": finished,
        "rules_version": load_reference().rules_version,
        "n_files": summary.n_files,
        "n_new": summary.n_new,
        "n_rejected": summary.n_rejected,
        "seconds": (finished - started).total_seconds(),
        "outcome": outcome,
    }
    append_run(warehouse, row)


def _rows(tables: dict[str, pl.DataFrame]) -> str:
    return ", ".join(f"{name} {frame.height}" for name, frame in sorted(tables.items()) if frame.height)
