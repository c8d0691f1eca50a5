"""A dry run: the real run, on a copy of the warehouse that is thrown away afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import DamagedError
from warehouse.manifest import read_current
from warehouse.paths import TEMPORARY, Warehouse
from warehouse.repair import repair


@contextmanager
def copy_of(root: Path) -> Iterator[Path]:
    """Give the folder of a copy of the current release and of what was extracted and logged; then remove it.

    The copy's files are hard links where the disk allows it; nothing is ever changed in place, so the
    originals are safe.
    """
    warehouse = Warehouse(root)
    with tempfile.TemporaryDirectory(prefix="camket-dry-run-") as folder:
        copy = Warehouse(Path(folder) / "warehouse")
        pairs = [(warehouse.log, copy.log), (warehouse.extracted, copy.extracted)]
        if release_id := _current(warehouse):
            pairs.append((warehouse.release(release_id), copy.release(release_id)))
        for source, target in pairs:
            if source.exists():
                shutil.copytree(
                    source, target, copy_function=_link, ignore=shutil.ignore_patterns(f"{TEMPORARY}*")
                )
        if release_id:
            shutil.copy2(warehouse.current_json, copy.current_json)
            repair(copy)  # derives the rest
        yield copy.root


def _current(warehouse: Warehouse) -> str | None:
    try:
        return read_current(warehouse)
    except DamagedError:
        return None  # as good as none: the real run would set it right


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
