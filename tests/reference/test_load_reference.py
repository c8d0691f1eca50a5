"""Reference data that is wrong is refused with file, row, column and value; all faults at once."""

import pytest
from seed_folder import REGISTRY, SeedFolder

from flows.reference.faults import SeedError, SeedFault
from flows.reference.load import load_reference

INSTITUTIONS = ["institution_id", "name_vi", "name_en", "country", "level", "aliases"]
MOIT = [
    "vn_moit",
    "Bộ Công Thương",
    "Ministry of Industry and Trade",
    "VN",
    "ministry",
    "moit; bộ công thương vn",
]


def faults_of(seeds: SeedFolder) -> tuple[SeedFault, ...]:
    with pytest.raises(SeedError) as error:
        seeds.load()
    return error.value.faults


def test_the_projects_own_data_loads_once():
    assert load_reference() is load_reference()
    assert len(load_reference().institutions) > 100


def test_a_row_becomes_a_record(seeds: SeedFolder):
    seeds.write("institutions.csv", INSTITUTIONS, MOIT)
    (moit,) = seeds.load().institutions
    assert moit.name_vi == "Bộ Công Thương"
    assert moit.aliases == ("moit", "bộ công thương vn")


def test_a_cell_left_empty_is_no_value(seeds: SeedFolder):
    seeds.write("offices.csv", ["phrase", "language", "country", "kind"], ["bộ trưởng", "vi", "", "minister"])
    assert seeds.load().offices[0].country is None


def test_true_and_false_are_read(seeds: SeedFolder):
    seeds.write(
        "outlets.csv",
        ["outlet", "is_agency", "domains", "credits"],
        ["TTXVN", "true", "vnanet.vn", ""],
        ["Dân trí", "false", "dantri.com.vn", ""],
    )
    assert [o.is_agency for o in seeds.load().outlets] == [True, False]


def test_a_byte_order_mark_and_a_blank_line_do_no_harm(seeds: SeedFolder):
    text = ",".join(INSTITUTIONS) + "\n\n" + ",".join(MOIT[:5]) + ",\n"
    (seeds.path / "institutions.csv").write_text("\ufeff" + text, encoding="utf-8")
    assert [i.institution_id for i in seeds.load().institutions] == ["vn_moit"]


def test_a_wrong_value_is_named_with_its_place(seeds: SeedFolder):
    seeds.write(
        "institutions.csv", INSTITUTIONS, MOIT, ["kr_x", "Cơ quan X", "Agency X", "Korea", "agency", ""]
    )
    (fault,) = faults_of(seeds)
    assert (fault.file, fault.row, fault.column, fault.value) == ("institutions.csv", 3, "country", "Korea")
    assert "institutions.csv, row 3, column country: 'Korea'" in str(fault)


def test_the_row_is_the_line_of_the_file_also_after_a_cell_of_two_lines(seeds: SeedFolder):
    seeds.write(
        "institutions.csv",
        [*INSTITUTIONS, "note"],
        [*MOIT, "one line\nand another"],
        ["kr_x", "Cơ quan X", "Agency X", "KR", "bureau", "", ""],
    )
    rows = {f.row for f in faults_of(seeds) if f.column == "level"}
    assert rows == {4}


@pytest.mark.parametrize(
    ("file", "header", "row", "column"),
    [
        ("cues.csv", ["phrase", "language", "kind", "stage"], ["", "vi", "speech", "agreed"], "phrase"),
        ("cues.csv", ["phrase", "language", "kind", "stage"], ["ký", "vi", "", "signed"], "kind"),
        ("cues.csv", ["phrase", "language", "kind", "stage"], ["ký", "vi", "act", "done"], "stage"),
        ("offices.csv", ["phrase", "language", "country", "kind"], ["ngài", "fr", "", "address"], "language"),
        ("outlets.csv", ["outlet", "is_agency", "domains", "credits"], ["VOV", "yes", "", ""], "is_agency"),
        ("places.csv", ["name", "country", "aliases"], ["Busan ", "KR", ""], "name"),
        ("officials.csv", ["name", "country", "aliases", "posts"], ["Tô Lâm", "vn", "", ""], "country"),
    ],
)
def test_every_table_is_checked(seeds: SeedFolder, file: str, header: list[str], row: list[str], column: str):
    seeds.write(file, header, row)
    assert {(f.file, f.row, f.column) for f in faults_of(seeds)} == {(file, 2, column)}


def test_all_faults_of_all_files_are_told_at_once(seeds: SeedFolder):
    seeds.write(
        "institutions.csv", INSTITUTIONS, [*MOIT[:4], "bureau", ""], ["KR X", "X", "X X", "KR", "agency", ""]
    )
    seeds.write("places.csv", ["name", "country", "aliases"], ["Busan", "Korea", ""])
    told = {(f.file, f.row, f.column) for f in faults_of(seeds)}
    assert told >= {
        ("institutions.csv", 2, "level"),
        ("institutions.csv", 3, "institution_id"),
        ("places.csv", 2, "country"),
    }


