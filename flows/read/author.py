"""Find the author of a report, where a byline or a signature names one plainly."""

import re
from collections.abc import Sequence
from functools import cache

from flows.read.bylines import Byline, is_name
from flows.read.furniture import is_page_word
from flows.read.reader_words import any_of, reader_words
from flows.read.report import Line


def find_author(text: str, folded: str, lines: Sequence[Line], bylines: Sequence[Byline]) -> str | None:
    """Return the author as written: beside the date, after "Tin ảnh:" or "By", or as the signature.

    A signature is a name of at least two words, alone on a line of furniture that follows the text.
    """
    for byline in bylines:
        if byline.author:
            return byline.author
    furniture = [line.span for line in lines if line.kind == "furniture"]
    for span in furniture:
        if found := _introduction().match(folded, span.start, span.end):
            name = text[found.end() : span.end].strip(" .)")
            if all(is_name(part) for part in _names(name)):
                return name
    last_body = max((line.span.end for line in lines if line.kind == "body"), default=0)
    for span in furniture:
        words = span.of(text).strip(" .")
        if span.start <= last_body or is_page_word(span.of(folded)):
            continue
        if all(is_name(n) and len(n.split()) > 1 for n in _names(words)):
            return words
    return None


def _names(words: str) -> list[str]:
    return re.split(r" ?[,/&] ?| [-–] | và | and ", words)


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(rf"{any_of(reader_words().author)}\s*")
