"""Officials of both sides told to act together on a day, in whatever words; and what is not that."""

import pytest
from persons import meetings

TOGETHER = [
    # Any deed of both on a day.
    (
        "Bí thư Thành ủy Nguyễn Văn Quảng và Thị trưởng Daegu Hong Joon-pyo tái ngộ hôm 7/7/2024.",
        [("meeting", "2024-07-07", ["Nguyễn Văn Quảng", "Hong Joon-pyo"])],
    ),
    (
        "Ngoại trưởng Hàn Quốc Kang Kyung-wha ngồi lại với Phó Thủ tướng Phạm Bình Minh suốt hai giờ hôm 26/7.",
        [("meeting", "--07-26", ["Kang Kyung-wha", "Phạm Bình Minh"])],
    ),
    (
        "Bộ trưởng Chu Ngọc Anh và Chủ tịch KOICA Lee Mi-kyung cùng gắn biển công trình sáng 22/3/2018.",
        [("ceremony", "2018-03-22", ["Chu Ngọc Anh", "Lee Mi-kyung"])],
    ),
    # Named in one breath right after the day was told, but not in a look back.
    (
        "Cầu Vàm Cống thông xe sáng 19/5/2019. Phó Thủ tướng Trịnh Đình Dũng và Đại sứ Hàn Quốc Kim Do-hyon bấm nút.",
        [("meeting", "2019-05-19", ["Trịnh Đình Dũng", "Kim Do-hyon"])],
    ),
    (
        "Cầu Vàm Cống thông xe sáng 19/5/2019. Trước đó, Phó Thủ tướng Trịnh Đình Dũng và Đại sứ Hàn Quốc Kim "
        "Do-hyon nhiều lần lo chậm tiến độ.",
        [],
    ),
    # Completes what a word tells of one side.
    (
        "Buổi tiếp Đại sứ Hàn Quốc Lee Hyuk chiều 3/8/2016 là dịp để Thủ tướng Nguyễn Xuân Phúc nhắc lại đề nghị.",
        [("audience", "2016-08-03", ["Lee Hyuk", "Nguyễn Xuân Phúc"])],
    ),
    (
        "Được Chủ tịch nước Tô Lâm tiếp chiều 12/6/2024, Đại sứ Hàn Quốc Choi Young-sam hứa hợp tác.",
        [("audience", "2024-06-12", ["Tô Lâm", "Choi Young-sam"])],
    ),
    (
        "Hội nghị cấp cao ASEAN - Hàn Quốc khai mạc sáng 12/12/2014 với sự tham dự của Thủ tướng Nguyễn Tấn Dũng và "
        "chủ nhà Park Geun-hye.",
        [("summit", "2014-12-12", ["Nguyễn Tấn Dũng", "Park Geun-hye"])],
    ),
    # Letters, congratulations, plans, appointments, reported speech, the day of something else.
    ("Hôm 10/9/2024, Tổng thống Yoon Suk Yeol gửi thư cho Thủ tướng Phạm Minh Chính.", []),
    ("Hôm 10/5/2022, Chủ tịch nước Nguyễn Xuân Phúc chúc mừng Tổng thống Yoon Suk Yeol.", []),
    ("Hôm 10/5/2022, Tổng thống Yoon Suk Yeol nhậm chức, Chủ tịch nước Nguyễn Xuân Phúc gửi điện.", []),
    ("Ngày 5/9, Đại sứ Hàn Quốc Choi Young-sam nói với báo chí rằng Bộ trưởng Nguyễn Hồng Diên đồng ý.", []),
    ("Bộ trưởng Nguyễn Hồng Diên và Bộ trưởng Hàn Quốc Ahn Duk-geun lo ngại thuế quan.", []),
    # Put off.
    ("Hàn Quốc hoãn chuyến thăm của Ngoại trưởng Cho Tae-yul tới Hà Nội, dự kiến ngày 16/12/2024.", []),
    (
        "Hàn Quốc công bố chuyến thăm của Ngoại trưởng Cho Tae-yul tới Hà Nội ngày 16/12/2024.",
        [("visit", "2024-12-16", ["Cho Tae-yul"])],
    ),
]

PRONOUNS = [
    (
        "Bộ trưởng Phạm Thị Thanh Trà tháp tùng Tổng Bí thư Tô Lâm tới Seoul. Ngày 11/8, bà cùng Bộ trưởng Hàn Quốc "
        "Kim Young-hoon ký bản ghi nhớ mới.",
        ("signing", "--08-11", ["Phạm Thị Thanh Trà", "Kim Young-hoon"]),
    ),
    (
        "Bộ trưởng Phạm Thị Thanh Trà tháp tùng Tổng Bí thư Tô Lâm tới Seoul. Ngày 11/8, Bộ trưởng Hàn Quốc Kim "
        "Young-hoon ký bản ghi nhớ mới.",
        ("signing", "--08-11", ["Kim Young-hoon"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_together(text, expected):
    assert meetings(text) == expected


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_she_and_the_minister(text, expected):
    assert expected in meetings(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade Minister Cheong In-kyo and Vietnam's Minister Nguyen Hong Dien compared notes on May 9, 2025.",
            [("meeting", "2025-05-09", ["Cheong In-kyo", "Nguyễn Hồng Diên"])],
        ),
        ("Trade Minister Cheong In-kyo sent a letter to Minister Nguyen Hong Dien on May 9, 2025.", []),
        (
            "The meeting of Trade Minister Cheong In-kyo and Minister Nguyen Hong Dien on May 9 was postponed.",
            [],
        ),
    ],
)
def test_together_in_english(text, expected):
    assert meetings(text, "en") == expected
