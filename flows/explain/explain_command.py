"""`camket explain`: one file of reports shown in the terminal, or written as a page."""

from collections.abc import Collection, Sequence
from pathlib import Path

from flows.explain.explained import Explained, explain_file
from flows.explain.html_page import html_page
from flows.explain.mark import Kind
from flows.explain.terminal_view import show_explained
from flows.read.discover import MissingPathsError
from flows.read.limits import Limits
from flows.reference.faults import SeedError
from flows.terminal import complain, out, say
from flows.watching import watching
from schemas.frame import TableFault


def explain_command(
    file: Path, limits: Limits, *, kinds: Collection[Kind], item: int | None = None, html: Path | None = None
) -> int:
    """Explain the reports of a file; return the exit code.

    Args:
        file: the file.
        limits: how much is read.
        kinds: the kinds of records to show.
        item: the place in the file of the only report to show; None: all.
        html: where to write a page; None shows the reports in the terminal.
    """
    if wrong := _wrong_paths(file, html):
        complain(wrong)
        return 2
    try:
        with watching("loading the rules …"):
            explained, refusals = explain_file(file, limits, kinds)
    except (SeedError, TableFault) as error:
        complain(error)
        return 1
    if item is not None:
        n_reports = len(explained)
        explained = tuple(e for e in explained if e.report.source.item == item)
        refusals = tuple(r for r in refusals if r.source_item == item)
        if not explained and not refusals:
            complain(f"{file} has no report at item {item}; it holds {n_reports}, counted from 0")
            return 2
    for refusal in refusals:
        complain(refusal.detail)
    if not explained:
        return 1
    if html:
        return _write(html, explained)
    for each in explained:
        show_explained(out, each)
    return 0


def _wrong_paths(file: Path, html: Path | None) -> str | None:
    if not file.exists():
        return str(MissingPathsError([file]))
    if not file.is_file():
        return f"{file} is not a file: give one file of reports"
    if html and html.exists() and html.samefile(file):
        return f"{html} is the report itself: name another file for the page"
    return None


def _write(page: Path, explained: Sequence[Explained]) -> int:
    try:
        page.write_text(html_page(explained), encoding="utf-8")
    except OSError as error:
        complain(f"{page} cannot be written: {error.strerror}")
        return 2
    n_marks = sum(len(each.marks) for each in explained)
    reports = "1 report" if len(explained) == 1 else f"{len(explained)} reports"
    say(f"Wrote {page}: {reports}, {n_marks} record{'' if n_marks == 1 else 's'}.")
    return 0
