"""Visits told by an arrival, a mission, a plan or a headline: each rule with a counter-example."""

import pytest
from persons import meetings

VISITS = [
    # Who arrives is on a visit; who is at home, who is posted there and what is sent are not.
    (
        "Tổng thống Yoon Suk Yeol và phu nhân đến Hà Nội trưa 22/6/2023.",
        [("visit", "2023-06-22", ["Yoon Suk-yeol"])],
    ),
    ("Thủ tướng Phạm Minh Chính đến Hà Nội trưa 22/6/2023.", []),
    ("Đại sứ Choi Young-sam đến Hà Nội ngày 5/9/2023 và bắt đầu nhiệm kỳ.", []),
    ("Bộ trưởng Đào Ngọc Dung cho biết 8.000 lao động sang Hàn Quốc từ ngày 5/9/2023.", []),
    # An arrival takes no day from what it stands beside.
    (
        "Bộ trưởng Đào Ngọc Dung và Bộ trưởng Hàn Quốc Lee Jung-sik ký bản ghi nhớ đưa lao động sang Hàn Quốc "
        "ngày 6/11/2023.",
        [("signing", "2023-11-06", ["Đào Ngọc Dung", "Lee Jung-sik"])],
    ),
    ("Bộ trưởng Tô Lâm đi Seoul hôm 18/10/2023.", [("visit", "2023-10-18", ["Tô Lâm"])]),
    ("Bộ trưởng Tô Lâm đi Sơn La hôm 18/10/2023.", []),
    # The day on which it ended is not the day of the visit; a month at the head of the sentence is its.
    (
        "Kết thúc chuyến thăm Hàn Quốc, tối 3/7/2024, Thủ tướng Phạm Minh Chính về nước.",
        [("visit", None, ["Phạm Minh Chính"])],
    ),
    (
        "Hồi tháng 8/2025, nhân chuyến thăm Seoul của Tổng Bí thư Tô Lâm, mười văn kiện đã được trao.",
        [("visit", "2025-08", ["Tô Lâm"])],
    ),
    # A headline tells the visit, the text its day.
    (
        "Tổng thống Hàn Quốc Park Geun-hye thăm Việt Nam\n\nBà Park Geun-hye tới sân bay Nội Bài chiều 7/9/2013.",
        [("visit", "2013-09-07", ["Park Geun-hye"])],
    ),
    (
        "Tổng Bí thư Tô Lâm sẽ thăm cấp Nhà nước Hàn Quốc. Chuyến thăm diễn ra từ ngày 10 đến 13/8/2025.",
        [("visit", "2025-08-10", ["Tô Lâm"])],
    ),
    (
        "Tổng Bí thư Tô Lâm sẽ thăm cấp Nhà nước Hàn Quốc. Triển lãm diễn ra từ ngày 10 đến 13/8/2025.",
        [("visit", None, ["Tô Lâm"])],
    ),
    # A delegation at work in the other country.
    (
        "Đoàn công tác do Thứ trưởng Phùng Đức Tiến dẫn đầu làm việc tại tỉnh Gyeonggi từ ngày 16/7/2024.",
        [("visit", "2024-07-16", ["Phùng Đức Tiến"])],
    ),
    ("Thứ trưởng Phùng Đức Tiến nói 5.000 người đang làm việc tại Hàn Quốc từ ngày 16/7/2024.", []),
    (
        "Bộ trưởng Lương Tam Quang làm việc với ông Kim Jong-wook, Tư lệnh Cảnh sát biển Hàn Quốc, nhân chuyến "
        "công tác Việt Nam của đoàn từ ngày 9 đến 12/9/2024.",
        [
            ("meeting", None, ["Lương Tam Quang", "Kim Jong-wook"]),
            ("visit", "2024-09-09", ["Kim Jong-wook"]),
        ],
    ),
    # Prepared with its day, it will come about; wished for, or accepted without a day, it may not.
    (
        "Tổng thống Lee Jae Myung chuẩn bị thăm Việt Nam từ ngày 21 đến 24/4/2026.",
        [("visit", "2026-04-21", ["Lee Jae-myung"])],
    ),
    ("Tổng thống Lee Jae Myung chuẩn bị thăm Việt Nam.", []),
    ("Phó Thủ tướng Lê Minh Khái nhận lời thăm Hàn Quốc vào thời điểm thích hợp.", []),
    # The day on which it was announced is not the day of the visit.
    (
        "Bộ Ngoại giao Hàn Quốc ngày 1/12 cho biết Thứ trưởng Yeo Seung-bae đang thăm Việt Nam.",
        [("visit", None, ["Yeo Seung-bae"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_visits(text, expected):
    assert sorted(meetings(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prime Minister Pham Minh Chinh arrived in Seoul on June 30, 2024.",
            [("visit", "2024-06-30", ["Phạm Minh Chính"])],
        ),
        ("The goods that Minister Nguyen Hong Dien praised arrived in Seoul on June 30, 2024.", []),
        (
            "It was their second call since Lam's state visit to Seoul on Aug. 10, 2025, said General Secretary "
            "To Lam.",
            [("visit", "2025-08-10", ["Tô Lâm"])],
        ),
        (
            "President Park Geun-hye, since she took office in May 2013 the first of her party, will visit "
            "Vietnam.",
            [("visit", None, ["Park Geun-hye"])],
        ),
    ],
)
def test_visits_in_english(text, expected):
    assert meetings(text, "en") == expected
