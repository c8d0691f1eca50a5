"""Looking a warehouse through: what is missing, damaged or out of date, and the way out."""

from pathlib import Path

import polars as pl

from warehouse.catalog import PUBLIC_SQL, SqlFolders, catalog_in, catalog_of
from warehouse.durable import same_file, sha256_file
from warehouse.errors import DamagedError, WarehouseError
from warehouse.log import LOG
from warehouse.manifest import MANIFEST, Manifest, read_current, read_manifest
from warehouse.paths import Warehouse
from warehouse.repair import leftovers_of

_REPAIR = "run `camket check --repair`"
_RUN = f"{_REPAIR}, then `camket run`"


def verify(warehouse: Warehouse, *, sql: SqlFolders = PUBLIC_SQL) -> list[str]:
    """Read every file of the current release through and looks at all that hangs on it.

    Changes nothing and needs no lock; a run that is under way shows as leftovers.

    Returns:
        What is wrong and the way out, a sentence each; empty where all is well (or nothing is there yet).
    """
    problems = [f"{path} was left behind by a killed run; {_REPAIR}" for path in leftovers_of(warehouse)]
    problems += _unreadable(warehouse)
    try:
        release_id = read_current(warehouse)
        if release_id is None:
            if any(warehouse.releases.glob(f"[!.]*/{MANIFEST}")):
                problems.append(f"{warehouse.current_json} is missing, so no release is current; {_RUN}")
            return problems
        folder = warehouse.release(release_id)
        if not folder.is_dir():
            return [*problems, f"the current release {folder} is missing; {_RUN}"]
        manifest = read_manifest(folder)
    except DamagedError as error:
        return [*problems, str(error)]
    damaged = _damaged_files(folder, manifest)
    problems += damaged or _out_of_date(warehouse, folder, manifest, sql)
    return problems


def _damaged_files(folder: Path, manifest: Manifest) -> list[str]:
    problems = []
    if manifest.release_id != folder.name:
        problems.append(f"{folder / MANIFEST} is of another release, {manifest.release_id}; {_RUN}")
    for entry in manifest.tables:
        path = folder / entry.file
        if not path.is_file():
            problems.append(f"{path} is missing; {_RUN}")
        elif path.stat().st_size != entry.bytes or sha256_file(path) != entry.sha256:
            problems.append(f"{path} is damaged: it is not what {MANIFEST} says; {_RUN}")
    named = {MANIFEST, *(entry.file for entry in manifest.tables)}
    strangers = sorted(path for path in folder.iterdir() if path.name not in named)
    return problems + [f"{path} does not belong to the release; move it elsewhere" for path in strangers]


def _out_of_date(warehouse: Warehouse, folder: Path, manifest: Manifest, sql: SqlFolders) -> list[str]:
    problems = []
    try:
        catalog = catalog_of(warehouse, folder, manifest, sql).sha256
        if not warehouse.duckdb_file.exists():
            problems.append(f"{warehouse.duckdb_file} is missing; {_REPAIR}")
        elif (found := catalog_in(warehouse.duckdb_file)) is None:
            problems.append(f"{warehouse.duckdb_file} is damaged or in use by another program; {_REPAIR}")
        elif found != catalog:
            problems.append(
                f"{warehouse.duckdb_file} shows another release, other views or the place where the folder "
                f"was before; {_REPAIR}"
            )
    except WarehouseError as error:
        problems.append(str(error))
    for entry in manifest.tables:
        path = warehouse.parquet_file(entry.table)
        if not path.exists():
            problems.append(f"{path} is missing; {_REPAIR}")
        elif not same_file(folder / entry.file, path):
            problems.append(f"{path} is not of the current release; {_REPAIR}")
    return problems


def _unreadable(warehouse: Warehouse) -> list[str]:
    """Return the files of the log and of what was extracted that are no Parquet files."""
    log = sorted(path for table in LOG for path in warehouse.log_parts(table).glob("*.parquet"))
    extracted = sorted(warehouse.extracted.glob("*/[!.]*/*.parquet"))
    return [
        *(
            f"{path} is damaged; move it elsewhere: the log goes on without it"
            for path in log
            if not _is_parquet(path)
        ),
        *(
            f"{path} is damaged; remove its folder, then `camket run`"
            for path in extracted
            if not _is_parquet(path)
        ),
    ]


def _is_parquet(path: Path) -> bool:
    try:
        with path.open("rb") as file:  # by name, a bracket in the path would be a pattern
            pl.read_parquet_schema(file)
    except (OSError, pl.exceptions.PolarsError):
        return False
    return True
