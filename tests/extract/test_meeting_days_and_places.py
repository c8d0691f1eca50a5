"""The day and the place of a meeting: each rule with a counter-example."""

import pytest
from persons import find, find_meetings, meetings, read

DAYS = [
    # "Cùng ngày" is the day of what is told, not of what was said by the way.
    (
        "Trưa 6/12, Chủ tịch Quốc hội Nguyễn Thị Kim Ngân hội đàm với Chủ tịch Quốc hội Hàn Quốc Moon Hee-sang. Bà "
        "hoan nghênh thị thực mới cấp từ ngày 3/12. Chiều cùng ngày, Tổng thống Moon Jae-in tiếp bà Nguyễn Thị Kim "
        "Ngân.",
        ("audience", "--12-06", ["Moon Jae-in", "Nguyễn Thị Kim Ngân"]),
    ),
    (
        "Trưa 6/12, Chủ tịch Quốc hội Nguyễn Thị Kim Ngân hội đàm với Chủ tịch Quốc hội Hàn Quốc Moon Hee-sang. Ngày "
        "7/12, bà thăm Busan. Cùng ngày, Thủ tướng Lee Nak-yon gặp Bộ trưởng Đào Ngọc Dung.",
        ("meeting", "--12-07", ["Lee Nak-yeon", "Đào Ngọc Dung"]),
    ),
    # An afternoon goes on with the day of the sentence before.
    (
        "Sáng 22/3, Chủ tịch nước Trần Đại Quang và Tổng thống Moon Jae-in hội đàm. Buổi chiều, Tổng thống Moon "
        "Jae-in gặp Thủ tướng Nguyễn Xuân Phúc.",
        ("meeting", "--03-22", ["Moon Jae-in", "Nguyễn Xuân Phúc"]),
    ),
    (
        "Sáng 22/3, Chủ tịch nước Trần Đại Quang và Tổng thống Moon Jae-in hội đàm. Năm ngoái, Tổng thống Moon "
        "Jae-in gặp Thủ tướng Nguyễn Xuân Phúc.",
        ("meeting", None, ["Moon Jae-in", "Nguyễn Xuân Phúc"]),
    ),
    # The day on which somebody spoke is not the meeting's.
    (
        "Bộ Ngoại giao ngày 1/12 thông báo Bộ trưởng Bùi Thanh Sơn đã gặp Ngoại trưởng Hàn Quốc Park Jin.",
        ("meeting", None, ["Bùi Thanh Sơn", "Park Jin"]),
    ),
    (
        "Ngày 1/12, Bộ trưởng Bùi Thanh Sơn đã gặp Ngoại trưởng Hàn Quốc Park Jin.",
        ("meeting", "--12-01", ["Bùi Thanh Sơn", "Park Jin"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days(text, expected):
    assert expected in meetings(text)


def test_may_is_a_month_and_no_doubt():
    met = "Foreign Minister Park Jin met Foreign Minister Bui Thanh Son in May 2022."
    assert [kind for kind, _, _ in meetings(met, "en")] == ["meeting"]
    assert meetings("Foreign Minister Park Jin may meet Foreign Minister Bui Thanh Son.", "en") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Chiều 25/9, tại Trụ sở Chính phủ, Thủ tướng Phạm Minh Chính tiếp Đại sứ Choi Young-sam.",
            "Trụ sở Chính phủ",
        ),
        (
            "Tại Bộ Kế hoạch và Đầu tư sáng 3/7, Thứ trưởng Trần Quốc Phương làm việc với Đại sứ Choi Young-sam.",
            "Bộ Kế hoạch và Đầu tư",
        ),
        ("Tại Seoul, Thủ tướng Phạm Minh Chính gặp Tổng thống Yoon Suk Yeol.", "Seoul"),
        ("Thủ tướng Phạm Minh Chính tiếp Đại sứ Choi Young-sam về trụ sở Chính phủ mới.", None),
    ],
)
def test_places(text, place):
    report = read(text)
    (meeting,) = find_meetings(report, find(report))
    assert meeting.place == place


def test_visit_stands_beside_the_talks_in_it():
    text = (
        "Chiều 18/10/2022, Bộ trưởng Bùi Thanh Sơn hội đàm với Ngoại trưởng Hàn Quốc Park Jin đang thăm chính thức "
        "Việt Nam. Sáng hôm sau, ông Park Jin chào Thủ tướng Phạm Minh Chính."
    )
    assert [(kind, who) for kind, _, who in meetings(text)] == [
        ("talks", ["Bùi Thanh Sơn", "Park Jin"]),
        ("visit", ["Park Jin"]),
        ("audience", ["Park Jin", "Phạm Minh Chính"]),
    ]


def test_visit_to_a_province_is_the_meeting_there():
    text = (
        "Ngày 8/11/2023, đoàn Asan do Thị trưởng Park Gyeong-gwi làm trưởng đoàn đến thăm và làm việc với tỉnh "
        "Ninh Bình. Phó Chủ tịch UBND tỉnh Tống Quang Thìn tiếp đoàn."
    )
    both = ["Park Gyeong-gwi", "Tống Quang Thìn"]
    assert meetings(text) == [("audience", "2023-11-08", both)]


def test_speakers_of_two_conferences_are_kept_apart():
    text = (
        "Hội thảo nghề cá Việt - Hàn diễn ra ngày 9/10/2024 tại Hà Nội. Tại hội thảo, Thứ trưởng Phùng Đức Tiến phát "
        "biểu. Thủ tướng Phạm Minh Chính dự Hội nghị Cấp cao ASEAN - Hàn Quốc ngày 10/10/2024."
    )
    assert meetings(text) == [
        ("conference", "2024-10-09", ["Phùng Đức Tiến"]),
        ("summit", "2024-10-10", ["Phạm Minh Chính"]),
    ]
