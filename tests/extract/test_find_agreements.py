"""Agreements: who they are between, what they are called, what was done with them and when."""

from functools import cache

import pytest

from flows.extract.find_agreements import FindAgreements
from flows.extract.records import AgreementMention
from flows.reference.load import load_reference
from tests.builders import report


@cache
def _finder() -> FindAgreements:
    return FindAgreements(load_reference())


def agreements(text: str) -> tuple[AgreementMention, ...]:
    return _finder()(report(text))


def only(text: str) -> AgreementMention:
    (found,) = agreements(text)
    return found


@pytest.mark.parametrize(
    ("text", "vn", "kr"),
    [
        pytest.param(
            "Hai Bộ trưởng chứng kiến lễ ký Bản ghi nhớ về dược liệu giữa Bộ Y tế Việt Nam và Bộ Y tế và Phúc lợi "
            "Hàn Quốc.",
            "Bộ Y tế Việt Nam", "Bộ Y tế và Phúc lợi Hàn Quốc",
            id="and-inside-a-name",
        ),
        pytest.param(
            "Bản ghi nhớ về phim ảnh được ký giữa Bộ Văn hóa, Thể thao và Du lịch Hàn Quốc và Bộ Văn hóa, Thể thao "
            "và Du lịch Việt Nam.",
            "Bộ Văn hóa, Thể thao và Du lịch Việt Nam", "Bộ Văn hóa, Thể thao và Du lịch Hàn Quốc",
            id="korean-party-first-and-commas-inside",
        ),
        pytest.param(
            "Sáng 4/6, Viện Lúa Đồng bằng sông Cửu Long và Cơ quan Phát triển nông thôn Hàn Quốc (RDA) ký biên bản "
            "ghi nhớ về giống lúa.",
            "Viện Lúa Đồng bằng sông Cửu Long", "Cơ quan Phát triển nông thôn Hàn Quốc",
            id="before-the-verb-no-country-named",
        ),
        pytest.param(
            "Trường Đại học Cần Thơ vừa ký thỏa thuận trao đổi sinh viên với Đại học Kyungpook (Hàn Quốc).",
            "Trường Đại học Cần Thơ", "Đại học Kyungpook",
            id="partner-after-the-title-country-in-brackets",
        ),
        pytest.param(
            "Hanwha Ocean đã ký với Tổng công ty Công nghiệp Tàu thủy Việt Nam biên bản ghi nhớ về đóng tàu; phía Hàn "
            "Quốc sẽ cử chuyên gia.",
            "Tổng công ty Công nghiệp Tàu thủy Việt Nam", "Hanwha Ocean",
            id="partner-before-the-title-name-in-capitals",
        ),
        pytest.param(
            "Bộ trưởng Bộ Tư pháp Việt Nam Nguyễn Hải Ninh và Bộ trưởng Tư pháp Hàn Quốc Jung Sung-ho đã ký Bản ghi "
            "nhớ hợp tác thi hành án.",
            "Bộ Tư pháp Việt Nam", "Bộ Tư pháp Hàn Quốc",
            id="through-ministers",
        ),
        pytest.param(
            "Chiều 9/5, Chủ tịch UBND tỉnh Lào Cai Trần Huy Tuấn và Quận trưởng quận Goesan Song In-heon ký biên bản "
            "ghi nhớ về lao động nông nghiệp với sự chứng kiến của Đại sứ Hàn Quốc.",
            "UBND tỉnh Lào Cai", "quận Goesan",
            id="through-local-leaders",
        ),
        pytest.param(
            "Bản ghi nhớ giữa Viện Dầu khí, Tập đoàn Dầu khí Việt Nam và Viện Địa chất và Khoáng sản Hàn Quốc vừa "
            "được ký.",
            "Viện Dầu khí, Tập đoàn Dầu khí Việt Nam", "Viện Địa chất và Khoáng sản Hàn Quốc",
            id="the-larger-body-after-a-comma-is-no-party-of-its-own",
        ),
        pytest.param(
            "Thỏa thuận ba bên về điều dưỡng được ký giữa Trường Đại học Y Hà Nội, Bệnh viện Bạch Mai và Đại học "
            "Yonsei (Hàn Quốc).",
            "Trường Đại học Y Hà Nội, Bệnh viện Bạch Mai", "Đại học Yonsei",
            id="three-parties",
        ),
        pytest.param(
            "Kiểm toán Nhà nước hai nước Việt Nam và Hàn Quốc ký thỏa thuận hợp tác.",
            "Kiểm toán Nhà nước", "Kiểm toán Nhà nước",
            id="one-name-for-both",
        ),
        pytest.param(
            "Bộ trưởng Công Thương Nguyễn Hồng Diên tiếp Bộ trưởng Thương mại, Công nghiệp và Năng lượng Hàn Quốc "
            "Ahn Duk-geun. Cuối buổi, hai Bộ ký Bản ghi nhớ về chuỗi cung ứng.",
            "Bộ Công Thương", "Bộ Thương mại, Công nghiệp và Năng lượng Hàn Quốc",
            id="hai-bo-points-back-to-the-ministers",
        ),
        pytest.param(
            "Bộ trưởng Xây dựng Trần Hồng Minh làm việc với Bộ trưởng Đất đai, Hạ tầng và Giao thông Hàn Quốc Kim "
            "Yun-duk. Bộ trưởng Trần Hồng Minh và Bộ trưởng Kim Yun-duk đã ký Bản ghi nhớ về đường sắt.",
            "Bộ Xây dựng", "Bộ Đất đai, Hạ tầng và Giao thông Hàn Quốc",
            id="ministers-named-without-their-ministry",
        ),
        pytest.param(
            "Becamex IDC cùng các đối tác Hàn Quốc ký bản ghi nhớ về khu công nghiệp tại Bình Dương.",
            "Becamex IDC", None,
            id="a-side-that-is-not-named",
        ),
    ],
)  # fmt: skip
def test_parties(text: str, vn: str | None, kr: str | None) -> None:
    found = only(text)
    assert (found.party_vn, found.party_kr) == (vn, kr)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "Hai bên đã ký “Bản ghi nhớ về hợp tác số, dữ liệu và an ninh mạng” tại Seoul, Hàn Quốc; Việt Nam sẽ cử "
            "đoàn.",
            "Bản ghi nhớ về hợp tác số, dữ liệu và an ninh mạng",
            id="in-quotation-marks",
        ),
        pytest.param(
            "Bản ghi nhớ giữa Bộ Nội vụ Việt Nam và Bộ Nội vụ và An toàn Hàn Quốc về chính phủ số được ký sáng nay.",
            "Bản ghi nhớ giữa Bộ Nội vụ Việt Nam và Bộ Nội vụ và An toàn Hàn Quốc về chính phủ số",
            id="the-topic-follows-the-parties",
        ),
        pytest.param(
            "Lễ ký Biên bản ghi nhớ hợp tác giữa Bệnh viện Việt Đức và Bệnh viện Asan (Hàn Quốc) diễn ra hôm qua.",
            "Biên bản ghi nhớ hợp tác",
            id="no-topic",
        ),
        pytest.param(
            "Việt Nam và Hàn Quốc ký Hiệp định dẫn độ, nhằm siết chặt hợp tác chống tội phạm.",
            "Hiệp định dẫn độ",
            id="not-the-aim",
        ),
        pytest.param(
            "Hai nước Việt Nam, Hàn Quốc ký Hiệp định vận chuyển hàng không tại Hà Nội trong chuyến thăm.",
            "Hiệp định vận chuyển hàng không tại Hà Nội",
            id="not-the-occasion",
        ),
        pytest.param(
            "Đại học Huế ký biên bản hợp tác với Đại học Dongguk (Hàn Quốc) về bảo tồn di sản.",
            "biên bản hợp tác về bảo tồn di sản",
            id="a-partner-in-the-middle-is-left-out",
        ),
        pytest.param(
            "Việt Nam và Hàn Quốc ký Bản ghi nhớ hợp tác về lâm nghiệp, thủy sản và chăn nuôi giai đoạn 2026-2030.",
            "Bản ghi nhớ hợp tác về lâm nghiệp, thủy sản và chăn nuôi giai đoạn 2026-2030",
            id="with-its-period-and-list",
        ),
        pytest.param(
            "Việt Nam và Hàn Quốc đã ký Hiệp định Thương mại tự do (VKFTA) hồi năm 2015.",
            "Hiệp định Thương mại tự do (VKFTA)",
            id="with-its-short-form",
        ),
    ],
)  # fmt: skip
def test_title(text: str, title: str) -> None:
    assert only(text).title == title


