"""What a person sees of an evaluation in the terminal: figures, and misses in the reports' words."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from flows.evaluate.evaluation import Evaluation
from flows.evaluate.verdicts import FIELDS, RECORD_KINDS, RecordVerdict, Verdict

_STYLES = {"missed": "yellow", "false": "red", "wrong": "magenta"}


def evaluation_view(evaluation: Evaluation, n_misses: int = 0) -> RenderableType:
    """Draw the figures, and the first `n_misses` misses of every kind of record and of every field."""
    parts: list[RenderableType] = [_records_table(evaluation), _fields_table(evaluation)]
    if n_misses:
        for kind in (*RECORD_KINDS, *FIELDS):
            misses = evaluation.misses_of(kind)
            if misses:
                shown = "" if len(misses) <= n_misses else f", the first {n_misses}"
                parts.append(Text(f"\n{kind}: {len(misses)} against the labels{shown}", style="bold"))
                parts += [miss_line(miss) for miss in misses[:n_misses]]
    return Group(*parts)


def miss_line(miss: Verdict) -> Text:
    """Write out one miss: what happened, the report, and the words."""
    if isinstance(miss, RecordVerdict):
        outcome, what = str(miss.outcome), miss.what
    else:
        outcome, what = "wrong", f"{miss.got}, not {miss.wanted}"
    line = Text(f"{outcome:7}", style=_STYLES[outcome])
    return line.append(f"{miss.report}  ", style="dim").append(" ".join(what.split()), style="none")


def _records_table(evaluation: Evaluation) -> Table:
    table = Table(title="Records", title_justify="left")
    table.add_column("record", no_wrap=True)
    for name in ("precision", "recall", "F1", "hit", "missed", "false"):
        table.add_column(name, justify="right")
    for kind, counts in evaluation.records.items():
        shares = map(_number, (counts.precision, counts.recall, counts.f1))
        table.add_row(Text(kind), *shares, str(counts.hit), str(counts.missed), str(counts.false))
    return table


def _fields_table(evaluation: Evaluation) -> Table:
    table = Table(title="Fields of the records found", title_justify="left")
    table.add_column("field", no_wrap=True)
    for name in ("share", "right", "of"):
        table.add_column(name, justify="right")
    for field, share in evaluation.fields.items():
        table.add_row(Text(field), _number(share.share), str(share.right), str(share.of))
    return table


def _number(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
