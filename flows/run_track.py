"""`camket run`: the flow `track` from the terminal, with progress, the status table and an exit code."""

import logging
import os
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from rich.status import Status as Spinner

from flows.dry_run import copy_of
from flows.prefect_server import ServerError, TemporaryServer
from flows.reference.faults import SeedError
from flows.settings import Settings
from flows.terminal import (
    ShowProgress,
    complain,
    err,
    out,
    rejects_table,
    say,
    show_corrections,
    status_table,
)
from schemas.frame import TableFault
from warehouse.errors import BusyError, LostRowsError, WarehouseError
from warehouse.paths import Warehouse
from warehouse.read_corrections import read_corrections
from warehouse.read_status import read_status

if TYPE_CHECKING:
    from flows.track import RunSummary

# The setting that lets a run go on where a person finds that it may.
_SETTINGS: dict[type[Exception], str] = {
    BusyError: " (CAMKET_LOCK_WAIT_SECONDS)",
    LostRowsError: " (CAMKET_MOST_ROWS_LOST=1)",
}
_LOGGERS = ("prefect.flow_runs", "prefect.task_runs")


def run_track(
    paths: Sequence[Path],
    settings: Settings,
    *,
    dry_run: bool = False,
    server: TemporaryServer | None = None,
    begun: float | None = None,
) -> int:
    """Run the flow on `paths` into the warehouse of `settings`; return the exit code.

    Args:
        paths: files and folders that exist.
        settings: where to and how.
        dry_run: whether to run on a copy of the warehouse.
        server: the Prefect server to wait for, where one is being started.
        begun: when the command began (`time.perf_counter`), by default now.
    """
    begun = time.perf_counter() if begun is None else begun
    with copy_of(settings.warehouse) if dry_run else nullcontext(settings.warehouse) as folder:
        chosen = settings.model_copy(update={"warehouse": folder})
        try:
            with err.status("starting Prefect …") as spinner:
                summary = _track(paths, chosen, spinner, server, dry_run=dry_run)
            if Warehouse(folder).duckdb_file.exists():
                out.print(status_table(read_status(Warehouse(folder))))
                show_corrections(read_corrections(Warehouse(folder)))
        except (WarehouseError, TableFault, SeedError, ServerError) as error:
            complain(f"the run failed: {error}{_SETTINGS.get(type(error), '')}")
            _forget_frames(error)
            return 1
        except KeyboardInterrupt as error:
            complain("interrupted; the last release stands, and the next run goes on from here")
            _forget_frames(error)
            return 130
        except Exception as error:  # whatever it was: the last release stands, and a person must know
            err.print_exception(suppress=["prefect"], width=err.width, max_frames=12)
            complain(f"the run failed ({type(error).__name__}: {error}); the last release stands")
            _forget_frames(error)
            return 1
    if summary.rejects:
        out.print(rejects_table(summary.rejects))
    say(_conclusion(summary, Warehouse(settings.warehouse), dry_run=dry_run))
    say(_times(summary, time.perf_counter() - begun), style="dim")
    return 0


def _track(
    paths: Sequence[Path],
    settings: Settings,
    spinner: Spinner,
    server: TemporaryServer | None,
    *,
    dry_run: bool,
) -> "RunSummary":
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
    # Prefect, to which the environment had to be told first.
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    from flows.extract_chunk import get_ready
    from flows.track import track

    progress = ShowProgress(spinner)
    if server:
        get_ready()
        server.wait()
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(progress)
    try:
        # Somebody is watching: without a heartbeat the run ends most of a second sooner.
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            return track([str(path.absolute()) for path in paths], settings, dry_run=dry_run)
    finally:
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(progress)


def _forget_frames(error: BaseException | None) -> None:
    """Let go of what the failed calls held: Prefect keeps the error, and DuckDB complains of it at exit."""
    while error is not None:
        error.__traceback__ = None
        error = error.__context__


def _conclusion(summary: "RunSummary", warehouse: Warehouse, *, dry_run: bool) -> str:
    seen = f"{summary.n_files} files, {summary.n_new} new reports, {summary.n_rejected} rejected"
    if summary.outcome != "published":
        return f"{seen}. Nothing was new: nothing was published."
    if dry_run:
        return f"{seen}. A dry run: release {summary.release_id} was not published."
    return f"{seen}. Published release {summary.release_id} to {warehouse.root}."


def _times(summary: "RunSummary", seconds: float) -> str:
    """Say how long the steps took; the rest is Prefect's, and what is loaded while it starts."""
    steps = "".join(f", {step} {taken:.1f} s" for step, taken in summary.seconds.items())
    return f"{seconds:.1f} s: Prefect and imports {seconds - sum(summary.seconds.values()):.1f} s{steps}"
