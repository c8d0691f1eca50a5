"""A dry run: the real run, on a copy of the warehouse that is thrown away afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.paths import TEMPORARY, Warehouse


@contextmanager
def copy_of(root: Path) -> Iterator[Path]:
    """Give the folder of a copy of what was extracted and logged, and remove it afterwards.

    The copy's files are hard links where the disk allows it; nothing is ever changed in place, so the
    originals are safe.
    """
    warehouse = Warehouse(root)
    with tempfile.TemporaryDirectory(prefix="camket-dry-run-") as folder:
        copy = Warehouse(Path(folder) / "warehouse")
        for source, target in ((warehouse.log, copy.log), (warehouse.extracted, copy.extracted)):
            if source.exists():
                shutil.copytree(
                    source, target, copy_function=_link, ignore=shutil.ignore_patterns(f"{TEMPORARY}*")
                )
        yield copy.root


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
