"""One instrument in several reports is one agreement; two instruments are never made one."""

import datetime as dt
from typing import Any

import pytest
from tellings import Telling, a_reference, linked, row

from flows.link.name_parties import NameParties

MOHA = "Bộ Nội vụ Việt Nam"
MOEL = "Bộ Lao động và Việc làm Hàn Quốc"


def told(report_id: str, title: str, *, on: str | None = None, **more: Any) -> Telling:
    return Telling(report_id, f"Hai bên đã ký {title} ({report_id}).", on).agreement(title, **more)


def n_instruments(*tellings: Telling) -> int:
    tables = linked(*tellings)
    assert tables["agreement_mentions"].height == len(tellings)
    return tables["agreements"].height


def test_registered_document_told_in_other_words() -> None:
    """One report gives the parties, the other the date."""
    with_parties = told(
        "one", "Bản ghi nhớ về phái cử lao động theo chương trình EPS", on="2025-08-11",
        act="handed_over", party_vn=MOHA, party_kr=MOEL,
    )  # fmt: skip
    with_date = told("two", "bản ghi nhớ lao động EPS", on="2025-08-13", when="--08-11")
    agreement = row(linked(with_parties, with_date)["agreements"])
    assert agreement["commitment_id"] == "eps_labour_mou"
    assert (agreement["signed_on"], agreement["signed_precision"]) == (dt.date(2025, 8, 11), "day")
    assert (agreement["party_vn_id"], agreement["party_kr_id"]) == ("moha_vn", "moel_kr")
    assert agreement["n_reports"] == 2


def test_renewable_document_signed_in_two_years_is_two() -> None:
    first = told("first", "Bản ghi nhớ theo chương trình EPS", on="2014-01-05", when="2013-12-31")
    second = told("second", "Bản ghi nhớ theo chương trình EPS", on="2025-08-11", when="2025-08-11")
    assert n_instruments(first, second) == 2
    news = told("news", "Bản ghi nhớ theo chương trình EPS", on="2018-03-23")
    assert n_instruments(first, second, news) == 3


def test_undated_reference_joins_the_only_instrument_and_else_none() -> None:
    dated = told("dated", "Bản ghi nhớ theo chương trình EPS", on="2025-08-11", when="2025-08-11")
    named = told("named", "Bản ghi nhớ theo chương trình EPS", on="2026-02-01", act="referenced")
    assert n_instruments(dated, named) == 1
    earlier = told("earlier", "Bản ghi nhớ theo chương trình EPS", on="2013-12-31", when="2013-12-31")
    assert n_instruments(dated, named, earlier) == 3


def test_amendment_is_not_what_it_amends() -> None:
    first = told("first", "Bản ghi nhớ về hợp tác nghề cá", when="2025-08-11")
    second = told("second", "Thỏa thuận sửa đổi Bản ghi nhớ về hợp tác nghề cá", kind="amendment")
    assert n_instruments(first, second) == 2


PARTIES = {"party_vn": "Bộ Công Thương", "party_kr": "Tập đoàn Điện lực Hàn Quốc"}


@pytest.mark.parametrize(
    ("title", "more", "n"),
    [
        ("bản ghi nhớ về phát triển lưới điện thông minh", {}, 1),
        ("Biên bản ghi nhớ hợp tác lưới điện thông minh", {"party_vn": "Bộ Công Thương Việt Nam"}, 1),
        ("bản ghi nhớ phát triển lưới điện", {"party_vn": "Viện Năng lượng, Bộ Công Thương"}, 2),
        ("bản ghi nhớ về điện hạt nhân", {}, 2),
        ("bản ghi nhớ về phát triển lưới điện thông minh", {"party_kr": "Tập đoàn Doosan"}, 2),
        ("bản ghi nhớ về phát triển lưới điện thông minh", {"when": "2019-05"}, 2),
        ("bản ghi nhớ về phát triển lưới điện thông minh", {"party_kr": None}, 1),
        ("bản ghi nhớ về lưới điện", {"party_kr": None}, 2),
    ],
)
def test_same_parties_and_topic(title: str, more: dict[str, Any], n: int) -> None:
    first = told("first", "bản ghi nhớ về phát triển lưới điện thông minh", when="2023-06-23", **PARTIES)
    assert n_instruments(first, told("second", title, **(PARTIES | more))) == n


def test_title_without_parties_that_fits_two_joins_none() -> None:
    title = "thỏa thuận tiếp nhận lao động thời vụ nông nghiệp"
    provinces = [
        told(f"province {n}", title, party_vn=f"tỉnh {vn}", party_kr=f"quận {kr}")
        for n, (vn, kr) in enumerate([("Quảng Nam", "Hamyang"), ("Thái Bình", "Yangju")])
    ]
    assert n_instruments(*provinces) == 2
    assert n_instruments(*provinces, told("vague", title)) == 3
    assert n_instruments(provinces[0], told("vague", title)) == 1


