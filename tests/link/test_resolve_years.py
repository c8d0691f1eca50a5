"""Storylines: reports that give a day without its year, and what gives the year away, or does not."""

import datetime as dt
from typing import Any

import pytest
from tellings import Telling, linked, row

AUGUST_11 = dt.date(2025, 8, 11)
IN_FULL = "Ngày 11/8/2025 tại Seoul, Tổng Bí thư Tô Lâm hội đàm với Tổng thống Lee Jae-myung."
NO_YEAR = "Sáng 11/8, Tổng Bí thư Tô Lâm hội đàm với Tổng thống Lee Jae-myung."


def published(tables: dict[str, Any], report_id: str) -> tuple[dt.date | None, str | None]:
    report = row(tables["reports"], report_id=report_id)
    return report["published_on"], report["published_basis"]


def dated_talks(report_id: str = "dated", published: str = "2025-08-11", when: str = "--08-11") -> Telling:
    return Telling(report_id, IN_FULL, published).meeting("talks", when, "Tô Lâm", "Lee Jae-myung")


def undated_talks(report_id: str = "undated") -> Telling:
    return Telling(report_id, NO_YEAR, "--08-11").meeting("meeting", "--08-11", "Tô Lâm", "Lee Jae-myung")


def test_same_meeting_in_a_dated_report() -> None:
    tables = linked(dated_talks(), undated_talks())
    report = row(tables["reports"], report_id="undated")
    assert (report["published_on"], report["published_precision"]) == (AUGUST_11, "day")
    assert report["published_basis"] == "inferred"
    assert report["published_evidence"] == (
        "the lead; the same meeting of Lee Jae-myung and Tô Lâm, dated 2025-08-11 by report dated"
    )


def test_dates_in_the_text_follow_the_year_found() -> None:
    told = undated_talks().commitment("fisheries_mou", "signed", when="--08-10")
    mention = row(linked(dated_talks(), told)["commitment_mentions"])
    assert (mention["acted_on"], mention["acted_precision"]) == (dt.date(2025, 8, 10), "day")


def test_words_in_full_need_no_publication_date() -> None:
    dated = Telling("dated", IN_FULL).meeting("talks", "2025-08-11", "Tô Lâm", "Lee Jae-myung")
    tables = linked(dated, undated_talks())
    assert published(tables, "undated") == (AUGUST_11, "inferred")
    assert published(tables, "dated") == (None, None)


def test_yesterday_and_today_are_one_day() -> None:
    sentence = "Hôm qua, Tổng Bí thư Tô Lâm đã hội đàm với Tổng thống Lee Jae-myung."
    undated = Telling("undated", sentence, "--08-12").meeting("talks", "pub-1d", "Tô Lâm", "Lee Jae-myung")
    assert published(linked(dated_talks(), undated), "undated") == (dt.date(2025, 8, 12), "inferred")


def test_year_turns_between_event_and_report() -> None:
    dated = dated_talks(published="2025-12-31", when="--12-31")
    sentence = "Hôm qua 31/12, hai nhà lãnh đạo hội đàm."
    undated = Telling("undated", sentence, "--01-01").meeting("talks", "--12-31", "Tô Lâm", "Lee Jae-myung")
    assert published(linked(dated, undated), "undated") == (dt.date(2026, 1, 1), "inferred")


def test_one_shared_person_is_no_clue() -> None:
    sentence = "Ngày 11/8, Tổng Bí thư Tô Lâm tiếp Bộ trưởng Cho Hyun."
    undated = Telling("undated", sentence, "--08-11").meeting("audience", "--08-11", "Tô Lâm", "Cho Hyun")
    assert published(linked(dated_talks(), undated), "undated") == (None, None)


def test_same_persons_on_another_day_are_no_clue() -> None:
    sentence = "Sáng 20/8, Tổng Bí thư Tô Lâm hội đàm với Tổng thống Lee Jae-myung."
    undated = Telling("undated", sentence, "--08-20").meeting("talks", "--08-20", "Tô Lâm", "Lee Jae-myung")
    assert published(linked(dated_talks(), undated), "undated") == (None, None)


