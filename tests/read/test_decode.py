"""Decoding: the encodings that newsrooms hand over, and those that are refused with a reason."""

import codecs
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.read.canonical import canonical
from flows.read.decode import decode
from flows.read.refusal import NotReadableError

TEXT = (
    "Hai bên nhất trí tăng cường hợp tác và tạo thuận lợi cho các doanh nghiệp của hai nước. "
    "Việt Nam mong muốn được Hàn Quốc hỗ trợ đào tạo lao động, không ngừng mở rộng giao lưu."
)


def _cp1258(text: str) -> bytes:
    """Write Windows-1258: a letter with its hat, then the tone as a combining mark."""
    written = b""
    for char in text:
        marks = unicodedata.normalize("NFD", char)
        tone = "".join(m for m in marks if m in "\u0300\u0301\u0303\u0309\u0323")
        letter = unicodedata.normalize("NFC", "".join(m for m in marks if m not in tone))
        written += letter.encode("cp1258") + tone.encode("cp1258")
    return written


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        unicodedata.normalize("NFD", TEXT).encode(),
        _cp1258(TEXT),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-be bom", "utf-16-le", "utf-16-be", "utf-32", "nfd", "cp1258"],
)
def test_reads_vietnamese(raw: bytes) -> None:
    assert canonical(decode(raw)) == TEXT


def test_reads_english_and_korean_code_pages() -> None:
    english = "The “action plan” was signed in Seoul – the ministers said it would help companies."
    assert decode(english.encode("cp1252")) == english
    korean = "한국과 베트남은 협력을 강화하기로 합의했다. 양국 장관은 서울에서 만났다."
    assert decode(korean.encode("cp949")) == korean


def test_drops_a_character_that_the_end_cuts_in_two() -> None:
    assert decode("giai đoạn 2 của Viện".encode() + "ệ".encode()[:2]) == "giai đoạn 2 của Viện"


def test_marks_a_broken_byte_in_good_text() -> None:
    raw = (TEXT * 5).encode()
    cut = raw.index("trí".encode())
    assert decode(raw[:cut] + b"\xff" + raw[cut:]).count("\ufffd") == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("TCVN3", "Hai bªn nhÊt trÝ t¨ng c\u00adêng hîp t¸c vµ ®· ký biªn b¶n ghi nhí cña hai n\u00adíc"),
        ("VNI", "Hai beân nhaát trí taêng cöôøng hôïp taùc vaø ñaõ kyù bieân baûn ghi nhôù cuûa hai nöôùc"),
    ],
)
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_refuses_the_encodings_of_old_fonts(name: str, text: str, encoding: str) -> None:
    with pytest.raises(NotReadableError, match=name) as refused:
        decode(text.encode(encoding))
    assert refused.value.reason == "legacy_encoding"


@pytest.mark.parametrize("text", ["Em bé cao một mét", "São Paulo e «Núñez»", TEXT])
def test_does_not_take_good_text_for_old_fonts(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "raw",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", bytes(range(256)) * 4, b"PK\x03\x04\x14\x00\x00\x00"],
    ids=["png", "all bytes", "zip"],
)
def test_refuses_binary_data(raw: bytes) -> None:
    with pytest.raises(NotReadableError) as refused:
        decode(raw)
    assert refused.value.reason == "binary"


def test_says_what_a_mark_promises_in_vain() -> None:
    with pytest.raises(NotReadableError) as refused:
        decode(codecs.BOM_UTF8 + b"k\xff\xfe\xfd")
    assert refused.value.reason == "undecodable"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_decodes_or_refuses_any_bytes(raw: bytes) -> None:
    try:
        assert isinstance(decode(raw), str)
    except NotReadableError as refused:
        assert refused.reason in ("binary", "legacy_encoding", "undecodable")  # noqa: PT017
