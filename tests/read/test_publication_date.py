"""Publication dates: what is printed, what can be inferred, and what stays unknown."""

import pytest

from tests.read.reading import published, report

BODY = "Hai bên trao đổi về các biện pháp thúc đẩy hợp tác kinh tế, lao động và giáo dục trong thời gian tới."
TITLE = "Việt Nam và Hàn Quốc bàn việc mở rộng hợp tác"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f" date 2025-11-21 Chiều 21/11, hai bên hội kiến tại Hà Nội. {BODY}", "2025-11-21"),
        (f" date 2022-07 Trong cuộc điện đàm hôm nay, hai bên nhất trí. {BODY}", "2022-07"),
        (f"{TITLE}\n\nThứ tư, 23/06/2021 19:45\n\n{BODY}", "2021-06-23"),
        (f"{TITLE}\n30/03/2015 12:00\n{BODY}", "2015-03-30"),
        (f"{TITLE}\n\nThanh Tùng 06/10/2017 23:19\n\n{BODY}", "2017-10-06"),
        (f"{TITLE}\n\nAugust 11, 2025 | 10:30\n\n{BODY}", "2025-08-11"),
        (f"{TITLE}\n\nCập nhật lúc 10:30, 12/08/2025\n\n{BODY}", "2025-08-12"),
        (f"THÔNG BÁO\n\nHà Nội, ngày 22 tháng 12 năm 2023\n\n{BODY}", "2023-12-22"),
        (f"23/06/2021 19:45 {BODY}", "2021-06-23"),
        (f"SEOUL, Aug. 11, 2025 (Yonhap) -- The two sides signed it. {BODY}", "2025-08-11"),
    ],
)
def test_a_printed_date_is_stated(text: str, when: str) -> None:
    assert published(text) == (when, "stated")


def test_the_byline_beats_the_clock_of_the_page() -> None:
    text = f"Thứ tư 12/11/2025 07:33\n\n{TITLE}\n\n02/08/2024 09:30\n\n{BODY}"
    assert published(text) == ("2024-08-02", "stated")


def test_the_clock_of_the_page_alone_is_not_believed() -> None:
    assert published(f"Thứ tư 12/11/2025 07:33\n\n{TITLE}\n\n{BODY}") == (None, None)


def test_a_date_above_the_headline_counts_where_the_text_tells_of_the_days_before() -> None:
    text = f"12/11/2025 07:33\n\n{TITLE}\n\nNgày 11/11, hai bên gặp nhau tại Hà Nội. {BODY}"
    assert published(text) == ("2025-11-12", "stated")


def test_dates_of_related_links_are_not_those_of_the_article() -> None:
    text = (
        f"{TITLE}\n\n{BODY}\n\n{BODY}\n\n{BODY}\n\nCác tin khác\n\nHàn Quốc mở rộng cảng\n\n12/11/2025 07:33"
    )
    assert published(text) == (None, None)


def test_a_month_and_today_make_a_day_that_is_inferred() -> None:
    text = f" date 2022-08 Hai huyện chiều nay 1.8 ký thỏa thuận về lao động thời vụ. {BODY}"
    assert published(text) == ("2022-08-01", "inferred")


def test_a_header_earlier_than_what_it_reports_is_wrong_as_a_day() -> None:
    text = f" date 2025-08-09 Chiều 11/8, hai bên đã hội đàm tại Seoul. {BODY}"
    assert published(text) == ("2025-08-11", "inferred")


def test_a_header_long_after_what_it_reports_is_that_of_a_crawl() -> None:
    text = f" date 2025-11-21 Chiều 10/3, hai Bộ trưởng đã điện đàm. {BODY}"
    assert published(text) == ("--03-10", None)


@pytest.mark.parametrize(
    "lead",
    [
        "Từ 1/1, Hàn Quốc áp dụng quy định mới về thị thực.",
        "Nhân dịp Quốc khánh 2/9, hai bên trao đổi điện mừng.",
        "Chương trình kéo dài từ ngày 24 đến 26/12 tại Hà Nội.",
    ],
)
def test_a_day_that_is_not_reported_as_past_contradicts_no_header(lead: str) -> None:
    assert published(f" date 2023-12-20 {lead} {BODY}") == ("2023-12-20", "stated")


def test_a_chronology_has_no_byline() -> None:
    text = f"{TITLE}\n\nNgày 23/6/2021\n\n{BODY}\n\nNgày 24/6/2021\n\n{BODY}"
    assert published(text) == (None, None)


