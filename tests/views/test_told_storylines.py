"""The cross-report rule on storylines told by reports, from their texts to the views."""

import datetime as dt

import duckdb
import pytest
from storyline import changes, rows_of, status
from told import tell

V = "vkist_phase_2"
E = "eps_labour_mou"

AGREED_IN_SEOUL = """\
Sáng 2/7, tại Seoul, Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Hàn Quốc Han Duck Soo. Hai bên nhất trí sớm triển khai giai đoạn 2 của Viện VKIST.

Hai Thủ tướng cũng bàn việc đào tạo nhân lực bán dẫn cho các trường đại học của Việt Nam trong những năm tới.

Kết thúc hội đàm, hai Thủ tướng có mặt tại lễ trao một số văn kiện hợp tác giữa các bộ, ngành hai nước.

Thủ tướng Phạm Minh Chính mời người đồng cấp Hàn Quốc sớm sang thăm lại Việt Nam vào thời gian thích hợp.
"""

VKIST = [
    (
        "01-asked.txt",
        "date 2023-06-24\n\nChiều 23/6, tại Hà Nội, Chủ tịch nước Võ Văn Thưởng hội đàm với Tổng thống Hàn Quốc Yoon Suk Yeol. Chủ tịch nước đề nghị Hàn Quốc xem xét hỗ trợ giai đoạn 2 của Viện VKIST.\n",
    ),
    ("02-agreed.txt", f"date 2024-07-02\n\n{AGREED_IN_SEOUL}"),
    ("03-copied.txt", f"date 2024-07-03\n\n{AGREED_IN_SEOUL}\nTheo TTXVN\n"),
    (
        "04-signed.txt",
        "date 2025-03-12\n\nNgày 11/3, tại Hà Nội, Bộ Khoa học và Công nghệ và Cơ quan Hợp tác quốc tế Hàn Quốc (KOICA) ký văn kiện dự án VKIST giai đoạn 2.\n",
    ),
    ("05-undated.txt", "Viện VKIST và Hàn Quốc\n\nGiai đoạn 2 của Viện VKIST đã bị hủy bỏ.\n"),
    (
        "06-asked-again.txt",
        "date 2025-06-10\n\nTiếp Đại sứ Hàn Quốc, Thủ tướng Phạm Minh Chính đề nghị Hàn Quốc sớm triển khai giai đoạn 2 của Viện VKIST.\n",
    ),
    (
        "07-stalled.txt",
        "date 2025-09-15\n\nĐoàn chuyên gia Hàn Quốc vừa rời Hòa Lạc. Giai đoạn 2 của Viện VKIST bị chậm tiến độ vì vướng mặt bằng.\n",
    ),
    ("08-copied-late.txt", f"date 2025-09-20\n\nNhìn lại một chuyến thăm.\n\n{AGREED_IN_SEOUL}"),
    (
        "09-background.txt",
        "date 2025-10-05\n\nVăn kiện dự án VKIST giai đoạn 2 đã được ký ngày 11/3/2025. Hàn Quốc góp phần lớn kinh phí.\n",
    ),
    (
        "10-begun.txt",
        "date 2026-02-20\n\nSáng 20/2, tại Hòa Lạc, giai đoạn 2 của dự án VKIST đã khởi công trước sự chứng kiến của Đại sứ Hàn Quốc.\n",
    ),
    (
        "11-opened.txt",
        "date 2026-12-10\n\nSáng 10/12, tại Hòa Lạc, Việt Nam và Hàn Quốc đã khánh thành giai đoạn 2 của Viện VKIST.\n",
    ),
    (
        "12-looking-back.txt",
        "date 2027-03-01\n\nGiai đoạn 2 của Viện VKIST đã được khởi công từ tháng 2/2026. Hàn Quốc cử mười chuyên gia sang làm việc.\n",
    ),
]


@pytest.fixture(scope="module")
def vkist(catalog: duckdb.DuckDBPyConnection) -> list[tuple[str, dict[str, object]]]:
    """What the views answer on the storyline: the status, at the end and as of some days, and the changes."""
    db = tell(catalog, VKIST)
    days = ["2023-12-31", "2024-12-31", "2025-06-30", "2025-12-31", "2026-06-30"]
    return [
        ("now", status(db, V)),
        *((day, status(db, V, day)) for day in days),
        ("changes", {"all": changes(db, V)}),
    ]


def test_from_a_wish_to_the_opening_in_twelve_reports(vkist):
    assert dict(vkist)["changes"]["all"] == [
        ("2023-06-24", "proposed", 1, "01-asked.txt"),
        ("2024-07-02", "agreed", 1, "02-agreed.txt"),
        ("2025-03-11", "signed", 1, "04-signed.txt"),
        ("2025-09-15", "stalled", 1, "07-stalled.txt"),
        ("2026-02-20", "in_progress", 1, "10-begun.txt"),
        ("2026-12-10", "fulfilled", 1, "11-opened.txt"),
    ]


