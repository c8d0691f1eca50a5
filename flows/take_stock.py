"""Take stock of an inbox: which files there are, and which of them were not read under these rules yet."""

import hashlib
import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from flows.read.discover import discover
from flows.read.limits import Limits
from flows.read.refusal import Refusal
from warehouse.log import read_log
from warehouse.paths import Warehouse
from warehouse.store import known_hashes, read_parts, rules_versions

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read: a file by its path, or the `text` that the warehouse kept of it."""

    path: str
    raw_sha256: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Stock:
    """What lies in the inbox: all files, those to read now (one of each content), what cannot be read."""

    files: tuple[Input, ...]
    unread: tuple[Input, ...]
    refusals: tuple[Refusal, ...]


def take_stock(paths: Sequence[Path], known: Collection[str], limits: Limits) -> Stock:
    """Find the files at and below `paths`, and tell the unread ones by the hash of their bytes.

    Paths are made absolute, so that a file is known again from another working directory.

    Args:
        paths: files and folders.
        known: hashes of what was read under the rules of today.
        limits: what is too large to be read.

    Raises:
        MissingPathsError: where one of `paths` does not exist.
    """
    found = discover([Path(os.path.abspath(path)) for path in paths], limits)  # noqa: PTH100  # links stay
    files: list[Input] = []
    refusals = list(found.refusals)
    for path in found.files:
        try:
            files.append(Input(path.as_posix(), _sha256(path)))
        except OSError as error:
            detail = f"{path}: it cannot be read ({error.strerror}): check its permissions"
            refusals.append(Refusal(path.as_posix(), 0, "unreadable", detail))
    unread: dict[str, Input] = {}
    for file in files:
        if file.raw_sha256 not in known:
            unread.setdefault(file.raw_sha256, file)
    return Stock(tuple(files), tuple(unread.values()), tuple(refusals))


def to_read_again(warehouse: Warehouse, rules_version: str, coming: Collection[str]) -> tuple[Input, ...]:
    """Return the kept texts of reports that were read under other rules only; their files may be gone.

    Args:
        warehouse: the warehouse.
        rules_version: the rules of today.
        coming: hashes of the files that are read from their place anyway.
    """
    done = known_hashes(warehouse, rules_version) | frozenset(coming)
    arrived = read_log(warehouse, "arrivals").filter(~pl.col("raw_sha256").is_in(list(done)))
    found: dict[str, Input] = {}
    for version in rules_versions(warehouse):
        if version == rules_version or arrived.is_empty():
            continue
        texts = read_parts(warehouse, version).get("report_texts")
        if texts is None:
            continue
        for row in arrived.join(texts, on="report_id").sort("source_path").iter_rows(named=True):
            found.setdefault(row["raw_sha256"], Input(row["source_path"], row["raw_sha256"], row["text"]))
    return tuple(found[raw] for raw in sorted(found))


def in_chunks(inputs: Sequence[Input], size: int) -> list[tuple[Input, ...]]:
    """Cut inputs into chunks of at most `size`, in their order."""
    return [tuple(inputs[start : start + size]) for start in range(0, len(inputs), size)]


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