def test_a_missing_file_is_named(seeds: SeedFolder):
    (seeds.path / "places.csv").unlink()
    (seeds.path / "commitments.yml").unlink()
    assert [str(f) for f in faults_of(seeds)] == [
        "commitments.yml: the file is missing",
        "places.csv: the file is missing",
    ]


def test_columns_that_are_missing_or_unknown_are_named(seeds: SeedFolder):
    seeds.write("places.csv", ["name", "land", "aliases"], ["Busan", "KR", ""])
    assert {(f.row, f.column, f.problem) for f in faults_of(seeds)} == {
        (1, "country", "the column is missing"),
        (1, "land", "no such column is known"),
    }


@pytest.mark.parametrize(
    ("text", "row", "problem"),
    [
        (b"", None, "no header"),
        (b"name,country,aliases\nBusan,KR\n", 2, "2 cells where the header has 3"),
        (b"name,name,aliases\n", 1, "stands twice"),
        ("name,country,aliases\nHà Nội,VN,\n".encode("utf-16"), None, "not UTF-8"),
        (b'name,country,aliases\nBusan,KR,"\n', 2, "cannot be read"),
    ],
)
def test_what_is_no_table_is_told(seeds: SeedFolder, text: bytes, row: int | None, problem: str):
    (seeds.path / "places.csv").write_bytes(text)
    (fault,) = faults_of(seeds)
    assert (fault.file, fault.row) == ("places.csv", row)
    assert problem in fault.problem


def test_an_id_that_stands_twice_is_told_at_both_rows(seeds: SeedFolder):
    other = ["vn_moit", "Bộ Công nghiệp", "Ministry of Industry", "VN", "ministry", ""]
    seeds.write("institutions.csv", INSTITUTIONS, MOIT, other)
    assert {(f.row, f.column, f.value) for f in faults_of(seeds)} == {
        (2, "institution_id", "vn_moit"),
        (3, "institution_id", "vn_moit"),
    }


def test_a_cue_may_play_two_parts_but_each_once(seeds: SeedFolder):
    header = ["phrase", "language", "kind", "stage"]
    seeds.write("cues.csv", header, ["ký", "vi", "act", "signed"], ["ký", "vi", "done", ""])
    assert len(seeds.load().cues) == 2
    seeds.write("cues.csv", header, ["ký", "vi", "act", "signed"], ["ký", "vi", "act", "agreed"])
    assert {f.row for f in faults_of(seeds)} == {2, 3}


def test_a_name_that_two_bodies_claim_is_told(seeds: SeedFolder):
    other = ["kr_motie", "Bộ Công nghiệp", "Ministry of Industry", "KR", "ministry", "bộ thương mại; MOIT"]
    seeds.write("institutions.csv", INSTITUTIONS, MOIT, other)
    (fault,) = faults_of(seeds)
    assert (fault.row, fault.column, fault.value, fault.problem) == (3, "aliases", "MOIT", "also names row 2")


@pytest.mark.parametrize("post", ["Thủ tướng 2021-13", "Thủ tướng 2021-04 2016-04", "Thủ tướng 2021-04 cũ"])
def test_a_post_with_an_impossible_term_is_told(seeds: SeedFolder, post: str):
    seeds.write("officials.csv", ["name", "country", "aliases", "posts"], ["Phạm Minh Chính", "VN", "", post])
    (fault,) = faults_of(seeds)
    assert (fault.row, fault.column, fault.value) == (2, "posts", post)


def test_a_post_may_lack_its_dates(seeds: SeedFolder):
    posts = "Phó Thủ tướng; Thủ tướng 2021-04; Bí thư 2011 2015-12"
    seeds.write(
        "officials.csv", ["name", "country", "aliases", "posts"], ["Phạm Minh Chính", "VN", "", posts]
    )
    assert len(seeds.load().officials[0].posts) == 3


@pytest.mark.parametrize(
    ("alias", "problem"), [("(moit", "not closed"), ("bộ {x}", "no term"), ("bc", "2 letters")]
)
def test_a_phrase_that_cannot_be_used_is_told(seeds: SeedFolder, alias: str, problem: str):
    seeds.write("institutions.csv", INSTITUTIONS, [*MOIT[:5], f"moit; {alias}"])
    (fault,) = faults_of(seeds)
    assert (fault.row, fault.column, fault.value) == (2, "aliases", alias)
    assert problem in fault.problem


def test_a_cue_may_be_short(seeds: SeedFolder):
    seeds.write("cues.csv", ["phrase", "language", "kind", "stage"], ["ký", "vi", "act", "signed"])
    assert seeds.load().cues[0].stage == "signed"


def test_phrases_may_use_the_terms_of_the_registry(seeds: SeedFolder):
    seeds.write_registry(REGISTRY)
    seeds.write(
        "instruments.csv", ["phrase", "language", "kind", "needs_signing"], ["{mou}", "vi", "mou", "false"]
    )
    assert seeds.load().instruments[0].phrase == "{mou}"
