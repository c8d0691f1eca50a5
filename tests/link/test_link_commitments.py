import datetime as dt

from tellings import Telling, linked, row

TEXT = "Bộ trưởng đề nghị sớm triển khai giai đoạn 2 của VKIST. Hai bên nhất trí giai đoạn 2 dự án VKIST."


def test_two_wordings_of_one_day_are_one_act() -> None:
    report = Telling("one", TEXT, "2025-08-12")
    report.commitment("vkist_phase_2", "agreed", "giai đoạn 2 dự án VKIST", when="--08-11", n_occurrences=2)
    report.commitment("vkist_phase_2", "agreed", "giai đoạn 2 của VKIST", when="pub-1d", is_background=True)
    mention = row(linked(report)["commitment_mentions"])
    assert mention["acted_on"] == dt.date(2025, 8, 11)
    assert mention["n_occurrences"] == 3
    assert not mention["is_background"]
    assert mention["quote"] == "giai đoạn 2 dự án VKIST"


def test_another_stage_side_or_day_is_another_act() -> None:
    report = Telling("one", TEXT, "2025-08-12").commitment("vkist_phase_2", "agreed")
    report.commitment("vkist_phase_2", "proposed").commitment("vkist_phase_2", "agreed", side="kr")
    report.commitment("vkist_phase_2", "agreed", when="--08-11")
    assert linked(report)["commitment_mentions"].height == 4


def test_act_is_never_later_than_its_report() -> None:
    """ "Hai bên nhất trí khai trương ngày 20/9": that is no day of agreeing."""
    report = Telling("one", TEXT, "2025-08-12").commitment("vkist_phase_2", "agreed", when="--09-20")
    assert row(linked(report)["commitment_mentions"])["acted_on"] is None


def test_speaker_is_an_official_though_named_without_a_post() -> None:
    report = Telling("one", TEXT).commitment("vkist_phase_2", "proposed", speaker="woo won shik")
    tables = linked(report)
    speaker = row(tables["commitment_mentions"])["speaker_id"]
    assert row(tables["officials"], official_id=speaker)["name"] == "Woo Won Shik"


def test_registry_gives_due_dates() -> None:
    commitment = row(linked(Telling("one", TEXT))["commitments"], commitment_id="trade_150bn_2030")
    assert (commitment["due_on"], commitment["due_precision"]) == (dt.date(2030, 1, 1), "year")
