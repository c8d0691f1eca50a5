"""Cut lines at the ends of marks, so that each piece lies under the same marks from end to end."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from flows.explain.mark import Mark
from flows.span import Span

Group = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line.

    `over` are the marks that it lies under, the widest first. `opens` are the marks that begin with it, and
    `closes` those that end with it, from the outside in and from the inside out; marks of one span stand
    together in a group.
    """

    span: Span
    over: tuple[Mark, ...]
    opens: tuple[Group, ...]
    closes: tuple[Group, ...]

    @property
    def innermost(self) -> Group:
        """The marks of the narrowest span among `over`; () where there are none."""
        return tuple(mark for mark in self.over if mark.span == self.over[-1].span)


def marks_by_line(lines: Sequence[Span], marks: Iterable[Mark]) -> list[list[Mark]]:
    """Return, for each line, the marks that share a character with it; `lines` stand in order, apart."""
    starts, ends = [line.start for line in lines], [line.end for line in lines]
    of_line: list[list[Mark]] = [[] for _ in lines]
    for mark in marks:
        first, last = bisect_right(ends, mark.span.start), bisect_left(starts, mark.span.end)
        for number in range(first, last):
            of_line[number].append(mark)
    return of_line


def cut(line: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cut a line into pieces, which follow one another and make up the whole line.

    Args:
        line: the span of the line.
        marks: those that share a character with it; one may begin before it or end after it.
    """
    starting = sorted(marks, key=_outside_in, reverse=True)
    points = {point for mark in marks for point in (mark.span.start, mark.span.end)}
    inside = {point for point in points if line.start < point < line.end}
    over: list[Mark] = []
    for start, end in pairwise(sorted({line.start, line.end} | inside)):
        over = [mark for mark in over if mark.span.end > start]
        while starting and starting[-1].span.start <= start:
            over.append(starting.pop())
        over.sort(key=_outside_in)
        yield Piece(
            Span(start, end),
            tuple(over),
            _groups(mark for mark in over if mark.span.start == start),
            _groups(mark for mark in reversed(over) if mark.span.end == end),
        )


def _outside_in(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.number


def _groups(marks: Iterable[Mark]) -> tuple[Group, ...]:
    return tuple(
        tuple(sorted(group, key=lambda m: m.number)) for _, group in groupby(marks, lambda m: m.span)
    )