@pytest.mark.parametrize(
    ("text", "act", "when"),
    [
        ("Ngày 7/9, Việt Nam và Hàn Quốc ký Hiệp định dẫn độ.", "signed", "--09-07"),
        ("Việt Nam và Hàn Quốc ký Hiệp định dẫn độ vào ngày 7/9/2013.", "signed", "2013-09-07"),
        ("Hiệp định dẫn độ Việt Nam - Hàn Quốc được ký kết tháng 9/2003.", "signed", "2003-09"),
        ("Hai bên triển khai Hiệp định dẫn độ Việt Nam - Hàn Quốc đã ký năm 2003.", "referenced", "2003"),
        ("Hai bên rà soát việc thực hiện Hiệp định dẫn độ Việt Nam - Hàn Quốc.", "referenced", None),
        ("Ngày 7/9, hai Bộ trưởng trao Hiệp định dẫn độ Việt Nam - Hàn Quốc.", "exchanged", None),
        ("Ngày 7/9, Việt Nam và Hàn Quốc ký tắt Hiệp định dẫn độ.", "initialled", None),
        ("Hiệp định dẫn độ giữa Việt Nam và Hàn Quốc có hiệu lực từ ngày 1/1/2005.", "referenced", None),
        (
            "Ngày 7/9, Bộ trưởng Bùi Thanh Sơn hội đàm với Bộ trưởng Cho Tae-yul tại Hàn Quốc. Sau hội đàm, hai Bộ "
            "trưởng chứng kiến lễ ký Bản ghi nhớ về đào tạo giữa Học viện Ngoại giao và Học viện Ngoại giao Hàn Quốc.",
            "signed",
            "--09-07",
        ),
        ("Nền tảng là bản ghi nhớ ngày 3.2.2016 giữa tỉnh Nghệ An và tỉnh Jeollanam (Hàn Quốc).", "referenced",
         "2016-02-03"),
    ],
)  # fmt: skip
def test_act_and_date(text: str, act: str, when: str | None) -> None:
    found = only(text)
    assert (found.act, found.when) == (act, when)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Biên bản ghi nhớ về y tế", "mou"),
        ("Văn bản ghi nhớ về y tế", "mou"),
        ("Hiệp định về y tế", "agreement"),
        ("Nghị định thư về y tế", "agreement"),
        ("Thỏa thuận về y tế", "agreement"),
        ("Biên bản thảo luận về y tế", "agreement"),
        ("Thỏa thuận sửa đổi, bổ sung Bản ghi nhớ về y tế", "amendment"),
        ("Kế hoạch hành động về y tế", "action_plan"),
        ("Tuyên bố chung về y tế", "joint_statement"),
        ("Ý định thư về y tế", "other"),
    ],
)
def test_kind(word: str, kind: str) -> None:
    assert only(f"Việt Nam và Hàn Quốc đã ký {word}.").kind == kind


