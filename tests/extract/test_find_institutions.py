"""Bodies: the listed ones by any of their names, others as written, and what is none."""

import pytest

from tests.builders import extract


def named(text: str) -> set[str]:
    return {m.name_as_written for m in extract(text).institutions}


def test_a_listed_body_is_found_once_by_its_names() -> None:
    found = extract(
        "Cơ quan Hợp tác quốc tế Hàn Quốc (KOICA) làm việc với Bộ Công Thương. KOICA hứa giúp thêm."
    ).institutions
    assert len({m.institution for m in found if m.country == "KR"}) == 1
    assert all(m.rule == "institutions.listed" for m in found)


def test_an_unknown_body_is_kept_as_written() -> None:
    (found,) = [
        m
        for m in extract("Đoàn khách Hàn Quốc thăm Viện Nghiên cứu Sâm Tu Mơ Rông.").institutions
        if m.rule == "institutions.head_noun"
    ]
    assert found.institution is None
    assert found.name == found.name_as_written == "Viện Nghiên cứu Sâm Tu Mơ Rông"


@pytest.mark.parametrize(
    "text",
    [
        "Nhiều doanh nghiệp Hàn Quốc đang tìm hiểu thị trường Việt Nam.",
        "Phó Thủ tướng Chính phủ Vũ Đức Đam tiếp đoàn doanh nghiệp Hàn Quốc.",
        "Vụ nổ xảy ra đêm qua.",
        "Thép nhập từ Đài Loan rẻ hơn thép Hàn Quốc.",
    ],
)
def test_a_description_or_a_person_is_no_body(text: str) -> None:
    assert not any(m.rule == "institutions.head_noun" for m in extract(text).institutions)
    assert "Chính phủ Vũ Đức Đam" not in named(text)
