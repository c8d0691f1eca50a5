"""The readers by content: what a file holds decides which one reads it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flows.read.canonical import canonical
from flows.read.decode import decode
from flows.read.limits import Limits
from flows.read.refusal import NotReadableError


@dataclass(frozen=True, slots=True)
class Article:
    """One article out of a file: its canonical text, and what the file says about it beside the text."""

    item: int
    text: str
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is recognised by its bytes, and how its articles are read.

    `articles` yields articles, and a `NotReadableError` in the place of an item that could not be read; what
    it raises holds for the whole file.
    """

    name: str
    recognises: Callable[[bytes], bool]
    articles: Callable[[bytes, Limits], Iterator[Article | NotReadableError]]


def _plain_text(raw: bytes, limits: Limits) -> Iterator[Article | NotReadableError]:
    text = canonical(decode(raw))
    longest = max(map(len, text.split("\n")))
    if longest > limits.max_line_chars:
        raise NotReadableError(
            "line_too_long",
            f"a line has {longest:,} characters, over the limit of {limits.max_line_chars:,}: break it up",
        )
    yield Article(0, text)


# The first that recognises a file reads it; plain text takes what is left.
FORMATS = (Format("plain text", lambda _: True, _plain_text),)


def read_articles(raw: bytes, limits: Limits) -> Iterator[Article | NotReadableError]:
    """Read the articles of a file.

    Raises:
        NotReadableError: where the file as a whole cannot be read.
    """
    chosen = next(kind for kind in FORMATS if kind.recognises(raw))
    return chosen.articles(raw, limits)
