from typing import Any

import polars as pl
from tellings import Telling, arrivals, linked

URL = "https://bao.example/hop-tac-nghe-ca"


def versions(tables: dict[str, pl.DataFrame]) -> dict[str, tuple[str, str | None]]:
    columns = tables["reports"].select("report_id", "document_id", "superseded_by")
    return {report_id: (document, after) for report_id, document, after in columns.iter_rows()}


def telling(report_id: str, **more: Any) -> Telling:
    return Telling(report_id, f"Hai bên ký bản ghi nhớ về nghề cá ({report_id}).", **more)


def test_new_text_at_a_url_supersedes_the_old_one() -> None:
    seen = arrivals(("a.html", 0, "r1", "zz first", 0), ("b.html", 0, "r2", "aa second", 1))
    found = versions(linked(telling("zz first", url=URL), telling("aa second", url=URL), seen=seen))
    assert found["zz first"] == (found["aa second"][0], "aa second")
    assert found["aa second"][1] is None


def test_printed_date_outweighs_arrival() -> None:
    seen = arrivals(("a.html", 0, "r1", "late", 0), ("b.html", 0, "r2", "early", 1))
    reports = [
        telling("late", url=URL, published="2025-05-03"),
        telling("early", url=URL, published="2025-05-02"),
    ]
    assert versions(linked(*reports, seen=seen))["early"][1] == "late"
    reports[0].basis = "inferred"
    assert versions(linked(*reports, seen=seen))["late"][1] == "early"


def test_three_versions_are_a_chain() -> None:
    seen = arrivals(*((f"{n}.html", 0, str(n), f"v{n}", n) for n in range(3)))
    found = versions(linked(*(telling(f"v{n}", url=URL) for n in range(3)), seen=seen))
    assert [found[f"v{n}"][1] for n in range(3)] == ["v1", "v2", None]
    assert len({document for document, _ in found.values()}) == 1


def test_corrected_file_at_a_known_path() -> None:
    seen = arrivals(("tin.txt", 0, "r1", "old", 0), ("tin.txt", 0, "r2", "new", 1))
    found = versions(linked(telling("old"), telling("new"), seen=seen))
    assert found["old"] == (found["new"][0], "new")


def test_path_used_again_for_another_url_is_another_document() -> None:
    seen = arrivals(("trang-nhat.html", 0, "r1", "old", 0), ("trang-nhat.html", 0, "r2", "new", 1))
    found = versions(linked(telling("old", url=URL), telling("new", url=URL + "-2"), seen=seen))
    assert found["old"][0] != found["new"][0]
    assert found["old"][1] is None


def test_item_that_only_moved_inside_its_file_is_not_superseded() -> None:
    """A crawl file came again with one more line on top."""
    seen = arrivals(
        ("crawl.jsonl", 0, "r1", "one", 0),
        ("crawl.jsonl", 1, "r1", "two", 0),
        ("crawl.jsonl", 0, "r2", "new", 1),
        ("crawl.jsonl", 1, "r2", "one", 1),
        ("crawl.jsonl", 2, "r2", "two", 1),
    )
    found = versions(linked(telling("one"), telling("two"), telling("new"), seen=seen))
    assert [after for _, after in found.values()] == [None, None, None]


def test_same_report_at_two_paths_is_one_document() -> None:
    seen = arrivals(("a.txt", 0, "r1", "one", 0), ("b.txt", 0, "r1", "one", 3))
    tables = linked(telling("one"), telling("one"), seen=seen)
    assert tables["reports"].height == 1


def test_reports_of_earlier_rules_are_passed_over() -> None:
    seen = arrivals(("a.txt", 0, "r1", "gone", 0), ("a.txt", 0, "r1", "one", 0))
    assert versions(linked(telling("one"), seen=seen))["one"][1] is None


def test_versions_count_as_one_report() -> None:
    title = "bản ghi nhớ về nghề cá"
    told = [telling(f"v{n}", url=URL).agreement(title) for n in range(2)]
    assert linked(*told)["agreements"]["n_reports"].to_list() == [1]
