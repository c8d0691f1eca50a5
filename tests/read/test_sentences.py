"""Sentences: where newsroom prose ends them, and where a full stop ends nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.reading import report, sentences


def _split(text: str) -> list[str]:
    return [words for _, words in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên nhất trí.|Chiều nay họ ký.",
        "They met in November.|The ninth meeting began.",
        "Tàu được giao năm 2018.|Hai bộ còn ký thỏa thuận.",
        "Ông tới TP. HCM và TP.HCM.|Sau đó ông về nước.",
        "GS.TS. Nguyễn Văn Minh phát biểu.|PGS.TS Lan đồng ý.",
        "Mr. Cho met U.S. President Biden at 5 p.m. on Friday.|They agreed.",
        "Kim ngạch đạt 1.8 tỷ USD, tăng 2.5%.|Đó là mức cao.",
        "Bản ghi nhớ ngày 21.4.2015 hết hạn.|Hai bên ký lại.",
        "Theo chinhphu.vn, hai bên đồng ý.|Lễ ký diễn ra sáng nay.",
        "Có nhiều lĩnh vực...|Địa phương cũng tham gia.",
        "Họ chờ... rồi ký.|Lễ ký kết thúc.",
        "“Chúng tôi ủng hộ.”|Ông nói thêm.",
        "“Thật tốt!”, bà đáp.|Ông cười.",
        "Ông hỏi: “Khi nào ký?”|Bà đáp ngay.",
        "Hai bên nhất trí mở rộng hợp tác; sớm triển khai giai đoạn 2; chia sẻ kinh nghiệm.",
        "1. Bản ghi nhớ về lao động.|2. Bản ghi nhớ về giáo dục.",
        "Hai bên ký bản ghi nhớ./.|Đọc bài khác tại đây.",
        "Ngày 16/5, ông tới Hà Nội.|15 nước tham gia.",
        "Reuters đưa tin.|* Ngày 23/5, TASS đưa tin.",
    ],
)
def test_splits(text: str) -> None:
    parts = text.split("|")
    assert _split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hai bên nhất trí.Chiều nay họ ký.", ["Hai bên nhất trí.", "Chiều nay họ ký."]),
        ("They met in November.The talks began.", ["They met in November.", "The talks began."]),
        ("Tàu giao năm 2018.Hai bộ ký thỏa thuận.", ["Tàu giao năm 2018.", "Hai bộ ký thỏa thuận."]),
    ],
)
def test_splits_glued_sentences(text: str, parts: list[str]) -> None:
    assert _split(text) == parts


def test_a_credit_in_the_middle_of_a_line_makes_a_caption() -> None:
    text = (
        "Phó Thủ tướng chụp ảnh với khách. Ảnh: Minh Anh – TTXVN Ngày 16/5, phát biểu tại buổi tiếp, ông "
        "đánh giá cao kinh nghiệm của tập đoàn. Khách cảm ơn sự đón tiếp."
    )
    assert sentences(text) == [
        ("caption", "Phó Thủ tướng chụp ảnh với khách. Ảnh: Minh Anh – TTXVN"),
        ("body", "Ngày 16/5, phát biểu tại buổi tiếp, ông đánh giá cao kinh nghiệm của tập đoàn."),
        ("body", "Khách cảm ơn sự đón tiếp."),
    ]


@pytest.mark.parametrize(
    ("credit", "following"),
    [
        ("Ảnh: QUANG MINH", "Chủ tịch hiệp hội cho biết thịt chưa thể xuất khẩu trong năm nay."),
        ("Ảnh: Minh Hải", "Ông Ryu nói những khó khăn ấy sẽ sớm được tháo gỡ trong năm nay."),
        ("Ảnh: Lan Anh, Hữu Minh - TTXVN", "Theo phóng viên tại Seoul, hai bên đã hội đàm sáng nay."),
        ("Ảnh: Lan Anh/TTXVN", "Tại cuộc gặp, hai nhà lãnh đạo đánh giá cao quan hệ song phương."),
        ("(Nguồn: TTXVN)", "Số liệu của cơ quan xúc tiến thương mại cho thấy vốn đầu tư tăng."),
        ("Ảnh: Xuân Minh.", "Hội chợ có sự tham gia của ba mươi doanh nghiệp Hàn Quốc."),
    ],
)
def test_a_credit_ends_where_the_next_sentence_starts(credit: str, following: str) -> None:
    text = f"Quang cảnh buổi làm việc của hai bên. {credit} {following}"
    assert sentences(text) == [
        ("caption", f"Quang cảnh buổi làm việc của hai bên. {credit}"),
        ("body", following),
    ]


@pytest.mark.parametrize("text", ["Tin, ảnh: Minh Anh.", "Hai bên bàn về hình ảnh: đất nước và con người."])
def test_other_uses_of_the_word_photo_are_no_credit(text: str) -> None:
    assert all(kind != "caption" for kind, _ in sentences(f"Hai bên ký bản ghi nhớ về du lịch. {text}"))


def test_furniture_and_a_crawlers_header_are_in_no_sentence() -> None:
    text = " date 2025-11-21 Chiều 21/11, hai bên hội kiến tại trụ sở Quốc hội.\n\n0:00 / 0:00\n\n"
    text += "Họ trao đổi cởi mở."
    assert _split(text) == ["Chiều 21/11, hai bên hội kiến tại trụ sở Quốc hội.", "Họ trao đổi cởi mở."]


_TEXT = st.text(st.sampled_from('aAđĐ .!?…"”“()\n1,;-*:Ảnh TTXVNộ/'), max_size=120)


@settings(max_examples=300, deadline=None)
@given(_TEXT)
def test_sentences_hold_every_word_of_a_line_in_order(text: str) -> None:
    if not any(char.isalpha() for char in text):
        return
    read = report(text)
    ends = 0
    held = set()
    for sentence in read.sentences:
        assert sentence.span.start >= ends
        assert "\n" not in sentence.span.of(read.text)
        ends = sentence.span.end
        held.update(range(sentence.span.start, sentence.span.end))
    for line in read.lines:
        if line.kind != "furniture":
            words = {at for at in range(line.span.start, line.span.end) if not read.text[at].isspace()}
            assert words <= held


def test_a_number_written_in_two_is_not_cut() -> None:
    text = "Việt Nam được giao 3. 500 chỉ tiêu trong năm nay."
    assert [words for _, words in sentences(text)] == [text]
    two = "Việc ấy xong hồi tháng 3. 500 người đã về nước."
    assert len(sentences(two)) == 2
