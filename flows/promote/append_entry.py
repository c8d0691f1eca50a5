"""Append an entry to a registry file, if the file can be read with it."""

import os
from dataclasses import replace
from pathlib import Path

from flows.reference.check_phrases import PhraseCheck
from flows.reference.cross_checks import check_registry, check_terms
from flows.reference.faults import SeedError, SeedFault
from flows.reference.registry import Registry, read_registry
from flows.reference.sheet import check_sheet
from flows.reference.tables import CommitmentTable


def ids_in(file: Path) -> set[str]:
    """Return the ids of a registry file.

    Raises:
        SeedError: where the file is missing or cannot be read as a registry.
    """
    return set(_read(file).sheet.frame["id"].to_list())


def append_entry(file: Path, entry: str) -> None:
    """Append `entry` to the list of commitments at the end of `file`, all at once or not at all.

    Raises:
        SeedError: where the file would then not load; it is left as it was.
        OSError: where it cannot be written.
    """
    before = ids_in(file)
    text = file.read_text(encoding="utf-8")
    attempt = file.with_name(f".{file.name}.new")
    try:
        attempt.write_text(f"{text.rstrip()}\n\n{entry}", encoding="utf-8", newline="\n")
        try:
            n_entries = len(_read(attempt).sheet.frame)
        except SeedError as error:
            told = [replace(fault, file=f"{file.name} with the entry") for fault in error.faults]
            raise SeedError([*told, _by_hand(file)]) from error
        if n_entries != len(before) + 1:
            raise SeedError([_by_hand(file)])
        os.replace(attempt, file)  # noqa: PTH105  # a rename over the file itself
    finally:
        attempt.unlink(missing_ok=True)


def _by_hand(file: Path) -> SeedFault:
    problem = "an entry can be appended where the list of commitments ends the file; else put it in by hand"
    return SeedFault(file.name, None, None, None, problem)


def _read(file: Path) -> Registry:
    faults: list[SeedFault] = []
    registry = read_registry(file, faults)
    check_sheet(registry.sheet, CommitmentTable, faults)
    check = PhraseCheck({name: [p.text for p in listed] for name, listed in registry.terms.items()})
    faults += [*check_terms(registry, check), *check_registry(registry, check)]
    if faults:
        raise SeedError(faults)
    return registry
