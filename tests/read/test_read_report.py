"""Files to reports: identity, refusals, and that nothing a file holds can raise."""

import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.read.limits import Limits
from flows.read.read_report import read_bytes, read_file
from flows.read.refusal import Refusal
from flows.read.report import Report
from tests.read.reading import outlets, read_one, report

TEXT = (
    "Việt Nam và Hàn Quốc bàn việc mở rộng hợp tác\n\n"
    "Thứ tư, 23/06/2021 19:45\n\n"
    "(ĐCSVN) - Ngày 23/6, hai Bộ trưởng đã hội đàm tại Hà Nội về lao động và thương mại.\n\n"
    "Hai bộ trưởng tại buổi hội đàm. Ảnh: TTXVN\n\n"
    "Hai bên nhất trí sớm ký bản ghi nhớ mới về phái cử lao động; chia sẻ kinh nghiệm đào tạo.\n"
)


def test_reads_a_report() -> None:
    read = report(TEXT)
    assert read.text == TEXT
    assert read.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert len(read.folded) == len(read.plain) == len(read.text)
    assert read.title == "Việt Nam và Hàn Quốc bàn việc mở rộng hợp tác"
    assert (read.language, read.outlet) == ("vi", "Báo điện tử Đảng Cộng sản Việt Nam")
    assert [line.kind for line in read.lines] == ["heading", "furniture", "body", "caption", "body"]
    assert str(read.published.when) == "2021-06-23"


def test_the_id_is_that_of_the_text_and_the_outlet_not_of_the_path() -> None:
    (first,) = read_bytes(TEXT.encode(), "a/1.txt", outlets(), Limits())
    (second,) = read_bytes(
        b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), "b/2.txt", outlets(), Limits()
    )
    other = report(TEXT.replace("(ĐCSVN)", "(TTO)"))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.report_id == second.report_id != other.report_id
    assert first.source.raw_sha256 != second.source.raw_sha256
    assert len(first.report_id) == 16


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty_file"),
        (b" \n\r\n\t", "empty_file"),
        (b"\xef\xbb\xbf", "no_text"),
        (b"--- 123 ---\n", "no_text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (
            "Hai bªn ®· ký biªn b¶n ghi nhí vµ tháa thuËn cña hai n\u00adíc".encode("latin-1"),
            "legacy_encoding",
        ),
        (b"a" * 1_000_001, "line_too_long"),
        (b"a\n" * 10_000_001, "too_large"),
    ],
)
def test_refuses(raw: bytes, reason: str) -> None:
    refusal = read_one(raw)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason
    assert refusal.detail.startswith("inbox/report.txt: ")


def test_reads_a_file(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(TEXT, "utf-8")
    (read,) = read_file(tmp_path / "1.txt", outlets(), Limits())
    assert isinstance(read, Report)
    assert read.source.path == (tmp_path / "1.txt").as_posix()


def test_a_file_that_went_away_is_missing(tmp_path: Path) -> None:
    (refusal,) = read_file(tmp_path / "1.txt", outlets(), Limits())
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "missing"


def test_a_folder_is_unreadable_as_a_file(tmp_path: Path) -> None:
    (refusal,) = read_file(tmp_path, outlets(), Limits())
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "unreadable"


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"x" * 5_000)
    (refusal,) = read_file(tmp_path / "1.txt", outlets(), Limits(max_file_bytes=1_000))
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "too_large"


_PIECES = [
    *("Ngày 11/8", "tháng 4/2025", "hôm nay", " date 2025-08-11 ", "\n", "\n\n", "Ảnh: TTXVN", "sẽ", "đã ký"),
    *(
        ". ",
        "(",
        ")",
        "Thứ tư, 23/06/2021 19:45",
        "năm 2030",
        "Hàn Quốc",
        "từ ",
        " - ",
        "./.",
        "31/2",
        "29/2",
    ),
    *(
        "kỷ niệm 30 năm quan hệ ngoại giao",
        "Theo TTXVN,",
        "0000-00-00",
        "\u0301",
        "Các tin khác",
        "cùng ngày",
    ),
]
_WORDS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=40)


def _check(read: Report) -> None:
    for line in read.lines:
        assert line.span.of(read.text).strip() == line.span.of(read.text) != ""
    for date in read.dates:
        assert date.span.end <= len(read.text)
    when = read.published.when
    assert (read.published.basis is not None) == (when is not None and when.is_complete)
    if when is not None and when.is_complete:
        assert when.first_day() is not None


@settings(max_examples=250, deadline=None)
@given(_WORDS)
def test_reads_whatever_a_page_may_say(words: list[str]) -> None:
    read = read_one(" ".join(words))
    if isinstance(read, Report):
        _check(read)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_never_raises_for_any_bytes(raw: bytes) -> None:
    for read in read_bytes(raw, "x", outlets(), Limits()):
        assert isinstance(read, Report | Refusal)


@pytest.mark.parametrize(
    "piece",
    [
        "ngày 1, 2, 3 và 5/6 ",
        "cùng ngày 11/8 ",
        "Ảnh: A. ",
        "Anh 1.jpg\n",
        "1. ",
        "kỷ niệm 30 năm ",
        "a",
        "8월 11일 ",
    ],
)
def test_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def seconds(n_chars: int) -> float:
        text = "Hàn Quốc. " + piece * (n_chars // len(piece))
        started = time.process_time()
        read_one(text)
        return time.process_time() - started

    assert seconds(60_000) < 30 * max(seconds(6_000), 0.01)
