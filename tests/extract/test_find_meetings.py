"""Which meetings a report tells, when and of whom: each rule with an example and a counter-example."""

import pytest
from persons import meetings

TALKS = [
    # Who met whom, in every order.
    (
        "Hôm 4/5, Ngoại trưởng Lê Hoài Trung điện đàm với Ngoại trưởng Hàn Quốc Cho Hyun về kinh tế.",
        [("phone_call", "--05-04", ["Lê Hoài Trung", "Cho Hyun"])],
    ),
    (
        "Chủ tịch nước Lương Cường và Tổng thống Lee Jae Myung đã có cuộc hội đàm ngày 30/10/2025.",
        [("talks", "2025-10-30", ["Lương Cường", "Lee Jae-myung"])],
    ),
    (
        "Tại cuộc hội kiến Thủ tướng Kim Min-seok, Tổng Bí thư Tô Lâm cảm ơn nước chủ nhà.",
        [("audience", None, ["Kim Min-seok", "Tô Lâm"])],
    ),
    (
        "Đó là cuộc gặp giữa ông Nguyễn Hồng Diên và Bộ trưởng Kim Jung-kwan.",
        [("meeting", None, ["Nguyễn Hồng Diên", "Kim Jung-kwan"])],
    ),
    (
        "Đại sứ Lee Hyuk được Phó Thủ tướng Phạm Bình Minh tiếp hôm 10/4.",
        [("audience", "--04-10", ["Lee Hyuk", "Phạm Bình Minh"])],
    ),
    (
        "Tiếp Ngoại trưởng Hàn Quốc Park Jin, Thủ tướng Phạm Minh Chính nêu ba đề nghị.",
        [("audience", None, ["Park Jin", "Phạm Minh Chính"])],
    ),
    (
        "Thượng tướng Hoàng Xuân Chiến, Thứ trưởng Bộ Quốc phòng, và ông Suh Choo Suk, Thứ trưởng Bộ Quốc "
        "phòng Hàn Quốc đồng chủ trì đối thoại.",
        [("meeting", None, ["Hoàng Xuân Chiến", "Suh Choo Suk"])],
    ),
    # One subject, several meetings.
    (
        "Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Han Duck-soo và hội kiến Tổng thống Yoon Suk Yeol.",
        [
            ("audience", None, ["Phạm Minh Chính", "Yoon Suk-yeol"]),
            ("talks", None, ["Phạm Minh Chính", "Han Duck-soo"]),
        ],
    ),
    (
        "Bà Park Geun-hye, Tổng thống Hàn Quốc, hội kiến Thủ tướng Nguyễn Tấn Dũng và ông Nguyễn Sinh Hùng, "
        "Chủ tịch Quốc hội.",
        [
            ("audience", None, ["Park Geun-hye", "Nguyễn Sinh Hùng"]),
            ("audience", None, ["Park Geun-hye", "Nguyễn Tấn Dũng"]),
        ],
    ),
    # A delegation that nobody of rank leads.
    (
        "Ngày 3/4, Phó Thủ tướng Lê Minh Khái tiếp đoàn doanh nghiệp Hàn Quốc.",
        [("audience", "--04-03", ["Lê Minh Khái"])],
    ),
    # Look-alikes.
    ("Thủ tướng Phạm Minh Chính tiếp tục gặp khó khăn khi tiếp nhận báo cáo.", []),
    ("Theo kế hoạch, Thủ tướng sẽ có các cuộc gặp lãnh đạo Hàn Quốc.", []),
    ("Hai bên nhất trí tăng cường tiếp xúc cấp cao.", []),
    # Two of one country; third countries.
    ("Thủ tướng Phạm Minh Chính gặp Bộ trưởng Nguyễn Hồng Diên.", []),
    ("Thủ tướng Nguyễn Xuân Phúc gặp Tổng thống Senegal Macky Sall.", []),
    (
        "Thủ tướng Nguyễn Xuân Phúc có các cuộc gặp với Tổng thống Hàn Quốc Moon Jae-in và Thủ tướng "
        "Australia Malcolm Turnbull.",
        [("meeting", None, ["Nguyễn Xuân Phúc", "Moon Jae-in"])],
    ),
]

