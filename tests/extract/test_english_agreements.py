"""Agreements in English reports."""

import pytest

from tests.extract.test_find_agreements import agreements, only


@pytest.mark.parametrize(
    ("text", "title", "vn", "kr"),
    [
        pytest.param(
            "The Ministry of Justice of Vietnam and the RoK Ministry of Government Legislation signed a memorandum of "
            "understanding (MoU) on drafting laws on May 3.",
            "memorandum of understanding (MoU) on drafting laws",
            "Ministry of Justice of Vietnam", "RoK Ministry of Government Legislation",
            id="subjects-with-the-country-in-the-name",
        ),
        pytest.param(
            "An agreement on vocational training was signed between the People's Committee of Nghe An province and "
            "South Korea's Jeonju city on Monday.",
            "agreement on vocational training",
            "People's Committee of Nghe An province", "Jeonju city",
            id="between",
        ),
        pytest.param(
            "Korea's Minister of Oceans and Fisheries Kang Do-hyung signed an MoU with Vietnam's Minister of "
            "Agriculture and Environment Do Duc Duy on tuna.",
            "MoU on tuna",
            "Ministry of Agriculture and Environment", "Ministry of Oceans and Fisheries",
            id="ministers-and-a-partner-in-the-middle",
        ),
        pytest.param(
            "Vietnam and the RoK will make the most of the Vietnam - Korea Free Trade Agreement.",
            "Vietnam - Korea Free Trade Agreement", None, None,
            id="capitals-before-the-word",
        ),
        pytest.param(
            "Seoul's environment ministry and Hanoi's agriculture ministry signed an MOU on carbon markets.",
            "MOU on carbon markets", "agriculture ministry", "environment ministry",
            id="ministries-in-small-letters",
        ),
    ],
)  # fmt: skip
def test_titles_and_parties(text: str, title: str, vn: str | None, kr: str | None) -> None:
    found = only(text)
    assert (found.title, found.party_vn, found.party_kr) == (title, vn, kr)


@pytest.mark.parametrize(
    ("text", "act", "when"),
    [
        ("Vietnam and South Korea signed an agreement on film production on June 2, 2024.", "signed", "2024-06-02"),
        ("Vietnam and South Korea exchanged an MoU on film production on June 2.", "exchanged", None),
        ("The Vietnam-Korea Free Trade Agreement took effect in December 2015.", "referenced", None),
    ],
)  # fmt: skip
def test_acts_and_dates(text: str, act: str, when: str | None) -> None:
    found = only(text)
    assert (found.act, found.when) == (act, when)


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam and Japan signed an MoU on rice, while South Korea pledged more aid.",
        "Vietnam and South Korea reached an agreement to meet again next year.",
        "Vietnam asked South Korea to sign an MoU on seafood soon.",
        "Vietnam and South Korea signed several agreements.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert agreements(text) == ()
