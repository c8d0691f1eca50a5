"""What holds for every text: spans inside it, one record an instrument, the same answer twice, no long waits."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import report
from tests.extract.test_find_agreements import agreements

_WORDS = st.sampled_from(
    [
        "Bản ghi nhớ", "Thỏa thuận", "Hiệp định", "(MOU)", "ký", "đã ký", "trao", "giữa", "và", "với", "về", "hợp tác",
        "Bộ Y tế", "Bộ trưởng Công Thương", "Việt Nam", "Hàn Quốc", "Nhật Bản", "hai bộ", "ngày 3/4", "“", "”", ";",
        ",", ".", "\n", "(", ")", "UBND tỉnh", "Samsung", "Nguyễn Văn An", "theo", "này", "các", "- ", "năm 2030",
    ]
)  # fmt: skip


@given(st.lists(_WORDS, min_size=1, max_size=60))
@settings(max_examples=150, deadline=None)
def test_spans_and_titles_are_of_the_text(words: list[str]) -> None:
    text = "Hôm nay " + " ".join(words)
    found = agreements(text)
    read = report(text)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(read.text)
        assert one.span.of(read.text).strip()
        assert one.title.split()[0] in one.span.of(read.text)
        assert one.party_vn is None or one.party_vn.strip()
    assert found == agreements(text)
    assert [a.span for a in found] == sorted(a.span for a in found)


def test_a_line_without_end_takes_time_in_proportion() -> None:
    entry = "Bộ Y tế Việt Nam và Bộ Y tế Hàn Quốc ký bản ghi nhớ giữa hai bộ về chủ đề, "
    agreements(entry)
    seconds = []
    for times in (50, 400):
        start = time.perf_counter()
        agreements(entry * times)
        seconds.append(time.perf_counter() - start)
    assert seconds[1] < 30 * seconds[0] + 0.5
