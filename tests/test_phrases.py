"""The phrase language of seeds/: what a phrase matches, and what it must not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.phrases import PhraseBook, PhraseError, expand
from flows.read.fold import fold

TERMS = {
    "phase_2": ("giai đoạn (2|II|hai)",),
    "vkist": ("V(-)?KIST", "viện khoa học (và )?công nghệ việt nam-hàn quốc"),
}
BOOK = PhraseBook({"phase": ("{phase_2} … {vkist}", "{vkist} … {phase_2}")}, TERMS)


def found(text: str) -> list[str]:
    return [hit.span.of(text) for hit in BOOK.find(fold(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sớm làm giai đoạn 2 của VKIST.", ["giai đoạn 2 của VKIST"]),
        ("Dự án V-KIST bước sang GIAI ĐOẠN HAI", ["V-KIST bước sang GIAI ĐOẠN HAI"]),
        ("giai đoạn II Viện Khoa học và Công nghệ Việt Nam – Hàn Quốc", None),
        ("VKIST bước sang giai đoạn 20", []),
        ("VKISTA vào giai đoạn 2", []),
        ("VKIST đã xong. Giai đoạn 2 của cầu đã mở.", []),
        ("VKIST " + "rất " * 40 + "giai đoạn 2", []),
    ],
)
def test_a_phrase_matches_whole_words_of_one_sentence(text: str, words: list[str] | None) -> None:
    assert found(text) == ([text] if words is None else words)


def test_of_one_key_only_the_longest_hit_stands() -> None:
    book = PhraseBook({"doc": ("bản ghi nhớ", "biên bản ghi nhớ")})
    text = "ký biên bản ghi nhớ"
    assert [h.span.of(text) for h in book.find(fold(text))] == ["biên bản ghi nhớ"]


def test_a_phrase_stands_for_all_its_strings() -> None:
    (strings,) = expand("(biên )?bản (ghi nhớ|thỏa thuận)", {})
    assert strings == {"bản ghi nhớ", "bản thỏa thuận", "biên bản ghi nhớ", "biên bản thỏa thuận"}


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("(bản ghi nhớ", "not closed"),
        ("bản ghi nhớ)", "closes"),
        ("{nowhere}", "no term is named"),
        ("(a)?", "empty"),
        ("VKIST … ", "empty"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_why(phrase: str, says: str) -> None:
    with pytest.raises(PhraseError, match=says):
        expand(phrase, {})


def test_a_term_that_names_itself_is_refused() -> None:
    with pytest.raises(PhraseError, match="no term is named"):
        expand("{a}", {"a": ("{b} x",), "b": ("{a} y",)})


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="VKIST giaiđoạn 2-.\n", max_size=80))
def test_hits_are_ordered_spans_of_the_text(text: str) -> None:
    hits = BOOK.find(fold(text))
    assert all(0 <= h.span.start < h.span.end <= len(text) for h in hits)
    assert hits == sorted(hits, key=lambda h: (h.span.start, -h.span.end, h.key))
