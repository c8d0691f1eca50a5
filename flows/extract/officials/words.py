"""The words of a report, with what stands between them: the ground on which names and titles are read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from flows.read.report import Report
from flows.span import Span


class Case(StrEnum):
    """How a word is written."""

    LOWER = "lower"
    TITLE = "Title"
    UPPER = "UPPER"


class Gap(StrEnum):
    """What stands between a word and the next."""

    BLANK = " "
    HYPHEN = "-"
    DASH = " - "
    COMMA = ","
    AND = "&"
    APOSTROPHE = "'"
    OPEN = "("
    CLOSE = ")"
    LINE = "\n"
    GLUED = ""
    DOT = "."
    BREAK = "|"


# A dot after them ends no sentence: "TP. HCM", "GS. Trần".
ABBREVIATIONS = frozenset(
    {"tp", "tx", "gs", "ts", "pgs", "ths", "mr", "mrs", "ms", "dr", "st", "gen", "lt", "maj", "sr"}
)


def _letters(kind: str) -> str:
    """A character class of all letters of a kind, the look-alikes of other alphabets among them."""
    runs: list[list[int]] = []
    for code in range(0x2000):
        if getattr(chr(code), kind)() and chr(code).isalpha():
            if runs and runs[-1][1] == code - 1:
                runs[-1][1] = code
            else:
                runs.append([code, code])
    return "".join(f"\\u{a:04x}-\\u{b:04x}" for a, b in runs)


_UPPER, _LOWER = _letters("isupper"), _letters("islower")
# "RoK" is the one acronym of this prose in mixed case; "NgọcHIỆP", where a line break was lost, is two.
_WORD = re.compile(f"RoK|[{_UPPER}][{_LOWER}]+|[{_LOWER}]+|[{_UPPER}]+(?![{_LOWER}])|[{_UPPER}]")

_GAPS = (
    (re.compile(r"[ \t\xa0\u2009\u202f]+$"), Gap.BLANK),
    (re.compile(r"[-\u2010-\u2015\u2212]$"), Gap.HYPHEN),
    (re.compile(r"[ \t\xa0]*[-\u2010-\u2015\u2212][ \t\xa0]*$"), Gap.DASH),
    (re.compile(r"[ \t\xa0]*,[ \t\xa0]*$"), Gap.COMMA),
    (re.compile(r"[ \t\xa0]*&[ \t\xa0]*$"), Gap.AND),
    (re.compile(r"['\u2019\u02bc]$"), Gap.APOSTROPHE),
    (re.compile(r"[ \t\xa0]*\($"), Gap.OPEN),
    (re.compile(r"\),?[ \t\xa0]+$"), Gap.CLOSE),
    (re.compile(r"[ \t\xa0]*\r?\n[ \t\xa0]*$"), Gap.LINE),
    (re.compile(r"\.[ \t\xa0]*$"), Gap.DOT),
)
_KNOWN_GAPS: dict[str, Gap] = {"": Gap.GLUED, " ": Gap.BLANK}


def _gap(between: str) -> Gap:
    known = _KNOWN_GAPS.get(between)
    if known is None:
        known = next((gap for pattern, gap in _GAPS if pattern.match(between)), Gap.BREAK)
        if len(between) <= 4:
            _KNOWN_GAPS[between] = known
    return known


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a report but those of furniture lines; word `i` is `text[starts[i]:ends[i]]`.

    `keys` are folded; `gaps[i]` is what stands between word `i` and the next (a break after the last);
    `capitals` are the words that start with a capital, `n` is how many words there are; `acronyms` are the
    letters that the report says stand for a body, with its kind and country.
    """

    n: int
    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[str]
    cases: Sequence[Case]
    gaps: Sequence[Gap]
    capitals: Sequence[int]
    bare: str
    acronyms: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)

    def plain(self, at: int) -> str:
        """Return a word folded and without diacritics."""
        return self.bare[self.starts[at] : self.ends[at]]

    def follows(self, at: int, gap: Gap = Gap.BLANK) -> bool:
        """Tell whether there is a word before `at`, with `gap` between."""
        return at > 0 and self.gaps[at - 1] is gap

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words from `first` to `last` (exclusive)."""
        return Span(self.starts[first], self.ends[last - 1])


def read_words(report: Report) -> Words:
    """Cut a report into words."""
    text, folded = report.text, report.folded
    spans: list[tuple[int, int]] = []
    breaks: list[int] = []
    for line in report.lines:
        if line.kind == "furniture":
            breaks.append(len(spans) - 1)
        else:
            spans += [found.span() for found in _WORD.finditer(text, line.span.start, line.span.end)]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    cases = [
        Case.LOWER
        if text[start].islower()
        else Case.UPPER
        if end - start > 1 and text[start + 1].isupper()
        else Case.TITLE
        for start, end in spans
    ]
    gaps = [_gap(text[end:start]) for end, start in zip(ends, starts[1:], strict=False)]
    gaps.append(Gap.BREAK)
    for at in breaks:
        if at >= 0:
            gaps[at] = Gap.BREAK
    return Words(
        n=len(spans),
        starts=starts,
        ends=ends,
        keys=[folded[start:end] for start, end in spans],
        cases=cases,
        gaps=gaps,
        capitals=[at for at, case in enumerate(cases) if case is not Case.LOWER],
        bare=report.plain,
    )
