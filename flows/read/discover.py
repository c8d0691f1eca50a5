"""Find the files to read: paths as given, folders walked, in an order that never changes."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.read.limits import Limits
from flows.read.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Discovered:
    """The files to read, sorted by path, and what was refused on the way."""

    files: tuple[Path, ...]
    refusals: tuple[Refusal, ...]


class MissingPathsError(FileNotFoundError):
    """Paths that do not exist; `paths` lists them all."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        super().__init__("no such file or folder: " + ", ".join(str(p) for p in self.paths))


def discover(paths: Sequence[Path], limits: Limits) -> Discovered:
    """Find the files at and below `paths`.

    Folders are walked to the end; links are followed, but no folder is entered twice. Inside a folder, what
    is hidden (its name starts with a dot) is passed over; a hidden file named outright is read. A file
    named twice is found once.

    Raises:
        MissingPathsError: where one of `paths` does not exist.
    """
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise MissingPathsError(missing)
    found: dict[str, Path | Refusal] = {}
    entered: set[tuple[int, int]] = set()
    for path in sorted(paths, key=Path.as_posix):
        for item in _look(path, limits, entered):
            at = item if isinstance(item, Path) else Path(item.source_path)
            # Not resolve(), which would follow links.
            found.setdefault(os.path.abspath(at), item)  # noqa: PTH100
    files = [item for item in found.values() if isinstance(item, Path)]
    refusals = [item for item in found.values() if isinstance(item, Refusal)]
    return Discovered(
        tuple(sorted(files, key=Path.as_posix)), tuple(sorted(refusals, key=lambda r: r.source_path))
    )


def _look(path: Path, limits: Limits, entered: set[tuple[int, int]]) -> Iterator[Path | Refusal]:
    try:
        status = path.stat()
    except FileNotFoundError:
        yield _refuse(path, "missing", "the link leads nowhere, or the file went away: check it")
        return
    except OSError as error:
        yield _refuse(path, "unreadable", f"it cannot be looked at ({error.strerror}): check its permissions")
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _walk(path, limits, entered)
    elif not stat.S_ISREG(status.st_mode):
        yield _refuse(path, "unreadable", "it is a device, socket or pipe, not a file: give a file")
    elif status.st_size > limits.max_file_bytes:
        yield _refuse(path, "too_large", too_large(status.st_size, limits))
    else:
        yield path


def _walk(top: Path, limits: Limits, entered: set[tuple[int, int]]) -> Iterator[Path | Refusal]:
    """Walk a folder: real folders first, so that a link never takes the place of what it points to."""
    folders, linked = [top], list[Path]()
    while folders or linked:
        folder = folders.pop() if folders else linked.pop(0)
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            inside = sorted(p for p in folder.iterdir() if not p.name.startswith("."))
        except OSError as error:
            yield _refuse(
                folder, "unreadable", f"the folder cannot be opened ({error.strerror}): check its permissions"
            )
            continue
        for path in inside:
            if not path.is_dir():
                yield from _look(path, limits, entered)
            elif path.is_symlink():
                linked.append(path)
            else:
                folders.append(path)


def too_large(size: int, limits: Limits) -> str:
    """Say that a file is larger than the limit."""
    limit = limits.max_file_bytes
    return f"it has {size:,} bytes, more than the limit of {limit:,}: split it, or raise the limit"


def _refuse(path: Path, reason: str, detail: str) -> Refusal:
    return Refusal(path.as_posix(), 0, reason, f"{path.as_posix()}: {detail}")
