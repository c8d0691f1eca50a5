"""The file of corrections: what it may say, and all that is wrong with it told at once."""

from pathlib import Path

import pytest

from flows.reference.correctable import CORRECTABLE, DROP, cell_of, precision_of, written
from flows.reference.corrections import Correction, load_corrections, version_of
from flows.reference.faults import SeedError
from flows.reference.fingerprint import fingerprint
from schemas.tables import TABLES

HEAD = "record,column,expected,new,reason,who,when"
GOOD = "m1,stage,agreed,signed,the words say ký,Lan,2026-04-02"


def seeds(folder: Path, *rows: str, head: str = HEAD) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "corrections.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return folder


def faults(folder: Path, *rows: str, own: Path | None = None, head: str = HEAD) -> list[str]:
    with pytest.raises(SeedError) as error:
        load_corrections(own, seeds(folder, *rows, head=head))
    return [str(fault) for fault in error.value.faults]


def test_the_project_corrects_nothing_itself():
    assert load_corrections() == ()


def test_a_row_is_a_correction(tmp_path):
    (found,) = load_corrections(seeds=seeds(tmp_path, GOOD))
    assert found == Correction("m1", "stage", "agreed", "signed", "the words say ký", "Lan", "2026-04-02")


def test_an_empty_cell_is_no_value_and_a_record_is_dropped_by_its_quote(tmp_path):
    rows = [
        "m1,speaker_id,o1,,nobody is named,Lan,2026-04",
        'm2,*,"Hai bên trao đổi\nvề EPS",delete,no act,Lan,2026',
    ]
    empty, dropped = load_corrections(seeds=seeds(tmp_path, *rows))
    assert (empty.new, empty.made) == (None, "2026-04")
    assert (dropped.column, dropped.expected, dropped.new) == ("*", "Hai bên trao đổi\nvề EPS", "delete")


