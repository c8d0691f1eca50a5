"""Figures and misses as they are drawn."""

import io

import pytest
from rich.console import Console

from flows.evaluate.evaluation import Counts, Evaluation, Share
from flows.evaluate.show_evaluation import evaluation_view, miss_line
from flows.evaluate.verdicts import FIELDS, RECORD_KINDS, FieldVerdict, RecordVerdict
from flows.evaluate.words import Words

HOSTILE = "[red]đã ký[/red] \x1b[2J\u202e :warning:"
MISSED = RecordVerdict("targets", "missed", "a.txt", "bilateral_trade 150,000,000,000 USD 2030")
FALSE = RecordVerdict("targets", "false", "b.txt", "students 5", (Words(HOSTILE, "targets.goal"),))
WRONG = FieldVerdict("side", False, "[b]c.txt", "vkist vn", "kr", (Words("Hàn Quốc", "commitments.act"),))


def evaluation(*misses) -> Evaluation:
    records = dict.fromkeys(RECORD_KINDS, Counts(9, 1, 2))
    return Evaluation(records, dict.fromkeys(FIELDS, Share(2, 3)), misses)


def shown(n_misses: int = 0, *misses, width: int = 80) -> str:
    file = io.StringIO()
    Console(file=file, width=width).print(evaluation_view(evaluation(*misses), n_misses))
    return file.getvalue()


def test_figures_stand_under_one_another():
    rows = [row.split() for row in shown().splitlines()]
    assert ["kind", "hit", "missed", "false", "precision", "recall", "F1"] in rows
    assert ["agreements", "9", "1", "2", "0.818", "0.900", "0.857"] in rows
    assert ["evidence", "overlaps", "2", "3", "0.667"] in rows
    ends = {len(row.rstrip()) for row in shown().splitlines() if row.strip().endswith("0.857")}
    assert len(ends) == 1


@pytest.mark.parametrize("width", [80, 140])
def test_a_false_record_has_its_words_and_its_rule(width):
    drawn = shown(5, MISSED, FALSE, WRONG, width=width)
    assert "targets: 2 against the labels" in drawn
    assert "missed" in drawn
    assert "bilateral_trade 150,000,000,000 USD 2030" in drawn
    assert "“[red]đã ký[/red] \ufffd[2J\ufffd :warning:”" in drawn
    assert "targets.goal" in drawn
    assert "[b]c.txt" in drawn
    assert "vkist vn, not kr" in drawn


def test_no_more_misses_than_asked_for():
    drawn = shown(1, MISSED, FALSE)
    assert "students" not in drawn
    assert "and 1 more" in drawn
    assert "against the labels" not in shown(0, MISSED, FALSE)


def test_a_miss_as_a_line():
    line = miss_line(WRONG).plain
    assert line == "wrong  [b]c.txt  vkist vn, not kr «Hàn Quốc» (commitments.act)"
