"""Titles that stand after the name, lean on a body or on another person: each rule with a counter-example."""

import pytest
from persons import officials, pointing_back

VIETNAMESE = [
    # Somebody's counterpart holds the like office; a businessman's holds none.
    (
        "Thứ trưởng Quốc phòng Nguyễn Chí Vịnh và người đồng cấp Hàn Quốc Baek Min-joo có mặt.",
        [
            ("Nguyễn Chí Vịnh", "Thứ trưởng Quốc phòng", "VN"),
            ("Baek Min-joo", "người đồng cấp Hàn Quốc", "KR"),
        ],
    ),
    ("Tổng giám đốc Công ty Sao Mai Trần Văn Ba và người đồng cấp Hàn Quốc Baek Min-joo có mặt.", []),
    (
        "Người đồng cấp Park Jin tới. Bộ trưởng Ngoại giao Hàn Quốc Park Jin cảm ơn.",
        [("Park Jin", "Bộ trưởng Ngoại giao Hàn Quốc", "KR")],
    ),
    # Letters that the text explains, or that the reference data list.
    (
        "Cơ quan Thủy lợi Hàn Quốc (KWX) góp vốn. Giám đốc KWX Kim Do-min phát biểu.",
        [("Kim Do-min", "Giám đốc KWX", "KR")],
    ),
    ("Công ty Thủy lợi Hàn Quốc (KWX) góp vốn. Giám đốc KWX Kim Do-min phát biểu.", []),
    (
        "Ngân hàng Nhà nước và Ngân hàng Trung ương Hàn Quốc (BOK) hợp tác. Thống đốc BOK Rhee Min-ho đồng ý.",
        [("Rhee Min-ho", "Thống đốc BOK", "KR")],
    ),
    (
        "Theo Giám đốc VNMAC Trần Văn Bình, việc đã xong.",
        [("Trần Văn Bình", "Giám đốc VNMAC", "VN")],
    ),
    (
        "Trưởng đại diện EDCF tại Hà Nội Kim Do-min giới thiệu khoản vay.",
        [("Kim Do-min", "Trưởng đại diện EDCF tại Hà Nội", "KR")],
    ),
    ("Giám đốc Samsung Kim Do-min và Chủ tịch VCCI Trần Văn Bình đồng ý.", []),
    # A bare title leans on the public body of its sentence, or on the body of its noun.
    (
        "Thay mặt VNMAC, Thiếu tướng Trần Văn Bình, Phó Tổng Giám đốc, nêu kiến nghị.",
        [("Trần Văn Bình", "Phó Tổng Giám đốc", "VN")],
    ),
    ("Thay mặt Công ty Sao Mai, ông Trần Văn Bình, Phó Tổng Giám đốc, nêu kiến nghị.", []),
    ("UBND tỉnh và Công ty Sao Mai mời ông Trần Văn Bình, Phó Tổng Giám đốc, tới dự.", []),
    ("UBND tỉnh mời ông Trần Văn Bình, Tổng giám đốc Sao Mai E&C, tới dự.", []),
    (
        "Ban Quản lý Khu công nghệ cao ký với Công ty Sao Mai. Ông Trần Văn Bình - Trưởng ban - cảm ơn.",
        [("Trần Văn Bình", "Trưởng ban", "VN")],
    ),
    ("Ban nhạc ký với Công ty Sao Mai. Ông Trần Văn Bình - Trưởng ban - cảm ơn.", []),
    # After the name without a comma, in capitals, with what one is in charge of.
    (
        "Tiếp ông Kim Do-min đại sứ Hàn Quốc tại Việt Nam có nhiều người.",
        [("Kim Do-min", "đại sứ Hàn Quốc tại Việt Nam", "KR")],
    ),
    ("Tiếp ông Kim Do-min giám đốc rất nhiệt tình.", []),
    (
        "GIÁM ĐỐC SỞ CÔNG THƯƠNG TRẦN VĂN BÌNH PHÁT BIỂU",
        [("Trần Văn Bình", "GIÁM ĐỐC SỞ CÔNG THƯƠNG", "VN")],
    ),
    (
        "Ông Kim Do-min, Thứ trưởng phụ trách chính sách Bộ Quốc phòng Hàn Quốc, đồng ý.",
        [("Kim Do-min", "Thứ trưởng phụ trách chính sách Bộ Quốc phòng Hàn Quốc", "KR")],
    ),
    # "Hai trưởng đoàn" are two, who follow with their own posts.
    (
        "Trước hai trưởng đoàn, Thiếu tướng Trần Văn Bình, Cục trưởng Cục Đối ngoại, trao văn bản.",
        [("Trần Văn Bình", "Cục trưởng Cục Đối ngoại", "VN")],
    ),
    # A department of consuls is no consul.
    (
        "Cục trưởng Cục Lãnh sự Trần Văn Bình họp.",
        [("Trần Văn Bình", "Cục trưởng Cục Lãnh sự", "VN")],
    ),
    (
        "Lãnh sự Trần Văn Bình họp.",
        [("Trần Văn Bình", "Lãnh sự", "VN")],
    ),
    # A longer name than the listed one, and one whose family nobody listed.
    ("Thứ trưởng Cho Hyun-bae tới.", [("Cho Hyun-bae", "Thứ trưởng", "KR")]),
    ("Ngoại trưởng Hàn Quốc Cho Hyun tới.", [("Cho Hyun", "Ngoại trưởng Hàn Quốc", "KR")]),
    ("Quận trưởng Myeong Hyun-gwan tới.", [("Myeong Hyun-gwan", "Quận trưởng", "KR")]),
    # An honorary consul is of the country that he stands for.
    (
        "Tổng Lãnh sự danh dự Việt Nam tại Hàn Quốc Park Soo-kwan chúc mừng.",
        [("Park Soo-kwan", "Tổng Lãnh sự danh dự Việt Nam tại Hàn Quốc", "VN")],
    ),
]

