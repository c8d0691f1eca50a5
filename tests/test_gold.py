"""The labelled reports of `tests/gold`: their labels hold together, and no score sinks below its floor."""

import pytest
from gold_floor import GOLD, evaluation_of, gold_sets, raised, read_floor, scores_of
from rich.console import Console

from flows.evaluate.gold import read_gold
from flows.evaluate.show_evaluation import miss_line
from flows.evaluate.verdicts import RECORD_KINDS
from flows.extract.records import Side, Stage
from flows.read.canonical import canonical
from flows.reference.load import load_reference

HEADLINES = ("vkist_phase_2", "apec_2027", "eps_labour_mou")
by_set = pytest.mark.parametrize("gold", gold_sets(), ids=lambda path: path.stem)


@by_set
def test_no_score_is_below_its_floor(gold):
    floor = read_floor().get(gold.stem)
    assert floor, f"{gold.name} has no floor yet: run `python tests/gold_floor.py`"
    scores = scores_of(gold)
    sunk = {kind: least for kind, least in floor.items() if scores.get(kind, 0.0) < least}
    misses = [miss_line(m).plain for kind in sunk for m in evaluation_of(gold).misses_of(kind)]
    told = [f"{kind}: {scores.get(kind, 0.0):.3f}, the floor is {least:.3f}" for kind, least in sunk.items()]
    assert not sunk, "\n".join(
        [*told, "Mend the rule, not the label; `python tests/gold_floor.py` raises floors.", *misses]
    )


@by_set
def test_every_report_is_found_and_every_quote_is_in_its_span(gold):
    fields = evaluation_of(gold).fields
    assert fields["report found"].share == 1
    assert fields["quote = text[span]"].share == 1


def test_a_floor_only_rises():
    floor = {"h": {"targets": 0.9, "meetings": 0.5}}
    assert raised(floor, {"h": {"targets": 0.8, "meetings": 0.6}}) == {"h": {"targets": 0.9, "meetings": 0.6}}


@by_set
def test_labels_quote_their_report_and_name_what_is_registered(gold):
    registered = {c.commitment_id for c in load_reference().commitments}
    for report in read_gold([gold]):
        text = canonical((GOLD / "reports" / report.file).read_text(encoding="utf-8"))
        for label in report.commitments:
            assert label.optional or label.id in registered, (report.file, label.id)
            assert label.quote, report.file
            assert label.quote in text, (report.file, label.quote)
            assert {label.stage, *label.alt_stages} <= set(Stage.__args__), report.file
            assert {label.side, *label.alt_sides} <= set(Side.__args__), report.file
        for official in report.officials:
            assert official.as_written in text, (report.file, official.as_written)


@pytest.mark.parametrize("commitment_id", HEADLINES)
def test_headline_commitments_have_every_stage(commitment_id):
    reports = [r for r in read_gold([GOLD / "h.jsonl"]) if any(c.id == commitment_id for c in r.commitments)]
    assert len(reports) >= 12
    stages = {c.stage for r in reports for c in r.commitments if c.id == commitment_id}
    assert stages == set(Stage.__args__)


def test_misses_of_the_own_set_can_be_shown():
    console = Console(width=120)
    with console.capture() as captured:
        for kind in RECORD_KINDS:
            for miss in evaluation_of(GOLD / "h.jsonl").misses_of(kind):
                console.print(miss_line(miss))
    assert "h_" in captured.get() or not evaluation_of(GOLD / "h.jsonl").misses