def test_evidence_for_two_years_leaves_it_open() -> None:
    sentence = "Ngày 3/8, Bộ trưởng Phạm Bình Minh gặp Bộ trưởng Kang Kyung-wha."
    tellings = [
        Telling(name, sentence, on).meeting("meeting", "--08-03", "Phạm Bình Minh", "Kang Kyung-wha")
        for name, on in [("first", "2018-08-03"), ("second", "2019-08-03"), ("undated", "--08-03")]
    ]
    assert published(linked(*tellings), "undated") == (None, None)
    assert published(linked(tellings[1], tellings[2]), "undated") == (dt.date(2019, 8, 3), "inferred")


VISIT = "Trong chuyến thăm Hàn Quốc của Tổng Bí thư Tô Lâm, hai bộ trưởng làm việc tại Seoul ngày 11/8."
BRIEFING = "Trưa 11/8, Tổng Bí thư Tô Lâm và Tổng thống Lee Jae-myung gặp báo chí về kết quả chuyến thăm."


def visited(
    report_id: str,
    published: str,
    country: str | None = "Hàn Quốc",
    when: str | None = None,
    event_at: str | None = "Seoul",
) -> Telling:
    """A report that tells of the visit, and of two ministers who meet on its day."""
    told = Telling(report_id, VISIT, published).meeting("visit", when, "Tô Lâm", place=country)
    return told.meeting("meeting", "pub+0d", "Nguyễn Hồng Diên", "Kim Jung Kwan", place=event_at)


def briefed(country: str | None = "Hàn Quốc") -> Telling:
    briefing = Telling("undated", BRIEFING, "--08-11").meeting("visit", None, "Tô Lâm", place=country)
    return briefing.meeting("press_briefing", "--08-11", "Tô Lâm", "Lee Jae-myung")


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (visited("of the same days", "2025-08-12"), True),
        (visited("that dates it by the month", "2026-03-10", when="2025-08"), True),
        (visited("of another country", "2025-08-12", country="Nhật Bản", event_at="Nhật Bản"), False),
        (visited("that looks back, from Hà Nội", "2026-08-12", event_at="Việt Nam"), False),
        (visited("that looks back, from where?", "2026-08-12", event_at=None), False),
        (visited("of other days", "2025-10-28"), False),
        (visited("of the month, place unknown", "2026-03-10", country=None, when="2025-08"), False),
    ],
)
def test_same_visit(other: Telling, found: bool) -> None:
    expected = (AUGUST_11, "inferred") if found else (None, None)
    assert published(linked(other, briefed()), "undated") == expected


def test_visit_told_in_passing_is_no_clue() -> None:
    """The visitor is at no event of the day: the visit may be any that came before."""
    sentence = "Ngày 11/8, hai bộ trưởng điểm lại kết quả chuyến thăm Hàn Quốc của Tổng Bí thư Tô Lâm."
    undated = Telling("undated", sentence, "--08-11").meeting("visit", None, "Tô Lâm", place="Hàn Quốc")
    assert published(linked(visited("dated", "2025-08-12"), undated), "undated") == (None, None)


SIGNED = "Sáng 11/8, hai bên trao bản ghi nhớ theo chương trình EPS."


@pytest.mark.parametrize(
    ("when", "ceremony", "found"),
    [("--08-11", None, True), (None, "--08-11", True), (None, None, False), ("--08-10", "--08-11", True)],
)
def test_same_commitment_signed_on_the_same_day(when: str | None, ceremony: str | None, found: bool) -> None:
    """Told without its day, it was signed at the ceremony that the report tells of, or who knows when."""
    dated = Telling("dated", SIGNED, "2025-08-11").commitment("eps_labour_mou", "signed", when="--08-11")
    undated = Telling("undated", NO_YEAR, "--08-11").commitment("eps_labour_mou", "signed", when=when)
    if ceremony:
        undated.meeting("signing", ceremony)
    assert published(linked(dated, undated), "undated")[0] == (AUGUST_11 if found else None)


