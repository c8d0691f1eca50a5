"""The canonical text: what is taken out of a file's text, and what stays."""

import time
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.read.canonical import canonical


def test_composes_letters() -> None:
    assert canonical(unicodedata.normalize("NFD", "Hội đàm tại Hà Nội")) == "Hội đàm tại Hà Nội"


def test_drops_what_nobody_sees() -> None:
    assert canonical("\ufeffhợp\u00ad tác\u200b song\u200d phương\u2060") == "hợp tác song phương"


def test_has_one_kind_of_line_end() -> None:
    assert canonical("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"


def test_drops_control_characters_but_keeps_tabs() -> None:
    assert canonical("ký\x00 kết\x08\tMOU\x7f") == "ký kết\tMOU"


def test_keeps_blanks_at_the_ends() -> None:
    assert canonical(" date 2025-11-21 Chiều \n") == " date 2025-11-21 Chiều \n"


def test_sorting_marks_cannot_hold_up_a_run() -> None:
    started = time.process_time()
    canonical("a" + "\u0323\u0301" * 200_000)
    assert time.process_time() - started < 2


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8") | st.sampled_from("\r\n\u200b\u00ad\ufeffạ\u0323\u0301\u0344가\u1100")
    )
)
def test_is_idempotent(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)