def test_ones_own_file_joins_that_of_the_project(tmp_path):
    own = tmp_path / "ours.csv"
    own.write_text(f"{HEAD}\na1,act,planned,signed,it was signed,Minh,2026\n", encoding="utf-8")
    found = load_corrections(own, seeds(tmp_path / "seeds", GOOD))
    assert [one.record for one in found] == ["a1", "m1"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("m1,stage,agreed,done,r,w,2026", "column new: 'done': stage is not one of proposed, agreed"),
        ("m1,stage,agred,signed,r,w,2026", "column expected: 'agred': stage is not one of proposed"),
        ("m1,stage,agreed,,r,w,2026", "column new: '': stage may not be empty"),
        ("m1,kind,mou,treaty,r,w,2026", "column new: 'treaty': kind is not one of mou, agreement"),
        ("m1,acted_on,2025-08,11/8/2025,r,w,2026", "acted_on is not a date such as 2023, 2023-06"),
        ("m1,acted_on,2025-08,2025-02-30,r,w,2026", "acted_on is not a date"),
        ("m1,acted_on,2025-08,--08-11,r,w,2026", "acted_on is not a date"),
        ("m1,value,150 tỷ,150e9,r,w,2026", "column expected: '150 tỷ': value is not a number"),
        ("m1,value,1,nan,r,w,2026", "value is not a number"),
        ("m1,due_year,30,2030,r,w,2026", "column expected: '30': due_year is less than 1900"),
        ("m1,due_year,2030.5,2030,r,w,2026", "due_year is not a whole number"),
        ("m1,is_background,yes,true,r,w,2026", "is_background is neither true nor false"),
        ("m1,quote,Hai bên,Hai nước,r,w,2026", "column column: 'quote': cannot be corrected; what can be: act"),
        ("m1,span_start,0,1,r,w,2026", "'span_start': cannot be corrected"),
        ("m1,mention_id,m1,m2,r,w,2026", "'mention_id': cannot be corrected"),
        ("m1,acted_precision,day,month,r,w,2026", "'acted_precision': cannot be corrected"),
        ("m1,stage,signed,signed,r,w,2026", "is the value expected: it corrects nothing"),
        ("m1,*,Hai bên,,r,w,2026", "column new: '': a record is dropped by the new value delete"),
        ("m1,*,,delete,r,w,2026", "column expected: '': a record is dropped by its quote"),
        ("m1,stage,agreed,signed,,w,2026", "column reason: '': is missing"),
        ("m1,stage,agreed,signed,r,,2026", "column who: '': is missing"),
        ("m1,stage,agreed,signed,r,w,2/4/2026", "column when: '2/4/2026': is not a date such as"),
        ("m1,stage,agreed,signed,r,w,2026-02-30", "column when: '2026-02-30': no such date"),
        (",stage,agreed,signed,r,w,2026", "column record: '': is missing"),
        ("m1,stage,agreed,signed,r,w", "6 cells where the header has 7"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(tmp_path, row, fault):
    (told,) = faults(tmp_path, GOOD.replace("m1", "m0"), row)
    assert told.startswith("corrections.csv, row 3")
    assert fault in told


def test_a_value_is_right_where_any_table_with_the_column_takes_it(tmp_path):
    rows = ["a1,kind,mou,agreement,r,w,2026", "g1,kind,talks,visit,r,w,2026"]
    assert len(load_corrections(seeds=seeds(tmp_path, *rows))) == 2


def test_all_faults_of_both_files_are_told_at_once(tmp_path):
    own = tmp_path / "ours.csv"
    rows = ["m1,stage,agreed,proposed,r,w,2026", "m2,stage,x,signed,,w,2026", "m3,*,q,delete,r,w,2026"]
    own.write_text("\n".join([HEAD, *rows, "m3,side,vn,kr,r,w,2026"]), encoding="utf-8")
    told = faults(tmp_path / "seeds", GOOD, "m1,side,vn,kr,r,w,2026", "m1,side,vn,both,r,w,2026", own=own)
    assert [line.split(": ")[0] for line in told] == [
        f"{own}, row 2, column column",
        f"{own}, row 3, column expected",
        f"{own}, row 3, column reason",
        f"{own}, row 5, column column",
        "corrections.csv, row 3",
        "corrections.csv, row 4",
    ]
    assert "is corrected in corrections.csv, row 2 too" in told[0]
    assert f"the record is dropped in {own}, row 4" in told[3]
    assert "stands more than once" in told[4]


def test_a_file_that_is_not_there_or_no_file_is_named(tmp_path):
    (missing,) = faults(tmp_path / "seeds", own=tmp_path / "nowhere.csv")
    assert missing == f"{tmp_path / 'nowhere.csv'}: the file is missing"
    (folder,) = faults(tmp_path / "seeds", own=tmp_path)
    assert folder.startswith(f"{tmp_path}: cannot be read")


def test_a_column_that_is_missing_or_unknown_is_named(tmp_path):
    told = faults(tmp_path, "m1,stage", head="record,column,table")
    assert "corrections.csv, row 1, column table: no such column is known" in told
    assert "corrections.csv, row 1, column reason: the column is missing" in told


def test_the_version_follows_what_the_file_says_not_how(tmp_path):
    other = "m2,side,vn,kr,r,w,2026"
    version = version_of(load_corrections(seeds=seeds(tmp_path / "a", GOOD, other)))
    assert version == version_of(load_corrections(seeds=seeds(tmp_path / "b", other, "", GOOD)))
    assert version != version_of(load_corrections(seeds=seeds(tmp_path / "c", GOOD)))
    assert version != version_of(load_corrections(seeds=seeds(tmp_path / "d", GOOD, other + "-01")))


def test_the_version_of_the_rules_does_not_follow_corrections(tmp_path):
    before = fingerprint(seeds(tmp_path))
    assert fingerprint(seeds(tmp_path, GOOD)) == before
    (tmp_path / "cues.csv").write_text("phrase\n", encoding="utf-8")
    assert fingerprint(tmp_path) != before


@pytest.mark.parametrize("table", CORRECTABLE)
def test_what_proves_a_record_cannot_be_corrected(table):
    columns = set(CORRECTABLE[table]) - {DROP}
    assert columns <= set(TABLES[table].column_names)
    assert not columns & {*TABLES[table].key, "report_id", "span_start", "span_end", "quote", "rule"}
    assert all(precision_of(column) in (None, *TABLES[table].column_names) for column in columns)


@pytest.mark.parametrize(
    ("table", "column", "text", "value", "once_more"),
    [
        ("target_mentions", "value", "1.5e11", 150e9, "150000000000"),
        ("target_mentions", "value", "0.5", 0.5, "0.5"),
        ("target_mentions", "due_year", "2030", 2030, "2030"),
        ("commitment_mentions", "is_background", "true", True, "true"),
        ("agreement_mentions", "title", "Bản  ghi\nnhớ", "Bản ghi nhớ", "Bản ghi nhớ"),
        ("agreement_mentions", "title", "ho\u0061\u0300 bình", "hoà bình", "hoà bình"),
        ("agreement_mentions", "party_vn", None, None, None),
    ],
)
def test_a_value_is_read_and_written_in_one_way(table, column, text, value, once_more):
    cell = cell_of(TABLES[table].column(column), text)
    assert (cell.value, cell.text, written(cell.value)) == (value, once_more, once_more)


@pytest.mark.parametrize("text", ["2023", "2023-06", "2023-06-11"])
def test_a_date_is_as_fine_as_it_is_written(text):
    cell = cell_of(TABLES["commitment_mentions"].column("acted_on"), text)
    assert written(cell.value, cell.precision) == cell.text == text
    assert cell.precision == {4: "year", 7: "month", 10: "day"}[len(text)]
