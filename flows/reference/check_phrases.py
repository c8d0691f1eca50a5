"""Checks of the phrases of seeds/: that they can be read, and do not match everything."""

from collections.abc import Iterator, Mapping, Sequence

from flows.phrases import PhraseError, Written, expand
from flows.reference.faults import SeedFault
from flows.reference.sheet import Sheet

FEWEST_LETTERS = 3

Terms = Mapping[str, Sequence[str]]


class PhraseCheck:
    """Tells what is wrong with a phrase.

    Args:
        terms: the named phrases that others may use.
    """

    def __init__(self, terms: Terms) -> None:
        # A term with a gap is a fault of its own, told once and not at every use.
        self._terms = {name: [p for p in phrases if "…" not in p] for name, phrases in terms.items()}
        self._written: Written = {}

    def __call__(self, phrase: str, fewest_letters: int = 1) -> str | None:
        """Say what is wrong; None where nothing is.

        A phrase is too short where all of it can be fewer letters and digits than asked for.
        """
        try:
            stretches = expand(phrase, self._terms, self._written)
        except PhraseError as error:
            return str(error).removeprefix(f"{phrase!r}: ")
        shortest = sum(min(map(_letters, strings)) for strings in stretches)
        if shortest < fewest_letters:
            return f"can match as little as {shortest} letters, which would be found everywhere"
        return None


def _letters(string: str) -> int:
    """Count letters and digits, as far as it matters."""
    return FEWEST_LETTERS if len(string) > 3 * FEWEST_LETTERS else sum(map(str.isalnum, string))


def check_column(
    sheet: Sheet, column: str, check: PhraseCheck, fewest_letters: int = 1, *, several: bool = False
) -> Iterator[SeedFault]:
    """Check a column of phrases, or of several phrases a cell."""
    for row, cell in enumerate(sheet.frame[column]):
        for phrase in cell.split("; ") if several else [cell]:
            if phrase and (problem := check(phrase, fewest_letters)):
                yield sheet.fault(row, column, phrase, problem)


def check_shared(sheet: Sheet, columns: Sequence[str]) -> Iterator[SeedFault]:
    """Tell of names that two rows claim, in any of the columns."""
    owner: dict[str, int] = {}
    for column in columns:
        for row, cell in enumerate(sheet.frame[column]):
            for name in cell.split("; ") if cell else []:
                first = owner.setdefault(name.casefold(), row)
                if first != row:
                    yield sheet.fault(row, column, name, f"also names row {sheet.lines[first]}")
