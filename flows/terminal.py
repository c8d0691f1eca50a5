"""What a person sees in the terminal: tables, one quote each, and lines that say what to do."""

import datetime as dt
import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.status import Status as Spinner
from rich.table import Table
from rich.text import Text

from warehouse.read_status import Status

out = Console()
err = Console(stderr=True)

_STAGE_STYLES = {
    "proposed": "yellow",
    "agreed": "cyan",
    "signed": "blue",
    "in_progress": "magenta",
    "fulfilled": "green",
    "stalled": "red",
    "withdrawn": "bold red",
}
HEADLINES = ("vkist_phase_2", "apec_2027", "eps_labour_mou")


def status_table(rows: Iterable[Status]) -> Table:
    """Draw where the commitments stand: the headline ones first, then the others by id."""
    table = Table(title="Where the commitments stand", title_justify="left", show_lines=True, expand=True)
    table.add_column("commitment", no_wrap=True, style="bold")
    table.add_column("stage", no_wrap=True)
    table.add_column("since", no_wrap=True)
    table.add_column("reports", justify="right", no_wrap=True)
    table.add_column("in these words", ratio=1)
    ordered = sorted(rows, key=lambda r: (_place(r.commitment_id), r.commitment_id))
    for row in ordered:
        stage = row.current_stage or "unknown"
        shown = Text(stage, style=_STAGE_STYLES.get(stage, "dim"))
        if row.stage_basis == "implied":
            shown.append(" (implied)", style="dim")
        if row.pending:
            shown.append(" (renewal asked for)", style="yellow")
        since = "" if row.since_on is None else str(row.since_on)
        table.add_row(row.commitment_id, shown, since, str(row.n_reports), Text(_shorten(row.quote or "")))
    return table


def records_table(names: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> Table:
    """Draw the rows of a query; values are shown as they are, never read as markup."""
    table = Table(title=title, title_justify="left")
    for name in names:
        table.add_column(Text(name))
    for row in rows:
        table.add_row(*(Text("" if value is None else _one_line(value)) for value in row))
    return table


def rejects_table(rejects: Sequence[Mapping[str, Any]], most: int = 20) -> Table:
    """Draw what was refused and why, `most` rows at the most."""
    title = f"Refused: {len(rejects)}" + (f", the first {most}" if len(rejects) > most else "")
    table = Table(title=title, title_justify="left")
    table.add_column("reason", no_wrap=True, style="red")
    table.add_column("what, and what to do", overflow="fold")
    for reject in rejects[:most]:
        table.add_row(Text(str(reject["reason"])), Text(str(reject["detail"])))
    return table


class ShowProgress(logging.Handler):
    """Shows the newest log line of the run beside a spinner."""

    def __init__(self, spinner: Spinner) -> None:
        super().__init__(logging.INFO)
        self._spinner = spinner

    def emit(self, record: logging.LogRecord) -> None:
        """Put a log record's message beside the spinner."""
        self._spinner.update(Text(record.getMessage().splitlines()[0][: max(20, err.width - 4)]))


def _place(commitment_id: str) -> int:
    return HEADLINES.index(commitment_id) if commitment_id in HEADLINES else len(HEADLINES)


def _shorten(text: str, most: int = 220) -> str:
    line = _one_line(text)
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"


def _one_line(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return " ".join(str(value).split())
