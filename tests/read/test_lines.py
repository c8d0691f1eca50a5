"""Labels of lines: what is the article, what stands around it, and the traps between them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.read.canonical import canonical
from tests.read.reading import kinds

BODY = "Hai bên trao đổi về các biện pháp thúc đẩy hợp tác kinh tế, lao động và giáo dục trong thời gian tới."
MORE = "Phía Hàn Quốc khẳng định sẽ tiếp tục hỗ trợ Việt Nam đào tạo nguồn nhân lực chất lượng cao."
TITLE = "Việt Nam và Hàn Quốc bàn việc mở rộng hợp tác lao động"


def _kind(line: str, before: str = BODY, after: str = MORE) -> str:
    """The label of a line between two paragraphs under a headline."""
    text = f"{TITLE}\n\n{before}\n\n{line}\n\n{after}\n\n{BODY}"
    labels = {words: kind for kind, words in kinds(text)}
    return labels[line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "0:00 / 0:00",
        "0:00",
        "• Nam miền Bắc",
        "Nữ miền Nam",
        "Anh 1.jpg",
        "tong-bi-thu-2-8769",
        "https://example.org/tin/123.html",
        "-------",
        "/",
        "20231207173389",
        "Chờ...",
        "Chia sẻ",
        "Họ và tên",
        "Open navigation",
        "Hotline: 024.355.63.010",
        "Từ khóa: Hàn Quốc, APEC",
        "Nguồn: TTXVN",
        "Tin ảnh: Minh Anh",
        "Ảnh: TTXVN",
        "Photo : YONHAP News",
        "Thứ tư, 23/06/2021 19:45",
        "Thanh Tùng 06/10/2017 23:19",
        "30/03/2015 12:00",
        "Cập nhật lúc 10:30, 12/08/2025",
        "August 11, 2025 | 10:30",
        "Hà Nội, ngày 22 tháng 12 năm 2023",
        "Write: 2025-08-12 10:11:05 / Update: 2025-08-12 14:20:11",
        "Bình luận (3)",
        "VIETNAM, January 27 -",
        ">> Hàn Quốc tuyển thêm lao động thời vụ",
        "Xem thêm: Lịch thi tiếng Hàn năm tới",
    ],
)
def test_furniture(line: str) -> None:
    assert _kind(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Bộ trưởng hai nước tại lễ ký. (Ảnh: PV/Vietnam+)",
        "Hai bộ trưởng trao văn kiện (Ảnh: TTXVN).",
        "Đoàn công tác thăm vườn sâm. Ảnh: D.L",
        "Nhà máy của Samsung ở Bắc Ninh - Ảnh: Nikkei",
        "Lễ ký bản ghi nhớ giữa hai Bộ. (Nguồn: Bộ Công Thương)",
        "Ministers pose in Bangkok on August 3 (Photo: VNA)",
        "The two ministers shake hands in Seoul. Photo: Ministry of Foreign Affairs |",
        "Người lao động dự thi tiếng Hàn. Ảnh minh họa: TTXVN.",
        "Bộ trưởng Ngoại giao Bùi Thanh Sơn đón người đồng cấp Hàn Quốc",
        "The leaders (R) shake hands in Seoul on Aug. 11, 2025. (Pool photo) (Yonhap)",
        "Toàn cảnh lễ khai giảng của trường nghề",
        "Ông Kim Do Hyun (giữa) trong một sự kiện ở Seoul",
    ],
)
def test_captions(line: str) -> None:
    assert _kind(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Tăng hạn ngạch lao động theo chương trình EPS",
        "Nâng kim ngạch hai chiều lên 150 tỷ USD vào năm 2030",
        "Thủ tướng: Việt Nam sẵn sàng đón dòng vốn mới",
        "Bộ trưởng đề nghị Hàn Quốc hỗ trợ đăng cai APEC 2027",
    ],
)
def test_headings(line: str) -> None:
    assert _kind(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Gạo không nằm trong hiệp định.",
        "Các văn kiện hợp tác gồm:",
        "- Bản ghi nhớ về giáo dục",
        "1. Bản ghi nhớ về nghề cá",
        "thúc đẩy hợp tác giữa các địa phương",
        "Ngày 30/3, bản tiếng Anh được công bố.",
        "Theo dõi sát tình hình, hai bên nhất trí lập tổ công tác chung về lao động thời vụ.",
        "Nguồn vốn ODA của Hàn Quốc tiếp tục được ưu tiên cho các dự án y tế và giáo dục.",
    ],
)
def test_body(line: str) -> None:
    assert _kind(line) == "body"


def test_a_list_without_full_stops_is_body() -> None:
    items = ["Bản ghi nhớ về giáo dục", "Bản ghi nhớ về nghề cá", "Bản ghi nhớ về quyền tác giả"]
    text = "\n".join([TITLE, "", BODY, "Các văn kiện gồm:", *items, MORE])
    assert [kind for kind, words in kinds(text) if words in items] == ["body"] * 3


def test_a_cut_end_is_body() -> None:
    assert kinds(f"{TITLE}\n\n{BODY}\n\nThủ tướng Chính phủ và ông Ha")[-1][0] == "body"


def test_what_follows_the_article_is_furniture() -> None:
    text = "\n\n".join(
        [
            TITLE,
            BODY,
            MORE,
            BODY + " " + MORE,
            "Các tin khác",
            "- Hàn Quốc mở rộng cảng Busan",
            "Bình luận (0)",
        ]
    )
    assert [kind for kind, _ in kinds(text)][-3:] == ["furniture"] * 3


def test_a_toolbar_above_the_article_hides_nothing() -> None:
    text = "\n\n".join(["Tin mới", "Bình luận", "Tin liên quan", TITLE, BODY, MORE])
    assert [kind for kind, _ in kinds(text)] == ["furniture"] * 3 + ["heading", "body", "body"]


def test_a_box_of_links_ends_with_the_next_paragraph() -> None:
    text = "\n\n".join([TITLE, BODY, "Tin liên quan", "Hàn Quốc tăng học bổng cho sinh viên", MORE])
    assert [kind for kind, _ in kinds(text)] == ["heading", "body", "furniture", "furniture", "body"]


def test_a_teaser_after_the_end_mark_is_furniture() -> None:
    text = "\n\n".join([TITLE, BODY, BODY + " " + MORE, MORE[:-1] + "./.", "Tuyên bố chung của hai nước:"])
    assert kinds(text)[-1] == ("furniture", "Tuyên bố chung của hai nước:")


def test_an_end_mark_in_the_middle_ends_nothing() -> None:
    text = "\n\n".join([TITLE, MORE[:-1] + "./.", BODY, BODY, BODY])
    assert [kind for kind, _ in kinds(text)][-3:] == ["body"] * 3


def test_captions_that_an_archive_lists_at_the_end_are_captions_in_the_text_too() -> None:
    caption = "Thí sinh xếp hàng chờ vào phòng thi."
    text = "\n".join([TITLE, "", BODY, "", BODY, caption, MORE, BODY, MORE, MORE, "Hà Nhân", "", "", caption])
    labels = kinds(text)
    assert [kind for kind, words in labels if words == caption] == ["caption", "caption"]
    assert ("furniture", "Hà Nhân") in labels


def test_a_last_paragraph_after_a_gap_is_no_caption() -> None:
    assert kinds("\n\n".join([TITLE, BODY, MORE, BODY, MORE]))[-1] == ("body", MORE)


def test_the_name_under_a_post_is_no_author() -> None:
    text = "\n".join(["CÔNG VĂN VỀ HIỆU LỰC CỦA HIỆP ĐỊNH", "", BODY, "", "PHÓ VỤ TRƯỞNG", "Nguyễn Văn Minh"])
    assert kinds(text)[-1] == ("body", "Nguyễn Văn Minh")


def test_a_crawlers_header_does_not_hide_a_caption() -> None:
    text = f" date 2025-08-07 Hai bộ trưởng điện đàm. Ảnh: TTXVN phát\n\n{BODY}\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["caption", "body", "body"]


def test_a_credit_under_a_caption_on_a_line_of_its_own() -> None:
    text = "\n".join([TITLE, "", BODY, "", "Hai đoàn tại buổi ký kết ở Seoul", "Ảnh: TTXVN", "", MORE])
    assert kinds(text)[2:4] == [("caption", "Hai đoàn tại buổi ký kết ở Seoul"), ("furniture", "Ảnh: TTXVN")]


def test_a_heading_that_starts_like_a_byline() -> None:
    assert _kind("By the numbers of the two ministries") == "heading"


_LINES = st.lists(
    st.sampled_from(
        [TITLE, BODY, MORE, "", " ", "0:00", "Anh 1.jpg", "Ảnh: TTXVN", "Các tin khác", "Tin liên quan",
         "Hà Nhân", "Hai bộ trưởng bắt tay (Ảnh: TTXVN).", "- một", "gồm:", "./.", "23/06/2021 19:45", "\t",
         "Ông Kim (trái)"]
    )
    | st.text(max_size=12),
    max_size=14,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(_LINES)
def test_every_line_is_labelled_once(lines: list[str]) -> None:
    text = canonical("\n".join(lines))
    assert [words for _, words in kinds(text)] == [line.strip() for line in text.split("\n") if line.strip()]
