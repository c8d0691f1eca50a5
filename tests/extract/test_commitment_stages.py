"""What a sentence says of a commitment: the cases of `stages.yml`, each rule with its counter-example."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders import mentions

# Some entries of the registry count only in a report that speaks of both countries.
CONTEXT = "Việt Nam và Hàn Quốc có quan hệ tốt đẹp trên nhiều lĩnh vực."
ENGLISH_CONTEXT = "Vietnam and South Korea are partners in trade and in many other fields of common interest."


def cases() -> Iterator[Any]:
    listed = yaml.safe_load(Path(__file__).with_name("stages.yml").read_text(encoding="utf-8"))
    for construction, examples in listed.items():
        for number, example in enumerate(examples, start=1):
            text = example.pop("text")
            for commitment, told in example.items():
                yield pytest.param(text, commitment, set(told), id=f"{construction} {number}")


@pytest.mark.parametrize(("text", "commitment", "expected"), list(cases()))
def test_a_sentence_gives_the_stage_and_the_side(text: str, commitment: str, expected: set[str]) -> None:
    context = ENGLISH_CONTEXT if text.isascii() else CONTEXT
    told = {
        f"{m.stage} {m.side}" + "*" * m.is_background
        for m in mentions(f"{text}\n{context}")
        if m.commitment_id == commitment
    }
    assert told == expected


def test_every_mention_is_proved_by_its_words() -> None:
    text = "Chiều 10/3, hai bên nhất trí mở rộng hợp tác; sớm triển khai giai đoạn 2 Viện VKIST.\n" + CONTEXT
    (told,) = [m for m in mentions(text) if m.commitment_id == "vkist_phase_2"]
    assert told.span.of(text) == "nhất trí mở rộng hợp tác; sớm triển khai giai đoạn 2 Viện VKIST."
    assert told.rule == "commitments.governing_verb"
    assert told.when == "--03-10"


def test_a_caption_never_adds_a_second_copy() -> None:
    text = (
        "Hai Bộ trưởng chứng kiến lễ ký Bản ghi nhớ về chương trình EPS. Ảnh: TTXVN\n\n"
        "Hôm qua, hai Bộ đã ký Bản ghi nhớ về phái cử lao động theo chương trình EPS tại Seoul.\n" + CONTEXT
    )
    (told,) = [m for m in mentions(text) if m.commitment_id == "eps_labour_mou"]
    assert "Hôm qua" in told.span.of(text)


def test_the_entries_of_a_list_are_signed_with_it() -> None:
    text = (
        "Lãnh đạo Việt Nam và Hàn Quốc chứng kiến lễ ký các văn kiện hợp tác gồm:\n"
        "Bản ghi nhớ về hợp tác nghề cá giữa hai Bộ.\n"
        "Bản ghi nhớ về phái cử và tiếp nhận lao động theo chương trình EPS.\n"
        "Hai bên cũng mong sớm làm giai đoạn 2 của VKIST.\n"
    )
    told = {m.commitment_id: m.stage for m in mentions(text)}
    assert told["fisheries_mou"] == told["eps_labour_mou"] == "signed"
    assert told["vkist_phase_2"] == "proposed"


def test_a_heading_opens_a_list_of_what_was_signed_before() -> None:
    text = (
        "Lãnh đạo Việt Nam và Hàn Quốc đã chứng kiến lễ ký nhiều văn kiện.\n"
        "Hai bên nhất trí gặp lại vào mùa thu.\n"
        "Danh sách văn kiện:\n"
        "1. Bản ghi nhớ về hợp tác nghề cá giữa hai Bộ.\n"
    )
    assert {m.commitment_id: m.stage for m in mentions(text)} == {"fisheries_mou": "signed"}


def test_a_list_of_what_will_be_signed_is_agreed() -> None:
    text = (
        "Theo dự kiến, trong chuyến thăm Hàn Quốc sẽ ký các văn kiện gồm:\n"
        "Bản ghi nhớ về hợp tác nghề cá giữa hai Bộ.\n"
    )
    assert {m.commitment_id: m.stage for m in mentions(text)} == {"fisheries_mou": "agreed"}


def test_a_pronoun_points_back_to_the_one_project_named_before() -> None:
    text = "Viện VKIST nằm ở Hòa Lạc. Hai nước đã khánh thành công trình này hôm qua.\n" + CONTEXT
    assert [(m.commitment_id, m.stage) for m in mentions(text)] == [("vkist", "fulfilled")]


def test_a_pronoun_that_could_mean_two_projects_means_none() -> None:
    text = "Viện VKIST và tuyến metro số 3 Hà Nội đều có vốn Hàn Quốc. Dự án này đã bị hủy bỏ.\n" + CONTEXT
    assert "withdrawn" not in {m.stage for m in mentions(text)}


def test_a_short_name_counts_once_the_commitment_was_named() -> None:
    text = (
        "Việt Nam và Hàn Quốc bàn về giai đoạn 2 của tuyến metro số 3 Hà Nội.\n"
        "Hàn Quốc tạm dừng bản ghi nhớ về phái cử lao động theo chương trình EPS. "
        "Bộ trưởng đề nghị sớm ký lại văn bản trong năm nay.\n"
    )
    told = [m.stage for m in mentions(text) if m.commitment_id == "eps_labour_mou"]
    assert told == ["stalled", "proposed"]


def test_a_short_name_alone_names_nothing() -> None:
    text = "Bộ trưởng đề nghị Hàn Quốc sớm ký lại văn bản trong năm nay.\n" + CONTEXT
    assert mentions(text) == ()