VISITS = [
    (
        "Chủ tịch Quốc hội Vương Đình Huệ thăm chính thức Hàn Quốc từ ngày 12 đến 15/12 theo lời mời của "
        "Chủ tịch Quốc hội Park Byeong-seug.",
        [("visit", "--12-12", ["Vương Đình Huệ"])],
    ),
    (
        "Nhân chuyến thăm chính thức của Thủ tướng Phạm Minh Chính và Phu nhân tới Hàn Quốc, hai nước "
        "mở thêm đường bay.",
        [("visit", None, ["Phạm Minh Chính"])],
    ),
    # Nobody visits his own country.
    (
        "Trong chuyến thăm Hàn Quốc, Tổng Bí thư Tô Lâm và Tổng thống Lee Jae Myung dự tiệc.",
        [("visit", None, ["Tô Lâm"])],
    ),
    # The date is of something else.
    (
        "Tổng thống Park Geun Hye thăm Việt Nam, kể từ khi nhận chức tháng 2 là lần đầu.",
        [("visit", None, ["Park Geun-hye"])],
    ),
    # Wishes and invitations.
    ("Thủ tướng Phạm Minh Chính mời Thủ tướng Han Duck-soo thăm Việt Nam.", []),
    ("Bộ trưởng Nguyễn Hồng Diên đề nghị Bộ trưởng Ahn Duk-geun sớm thăm Việt Nam.", []),
    ("Hai bên chuẩn bị tốt các chuyến thăm cấp cao.", []),
    # Other countries, other senses.
    ("Phó Thủ tướng Vương Đình Huệ thăm Indonesia.", []),
    ("Bộ trưởng Nguyễn Hồng Diên thăm hỏi người dân Việt Nam.", []),
]

CEREMONIES = [
    (
        "Ngày 6/11, Bộ trưởng Đào Ngọc Dung và Bộ trưởng Lee Jung-sik ký Bản ghi nhớ về lao động.",
        [("signing", "--11-06", ["Đào Ngọc Dung", "Lee Jung-sik"])],
    ),
    (
        "Tổng thống Yoon Suk Yeol và ông Võ Văn Thưởng, Chủ tịch nước, chứng kiến lễ ký các văn kiện.",
        [("signing", None, ["Yoon Suk-yeol", "Võ Văn Thưởng"])],
    ),
    (
        "Nhà máy được khánh thành với sự tham dự của Tổng thống Moon Jae-in.",
        [("ceremony", None, ["Moon Jae-in"])],
    ),
    (
        "Ngày 3/7/2019, Đại sứ Park Noh-wan trình quốc thư lên ông Nguyễn Phú Trọng, Chủ tịch nước.",
        [("ceremony", "2019-07-03", ["Park Noh-wan", "Nguyễn Phú Trọng"])],
    ),
    # Not a document, not yet.
    ("Bộ trưởng Đào Ngọc Dung nói người lao động phải ký quỹ.", []),
    ("Bộ trưởng Đào Ngọc Dung tới Seoul để ký Bản ghi nhớ.", []),
    ("Theo Thứ trưởng Doãn Mậu Diệp, ký lại Bản ghi nhớ rất khó.", []),
]

SUMMITS = [
    (
        "Chủ tịch nước Lương Cường dự Hội nghị Cấp cao APEC tại Gyeongju.",
        [("summit", None, ["Lương Cường"])],
    ),
    ("Hai bên phối hợp để Hội nghị Cấp cao APEC 2027 thành công.", []),
    ("Thủ tướng mời Tổng thống Moon Jae-in dự Hội nghị Cấp cao APEC.", []),
]


