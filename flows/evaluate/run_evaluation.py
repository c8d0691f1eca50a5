"""Evaluate: labelled reports against a warehouse, or against the reports themselves, read here and now."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from flows.evaluate.collect_found import found_reports
from flows.evaluate.evaluation import Evaluation, evaluate
from flows.evaluate.gold import GoldError, read_gold
from flows.evaluate.open_build import tables_of_reports, tables_of_warehouse

IDS_FILE: Final = "commitment_ids.csv"


def run_evaluation(gold: Sequence[Path], build: Path | Sequence[Path], ids: Path | None = None) -> Evaluation:
    """Compare a build with labelled reports.

    Args:
        gold: files of labels (JSON Lines).
        build: the DuckDB file of a warehouse, or files and folders of the labelled reports, which are
            then read, extracted and linked with one another.
        ids: a CSV with a column `id`: the commitments that count.  Without one, `commitment_ids.csv`
            beside the first file of labels, if it is there; else all count.

    Raises:
        GoldError: where labels, or the list of ids, cannot be read.
        duckdb.Error: where the DuckDB file cannot be read.
        flows.read.discover.MissingPathsError: where a report path does not exist.
    """
    known = _read_ids(ids or _ids_beside(gold))
    labels = read_gold(gold, known)
    names = {label.key[0] for label in labels}
    tables = tables_of_warehouse(build) if isinstance(build, Path) else tables_of_reports(build, names)
    return evaluate(labels, found_reports(tables), known)


def _ids_beside(gold: Sequence[Path]) -> Path | None:
    beside = gold[0].with_name(IDS_FILE) if gold else None
    return beside if beside is not None and beside.is_file() else None


def _read_ids(path: Path | None) -> frozenset[str] | None:
    if path is None:
        return None
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return frozenset(row["id"] for row in csv.DictReader(file))
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}") from error
    except (UnicodeDecodeError, KeyError, csv.Error) as error:
        raise GoldError(f"{path}: not a list of commitments with a column `id` ({error})") from error
