import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.link.resolve_dates import MOST_DAYS_AWAY, Dated, resolve
from flows.when import When


def dated(text: str) -> Dated:
    found = resolve(When.parse(text), None)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sentence", "when", "published", "expected"),
    [
        ("Chiều 11/8/2025, hai bên ký bản ghi nhớ.", "2025-08-11", None, "2025-08-11"),
        ("Kế hoạch được ký tháng 4/2025.", "2025-04", None, "2025-04"),
        ("Trưa 11/8, hai nhà lãnh đạo gặp báo chí.", "--08-11", "2025-08-12", "2025-08-11"),
        ("Ngày 30/12, hai bộ trưởng hội đàm.", "--12-30", "2026-01-02", "2025-12-30"),
        ("Lễ ký diễn ra ngày 3/1 tới.", "--01-03", "2025-12-28", "2026-01-03"),
        ("Ngày 12/2, cơ quan này cho biết.", "--02-12", "2023-02", "2023-02-12"),
        ("Chương trình ký hồi tháng 6.", "--06", "2023-08-15", "2023-06"),
        ("Hôm qua, hai bên đã ký.", "pub-1d", "2025-03-01", "2025-02-28"),
        ("Tháng trước, hai bên đã ký.", "pub-1m", "2025-01-20", "2024-12"),
        ("Năm ngoái, hai bên đã ký.", "pub-1y", "2025-01-20", "2024"),
        ("The two sides agreed on Thursday.", "pub@4", "2023-12-08", "2023-12-07"),
        ("The two sides agreed on Thursday.", "pub@4", "2023-12-07", "2023-12-07"),
    ],
)
def test_date_is_found(sentence: str, when: str, published: str | None, expected: str) -> None:
    assert resolve(When.parse(when), dated(published) if published else None) == dated(expected), sentence


@pytest.mark.parametrize(
    ("why", "when", "published"),
    [
        ("no such day", "2025-02-31", None),
        ("no such day in any year", "--02-31", "2025-03-01"),
        ("no leap year near enough", "--02-29", "2025-03-01"),
        ("no publication date", "--08-11", None),
        ("a year is too coarse to place a day by", "--08-11", "2025"),
        ("yesterday of which day?", "pub-1d", "2025-03"),
        ("last month of which month?", "pub-1m", "2025"),
        ("half a year away, before as well as after", "--04", "2025-10-15"),
        ("before the calendar begins", "pub-999999999d", "2025-03-01"),
        ("after it ends", "pub+99999y", "2025-03-01"),
    ],
)
def test_date_stays_unknown(why: str, when: str, published: str | None) -> None:
    assert resolve(When.parse(when), dated(published) if published else None) is None, why


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(1, 12), st.integers(1, 31))
def test_day_without_year_is_never_far_from_publication(on: dt.date, month: int, day: int) -> None:
    published = Dated(on, "day")
    found = resolve(When(month=month, day=day), published)
    if found is not None:
        assert (found.on.month, found.on.day) == (month, day)
        assert found.days_from(published) <= MOST_DAYS_AWAY


@given(st.text(alphabet="pub+-@0123456789dmy", max_size=12), st.dates())
def test_whatever_can_be_written_can_be_resolved(text: str, on: dt.date) -> None:
    try:
        when = When.parse(text)
    except ValueError:
        return
    resolve(when, Dated(on, "day"))
