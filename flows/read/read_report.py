"""From a file to its reports: decode, label, split, find dates and metadata."""

import hashlib
import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.identity import stable_id
from flows.read.author import find_author
from flows.read.bylines import Byline, dates_in, find_header, read_byline
from flows.read.captions import find_credits
from flows.read.dates import find_dates
from flows.read.discover import too_large
from flows.read.fold import fold, strip_diacritics
from flows.read.formats import Article, read_articles
from flows.read.language import find_language
from flows.read.limits import Limits
from flows.read.lines import label_lines
from flows.read.outlet import find_publisher
from flows.read.publication_date import find_publication
from flows.read.refusal import NotReadableError, Refusal
from flows.read.report import DateFound, Line, Report, Source
from flows.read.sentences import split_sentences
from flows.read.title import find_title
from flows.reference.model import Outlet

log = logging.getLogger(__name__)

_LETTER = re.compile(r"[^\W\d_]")


def read_file(path: Path, outlets: Sequence[Outlet], limits: Limits) -> Iterator[Report | Refusal]:
    """Read the reports in a file; a file that cannot be read yields one refusal. Never raises for content."""
    source_path = path.as_posix()
    try:
        with path.open("rb") as file:
            raw = file.read(limits.max_file_bytes + 1)
    except FileNotFoundError:
        yield _refuse(source_path, 0, "missing", "it went away before it could be read")
        return
    except OSError as error:
        yield _refuse(
            source_path, 0, "unreadable", f"it cannot be opened ({error.strerror}): check its permissions"
        )
        return
    yield from read_bytes(raw, source_path, outlets, limits)


def read_bytes(
    raw: bytes, source_path: str, outlets: Sequence[Outlet], limits: Limits
) -> Iterator[Report | Refusal]:
    """Read the reports in the bytes of a file, in order; what cannot be read yields a refusal.

    Args:
        raw: the bytes.
        source_path: the path under which they are known.
        outlets: the known outlets.
        limits: how much is taken in.
    """
    if len(raw) > limits.max_file_bytes:
        yield _refuse(source_path, 0, "too_large", too_large(len(raw), limits))
        return
    if not raw.strip():
        yield _refuse(source_path, 0, "empty_file", "it is empty: nothing to read")
        return
    raw_sha256 = hashlib.sha256(raw).hexdigest()
    try:
        for number, article in enumerate(read_articles(raw, limits)):
            if isinstance(article, NotReadableError):
                yield _refuse(source_path, number, article.reason, article.detail)
            elif not _LETTER.search(article.text):
                yield _refuse(source_path, article.item, "no_text", "it holds no words: nothing to read")
            else:
                yield _report(article, Source(source_path, article.item, raw_sha256), outlets)
    except NotReadableError as error:
        yield _refuse(source_path, 0, error.reason, error.detail)


def _refuse(source_path: str, item: int, reason: str, detail: str) -> Refusal:
    log.info("refused %s: %s", source_path, reason)
    return Refusal(source_path, item, reason, f"{source_path}: {detail}")


def _report(article: Article, source: Source, outlets: Sequence[Outlet]) -> Report:
    text = article.text
    folded = fold(text)
    header = find_header(folded)
    dates = tuple(d for d in find_dates(folded) if header is None or d.span.start >= header.span.end)
    photo_credits = find_credits(text, folded)
    lines = label_lines(text, folded, dates, photo_credits)
    sentences = split_sentences(text, folded, lines, photo_credits)
    bylines = find_bylines(text, folded, lines, dates)
    title = find_title(text, lines, bylines)
    publisher = find_publisher(folded, lines, outlets)
    text_sha256 = hashlib.sha256(text.encode()).hexdigest()
    where = article.url or publisher.outlet
    return Report(
        report_id=stable_id(text_sha256, where) if where else stable_id(text_sha256),
        source=source,
        text=text,
        text_sha256=text_sha256,
        folded=folded,
        plain=strip_diacritics(folded),
        lines=lines,
        sentences=sentences,
        dates=dates,
        language=find_language(folded),
        title=article.title or (title.of(text) if title else None),
        url=article.url,
        outlet=publisher.outlet,
        agency=publisher.agency,
        author=find_author(text, folded, lines, bylines),
        published=find_publication(text, folded, lines, sentences, dates, title, header, bylines),
    )


def find_bylines(text: str, folded: str, lines: Sequence[Line], dates: Sequence[DateFound]) -> list[Byline]:
    """Read the bylines among the lines of furniture."""
    bylines = []
    for line in lines:
        if line.kind == "furniture":
            byline = read_byline(text, folded, line.span, dates_in(dates, line.span))
            if byline:
                bylines.append(byline)
    return bylines
