from typing import Any

import pytest
from tellings import Telling, linked, row

TWO = "Hai bên hướng tới kim ngạch 100 tỷ USD năm 2025 và 150 tỷ USD năm 2030."


def commitments(*tellings: Telling) -> dict[Any, str | None]:
    targets = linked(*tellings)["targets"]
    return {
        (value, year): of for value, year, of in targets.select("value", "due_year", "commitment_id").rows()
    }


def test_each_number_finds_its_own_commitment() -> None:
    report = Telling("one", TWO).target(100e9, due_year=2025).target(150e9, due_year=2030)
    assert commitments(report) == {(100e9, 2025): "trade_100bn", (150e9, 2030): "trade_150bn_2030"}


def test_misprinted_year_is_another_target_of_the_same_commitment() -> None:
    misprint = Telling("two", "Mục tiêu đặt ra cho năm 2023.").target(150e9, due_year=2023)
    found = commitments(Telling("one", TWO).target(150e9, due_year=2030), misprint)
    assert found == {(150e9, 2030): "trade_150bn_2030", (150e9, 2023): "trade_150bn_2030"}


@pytest.mark.parametrize("more", [{"metric": "domestic_trade"}, {"value": 15e9}, {"value": None}])
def test_other_quantity_beside_the_words_has_none(more: dict[str, Any]) -> None:
    report = Telling("one", TWO).target(**({"value": 150e9} | more))
    assert row(linked(report)["targets"])["commitment_id"] is None


def test_target_is_one_in_all_reports_and_once_in_each() -> None:
    text = "Mục tiêu 150 tỷ USD. Hai bên nhắc lại mốc 150 tỷ USD."
    reports = [
        Telling(name, f"{name}. {text}").target(150e9).target(150e9, "mốc 150 tỷ USD") for name in "ab"
    ]
    tables = linked(*reports)
    assert tables["targets"].height == 1
    assert tables["target_mentions"].height == 2


def test_currency_tells_targets_apart() -> None:
    report = Telling("one", TWO).target(150e9).target(150e9, currency=None)
    assert linked(report)["targets"].height == 2
