"""The registry names what it should: an example and a counter-example for each entry that has look-alikes."""

import csv
from pathlib import Path

import pytest
import yaml
from naming import named_in

from flows.reference.load import load_reference

TABLE = yaml.safe_load(Path(__file__).with_name("commitment_names.yml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(row["text"], set(row["names"]), id=row["text"]) for rows in TABLE.values() for row in rows
]
CONTRACT = Path(__file__).parents[3] / "shared/gold/commitment_ids.csv"

HEADLINES = {"vkist_phase_2", "apec_2027", "eps_labour_mou"}


@pytest.mark.parametrize(("text", "names"), CASES)
def test_a_sentence_names_these_commitments_and_no_others(text: str, names: set[str]):
    assert named_in(text) == names


def test_every_entry_has_an_example():
    shown = {name for rows in TABLE.values() for row in rows for name in row["names"]}
    assert shown == {c.commitment_id for c in load_reference().commitments}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Viện Khoa học và Công nghệ Việt Nam - Hàn Quốc", "Viện Khoa học và Công nghệ Việt Nam – Hàn Quốc"),
        ("Viện Khoa học và Công nghệ Việt Nam-Hàn Quốc", "VIỆN KHOA HỌC VÀ CÔNG NGHỆ VIỆT NAM - HÀN QUỐC"),
        (
            "Hàn Quốc chuyển giao công nghệ hạt nhân: điện hạt nhân Việt Nam",
            "Nam Hàn: điện nguyên tử Việt Nam",
        ),
        ("Biên bản thoả thuận của Đà Nẵng với Pyeongtaek", "Biên bản thỏa thuận của Đà Nẵng với Pyeongtaek"),
        ("Hội nghị Cấp cao Mekong-Hàn Quốc năm 2026", "Hội nghị thượng đỉnh Mê Công – Hàn Quốc năm 2026"),
        ("Việt Nam, Hàn Quốc: kim ngạch 150 tỷ USD", "Việt Nam, Hàn Quốc: kim ngạch 150 tỉ đôla"),
    ],
)
def test_spelling_makes_no_difference(one: str, other: str):
    assert named_in(one) == named_in(other) != set()


def test_the_headline_entries_are_there():
    registry = {c.commitment_id: c for c in load_reference().commitments}
    assert set(registry) >= HEADLINES
    assert registry["eps_labour_mou"].renewable
    assert registry["vkist_phase_2"].parent_id == "vkist"
    assert str(registry["apec_2027"].due) == "2027-11"


@pytest.mark.skipif(not CONTRACT.exists(), reason="the shared contract is not beside this checkout")
def test_every_id_of_the_contract_is_registered():
    with CONTRACT.open(encoding="utf-8", newline="") as file:
        ids = {row["id"] for row in csv.DictReader(file)}
    assert ids - {c.commitment_id for c in load_reference().commitments} == set()