ENGLISH = [
    (
        "Foreign Minister Park Jin met his Vietnamese counterpart, Tran Thanh Nghi, there.",
        [("Park Jin", "Foreign Minister", "KR"), ("Tran Thanh Nghi", "Vietnamese counterpart", "VN")],
    ),
    ("Samsung's chairman met his Vietnamese counterpart, Tran Thanh Nghi, there.", []),
    (
        "The General Statistics Office cut its forecast. Its director general, Nguyen Bich Lam, said so.",
        [("Nguyen Bich Lam", "director general", "VN")],
    ),
    ("The company cut its forecast. Its director general, Nguyen Bich Lam, said so.", []),
    (
        "Deputy Defence Minister Nguyen Chi Vinh and Second Vice Foreign Minister Kim Jin-a spoke.",
        [
            ("Nguyễn Chí Vịnh", "Deputy Defence Minister", "VN"),
            ("Kim Jin-a", "Second Vice Foreign Minister", "KR"),
        ],
    ),
    (
        "Management Authority for Urban Railways (MAUX) agreed. MAUX deputy head Tran Thanh Nghi signed.",
        [("Tran Thanh Nghi", "MAUX deputy head", "VN")],
    ),
    ("Sao Mai Electronics Company (MAUX) agreed. MAUX deputy head Tran Thanh Nghi signed.", []),
    (
        "He was received by Nguyen Phu Trong, party chief and state president.",
        [("Nguyễn Phú Trọng", "party chief and state president", "VN")],
    ),
    (
        "South Korean National Assembly Speaker Woo Won-shik left.",
        [("Woo Won-shik", "South Korean National Assembly Speaker", "KR")],
    ),
    # Where a family is of both countries, the other syllables tell.
    ("Deputy minister Do Thang Nghi left.", [("Do Thang Nghi", "Deputy minister", "VN")]),
    ("Deputy minister Do Jong-hwan left.", [("Do Jong-hwan", "Deputy minister", "KR")]),
    # A rank is no part of the name.
    (
        "It was made by Lieutenant General Nguyen Chi Vinh, Deputy Minister of National Defence.",
        [("Nguyễn Chí Vịnh", "Deputy Minister of National Defence", "VN")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), VIETNAMESE)
def test_titles(text, expected):
    assert officials(text) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_titles_in_english(text, expected):
    assert officials(text, "en") == expected


def test_the_palace_of_a_president_is_nobody_and_no_part_of_the_next_post():
    text = "Sau hội đàm tại Phủ Chủ tịch, Chủ tịch nước Lương Cường cảm ơn. Phủ Chủ tịch sáng đèn."
    assert officials(text) == [("Lương Cường", "Chủ tịch nước", "VN")]
    assert pointing_back(text) == []
