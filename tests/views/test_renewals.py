"""Entries that are renewed from time to time: their cycles, and requests that are pending."""

import datetime as dt

import pytest
from storyline import changes, status

V = "vkist_phase_2"
E = "eps_labour_mou"


def test_withdrawn_and_renewed(story):
    story.commitment(E, renewable=True)
    story.tell("2016-05-17", "Hai Bộ ký bản ghi nhớ về lao động EPS.", "signed", E)
    story.tell("2017-02-01", "Hàn Quốc hủy bỏ bản ghi nhớ về lao động EPS.", "withdrawn", E)
    story.tell("2017-09-01", "Việt Nam đề nghị ký lại bản ghi nhớ.", "proposed", E)
    story.tell("2018-03-23", "Hai Bộ ký lại bản ghi nhớ về lao động EPS.", "signed", E)
    assert changes(story.warehouse(), E) == [
        ("2016-05-17", "signed", 1, "r01"),
        ("2017-02-01", "withdrawn", 1, "r02"),
        ("2017-09-01", "proposed", 2, "r03"),
        ("2018-03-23", "signed", 2, "r04"),
    ]


def test_lapsed_and_renewed(story):
    story.commitment(E, renewable=True)
    story.tell("2010-12-28", "Hai Bộ ký bản ghi nhớ về lao động EPS.", "signed", E)
    story.tell("2012-08-29", "Bản ghi nhớ hết hạn và chưa được gia hạn.", "stalled", E)
    story.tell("2013-03-01", "Việt Nam đề nghị Hàn Quốc gia hạn bản ghi nhớ.", "proposed", E)
    story.tell("2013-06-01", "Đàm phán tạm dừng.", "stalled", E)
    story.tell("2013-09-01", "Hai bên nhất trí về bản ghi nhớ mới.", "agreed", E)
    story.tell("2013-12-31", "Hai Bộ ký bản ghi nhớ đặc biệt.", "signed", E)
    assert changes(story.warehouse(), E) == [
        ("2010-12-28", "signed", 1, "r01"),
        ("2012-08-29", "stalled", 1, "r02"),
        ("2013-03-01", "proposed", 2, "r03"),
        ("2013-06-01", "stalled", 2, "r04"),
        ("2013-09-01", "agreed", 2, "r05"),
        ("2013-12-31", "signed", 2, "r06"),
    ]


def test_a_new_instrument_opens_the_next_cycle(story):
    story.commitment(E, renewable=True)
    story.tell("2018-03-23", "Hai Bộ ký bản ghi nhớ về lao động EPS.", "signed", E)
    story.tell("2025-08-11", "Hai Bộ trao bản ghi nhớ mới về lao động EPS.", "signed", E)
    db = story.warehouse()
    assert changes(db, E) == [("2018-03-23", "signed", 1, "r01"), ("2025-08-11", "signed", 2, "r02")]
    assert status(db, E)["cycle"] == 2


def test_the_same_instrument_told_again_does_not(story):
    story.commitment(E, renewable=True)
    story.tell("2025-08-11", "Hai Bộ ký bản ghi nhớ về lao động EPS.", "signed", E)
    story.tell("2025-08-12", "Chiều qua hai Bộ ký bản ghi nhớ.", "signed", E)
    story.tell("2026-03-10", "Bản ghi nhớ ký tháng 8/2025.", "signed", E, acted="2025-08", background=True)
    assert changes(story.warehouse(), E) == [("2025-08-11", "signed", 1, "r01")]


def test_a_second_signing_of_what_is_not_renewable_does_not(story):
    story.commitment(V)
    story.tell("2018-03-23", "Hai Bộ ký văn kiện dự án.", "signed", V)
    story.tell("2025-08-11", "Hai Bộ ký văn kiện bổ sung của dự án.", "signed", V)
    assert changes(story.warehouse(), V) == [("2018-03-23", "signed", 1, "r01")]


def test_a_proposal_after_the_signing_is_pending(story):
    story.commitment(E, renewable=True)
    story.tell("2018-03-23", "Hai Bộ ký bản ghi nhớ về lao động EPS.", "signed", E)
    story.tell("2020-01-10", "Việt Nam đề nghị gia hạn bản ghi nhớ.", "proposed", E)
    db = story.warehouse()
    now = status(db, E)
    assert (now["current_stage"], now["pending"], now["since_on"]) == ("signed", True, dt.date(2018, 3, 23))
    assert not status(db, E, "2019-12-31")["pending"]


def test_the_next_signing_settles_it(story):
    story.commitment(E, renewable=True)
    story.tell("2018-03-23", "Hai Bộ ký bản ghi nhớ về lao động EPS.", "signed", E)
    story.tell("2020-01-10", "Việt Nam đề nghị gia hạn bản ghi nhớ.", "proposed", E)
    story.tell("2020-06-10", "Hai Bộ ký gia hạn bản ghi nhớ.", "signed", E)
    now = status(story.warehouse(), E)
    assert (now["pending"], now["cycle"]) == (False, 2)


@pytest.mark.parametrize(("signed", "pending"), [("2025", False), ("2025-08", True), ("2025-09", False)])
def test_a_request_inside_the_period_of_the_signing_may_have_led_to_it(story, signed, pending):
    story.commitment(E, renewable=True)
    story.tell("2025-09-01", "Việt Nam đề nghị ký bản ghi nhớ mới.", "proposed", E)
    story.tell("2026-01-10", f"Bản ghi nhớ ký {signed}.", "signed", E, acted=signed, background=True)
    assert status(story.warehouse(), E)["pending"] is pending


def test_a_request_that_is_agreed_to_is_pending_until_it_is_signed(story):
    story.commitment(E, renewable=True)
    story.tell("2018-03-23", "Hai Bộ ký bản ghi nhớ về lao động EPS.", "signed", E)
    story.tell("2020-01-10", "Hai bên nhất trí gia hạn bản ghi nhớ.", "agreed", E)
    story.tell("2020-02-10", "Hai bên đang đàm phán bản ghi nhớ mới.", "in_progress", E)
    now = status(story.warehouse(), E)
    assert (now["current_stage"], now["cycle"], now["pending"]) == ("in_progress", 1, True)


def test_a_proposal_about_what_is_not_renewable_is_not_pending(story):
    story.commitment(V)
    story.tell("2018-03-23", "Hai Bộ ký văn kiện dự án.", "signed", V)
    story.tell("2020-01-10", "Việt Nam đề nghị đẩy nhanh dự án.", "proposed", V)
    assert not status(story.warehouse(), V)["pending"]


def test_a_stall_before_any_signing_is_no_lapse(story):
    story.commitment(E, renewable=True)
    story.tell("2013-03-01", "Hai bên nhất trí ký bản ghi nhớ.", "agreed", E)
    story.tell("2013-06-01", "Đàm phán tạm dừng.", "stalled", E)
    story.tell("2013-09-01", "Việt Nam đề nghị nối lại đàm phán.", "proposed", E)
    assert changes(story.warehouse(), E)[-1] == ("2013-09-01", "agreed", 1, "r03")
