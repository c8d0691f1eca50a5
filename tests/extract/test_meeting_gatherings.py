"""Conferences, ceremonies and sessions, and who was there: each rule with a counter-example."""

import pytest
from persons import meetings

GATHERINGS = [
    # Who is listed, who speaks there, who comes along.
    (
        "Sáng 12/3/2024, tỉnh Quảng Trị cùng KOICA tổ chức lễ khởi công trường học. Dự lễ có Phó Chủ tịch UBND "
        "tỉnh Hoàng Nam; về phía nhà tài trợ có Giám đốc KOICA Việt Nam Cho Han-deog.",
        [("ceremony", "2024-03-12", ["Hoàng Nam", "Cho Han-deog"])],
    ),
    ("Dự án có thêm Phó Chủ tịch UBND tỉnh Hoàng Nam và Giám đốc KOICA Cho Han-deog.", []),
    (
        "Hội thảo lao động Việt - Hàn diễn ra ngày 9/10/2024. Phát biểu tại hội thảo, Thứ trưởng Nguyễn Bá Hoan "
        "nêu số liệu. Đại sứ Choi Young-sam khẳng định sẽ hỗ trợ.",
        [("conference", "2024-10-09", ["Nguyễn Bá Hoan", "Choi Young-sam"])],
    ),
    (
        "Tại hội nghị sơ kết ngành Công Thương ngày 9/7/2024, Thứ trưởng Nguyễn Hoàng Long nêu số liệu. Đại sứ "
        "Choi Young-sam vắng mặt.",
        [],
    ),
    (
        "Thủ tướng Phạm Minh Chính dự Hội nghị Cấp cao ASEAN - Hàn Quốc ngày 10/10/2024 cùng Tổng thống Yoon "
        "Suk Yeol.",
        [("summit", "2024-10-10", ["Phạm Minh Chính", "Yoon Suk-yeol"])],
    ),
    (
        "Thứ trưởng Trần Quốc Khánh phát biểu tại Diễn đàn kinh tế Việt - Hàn hôm 1/7/2019.",
        [("conference", "2019-07-01", ["Trần Quốc Khánh"])],
    ),
    (
        "Thứ trưởng Trần Quốc Khánh gặp Bộ trưởng Hàn Quốc Sung Yun-mo bên lề diễn đàn ở Osaka hôm 1/7/2019.",
        [("meeting", "2019-07-01", ["Trần Quốc Khánh", "Sung Yun-mo"])],
    ),
    (
        "Chiều 17/4, Hội nghị thượng đỉnh P4G khép lại tại Hà Nội. Đoàn Hàn Quốc do Bộ trưởng Cho Tae-yul dẫn đầu.",
        [("summit", "--04-17", ["Cho Tae-yul"])],
    ),
    (
        "Chiều 17/4, Hội nghị thượng đỉnh P4G khép lại tại Hà Nội. Nhóm nghiên cứu do Bộ trưởng Cho Tae-yul đỡ "
        "đầu vắng mặt.",
        [("summit", "--04-17", [])],
    ),
    # Who speaks after the one ceremony of a report was there; not where they met as well.
    (
        "Ngày 3/12, VNMAC cùng KOICA tổng kết dự án rà phá bom mìn ở Đồng Hới. Giám đốc KOICA Việt Nam Cho Han-deog "
        "ghi nhận kết quả. Phó Chủ tịch UBND tỉnh Hồ An Phong cảm ơn nhà tài trợ.",
        [("conference", "--12-03", ["Cho Han-deog", "Hồ An Phong"])],
    ),
    (
        "Ngày 3/12, VNMAC cùng KOICA tổng kết dự án rà phá bom mìn ở Đồng Hới. Hôm 9/12, Bộ trưởng Phan Văn Giang "
        "tiếp Đại sứ Choi Young-sam. Bộ trưởng Phan Văn Giang cảm ơn nhà tài trợ.",
        [
            ("audience", "--12-09", ["Phan Văn Giang", "Choi Young-sam"]),
            ("conference", "--12-03", []),
        ],
    ),
    # Opened by both sides; a session of parliament is none.
    (
        "Tối 23/10, Phó Chủ tịch UBND TP Nguyễn Mạnh Quyền và Phó Thị trưởng Seoul Kim Tae-gyun đã khai mạc Đêm "
        "Seoul.",
        [("ceremony", "--10-23", ["Nguyễn Mạnh Quyền", "Kim Tae-gyun"])],
    ),
    ("Sáng 23/10, Chủ tịch Quốc hội Vương Đình Huệ khai mạc kỳ họp; Hàn Quốc gửi điện mừng.", []),
    # Sessions with their chairs, and with those who act at one.
    (
        "Cục Lãnh sự nêu việc này trong kỳ tham vấn ngày 10/8 ở Seoul, do Cục trưởng Cục Lãnh sự Đoàn Hoàng Minh và "
        "Vụ trưởng Bộ Ngoại giao Hàn Quốc Choi Jae-wan chủ trì.",
        [("meeting", "--08-10", ["Đoàn Hoàng Minh", "Choi Jae-wan"])],
    ),
    (
        "Tại kỳ họp lần thứ 14 Ủy ban hỗn hợp hôm 22/4, Bộ trưởng Nguyễn Hồng Diên và Bộ trưởng Hàn Quốc Ahn "
        "Duk-geun rà soát mục tiêu.",
        [("meeting", "--04-22", ["Nguyễn Hồng Diên", "Ahn Duk-geun"])],
    ),
    (
        "Hai Bộ trưởng Phan Văn Giang và Lee Jong-sup gặp nhau ở Singapore ngày 3/6/2023; Bộ trưởng Lee Jong-sup "
        "cảm ơn.",
        [("meeting", "2023-06-03", ["Phan Văn Giang", "Lee Jong-sup"])],
    ),
    # Heard on a day; heard of is not heard.
    (
        "Sáng 14/3/2024, Phó Thủ tướng Trần Lưu Quang nghe ông Choi Joo Ho, Tổng Giám đốc một công ty Hàn Quốc, "
        "trình bày phương án.",
        [("audience", "2024-03-14", ["Trần Lưu Quang"])],
    ),
    ("Sáng 14/3/2024, Phó Thủ tướng Trần Lưu Quang nghe tin về vụ cháy ở Hàn Quốc.", []),
]

