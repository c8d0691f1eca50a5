"""Who is an official, in which post, of which country: each rule with an example and a counter-example."""

from dataclasses import replace

import pytest
from persons import find, officials, persons, pointing_back, read

# Sentence; name, role and country of everybody in it who holds an office.
OFFICIALS = [
    # Title, name.
    (
        "Bộ trưởng Công Thương Nguyễn Hồng Diên đã phát biểu.",
        [("Nguyễn Hồng Diên", "Bộ trưởng Công Thương", "VN")],
    ),
    (
        "Bộ trưởng Bộ Thương mại, Công nghiệp và Năng lượng Hàn Quốc Ahn Duk Geun sang thăm.",
        [("Ahn Duk-geun", "Bộ trưởng Bộ Thương mại, Công nghiệp và Năng lượng Hàn Quốc", "KR")],
    ),
    (
        "Bộ trưởng Bộ Lao động - Thương binh và Xã hội Đào Ngọc Dung cho biết.",
        [("Đào Ngọc Dung", "Bộ trưởng Bộ Lao động - Thương binh và Xã hội", "VN")],
    ),
    (
        "Theo Cục trưởng Cục Quản lý lao động ngoài nước Phạm Văn Khoa, hồ sơ đã đủ.",
        [("Phạm Văn Khoa", "Cục trưởng Cục Quản lý lao động ngoài nước", "VN")],
    ),
    (
        "Vụ trưởng Vụ châu Á (Bộ Công Thương) Lê Thị Hoa nhận định.",
        [("Lê Thị Hoa", "Vụ trưởng Vụ châu Á", "VN")],
    ),
    # One person's titles, joined; two persons', not.
    (
        "Phó Thủ tướng kiêm Bộ trưởng Kinh tế và Tài chính Hàn Quốc Choi Sang-mok có mặt.",
        [("Choi Sang-mok", "Phó Thủ tướng kiêm Bộ trưởng Kinh tế và Tài chính Hàn Quốc", "KR")],
    ),
    (
        "Ủy viên Trung ương Đảng, Thứ trưởng Ngoại giao Đặng Hoàng Giang dự.",
        [("Đặng Hoàng Giang", "Ủy viên Trung ương Đảng, Thứ trưởng Ngoại giao", "VN")],
    ),
    (
        "Sau khi gặp Chủ tịch Quốc hội Hàn Quốc, Chủ tịch nước Lương Cường trả lời báo chí.",
        [("Lương Cường", "Chủ tịch nước", "VN")],
    ),
    (
        "Các Phó Thủ tướng Trần Hồng Hà, Lê Thành Long và Hồ Đức Phớc cùng dự.",
        [(n, "Phó Thủ tướng", "VN") for n in ("Trần Hồng Hà", "Lê Thành Long", "Hồ Đức Phớc")],
    ),
    # Honorifics and ranks stand between and are no part of the post.
    (
        "Thứ trưởng Quốc phòng, Thượng tướng Hoàng Xuân Chiến phát biểu.",
        [("Hoàng Xuân Chiến", "Thứ trưởng Quốc phòng", "VN")],
    ),
    ("Đại tá Trần Văn Bình khen bộ đội.", []),
    # Name, title.
    (
        "Ông Lê Anh Tú, Thứ trưởng Bộ Giao thông vận tải, nêu ý kiến.",
        [("Lê Anh Tú", "Thứ trưởng Bộ Giao thông vận tải", "VN")],
    ),
    (
        "Dẫn đầu là ông Han Sang Woo - Quận trưởng quận Hamyang.",
        [("Han Sang Woo", "Quận trưởng quận Hamyang", "KR")],
    ),
    (
        "Tiếp đoàn có Bùi Văn An, TVTU, Phó Chủ tịch HĐND tỉnh; lãnh đạo các sở.",
        [("Bùi Văn An", "TVTU, Phó Chủ tịch HĐND tỉnh", "VN")],
    ),
    (
        "Chính phủ bổ nhiệm ông Kim Do Sun làm tân Đại sứ tại Việt Nam.",
        [("Kim Do Sun", "tân Đại sứ tại Việt Nam", "KR")],
    ),
    ("Theo ông Han Min Ho, Tổng thống đã đồng ý.", []),
    # Places before the name, listed or not.
    (
        "Chủ tịch UBND huyện Nam Trà My Trần Duy Dũng ký.",
        [("Trần Duy Dũng", "Chủ tịch UBND huyện Nam Trà My", "VN")],
    ),
    (
        "Chủ tịch UBND quận Hoàng Mai Nguyễn Quang Hiếu tiếp đoàn.",
        [("Nguyễn Quang Hiếu", "Chủ tịch UBND quận Hoàng Mai", "VN")],
    ),
    (
        "Phó Chủ tịch UBND tỉnh Lê Văn Thanh nói.",
        [("Lê Văn Thanh", "Phó Chủ tịch UBND tỉnh", "VN")],
    ),
    (
        "Thị trưởng thành phố Ansan Lee Min-geun đến thăm.",
        [("Lee Min-geun", "Thị trưởng thành phố Ansan", "KR")],
    ),
    # An ambassador is of the country that sends.
    (
        "Đại sứ Việt Nam tại Hàn Quốc Nguyễn Vũ Tùng trả lời.",
        [("Nguyễn Vũ Tùng", "Đại sứ Việt Nam tại Hàn Quốc", "VN")],
    ),
    (
        "Đại sứ Hàn Quốc tại Việt Nam Park Noh-wan trả lời.",
        [("Park Noh-wan", "Đại sứ Hàn Quốc tại Việt Nam", "KR")],
    ),
    # Third countries.
    (
        "Thủ tướng Anh Theresa May gửi điện.",
        [("Theresa May", "Thủ tướng Anh", "GB")],
    ),
    # Former and late.
    ("Cố Thủ tướng Phan Văn Khải.", [("Phan Văn Khải", "Cố Thủ tướng", "VN")]),
    # What is no public office.
    ("Chủ tịch Tập đoàn Samsung Lee Jae-yong cam kết đầu tư.", []),
    ("Ông Choi Joo Ho, Tổng Giám đốc Samsung Việt Nam, cảm ơn.", []),
    ("Ông Nguyễn Kim Đoan, Phó Chủ tịch Hiệp hội Chăn nuôi, lo ngại.", []),
    ("Giám đốc Viện Chính sách kinh tế Kwak Sung Il dự báo.", []),
    ("HLV Park Hang-seo khen các cầu thủ.", []),
    ("Đoàn vào Lăng viếng Chủ tịch Hồ Chí Minh.", []),
    ("Phu nhân Tổng thống Kim Keon Hee tặng quà.", []),
    ("Bộ trưởng Hàn Quốc đề nghị anh Nguyễn Văn Bút hỗ trợ.", []),
]

