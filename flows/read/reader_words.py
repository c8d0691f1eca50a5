"""The words that the reader knows pages and texts by, from `seeds/reader_words.csv`."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from flows.read.fold import fold


@dataclass(frozen=True, slots=True)
class ReaderWords:
    """Folded words by the part they play; each part is sorted, the longest words first.

    Attributes:
        line: a line that says no more than this is furniture ("Chia sẻ").
        start: so is a line that starts with this ("Từ khóa: …").
        box: this line opens a box of links, up to the next paragraph.
        end: what follows this line is no part of the article.
        author: the name of the author comes next.
        credit: the name of a photographer comes next, after a colon.
        byline: stands beside the date in a byline.
        person: so may a caption without a credit begin.
        scene: so does a caption begin.
        scene_mark: only captions hold this ("(trái)").
        speech: a line with this verb says what happened, not what a picture shows.
        opening: a sentence may start with this; it cannot go on a photographer's name.
        abbreviation: a full stop after it does not end the sentence.
        ahead: what comes next is planned, wished or meant.
        will: the next verb is in the future.
        past: what comes next has happened.
        tells: somebody speaks of the future on a day that is past ("Ngày 2/4, ông cho biết sẽ …").
        edition: an event whose name ends in its year ("Diễn đàn … 2017").
        edition_on: such an event is going on.
        edition_ahead: it is still to come.
        small_vi: the smallest words of Vietnamese.
        small_en: the smallest words of English.
    """

    line: tuple[str, ...]
    start: tuple[str, ...]
    box: tuple[str, ...]
    end: tuple[str, ...]
    author: tuple[str, ...]
    credit: tuple[str, ...]
    byline: tuple[str, ...]
    person: tuple[str, ...]
    scene: tuple[str, ...]
    scene_mark: tuple[str, ...]
    speech: tuple[str, ...]
    opening: tuple[str, ...]
    abbreviation: tuple[str, ...]
    ahead: tuple[str, ...]
    will: tuple[str, ...]
    past: tuple[str, ...]
    tells: tuple[str, ...]
    edition: tuple[str, ...]
    edition_on: tuple[str, ...]
    edition_ahead: tuple[str, ...]
    small_vi: tuple[str, ...]
    small_en: tuple[str, ...]


class ReaderWordsError(ValueError):
    """A row of `reader_words.csv` that cannot be used; the message names the line."""


def load_reader_words(source: Traversable) -> ReaderWords:
    """Read the table; a part `small` goes by the language of the row.

    Raises:
        ReaderWordsError: for a row with an empty phrase or an unknown part.
    """
    parts: dict[str, set[str]] = {name: set() for name in ReaderWords.__dataclass_fields__}
    rows = csv.DictReader(io.StringIO(source.read_text("utf-8"), newline=""))
    for number, row in enumerate(rows, 2):
        part = f"small_{row['language']}" if row["part"] == "small" else row["part"]
        if not row["phrase"].strip() or part not in parts:
            raise ReaderWordsError(f"{source.name}, line {number}: {row['phrase']!r} cannot be {part!r}")
        parts[part].add(fold(row["phrase"]))
    return ReaderWords(**{name: tuple(longest_first(words)) for name, words in parts.items()})


@cache
def reader_words() -> ReaderWords:
    """Return the words of the installed table, read once."""
    return load_reader_words(files("seeds").joinpath("reader_words.csv"))


def longest_first(words: Iterable[str]) -> list[str]:
    """Sort words so that in an alternation the longer of two that start alike comes first."""
    return sorted(words, key=lambda word: (-len(word), word))


def any_of(words: Iterable[str]) -> str:
    """Write an alternation of plain words for a pattern."""
    return "(?:" + "|".join(re.escape(word) for word in longest_first(words)) + ")"
