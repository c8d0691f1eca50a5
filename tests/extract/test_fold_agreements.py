"""One record an instrument: lists, captions, headlines, short forms, and instruments that only look alike."""

from tests.extract.test_find_agreements import agreements, only

LIST = """Việt Nam - Hàn Quốc trao các văn kiện hợp tác

Chiều 3/4, Thủ tướng và Tổng thống Hàn Quốc chứng kiến lễ ký các văn kiện hợp tác giữa hai nước.

Hai nhà lãnh đạo chứng kiến lễ ký Bản ghi nhớ về kiểm dịch giữa Cục Bảo vệ thực vật và Cơ quan Kiểm dịch Hàn Quốc. Ảnh: TTXVN

Các văn kiện gồm:

- Bản ghi nhớ về kiểm dịch giữa Cục Bảo vệ thực vật Việt Nam và Cơ quan Kiểm dịch Hàn Quốc.

- Bản ghi nhớ giữa Bộ Tư pháp Việt Nam và Bộ Pháp chế Hàn Quốc về soạn thảo luật.

Hai nhà lãnh đạo chứng kiến lễ ký Thỏa thuận giữa Bộ Y tế Việt Nam và Bộ Y tế Hàn Quốc về vắc-xin. Ảnh: TTXVN

- Thỏa thuận về vắc-xin giữa Bộ Y tế Việt Nam và Bộ Y tế Hàn Quốc.

- Bản ghi nhớ về đô thị thông minh giữa UBND tỉnh Bắc Ninh (Việt Nam) và chính quyền thành phố Sejong (Hàn Quốc).
"""


def test_a_list_by_lines_has_one_agreement_an_entry_captions_folded_in() -> None:
    found = agreements(LIST)
    assert [a.title for a in found] == [
        "Bản ghi nhớ về kiểm dịch",
        "Bản ghi nhớ giữa Bộ Tư pháp Việt Nam và Bộ Pháp chế Hàn Quốc về soạn thảo luật",
        "Thỏa thuận về vắc-xin",
        "Bản ghi nhớ về đô thị thông minh",
    ]
    assert {(a.act, a.when) for a in found} == {("signed", "--04-03")}
    assert (found[3].party_vn, found[3].party_kr) == (
        "UBND tỉnh Bắc Ninh",
        "chính quyền thành phố Sejong",
    )


def test_a_list_of_what_was_handed_over_has_no_dates() -> None:
    found = agreements(LIST.replace("lễ ký các", "lễ trao các").replace("lễ ký", "lễ trao"))
    assert len(found) == 4
    assert {(a.act, a.when) for a in found} == {("exchanged", None)}


def test_a_list_by_semicolons() -> None:
    found = agreements(
        "Kết thúc hội đàm, hai Thủ tướng chứng kiến lễ ký: Hiệp định về phim ảnh giữa Chính phủ Việt Nam và Chính "
        "phủ Hàn Quốc; Bản ghi nhớ về cảng biển giữa Bộ Xây dựng Việt Nam và Bộ Đại dương và Thủy sản Hàn Quốc; "
        "Thỏa thuận khung về tín dụng giữa Vietcombank và Ngân hàng Xuất nhập khẩu Hàn Quốc."
    )
    assert [(a.kind, a.act) for a in found] == [
        ("agreement", "signed"),
        ("mou", "signed"),
        ("agreement", "signed"),
    ]


def test_in_a_list_of_several_countries_only_the_ones_with_korea_count() -> None:
    found = agreements(
        "Các văn kiện được ký trong ngày gồm:\n"
        "- Bản ghi nhớ về y tế giữa Bộ Y tế Việt Nam và Bộ Y tế Nhật Bản.\n"
        "- Bản ghi nhớ về cá ngừ giữa Bộ Nông nghiệp và Môi trường Việt Nam và Bộ Đại dương và Thủy sản Hàn Quốc.\n"
        "- Hiệp định vay vốn giữa Bộ Tài chính Việt Nam và JICA.\n"
    )
    assert [a.title for a in found] == ["Bản ghi nhớ về cá ngừ"]


def test_a_signing_told_by_captions_alone_counts_once() -> None:
    caption = "Lễ ký Bản ghi nhớ về chip bán dẫn giữa hai bộ. (Nguồn: Bộ Công Thương)\n\n"
    found = only(
        f"Việt - Hàn bàn hợp tác\n\n{caption}{caption}"
        "Ngày 8/2, Bộ trưởng Công Thương Nguyễn Hồng Diên gặp Bộ trưởng Thương mại, Công nghiệp và Năng lượng "
        "Hàn Quốc Ahn Duk-geun."
    )
    assert found.party_vn == "Bộ Công Thương"
    assert found.party_kr == "Bộ Thương mại, Công nghiệp và Năng lượng Hàn Quốc"
    assert found.when == "--02-08"


def test_headline_short_form_and_this_memorandum_fold_into_the_full_telling() -> None:
    found = only(
        "Hà Giang và huyện Boeun ký bản ghi nhớ\n\n"
        "Sáng 24/11, UBND tỉnh Hà Giang và huyện Boeun (Hàn Quốc) ký Bản ghi nhớ (MOU) về lao động thời vụ.\n\n"
        "Bản ghi nhớ này có hiệu lực hai năm. Theo MOU, phía Hàn Quốc lo chỗ ở.\n"
    )
    assert found.title == "Bản ghi nhớ (MOU) về lao động thời vụ"
    assert (found.party_vn, found.party_kr, found.when) == ("UBND tỉnh Hà Giang", "huyện Boeun", "--11-24")


def test_two_memoranda_of_the_same_parties_are_two() -> None:
    found = agreements(
        "Bộ Y tế Việt Nam và Bộ Y tế và Phúc lợi Hàn Quốc ký Bản ghi nhớ về dược phẩm và Bản ghi nhớ về điều dưỡng."
    )
    assert len(found) == 2


def test_memoranda_of_different_years_are_different() -> None:
    found = agreements(
        "Năm 2010, Bộ Quốc phòng Việt Nam và Bộ Quốc phòng Hàn Quốc ký Bản ghi nhớ hợp tác quốc phòng. "
        "Năm 2018, hai Bộ ký Bản ghi nhớ hợp tác quốc phòng mới."
    )
    assert [a.when for a in found] == ["2010", "2018"]