@pytest.mark.parametrize(
    "more",
    [
        {"stage": "agreed", "when": "--08-11"},
        {"stage": "signed", "when": "--08-11", "is_background": True},
        {"stage": "signed"},
    ],
)
def test_agreeing_looking_back_or_giving_no_date_is_no_clue(more: dict[str, Any]) -> None:
    dated = Telling("dated", SIGNED, "2025-08-11").commitment("eps_labour_mou", **more)
    undated = Telling("undated", NO_YEAR, "--08-11").commitment("eps_labour_mou", **more)
    assert published(linked(dated, undated), "undated") == (None, None)


def test_same_parties_sign_on_the_same_day() -> None:
    sentence = "Ngày 1/8, huyện Nam Trà My và quận Hamyang ký thỏa thuận hợp tác về lao động thời vụ."
    parties = {
        "party_vn": "huyện Nam Trà My",
        "party_kr": "quận Hamyang",
        "when": "--08-01",
        "kind": "agreement",
    }
    tellings = [
        Telling(name, sentence + more, on).agreement("thỏa thuận hợp tác về lao động thời vụ", **parties)
        for name, on, more in [("dated", "2022-08-02", " Tin thêm."), ("undated", "--08-01", "")]
    ]
    assert published(linked(*tellings), "undated") == (dt.date(2022, 8, 1), "inferred")
    other = Telling("undated", sentence, "--08-01").agreement(
        "thỏa thuận hợp tác về lao động thời vụ", **(parties | {"party_kr": "quận Goesan"})
    )
    assert published(linked(tellings[0], other), "undated") == (None, None)


def test_copy_of_a_dated_report() -> None:
    body = (
        " Hai bên trao đổi kinh nghiệm về đào tạo nhân lực cho ngành bán dẫn."
        " Phía bạn giới thiệu chương trình học bổng dành cho sinh viên Việt Nam."
        " Đoàn sẽ tiếp tục làm việc với các doanh nghiệp lớn tại thành phố Suwon."
    )
    dated = Telling("dated", "Đoàn tới Seoul." + body, "2019-05-20")
    undated = Telling("undated", "Đoàn công tác tới Seoul hôm 20/5." + body, "--05-20")
    report = row(linked(dated, undated)["reports"], report_id="undated")
    assert report["published_on"] == dt.date(2019, 5, 20)
    assert report["published_evidence"] == "the lead; report dated has the same text, of 2019-05-20"


def test_year_found_gives_away_the_next_one() -> None:
    """Only the second report tells of both meetings."""
    lunch = "Tối 11/8, Tổng thống Lee Jae-myung gặp Bộ trưởng Phan Văn Giang."
    between = undated_talks("between").meeting("meeting", "--08-11", "Lee Jae-myung", "Phan Văn Giang")
    last = Telling("last", lunch, "--08-12").meeting("audience", "--08-11", "Phan Văn Giang", "Lee Jae-myung")
    assert published(linked(dated_talks(), between, last), "last") == (dt.date(2025, 8, 12), "inferred")
    assert published(linked(between, last), "last") == (None, None)


def test_undated_reports_do_not_date_one_another() -> None:
    tables = linked(undated_talks("one"), undated_talks("two"))
    assert published(tables, "one") == published(tables, "two") == (None, None)


def test_post_held_at_another_time_rules_a_year_out() -> None:
    """Tô Lâm was president of state from May to October 2024."""
    told = undated_talks().official("Tô Lâm", "Chủ tịch nước", "VN")
    assert published(linked(dated_talks(), told), "undated") == (None, None)
    told = undated_talks().official("Tô Lâm", "Tổng Bí thư", "VN")
    assert published(linked(dated_talks(), told), "undated") == (AUGUST_11, "inferred")


def test_date_of_the_reader_without_a_basis_is_not_believed() -> None:
    report = Telling("crawled", "Tin không ghi ngày.", "2025-08-11", basis=None)
    assert published(linked(report), "crawled") == (None, None)
