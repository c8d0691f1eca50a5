"""Bytes to text: UTF-8, UTF-16 and Windows-1258; old Vietnamese fonts are recognised and refused."""

import codecs
import re
import unicodedata
from typing import Final

from flows.read.reader_words import reader_words
from flows.read.refusal import NotReadableError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 65_536
_FONT_SAMPLE: Final = 4_000
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_CHARACTER = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY: Final = "it is no text but binary data: give the article as a text file"
_BROKEN: Final = "\ufffd"

# Frequent words as they look where a font's own encoding is read as Latin-1: "và", "là", "của", "được", …
_TCVN3 = frozenset(
    (
        "vµ",
        "lµ",
        "cña",
        "®\u00adîc",
        "®îc",
        "kh«ng",
        "c¸c",
        "ng\u00adêi",
        "nh÷ng",
        "viöt",
        "®õn",
        "®·",
        "víi",
        "®ã",
    )
)
_VNI = frozenset(
    (
        "vaø",
        "laø",
        "cuûa",
        "ñöôïc",
        "khoâng",
        "caùc",
        "ngöôøi",
        "nhöõng",
        "vieät",
        "ñeán",
        "ñaõ",
        "vôùi",
        "moät",
    )
)
_WORD = re.compile("[\\w®¸«÷·\u00ad]+")


def decode(raw: bytes) -> str:
    """Turn the bytes of a file into text.

    A multi-byte character that the end of the file cuts in two is dropped; a few broken bytes in an
    otherwise good UTF-8 text become U+FFFD.

    Raises:
        NotReadableError: `binary`, `legacy_encoding` (TCVN3, VNI) or `undecodable`.
    """
    text = _decode_marked(raw)
    if text is None:
        text = _decode_utf16_unmarked(raw) if b"\x00" in raw[:_SAMPLE] else _decode_utf8(raw)
    if text is None:
        if _is_binary(raw[:_SAMPLE]):
            raise NotReadableError("binary", _BINARY)
        _refuse_font_encodings(raw[:_FONT_SAMPLE].decode("latin-1"))
        return _decode_code_page(raw)
    sample = text[:_SAMPLE]
    if _CONTROL_CHARACTER.search(sample) and len(_CONTROL_CHARACTER.findall(sample)) > len(sample) * 0.02:
        raise NotReadableError("binary", _BINARY)
    _refuse_font_encodings(text[:_FONT_SAMPLE])
    return text


def _decode_marked(raw: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                # An odd byte at the end is a character cut in two.
                return codecs.getincrementaldecoder(encoding)().decode(raw[len(mark) :])
            except UnicodeDecodeError as error:
                raise NotReadableError(
                    "undecodable", f"it says that it is {encoding}, but is not at byte {error.start:,}"
                ) from error
    return None


def _decode_utf8(raw: bytes) -> str | None:
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        pass
    text = raw.decode("utf-8", errors="replace")
    n_broken = text.count(_BROKEN)
    n_good = sum(1 for char in text if char > "\x7f") - n_broken
    return text if n_broken * 20 <= n_good and n_broken * 500 <= len(text) else None


def _decode_utf16_unmarked(raw: bytes) -> str | None:
    """Recognise UTF-16 without its mark: every blank and Latin letter has a zero byte on one side."""
    sample = raw[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 5 > half and even * 50 < half:
        encoding = "utf-16-le"
    elif even * 5 > half and odd * 50 < half:
        encoding = "utf-16-be"
    else:
        return None
    try:
        return codecs.getincrementaldecoder(encoding)().decode(raw)
    except UnicodeDecodeError:
        return None


def _is_binary(sample: bytes) -> bool:
    return b"\x00" in sample or len(_CONTROL.findall(sample)) > len(sample) * 0.005


def _share_of(words: list[str], known: frozenset[str]) -> float:
    return sum(1 for word in words if word in known) / len(words) if words else 0.0


def _refuse_font_encodings(text: str) -> None:
    if text.isascii():
        return
    words = _WORD.findall(text.lower())
    for name, known in (("TCVN3", _TCVN3), ("VNI", _VNI)):
        if _share_of(words, known) > 0.02:
            raise NotReadableError(
                "legacy_encoding",
                f"its letters are those of the old {name} fonts: convert it to UTF-8 (UniKey does that)",
            )


def _decode_code_page(raw: bytes) -> str:
    """Decode Windows-1258, or another code page where a detector is sure of it."""
    try:
        text = raw.decode("cp1258")
    except UnicodeDecodeError:
        text = ""
    if text:
        words = _WORD.findall(unicodedata.normalize("NFC", text[:_SAMPLE]).lower())
        if _share_of(words, frozenset(reader_words().small_vi)) > 0.06:
            return text
    from charset_normalizer import from_bytes  # slow to import, rarely needed

    best = from_bytes(raw[:_SAMPLE], cp_isolation=["cp1258", "cp1252", "cp949"], threshold=0.15).best()
    if best is not None:
        try:
            return raw.decode(best.encoding)
        except UnicodeDecodeError:
            pass
    raise NotReadableError(
        "undecodable", "its encoding is not UTF-8, UTF-16 or Windows-1258: convert it to UTF-8"
    )
