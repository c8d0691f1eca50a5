"""One meeting in several reports is one meeting; two meetings of a day stay two."""

import pytest
from tellings import Telling, linked, row

SENTENCE = "Chiều 21/11, lãnh đạo hai nước có cuộc hội kiến tại Hà Nội."


def met(report_id: str, kind: str, when: str | None, *persons: str, place: str | None = None) -> Telling:
    text = f"{SENTENCE} ({report_id})"
    return Telling(report_id, text, "2025-11-22").meeting(kind, when, *persons, place=place)


def n_meetings(*tellings: Telling) -> int:
    return linked(*tellings)["meetings"].height


def test_one_meeting_told_by_three_reports() -> None:
    tables = linked(
        met("one", "audience", "--11-21", "Tô Lâm", "Woo Won Shik", place="Hà Nội"),
        met("two", "meeting", "2025-11-21", "Woo Won Shik", "Tô Lâm"),
        met("three", "meeting", "pub-1d", "Tô Lâm"),
    )
    meeting = row(tables["meetings"])
    assert (meeting["kind"], meeting["place"], meeting["n_reports"]) == ("meeting", "Hà Nội", 3)
    assert tables["meeting_participants"].height == 5


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("another day", met("two", "talks", "--11-20", "Tô Lâm", "Woo Won Shik")),
        ("a call is no audience", met("two", "phone_call", "--11-21", "Tô Lâm", "Woo Won Shik")),
        ("another host of the same guest", met("two", "audience", "--11-21", "Lương Cường", "Woo Won Shik")),
        ("nobody in common", met("two", "audience", "--11-21", "Trần Thanh Mẫn")),
        ("no date", met("two", "audience", None, "Tô Lâm", "Woo Won Shik")),
        ("a month is too coarse", met("two", "audience", "2025-11", "Tô Lâm", "Woo Won Shik")),
    ],
)
def test_two_meetings(why: str, other: Telling) -> None:
    one = met("one", "audience", "--11-21", "Tô Lâm", "Woo Won Shik")
    assert n_meetings(one, other) == 2, why


def test_guest_alone_fits_two_hosts_and_joins_neither() -> None:
    both = met("both", "audience", "--11-21", "Tô Lâm", "Woo Won Shik")
    both.meeting("audience", "--11-21", "Lương Cường", "Woo Won Shik")
    assert n_meetings(both) == 2
    assert n_meetings(both, met("vague", "audience", "--11-21", "Woo Won Shik")) == 3


def test_two_rounds_of_one_report_stay_two() -> None:
    report = met("one", "talks", "--11-21", "Tô Lâm", "Woo Won Shik")
    report.meeting("meeting", "--11-21", "Tô Lâm", "Woo Won Shik", quote="cuộc hội kiến")
    tables = linked(report)
    assert tables["meetings"].height == tables["meeting_mentions"].height == 2


def test_visit_told_by_its_day_and_by_its_month() -> None:
    by_day = met("day", "visit", "2025-08-10", "Tô Lâm", place="Hàn Quốc")
    assert n_meetings(by_day, met("month", "visit", "2025-08", "Tô Lâm")) == 1
    assert n_meetings(by_day, met("later", "visit", "2025-08-28", "Tô Lâm")) == 2


def test_where_nobody_is_named_the_place_decides() -> None:
    busan = met("one", "summit", "2019-11", place="Busan")
    assert n_meetings(busan, met("two", "conference", "2019-11", place="Busan")) == 1
    assert n_meetings(busan, met("two", "summit", "2019-11", place="Bangkok")) == 2
    assert n_meetings(busan, met("two", "summit", "2019-11")) == 2
    assert n_meetings(met("one", "summit", "2019-11"), met("two", "summit", "2019-11")) == 2


def test_undated_meeting_of_one_agency_text_is_one() -> None:
    copies = [
        Telling(name, SENTENCE, outlet=name).meeting("talks", None, "Tô Lâm", "Woo Won Shik")
        for name in ("Báo Mới", "TTXVN")
    ]
    assert row(linked(*copies)["meetings"])["n_reports"] == 2