NAMED_OTHERWISE = [
    # The document stands before those who sign it.
    (
        "Thỏa thuận lao động thời vụ được Phó Chủ tịch UBND tỉnh Nguyễn Minh Luân và Bộ trưởng Hàn Quốc Lee "
        "Jung-sik ký ngày 15/3/2023.",
        [("signing", "2023-03-15", ["Nguyễn Minh Luân", "Lee Jung-sik"])],
    ),
    ("Thỏa thuận sẽ được Bộ trưởng Nguyễn Hồng Diên và Bộ trưởng Ahn Duk-geun ký ngày 15/9/2025.", []),
    (
        "Hôm 17/5, Bộ trưởng Đào Ngọc Dung và Bộ trưởng Hàn Quốc Lee Jung-sik đặt bút vào văn bản.",
        [("signing", "--05-17", ["Đào Ngọc Dung", "Lee Jung-sik"])],
    ),
    # Handed over with officials looking on; an exchange of views is none.
    (
        "Hai ngân hàng trao đổi thỏa thuận khung, với sự chứng kiến của Phó Thủ tướng Hoàng Trung Hải và "
        "Bộ trưởng Hàn Quốc Yoon Sang-jick.",
        [("signing", None, ["Hoàng Trung Hải", "Yoon Sang-jick"])],
    ),
    ("Hai bên trao đổi thỏa thuận khung trong không khí thân mật.", []),
    # A session named by itself, held; one that is only planned.
    (
        "Kỳ họp lần thứ 8 Ủy ban hỗn hợp Việt Nam - Hàn Quốc khép lại hôm 28/6/2018 tại Hà Nội.",
        [("meeting", "2018-06-28", [])],
    ),
    (
        "Kỳ họp lần thứ 8 Ủy ban hỗn hợp diễn ra hôm 28/6 do Bộ trưởng Trần Tuấn Anh và Bộ trưởng Hàn Quốc "
        "Paik Un-gyu chủ trì.",
        [("meeting", "--06-28", ["Trần Tuấn Anh", "Paik Un-gyu"])],
    ),
    ("Kỳ họp lần thứ 9 Ủy ban hỗn hợp Việt Nam - Hàn Quốc sẽ diễn ra hôm 28/6/2019.", []),
    ("Kỳ họp lần thứ 9 của Quốc hội khóa XIV khép lại hôm 19/6/2020.", []),
    # A ceremony that opens a report; one that has nothing to do with Korea.
    ("Sáng 5/9/2024, Bộ Y tế cùng KOICA khánh thành bệnh viện.", [("ceremony", "2024-09-05", [])]),
    ("Sáng 5/9/2024, Bộ Y tế khánh thành bệnh viện ở Lai Châu.", []),
    ("Ngày 5/9/2024, KOICA sẽ khánh thành bệnh viện.", []),
    # The only official of the other country was there too; among several it is not known who was.
    (
        "Tại buổi làm việc ngày 3/7, Thứ trưởng Hàn Quốc Koo Hyuk-chae nêu đề án. Thứ trưởng Bùi Thế Duy "
        "cảm ơn phía bạn.",
        [("meeting", "--07-03", ["Koo Hyuk-chae", "Bùi Thế Duy"])],
    ),
    (
        "Tại buổi làm việc ngày 3/7, Thứ trưởng Hàn Quốc Koo Hyuk-chae nêu đề án. Thứ trưởng Bùi Thế Duy và "
        "Bộ trưởng Huỳnh Thành Đạt cảm ơn.",
        [],
    ),
    # What stands between the meeting and those who met.
    (
        "Ngoại trưởng Lê Hoài Trung có cuộc gặp người đồng cấp nước chủ nhà, Ngoại trưởng Hàn Quốc Cho Hyun.",
        [("meeting", None, ["Lê Hoài Trung", "Cho Hyun"])],
    ),
    ("Ngoại trưởng Lê Hoài Trung có cuộc gặp báo chí nước chủ nhà, Ngoại trưởng Indonesia vắng mặt.", []),
    # The spokesperson's briefing, with its day.
    (
        "Người phát ngôn Bộ Ngoại giao Phạm Thu Hằng xác nhận tại họp báo thường kỳ chiều 17/9.",
        [("press_briefing", "--09-17", ["Phạm Thu Hằng"])],
    ),
    ("Bộ trưởng Nguyễn Hồng Diên xác nhận tại họp báo chiều 17/9.", []),
]


