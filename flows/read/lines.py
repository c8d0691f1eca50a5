"""Label the lines of a text: body, heading, caption or furniture. Labels only; nothing is deleted."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from flows.read.bylines import dates_in, find_header, read_byline
from flows.read.captions import credits_in, is_caption
from flows.read.furniture import bare, ends_sentence, is_furniture, is_signature, names_image, names_source
from flows.read.reader_words import any_of, reader_words
from flows.read.report import DateFound, Line, LineKind
from flows.span import Span, trim

_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?][\"')]* \S")
_FULL_STOP = re.compile(r"[^\W\d_]{4}\. |\d\d\. ")
_BULLET = re.compile(r"(?:[-•*+▪■●–·]|\d{1,2}[.)]|[a-zđ]\)) ?\S")
_NO_WORDS = re.compile(r"[\W\d_]*")

_LONGEST_HEADING = 200
_SHORTEST_PARAGRAPH = 40
_LONGEST_LOOSE_CAPTION = 250
_ENOUGH_TEXT = 300


@dataclass(slots=True)
class _Row:
    """A line while it is being labelled; `words` is its fold without a crawler's header."""

    number: int
    span: Span
    words: str
    after_gap: bool
    kind: LineKind | None = None

    @property
    def ends_sentence(self) -> bool:
        return ends_sentence(self.words)

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text: a sentence of some length that ends, or a very long line."""
        n_chars = len(self.words)
        return (n_chars >= _SHORTEST_PARAGRAPH and self.ends_sentence) or n_chars > _LONGEST_HEADING


def label_lines(
    text: str, folded: str, dates: Sequence[DateFound], photo_credits: Sequence[Span]
) -> tuple[Line, ...]:
    """Label every line that is not blank, once, in the order of the text.

    Args:
        text: the canonical text.
        folded: its fold.
        dates: the dates in the text.
        photo_credits: the credits of photographs in it.
    """
    rows = _rows(text, folded)
    _label_furniture(rows, text, folded, dates)
    _label_boxes(rows)
    _label_captions(rows, folded, photo_credits)
    _label_trailing_captions(rows)
    _label_after_end_mark(rows)
    _label_signatures(rows, text)
    _label_headings(rows, text)
    return tuple(Line(row.number, row.kind or "body", row.span) for row in rows)


def _rows(text: str, folded: str) -> list[_Row]:
    header = find_header(folded)
    rows: list[_Row] = []
    start, gap = 0, True
    for number, line in enumerate(text.split("\n")):
        span = trim(text, start, start + len(line))
        start += len(line) + 1
        if span is None:
            gap = True
            continue
        words = span.of(folded)
        if header and span.start < header.span.end:
            words = folded[min(header.span.end, span.end) : span.end]
        rows.append(_Row(number, span, words, gap))
        gap = False
    return rows


def _label_furniture(rows: list[_Row], text: str, folded: str, dates: Sequence[DateFound]) -> None:
    """Label the lines that are furniture whatever stands around them."""
    for row in rows:
        written = text[row.span.end - len(row.words) : row.span.end]
        if is_furniture(written, row.words) or read_byline(text, folded, row.span, dates_in(dates, row.span)):
            row.kind = "furniture"


def _label_boxes(rows: list[_Row]) -> None:
    """Label boxes of links, and all that follows the article."""
    page = reader_words()
    n_text = 0
    in_box = ended = False
    for row in rows:
        title = bare(row.words)
        if ended or (title in page.end and n_text >= _ENOUGH_TEXT):
            ended = True
            row.kind = "furniture"
        elif title in page.box or title in page.end:
            # In a toolbar above the article the same words open nothing.
            in_box = n_text > 0 and title in page.box
            row.kind = "furniture"
        elif row.is_paragraph:
            in_box = False
            n_text += len(row.words)
        elif in_box:
            row.kind = "furniture"


def _label_captions(rows: list[_Row], folded: str, photo_credits: Sequence[Span]) -> None:
    """Label what ends in a credit or follows the name of an image; a credit alone is furniture."""
    for before, row in zip([None, *rows], rows, strict=False):
        if row.kind is not None:
            continue
        start = row.span.end - len(row.words)
        here = credits_in(photo_credits, row.span)
        if is_caption(folded, row.span, here):
            alone = _NO_WORDS.fullmatch(folded[start : max(start, here[0].start)])
            row.kind = "furniture" if alone else "caption"
            if alone and before and not row.after_gap and before is not rows[0]:
                # The credit stands on a line of its own under the caption.
                before.kind = before.kind or ("caption" if _may_be_caption(before) else None)
        elif before and names_image(before.words):
            row.kind = "caption" if len(row.words) <= _LONGEST_LOOSE_CAPTION else None
        elif _shows_scene(row.words):
            row.kind = "caption"


def _is_one_remark(words: str) -> bool:
    told = re.sub(r"(?: ?\([^()]{2,30}\)\.?)+$", "", words)
    return len(words) <= _LONGEST_LOOSE_CAPTION and '"' not in words and not _FULL_STOP.search(told)


def _may_be_caption(row: _Row) -> bool:
    shows_person = bool(_person().match(row.words)) and not _speaks(row.words)
    return _is_one_remark(row.words) and (shows_person or not row.ends_sentence)


def _shows_scene(words: str) -> bool:
    """Tell whether a line says where in the picture somebody stands ("(trái)"), and says nothing else."""
    return _is_one_remark(words) and any(mark in words for mark in reader_words().scene_mark)


def _label_trailing_captions(rows: list[_Row]) -> None:
    """Label the captions that an archive lists after the article, and the same lines inside it.

    Such an archive writes the article line by line without gaps, and the captions after a last gap.
    """
    starts = [at for at, row in enumerate(rows) if row.after_gap]
    if len(starts) >= 2:
        blocks = [rows[a:b] for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
        sizes = [sum(len(row.words) for row in block) for block in blocks]
        main = sizes.index(max(sizes))
        last = blocks[-1]
        written_by_line = len(blocks[main]) >= 5 and sizes[main] >= 0.6 * sum(sizes)
        if (
            written_by_line
            and main < len(blocks) - 1
            and all(len(row.words) <= _LONGEST_LOOSE_CAPTION for row in last)
        ):
            for row in last:
                row.kind = row.kind or "caption"
    counts = Counter(row.words for row in rows)
    captions = {row.words for row in rows if row.kind == "caption" and counts[row.words] > 1}
    for row in rows:
        if row.words in captions:
            row.kind = "caption"


def _label_after_end_mark(rows: list[_Row]) -> None:
    """After "./." an article is over; a teaser of the next one may follow."""
    ends = [
        at for at, row in enumerate(rows) if row.kind is None and row.words.rstrip("\"' )").endswith("./.")
    ]
    if not ends:
        return
    n_before = sum(len(row.words) for row in rows[: ends[-1] + 1])
    after = [row for row in rows[ends[-1] + 1 :] if row.kind is None]
    if sum(len(row.words) for row in after) < 0.25 * n_before:
        for row in after:
            row.kind = "furniture"


def _label_signatures(rows: list[_Row], text: str) -> None:
    """Label the author's name and the source under an article."""
    left = [row for row in rows if row.kind is None]
    while len(left) > 1 and not left[-1].ends_sentence:
        row = left.pop()
        signed = is_signature(row.span.of(text)) and left[-1].ends_sentence
        if not signed and not names_source(row.words):
            return
        row.kind = "furniture"


