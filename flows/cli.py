"""The command `camket`.

Exit codes: 0 where the work was done (also with refused files, or nothing new), 1 where a run failed and the
last release stands, 2 for wrong usage or a path that does not exist.
"""

import csv
import sys
from pathlib import Path
from typing import Annotated

import typer

from flows import terminal
from flows.settings import Settings
from warehouse.errors import WarehouseError
from warehouse.paths import Warehouse

app = typer.Typer(
    help="Tracks what Viet Nam and South Korea have promised each other, from news reports to DuckDB views.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

WarehouseOption = Annotated[
    Path | None,
    typer.Option("--warehouse", metavar="DIR", help="Folder of the warehouse (default: ./camket-data)."),
]


@app.command()
def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders of reports (default: the sample reports)."),
    ] = None,
    warehouse: WarehouseOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what a run would publish, and publish nothing.")
    ] = False,
) -> None:
    """Read new reports, extract, validate, publish; then show where the commitments stand."""
    from flows.run_track import run_track

    raise typer.Exit(run_track(paths or [_samples()], _root(warehouse), dry_run=dry_run))


@app.command()
def status(warehouse: WarehouseOption = None) -> None:
    """Show where every commitment stands, with one quote each."""
    from warehouse.read_status import read_status

    terminal.out.print(terminal.status_table(read_status(Warehouse(_root(warehouse)))))


@app.command()
def show(
    commitment: Annotated[str, typer.Argument(help="The id of a commitment, such as vkist_phase_2.")],
    warehouse: WarehouseOption = None,
) -> None:
    """Show everything that was told of one commitment, newest first, in the reports' words."""
    from warehouse.read_status import read_timeline

    names, rows = read_timeline(Warehouse(_root(warehouse)), commitment)
    if not rows:
        raise WarehouseError(f"no report tells of {commitment!r}; `camket status` lists what is told of")
    terminal.out.print(terminal.records_table(names, rows, title=commitment))


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="One SQL query; `SHOW ALL TABLES` lists tables and views.")],
    warehouse: WarehouseOption = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write CSV instead of a table.")] = False,
) -> None:
    """Answer one SQL query from the warehouse, which is opened for reading only."""
    from warehouse.read_status import run_query

    names, rows = run_query(Warehouse(_root(warehouse)), query)
    if as_csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(names)
        writer.writerows(rows)
    else:
        terminal.out.print(terminal.records_table(names, rows))


@app.command()
def check(
    warehouse: WarehouseOption = None,
    repair: Annotated[bool, typer.Option("--repair", help="Set right what can be set right.")] = False,
) -> None:
    """Look the warehouse through: damaged or missing files, checks that find bad rows."""
    from warehouse.inspect import inspect

    problems, done = inspect(Warehouse(_root(warehouse)), repair=repair, wait=Settings().lock_wait_seconds)
    for line in done:
        terminal.out.print(f"repaired: {line}", markup=False, style="yellow")
    for line in problems:
        terminal.out.print(f"problem: {line}", markup=False, style="red")
    if problems:
        raise typer.Exit(1)
    terminal.out.print("The warehouse is whole, and every check passes.", style="green")


def main() -> None:
    """Run the command line; errors that a person can act on are one line, not a traceback."""
    try:
        app()
    except WarehouseError as error:
        terminal.err.print(f"camket: {error}", markup=False, style="red")
        raise SystemExit(1) from error


def _root(warehouse: Path | None) -> Path:
    return warehouse if warehouse is not None else Settings().warehouse


def _samples() -> Path:
    import seeds

    return Path(next(iter(seeds.__path__))) / "reports"


if __name__ == "__main__":
    main()