ENGLISH = [
    (
        "Deputy Prime Minister and Minister of Foreign Affairs Bui Thanh Son spoke.",
        [("Bùi Thanh Sơn", "Deputy Prime Minister and Minister of Foreign Affairs", "VN")],
    ),
    (
        "South Korea's Trade, Industry and Energy Minister Lee Chang-yang said so.",
        [("Lee Chang-yang", "South Korea's Trade, Industry and Energy Minister", "KR")],
    ),
    (
        "Prime Minister of the Republic of Korea (RoK) Han Duck-soo spoke.",
        [("Han Duck-soo", "Prime Minister of the Republic of Korea", "KR")],
    ),
    (
        "Vietnamese Ambassador to the Republic of Korea Vu Ho attended.",
        [("Vũ Hồ", "Vietnamese Ambassador to the Republic of Korea", "VN")],
    ),
    (
        "Han Duck-soo, the prime minister of South Korea, agreed.",
        [("Han Duck-soo", "prime minister of South Korea", "KR")],
    ),
    ("Chang Won Sam, President of KOICA, agreed.", [("Chang Won-sam", "President of KOICA", "KR")]),
    ("Samsung Electronics Chairman Lee Jae-yong agreed.", []),
    ("Late President Ho Chi Minh is remembered.", []),
]


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_officials(text, expected):
    assert officials(text) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_officials_in_english(text, expected):
    assert officials(text, "en") == expected


@pytest.mark.parametrize(
    "name",
    ["Moon Jae - in", "Moon Jae In", "Moon Jae-in", "MOON JAE IN", "Moon Che In", "Moon Jae –\nin"],
)
def test_spellings_of_a_listed_name(name):
    assert officials(f"Tổng thống Hàn Quốc {name} tới Hà Nội.")[0][0] == "Moon Jae-in"


def test_a_name_that_only_looks_like_a_listed_one_is_kept_as_written():
    (found,) = persons("Thứ trưởng Kim Jung Hwan phát biểu.")
    assert (found.name, found.key) == ("Kim Jung Hwan", "kim jung hwan")
    assert officials("Phó Chủ tịch UBND tỉnh Lê Văn Thanh nói.")[0][0] == "Lê Văn Thanh"


def test_an_unlisted_name_is_written_without_blanks_beside_its_hyphen():
    assert officials("Ngoại trưởng Hàn Quốc Bang Woo - jin phát biểu.")[0][0] == "Bang Woo-jin"


def test_a_headline_in_capitals():
    text = "TỔNG BÍ THƯ TÔ LÂM HỘI ĐÀM VỚI TỔNG THỐNG LEE JAE MYUNG"
    assert officials(text) == [
        ("Tô Lâm", "TỔNG BÍ THƯ", "VN"),
        ("Lee Jae-myung", "TỔNG THỐNG", "KR"),
    ]


def test_a_signature_under_a_title():
    text = "Thông báo này có hiệu lực từ ngày ký.\n\nPHÓ VỤ TRƯỞNG\n Trần Bảo NgọcHIỆP ĐỊNH\n"
    assert officials(text) == [("Trần Bảo Ngọc", "PHÓ VỤ TRƯỞNG", "VN")]