def _label_headings(rows: list[_Row], text: str) -> None:
    """Label the short lines without a full stop: headings, or captions that lack a credit."""
    left = [row for row in rows if row.kind is None]
    last_paragraph = max((at for at, row in enumerate(left) if row.is_paragraph), default=-1)
    loose = [_is_loose(row, at == 0, text) and at < last_paragraph for at, row in enumerate(left)]
    at = 0
    while at < len(left):
        if not loose[at]:
            left[at].kind = "body"
            at += 1
            continue
        end = at
        while end < len(left) and loose[end]:
            end += 1
        listed = at > 0 and (end - at >= 3 or left[at - 1].words.endswith((":", ";")))
        for row in left[at:end]:
            if listed:
                row.kind = "body"
            elif at > 0 and _person().match(row.words) and not _speaks(row.words):
                row.kind = "caption"
            else:
                row.kind = "heading"
        at = end


@cache
def _person() -> re.Pattern[str]:
    page = reader_words()
    return re.compile(rf"{any_of((*page.person, *page.scene))}(?!\w)")


def _is_loose(row: _Row, is_first: bool, text: str) -> bool:
    """Tell whether a line is short, starts with a capital letter and ends without a full stop."""
    first = row.span.of(text).lstrip("\"'“‘(")[:1]
    if len(row.words) > _LONGEST_HEADING or first.islower():
        return False
    if row.words.endswith((":", ";", ",")) or _BULLET.match(row.words) or _TWO_SENTENCES.search(row.words):
        return False
    return not row.ends_sentence or (is_first and row.words.rstrip("\"')]").endswith(("!", "?")))


def _speaks(words: str) -> bool:
    return ":" in words or any(f" {verb}" in words for verb in reader_words().speech)
