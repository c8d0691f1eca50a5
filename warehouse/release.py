"""Publishing: good rows become a release, and readers go over to it in one step.

Everything is written into a temporary folder and checked there; the folder is renamed, and then
`current.json` is replaced: that is the commit. Killed before it, yesterday's release stands; killed after
it, `warehouse.derived` brings the DuckDB file and the stable Parquet paths up to date at the next run.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import polars as pl

from schemas.table import Table
from schemas.tables import RELEASE_TABLES
from warehouse.catalog import PUBLIC_SQL, SqlFolders, attached, catalog_of, run_checks
from warehouse.derived import derive
from warehouse.durable import move_over, remove, replace_file, sha256_file, sync
from warehouse.errors import CheckFailedError, DamagedError, LostRowsError, WarehouseError
from warehouse.log import start_log
from warehouse.manifest import (
    MANIFEST,
    Manifest,
    TableFile,
    is_whole,
    published_from,
    read_current,
    read_manifest,
    release_id_of,
    whole_release,
    write_current,
)
from warehouse.paths import TEMPORARY, Warehouse
from warehouse.table_file import content_sha256, in_order, write_table

TABLES: dict[str, Table] = {table.name: table for table in RELEASE_TABLES}

# The texts are by far the largest table and seldom change: their file bears no release's mark, so that the
# next release can take the same file over as a hard link.
UNMARKED = frozenset({"report_texts"})

# A table of fewer rows may lose any number of them.
ROWS_TO_GUARD = 20


@dataclass(frozen=True, slots=True)
class Published:
    """A new release: its id and folder, the rows of each table, the one before it, and what was linked."""

    release_id: str
    folder: Path
    rows: dict[str, int]
    previous: str | None
    linked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The current release already says all this; `repaired` tells which derived files were missing."""

    release_id: str
    repaired: tuple[str, ...]


def publish(
    warehouse: Warehouse,
    tables: Mapping[str, pl.DataFrame],
    *,
    rules_version: str,
    schema_version: str,
    now: datetime,
    made_from: str | None = None,
    max_loss: float = 0.5,
    facts: Mapping[str, Table] = TABLES,
    sql: SqlFolders = PUBLIC_SQL,
) -> Published | Unchanged:
    """Make the tables the current release; the caller holds the lock (`warehouse.lock.locked`).

    Args:
        warehouse: where to.
        tables: all tables of the release, with the columns of their schema.
        rules_version: the rules and reference data that made the rows.
        schema_version: the version of the tables' columns.
        now: the time of the release, from which its successors count the days until it may be pruned.
        made_from: what the tables were made from (`warehouse.store.inputs_sha256`), kept in current.json.
        max_loss: the share of its rows that a table may lose against the current release; 1 allows all.
        facts: the schema of each table.
        sql: the views, and the checks that must find nothing.

    Raises:
        CheckFailedError: a check found bad rows.
        LostRowsError: a table lost more than `max_loss` of its rows.
        WarehouseError: the disk or DuckDB refused. Nothing was published, unless the message says that the
            release is whole: then only what is derived from it is not up to date.
    """
    frames = {name: in_order(tables[name], facts[name]) for name in sorted(tables)}
    contents = {name: content_sha256(frame, facts[name]) for name, frame in frames.items()}
    release_id = release_id_of(contents, schema_version=schema_version, rules_version=rules_version)
    whole = whole_release(warehouse)
    if whole is not None and whole.release_id == release_id:
        if published_from(warehouse) != made_from:
            write_current(warehouse, whole, made_from)
        return Unchanged(release_id, derive(warehouse, whole, sql))

    before = _before(warehouse)
    if before is not None:
        _refuse_loss(before, frames, max_loss)
    warehouse.create()
    start_log(warehouse)
    temporary = warehouse.releases / f"{TEMPORARY}{release_id}"
    remove(temporary)
    try:
        manifest, linked = _write(
            temporary,
            {name: (frame, facts[name], contents[name]) for name, frame in frames.items()},
            Manifest(release_id, schema_version, rules_version, ()),
            (warehouse.release(before.release_id), before) if before else None,
        )
        _check(warehouse, temporary, manifest, sql)
        _install(temporary, warehouse.release(release_id), manifest, now)
    except Exception as error:
        remove(temporary)
        if isinstance(error, OSError):
            raise WarehouseError(f"cannot write to {warehouse.releases} ({error.strerror})") from error
        raise
    write_current(warehouse, manifest, made_from)
    derive(warehouse, manifest, sql)
    rows = {entry.table: entry.rows for entry in manifest.tables}
    return Published(
        release_id, warehouse.release(release_id), rows, before.release_id if before else None, linked
    )


