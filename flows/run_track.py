"""`camket run`: the flow `track` from the terminal, with progress, the status table and an exit code."""

import logging
import os
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from flows import prefect_environment, terminal
from flows.dry_run import copy_of
from flows.read.discover import MissingPathsError
from flows.settings import Settings
from warehouse.errors import WarehouseError
from warehouse.paths import Warehouse
from warehouse.read_status import read_status

if TYPE_CHECKING:
    from flows.track import RunSummary

_LOGGERS = ("prefect.flow_runs", "prefect.task_runs")


def run_track(paths: Sequence[Path], root: Path, *, dry_run: bool) -> int:
    """Run the flow on `paths` into the warehouse at `root`; return the exit code."""
    missing = [path for path in paths if not path.exists()]
    if missing:
        terminal.err.print(f"camket: {MissingPathsError(missing)}", markup=False, style="red")
        return 2
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
    begun = time.perf_counter()
    has_server = prefect_environment.use_local_server() or "PREFECT_API_URL" in os.environ
    waiting = "asking the Prefect server …" if has_server else "starting a temporary Prefect server …"
    with (
        copy_of(root) if dry_run else nullcontext(root) as folder,
        terminal.err.status(waiting) as spinner,
    ):
        from flows.track import track
        from schemas.frame import TableFault

        for name in _LOGGERS:
            logging.getLogger(name).addHandler(terminal.ShowProgress(spinner))
        try:
            summary = track([str(path) for path in paths], Settings(warehouse=folder))
        except (WarehouseError, TableFault) as error:
            spinner.stop()
            terminal.err.print(f"camket: the run failed: {error}", markup=False, style="red")
            return 1
        spinner.stop()
        if Warehouse(folder).duckdb_file.exists():
            terminal.out.print(terminal.status_table(read_status(Warehouse(folder))))
    if summary.rejects:
        terminal.out.print(terminal.rejects_table(summary.rejects))
    terminal.out.print(_conclusion(summary, Warehouse(root), dry_run=dry_run), markup=False)
    steps = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in summary.seconds.items())
    rest = time.perf_counter() - begun - sum(summary.seconds.values())
    terminal.out.print(f"{steps}, Prefect {rest:.1f} s", style="dim", markup=False)
    return 0


def _conclusion(summary: "RunSummary", warehouse: Warehouse, *, dry_run: bool) -> str:
    seen = f"{summary.n_files} files, {summary.n_new} new reports, {summary.n_rejected} rejected"
    if dry_run:
        return f"{seen}. A dry run: nothing was published."
    if summary.outcome == "published":
        return f"{seen}. Published release {summary.release_id} to {warehouse.root}."
    return f"{seen}. Nothing was new: nothing was published."