def test_a_plan_does_not_contradict_a_header() -> None:
    text = f" date 2025-11-21 Đoàn đại biểu sẽ thăm Việt Nam từ ngày 24 đến 26/11. {BODY}"
    assert published(text) == ("2025-11-21", "stated")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Vào ngày 11/8, hai Bộ trưởng đã họp. Kế hoạch hành động được ký kết tháng 4/2025.", "2025-08-11"),
        ("Chiều 10/3, hai Bộ trưởng điện đàm. Sau chuyến thăm tháng 8/2025, hai bên nhất trí thúc đẩy "
         "tổ chức hội nghị trong năm 2026 và đạt 150 tỷ USD vào năm 2030.", "2026-03-10"),
        ("Ngày 31/12/2013, hai Bộ đã ký bản ghi nhớ đặc biệt.", "2013-12-31"),
        ("Ngày 16/5, Phó Thủ tướng tiếp khách. Buổi tiếp diễn ra sáng 16/5/2017 tại Hà Nội.", "2017-05-16"),
        ("Ngày 22/6, hai bên hội đàm trong chuyến thăm từ ngày 21 - 23/6/2021.", "2021-06-22"),
        ("Hôm nay (22-3), Tổng thống đến Hà Nội. Tháng 11-2017, ông đã dự APEC.", "2018-03-22"),
        ("Hôm qua, ngày 27/5, hai bên gặp nhau. Hiệp định có hiệu lực từ tháng 4/2015.", "2015-05-28"),
        ("Tối 7/7, hai bên gặp nhau. Thủ tướng mời Tổng thống dự hội nghị tháng 11/2017.", "2017-07-07"),
        ("Diễn đàn Hà Nội 2018 đã khai mạc chiều 9/11.", "2018-11-09"),
        ("Phát biểu ngày 20/5, ông nói năm nay hai nước kỷ niệm 30 năm quan hệ ngoại giao với Hàn Quốc.",
         "2022-05-20"),
        ("Ngày 3-4, hãng tin cho biết vốn đầu tư đạt 7 tỉ USD trong 11 tháng đầu năm 2017.", "2018-04-03"),
        ("Hội chợ diễn ra trong các ngày 1-4/6. Trong năm 2016, Việt Nam đã đón 10 triệu khách và hy vọng "
         "trong năm 2017 con số này còn tăng; năm nay cũng có thêm đường bay.", "2017-06-04"),
    ],
)  # fmt: skip
def test_a_year_that_the_text_proves_is_inferred(text: str, when: str) -> None:
    assert published(f"{text} {BODY}") == (when, "inferred")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # No year at all.
        ("Ngày 25/2, hai Bộ trưởng gặp nhau.", "--02-25"),
        # A target is not past.
        ("Ngày 25/2, hai Bộ trưởng gặp nhau, đặt mục tiêu 150 tỷ USD vào năm 2030.", "--02-25"),
        # The last dated event lies too far back: the year could be any.
        ("Trưa 11/8, hai bên gặp báo chí. Quan hệ được nâng cấp tháng 12/2022.", "--08-11"),
        ("Ngày 12/8, hai bên hội đàm. Các tàu đã được giao năm 2017 và 2018.", "--08-12"),
        # A day written with its year is hardly of this year.
        ("Chiều nay 1.8, hai huyện ký thỏa thuận theo bản ghi nhớ ngày 21.4.2015.", "--08-01"),
        # An expiry, a plan.
        ("Ngày 12/2, cơ quan này cho biết dự án sẽ kéo dài tới năm 2026.", "--02-12"),
        # The anniversary is still ahead.
        ("Ngày 12/2, hai bên hướng tới kỷ niệm 30 năm thiết lập quan hệ ngoại giao với Hàn Quốc.", "--02-12"),
        # The weekday does not fit the year.
        ("Thứ hai 23/5, hai bên hội đàm. Hiệp định ký tháng 4/2017.", "--05-23"),
        # Nothing reported.
        ("Tháng 4/2016, hiệp định lao động sẽ hết hiệu lực.", None),
        ("Từ ngày 3/12, Hàn Quốc sẽ cấp thị thực năm năm.", None),
        ("Hội chợ sẽ diễn ra từ ngày 6-5 tới.", None),
        ("Bộ phim ra rạp vào ngày 18.1.2017.", None),
    ],
)
def test_a_guess_is_worse_than_nothing(text: str, when: str | None) -> None:
    assert published(f"{text} {BODY}") == (when, None)