@pytest.mark.parametrize(
    ("parties", "level"),
    [
        ("Chính phủ Việt Nam và Chính phủ Hàn Quốc", "state"),
        ("Bộ Y tế Việt Nam và Bộ Y tế và Phúc lợi Hàn Quốc", "ministry"),
        ("Cục Thú y Việt Nam và Cơ quan Kiểm dịch Hàn Quốc", "agency"),
        ("tỉnh Phú Thọ và tỉnh Jeollabuk (Hàn Quốc)", "province"),
        ("Tập đoàn Điện lực Việt Nam và Tập đoàn Điện lực Hàn Quốc", "company"),
        ("Đại học Đà Nẵng và Đại học Chungnam (Hàn Quốc)", "university"),
    ],
)
def test_level(parties: str, level: str) -> None:
    assert only(f"Bản ghi nhớ về đào tạo được ký giữa {parties}.").level == level


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Việt Nam và Hàn Quốc triển khai hiệu quả các thỏa thuận đã ký kết.", id="no-one-document"),
        pytest.param("Hai bên Việt Nam và Hàn Quốc thỏa thuận tăng cường hợp tác.", id="the-verb"),
        pytest.param(
            "Bộ Công Thương và Bộ Kinh tế Nhật Bản ký Bản ghi nhớ về hydro; Hàn Quốc cũng quan tâm lĩnh vực này.",
            id="another-country",
        ),
        pytest.param(
            "Bộ Y tế và UBND TP Hà Nội ký bản ghi nhớ về y tế cơ sở, mời các bác sĩ Hàn Quốc tham gia.",
            id="two-bodies-of-one-country",
        ),
        pytest.param("Hàn Quốc và Mỹ ký hiệp định hạt nhân dân sự, Việt Nam theo dõi sát.", id="without-viet-nam"),
        pytest.param("Việt Nam và Hàn Quốc cùng tham gia Hiệp định RCEP.", id="of-many-countries"),
        pytest.param("Hàn Quốc đề nghị Việt Nam sớm ký Bản ghi nhớ về nghề cá giữa hai nước.", id="a-wish"),
        pytest.param("Việt Nam và Hàn Quốc chưa ký lại bản ghi nhớ về lao động.", id="negated"),
        pytest.param("Việt Nam và Hàn Quốc đang đàm phán Hiệp định dẫn độ mới.", id="under-negotiation"),
        pytest.param("Lao động Việt Nam ở Hàn Quốc hết hạn hợp đồng phải về nước.", id="a-work-contract"),
        pytest.param(
            "Chính phủ Việt Nam ban hành Kế hoạch hành động quốc gia về rác nhựa, Hàn Quốc hỗ trợ kỹ thuật.",
            id="a-plan-of-one-country",
        ),
    ],
)  # fmt: skip
def test_not_an_agreement_of_the_two(text: str) -> None:
    assert agreements(text) == ()


