"""Split the lines of a text into sentences: own rules for newsroom Vietnamese and English."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from flows.read.bylines import find_header
from flows.read.captions import LONGEST_CAPTION, credits_in
from flows.read.reader_words import reader_words
from flows.read.report import Line, LineKind, Sentence
from flows.span import Span, trim

_UPPER = r"A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-ỸƁƬ"
# A stop and what closes behind it.
_STOP = re.compile(r"[.!?…](?:[.!?…]*|/\.)[\"'”’»)\]]*")
# What a sentence starts with, after a blank; a bullet starts one too.
_OPENS = re.compile(rf"\s+(?:[\"'“‘«(\[–-]*\s?[{_UPPER}\d가-힣]|[*•]\s)")
# "nhất trí.Chiều", "November.The", "2018.Hai": the blank was lost; not "TP.HCM", "chinhphu.vn", "T.Anh".
_OPENS_GLUED = re.compile(rf"[“\"]?[{_UPPER}][^\W\d_]*[^\W\d_{_UPPER}]")
_CAPITAL = re.compile(f"[{_UPPER}]")
_BEFORE = re.compile(r"[^\s(\"'“‘]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?)+|[^\W\d_]")
_LIST_NUMBER = re.compile(r"\d{1,3}|[ivxIVX]{1,4}|[a-zđ]")


def split_sentences(
    text: str, folded: str, lines: Sequence[Line], photo_credits: Sequence[Span]
) -> tuple[Sentence, ...]:
    """Split every line but furniture into sentences, in the order of the text.

    A sentence never goes over a line; all words of a line are in one of its sentences, except a header that
    a crawler put in front. The credit of a photograph and the sentence before it are one sentence, a
    caption, also in the middle of a body line.
    """
    header = find_header(folded)
    start_of_text = header.span.end if header else 0
    sentences: list[Sentence] = []
    for line in lines:
        if line.kind == "furniture":
            continue
        start = max(line.span.start, start_of_text)
        if start < line.span.end:
            span = Span(start, line.span.end)
            sentences += _sentences(text, folded, span, line.kind, credits_in(photo_credits, span))
    return tuple(sentences)


def _sentences(
    text: str, folded: str, line: Span, kind: LineKind, photo_credits: Sequence[Span]
) -> Iterator[Sentence]:
    """Cut a line at its stops, then join credits to what they belong to."""
    inside = iter(photo_credits)
    credit = next(inside, None)
    last: Span | None = None
    last_is_caption = False
    start = line.start
    for cut in _with_credit_ends(_cuts(text, folded, line), photo_credits, line.end):
        span = trim(text, start, cut)
        start = cut
        if span is None:
            continue
        credited = credit is not None and span.holds(credit)
        bare = credit and credited and not folded[span.start : credit.start].strip(" ([-")
        if bare and last and len(last) <= LONGEST_CAPTION:
            span, last = last.until(span), None
        if last:
            yield Sentence(last, "caption" if last_is_caption else kind)
        last, last_is_caption = span, credited
        while credit and credit.end <= span.end:
            credit = next(inside, None)
    if last:
        yield Sentence(last, "caption" if last_is_caption else kind)


def _with_credit_ends(cuts: Iterator[int], photo_credits: Sequence[Span], end: int) -> list[int]:
    """Cut after every credit and never inside one."""
    ends = [credit.end for credit in photo_credits]
    kept = {end, *ends}
    for cut in cuts:
        at = bisect_right(ends, cut)
        if at == len(ends) or cut <= photo_credits[at].start:
            kept.add(cut)
    return sorted(kept)


# "3. 500 chỉ tiêu" of a text once segmented; not "hồi tháng 3. 500 người", "năm 2016. 500 người".
_THOUSANDS = re.compile(r" \d{3} [^\W\d]")
# "công nghiệp 4. 0", "1. 5 tỷ": no sentence begins so.
_DECIMALS = re.compile(r" (?:0(?!\d)|\d{1,2} ?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|billion|million)(?!\w))")
_BEFORE_THOUSANDS = re.compile(r"(?<![\w/.,-])(?<!tháng )(?<!ngày )(?<!quý )(?<!số )(?<!lần )\d{1,3}$")


def _cuts(text: str, folded: str, line: Span) -> Iterator[int]:
    """Find where sentences end inside a line."""
    for stop in _STOP.finditer(text, line.start, line.end):
        if not _OPENS.match(text, stop.end(), line.end):
            before = text[stop.start() - 1 : stop.start()]
            glued = before.isalnum() and not _CAPITAL.match(before) and stop.start() > line.start
            if not glued or not _OPENS_GLUED.match(text, stop.end(), line.end):
                continue
        if _THOUSANDS.match(folded, stop.start() + 1, line.end) and _BEFORE_THOUSANDS.search(
            folded[max(line.start, stop.start() - 12) : stop.start()]
        ):
            continue
        if text[stop.start() - 1].isdigit() and _DECIMALS.match(folded, stop.start() + 1, line.end):
            continue
        is_full_stop = stop[0].startswith(".") and not stop[0].startswith("..")
        if not is_full_stop or not _is_abbreviation(text, folded, line, stop):
            yield stop.end()


def _is_abbreviation(text: str, folded: str, line: Span, stop: re.Match[str]) -> bool:
    """Tell whether a full stop belongs to the word before it: "TP. HCM", "GS.TS. Minh", "1. Bản ghi nhớ"."""
    before = _BEFORE.search(text, max(line.start, stop.start() - 20), stop.start())
    if before is None:
        return False
    word = before[0]
    if folded[before.start() : before.end()] in _abbreviations():
        # "v.v." and "p.m." may end a sentence, but more often do not.
        return True
    left = text[max(line.start, before.start() - 3) : before.start()].rstrip()
    if _LIST_NUMBER.fullmatch(word) and left[-1:] in ("", ".", ";", ":"):
        return True
    if len(word) == 1:
        return word.isupper()
    return "." in word and len(word) <= 5 and _INITIALS.fullmatch(word) is not None


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(reader_words().abbreviation)
