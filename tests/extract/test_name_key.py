"""The key of a name: one for all spellings of a name, another for every other name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.name_key import name_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Tô Lâm", "to lam"),
        ("TÔ LÂM", "to lam"),
        ("Đào Ngọc Dung", "dao ngoc dung"),
        ("Kim Jung-kwan", "kim jung kwan"),
        ("Kim  Jung – Kwan", "kim jung kwan"),
        ("Châng Ưi I-ông", "chang ui i ong"),
        ("Nguyễn Hòa Bình", "nguyen hoa binh"),
        ("Nguyễn Hoà Bình", "nguyen hoa binh"),
        ("", ""),
    ],
)
def test_key(name, key):
    assert name_key(name) == key


def test_names_that_look_alike_are_not_one():
    assert name_key("Kim Jung Kwan") != name_key("Kim Jung Hwan")


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name):
    assert name_key(name_key(name)) == name_key(name)
