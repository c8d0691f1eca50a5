import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.evaluate.alike import joined_name, partial_date, plain_words, same_date, shared_words


def test_words_lose_case_marks_and_punctuation():
    assert plain_words("Bộ trưởng – Đối ngoại (MOFA)") == ["bo", "truong", "doi", "ngoai", "mofa"]


@pytest.mark.parametrize("other", ["Kim Jung Kwan", "KIM JUNG-KWAN", "Kim Jung - kwan"])
def test_one_name_in_several_spellings(other):
    assert joined_name(other) == joined_name("Kim Jung-kwan")


def test_names_of_two_people_stay_two():
    assert joined_name("Kim Jung Kwan") != joined_name("Kim Jung Hwan")


@pytest.mark.parametrize(
    ("wanted", "found", "share"),
    [
        ("Bộ Nội vụ", "Bộ Nội vụ Việt Nam", 2 * 3 / 8),
        ("Bộ Nội vụ", "BỘ NỘI VỤ", 1.0),
        ("Bộ Nội vụ", "Bộ Ngoại giao", 2 * 1 / 6),
        ("Bộ Nội vụ", None, 0.0),
    ],
)
def test_share_of_words(wanted, found, share):
    assert shared_words(wanted, found) == pytest.approx(share)


def test_a_title_of_words_that_every_title_has_cannot_be_compared():
    assert shared_words("Bản ghi nhớ", "Bản ghi nhớ về nghề cá", {"ban", "ghi", "nho"}) is None


@settings(max_examples=60)
@given(st.text(max_size=30), st.text(max_size=30))
def test_share_is_a_share_and_the_same_both_ways(one, other):
    there, back = shared_words(one, other), shared_words(other, one)
    assert there is None or 0 <= there <= 1
    assert there is None or back is None or there == pytest.approx(back)


@pytest.mark.parametrize(
    ("precision", "shown"), [("day", "2025-08-11"), ("month", "2025-08"), ("year", "2025")]
)
def test_date_cut_to_its_precision(precision, shown):
    assert partial_date(dt.date(2025, 8, 11), precision) == shown


@pytest.mark.parametrize(
    ("answers", "found", "days", "is_right"),
    [
        (["2025-08-11"], "2025-08-11", 0, True),
        (["2025-08-11"], "2025-08", 0, False),
        (["2025-08-11"], "2025-08-14", 3, True),
        (["2025-08-11"], "2025-08-15", 3, False),
        (["2025-08-11"], "2025-08-10", 3, False),
        (["2025-08-11", "2025-08"], "2025-08", 0, True),
        (["--08-11"], None, 0, True),
        (["--08-11"], "2025-08-11", 0, True),
        (["--08-11"], "2025-08-12", 0, False),
        ([None], None, 0, True),
        ([None], "2025", 0, False),
    ],
)
def test_right_dates(answers, found, days, is_right):
    assert same_date(answers, found, days) is is_right