@pytest.mark.parametrize(("text", "expected"), TALKS + VISITS + CEREMONIES + SUMMITS + NAMED_OTHERWISE)
def test_meetings(text, expected):
    assert sorted(meetings(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Korean Foreign Minister Cho Tae-yul and Minister Bui Thanh Son held talks on April 15.",
            [("talks", "--04-15", ["Cho Tae-yul", "Bùi Thanh Sơn"])],
        ),
        (
            "Prime Minister Pham Minh Chinh held talks with his Korean counterpart Han Duck-soo in Seoul.",
            [("talks", None, ["Phạm Minh Chính", "Han Duck-soo"])],
        ),
        (
            "Industry Minister Bang Moon-kyu and Vietnam's Nguyen Hong Dien met in Seoul and signed a "
            "memorandum of understanding.",
            [("meeting", None, ["Bang Moon-kyu", "Nguyễn Hồng Diên"])],
        ),
        (
            "Prime Minister Kim Min-seok hosted a reception on May 2 in Busan for Vietnam's Defence Minister "
            "Gen. Phan Van Giang.",
            [("audience", "--05-02", ["Kim Min-seok", "Phan Văn Giang"])],
        ),
        (
            "President Lee Jae-myung concluded an official visit to Vietnam on June 24.",
            [("visit", None, ["Lee Jae-myung"])],
        ),
        ("The ministers hope that President Yoon Suk Yeol will visit Vietnam.", []),
        (
            "Ambassador Choi Youngsam told Minister of Environment Do Duc Duy on October 17 that he agreed.",
            [("meeting", "--10-17", ["Choi Young-sam", "Đỗ Đức Duy"])],
        ),
        ("Ambassador Choi Youngsam told reporters on October 17 that Minister Do Duc Duy agreed.", []),
    ],
)
def test_meetings_in_english(text, expected):
    assert meetings(text, "en") == expected


def test_tellings_of_one_meeting_are_one():
    text = (
        "Bộ trưởng Bùi Thanh Sơn hội đàm với Bộ trưởng Hàn Quốc Park Jin.\n\n"
        "Ngày 18/10/2022, tại Seoul, Bộ trưởng Bùi Thanh Sơn đã có cuộc hội đàm với Bộ trưởng Ngoại giao "
        "Hàn Quốc Park Jin. Tại hội đàm, Bộ trưởng Park Jin cảm ơn. Tại cuộc gặp, hai Bộ trưởng nhất trí."
    )
    assert meetings(text) == [("talks", "2022-10-18", ["Bùi Thanh Sơn", "Park Jin"])]


def test_meetings_on_two_days_are_two():
    text = (
        "Ngày 18/10/2022, Bộ trưởng Bùi Thanh Sơn gặp Bộ trưởng Hàn Quốc Park Jin. "
        "Ngày 5/9/2023, Bộ trưởng Bùi Thanh Sơn gặp Bộ trưởng Hàn Quốc Park Jin."
    )
    assert [when for _, when, _ in meetings(text)] == ["2022-10-18", "2023-09-05"]


def test_what_follows_talks_has_their_day():
    text = (
        "Ngày 23/6, Bộ trưởng Bùi Thanh Sơn hội đàm với Bộ trưởng Hàn Quốc Chung Eui-yong. Hai bên trao đổi "
        "nhiều vấn đề. Sau hội đàm, hai Bộ trưởng chứng kiến lễ ký Bản ghi nhớ."
    )
    assert ("signing", "--06-23", ["Bùi Thanh Sơn", "Chung Eui-yong"]) in meetings(text)


def test_a_lead_that_names_nobody_dates_the_call():
    text = (
        "Hôm nay, trong cuộc điện đàm, hai chính phủ bàn về thương mại. Thủ tướng Phạm Minh Chính điện "
        "đàm với Thủ tướng Hàn Quốc Han Duck-soo."
    )
    assert meetings(text) == [("phone_call", "pub+0d", ["Phạm Minh Chính", "Han Duck-soo"])]


def test_a_report_without_officials_tells_no_meeting():
    assert meetings("Người hâm mộ gặp gỡ ca sĩ và tiếp đoàn làm phim hôm 12/5.") == []