def test_all_reports_are_counted_and_copies_once(vkist):
    now = dict(vkist)["now"]
    assert (now["current_stage"], now["stage_basis"], now["since_on"]) == (
        "fulfilled",
        "stated",
        dt.date(2026, 12, 10),
    )
    assert (now["n_reports"], now["n_independent"]) == (12, 10)
    assert (now["first_reported_on"], now["last_reported_on"]) == (dt.date(2023, 6, 24), dt.date(2027, 3, 1))
    assert (now["report_id"], now["silent_days"]) == ("11-opened.txt", 0)


def test_each_day_knew_what_had_been_reported(vkist):
    known = {day: (row["current_stage"], row["n_reports"]) for day, row in vkist if day.startswith("20")}
    assert known == {
        "2023-12-31": ("proposed", 1),
        "2024-12-31": ("agreed", 3),
        "2025-06-30": ("signed", 5),
        "2025-12-31": ("stalled", 8),
        "2026-06-30": ("in_progress", 9),
    }


SENT = "phái cử và tiếp nhận lao động Việt Nam sang Hàn Quốc theo chương trình EPS"
EPS = [
    (
        "01-signed.txt",
        f"date 2016-05-18\n\nSáng 17/5, tại Seoul, Bộ Lao động - Thương binh và Xã hội và Bộ Việc làm và Lao động Hàn Quốc ký Bản ghi nhớ về {SENT}.\n",
    ),
    ("02-withdrawn.txt", f"date 2017-02-01\n\nHàn Quốc đã hủy bỏ Bản ghi nhớ về {SENT}.\n"),
    ("03-stands-still.txt", f"date 2017-03-01\n\nBản ghi nhớ về {SENT} vẫn bị tạm dừng.\n"),
    ("04-asked.txt", f"date 2017-09-01\n\nBộ trưởng Đào Ngọc Dung đề nghị Hàn Quốc sớm ký lại Bản ghi nhớ về {SENT}.\n"),
    ("05-signed.txt", f"date 2018-03-24\n\nSáng 23/3, tại Hà Nội, hai Bộ đã ký Bản ghi nhớ mới về {SENT}.\n"),
    ("06-carried-out.txt", f"date 2019-10-01\n\nViệt Nam và Hàn Quốc triển khai hiệu quả Bản ghi nhớ về {SENT}.\n"),
    ("07-renewal.txt", f"date 2020-01-10\n\nViệt Nam đề nghị Hàn Quốc gia hạn Bản ghi nhớ về {SENT}.\n"),
    ("08-lapsed.txt", f"date 2020-03-24\n\nBản ghi nhớ về {SENT} đã hết hạn và chưa được gia hạn.\n"),
    ("09-agreed.txt", f"date 2025-03-01\n\nViệt Nam và Hàn Quốc nhất trí sớm ký Bản ghi nhớ mới về {SENT}.\n"),
    ("10-handed-over.txt", f"date 2025-08-11\n\nSáng 11/8, tại Seoul, lãnh đạo hai nước chứng kiến lễ trao Bản ghi nhớ về {SENT}.\n"),
    ("11-told-again.txt", f"date 2025-08-13\n\nNgày 11/8, tại Seoul, hai Bộ đã ký Bản ghi nhớ về {SENT}.\n"),
    ("12-background.txt", f"date 2026-01-15\n\nBản ghi nhớ về {SENT} được hai nước ký tháng 8/2025.\n"),
]  # fmt: skip


def test_a_memorandum_withdrawn_and_renewed_lapsed_and_renewed(catalog):
    db = tell(catalog, EPS)
    assert changes(db, E) == [
        ("2016-05-17", "signed", 1, "01-signed.txt"),
        ("2017-02-01", "withdrawn", 1, "02-withdrawn.txt"),
        ("2017-03-01", "stalled", 1, "03-stands-still.txt"),
        ("2017-09-01", "proposed", 2, "04-asked.txt"),
        ("2018-03-23", "signed", 2, "05-signed.txt"),
        ("2020-03-24", "stalled", 2, "08-lapsed.txt"),
        ("2025-03-01", "agreed", 3, "09-agreed.txt"),
        ("2025-08-11", "signed", 3, "10-handed-over.txt"),
    ]
    now = status(db, E)
    assert (now["current_stage"], now["cycle"], now["pending"]) == ("signed", 3, False)
    assert now["last_reported_on"] == dt.date(2026, 1, 15)
    pending = {day: status(db, E, day)["pending"] for day in ("2019-12-31", "2020-02-01", "2020-04-01")}
    assert pending == {"2019-12-31": False, "2020-02-01": True, "2020-04-01": False}
    ledger = rows_of(
        db.execute(
            "SELECT signed_on, n_reports FROM agreement_ledger WHERE commitment_id = ? ORDER BY ALL", [E]
        )
    )
    assert {row["signed_on"] for row in ledger} >= {
        dt.date(2016, 5, 17),
        dt.date(2018, 3, 23),
        dt.date(2025, 8, 11),
    }


