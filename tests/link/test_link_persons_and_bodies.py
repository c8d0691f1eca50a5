import pytest
from tellings import Telling, linked, row

TEXT = "Bộ trưởng Kim Jung Kwan và Bộ trưởng Nguyễn Hồng Diên hội đàm."


def test_spellings_of_one_name_are_one_person() -> None:
    one = Telling("one", TEXT).official("Kim Jung Kwan", "Bộ trưởng", "KR")
    two = Telling("two", TEXT + " Ảnh.").official("Kim Jung-kwan", "Bộ trưởng", None)
    three = Telling("three", TEXT + " Hết.").official("Kim Jung Kwan", None, "KR")
    tables = linked(one, two, three)
    person = row(tables["officials"])
    assert (person["name"], person["country"], person["aliases"]) == ("Kim Jung Kwan", "KR", "Kim Jung-kwan")
    assert row(tables["official_mentions"], report_id="two")["country"] == "KR"


def test_names_that_only_look_alike_are_two_persons() -> None:
    one = Telling("one", TEXT).official("Kim Jung Kwan", None, "KR")
    assert linked(one.official("Kim Jung Hwan", None, "KR"))["officials"].height == 2


def test_listed_official_has_the_listed_name_and_country() -> None:
    report = Telling("one", TEXT).official("Lee Jae Myung", "Tổng thống", None)
    report.official("Lee Jae Myung", "Tổng thống", None, quote="Bộ trưởng")
    tables = linked(report)
    person = row(tables["officials"])
    assert (person["name"], person["country"]) == ("Lee Jae-myung", "KR")
    mention = row(tables["official_mentions"])
    assert (mention["name"], mention["name_as_written"]) == ("Lee Jae-myung", "Lee Jae Myung")


def test_aliases_do_not_repeat_the_name() -> None:
    report = Telling("one", TEXT).official("Nguyễn Hồng Diên", "Bộ trưởng", "VN")
    assert row(linked(report)["officials"])["aliases"] is None


def test_listed_bodies_are_all_there_and_unlisted_join_them() -> None:
    report = Telling("one", TEXT).institution("Bộ Công Thương", "VN", listed="moit_vn")
    report.institution("Viện Năng lượng", "VN")
    tables = linked(report, Telling("two", TEXT + " Hết.").institution("VIỆN NĂNG LƯỢNG"))
    assert tables["institutions"].height == 4
    body = row(tables["institutions"], name="Viện Năng lượng")
    assert tables["institution_mentions"].filter(institution_id=body["institution_id"]).height == 2


@pytest.mark.parametrize("countries", [("VN", "KR"), ("KR", "VN")])
def test_bodies_of_one_name_in_two_countries_are_two(countries: tuple[str, str]) -> None:
    tellings = [Telling(c, f"{TEXT} {c}").institution("Bộ Quốc phòng", c) for c in countries]
    assert linked(*tellings)["institutions"].filter(name="Bộ Quốc phòng").height == 2
