"""What is wrong in seeds/, told all at once."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeedFault:
    """One fault: where it stands, the value that is wrong, and why.

    `row` is the number of the line in the file, counted from 1; None where the whole file is meant.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    problem: str

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", column {self.column}"
        shown = f": {self.value!r}" if self.value is not None else ""
        return f"{place}{shown}: {self.problem}"


def _order(fault: SeedFault) -> tuple[str, int, str, str, str]:
    return fault.file, fault.row or 0, fault.column or "", fault.value or "", fault.problem


class SeedError(ValueError):
    """Reference data that cannot be used; `faults` holds all that is wrong in all files."""

    def __init__(self, faults: Iterable[SeedFault]) -> None:
        self.faults = tuple(sorted(set(faults), key=_order))
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        super().__init__("\n".join([f"{count} in the reference data:", *map(str, self.faults)]))