def test_two_documents_of_one_list_stay_two() -> None:
    """The shorter title is in the longer one; the report tells of both."""
    text = (
        "Các văn kiện gồm: bản ghi nhớ về năng lượng tái tạo; bản ghi nhớ về năng lượng tái tạo ngoài khơi."
    )
    report = Telling("list", text)
    report.agreement("bản ghi nhớ về năng lượng tái tạo ngoài khơi", **PARTIES)
    report.agreement("bản ghi nhớ về năng lượng tái tạo", **PARTIES)
    assert linked(report)["agreements"].height == 2


def test_report_that_tells_twice_keeps_the_telling_that_says_most() -> None:
    text = "Hai bên trao bản ghi nhớ về hợp tác nghề cá. Bản ghi nhớ hợp tác nghề cá ký ngày 11/8/2025."
    report = Telling("twice", text, "2025-08-12")
    report.agreement("bản ghi nhớ về hợp tác nghề cá", act="referenced")
    report.agreement("Bản ghi nhớ hợp tác nghề cá", when="2025-08-11")
    mention = row(linked(report)["agreement_mentions"])
    assert (mention["act"], mention["title"]) == ("signed", "Bản ghi nhớ hợp tác nghề cá")


@pytest.mark.parametrize(
    ("act", "when", "signed_on"),
    [
        ("signed", "--08-11", dt.date(2025, 8, 11)),
        ("referenced", "2023-06", dt.date(2023, 6, 1)),
        ("planned", "--08-20", None),
        ("initialled", "--08-10", None),
        ("signed", "--08-20", None),
    ],
)
def test_only_what_is_signed_has_a_date_of_signing(act: str, when: str, signed_on: dt.date | None) -> None:
    report = told("one", "bản ghi nhớ về hợp tác nghề cá", on="2025-08-11", act=act, when=when)
    assert row(linked(report)["agreement_mentions"])["signed_on"] == signed_on


def test_title_most_reports_give() -> None:
    titles = [
        "Bản ghi nhớ hợp tác nghề cá",
        "Bản ghi nhớ về hợp tác nghề cá",
        "Bản ghi nhớ về hợp tác nghề cá",
    ]
    tables = linked(*(told(f"r{n}", title) for n, title in enumerate(titles)))
    assert row(tables["agreements"])["title"] == "Bản ghi nhớ về hợp tác nghề cá"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Bộ Công Thương", "moit_vn"),
        ("Bộ Công Thương Việt Nam", "moit_vn"),
        ("BỘ CÔNG THƯƠNG (Việt Nam)", "moit_vn"),
        ("Bộ Công Thương, cơ quan đầu mối", "moit_vn"),
        ("the Ministry of Industry and Trade of Vietnam", "moit_vn"),
        ("Viện Năng lượng, Bộ Công Thương", None),
        ("Trường Cao đẳng Bộ Công Thương", None),
        ("Bộ Công Thương Lào", None),
    ],
)
def test_party_is_named(words: str, body: str | None) -> None:
    assert NameParties(a_reference(), "VN")(words).institution_id == body


def test_party_that_is_not_listed_is_found_by_its_name() -> None:
    text = "Đại học Quốc gia Hà Nội và Đại học Yonsei ký bản ghi nhớ về đào tạo bác sĩ."
    report = Telling("one", text).institution("Đại học Quốc gia Hà Nội", "VN")
    report.agreement(
        "bản ghi nhớ về đào tạo bác sĩ", party_vn="Đại học quốc gia Hà Nội", party_kr="Đại học Yonsei"
    )
    tables = linked(report)
    agreement = row(tables["agreements"])
    assert agreement["party_vn_id"] == row(tables["institution_mentions"])["institution_id"]
    assert agreement["party_kr_id"] is None


@pytest.mark.parametrize(
    ("told_here", "commitment_id"),
    [
        (["fisheries_mou"], "fisheries_mou"),
        (["fisheries_mou", "eps_labour_mou"], None),
        (["vkist_phase_2"], None),
        ([], None),
    ],
)
def test_document_told_in_the_same_words(told_here: list[str], commitment_id: str | None) -> None:
    """ "Văn kiện này" names nothing: the mention of the only document beside it does."""
    report = Telling("one", "Hai bên đã ký văn kiện này hôm qua. Tin tức khác.")
    for commitment in told_here:
        report.commitment(commitment, "signed", "Hai bên đã ký văn kiện này")
    report.commitment("eps_labour_mou", "reaffirmed", "Tin tức khác").agreement("văn kiện này")
    assert row(linked(report)["agreements"])["commitment_id"] == commitment_id
