"""What a person sees in the terminal: tables, one quote each, and lines that say what to do.

Reports and file names come from outside: all text is made harmless first, and never read as markup.
"""

import datetime as dt
import logging
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.console import Console
from rich.status import Status as Spinner
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from warehouse.read_corrections import CorrectionTold
    from warehouse.read_status import Status, Telling

# A pipe or a file has no width of its own.
_WIDTH_OF_A_FILE = 120
_STAGE_STYLES = {
    "proposed": "yellow",
    "agreed": "cyan",
    "signed": "blue",
    "in_progress": "magenta",
    "fulfilled": "green",
    "stalled": "red",
    "withdrawn": "bold red",
}
_HEADLINES = ("vkist_phase_2", "apec_2027", "eps_labour_mou")
_QUOTE = 260
# Text that would move the cursor, hide or turn round what follows (control characters, bidi overrides).
_HARMFUL = frozenset({"Cc", "Cf", "Cs"})
_NARROWEST_COLUMN = 18


def _console(*, stderr: bool = False) -> Console:
    console = Console(stderr=stderr, highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDTH_OF_A_FILE
    return console


out = _console()
err = _console(stderr=True)


def as_precise(on: dt.date | None, precision: str | None) -> str:
    """Write no more of a date than is known: 2023-06-01 with the precision month as 2023-06."""
    return "" if on is None else str(on)[: {"year": 4, "month": 7}.get(precision or "day", 10)]


def harmless(value: object) -> str:
    """Return a value as one line in which nothing can steer the terminal."""
    line = " ".join(str(value).split())
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in _HARMFUL else c for c in line)


def say(message: object, style: str = "") -> None:
    """Print one line, however long, to the standard output."""
    out.print(Text(harmless(message), style), soft_wrap=True)


def complain(message: object) -> None:
    """Print one line, however long, to the standard error output."""
    err.print(Text(harmless(f"camket: {message}"), "red"), soft_wrap=True)


def status_table(rows: "Iterable[Status]") -> Table:
    """Draw where the commitments stand: the headline ones first, then the others by id."""
    table = _evidence_table("Where the commitments stand", "commitment", "in these words")
    for row in sorted(rows, key=lambda r: (_place(r.commitment_id), r.commitment_id)):
        told = f"{row.n_reports} report{'' if row.n_reports == 1 else 's'}"
        standing = Text.assemble((harmless(row.commitment_id), "bold"), "\n", _stage(row.current_stage))
        if row.stage_basis == "implied":
            standing.append(" (implied)", style="dim")
        if row.since_on is not None:
            standing.append(f" since {as_precise(row.since_on, row.since_precision)}")
        if row.pending:
            standing.append("\nrenewal asked for", style="yellow")
        standing.append(f"\n{told}", style="dim")
        table.add_row(standing, _quoted(row.quote))
    return table


def timeline_table(commitment_id: str, tellings: "Iterable[Telling]") -> Table:
    """Draw what was told of one commitment, and by whom."""
    table = _evidence_table(commitment_id, "act", "in these words")
    for row in tellings:
        when = as_precise(row.happened_on, row.happened_precision) or "undated"
        act = Text.assemble((when, "bold"), "\n", _stage(row.stage))
        act.append(f" ({harmless(row.side)})" if row.side else "")
        if row.is_background:
            act.append("\ntold in passing", style="dim")
        source = [row.speaker, row.outlet, row.title, row.told_on and f"reported {row.told_on}"]
        words = _quoted(row.quote)
        words.append("\n" + " · ".join(harmless(part) for part in source if part), style="dim")
        table.add_row(act, words)
    return table


def records_table(names: Sequence[str], rows: Sequence[Sequence[object]], width: int | None = None) -> Table:
    """Draw the rows of a query: side by side where they fit, else one under the other, name by name."""
    cells = [[Text("" if value is None else harmless(value)) for value in row] for row in rows]
    titles = [Text(harmless(name), "bold") for name in names]
    least = [
        min(max(cell_len(cell.plain) for cell in column), _NARROWEST_COLUMN) + 3
        for column in zip(titles, *cells, strict=True)
    ]
    if sum(least) < (width or out.width):
        table = Table()
        for title in titles:
            table.add_column(title, overflow="fold")
        for row in cells:
            table.add_row(*row)
        return table
    table = Table(show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for row in cells:
        for title, cell in zip(titles, row, strict=True):
            table.add_row(title, cell)
        table.add_section()
    return table


def rejects_table(rejects: Sequence[Mapping[str, Any]], most: int = 20) -> Table:
    """Draw what was refused and why, `most` rows at the most."""
    title = f"Refused: {len(rejects)}" + (f", the first {most}" if len(rejects) > most else "")
    table = Table(title=title, title_justify="left")
    table.add_column("reason", no_wrap=True, style="red")
    table.add_column("what, and what to do", overflow="fold")
    for reject in rejects[:most]:
        table.add_row(Text(harmless(reject["reason"])), Text(harmless(reject["detail"])))
    return table


def show_corrections(corrections: "Sequence[CorrectionTold]") -> None:
    """Print how many of the analysts' corrections are applied, and those that are not, with the reason."""
    if not corrections:
        return
    if left := [one for one in corrections if one.state != "applied"]:
        out.print(corrections_table(left))
    states = Counter(one.state.replace("_", " ") for one in corrections)
    counts = ", ".join(f"{n} {state}" for state, n in sorted(states.items()))
    say(f"Corrections: {counts}.", style="yellow" if left else "")


def corrections_table(corrections: "Sequence[CorrectionTold]") -> Table:
    """Draw corrections that were not applied, and why."""
    table = Table(title=f"Corrections not applied: {len(corrections)}", title_justify="left")
    table.add_column("state", no_wrap=True, style="yellow")
    table.add_column("correction, and what to do", overflow="fold")
    for one in corrections:
        where = ".".join(filter(None, [one.table_name, one.column_name]))
        asked = f"{where} of {one.record_id}, {one.expected_value!r} to {one.new_value!r} ({one.who})"
        table.add_row(Text(harmless(one.state)), Text(harmless(f"{asked}: {one.detail}")))
    return table


class ShowProgress(logging.Handler):
    """Shows the newest log line of the run beside a spinner."""

    def __init__(self, spinner: Spinner) -> None:
        super().__init__(logging.INFO)
        self._spinner = spinner

    def emit(self, record: logging.LogRecord) -> None:
        """Put a log record's message beside the spinner."""
        self._spinner.update(Text(harmless(record.getMessage())[: max(20, err.width - 4)]))


def _evidence_table(title: str, left: str, right: str) -> Table:
    """Two columns, so that a screen of 80 characters leaves room for the quotes."""
    table = Table(title=Text(harmless(title)), title_justify="left", show_lines=True, expand=True)
    table.add_column(left, no_wrap=True)
    table.add_column(right, ratio=1, overflow="fold")
    return table


def _place(commitment_id: str) -> int:
    return _HEADLINES.index(commitment_id) if commitment_id in _HEADLINES else len(_HEADLINES)


def _stage(stage: str | None) -> Text:
    name = harmless(stage or "unknown")
    return Text(name, style=_STAGE_STYLES.get(name, "dim"))


def _quoted(quote: str | None) -> Text:
    line = harmless(quote or "")
    if len(line) > _QUOTE:
        line = line[: _QUOTE - 1].rsplit(" ", 1)[0] + "…"
    return Text(f"“{line}”" if line else "")