def test_two_reports_that_disagree_are_both_kept(catalog):
    trade = "Thủ tướng Phạm Minh Chính và Tổng thống Hàn Quốc Lee Jae Myung nhất trí đưa kim ngạch thương mại song phương lên 150 tỷ USD vào năm"
    eps = "tại Seoul, Bộ Nội vụ Việt Nam và Bộ Việc làm và Lao động Hàn Quốc ký Bản ghi nhớ về phái cử và tiếp nhận lao động theo chương trình EPS."
    db = tell(
        catalog,
        [
            ("one.txt", f"date 2025-08-12\n\n{trade} 2030.\n\nNgày 11/8, {eps}\n"),
            ("other.txt", f"date 2025-08-13\n\nNgày 12/8, {eps}\n\n{trade} 2035.\n"),
            ("begun.txt", "date 2026-02-20\n\nSáng 20/2, tại Hòa Lạc, giai đoạn 2 của dự án VKIST với Hàn Quốc đã khởi công.\n"),
            ("stopped.txt", "date 2026-02-20\n\nGiai đoạn 2 của Viện VKIST bị tạm dừng. Phía Hàn Quốc chưa nói gì thêm.\n"),
        ],
    )  # fmt: skip
    found = {row["about"]: row for row in rows_of(db.execute("FROM conflicts"))}
    assert set(found) == {"due_year", "signed_on", "stage"}
    assert (found["due_year"]["one_says"], found["due_year"]["other_says"]) == ("2030", "2035")
    assert (found["signed_on"]["one_says"], found["signed_on"]["other_says"]) == ("2025-08-11", "2025-08-12")
    assert (found["stage"]["one_says"], found["stage"]["other_says"]) == ("in_progress", "stalled")
    assert (found["stage"]["one_report_id"], found["stage"]["other_report_id"]) == (
        "begun.txt",
        "stopped.txt",
    )
    assert all(row["one_quote"] and row["other_quote"] for row in found.values())
    told = rows_of(db.execute("SELECT report_id FROM commitment_mentions WHERE commitment_id = ?", [V]))
    assert {row["report_id"] for row in told} == {"begun.txt", "stopped.txt"}


def test_reports_that_agree_or_tell_of_different_days_make_no_conflict(catalog):
    same = "tại Seoul, hai Bộ ký Bản ghi nhớ về phái cử và tiếp nhận lao động Việt Nam sang Hàn Quốc theo chương trình EPS."
    db = tell(
        catalog,
        [
            ("one.txt", f"date 2025-08-12\n\nNgày 11/8, {same}\n"),
            ("month.txt", f"date 2025-09-01\n\nTháng 8/2025, {same}\n"),
            ("begun.txt", "date 2026-02-20\n\nSáng 20/2, tại Hòa Lạc, giai đoạn 2 của dự án VKIST với Hàn Quốc đã khởi công.\n"),
            ("stopped.txt", "date 2026-03-20\n\nGiai đoạn 2 của Viện VKIST bị tạm dừng. Phía Hàn Quốc chưa nói gì thêm.\n"),
        ],
    )  # fmt: skip
    assert rows_of(db.execute("FROM conflicts")) == []


def test_a_file_that_came_back_corrected_counts_as_it_stands_now(catalog):
    db = tell(
        catalog,
        [
            ("news.txt", "date 2026-02-20\n\nGiai đoạn 2 của Viện VKIST với Hàn Quốc đã bị hủy bỏ.\n"),
            ("news.txt", "date 2026-02-20\n\nGiai đoạn 2 của Viện VKIST với Hàn Quốc bị tạm dừng.\n"),
        ],
    )
    assert changes(db, V) == [("2026-02-20", "stalled", 1, "news.txt'")]
    assert status(db, V)["n_reports"] == 1


def test_a_target_that_is_only_ever_named_stands_as_implied(catalog):
    aim = "phấn đấu hoàn thành mục tiêu kim ngạch thương mại 100 tỷ USD vào năm 2023"
    named = [(f"{year}.txt", f"date {year}-05-01\n\nViệt Nam và Hàn Quốc {aim}.\n") for year in (2021, 2022)]
    db = tell(catalog, named)
    now = status(db, "trade_100bn")
    assert (now["current_stage"], now["stage_basis"], now["since_on"]) == ("agreed", "implied", None)
    set_up = (
        "Việt Nam và Hàn Quốc nhất trí nâng kim ngạch thương mại song phương lên 100 tỷ USD vào năm 2023."
    )
    db = tell(catalog, [*named, ("set.txt", f"date 2020-11-01\n\n{set_up}\n")])
    now = status(db, "trade_100bn")
    assert (now["stage_basis"], now["since_on"], now["n_reports"]) == ("stated", dt.date(2020, 11, 1), 3)
