"""What `camket promote` does: an entry to the standard output, or appended to a registry file."""

import sys
from pathlib import Path

from flows import terminal
from flows.promote.append_entry import append_entry, ids_in
from flows.promote.read_candidates import UnknownCandidateError, find_candidate, read_candidates
from flows.promote.write_entry import write_entry
from flows.reference.faults import SeedError
from flows.reference.load import load_reference
from warehouse.paths import Warehouse

_NEXT = (
    "Put this under its sector in seeds/commitments.yml, or let `--write FILE` append it; review every line,"
    " then run `python -m pytest tests/reference` and `camket run`."
)


def promote_command(warehouse: Warehouse, asked: str, file: Path | None) -> int:
    """Write the entry of the candidate `asked`; return the exit code.

    Raises:
        WarehouseError: where nothing was published yet, or a file is missing.
    """
    try:
        candidate = find_candidate(read_candidates(warehouse), asked)
    except UnknownCandidateError as error:
        terminal.complain(error)
        return 2
    if file is None:
        sys.stdout.write(write_entry(candidate, load_reference()))
        terminal.err.print(_NEXT, soft_wrap=True)
        return 0
    try:
        entry = write_entry(candidate, load_reference(), ids_in(file))
        append_entry(file, entry)
    except (SeedError, OSError) as error:
        terminal.complain(f"{file} was left as it was: {error}")
        return 2
    terminal.say(f"Appended to {file}, for review: {entry.split('- id: ')[1].splitlines()[0]}")
    return 0
