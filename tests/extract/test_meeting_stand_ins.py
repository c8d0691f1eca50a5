"""Whom "khách", "đoàn", "hai Bộ trưởng" or "he" means in a meeting: each rule with a counter-example."""

import pytest
from persons import meetings

STAND_INS = [
    # "khách", "vị khách" and nobody at all go on with who met the host before.
    (
        "Ngày 3/4/2019, Thủ tướng Nguyễn Xuân Phúc tiếp Chủ tịch Quốc hội Hàn Quốc Moon Hee-sang. Cùng ngày, "
        "khách gặp Chủ tịch Quốc hội Nguyễn Thị Kim Ngân rồi chào Tổng Bí thư Nguyễn Phú Trọng.",
        [
            ("audience", "2019-04-03", ["Moon Hee-sang", "Nguyễn Phú Trọng"]),
            ("audience", "2019-04-03", ["Nguyễn Xuân Phúc", "Moon Hee-sang"]),
            ("meeting", "2019-04-03", ["Moon Hee-sang", "Nguyễn Thị Kim Ngân"]),
        ],
    ),
    (
        "Thủ tướng Nguyễn Xuân Phúc tiếp Chủ tịch Quốc hội Hàn Quốc Moon Hee-sang. Du khách gặp mưa lớn.",
        [("audience", None, ["Nguyễn Xuân Phúc", "Moon Hee-sang"])],
    ),
    # A delegation is its leader.
    (
        "Ngày 14/7/2022, Chủ tịch UBND tỉnh Lê Hồng Vinh tiếp đoàn tỉnh Gangwon do Thống đốc Kim Jin-tae "
        "làm trưởng đoàn.",
        [("audience", "2022-07-14", ["Lê Hồng Vinh", "Kim Jin-tae"])],
    ),
    (
        "Ngày 14/7/2022, Chủ tịch UBND tỉnh Lê Hồng Vinh tiếp đoàn múa rối. Thống đốc Kim Jin-tae vắng mặt.",
        [("audience", "2022-07-14", ["Lê Hồng Vinh"])],
    ),
    (
        "Đoàn Bộ Việc làm Hàn Quốc do Thứ trưởng Kwon Ki-seob dẫn đầu tới tỉnh. Chủ tịch UBND tỉnh Lê Hồng "
        "Vinh chủ trì cuộc họp với đoàn sáng 15/11.",
        [("meeting", "--11-15", ["Kwon Ki-seob", "Lê Hồng Vinh"])],
    ),
    (
        "Ngày 8/11, đoàn Asan do Thị trưởng Park Gyeong-gwi làm trưởng đoàn tới tỉnh. Tiếp đoàn có đồng chí Tống "
        "Quang Thìn, Phó Chủ tịch UBND tỉnh.",
        [("audience", None, ["Park Gyeong-gwi", "Tống Quang Thìn"])],
    ),
    ("Ngày 8/11, đoàn Asan tới tỉnh. Tiếp theo có bài của Phó Chủ tịch UBND tỉnh Tống Quang Thìn.", []),
    # A came, and right after that B received; not after somebody else's day.
    (
        "Ngày 9/5, Thống đốc Kim Tae-heum đã đến làm việc với lãnh đạo tỉnh Long An. Chủ tịch UBND tỉnh "
        "Nguyễn Văn Út chủ trì buổi tiếp.",
        [("audience", "--05-09", ["Kim Tae-heum", "Nguyễn Văn Út"])],
    ),
    (
        "Ngày 9/5, Thống đốc Kim Tae-heum đã làm việc với lãnh đạo tỉnh Long An. Chủ tịch UBND tỉnh Nguyễn "
        "Văn Út chủ trì buổi tiếp đoàn doanh nghiệp ngày 20/5.",
        [
            ("audience", "--05-20", ["Nguyễn Văn Út"]),
            ("meeting", "--05-09", ["Kim Tae-heum"]),
        ],
    ),
    # In talks the other is of like rank; in a meeting it may be anybody.
    (
        "Chủ tịch Quốc hội Vương Đình Huệ và Bộ trưởng Đào Ngọc Dung tới Seoul. Trong hội đàm ngày 13/12, "
        "Chủ tịch Quốc hội Park Byeong-seug nêu ba việc.",
        [("talks", "--12-13", ["Park Byeong-seug", "Vương Đình Huệ"])],
    ),
    (
        "Chủ tịch Quốc hội Vương Đình Huệ và Bộ trưởng Đào Ngọc Dung tới Seoul. Trong buổi làm việc ngày "
        "13/12, Thống đốc Kim Dong-yeon nêu ba việc.",
        [],
    ),
    # Both speak in one sentence, parted by a semicolon.
    (
        "Tại cuộc họp hôm 3/2, Thứ trưởng Nguyễn Hoàng Long xin chia sẻ kinh nghiệm; Đại sứ Choi Young-sam "
        "nói Seoul sẵn sàng.",
        [("meeting", "--02-03", ["Nguyễn Hoàng Long", "Choi Young-sam"])],
    ),
    # The subject is not whose invitation it is.
    (
        "Tổng thống Moon Jae-in nhận lời mời của Chủ tịch nước Trần Đại Quang, sẽ dự Tuần lễ cấp cao APEC.",
        [("summit", None, ["Moon Jae-in"])],
    ),
]

