"""Find the headline of a report; many texts have none."""

import re
from collections.abc import Sequence

from flows.read.bylines import Byline
from flows.read.report import Line
from flows.span import Span

_FEWEST_WORDS = 4


def find_title(text: str, lines: Sequence[Line], bylines: Sequence[Byline]) -> Span | None:
    """Return the line that is the headline: a heading before the first paragraph and the first caption.

    Of several headings the first with four words or more, so that the name of a section or of an issuing
    body is not taken for it; where a byline follows at once, the heading right above it.
    """
    headings: list[Span] = []
    for line in lines:
        if line.kind in ("body", "caption"):
            break
        if line.kind == "heading":
            headings.append(line.span)
    if not headings:
        return None
    for byline in bylines:
        above = [h for h in headings if h.end < byline.span.start]
        adjoins = above and not byline.is_dateline and not text[above[-1].end : byline.span.start].strip()
        if adjoins and _says_enough(above[-1].of(text)):
            return above[-1]
    return next((h for h in headings if _says_enough(h.of(text))), None)


def _says_enough(words: str) -> bool:
    return len(re.findall(r"\w+", words)) >= _FEWEST_WORDS
