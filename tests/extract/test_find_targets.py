"""Which figures are targets: each rule with an example and a counter-example."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extract.find_targets import FindTargets
from flows.read.limits import Limits
from flows.read.read_report import read_bytes
from flows.read.report import Report
from flows.reference.load import load_reference

TRADE = "bilateral_trade"


@cache
def _finder() -> FindTargets:
    return FindTargets(load_reference())


def _read(text):
    (report,) = read_bytes(text.encode(), "report.txt", load_reference().outlets, Limits())
    assert isinstance(report, Report)
    return report


def _targets(text):
    report = _read(text)
    found = _finder()(report)
    for target in found:
        assert target.span.of(report.text) == report.text[target.span.start : target.span.end]
    return found


def _told(text):
    return [(t.metric, t.value, t.currency, t.due_year) for t in _targets(text)]


# Sentence; metric, value, currency, due year of every target in it.
TARGETS = [
    # The governing word: a goal, with or without a year.
    (
        "Việt Nam và Hàn Quốc đặt mục tiêu kim ngạch hai chiều đạt 150 tỷ USD vào năm 2030.",
        [(TRADE, 150e9, "USD", 2030)],
    ),
    (
        "Hai bên phấn đấu sớm đưa thương mại song phương Việt - Hàn lên 100 tỷ USD.",
        [(TRADE, 100e9, "USD", None)],
    ),
    ("Thương mại Việt Nam - Hàn Quốc hướng tới 150 tỉ USD trước năm 2030", [(TRADE, 150e9, "USD", 2030)]),
    (
        "Đến năm 2030, Hà Nội và Seoul muốn kim ngạch song phương đạt 150 tỷ USD.",
        [(TRADE, 150e9, "USD", 2030)],
    ),
    (
        "Seoul and Ha Noi aim to lift two-way trade to US$150 billion by 2030.",
        [(TRADE, 150e9, "USD", 2030)],
    ),
    (
        "Both wanted to reach $100 billion in bilateral trade with South Korea.",
        [(TRADE, 100e9, "USD", None)],
    ),
    ("The 150-billion-dollar trade target for 2030 stands, Seoul said.", [(TRADE, 150e9, "USD", 2030)]),
    # Lists: one goal for two figures, each with its year.
    (
        "Hàn Quốc muốn chạm các mốc kim ngạch 100 tỷ USD năm 2023 và 150 tỷ USD năm 2030.",
        [(TRADE, 100e9, "USD", 2023), (TRADE, 150e9, "USD", 2030)],
    ),
    (
        "Seoul: two-way trade should hit the target of 70 billion or 100 billion USD by 2020.",
        [(TRADE, 70e9, "USD", 2020), (TRADE, 100e9, "USD", 2020)],
    ),
    # The words that measure stand in the sentence before.
    (
        "Kim ngạch Việt - Hàn năm 2023 là 76 tỷ USD. Hai bên phấn đấu sớm chạm mốc 100 tỷ USD.",
        [(TRADE, 100e9, "USD", None)],
    ),
    (
        "Hàn Quốc đặt mục tiêu kim ngạch ASEAN - Hàn Quốc 200 tỷ USD vào năm 2020.",
        [("asean_korea_trade", 200e9, "USD", 2020)],
    ),
    # What is promised: aid, loans, budgets.
    ("KOICA sẽ viện trợ không hoàn lại 20 triệu USD cho Việt Nam.", [("grant_aid", 20e6, "USD", None)]),
    (
        "Hàn Quốc cam kết cung cấp 2 tỷ USD vốn vay ưu đãi giai đoạn 2024-2030.",
        [("loan", 2e9, "USD", 2030)],
    ),
    (
        "Dự án kéo dài tới năm 2026. Hàn Quốc sẽ bỏ ra 25 triệu USD, Việt Nam góp thêm 8 triệu USD.",
        [("grant_aid", 25e6, "USD", 2026), ("counterpart_funding", 8e6, "USD", 2026)],
    ),
    (
        "Korea has decided on US$200 million of non-refundable aid for "
        "2024-27. A first $52 million will be disbursed this year.",
        [("grant_aid", 200e6, "USD", 2027), ("grant_disbursement", 52e6, "USD", 2024)],
    ),
    ("KOICA will provide 31 billion won ($25 million) in funding.", [("grant_aid", 31e9, "KRW", None)]),
    ("Samsung của Hàn Quốc sẽ đầu tư thêm 1 tỷ USD ở Bắc Ninh.", [("company_investment", 1e9, "USD", None)]),
    # Workers and visitors.
    ("Chỉ tiêu mà Hàn Quốc giao trong năm nay là 3.500 lao động.", [("workers", 3500, None, 2024)]),
    ("Kỳ thi năm 2024 sẽ tuyển chọn 6.300 lao động sang Hàn Quốc.", [("workers", 6300, None, 2024)]),
    (
        "Nhờ vậy, từ đầu năm 2025 hơn 14.000 lao động có cơ hội sang Hàn Quốc.",
        [("workers", 14000, None, 2025)],
    ),
    ("Lao động sang Hàn Quốc: hạn ngạch năm nay là 15.400 người.", [("workers", 15400, None, 2024)]),
    ("Korea will accept 15,000 Vietnamese workers this year.", [("workers", 15000, None, 2024)]),
    ("Ông hy vọng năm 2025 sẽ có 5 triệu lượt khách Hàn Quốc.", [("tourists", 5e6, None, 2025)]),
    (
        "Korea wants to raise the number of visitors to 15 million by 2026.",
        [("tourists", 15e6, None, 2026)],
    ),
    # Other measures.
    (
        "Seoul yêu cầu tỷ lệ bỏ trốn của lao động phải hạ xuống dưới 30%.",
        [("overstay_rate_pct", 30, None, None)],
    ),
    (
        "Gặp phía Hàn Quốc, ông nói Việt Nam muốn có 150 GW điện vào năm 2030.",
        [("domestic_power_capacity", 150, "GW", 2030)],
    ),
    (
        "Hàn Quốc sẽ tài trợ việc rà phá bom mìn trên diện tích 8.000 ha.",
        [("area_cleared_ha", 8000, None, None)],
    ),
]

# Each kind with what looks like it and is none.
KINDS = [
    # Text once segmented: "3. 500".
    ("Việt Nam được Hàn Quốc giao 3. 500 chỉ tiêu trong năm nay.", [("workers", 3500, None, 2024)]),
    ("Việt Nam và Hàn Quốc xong việc hồi tháng 3. 500 chỉ tiêu trong nước thì chưa.", []),
    ("Seoul dành cho Việt Nam 4.000 suất trong năm 2024.", [("workers", 4000, None, 2024)]),
    ("Việt Nam - Hàn Quốc hoàn thành 15 chỉ tiêu kinh tế trong năm.", []),
    # A number of people that is raised.
    ("Hàn Quốc đề nghị tăng số người cho vụ xuân 2025 lên 250.", [("workers", 250, None, 2025)]),
    ("Hàn Quốc tăng số người xếp hàng ở quầy 250.", []),
    ("Korea: up to five thousand Vietnamese may be recruited in 2025.", [("workers", 5000, None, 2025)]),
    ("Korea: up to five thousand Vietnamese tried their luck in 2023.", []),
    # A goal of trade that is not named again.
    (
        "Hàn Quốc bàn về thương mại, hướng tới mục tiêu 100 tỷ USD vào năm 2030.",
        [(TRADE, 100e9, "USD", 2030)],
    ),
    ("Hàn Quốc bàn về bán dẫn, hướng tới mục tiêu 100 tỷ USD vào năm 2030.", []),
    (
        '"Mốc 70 tỷ USD vào năm 2030 mà hai nước đề ra đã gần", phía Hàn Quốc nói.',
        [(TRADE, 70e9, "USD", 2030)],
    ),
    # A year to come before the figure.
    (
        "Hai nước Việt - Hàn lấy năm 2030 làm hạn để thương mại song phương cán mốc 90 tỷ USD.",
        [(TRADE, 90e9, "USD", 2030)],
    ),
    # What a joint project costs; not what has been built, nor what a company builds, nor a sum in dong.
    ("Dự án trị giá 14 triệu USD, một nửa do Hàn Quốc góp.", [("project_budget", 14e6, "USD", None)]),
    ("Dự án trị giá 5 triệu USD của Hàn Quốc đã hoàn thành.", []),
    ("Tập đoàn Lotte của Hàn Quốc bàn về dự án trị giá 600 triệu USD.", []),
    ("Công trình do Hàn Quốc thi công có tổng vốn 600 tỷ đồng.", []),
    (
        "Khoản tiền 40 triệu USD do hai bên chia đôi, 20 triệu USD của Hàn Quốc là viện trợ.",
        [("project_budget", 40e6, "USD", None), ("grant_aid", 20e6, "USD", None)],
    ),
    ("Hàn Quốc đã cấp 60 triệu USD, 20 triệu USD của Hàn Quốc là viện trợ không hoàn lại.", []),
    ("Khoản tiền 40 triệu USD đi vay ở Hàn Quốc thì ông giữ.", []),
    # A fund, and a bank that lends.
    (
        "Seoul nâng mức đóng góp cho Quỹ Mekong từ 1 triệu lên 2 triệu USD kể từ năm sau.",
        [("fund_contribution", 2e6, "USD", 2025)],
    ),
    ("Trong 3 năm tới, KEXIM thu xếp 1 tỷ USD cho các nhà máy.", [("loan", 1e9, "USD", 2027)]),
    ("KEXIM đã thu xếp 1 tỷ USD cho các nhà máy.", []),
    # The sum outside the brackets tells it.
    ("Korea will provide aid of 20 billion won ($15 million).", [("grant_aid", 20e9, "KRW", None)]),
    ("Korea will provide aid of 20 billion won, or $15 million.", [("grant_aid", 15e6, "USD", None)]),
]

NO_TARGETS = [
    # Figures reached.
    "Kim ngạch Việt Nam - Hàn Quốc đạt 87,7 tỷ USD năm 2022, tăng 10 % so với 2021.",
    "Hai nước Việt - Hàn đã đưa kim ngạch song phương lên 80 tỷ USD.",
    "Năm ngoái kim ngạch hai chiều với Hàn Quốc vượt mốc 80 tỷ USD.",
    "Trade with South Korea reached $30.3 billion in 2014, up from $27 billion.",
    "Tính đến nay, Hàn Quốc đã viện trợ 600 triệu USD cho Việt Nam.",
    "Hiện có hơn 40.000 lao động Việt Nam ở Hàn Quốc.",
    "Năm 2023 có 3,6 triệu lượt khách Hàn Quốc tới Việt Nam.",
    # Thresholds, fees, wages, needs of all countries.
    "Ai sang Hàn Quốc làm việc cũng ký quỹ 100 triệu đồng (khoảng 5.000 USD).",
    "Hàn Quốc dừng tuyển ở các huyện có tỷ lệ bỏ trốn trên 30%.",
    "Người lao động ở Hàn Quốc có thu nhập từ 1.000 đến 1.500 USD mỗi tháng.",
    "Mỗi năm Hàn Quốc thiếu chừng 60.000-70.000 lao động từ các nước và sẽ phân bổ sau.",
    # Forecasts.
    "Giới phân tích dự báo kim ngạch Việt - Hàn đạt 120 tỷ USD vào năm 2027.",
    # The trade of others, and a text without Korea.
    "Hàn Quốc là đối tác lớn. Việt Nam và Nhật Bản phấn đấu đưa kim ngạch lên 60 tỷ USD vào năm 2025.",
    "Việt Nam đặt mục tiêu kim ngạch hai chiều với Úc đạt 20 tỷ USD vào năm 2025.",
    # Courtesy without a figure, heads and ordinals.
    "Hai bên đặt mục tiêu làm sâu sắc quan hệ Việt - Hàn; 340 đại biểu dự hội nghị lần thứ 9.",
]


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_finds(text, expected):
    assert _told(f" date 2024-05-30 {text}") == expected


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_tells_a_kind_from_what_looks_like_it(text, expected):
    assert _told(f" date 2024-05-30 {text}") == expected


@pytest.mark.parametrize("text", NO_TARGETS)
def test_finds_none(text):
    assert _told(f" date 2024-05-30 {text}") == []


def test_where_a_rise_starts_is_no_target():
    text = (
        "Hai nước Việt - Hàn đặt mục tiêu đưa kim ngạch từ mức 86,7 tỷ "
        "USD hiện nay lên 150 tỷ USD vào năm 2030."
    )
    assert _told(text) == [(TRADE, 150e9, "USD", 2030)]


def test_a_figure_reached_stands_beside_a_target():
    text = (
        " date 2025-02-01 Với Hàn Quốc, năm 2024 kim ngạch đạt 81,5 tỷ "
        "USD, phấn đấu đạt 150 tỷ USD vào năm 2030."
    )
    assert _told(text) == [(TRADE, 150e9, "USD", 2030)]


def test_a_sum_without_currency_is_flagged():
    (target,) = _targets(
        "Bộ trưởng tin Việt Nam và Hàn Quốc đi đúng hướng tới mốc kim ngạch 150 tỷ vào năm 2030."
    )
    assert (target.currency, target.flag) == (None, "missing_currency")


def test_a_mention_that_says_less_folds_into_the_fuller_one():
    text = (
        "Mục tiêu kim ngạch Việt - Hàn là 150 tỷ vào năm 2030.\n\n"
        "Hai bên cùng phấn đấu đạt kim ngạch 150 tỷ USD vào năm 2030.\n\n"
        "Mốc kim ngạch 150 tỷ USD là mục tiêu chung."
    )
    (target,) = _targets(text)
    assert (target.currency, target.due_year, target.flag) == ("USD", 2030, None)
    assert target.span.of(text) == "phấn đấu đạt kim ngạch 150 tỷ USD vào năm 2030"


def test_other_years_are_other_targets():
    text = (
        "Mục tiêu kim ngạch Việt - Hàn 100 tỷ USD vào năm 2020. Nay hai "
        "bên đặt mục tiêu kim ngạch 100 tỷ USD vào năm 2023."
    )
    assert _told(text) == [(TRADE, 100e9, "USD", 2020), (TRADE, 100e9, "USD", 2023)]


def test_a_year_that_is_past_is_a_misprint_kept_as_written():
    text = "Việt Nam - Hàn Quốc nhất trí đưa kim ngạch lên 150 tỷ USD năm 2023"
    (dated,) = _targets(f" date 2024-09-03 {text}.")
    assert (dated.value, dated.due_year, dated.flag) == (150e9, 2023, "misprint")
    (by_term,) = _targets(f"{text}\n\nTổng Bí thư Tô Lâm điện đàm với Tổng thống Hàn Quốc hôm qua.")
    assert by_term.flag == "misprint"


def test_a_target_of_its_time_is_no_misprint():
    (early,) = _targets(
        " date 2022-07-06 Việt Nam - Hàn Quốc nhất trí đưa kim ngạch lên 100 tỷ USD năm 2023."
    )
    assert early.flag is None
    text = (
        " date 2025-04-17 In July 2022 Seoul and Ha Noi set the goal of "
        "lifting trade to 100 billion USD by 2023."
    )
    (looking_back,) = _targets(text)
    assert (looking_back.due_year, looking_back.flag) == (2023, None)


def test_the_day_a_target_was_set_is_not_its_year():
    text = (
        " date 2025-08-11 Hai nước Việt - Hàn nhắc lại mục tiêu kim "
        "ngạch 150 tỷ USD mà hai Bộ ký hồi tháng 4/2025."
    )
    assert _told(text) == [(TRADE, 150e9, "USD", None)]


def test_a_year_is_not_guessed():
    text = "Dự án kéo dài tới năm 2016. Hàn Quốc sẽ viện trợ không hoàn lại 20 triệu USD."
    assert _told(text) == [("grant_aid", 20e6, "USD", None)]
    assert _told(f" date 2023-02-13 {text}") == [("grant_aid", 20e6, "USD", None)]


def test_a_range_and_a_qualifier_are_kept():
    (target,) = _targets(
        " date 2017-06-04 Hàn Quốc: năm nay dự kiến đón khoảng 2-3 triệu lượt khách từ Việt Nam."
    )
    assert (target.value, target.value_max, target.qualifier) == (2e6, 3e6, "khoảng")


def test_furniture_holds_no_target():
    text = (
        "Việt Nam - Hàn Quốc mở rộng hợp tác\n\nThứ tư, 23/06/2021 19:45\n\n"
        "Hai Bộ trưởng Ngoại giao Việt Nam và Hàn Quốc hội đàm tại Hà Nội.\n\n"
        "Tin liên quan\n- Phấn đấu đưa kim ngạch Việt - Hàn lên 100 tỷ USD"
    )
    assert _told(text) == []


@given(st.lists(st.sampled_from([text for text, _ in TARGETS] + NO_TARGETS), max_size=5))
@settings(max_examples=25, deadline=None)
def test_finds_the_same_twice_and_inside_the_text(sentences):
    report = _read(" date 2024-05-30 Hàn Quốc. " + "\n\n".join(sentences) + "\n")
    found = _finder()(report)
    assert found == _finder()(report)
    assert all(target.span.end <= len(report.text) for target in found)
    assert list(found) == sorted(found, key=lambda t: t.span)
