"""A page of explained reports that stands alone: no script, nothing fetched, all text of reports escaped."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import Final

from flows.explain.cut import Group, Piece, cut, marks_by_line
from flows.explain.explained import Explained
from flows.explain.mark import Mark
from flows.explain.printable import printable
from flows.explain.terminal_view import about, counts

# Should anything of a report ever get through: a browser that keeps to this runs and fetches nothing.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_COLUMNS: Final = ("no.", "kind", "what", "date", "rule", "in these words")


def html_page(explained: Sequence[Explained]) -> str:
    """Return a page with the reports, one after the other, as HTML."""
    name = explained[0].report.source.path.rsplit("/", 1)[-1] if explained else ""
    style = files("flows.explain").joinpath("page.css").read_text(encoding="utf-8")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_safe(name)} explained</title>",
            f"<style>\n{style}</style>",
            "</head>",
            "<body>",
            f"<h1>{_safe(name)}: what camket found, and by which rule</h1>",
            *_contents(explained),
            *(part for place, each in enumerate(explained) for part in _article(place, each)),
            "<footer>A number after the words leads to the record; hold the pointer over words to see theirs."
            "</footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _contents(explained: Sequence[Explained]) -> Iterator[str]:
    if len(explained) > 1:
        yield "<nav><ul>"
        for place, each in enumerate(explained):
            title = each.report.title or "No headline"
            yield f'<li><a href="#report-{place}">{each.report.source.item}: {_safe(title)}</a></li>'
        yield "</ul></nav>"


def _article(place: int, explained: Explained) -> Iterator[str]:
    report = explained.report
    yield f'<article id="report-{place}" lang="{_safe(report.language)}">'
    yield f"<h2>{_safe(report.title or 'No headline')}</h2>"
    yield f'<p class="about" lang="en">{_safe(" · ".join([explained.name, *about(explained)]))}</p>'
    legend = (f'<mark class="{kind}">{told}</mark>' for kind, told in counts(explained.marks))
    yield f'<p class="legend" lang="en">{" ".join(legend) or "no records"}</p>'
    before = -1
    for line, marks in zip(
        report.lines, marks_by_line([line.span for line in report.lines], explained.marks), strict=True
    ):
        label = "" if line.kind == "body" else f'<span class="label" lang="en">{line.kind}</span>'
        pieces = "".join(_piece(place, piece, report.text) for piece in cut(line.span, marks))
        yield f'<div class="line {line.kind}"><p>{label}{pieces}</p>'
        yield from _notes(place, [mark for mark in marks if mark.span.start > before])
        yield "</div>"
        before = max([before, *(mark.span.start for mark in marks)])
    yield from _table(place, explained.marks)
    yield from (f'<p lang="en">Set aside: {_safe(reject)}</p>' for reject in explained.rejects)
    yield "</article>"


def _piece(place: int, piece: Piece, text: str) -> str:
    """Mark up a piece: one element for each kind of record that it lies under, the widest outside."""
    words = _safe(printable(piece.span.of(text)))
    kinds = dict.fromkeys(mark.kind for mark in piece.over)
    told = escape("\n".join(map(_in_a_line, piece.over)), quote=True)
    opened = "".join(
        f'<mark class="{kind}"' + (f' title="{told}">' if n == 0 else ">") for n, kind in enumerate(kinds)
    )
    return f"{opened}{words}{'</mark>' * len(kinds)}" + "".join(
        _number(place, group) for group in piece.closes
    )


def _number(place: int, group: Group) -> str:
    links = ",".join(
        f'<a id="words-{place}-{mark.number}" href="#record-{place}-{mark.number}">{mark.number}</a>'
        for mark in group
    )
    return f'<sup class="{group[0].kind}">{links}</sup>'


def _notes(place: int, marks: Iterable[Mark]) -> Iterator[str]:
    yield '<ul class="notes" lang="en">'
    for mark in marks:
        yield (
            f'<li class="{mark.kind}"><a href="#record-{place}-{mark.number}">{mark.number}</a> {mark.kind}'
            f" <b>{_safe(mark.name)}</b> {_safe(' · '.join(filter(None, [*mark.facts, mark.when])))}"
            f' <span class="rule">{_safe(mark.rule)}</span></li>'
        )
    yield "</ul>"


def _table(place: int, marks: Sequence[Mark]) -> Iterator[str]:
    if not marks:
        return
    yield '<table lang="en"><thead><tr>' + "".join(f"<th>{name}</th>" for name in _COLUMNS) + "</tr></thead>"
    yield "<tbody>"
    for mark in marks:
        facts = "".join(f'<span class="fact">{_safe(fact)}</span>' for fact in mark.facts)
        yield (
            f'<tr id="record-{place}-{mark.number}">'
            f'<td class="number"><a href="#words-{place}-{mark.number}">{mark.number}</a></td>'
            f'<td class="kind {mark.kind}">{mark.kind}</td><td><b>{_safe(mark.name)}</b>{facts}</td>'
            f'<td class="date">{_safe(mark.when)}</td><td class="rule">{_safe(mark.rule)}</td>'
            f"<td>“{_safe(mark.quote)}”</td></tr>"
        )
    yield "</tbody></table>"


def _in_a_line(mark: Mark) -> str:
    told = " · ".join(filter(None, [mark.name, *mark.facts, mark.when, mark.rule]))
    return printable(f"{mark.number} {mark.kind}: {told}")


def _safe(text: str) -> str:
    return escape(printable(text), quote=True)
