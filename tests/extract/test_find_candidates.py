"""What becomes a candidate, and what does not: the cases of `candidates.yml`, and what holds for all."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.extract.records import CandidateMention
from tests.builders import extract

CONTEXT = "Việt Nam và Hàn Quốc có quan hệ tốt đẹp trên nhiều lĩnh vực."
ENGLISH_CONTEXT = "Vietnam and South Korea are partners in trade and in many other fields of common interest."
HOSPITAL = "Hai bên nhất trí sớm khởi công Bệnh viện Hữu nghị Sông Hàn tại Quảng Nam."


def candidates(sentence: str) -> tuple[CandidateMention, ...]:
    """The candidates of a report that speaks of both countries before it comes to the sentence."""
    context = ENGLISH_CONTEXT if sentence.isascii() else CONTEXT
    return extract(f"{context}\n{sentence}\n{context}").candidates


def cases() -> Iterator[Any]:
    listed = yaml.safe_load(Path(__file__).with_name("candidates.yml").read_text(encoding="utf-8"))
    for construction, examples in listed.items():
        for number, example in enumerate(examples, start=1):
            yield pytest.param(example["text"], example["found"], id=f"{construction} {number}")


@pytest.mark.parametrize(("text", "found"), list(cases()))
def test_a_sentence_gives_its_candidates(text: str, found: list[str]) -> None:
    assert [f"{c.stage}: {c.label}" for c in candidates(text)] == found


def test_the_words_from_the_verb_to_the_name_prove_it() -> None:
    (found,) = candidates(f"Tại hội đàm, {HOSPITAL[0].lower()}{HOSPITAL[1:]}")
    text = (
        f"{CONTEXT}\nTại hội đàm, hai bên nhất trí sớm khởi công Bệnh viện Hữu nghị Sông Hàn tại Quảng Nam."
    )
    assert found.span.of(text) == "nhất trí sớm khởi công Bệnh viện Hữu nghị Sông Hàn tại Quảng Nam."
    assert (found.kind, found.rule) == ("project", "candidates.name")


def test_a_thing_that_is_told_twice_is_one() -> None:
    (found,) = candidates(f"{HOSPITAL} Phía Hàn Quốc sẽ xây dựng Bệnh viện Hữu nghị Sông Hàn trong hai năm.")
    assert (found.label, found.stage) == ("Bệnh viện Hữu nghị Sông Hàn tại Quảng Nam", "agreed")


def test_what_has_gone_further_counts() -> None:
    (found,) = candidates(
        "Phía Việt Nam đề nghị sớm xây dựng Bệnh viện Hữu nghị Sông Hàn. "
        "Phía Hàn Quốc đang xây dựng Bệnh viện Hữu nghị Sông Hàn."
    )
    assert found.stage == "in_progress"


def test_one_thing_has_one_key_in_different_words() -> None:
    (full,) = candidates("Hai bên nhất trí đẩy nhanh dự án xây dựng Bệnh viện Hữu nghị Sông Hàn.")
    (short,) = candidates("Hàn Quốc sẽ xây dựng Bệnh viện Hữu nghị Sông Hàn.")
    assert full.key == short.key == "hospital|han huu nghi song|"


def test_a_place_in_korea_tells_two_centres_apart() -> None:
    (here,) = candidates("Hai bên nhất trí thành lập Trung tâm Điện ảnh Hàn Quốc tại Việt Nam.")
    (there,) = candidates("Hai bên nhất trí thành lập Trung tâm Điện ảnh Việt Nam tại Hàn Quốc.")
    assert (here.key, there.key) == ("centre|anh dien|", "centre|anh dien|han quoc")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Hai bên nhất trí xây dựng Bệnh viện Hữu nghị Sông H", id="a text that ends in the name"
        ),
        pytest.param("Hai bên nhất trí xây dựng Bệnh viện Hữu nghị...", id="a name that is cut"),
    ],
)
def test_a_name_that_is_cut_is_never_completed(sentence: str) -> None:
    assert extract(f"{CONTEXT}\n{sentence}").candidates == ()


def test_a_report_without_korea_has_none() -> None:
    report = f"Việt Nam và Lào có quan hệ tốt đẹp. {HOSPITAL.replace('Sông Hàn', 'Sông Mã')}"
    assert extract(report).candidates == ()


def test_a_heading_or_a_caption_has_none() -> None:
    report = f"Nhất trí xây dựng Bệnh viện Sông Hàn\n\n{CONTEXT}\n\nHai bên nhất trí xây Bệnh viện Sông Hàn. Ảnh: TTXVN\n"
    assert extract(report).candidates == ()


def test_hostile_text_costs_no_more_than_its_length() -> None:
    """Heads, verbs, capitals and places without end, as no newspaper writes them."""
    words = "xây dựng một dự án nhà máy tại Trung tâm Sông Hàn và khu công nghiệp ở Hàn Quốc, "
    begun = time.perf_counter()
    extract(f"{CONTEXT}\nHai bên nhất trí {words * 100}.")
    short = time.perf_counter() - begun
    begun = time.perf_counter()
    extract(f"{CONTEXT}\nHai bên nhất trí {words * 400}.")
    assert time.perf_counter() - begun < 12 * short + 0.5