def _before(warehouse: Warehouse) -> Manifest | None:
    """Return the manifest of the current release, even where files of it are missing."""
    try:
        release_id = read_current(warehouse)
        return read_manifest(warehouse.release(release_id)) if release_id else None
    except DamagedError:
        return None


def _refuse_loss(before: Manifest, frames: Mapping[str, pl.DataFrame], max_loss: float) -> None:
    lost = []
    for entry in before.tables:
        rows = frames[entry.table].height if entry.table in frames else 0
        if entry.rows >= ROWS_TO_GUARD and entry.rows - rows > max_loss * entry.rows:
            lost.append(f"{entry.table} has {rows} rows instead of {entry.rows}")
    if lost:
        raise LostRowsError(
            f"nothing was published: {'; '.join(lost)}; where that is as it should be, allow the loss and "
            "run again"
        )


def _write(
    folder: Path,
    tables: Mapping[str, tuple[pl.DataFrame, Table, str]],
    release: Manifest,
    before: tuple[Path, Manifest] | None,
) -> tuple[Manifest, tuple[str, ...]]:
    """Write all files of a release; return its manifest, and the tables taken over from the one before."""
    folder.mkdir(parents=True)
    marks = {
        "camket.release": release.release_id,
        "camket.schema_version": release.schema_version,
        "camket.rules_version": release.rules_version,
    }
    entries, linked = [], []
    for name, (frame, table, content) in tables.items():
        path = folder / f"{name}.parquet"
        if name in UNMARKED and before is not None and _link(name, content, *before, path):
            linked.append(name)
        else:
            write_table(frame, table, path, {} if name in UNMARKED else marks)
            sync(path)
        entries.append(
            TableFile(name, path.name, frame.height, path.stat().st_size, sha256_file(path), content)
        )
    manifest = Manifest(release.release_id, release.schema_version, release.rules_version, tuple(entries))
    replace_file(folder / MANIFEST, manifest.encoded())
    return manifest, tuple(linked)


def _link(name: str, content: str, folder: Path, before: Manifest, path: Path) -> bool:
    entry = before.table(name)
    if entry is None or entry.content_sha256 != content:
        return False
    source = folder / entry.file
    try:
        if sha256_file(source) != entry.sha256:
            return False
        os.link(source, path)
    except OSError:
        return False
    return True


def _check(warehouse: Warehouse, folder: Path, manifest: Manifest, sql: SqlFolders) -> None:
    """Make the views over the temporary release, in memory, and runs the checks on them."""
    with attached() as connection:
        catalog_of(warehouse, folder, manifest, sql).make(connection, describe=False)
        failures = run_checks(connection, sql.checks)
    if failures:
        raise CheckFailedError("nothing was published; " + "; ".join(map(str, failures)))


def _install(temporary: Path, folder: Path, manifest: Manifest, now: datetime) -> None:
    """Give the temporary release its name.

    A folder of that name holds the same content (the release before the last one, or a damaged one): its
    files are then replaced one by one by equal ones, so that nobody who reads there misses a file.
    """
    os.utime(temporary / MANIFEST, (now.timestamp(), now.timestamp()))
    if not folder.exists():
        move_over(temporary, folder)
        return
    for name in (*(entry.file for entry in manifest.tables), MANIFEST):
        os.replace(temporary / name, folder / name)  # noqa: PTH105
    sync(folder)
    remove(temporary)
    if not is_whole(folder, manifest):
        raise WarehouseError(f"{folder} could not be written whole")