ENGLISH = [
    (
        "Korea and Vietnam opened a minerals center in Hanoi on April 21, 2026. At the ceremony, Industry Minister "
        "Kim Jung-kwan asked his counterpart Le Manh Hung for help.",
        [("ceremony", "2026-04-21", ["Kim Jung-kwan", "Le Manh Hung"])],
    ),
    ("Korea opened its rice market on April 21, 2026, Industry Minister Kim Jung-kwan said.", []),
    (
        "Ambassador Oh Young-ju attended the inauguration of the institute on January 17, 2023, along with Deputy "
        "Prime Minister Tran Hong Ha.",
        [("ceremony", "2023-01-17", ["Oh Young-ju", "Trần Hồng Hà"])],
    ),
    (
        "The handover ceremony on June 3, 2024 was attended by Ambassador Choi Young-sam and Deputy Minister Tran "
        "Quoc Phuong.",
        [("ceremony", "2024-06-03", ["Choi Young-sam", "Tran Quoc Phuong"])],
    ),
    (
        "General Secretary To Lam and President Lee Jae-myung held a summit in Seoul on Aug. 11, 2025.",
        [("summit", "2025-08-11", ["Tô Lâm", "Lee Jae-myung"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GATHERINGS)
def test_gatherings(text, expected):
    assert sorted(meetings(text)) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_gatherings_in_english(text, expected):
    assert meetings(text, "en") == expected
