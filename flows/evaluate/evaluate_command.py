"""`camket evaluate`: labelled reports scored in the terminal."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from flows.evaluate.evaluation import Evaluation
from flows.evaluate.gold import GoldError
from flows.evaluate.locate_reports import locate_reports
from flows.evaluate.run_evaluation import run_evaluation
from flows.evaluate.show_evaluation import evaluation_view
from flows.read.discover import MissingPathsError
from flows.reference.faults import SeedError
from flows.terminal import complain, out, say
from flows.watching import watching
from schemas.frame import TableFault
from warehouse.errors import DamagedError, WarehouseError
from warehouse.paths import Warehouse


def evaluate_command(
    gold: Sequence[Path],
    *,
    reports: Sequence[Path] = (),
    warehouse: Path | None = None,
    ids: Path | None = None,
    n_misses: int = 0,
    as_json: bool = False,
) -> int:
    """Score labelled reports, print figures and misses, and return the exit code.

    Args:
        gold: files of labels.
        reports: folders of the labelled reports (see `locate_reports`).
        warehouse: the warehouse to score; None reads the reports here and now.
        ids: the list of commitments that count (see `run_evaluation`).
        n_misses: how many misses of every kind to print.
        as_json: whether to print nothing but the figures, as JSON.

    Raises:
        WarehouseError: where `warehouse` holds no release, or a damaged one.
    """
    try:
        with watching("loading the rules …"):
            evaluation = _evaluation(gold, reports, warehouse, ids)
    except (GoldError, MissingPathsError) as error:
        complain(error)
        return 2
    except (SeedError, TableFault) as error:
        complain(error)
        return 1
    found = evaluation.fields["report found"]
    if not found.right:
        complain(f"none of the {found.of} labelled reports was found")
        return 2
    if as_json:
        sys.stdout.write(json.dumps(evaluation.figures(), indent=2) + "\n")
    else:
        out.print(evaluation_view(evaluation, n_misses))
        say(f"{found.right} of {found.of} labelled reports scored.", style="dim")
    if missing := [miss.report for miss in evaluation.misses_of("report found")]:
        complain(f"not found, so all their records count as missed: {', '.join(missing)}")
    return 0


def _evaluation(
    gold: Sequence[Path], reports: Sequence[Path], warehouse: Path | None, ids: Path | None
) -> Evaluation:
    if warehouse is None:
        return run_evaluation(gold, locate_reports(gold, reports), ids)
    database = Warehouse(warehouse).duckdb_file
    if not database.exists():
        raise WarehouseError(f"{warehouse} holds no release yet: run `camket run PATHS` first")
    try:
        return run_evaluation(gold, database, ids)
    except duckdb.Error as error:
        raise DamagedError(
            f"{warehouse} is damaged or was moved: run `camket check --repair` ({error})"
        ) from error
