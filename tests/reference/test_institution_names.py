"""Bodies of both countries, old names and new, in every order of words."""

from functools import cache

import pytest

from flows.phrases import PhraseBook
from flows.read.fold import fold
from flows.reference.load import load_reference


@cache
def book() -> PhraseBook:
    reference = load_reference()
    names = {i.institution_id: (i.name_vi, i.name_en, *i.aliases) for i in reference.institutions}
    return PhraseBook(names, reference.terms)


def longest(text: str) -> tuple[str, str]:
    """The longest name in a text, and whose it is."""
    hit = max(book().find(fold(text)), key=lambda h: (len(h.span), h.key))
    return hit.key, hit.span.of(text)


@pytest.mark.parametrize(
    ("name", "institution"),
    [
        ("Bộ Công Thương Việt Nam", "vn_moit"),
        ("Bộ Thương mại, Công nghiệp và Năng lượng Hàn Quốc", "kr_motie"),
        ("Bộ Công nghiệp, Thương mại và Năng lượng Hàn Quốc", "kr_motie"),
        ("Bộ Công Thương và Năng lượng Hàn Quốc", "kr_motie"),
        ("Bộ Lao động - Thương binh và Xã hội", "vn_molisa"),
        ("Bộ Lao động, Thương binh và Xã hội", "vn_molisa"),
        ("Bộ LĐ-TB&XH", "vn_molisa"),
        ("Ministry of Labor, War Invalids and Social Affairs", "vn_molisa"),
        ("Bộ Lao động Hàn Quốc", "kr_moel"),
        ("Bộ Việc làm và Lao động", "kr_moel"),
        ("Bộ Lao động và Việc làm Hàn Quốc", "kr_moel"),
        ("Bộ Nội vụ", "vn_moha"),
        ("Bộ Nội vụ Hàn Quốc", "kr_mois"),
        ("Bộ KH&CN", "vn_most"),
        ("Bộ Khoa học, Công nghệ thông tin và Truyền thông Hàn Quốc", "kr_msit"),
        ("Bộ Khoa học và Công nghệ Hàn Quốc", "kr_msit"),
        ("Bộ GD&ĐT", "vn_moet"),
        ("Bộ Giáo dục Hàn Quốc", "kr_moe"),
        ("Bộ NN&PTNT", "vn_mard"),
        ("Bộ Nông nghiệp và Môi trường", "vn_mae"),
        ("Bộ Hải dương và Thủy sản Hàn Quốc", "kr_mof"),
        ("Bộ Thủy sản và Đại dương", "kr_mof"),
        ("Bộ Đất đai, Hạ tầng và Giao thông Hàn Quốc", "kr_molit"),
        ("Ngân hàng Nhà nước Việt Nam", "vn_sbv"),
        ("Ngân hàng Trung ương Hàn Quốc", "kr_bok"),
        ("Ngân hàng Xuất nhập khẩu Hàn Quốc", "kr_eximbank"),
        ("Viện Khoa học và Công nghệ Hàn Quốc", "kr_kist"),
        ("Viện Khoa học và Công nghệ Việt Nam - Hàn Quốc", "vn_vkist"),
        ("Tập đoàn Dầu khí Việt Nam", "vn_petrovietnam"),
        ("Tập đoàn Công nghiệp - Năng lượng Quốc gia Việt Nam", "vn_petrovietnam"),
        ("Tập đoàn Điện lực Hàn Quốc", "kr_kepco"),
        ("Tập đoàn Điện lực Việt Nam", "vn_evn"),
        ("Cơ quan Cảnh sát biển Hàn Quốc", "kr_coast_guard"),
        ("Cảnh sát biển Việt Nam", "vn_coast_guard"),
        ("UBND TP Đà Nẵng", "vn_danang"),
    ],
)
def test_a_name_is_read_whole(name: str, institution: str):
    assert longest(f"Đại diện {name} ký văn bản.") == (institution, name)


def test_both_countries_and_all_levels_are_there():
    known = load_reference().institutions
    assert {i.country for i in known} == {"VN", "KR"}
    assert {i.level for i in known} == {"state", "ministry", "agency", "province", "company", "university"}


@pytest.mark.parametrize(
    "text", ["Bộ trưởng phát biểu.", "Most visitors come from Seoul.", "Giải pháp của hai bộ."]
)
def test_plain_words_are_no_body(text: str):
    assert book().find(fold(text)) == []
