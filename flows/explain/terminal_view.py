"""What the terminal shows of an explained report: its text, records underlined, and a table of them.

The words of a record stand in brackets, its number after them, ``‹Lê Hoài Trung›[3]``: so it is told from
others without colours too, and where one holds another.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.explain.cut import Group, cut, marks_by_line
from flows.explain.explained import Explained
from flows.explain.mark import Kind, Mark
from flows.explain.printable import printable, shortened
from flows.read.report import LineKind
from flows.terminal import harmless

STYLES: Final[dict[Kind, str]] = {
    Kind.COMMITMENT: "green",
    Kind.AGREEMENT: "bright_blue",
    Kind.TARGET: "yellow",
    Kind.MEETING: "magenta",
    Kind.OFFICIAL: "cyan",
    Kind.INSTITUTION: "bright_black",
    Kind.CANDIDATE: "bright_red",
}
_LINE_STYLES: Final[dict[LineKind, str]] = {
    "body": "", "heading": "bold", "caption": "italic", "furniture": "dim",
}  # fmt: skip
_MARGIN = 10
_NARROWEST_TEXT = 30
# From here on the table has a column for each part of a record.
_WIDE = 130
_QUOTE = 160


def show_explained(console: Console, explained: Explained) -> None:
    """Print an explained report."""
    _show_head(console, explained)
    _show_text(console, explained)
    if explained.marks:
        wide = console.width >= _WIDE
        console.print(_wide_table(explained.marks) if wide else _narrow_table(explained.marks))
    else:
        console.print(Text("No records.", "dim"))
    for reject in explained.rejects:
        _say(console, f"set aside: {harmless(reject)}", "red")
    console.print()


def counts(marks: Iterable[Mark]) -> list[tuple[Kind, str]]:
    """Return how many marks there are of each kind that has any, in words."""
    n_marks = Counter(mark.kind for mark in marks)
    return [
        (kind, f"{n_marks[kind]} {kind}{'' if n_marks[kind] == 1 else 's'}") for kind in Kind if n_marks[kind]
    ]


def about(explained: Explained) -> list[str]:
    """Return what is known of the report beside its text."""
    report = explained.report
    return [part for part in (report.outlet, report.agency, report.language, explained.published) if part]


def _show_head(console: Console, explained: Explained) -> None:
    console.rule(Text(harmless(explained.name), "bold"), align="left", style="dim")
    if explained.report.title:
        _say(console, harmless(explained.report.title), "bold")
    _say(console, " · ".join(map(harmless, about(explained))), "dim")
    legend = [
        Text(told.replace(" ", "\N{NO-BREAK SPACE}"), f"{STYLES[kind]} underline")
        for kind, told in counts(explained.marks)
    ]
    console.print(Text(" · ").join(legend), "\n" if legend else "")


def _show_text(console: Console, explained: Explained) -> None:
    report = explained.report
    width = max(console.width - _MARGIN, _NARROWEST_TEXT)
    spans = [line.span for line in report.lines]
    before = -1
    for line, marks in zip(report.lines, marks_by_line(spans, explained.marks), strict=True):
        if line.number > before + 1 and before >= 0:
            console.print()
        before = line.number
        text = Text(style=_LINE_STYLES[line.kind])
        for piece in cut(line.span, marks):
            for group in piece.opens:
                text.append("‹", _style(group))
            style = f"underline {_style(piece.innermost)}" if piece.over else ""
            text.append(printable(piece.span.of(report.text)), style)
            for group in piece.closes:
                numbers = ",".join(str(mark.number) for mark in group)
                text.append(f"›[{numbers}]", f"bold {_style(group)}")
        margin = "" if line.kind == "body" else line.kind
        for row in text.wrap(console, width):
            row.rstrip()
            console.print(Text(f"{margin:{_MARGIN}}", "dim"), row, sep="", soft_wrap=True)
            margin = ""
    console.print()


def _wide_table(marks: Sequence[Mark]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, leading=1)
    table.add_column("no.", justify="right", no_wrap=True)
    table.add_column("kind", no_wrap=True)
    table.add_column("what", ratio=4, overflow="fold")
    table.add_column("date", no_wrap=True)
    table.add_column("rule", no_wrap=True)
    table.add_column("in these words", ratio=5, overflow="fold")
    for mark in marks:
        what = _what(mark)
        table.add_row(str(mark.number), _kind(mark), what, mark.when, Text(mark.rule, "dim"), _quote(mark))
    return table


def _narrow_table(marks: Sequence[Mark]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, leading=1)
    table.add_column("no.", justify="right", no_wrap=True)
    table.add_column("kind, what, date, rule", ratio=1, overflow="fold")
    table.add_column("in these words", ratio=1, overflow="fold")
    for mark in marks:
        record = Text.assemble(_kind(mark), " ", _what(mark))
        record.append(f"\n{mark.when} " if mark.when else "\n").append(harmless(mark.rule), "dim")
        table.add_row(str(mark.number), record, _quote(mark))
    return table


def _kind(mark: Mark) -> Text:
    return Text(mark.kind, STYLES[mark.kind])


def _what(mark: Mark) -> Text:
    what = Text(harmless(mark.name), "bold")
    if mark.facts:
        what.append(f"\n{' · '.join(map(harmless, mark.facts))}", "not bold")
    return what


def _quote(mark: Mark) -> Text:
    return Text(shortened(mark.quote, _QUOTE))


def _style(group: Group) -> str:
    return STYLES[group[0].kind] if group else ""


def _say(console: Console, line: str, style: str) -> None:
    console.print(Text(line, style))