def test_an_alias_in_brackets_is_the_same_person():
    text = "Bộ trưởng Ngoại giao Hàn Quốc Pác Min Xu (Park Min Soo) tới. Bộ trưởng Pác Min Xu cảm ơn."
    assert officials(text) == [("Park Min Soo", "Bộ trưởng Ngoại giao Hàn Quốc", "KR")]


def test_a_listed_name_counts_without_a_post_in_a_political_report_only():
    political = "Thủ tướng Phạm Minh Chính nhận lời mời của ông Han Duck-soo."
    assert ("Han Duck-soo", None, "KR") in officials(political)
    assert officials("Ca sĩ Han Duck-soo biểu diễn tại Hà Nội.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Short names.
        (
            "Thủ tướng Hàn Quốc Han Duck-soo đến Hà Nội. Ông Han cảm ơn. Thủ tướng Han hứa.",
            [("Han", "Han Duck-soo"), ("Han", "Han Duck-soo")],
        ),
        ("Chủ tịch Quốc hội Woo Won Shik tới. Ông Shik nói.", [("Shik", "Woo Won-shik")]),
        ("Thứ trưởng Doãn Mậu Diệp tới. Ông Diệp nói.", [("Diệp", "Doãn Mậu Diệp")]),
        # Not the namesake who came last.
        ("Thứ trưởng Lê Anh Đức tới. Ông Ngô Minh Đức, Giám đốc Công ty Sao, cười. Ông Đức nói.", []),
        # Titles alone.
        (
            "Thủ tướng Phạm Minh Chính tiếp Đại sứ Choi Young-sam. Thủ tướng đề nghị Đại sứ giúp.",
            [("Thủ tướng", "Phạm Minh Chính"), ("Đại sứ", "Choi Young-sam")],
        ),
        (
            "Bộ trưởng Ngoại giao Cho Hyun và Bộ trưởng Ngoại giao Lê Hoài Trung gặp nhau. "
            "Bộ trưởng Ngoại giao Hàn Quốc cảm ơn. Ngoại trưởng Hàn Quốc tạm biệt.",
            [("Bộ trưởng Ngoại giao Hàn Quốc", "Cho Hyun"), ("Ngoại trưởng Hàn Quốc", "Cho Hyun")],
        ),
        (
            "Tổng thống Hàn Quốc sẽ đến Hà Nội. Đây là chuyến đi đầu tiên của Tổng thống Moon Jae In.",
            [("Tổng thống Hàn Quốc", "Moon Jae-in")],
        ),
        # The one named last, where several hold the office.
        (
            "Bộ trưởng Nguyễn Hồng Diên và Bộ trưởng Kim Jung-kwan có mặt. "
            "Bộ trưởng Kim Jung-kwan cảm ơn. Bộ trưởng hứa giúp.",
            [("Bộ trưởng", "Kim Jung-kwan")],
        ),
        # Nobody: two of them, an office as such, another body's.
        ("Bộ trưởng Nguyễn Hồng Diên tới. Hai Bộ trưởng nhất trí.", []),
        ("Tổng thống Moon Jae-in tới. Phủ Tổng thống ra thông báo.", []),
        ("Bộ trưởng Công Thương Nguyễn Hồng Diên tới. Bộ trưởng Tài chính vắng mặt.", []),
    ],
)
def test_what_points_back(text, expected):
    assert pointing_back(text) == expected


def test_short_names_in_english_need_no_honorific():
    text = "Prime Minister Pham Minh Chinh met President Yoon Suk Yeol. Chinh thanked him. Yoon agreed."
    assert pointing_back(text, "en") == [("Chinh", "Phạm Minh Chính"), ("Yoon", "Yoon Suk-yeol")]


def test_a_person_is_mentioned_once_where_the_post_is_first_given():
    text = "Ông Bùi Thế Duy phát biểu. Thứ trưởng Bùi Thế Duy cảm ơn. Thứ trưởng Bộ KH&CN Bùi Thế Duy về."
    assert officials(text) == [("Bùi Thế Duy", "Thứ trưởng", "VN")]


def test_furniture_names_nobody():
    report = read("Hôm nay trời đẹp.\n\nTổng thống Moon Jae-in họp kín.")
    assert find(report) != ()
    *rest, last = report.lines
    assert find(replace(report, lines=(*rest, replace(last, kind="furniture")))) == ()


def test_social_insurance_is_an_agency_by_its_short_name():
    text = "Theo Tổng Giám đốc BHXH Việt Nam Nguyễn Thế Mạnh, người lao động đóng ở hai nơi."
    assert [name for name, _, _ in officials(text)] == ["Nguyễn Thế Mạnh"]
    assert officials("Theo Tổng Giám đốc Samsung Việt Nam Nguyễn Thế Mạnh, lương tăng.") == []


def test_a_board_of_urban_railways_is_of_the_city():
    text = "Trưởng Ban Quản lý đường sắt đô thị Nguyễn Quốc Hiển báo cáo tiến độ."
    assert [name for name, _, _ in officials(text)] == ["Nguyễn Quốc Hiển"]
    assert officials("Trưởng ban quản lý chung cư Nguyễn Quốc Hiển báo cáo tiến độ.") == []