def test_says_why() -> None:
    stated = report(f"{TITLE}\n\n30/03/2015 12:00\n\n{BODY}").published.evidence
    inferred = report(
        f"Vào ngày 11/8, hai Bộ trưởng đã họp. Kế hoạch được ký tháng 4/2025. {BODY}"
    ).published.evidence
    assert stated == "2015-03-30 in the byline"
    assert inferred == "11/8 in the text; the first such day after tháng 4/2025, which is past"


@pytest.mark.parametrize(
    ("lead", "when"),
    [
        # A day with its year is news by its time of day, by who spoke on it, or by what happened on it.
        ("Hội nghị do Việt Nam đăng cai đã khép lại chiều 17/4/2025 tại Hà Nội.", "2025-04-17"),
        ("Sau lễ đón sáng 22 - 3 - 2018, hai nhà lãnh đạo hội đàm.", "2018-03-22"),
        ("Trung tâm ngày 8 - 3 - 2017 cho hay kỳ thi sắp mở.", "2017-03-08"),
        ("* Ngày 15 - 10 - 2014, hai bên trao bản ghi nhớ.", "2014-10-15"),
        ("Buổi làm việc dài hai giờ. Hội đàm diễn ra tại Busan ngày 1/9/2017.", "2017-09-01"),
        ("Hai bộ trưởng đã ký hiệp định vay ngày 5/5/2015 tại Hà Nội.", "2015-05-05"),
        ("The two ministers met in Seoul on March 2, 2018.", "2018-03-02"),
        ("Hai miền ra tuyên bố sáng 27/4/2018; các gia đình đoàn tụ nhân ngày 15/8.", "2018-04-27"),
    ],
)
def test_a_day_with_its_year_is_news(lead: str, when: str) -> None:
    assert published(f"{lead} {BODY}") == (when, "inferred")


@pytest.mark.parametrize(
    "lead",
    [
        "Bản ghi nhớ đã ký ngày 2/11/2011 nay hết hạn.",
        "Theo bản ghi nhớ được ký ngày 2/11/2011, lao động được sang Hàn Quốc.",
        "Hai nước thiết lập quan hệ ngoại giao ngày 22/12/1992.",
        "Đại sứ nhậm chức ngày 20/12/2015.",
        "Sau vụ chìm phà sáng 16/4/2014, nước này siết quy định. Đến tháng 5/2016, lệnh đã được nới.",
    ],
)
def test_a_day_of_something_told_beside_the_news_is_not_its_day(lead: str) -> None:
    assert published(f"{lead} {BODY}") == (None, None)


def test_a_later_day_further_on_is_the_newest() -> None:
    text = (
        "Đại sứ gặp Bộ trưởng hôm 17/10/2024 tại Hà Nội. Hai bên đã chuẩn bị. Ông rất vui. Bà cũng vậy. "
        "Họ bắt tay. Rồi họ về. Ngày 18/10/2024, hai cơ quan đã ký biên bản. "
    )
    assert published(text + BODY) == ("2024-10-18", "inferred")
    assert published(text.replace("đã ký", "sẽ ký") + BODY) == ("2024-10-17", "inferred")


def test_a_header_before_a_day_that_is_past_is_wrong() -> None:
    text = " date 2015-05-02 Hiệp định đã được hai bộ trưởng ký ngày {} tại Hà Nội. " + BODY
    assert published(text.format("5/5/2015")) == ("2015-05-05", "inferred")
    assert published(text.format("2/5/2015")) == ("2015-05-02", "stated")


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("17/05/2024 | Khoa học", "2024-05-17"),
        ("Write: 2013-12-31 16:05:42 / Update: 2013-12-31 17:20:10", "2013-12-31"),
    ],
)
def test_a_line_above_the_headline_may_say_what_it_is(line: str, when: str) -> None:
    assert published(f"{line}\n\n{TITLE}\n\n{BODY}") == (when, "stated")


def test_the_other_american_form_of_a_byline() -> None:
    text = f"{TITLE}\nUpdate: November, 14/2018 - 18:00\n\n{BODY}"
    assert published(text) == ("2018-11-14", "stated")


def test_a_year_at_the_head_of_a_sentence_is_not_to_come() -> None:
    text = f"Khán giả ngồi kín quảng trường tối 6/10. Hai bên đã ký hồi tháng 5/2016. {BODY}"
    assert published(text) == ("2016-10-06", "inferred")
    assert published(f"{text} Năm 2018, lượng khách vượt mốc ba triệu.")[1] is None
