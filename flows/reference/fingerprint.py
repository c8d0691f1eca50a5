"""The version of the rules: a hash over the reference data and the code that reads and extracts."""

import hashlib
from collections.abc import Collection, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

CODE = ("extract", "phrases.py", "read", "reference", "span.py", "when.py")
DATA = (".csv", ".yml")
# What analysts correct is corrected after extraction (`flows.reference.corrections.version_of`).
NOT_RULES = frozenset({"corrections.csv"})


def _sources(at: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """Yield every Python file at or below `at`, by its name relative to the package."""
    if at.is_file():
        if name.endswith(".py"):
            yield name, at
        return
    for inner in at.iterdir():
        if inner.name != "__pycache__":
            yield from _sources(inner, f"{name}/{inner.name}")


def fingerprint(seeds: Traversable, code: Traversable | None = None, parts: Collection[str] = CODE) -> str:
    """Return the first 12 hex digits of a SHA-256 over all that decides what is extracted.

    That is the data files directly in `seeds`, but for the corrections, and, of the package `code` (by
    default `flows`), the `parts` named; in the order of their names, with one kind of line end, so that a
    checkout on another system has the same version.
    """
    flows = files("flows") if code is None else code
    data = [f for f in seeds.iterdir() if f.is_file() and f.name.endswith(DATA) and f.name not in NOT_RULES]
    named = [(f"seeds/{f.name}", f) for f in data]
    for part in parts:
        at = flows.joinpath(part)
        if at.is_file() or at.is_dir():
            named += _sources(at, f"flows/{part}")
    digest = hashlib.sha256()
    for name, file in sorted(named, key=lambda pair: pair[0]):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:12]
