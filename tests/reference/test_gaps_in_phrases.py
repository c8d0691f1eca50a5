"""Phrases with a gap: which of several readings counts, and what it costs."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.phrases import GAP, PhraseBook
from flows.read.fold import fold


def found(phrase: str, text: str) -> list[str]:
    return [hit.span.of(text) for hit in PhraseBook({"key": [phrase]}).find(fold(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        # Of two papers in one sentence the nearer one is named.
        (
            "(biên )?bản ghi nhớ … nghề cá",
            "Bản ghi nhớ về lao động, Biên bản ghi nhớ về nghề cá",
            ["Biên bản ghi nhớ về nghề cá"],
        ),
        ("mục tiêu … 150 tỷ", "mục tiêu kim ngạch, mục tiêu đạt 150 tỷ", ["mục tiêu đạt 150 tỷ"]),
        ("a1 … b2", "a1 b2 b2, a1 b2", ["a1 b2", "a1 b2"]),
        ("bản ghi nhớ … nghề cá", "Bản ghi nhớ được ký. Nghề cá phát triển", []),
        ("bản ghi nhớ … nghề cá", "Bản ghi nhớ\nnghề cá", []),
        ("nghề cá … bản ghi nhớ", "Bản ghi nhớ về nghề cá", []),
        ("vkist … giai đoạn 2", "VKIST giai đoạn 2014-2017", []),
    ],
)
def test_the_tightest_reading_counts(phrase: str, text: str, expected: list[str]):
    assert found(phrase, text) == expected


@given(st.integers(1, 2 * GAP))
@settings(max_examples=50)
def test_a_gap_is_so_long_and_no_longer(length: int):
    text = "hội đàm" + "," * length + "nghề cá"
    assert found("hội đàm … nghề cá", text) == ([text] if length <= GAP else [])


def test_hostile_text_takes_no_longer_than_its_length_allows():
    book = PhraseBook({"key": ["mục tiêu … 150 tỷ … 2030", "kim ngạch … 150 tỷ"]})
    text = fold("mục tiêu kim ngạch 150 tỷ 2030 " * 20_000)
    start = time.process_time()
    assert len(book.find(text)) >= 20_000
    assert time.process_time() - start < 8
