"""Setting a warehouse right after a kill, a move or damage; pruning what nobody reads any more."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from warehouse.catalog import PUBLIC_SQL, SqlFolders
from warehouse.derived import derive
from warehouse.durable import leftovers, move_over, remove, sha256_file
from warehouse.errors import DamagedError
from warehouse.manifest import (
    MANIFEST,
    Manifest,
    is_whole,
    read_current,
    read_manifest,
    whole_release,
    write_current,
)
from warehouse.paths import TEMPORARY, Warehouse


def repair(warehouse: Warehouse, *, thorough: bool = False, sql: SqlFolders = PUBLIC_SQL) -> tuple[str, ...]:
    """Remove what a killed run left behind and derives what is missing; the caller holds the lock.

    Every run begins with this. Where the current release is damaged, the newest whole one takes its place.

    Args:
        warehouse: the warehouse, which may be empty.
        thorough: reads every file of the current release (`camket check --repair`), not only its size.
        sql: the views of the DuckDB file.

    Returns:
        What was done, a sentence each; empty where nothing was amiss.
    """
    done = [_removed(warehouse, path) for path in leftovers_of(warehouse)]
    manifest = whole_release(warehouse)
    if manifest is not None and thorough and _damaged(warehouse, manifest):
        manifest = None
    if manifest is None and warehouse.current_json.exists():
        manifest, said = _fall_back(warehouse)
        done.append(said)
    if manifest is not None:
        done += [f"{name} was derived anew" for name in derive(warehouse, manifest, sql)]
    return tuple(done)


def relocate(warehouse: Warehouse, *, sql: SqlFolders = PUBLIC_SQL) -> tuple[str, ...]:
    """Pin the views to where the folder now lies; return what was done."""
    return repair(warehouse, sql=sql)


def prune(warehouse: Warehouse, *, now: datetime, keep_days: float = 7) -> tuple[str, ...]:
    """Remove releases that were replaced more than `keep_days` ago, never the current one nor the newest.

    What counts is when the next release came: until then, readers went to this one. The caller holds the
    lock; without a current release nothing is removed.

    Returns:
        The ids of the releases that were removed, oldest first.
    """
    current = whole_release(warehouse)
    if current is None:
        return ()
    releases = _by_time(warehouse)
    removed = []
    for (folder, _), (_, replaced_at) in pairwise(releases):
        if folder.name != current.release_id and now - replaced_at > timedelta(days=keep_days):
            # Renamed first, so that no half release stands under its name if this is killed.
            leaving = folder.with_name(TEMPORARY + folder.name)
            move_over(folder, leaving)
            remove(leaving)
            removed.append(folder.name)
    return tuple(removed)


def _by_time(warehouse: Warehouse) -> list[tuple[Path, datetime]]:
    """Return the folders of the releases and when they were published, oldest first."""
    manifests = warehouse.releases.glob(f"[!.]*/{MANIFEST}")
    found = [(path.parent, datetime.fromtimestamp(path.stat().st_mtime, UTC)) for path in manifests]
    return sorted(found, key=lambda release: (release[1], release[0].name))


def leftovers_of(warehouse: Warehouse) -> list[Path]:
    """Return what killed runs left half written, wherever in the warehouse."""
    folders = [warehouse.root, warehouse.releases, *_folders(warehouse.releases), warehouse.parquet]
    folders += _folders(warehouse.log)
    folders += _folders(warehouse.extracted)
    return [path for folder in folders for path in leftovers(folder)]


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("[!.]*") if path.is_dir())


def _removed(warehouse: Warehouse, path: Path) -> str:
    remove(path)
    return f"{path.relative_to(warehouse.root)}, left behind by a killed run, was removed"


def _damaged(warehouse: Warehouse, manifest: Manifest) -> bool:
    folder = warehouse.release(manifest.release_id)
    return any(sha256_file(folder / entry.file) != entry.sha256 for entry in manifest.tables)


def _fall_back(warehouse: Warehouse) -> tuple[Manifest | None, str]:
    """Make the newest undamaged release the current one; the next run publishes the damaged one anew."""
    try:
        damaged = read_current(warehouse)
    except DamagedError:
        damaged = None
    for folder, _ in reversed(_by_time(warehouse)):
        try:
            manifest = read_manifest(folder)
        except DamagedError:
            continue
        if is_whole(folder, manifest) and not _damaged(warehouse, manifest):
            write_current(warehouse, manifest)
            return manifest, f"release {damaged or '(unreadable)'} is damaged: {folder.name} is current again"
    warehouse.current_json.unlink()
    return None, f"release {damaged or '(unreadable)'} is damaged and there is no other: run `camket run`"
