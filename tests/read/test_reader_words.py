"""The table of words that the reader knows."""

from pathlib import Path

import pytest

from flows.read.reader_words import ReaderWordsError, load_reader_words, reader_words


def test_every_part_has_words_the_longest_first() -> None:
    words = reader_words()
    for part in words.__dataclass_fields__:
        listed = getattr(words, part)
        assert listed, part
        assert list(listed) == sorted(listed, key=lambda word: (-len(word), word))


@pytest.mark.parametrize("row", ["chia sẻ,vi,button,", " ,vi,line,"])
def test_names_the_line_of_a_bad_row(tmp_path: Path, row: str) -> None:
    (tmp_path / "words.csv").write_text(f"phrase,language,part,note\nmenu,en,line,\n{row}\n", "utf-8")
    with pytest.raises(ReaderWordsError, match="line 3"):
        load_reader_words(tmp_path / "words.csv")
