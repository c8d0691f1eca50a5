"""Whose dealings a part of a report tells: Korea's with Viet Nam, or another country's."""

from functools import cache

import pytest

from flows.extract.find_partners import FindPartners
from flows.reference.load import load_reference
from tests.builders import report


@cache
def _find() -> FindPartners:
    return FindPartners(load_reference())


def is_of_others(text: str, mark: str, *, is_of_two: bool = False) -> bool:
    """Ask it of the place where `mark` stands."""
    read = report(text)
    return _find()(read, ()).is_of_others(read.text.index(mark), is_of_two=is_of_two)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Việt Nam và Nhật Bản bàn về metro. Hàn Quốc cũng quan tâm.", "metro"),
        ("Hàn Quốc giúp làm sân bay; Nhật Bản cho vay vốn làm metro tại Việt Nam.", "metro"),
        ("Việt Nam và Đức bàn việc đưa lao động sang. Hàn Quốc cũng cần người.", "lao động"),
        # A report on Japan that names Korea once: its sentences without a country are on Japan.
        (
            "Nhật Bản và Việt Nam hội đàm. Nhật Bản hơn Hàn Quốc về vốn. Thủ tướng Nhật Bản vui. Ông hứa tàu.",
            "tàu",
        ),
        # "Hai bên" are those of the sentence before.
        ("Việt Nam, Hàn Quốc mở đường bay. Thủ tướng gặp Thủ tướng Lào. Hai bên bàn lao động.", "lao động"),
        ("Bộ trưởng Thái Lan gặp Bộ trưởng Hàn Quốc. Hai bên gia hạn thỏa thuận. Việt Nam theo dõi.", "thỏa"),
        # Korea's business with others.
        ("Hàn Quốc và Lào ký thỏa thuận. Việt Nam cũng có văn bản như thế.", "thỏa"),
        ("Tổng thống Hàn Quốc thăm Indonesia, hai bên ký thỏa thuận. Việt Nam cũng thế.", "thỏa"),
    ],
)
def test_dealings_of_others(text: str, mark: str) -> None:
    assert is_of_others(text, mark)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Việt Nam và Hàn Quốc bàn về metro. Nhật Bản cũng quan tâm.", "metro"),
        ("Nhật Bản làm sân bay; Hàn Quốc cho vay vốn làm metro tại Việt Nam.", "metro"),
        ("Hàn Quốc và Việt Nam hội đàm. Ông Kim nhắc tới Nhật Bản. Hàn Quốc vui. Ông hứa tàu.", "tàu"),
        ("Việt Nam, Hàn Quốc gặp nhau bên lề phiên họp của Liên hợp quốc. Hai bên bàn lao động.", "lao động"),
        ("Hàn Quốc và Việt Nam bàn về bán đảo Triều Tiên. Hai bên bàn lao động.", "lao động"),
        ("Doanh nghiệp Nhật Bản và Hàn Quốc muốn làm metro. Việt Nam hoan nghênh.", "metro"),
        ("Hai bên bàn lao động.", "lao động"),
    ],
)
def test_dealings_of_the_two(text: str, mark: str) -> None:
    assert not is_of_others(text, mark)


def test_a_memorandum_is_of_those_who_are_joined_wherever_they_stand() -> None:
    text = "Các hãng Nhật Bản và Hàn Quốc ký thỏa thuận. Việt Nam theo dõi."
    assert is_of_others(text, "thỏa", is_of_two=True)
    assert not is_of_others(text, "thỏa", is_of_two=False)


def test_korea_is_spoken_of_by_its_places_too() -> None:
    assert _find()(report("Thị trưởng Seoul đến Hà Nội."), ()).speaks_of_korea
    assert not _find()(report("Thị trưởng Tokyo đến Hà Nội."), ()).speaks_of_korea
