"""Signings and ceremonies of handing over: each rule with a counter-example."""

import pytest
from persons import meetings

SIGNINGS = [
    # The document stands before, those who sign it after "do", "được", "giữa", "là", "với".
    (
        "VKFTA do Bộ trưởng Vũ Huy Hoàng và Bộ trưởng Hàn Quốc Yoon Sang-jick ký ngày 5/5/2015 ở Hà Nội.",
        [("signing", "2015-05-05", ["Vũ Huy Hoàng", "Yoon Sang-jick"])],
    ),
    ("VKFTA sẽ do Bộ trưởng Vũ Huy Hoàng và Bộ trưởng Hàn Quốc Yoon Sang-jick ký ngày 5/5/2015.", []),
    (
        "Hiệp định được ký hôm 5/5/2015 giữa Bộ trưởng Vũ Huy Hoàng và Bộ trưởng Hàn Quốc Yoon Sang-jick.",
        [("signing", "2015-05-05", ["Vũ Huy Hoàng", "Yoon Sang-jick"])],
    ),
    (
        "Hiệp định vừa ký. Đại diện hai Chính phủ đặt bút ký là Bộ trưởng Vũ Huy Hoàng và Bộ trưởng Hàn Quốc "
        "Yoon Sang-jick.",
        [("signing", None, ["Vũ Huy Hoàng", "Yoon Sang-jick"])],
    ),
    (
        "Bộ trưởng Huỳnh Thành Đạt ký với Đại sứ Park Noh-wan văn bản bàn giao hôm 17/1/2022.",
        [("signing", "2022-01-17", ["Huỳnh Thành Đạt", "Park Noh-wan"])],
    ),
    # What was signed long ago is told of the paper, not of those who speak of it.
    (
        "Bộ trưởng Phan Văn Giang và Bộ trưởng Hàn Quốc Suh Wook hội đàm. Hai bên đánh giá việc thực hiện Tuyên "
        "bố chung ký năm 2018 và Bản ghi nhớ ký năm 2010.",
        [("talks", None, ["Phan Văn Giang", "Suh Wook"])],
    ),
    (
        "Bộ trưởng Phan Văn Giang và Bộ trưởng Hàn Quốc Suh Wook hội đàm. Hai bên đã ký Bản ghi nhớ.",
        [
            ("signing", None, ["Phan Văn Giang", "Suh Wook"]),
            ("talks", None, ["Phan Văn Giang", "Suh Wook"]),
        ],
    ),
    (
        "Ngày 17/1/2023, Chủ tịch Quốc hội Hàn Quốc Kim Jin-pyo và Phó Thủ tướng Vũ Đức Đam cắt băng khánh thành "
        "viện mà hai nước ký bản ghi nhớ tháng 11/2014.",
        [("ceremony", "2023-01-17", ["Kim Jin-pyo", "Vũ Đức Đam"])],
    ),
    # On behalf of two towns they sign themselves; a lead that names nobody is the same signing.
    (
        "Sáng 20/9, tỉnh Đồng Tháp và huyện Goheung của Hàn Quốc ký kết Biên bản ghi nhớ. Phó Chủ tịch UBND tỉnh "
        "Đoàn Tấn Bửu cùng ông Gong Young-min, Huyện trưởng Goheung, thay mặt hai địa phương đặt bút.",
        [("signing", "--09-20", ["Đoàn Tấn Bửu", "Gong Young-min"])],
    ),
    ("Sáng 20/9, tại Berlin, hai bộ lao động Việt Nam và Đức ký kết Biên bản ghi nhớ.", []),
    # Witnesses and signers of one ceremony; of another day they are others.
    (
        "Lễ ký diễn ra chiều 3/7 với sự chứng kiến của Thủ tướng Phạm Minh Chính. Chủ tịch UBND tỉnh Nguyễn Hương "
        "Giang và Thị trưởng Suwon Lee Jae-joon đã ký biên bản ghi nhớ.",
        [("signing", "--07-03", ["Phạm Minh Chính", "Nguyễn Hương Giang", "Lee Jae-joon"])],
    ),
    (
        "Lễ ký diễn ra chiều 3/7 với sự chứng kiến của Thủ tướng Phạm Minh Chính. Chủ tịch UBND tỉnh Nguyễn Hương "
        "Giang và Thị trưởng Suwon Lee Jae-joon đã ký biên bản ghi nhớ ngày 5/9.",
        [
            ("signing", "--07-03", ["Phạm Minh Chính"]),
            ("signing", "--09-05", ["Nguyễn Hương Giang", "Lee Jae-joon"]),
        ],
    ),
    # Agreed to be signed is not signed.
    (
        "Bộ trưởng Nguyễn Văn Hùng và Bộ trưởng Hàn Quốc Yoo In-chon hội đàm tối 18/9, nhất trí ký bản ghi nhớ.",
        [("talks", "--09-18", ["Nguyễn Văn Hùng", "Yoo In-chon"])],
    ),
    (
        "Bộ trưởng Nguyễn Văn Hùng và Bộ trưởng Hàn Quốc Yoo In-chon hội đàm tối 18/9, sau đó ký bản ghi nhớ.",
        [
            ("signing", "--09-18", ["Nguyễn Văn Hùng", "Yoo In-chon"]),
            ("talks", "--09-18", ["Nguyễn Văn Hùng", "Yoo In-chon"]),
        ],
    ),
    # Handed by one side to the other, not within one.
    (
        "Máy xét nghiệm vừa được Giám đốc KOICA Việt Nam Cho Han-deog trao cho Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên.",
        [("ceremony", None, ["Cho Han-deog", "Đỗ Xuân Tuyên"])],
    ),
    ("Bằng khen vừa được Bộ trưởng Đào Hồng Lan trao cho Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên.", []),
    (
        "Chủ tịch nước Nguyễn Xuân Phúc trao Huân chương Hữu nghị cho Đại sứ Hàn Quốc Park Noh-wan.",
        [("ceremony", None, ["Nguyễn Xuân Phúc", "Park Noh-wan"])],
    ),
]

ENGLISH = [
    (
        "The deal was signed in Hanoi on July 3, 2024 by Deputy Minister Tran Quoc Phuong and Ambassador Choi "
        "Young-sam.",
        [("signing", "2024-07-03", ["Tran Quoc Phuong", "Choi Young-sam"])],
    ),
    (
        "Labor Minister Lee Jung-sik and Vietnam's Dao Ngoc Dung oversaw the signing of six papers.",
        [("signing", None, ["Lee Jung-sik", "Đào Ngọc Dung"])],
    ),
    ("Labor Minister Lee Jung-sik and Vietnam's Dao Ngoc Dung hope to sign an agreement soon.", []),
    (
        "South Korea handed over a patrol boat to Vietnam on Nov. 5, 2018. Cho Hyun-bae, commissioner general of "
        "the Korea Coast Guard, and Bui Trung Dung, deputy commander of the Vietnam Coast Guard, signed the "
        "papers.",
        [("ceremony", "2018-11-05", ["Cho Hyun-bae", "Bui Trung Dung"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIGNINGS)
def test_signings(text, expected):
    assert sorted(meetings(text)) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_signings_in_english(text, expected):
    assert meetings(text, "en") == expected
