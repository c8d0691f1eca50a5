"""The page: well formed, nothing run or fetched, every word of the report there."""

from html.parser import HTMLParser

import pytest
from explaining import HOSTILE, explained

from flows.explain.explained import Explained
from flows.explain.html_page import html_page
from flows.explain.printable import printable

VOID = {"meta", "br"}
REPORT = """\
VKIST CHỜ GIAI ĐOẠN 2
Ngày 10/3/2026, Bộ trưởng Lê Hoài Trung đề nghị Hàn Quốc hỗ trợ giai đoạn 2 của dự án VKIST.
Hai bên nhất trí đưa kim ngạch thương mại song phương đạt 150 tỷ USD vào năm 2030.
"""


class Page(HTMLParser):
    """Reads a page: its elements, attributes, and the text of its paragraphs without numbers and labels."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.paragraphs: list[str] = []
        self.titles: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag == "mark":
            self.titles += [value for name, value in attrs if name == "title"]
        if tag == "p":
            self.paragraphs.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "p" in self.open and not {"sup", "span"} & set(self.open):
            self.paragraphs[-1] += data


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Explained:
    return explained(tmp_path_factory.mktemp("page"), REPORT)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Explained:
    return explained(tmp_path_factory.mktemp("hostile"), HOSTILE)


@pytest.mark.parametrize("which", ["report", "hostile"])
def test_every_line_is_there_word_by_word(which, request):
    found = request.getfixturevalue(which)
    page = Page(html_page([found]))
    for line in found.report.lines:
        assert printable(line.span.of(found.report.text)) in page.paragraphs


def test_words_carry_their_records_and_rules(report):
    page = html_page([report])
    titles = "\n".join(Page(page).titles)
    for mark in report.marks:
        assert f"{mark.number} {mark.kind}: {mark.name}" in titles
        assert page.count(mark.rule) >= 3
        assert f'<tr id="record-0-{mark.number}">' in page
        assert f'id="words-0-{mark.number}"' in page


def test_nothing_of_a_hostile_report_becomes_markup(hostile):
    page = Page(html_page([hostile]))
    assert page.tags <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "article", "div", "span", "mark",
        "sup", "a", "ul", "li", "b", "table", "thead", "tbody", "tr", "th", "td", "footer",
    }  # fmt: skip
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "style")]
    assert all(value.startswith("#") for name, value in page.attributes if name == "href")


def test_the_page_stands_alone(report):
    page = html_page([report])
    assert "default-src 'none'" in page
    assert not any(
        word in page for word in ("<script", "<link", "<img", "url(", "@import", "http:", "https:")
    )


def test_several_reports_are_listed_and_ids_stay_apart(report):
    page = html_page([report, report])
    assert '<a href="#report-1">' in page
    ids = [value for name, value in Page(page).attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert "record-1-1" in ids
