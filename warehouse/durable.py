"""Writing to disk so that a reader sees the old file or the new one, and a killed run leaves no half file."""

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

from warehouse.paths import TEMPORARY

_BLOCK = 1 << 20


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole: beside its place, then over it."""
    temporary = path.with_name(TEMPORARY + path.name)
    temporary.write_bytes(content)
    move_over(temporary, path)


def move_over(temporary: Path, path: Path) -> None:
    """Move a finished file (or a folder, where none is) to its place, for good."""
    sync(temporary)
    os.replace(temporary, path)  # noqa: PTH105
    sync(path.parent)


def link_over(source: Path, path: Path) -> None:
    """Make `path` another name of the file `source`; a copy where the disk knows no hard links."""
    temporary = path.with_name(TEMPORARY + path.name)
    temporary.unlink(missing_ok=True)
    try:
        os.link(source, temporary)
    except OSError:
        shutil.copy2(source, temporary)
        sync(temporary)
    os.replace(temporary, path)  # noqa: PTH105
    # Where both were already one file, POSIX leaves the first name standing.
    temporary.unlink(missing_ok=True)


def same_file(source: Path, path: Path) -> bool:
    """Tell whether `path` is a link to `source`, or the copy that `link_over` makes."""
    try:
        one, other = source.stat(), path.stat()
    except OSError:
        return False
    if (one.st_dev, one.st_ino) == (other.st_dev, other.st_ino):
        return True
    return one.st_nlink == 1 and (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)


def sha256_file(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def remove(path: Path) -> None:
    """Remove a file or a folder with all that is in it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()


def leftovers(folder: Path) -> list[Path]:
    """Return what a killed run left half written in a folder (not in the folders below it)."""
    return sorted(folder.glob(TEMPORARY + "*")) if folder.is_dir() else []
