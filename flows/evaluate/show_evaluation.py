"""What a person sees of an evaluation in the terminal: figures, and misses in the reports' words."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from flows.evaluate.evaluation import Evaluation
from flows.evaluate.verdicts import FIELDS, RECORD_KINDS, Field, RecordKind, RecordVerdict, Verdict
from flows.terminal import harmless

_STYLES = {"missed": "yellow", "false": "red", "wrong": "magenta"}
_WIDEST_NAME = 30


def evaluation_view(evaluation: Evaluation, n_misses: int = 0) -> RenderableType:
    """Draw the figures, and the first `n_misses` misses of every kind of record and of every field."""
    parts: list[RenderableType] = [_records_table(evaluation), _fields_table(evaluation)]
    if n_misses:
        parts += [
            _misses_table(kind, misses, n_misses)
            for kind in (*RECORD_KINDS, *FIELDS)
            if (misses := evaluation.misses_of(kind))
        ]
    return Group(*parts)


def miss_line(miss: Verdict) -> Text:
    """Write out one miss as a line: what happened, the report, and the words."""
    outcome, what = _outcome(miss)
    line = Text(f"{outcome:7}", style=_STYLES[outcome]).append(f"{harmless(miss.report)}  ", style="dim")
    return line.append(" ".join([harmless(what), *(harmless(words) for words in miss.words)]), style="none")


def _outcome(miss: Verdict) -> tuple[str, str]:
    if isinstance(miss, RecordVerdict):
        return miss.outcome, miss.what
    return "wrong", f"{miss.got}, not {miss.wanted}"


def _misses_table(kind: RecordKind | Field, misses: Sequence[Verdict], most: int) -> Table:
    title = Text(f"{kind}: {len(misses)} against the labels", "bold")
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, leading=1)
    table.add_column("", no_wrap=True)
    table.add_column("report", overflow="fold", max_width=_WIDEST_NAME, style="dim")
    table.add_column("what, in which words, by which rule", overflow="fold", ratio=1)
    for miss in misses[:most]:
        outcome, what = _outcome(miss)
        cell = Text(harmless(what), "bold")
        for words in miss.words:
            cell.append(f"\n“{harmless(words.quote)}”", style="not bold")
            if words.rule:
                cell.append(f" {harmless(words.rule)}", style="not bold dim")
        table.add_row(Text(outcome, _STYLES[outcome]), Text(harmless(miss.report)), cell)
    if len(misses) > most:
        table.add_row("", "", Text(f"and {len(misses) - most} more", "dim"))
    return table


def _records_table(evaluation: Evaluation) -> Table:
    table = _table("Records", "kind", "hit", "missed", "false", "precision", "recall", "F1")
    for kind, counts in evaluation.records.items():
        shares = map(_number, (counts.precision, counts.recall, counts.f1))
        table.add_row(Text(kind), str(counts.hit), str(counts.missed), str(counts.false), *shares)
    return table


def _fields_table(evaluation: Evaluation) -> Table:
    table = _table("Fields of what was found", "field", "right", "of", "share")
    for field, share in evaluation.fields.items():
        table.add_row(Text(field), str(share.right), str(share.of), _number(share.share))
    return table


def _table(title: str, left: str, *figures: str) -> Table:
    table = Table(title=Text(title, "bold"), title_justify="left", box=SIMPLE_HEAD)
    table.add_column(left, no_wrap=True)
    for name in figures:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _number(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
