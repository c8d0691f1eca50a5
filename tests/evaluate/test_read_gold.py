import json
from pathlib import Path

import pytest

from flows.evaluate.gold import GoldError, read_gold

RECORD = {
    "file": "in/a.jsonl",
    "item": 3,
    "language": "vi",
    "title": None,
    "published": {"on": "2025-08-11", "basis": "stated", "accept": [None]},
    "commitments": [{"id": "vkist", "stage": "agreed", "optional": False}],
    "scored": ["commitments"],
}


def written(tmp_path: Path, *records: dict) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def test_a_record(tmp_path):
    (report,) = read_gold([written(tmp_path, RECORD)])
    assert report.key == ("a.jsonl", 3)
    assert report.name == "in/a.jsonl#3"
    assert report.published.accept == (None,)
    assert [c.id for c in report.commitments] == ["vkist"]


def test_labels_of_commitments_that_do_not_count_are_optional(tmp_path):
    (report,) = read_gold([written(tmp_path, RECORD)], ids=["apec_2027"])
    assert report.commitments[0].optional


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ({"language": None}, r"gold\.jsonl:3: language: "),
        ({"commitments": [{"id": "vkist"}]}, r"gold\.jsonl:3: commitments\.0\.stage: "),
        ({"published": {"on": "2025-02-30"}}, r"gold\.jsonl:3: published: "),
    ],
)
def test_what_cannot_be_read_names_its_line(tmp_path, record, says):
    with pytest.raises(GoldError, match=says):
        read_gold([written(tmp_path, RECORD, RECORD | record)])


def test_broken_json_names_its_line(tmp_path):
    gold = written(tmp_path, RECORD)
    gold.write_text(gold.read_text(encoding="utf-8") + '\n{"file": "b.txt",', encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold\.jsonl:2: Invalid JSON: EOF"):
        read_gold([gold])


def test_labels_in_another_encoding(tmp_path):
    (tmp_path / "gold.jsonl").write_bytes("ký".encode("utf-16"))
    with pytest.raises(GoldError, match=r"gold\.jsonl: it is not UTF-8"):
        read_gold([tmp_path / "gold.jsonl"])


def test_no_such_file(tmp_path):
    with pytest.raises(GoldError, match=r"none\.jsonl"):
        read_gold([tmp_path / "none.jsonl"])
