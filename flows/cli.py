"""The command `camket`.

Exit codes: 0 where the work was done (also with refused files, or nothing new), 1 where a run failed and the
last release stands, 2 for wrong usage, or a path or label that is not there or cannot be read.
"""

import csv
import io
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from flows import terminal
from flows.explain.mark import Kind
from flows.read.discover import MissingPathsError
from flows.read.limits import Limits
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
    from flows import prefect_server

    begun = time.perf_counter()
    chosen = paths or [_samples()]
    if missing := [path for path in chosen if not path.exists()]:
        terminal.complain(MissingPathsError(missing))
        raise typer.Exit(2)
    settings = _settings(warehouse)
    server = prefect_server.find_or_start()  # first of all: it takes longest
    from flows.run_track import run_track

    raise typer.Exit(run_track(chosen, settings, dry_run=dry_run, server=server, begun=begun))


@app.command()
def status(warehouse: WarehouseOption = None) -> None:
    """Show where every commitment stands, with one quote each."""
    from warehouse.read_status import read_status

    terminal.out.print(terminal.status_table(read_status(_warehouse(warehouse))))


@app.command()
def show(
    commitment: Annotated[str, typer.Argument(help="The id of a commitment, such as vkist_phase_2.")],
    warehouse: WarehouseOption = None,
) -> None:
    """Show everything that was told of one commitment, newest first, in the reports' words."""
    from warehouse.read_status import read_timeline

    tellings = read_timeline(_warehouse(warehouse), commitment)
    if tellings:
        terminal.out.print(terminal.timeline_table(commitment, tellings))
    else:
        terminal.say(f"No report tells of {commitment}.")


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="One SQL query; `SHOW ALL TABLES` lists tables and views.")],
    warehouse: WarehouseOption = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write CSV instead of a table.")] = False,
) -> None:
    """Answer one SQL query from the warehouse, which is opened for reading only."""
    from warehouse.read_status import run_query

    names, rows = run_query(_warehouse(warehouse), query)
    if as_csv:
        _write_csv(names, rows)
    else:
        terminal.out.print(terminal.records_table(names, rows))


@app.command()
def check(
    warehouse: WarehouseOption = None,
    repair: Annotated[bool, typer.Option("--repair", help="Set right what can be set right.")] = False,
) -> None:
    """Look the warehouse through: damaged or missing files, checks that find bad rows."""
    from warehouse.inspect import inspect
    from warehouse.read_corrections import read_corrections

    settings = _settings(warehouse)
    problems, done = inspect(Warehouse(settings.warehouse), repair=repair, wait=settings.lock_wait_seconds)
    for line in done:
        terminal.say(f"repaired: {line}", style="yellow")
    for line in problems:
        terminal.say(f"problem: {line}", style="red")
    if problems:
        raise typer.Exit(1)
    terminal.show_corrections(read_corrections(Warehouse(settings.warehouse)))
    terminal.say("The warehouse is whole, and every check passes.", style="green")


@app.command()
def promote(
    candidate: Annotated[
        str, typer.Argument(help="The id of a candidate in `emerging_commitments`, or how it begins.")
    ],
    warehouse: WarehouseOption = None,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="FILE", help="Append the entry to this registry file.")
    ] = None,
) -> None:
    """Write an untracked item as an entry of the registry, with its evidence, for review."""
    from flows.promote.promote_command import promote_command

    raise typer.Exit(promote_command(_warehouse(warehouse), candidate, write))


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(help="One file of reports, of any kind that `camket run` reads.")],
    kind: Annotated[
        list[Kind] | None, typer.Option("--kind", help="Only records of this kind (may be repeated).")
    ] = None,
    item: Annotated[
        int | None, typer.Option("--item", min=0, help="Only this report of a file that holds several.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT.html", help="Write a page that stands alone.")
    ] = None,
) -> None:
    """Show a report with every record underlined in its words, and the rule that made it."""
    from flows.explain.explain_command import explain_command

    settings = Settings()
    limits = Limits(settings.most_file_bytes, settings.most_line_chars)
    raise typer.Exit(explain_command(file, limits, kinds=kind or tuple(Kind), item=item, html=html))


@app.command()
def evaluate(
    gold: Annotated[list[Path], typer.Argument(help="Files of labels, one JSON object a line and report.")],
    reports: Annotated[
        list[Path] | None,
        typer.Option(
            "--reports",
            metavar="DIR",
            help="Their folder (default: `reports` beside GOLD, or ../reports/<name of GOLD>).",
        ),
    ] = None,
    warehouse: Annotated[
        Path | None,
        typer.Option(
            "--warehouse", metavar="DIR", help="Score this warehouse; else the reports are read now."
        ),
    ] = None,
    ids: Annotated[
        Path | None,
        typer.Option(
            "--ids",
            metavar="CSV",
            help="The commitments that count (default: commitment_ids.csv beside GOLD).",
        ),
    ] = None,
    show: Annotated[
        int, typer.Option("--show", min=0, metavar="N", help="Print N misses of every kind, in their words.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Score labelled reports: what was found, what was missed, what is false."""
    from flows.evaluate.evaluate_command import evaluate_command

    code = evaluate_command(
        gold, reports=reports or (), warehouse=warehouse, ids=ids, n_misses=show, as_json=as_json
    )
    raise typer.Exit(code)


def main() -> None:
    """Run the command line; errors that a person can act on are one line, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal or file that cannot show Vietnamese
            stream.reconfigure(errors="replace")
    try:
        app()
    except WarehouseError as error:
        terminal.complain(error)
        raise SystemExit(1) from error
    except ValidationError as error:
        for wrong in error.errors():
            name = "_".join(["CAMKET", *map(str, wrong["loc"])]).upper()
            terminal.complain(f"{name} cannot be {wrong['input']!r}: {wrong['msg']}")
        raise SystemExit(2) from error


def _write_csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write values as they are into a file, and harmless to a terminal."""
    shown = terminal.harmless if sys.stdout.isatty() else str
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([None if value is None else shown(value) for value in row] for row in rows)


def _settings(warehouse: Path | None) -> Settings:
    return Settings() if warehouse is None else Settings(warehouse=warehouse)


def _warehouse(chosen: Path | None) -> Warehouse:
    return Warehouse(_settings(chosen).warehouse)


def _samples() -> Path:
    import seeds

    return Path(next(iter(seeds.__path__))) / "reports"


if __name__ == "__main__":
    main()
