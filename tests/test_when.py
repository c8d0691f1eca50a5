import datetime as dt

import pytest

from flows.when import When


@pytest.mark.parametrize(
    ("written", "precision", "complete"),
    [
        ("2025-08-11", "day", True),
        ("2025-08", "month", True),
        ("2025", "year", True),
        ("--08-11", "day", False),
        ("--08", "month", False),
        ("pub-1d", "day", False),
        ("pub+0d", "day", False),
        ("pub-1m", "month", False),
        ("pub@4", "day", False),
    ],
)
def test_a_date_is_read_back_as_it_was_written(written: str, precision: str, complete: bool) -> None:
    when = When.parse(written)
    assert str(when) == written
    assert when.precision == precision
    assert when.is_complete is complete


@pytest.mark.parametrize("written", ["", "11/8", "2025-8", "pub", "pub@8", "--8-11", "2025-08-11T00"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        When.parse(written)


def test_the_first_day_of_a_period() -> None:
    assert When(2025, 8).first_day() == dt.date(2025, 8, 1)
    assert When(month=8, day=11).first_day() is None
    assert When(2025, 2, 30).first_day() is None
    assert str(When(month=8, day=11).in_year(2025)) == "2025-08-11"
