"""Numbers with units: what is read from the words, and what is no quantity."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extract.quantities import find_quantities
from flows.read.fold import fold

# Text; value, upper end, unit, currency, qualifier.
READ = [
    ("150 tỷ USD", 150e9, None, "money", "USD", None),
    ("gần 150 tỉ đô la Mỹ", 150e9, None, "money", "USD", "gần"),
    ("US$150 billion", 150e9, None, "money", "USD", None),
    ("over $200mn", 200e6, None, "money", "USD", "over"),
    ("a 150-billion-dollar goal", 150e9, None, "money", "USD", None),
    ("1,5 tỷ USD", 1.5e9, None, "money", "USD", None),
    ("1.5 billion USD", 1.5e9, None, "money", "USD", None),
    ("1.234 million USD", 1.234e6, None, "money", "USD", None),
    ("1.234 triệu USD", 1.234e9, None, "money", "USD", None),
    ("hơn 3 nghìn tỷ đồng", 3e12, None, "money", "VND", "hơn"),
    ("300 trăm triệu won", 30e9, None, "money", "KRW", None),
    ("20 triệu euro", 20e6, None, "money", "EUR", None),
    ("150 tỷ vào năm 2030", 150e9, None, "plain", None, None),
    ("6.300 lao động", 6300, None, "plain", None, None),
    ("15,400 workers", 15400, None, "plain", None, None),
    ("2, 4 triệu lượt khách", 2.4e6, None, "plain", None, None),
    ("khoảng 12-13 triệu lượt khách", 12e6, 13e6, "plain", None, "khoảng"),
    ("60.000-70.000 người", 60000, 70000, "plain", None, None),
    ("từ 10 đến 15 triệu USD", 10e6, 15e6, "money", "USD", None),
    ("between 100 and 150 million dollars", 100e6, 150e6, "money", "USD", None),
    ("xuống dưới 30%", 30, None, "percent", None, "dưới"),
    ("8.000 ha đất", 8000, None, "area", None, None),
    ("150 GW điện", 150, None, "power", "GW", None),
    ("khoảng 4.000MW", 4000, None, "power", "MW", "khoảng"),
    ("seven new projects", 7, None, "plain", None, None),
]  # fmt: skip

NONE = [
    "ngày 11/8/2025",
    "lúc 19:45",
    "Covid-19 và SARS-CoV-2",
    "giai đoạn 2018 - 2020",
    "năm 2030",
    "lần thứ 25",
    "giai đoạn 2 của dự án",
    "tàu SE3, cách 6km",
]


@pytest.mark.parametrize(("text", "value", "value_max", "unit", "currency", "qualifier"), READ)
def test_reads(text, value, value_max, unit, currency, qualifier):
    (q,) = find_quantities(fold(text))
    assert (q.value, q.value_max, q.unit, q.currency, q.qualifier) == (
        value,
        value_max,
        unit,
        currency,
        qualifier,
    )


@pytest.mark.parametrize("text", NONE)
def test_is_none(text):
    assert find_quantities(fold(text)) == []


def test_a_rise_is_two_figures_and_no_range():
    text = "từ 87 tỷ USD lên 150 tỷ USD"
    assert [q.span.of(text) for q in find_quantities(fold(text))] == ["87 tỷ USD", "150 tỷ USD"]
    text = "from 87 billion to 150 billion USD"
    assert [q.span.of(text) for q in find_quantities(fold(text))] == ["87 billion", "150 billion USD"]


def test_a_sum_in_two_currencies_is_one_and_the_sum_outside_the_brackets_tells_it():
    text = "khoản tài trợ 200 tỷ won (khoảng 150 triệu USD)"
    (q,) = find_quantities(fold(text))
    assert (q.value, q.currency) == (200e9, "KRW")


def test_two_sums_in_one_sentence_stay_two():
    found = find_quantities(fold("Hàn Quốc góp 35 triệu USD, Việt Nam góp 800 tỷ đồng"))
    assert [(q.value, q.currency) for q in found] == [(35e6, "USD"), (800e9, "VND")]


def test_listed_sums_share_their_currency():
    found = find_quantities(fold("70 tỷ hoặc 100 tỷ USD"))
    assert [(q.value, q.currency) for q in found] == [(70e9, "USD"), (100e9, "USD")]
    found = find_quantities(fold("2 triệu khách và 100 tỷ USD"))
    assert [(q.value, q.currency) for q in found] == [(2e6, None), (100e9, "USD")]


@given(st.text(alphabet="0123456789.,-%$ tỷtriệuUSDnămđến/:()", max_size=120))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_order_inside_any_text(text):
    found = find_quantities(fold(text))
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(q.value_max is None or q.value < q.value_max for q in found)


@given(st.integers(min_value=1, max_value=999), st.sampled_from(["tỷ", "tỉ", "triệu", "nghìn"]))
@settings(max_examples=50, deadline=None)
def test_whole_numbers_are_scaled(number, scale):
    factor = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3}[scale]
    (q,) = find_quantities(fold(f"{number} {scale} USD"))
    assert q.value == number * factor
