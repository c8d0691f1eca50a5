import pytest
from tellings import Telling, linked, row

from flows.link.cluster_copies import MOST_PAIRED, MOST_REPORTS

WIRE = [
    "Hai bộ trưởng trao đổi về việc mở rộng hợp tác trong lĩnh vực bán dẫn.",
    "Phía Hàn Quốc đánh giá cao môi trường đầu tư của các địa phương Việt Nam.",
    "Hai bên sẽ lập tổ công tác chung để theo dõi tiến độ của các dự án lớn.",
    "Bộ trưởng đề nghị nhà đầu tư chuyển giao công nghệ cho doanh nghiệp nội địa.",
    "Chuyến công tác kéo dài ba ngày và kết thúc tại thành phố Incheon.",
]
OTHER = [
    "Ban tổ chức giới thiệu các món ăn truyền thống của vùng Gyeongsang.",
    "Hơn hai trăm học sinh tham gia cuộc thi hùng biện tiếng Hàn năm nay.",
    "Các nghệ nhân trình diễn cách làm giấy dó và giấy hanji trước công chúng.",
    "Triển lãm mở cửa miễn phí cho người xem đến hết tháng sau.",
]


def telling(report_id: str, *sentences: str, **more: str) -> Telling:
    return Telling(report_id, "\n".join(sentences), **more)  # type: ignore[arg-type]


def clusters(*tellings: Telling) -> dict[str, str]:
    return dict(linked(*tellings)["reports"].select("report_id", "cluster_id").iter_rows())


def test_copy_with_another_lead_and_ending() -> None:
    agency = telling(
        "agency", "Tin của hãng thông tấn từ Seoul.", *WIRE, outlet="TTXVN", published="2025-05-02"
    )
    paper = telling("paper", "Bài trên báo ra sáng nay.", *WIRE[:4], "Ảnh: PV.", published="2025-05-03")
    tables = linked(agency, paper)
    of_paper = row(tables["report_clusters"], report_id="paper")
    assert (of_paper["shared_sentences"], of_paper["containment"]) == (4, 1.0)
    assert not of_paper["is_original"]
    assert row(tables["reports"], report_id="agency")["is_original"]


@pytest.mark.parametrize(
    ("why", "sentences"),
    [
        ("shares two sentences only", [*WIRE[:2], *OTHER[:1]]),
        ("shares three of seven, and of eight", [*WIRE[:3], *OTHER]),
        ("shares none", OTHER),
    ],
)
def test_report_of_its_own(why: str, sentences: list[str]) -> None:
    more = [f"{sentence[:-1]} trong năm nay và năm tới." for sentence in OTHER[1:]]
    assert linked(telling("agency", *WIRE, *more), telling("own", *sentences))[
        "report_clusters"
    ].is_empty(), why


def test_quotes_and_tone_placement_make_no_difference() -> None:
    other = [sentence.replace("hoà", "hòa").replace("-", "–").upper() for sentence in WIRE]
    of = clusters(telling("one", *WIRE), telling("other", *other))
    assert of["one"] == of["other"]


def test_short_lines_do_not_count() -> None:
    lines = ["Ảnh: TTXVN.", "Theo TTXVN.", "Mời xem thêm.", "Xin cảm ơn."]
    of = clusters(telling("one", *lines, *OTHER[:2]), telling("other", *lines, *WIRE[:2]))
    assert of["one"] != of["other"]


def test_digest_joins_one_cluster_and_makes_none_of_two() -> None:
    of = clusters(
        telling("first", *WIRE, published="2025-05-01"),
        telling("second", *OTHER, published="2025-05-01"),
        telling("digest", *WIRE, *OTHER, published="2025-05-03"),
    )
    assert of["first"] != of["second"]
    assert of["digest"] in (of["first"], of["second"])


def test_same_text_in_two_outlets_however_short() -> None:
    of = clusters(telling("one", "Tin ngắn.", outlet="A"), telling("other", "Tin ngắn.", outlet="B"))
    assert of["one"] == of["other"]


@pytest.mark.parametrize(
    ("first", "second", "original"),
    [
        ({"published": "2025-05-03"}, {"published": "2025-05-02"}, "second"),
        ({"published": "2025-05-02"}, {"published": "2025-05-02", "outlet": "TTXVN"}, "second"),
        ({"published": "2025-05"}, {"published": "2025-05-30"}, "second"),
        ({}, {"published": "2025-05-02"}, "second"),
        ({}, {}, "first"),
    ],
)
def test_original(first: dict[str, str], second: dict[str, str], original: str) -> None:
    """The earliest; of one day the agency's own; else the smaller id."""
    tables = linked(telling("first", *WIRE, **first), telling("second", *WIRE[:4], **second))
    (found,) = tables["reports"].filter("is_original")["report_id"]
    assert found == original


def test_much_copied_text_and_standing_phrase() -> None:
    """A text in more outlets than are compared pair by pair is one cluster; a phrase in all is not."""

    def own(n: int) -> list[str]:
        return [f"Đoàn số {n} đến thăm cơ sở đào tạo nghề thứ {k} của địa phương này." for k in range(2)]

    copies = [telling(f"copy {n:04}", *WIRE, *own(n)) for n in range(3 * MOST_PAIRED)]
    assert len(set(clusters(*copies).values())) == 1

    standing = [telling(f"own {n:05}", *WIRE[:3], *own(n)) for n in range(MOST_REPORTS + 1)]
    assert len(set(clusters(*standing).values())) == len(standing)