def test_a_firm_plan_is_planned_and_has_no_date() -> None:
    found = only(
        "Ngày 2/3, Bộ Tài chính Việt Nam và Bộ Kinh tế và Tài chính Hàn Quốc sẽ ký Hiệp định khung về vay vốn."
    )
    assert (found.act, found.when) == ("planned", None)


def test_the_span_holds_the_title_and_the_parties() -> None:
    text = "Hôm qua, hai bên ký Bản ghi nhớ về cá ngừ giữa Cục Thủy sản Việt Nam và Viện Thủy sản Hàn Quốc tại Huế."
    found = only(text)
    assert found.span.of(report(text).text) == (
        "Bản ghi nhớ về cá ngừ giữa Cục Thủy sản Việt Nam và Viện Thủy sản Hàn Quốc"
    )


def test_capitals_and_letters_of_other_scripts() -> None:
    assert only("VIỆT NAM - HÀN QUỐC KÝ HIỆP ĐỊNH DẪN ĐỘ").title == "HIỆP ĐỊNH DẪN ĐỘ"
    assert (
        only("Việt Nam và Hàn Quốc ký Ƅản ghі nhớ về cá tra.".replace("Ƅ", "B")).title
        == "Bản ghі nhớ về cá tra"
    )


def test_a_text_that_is_cut_is_never_completed() -> None:
    found = only("Việt Nam và Hàn Quốc ký Bản ghi nhớ giữa Bộ Y tế Việt Nam và Bộ Y tế và Phúc lợi Hàn Q")
    assert found.party_kr is None or found.party_kr.endswith("Hàn Q")
