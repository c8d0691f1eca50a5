"""Folding: what is made alike, what stays apart, and that offsets survive."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.read.fold import fold, strip_diacritics


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Hoà bình, thoả thuận, uỷ ban", "hòa bình, thỏa thuận, ủy ban"),
        ("Việt Nam – Hàn Quốc", "việt nam - hàn quốc"),
        ("“Biên bản ghi nhớ”", '"biên bản ghi nhớ"'),
        ("150\u00a0tỷ\u00a0USD", "150 tỷ usd"),
        ("UЅD", "usd"),  # a Cyrillic letter
        ("Ƭhủ tướng ρhê duyệt", "thủ tướng phê duyệt"),
    ],
)
def test_makes_alike(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("word", ["quý", "toàn", "khuỷu", "hoàng", "quỷ", "thuyền"])
def test_keeps_words_whose_tone_never_moved(word: str) -> None:
    assert fold(word) == word


def test_strips_diacritics() -> None:
    assert strip_diacritics(fold("Đề nghị tại Hà Nội")) == "de nghi tai ha noi"


def test_strips_what_has_no_latin_letter_to_itself() -> None:
    assert strip_diacritics(fold("Hà Nội… 한국")) == "ha noi… 한국"


@pytest.mark.parametrize("text", ["İstanbul", "ΣΑΣ", "ﬁ", "ß", "Ǆ", "\u0301", "한국", "e\u0301\u0323"])
def test_keeps_the_length_of_letters_that_could_grow(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(strip_diacritics(fold(text))) == len(text)


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_keeps_the_length(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert len(strip_diacritics(folded)) == len(text)


@settings(max_examples=100, deadline=None)
@given(st.text("aàáảãạoòóỏõọeèéẻẽẹuùúủũụyỳýỷỹỵqđĐ hnk–“"))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
