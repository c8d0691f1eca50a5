import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.explain.printable import printable, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hà Nội", "Hà Nội"),
        ("Hà\tNội\u00a0\u2028", "Hà Nội  "),
        ("\x1b[31mđỏ\x9b0m", "\ufffd[31mđỏ\ufffd0m"),
        ("\u202eký\u2066 \ud800", "\ufffdký\ufffd \ufffd"),
        ("베트남 [red]", "베트남 [red]"),
    ],
)
def test_what_steers_is_replaced(text, shown):
    assert printable(text) == shown


@given(st.text())
def test_the_length_stays(text):
    assert len(printable(text)) == len(text)


def test_a_long_quote_ends_between_words():
    assert shortened("Hai bên nhất trí sớm khởi động", 14) == "Hai bên nhất…"
    assert shortened("Hai bên", 14) == "Hai bên"
