"""The grammar of dates: each form with its meaning, and what only looks like a date."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.read.dates import find_dates
from flows.read.fold import fold
from tests.read.reading import dates


@pytest.mark.parametrize(
    ("text", "written", "means"),
    [
        ("Trưa 11/8, hai bên hội đàm", "11/8", "--08-11"),
        ("ngày 11/8/2025", "11/8/2025", "2025-08-11"),
        ("ngày 11-8 tại Seoul", "11-8", "--08-11"),
        ("ngày 3-4 phân tích rằng", "3-4", "--04-03"),
        ("bản ghi nhớ ngày 21.4.2015", "21.4.2015", "2015-04-21"),
        ("ngày 20-12-2015", "20-12-2015", "2015-12-20"),
        ("ngày 14 tháng 12 năm 2023", "14 tháng 12 năm 2023", "2023-12-14"),
        ("sáng 1 tháng 7", "1 tháng 7", "--07-01"),
        ("tháng 4/2025", "tháng 4/2025", "2025-04"),
        ("tháng 12-2022", "tháng 12-2022", "2022-12"),
        ("tháng 11.2016", "tháng 11.2016", "2016-11"),
        ("tháng 6 năm 2023", "tháng 6 năm 2023", "2023-06"),
        ("hồi tháng 3", "tháng 3", "--03"),
        ("hồi tháng ba", "tháng ba", "--03"),
        ("Hội nghị ASEAN+3 (8-2017)", "8-2017", "2017-08"),
        ("sau thời điểm 9/2018 sẽ", "9/2018", "2018-09"),
        ("năm 2013", "năm 2013", "2013"),
        ("quý IV/2013", "quý IV/2013", "2013"),
        ("Quốc khánh 2/9", "2/9", "--09-02"),
        ("ngày 23/6 năm 2021", "23/6 năm 2021", "2021-06-23"),
        ("áng 23-3, Tổng thống", "23-3", "--03-23"),  # a text that lost its first letter
        ("ngày 23 - 3", "23 - 3", "--03-23"),
        ("tháng 3 - 2018", "tháng 3 - 2018", "2018-03"),
        ("đăng 2025-08-11T10:30", "2025-08-11", "2025-08-11"),
        ("Thứ tư, 23/06/2021 19:45", "23/06/2021", "2021-06-23"),
        ("2025년 8월 11일", "2025년 8월 11일", "2025-08-11"),
    ],
)
def test_reads_dates_in_digits(text: str, written: str, means: str) -> None:
    assert dates(text) == [(written, means)]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("hôm nay", "pub+0d"),
        ("sáng nay", "pub+0d"),
        ("chiều nay", "pub+0d"),
        ("hôm qua", "pub-1d"),
        ("tối qua", "pub-1d"),
        ("ngày mai", "pub+1d"),
        ("tháng này", "pub+0m"),
        ("tháng trước", "pub-1m"),
        ("năm nay", "pub+0y"),
        ("năm ngoái", "pub-1y"),
        ("sang năm", "pub+1y"),
        ("tháng 5 năm ngoái", "pub-1y"),
        ("hôm thứ năm", "pub@4"),
        ("sáng chủ nhật", "pub@7"),
    ],
)
def test_reads_dates_by_the_day_of_publication(text: str, means: str) -> None:
    assert dates(text) == [(text, means)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("từ ngày 21 - 23/6/2021", [("21", "2021-06-21"), ("23/6/2021", "2021-06-23")]),
        ("từ 21 đến 23/6", [("21", "--06-21"), ("23/6", "--06-23")]),
        ("các ngày 1-4/6", [("1", "--06-01"), ("4/6", "--06-04")]),
        ("từ ngày 29/6-1/7", [("29/6", "--06-29"), ("1/7", "--07-01")]),
        ("từ 1/9 đến 31/12/2015", [("1/9", "2015-09-01"), ("31/12/2015", "2015-12-31")]),
        ("từ 20/12 đến 5/1/2016", [("20/12", "2015-12-20"), ("5/1/2016", "2016-01-05")]),
        ("ba ngày 10, 11 và 12/11", [("10", "--11-10"), ("11", "--11-11"), ("12/11", "--11-12")]),
        ("ngày 3 và 4 tháng 5", [("3", "--05-03"), ("4 tháng 5", "--05-04")]),
        ("từ tháng 6 đến tháng 9/2017", [("tháng 6", "2017-06"), ("tháng 9/2017", "2017-09")]),
        ("các năm 2011, 2012", [("năm 2011", "2011"), ("2012", "2012")]),
        ("(22/12/1992-22/12/2017)", [("22/12/1992", "1992-12-22"), ("22/12/2017", "2017-12-22")]),
        ("Chiều nay 1.8 hai bên ký", [("Chiều nay", "pub+0d"), ("1.8", "--08-01")]),
    ],
)
def test_reads_ranges_and_lists(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("August 11, 2025", [("August 11, 2025", "2025-08-11")]),
        ("on 11 August 2025", [("11 August 2025", "2025-08-11")]),
        ("on April 15 between", [("April 15", "--04-15")]),
        ("SEOUL, Aug. 11 (Yonhap)", [("Aug. 11", "--08-11")]),
        ("in November 2019", [("November 2019", "2019-11")]),
        ("in Busan this November", [("November", "--11")]),
        ("from May 30 to June 1", [("May 30", "--05-30"), ("June 1", "--06-01")]),
        ("from 5 to 7 October", [("5", "--10-05"), ("7 October", "--10-07")]),
        ("met on Thursday", [("Thursday", "pub@4")]),
        ("said yesterday", [("yesterday", "pub-1d")]),
        ("last month", [("last month", "pub-1m")]),
        ("150 billion USD by 2030", [("2030", "2030")]),
    ],
)
def test_reads_english(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "thua với tỷ số 0-6",
        "tỷ số 2/1 nghiêng về đội khách",
        "hỗ trợ 24/7",
        "1/3 dân số trong độ tuổi lao động",
        "12/12 huyện đã hoàn thành",
        "Hotline: 024.355.63.010",
        "phòng chống dịch COVID-19",
        "Công văn 50/2023/TB-LPQT",
        "Nghị định 78/2015",
        "kim ngạch 1,5 tỷ USD",
        "tăng 2, 4 triệu lượt",
        "chiếm 15-17% tổng số",
        "khoảng 35.000-40.000 người",
        "nhiệm kỳ 2021-2026",
        "giai đoạn 2018 - 2020",
        "Hội nghị APEC 2027",
        "cách mạng công nghiệp 4.0",
        "2-3 lần mỗi tuần",
        "đá theo sơ đồ 4-4-2",
        "mỗi tháng 1.000 đô la",
        "trong 4 tháng qua",
        "3 năm trước",
        "hai năm tới",
        "lần thứ năm",
        "mới đây",
        "xuất khẩu dệt may 30 tỷ đồng",
        "Trương Thị May, Mỹ Linh",
        "it may be signed",
        "for 2024-27",
        "next Thursday",
        "20231207173389",
        "ngày 31/2",
        "ngày 30 tháng 2",
    ],
)
def test_does_not_take_other_numbers_for_dates(text: str) -> None:
    assert dates(text) == []


def test_the_same_day_is_the_last_day_named_in_the_line() -> None:
    text = "Ngày 11/8 hai bên hội đàm. Cùng ngày, các Bộ trao văn kiện."
    assert dates(text)[-1] == ("Cùng ngày", "--08-11")


def test_the_same_day_is_not_that_of_an_older_document() -> None:
    text = "Trưa 11/8, hai bên nhắc lại bản ghi nhớ ngày 5/5/2015.\n\nCùng ngày, các Bộ trao văn kiện."
    assert dates(text)[-1] == ("Cùng ngày", "--08-11")


def test_the_same_day_of_no_day_is_nothing() -> None:
    assert dates("Cùng ngày, hai Bộ trưởng gặp nhau.") == []


_PIECES = st.lists(
    st.sampled_from(
        ["ngày ", "11", "8", "/", "-", ".", " ", "tháng ", "năm ", "2025", "và ", "đến ", "hôm nay",
         "cùng ngày", ", ", "\n",
         "May ", "on ", "Thursday", "%", "1/3", "từ "]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(_PIECES)
def test_dates_are_in_order_and_do_not_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = find_dates(fold(text))
    for earlier, later in pairwise(found):
        assert earlier.span.end <= later.span.start
    for date in found:
        assert date.span.end <= len(text)
        if date.when.year and date.when.month and date.when.day:
            assert date.when.first_day() is not None


def test_takes_time_in_proportion_to_the_text() -> None:
    text = fold("ngày 1, 2, 3, 4 và 5/6 tháng 7, 8-2017, cùng ngày 1 ")
    started = time.process_time()
    find_dates(text * 200)
    short = time.process_time() - started
    started = time.process_time()
    find_dates(text * 2_000)
    assert time.process_time() - started < 40 * max(short, 0.01)
