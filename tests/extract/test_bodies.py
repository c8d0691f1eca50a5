"""Names of bodies in running text: where they end, which country they are of, and what only looks like one."""

from functools import cache

import pytest

from flows.extract.bodies.countries import sounds_vietnamese
from flows.extract.bodies.find_bodies import FindBodies
from flows.extract.bodies.reading import Read
from flows.reference.load import load_reference
from tests.builders import report


@cache
def _finders() -> tuple[Read, FindBodies]:
    return Read(load_reference()), FindBodies(load_reference())


def bodies(text: str) -> list[tuple[str, str | None]]:
    read, find = _finders()
    reading = find.with_leaders(read(report(text)))
    return [(b.name, b.country) for b in find.within(reading, 0, len(reading.report.text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đoàn đến thăm Bộ Đất đai, Hạ tầng và Giao thông Hàn Quốc vào sáng nay.",
         [("Bộ Đất đai, Hạ tầng và Giao thông Hàn Quốc", "KR")]),
        ("Ông làm việc ở viện vệ sinh, còn bà ở Viện vệ sinh dịch tễ trung ương.",
         [("Viện vệ sinh dịch tễ trung ương", "VN")]),
        ("Trường Đại học Seoil, Hàn Quốc vừa cử đoàn sang.", [("Trường Đại học Seoil", "KR")]),
        ("Cơ quan Hải quan Hàn Quốc (KCS) đã cảm ơn Tổng cục Hải quan Việt Nam.",
         [("Cơ quan Hải quan Hàn Quốc", "KR"), ("Tổng cục Hải quan Việt Nam", "VN")]),
        ("Đại sứ quán Việt Nam tại Hàn Quốc tổ chức lễ mừng.", [("Đại sứ quán Việt Nam tại Hàn Quốc", "VN")]),
        ("Bộ trưởng Ngoại giao Cho Hyun đến Hà Nội.", [("Bộ Ngoại giao", None)]),
        ("Phó Chủ tịch UBND TP Đà Nẵng Hồ Kỳ Minh tiếp đoàn.", [("UBND TP Đà Nẵng", "VN")]),
        ("Viettel và KT bắt tay làm mạng 6G.", [("Viettel", "VN"), ("KT", None)]),
    ],
)  # fmt: skip
def test_names_in_running_text(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên tiến hành hội đàm.",
        "Các cơ quan chức năng vào cuộc.",
        "Hàn Quốc tăng viện trợ cho Việt Nam.",
        "Bộ trưởng Nguyễn Hồng Diên phát biểu.",
        "Nhiều doanh nghiệp điện tử tham gia.",
    ],
)
def test_what_names_no_body(text: str) -> None:
    assert bodies(text) == []


@pytest.mark.parametrize("name", ["Nam Trà My", "UBND TP Huế", "Ha Nam", "Viện Dầu khí"])
def test_names_that_sound_vietnamese(name: str) -> None:
    assert sounds_vietnamese(name)


@pytest.mark.parametrize("name", ["Hamyang", "KBS", "Tập đoàn Posco", "Doosan Enerbility", "SK E&S", ""])
def test_names_that_do_not(name: str) -> None:
    assert not sounds_vietnamese(name)