RANKS = [
    # "Hai Bộ trưởng" are ministers, though a prime minister met one of them last.
    (
        "Bộ trưởng Đào Ngọc Dung và Bộ trưởng Hàn Quốc Lee Ki-kweon hội đàm. Thủ tướng Nguyễn Xuân Phúc tiếp "
        "Bộ trưởng Lee Ki-kweon. Hai Bộ trưởng ký Bản ghi nhớ.",
        ("signing", None, ["Lee Ki-kweon", "Đào Ngọc Dung"]),
    ),
    (
        "Bộ trưởng Đào Ngọc Dung và Bộ trưởng Hàn Quốc Lee Ki-kweon hội đàm. Thủ tướng Nguyễn Xuân Phúc tiếp "
        "Thủ tướng Hàn Quốc Lee Nak-yon. Hai Thủ tướng chứng kiến lễ ký.",
        ("signing", None, ["Lee Nak-yeon", "Nguyễn Xuân Phúc"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), STAND_INS)
def test_who_is_meant(text, expected):
    assert sorted(meetings(text)) == expected


@pytest.mark.parametrize(("text", "expected"), RANKS)
def test_a_pair_is_of_the_rank_that_the_words_name(text, expected):
    assert expected in [(kind, when, sorted(who)) for kind, when, who in meetings(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Speaker Kim Jin-pyo led a delegation to Hanoi. Secretary of the municipal Party Committee Le Tien "
            "Chau received the guests on Jan. 11, 2024.",
            [("audience", "2024-01-11", ["Kim Jin-pyo", "Le Tien Chau"])],
        ),
        (
            "Speaker Kim Jin-pyo flew home. Secretary of the municipal Party Committee Le Tien Chau received "
            "letters on Jan. 11, 2024.",
            [],
        ),
        (
            "Foreign Minister Park Jin called on Prime Minister Pham Minh Chinh on Oct. 18, 2022.",
            [("audience", "2022-10-18", ["Park Jin", "Phạm Minh Chính"])],
        ),
        ("Foreign Minister Park Jin called on all sides to show restraint on Oct. 18, 2022.", []),
        (
            "Trade Minister Yeo Han-koo sat down with Vietnamese Minister Nguyen Hong Dien on May 9, 2022.",
            [("meeting", "2022-05-09", ["Yeo Han-koo", "Nguyễn Hồng Diên"])],
        ),
        (
            "Trade Minister Cheong In-kyo was to meet Minister Nguyen Hong Dien on Friday, but fell ill.",
            [],
        ),
        ("Foreign Minister Cho Tae-yul will fly to Asia for talks with Foreign Minister Bui Thanh Son.", []),
    ],
)
def test_who_is_meant_in_english(text, expected):
    assert meetings(text, "en") == expected
