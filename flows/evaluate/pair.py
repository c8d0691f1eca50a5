"""Pair labels with what was found: one to one, the most alike first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Wanted = TypeVar("Wanted")
Got = TypeVar("Got")


@dataclass(frozen=True, slots=True)
class Paired(Generic[Wanted, Got]):
    """Labels with their finds, the labels without one, the finds without a label."""

    pairs: tuple[tuple[Wanted, Got], ...]
    missed: tuple[Wanted, ...]
    extra: tuple[Got, ...]


def pair(
    wanted: Sequence[Wanted], got: Sequence[Got], likeness: Callable[[Wanted, Got], float], least: float
) -> Paired[Wanted, Got]:
    """Pair greedily, the most alike first, down to a likeness of `least`; ties go by order."""
    scored = sorted(
        ((likeness(w, g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(got)),
        key=lambda c: (-c[0], c[1], c[2]),
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for score, i, j in scored:
        if score >= least and i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return Paired(
        pairs=tuple((wanted[i], got[j]) for i, j in taken.items()),
        missed=tuple(w for i, w in enumerate(wanted) if i not in taken),
        extra=tuple(g for j, g in enumerate(got) if j not in used),
    )
