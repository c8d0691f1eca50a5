"""The worked questions (warehouse/queries): each runs, and answers."""

from pathlib import Path

import pytest

import warehouse
from schemas.sql_file import read_sql_file

QUERIES = sorted((Path(warehouse.__file__).parent / "queries").glob("*.sql"))


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_each_question_is_asked_in_both_languages_and_runs(full_story, path):
    query = read_sql_file(path)
    assert query.header["vi"].endswith(("?", "."))
    assert query.header["en"].endswith(("?", "."))
    full_story.warehouse().execute(query.select).fetchall()


def answer(story, name):
    (path,) = (path for path in QUERIES if path.stem == name)
    return story.warehouse().execute(read_sql_file(path).select).fetchall()


def test_vkist_phase_2_today(full_story):
    ((stage, *_, quote),) = answer(full_story, "vkist_phase_2_today")
    assert (stage, quote) == ("proposed", "Việt Nam đề nghị sớm làm giai đoạn 2 của VKIST.")


def test_found_without_accents(full_story):
    assert {row[0] for row in answer(full_story, "find_without_accents")} == {"eps_labour_mou"}


def test_asked_by_vietnam_only(full_story):
    ((name, stage, *_),) = answer(full_story, "asked_by_vietnam_only")
    assert (name, stage) == ("Cam kết vkist_phase_2", "proposed")
