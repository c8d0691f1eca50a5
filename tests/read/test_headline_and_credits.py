"""What a text says of itself: headline, outlet, agency, author."""

import pytest

from tests.read.reading import report

BODY = "Hai bên trao đổi về các biện pháp thúc đẩy hợp tác kinh tế, lao động và giáo dục trong thời gian tới."
MORE = "Phía Hàn Quốc khẳng định sẽ tiếp tục hỗ trợ Việt Nam đào tạo nguồn nhân lực chất lượng cao."
TITLE = "Bưởi Việt Nam được cấp phép vào Hàn Quốc"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ([TITLE], TITLE),
        ([TITLE + "?"], TITLE + "?"),
        (["Chờ...", TITLE], TITLE),
        (["Thứ tư 12/11/2025 07:33", "Hotline: 024.355.63.010", "Thị trường", TITLE, "02/08/2024 09:30"],
         TITLE),
        ([TITLE, TITLE], TITLE),
        ([TITLE, "0:00 / 0:00"], TITLE),
        (["Công văn 50/2023 về hiệu lực của Hiệp định bảo hiểm xã hội", "BỘ NGOẠI GIAO", "THÔNG BÁO"],
         "Công văn 50/2023 về hiệu lực của Hiệp định bảo hiểm xã hội"),
        ([], None),
        ([BODY, "Tăng cường hợp tác lao động"], None),
        (["Photo : YONHAP News"], None),
        (["Hai bộ trưởng tại lễ ký (Ảnh: TTXVN)."], None),
        ([" date 2025-11-21 " + BODY], None),
    ],
)  # fmt: skip
def test_title(head: list[str], title: str | None) -> None:
    assert report("\n\n".join([*head, BODY, MORE])).title == title


@pytest.mark.parametrize(
    ("text", "outlet", "agency"),
    [
        (f"(ĐCSVN) - {BODY}", "Báo điện tử Đảng Cộng sản Việt Nam", None),
        (f"VOH - {BODY}", "VOH", None),
        (f" date 2022-08 (QNO) - {BODY}", "Quảng Nam Online", None),
        (f"VIETNAM, January 27 -\n\nHÀ NỘI - {BODY}", "Viet Nam News", None),
        (f"HÀ NỘI, 23/6 (TTXVN) - {BODY}", None, "Thông tấn xã Việt Nam"),
        (f"Theo TTXVN, {BODY}", None, "Thông tấn xã Việt Nam"),
        (f"Theo phóng viên TTXVN tại Seoul, {BODY}", None, "Thông tấn xã Việt Nam"),
        (f"{BODY}\n\nNguồn: TTXVN", None, "Thông tấn xã Việt Nam"),
        (f"{BODY}\n\nTTXVN/Tin Tức", "Báo Tin tức", "Thông tấn xã Việt Nam"),
        (f"{BODY}\n\nMinh Sơn (theo Yonhap)", None, "Yonhap"),
        (f"{BODY}\n\nwww.vietnamplus.vn", "VietnamPlus", None),
        (BODY, None, None),
        (f"{BODY} (Ảnh: TTXVN)", None, None),
        (f"Photo : YONHAP News\n\n{BODY}", None, None),
        (f"Lao động - thương binh là một lĩnh vực được quan tâm. {BODY}", None, None),
        (f"Vietnam - Korea trade has grown. {BODY}", None, None),
        (f"{BODY} Ông cho biết như vậy, theo Reuters.", None, None),
    ],
)
def test_outlet_and_agency(text: str, outlet: str | None, agency: str | None) -> None:
    read = report(f"{text}\n")
    assert (read.outlet, read.agency) == (outlet, agency)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (f"{TITLE}\n\nThanh Tùng 06/10/2017 23:19\n\n{BODY}\n\n{MORE}", "Thanh Tùng"),
        (f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nTin ảnh: Mạnh Hùng", "Mạnh Hùng"),
        (f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nPhương Hoà", "Phương Hoà"),
        (f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nThuỷ Tiên - Nghi Điền", "Thuỷ Tiên - Nghi Điền"),
        (f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nTRẦN NAM", "TRẦN NAM"),
        (f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nRELATED NEWS", None),
        (f"{TITLE}\n\n23/06/2021 19:45\n\n{BODY}\n\n{MORE}", None),
        (f"Hà Nội, ngày 22 tháng 12 năm 2023\n\n{BODY}", None),
        (f"{BODY}\n\nCác tin khác", None),
    ],
)
def test_author(text: str, author: str | None) -> None:
    assert report(text).author == author
