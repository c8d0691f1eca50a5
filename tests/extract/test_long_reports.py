"""Officials and meetings: no text makes the search slower than its length, none makes it fail."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from persons import find, find_meetings, read

_DENSE = (
    "Ngày 5/3, Bộ trưởng Ngoại giao Bùi Thanh Sơn hội đàm với Ngoại trưởng Cho Tae Yul, hội kiến Thủ tướng "
    "Han Duck-soo và thăm Hàn Quốc, ký Bản ghi nhớ"
)


def _seconds(text):
    report = read(text)
    start = time.process_time()
    find_meetings(report, find(report))
    return time.process_time() - start


@pytest.mark.parametrize("unit", [f"{_DENSE}; ", f"{_DENSE}. ", "Nguyễn Văn ", "Bộ trưởng, Thứ trưởng và "])
def test_time_grows_with_length_only(unit):
    _seconds(unit * 5)  # warm
    short, long = min(_seconds(unit * 60) for _ in range(3)), min(_seconds(unit * 480) for _ in range(2))
    assert long < 8 * 4 * max(short, 0.002)


_PIECES = """
    Bộ trưởng Ngoại giao Hàn Quốc Việt Nam Kim Jung-kwan Nguyễn Hồng Diên hội đàm với và , . ( ) - thăm ký
    Bản ghi nhớ ông Tổng thống 11/8 tại Seoul Ha TÔ LÂM the President of
"""
_WORDS = st.sampled_from([*_PIECES.split(), "\n"])


@settings(max_examples=60)
@given(st.lists(_WORDS, min_size=1, max_size=60).map(" ".join), st.sampled_from(["vi", "en"]))
def test_every_record_is_a_cut_of_the_text(text, language):
    report = read(f"Tin trong ngày. {text}", language)
    persons = find(report)
    keys = {p.key for p in persons}
    for person in persons:
        assert person.span.end <= len(report.text)
        assert person.key
    for meeting in find_meetings(report, persons):
        assert set(meeting.participants) <= keys
        assert meeting.span.of(report.text)
    assert persons == find(report)
