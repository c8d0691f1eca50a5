"""What can be wrong in the registry, and how it is told."""

import pytest
from seed_folder import REGISTRY, SeedFolder

from flows.reference.faults import SeedError, SeedFault
from flows.when import When

ENTRY = """\
  - id: {id}
    name_vi: Dự án
    name_en: Project
    kind: project
    sector: science
    parties: [vn, kr]
    named: [{id} của hai nước]
"""


def faults_of(seeds: SeedFolder, text: str) -> tuple[SeedFault, ...]:
    seeds.write_registry(text)
    with pytest.raises(SeedError) as error:
        seeds.load()
    return error.value.faults


def fault_of(seeds: SeedFolder, text: str) -> SeedFault:
    (fault,) = faults_of(seeds, text)
    assert fault.file == "commitments.yml"
    return fault


def test_an_entry_is_read(seeds: SeedFolder):
    seeds.write_registry(
        REGISTRY
        + '    due_on: "2027-11"\n    renewable: true\n    unless: [nghề cá xa bờ]\n    name_ko: 양해각서\n'
    )
    (entry,) = seeds.load().commitments
    assert entry.commitment_id == "fish"
    assert entry.parties == ("vn", "kr")
    assert entry.due == When(2027, 11)
    assert entry.renewable
    assert entry.unless == ("nghề cá xa bờ",)
    assert entry.context == ()
    assert entry.name_ko == "양해각서"


def test_an_unquoted_year_is_text_all_the_same(seeds: SeedFolder):
    seeds.write_registry(REGISTRY + "    due_on: 2030\n")
    assert seeds.load().commitments[0].due == When(2030)


@pytest.mark.parametrize("due", ["2030-02-30", "2030-13", "next year", "--08-11"])
def test_a_date_that_cannot_be_is_told(seeds: SeedFolder, due: str):
    fault = fault_of(seeds, REGISTRY + f'    due_on: "{due}"\n')
    assert (fault.row, fault.column, fault.value) == (4, "due_on", due)
    assert "fish" in fault.problem


def test_an_id_that_stands_twice_is_told(seeds: SeedFolder):
    told = faults_of(seeds, REGISTRY + ENTRY.format(id="fish"))
    assert {(f.row, f.column, f.value) for f in told} == {(4, "id", "fish"), (11, "id", "fish")}


def test_a_parent_that_is_not_there_is_told(seeds: SeedFolder):
    fault = fault_of(seeds, REGISTRY + "    parent: birds\n")
    assert (fault.row, fault.column, fault.value) == (4, "parent", "birds")


def test_entries_that_are_each_others_parent_are_told(seeds: SeedFolder):
    text = REGISTRY + "    parent: nets\n" + ENTRY.format(id="nets") + "    parent: fish\n"
    assert {f.value for f in faults_of(seeds, text)} == {"fish", "nets"}


def test_a_child_of_a_child_is_no_circle(seeds: SeedFolder):
    text = (
        REGISTRY
        + ENTRY.format(id="nets")
        + "    parent: fish\n"
        + ENTRY.format(id="boats")
        + "    parent: nets\n"
    )
    seeds.write_registry(text)
    assert [c.parent_id for c in seeds.load().commitments] == [None, "fish", "nets"]


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("(nghề cá", "not closed"),
        ("nghề cá)", "was not opened"),
        ("{treaty} nghề cá", "no term"),
        ("{mou} … ", "empty text"),
        ("cá", "2 letters"),
        ("(nghề cá|cá)", "2 letters"),
    ],
)
def test_a_phrase_that_cannot_be_used_is_told_at_its_own_line(seeds: SeedFolder, phrase: str, problem: str):
    text = REGISTRY.replace('named: ["{mou} … nghề cá"]', f'named:\n      - nghề cá\n      - "{phrase}"')
    fault = fault_of(seeds, text)
    assert (fault.row, fault.column, fault.value) == (12, "named", phrase)
    assert problem in fault.problem
    assert "fish" in fault.problem


def test_short_stretches_are_fine_where_they_stand_together(seeds: SeedFolder):
    seeds.write_registry(REGISTRY.replace("{mou} … nghề cá", "mỏ … cá"))
    assert seeds.load().commitments[0].named == ("mỏ … cá",)


def test_a_guard_may_be_short(seeds: SeedFolder):
    seeds.write_registry(REGISTRY + "    unless: [eu]\n")
    assert seeds.load().commitments[0].unless == ("eu",)


@pytest.mark.parametrize(
    ("added", "column", "problem"),
    [
        ("    named: [tàu cá, tàu cá]\n", "named", "more than once"),
        ("    unless: [tàu cá, tàu cá]\n", "unless", "more than once"),
        ("    unles: [tàu cá]\n", "unles", "no such field"),
        ("    unless: {tàu: cá}\n", "unless", "neither text nor a list"),
    ],
)
def test_a_field_that_is_wrong_is_told(seeds: SeedFolder, added: str, column: str, problem: str):
    (fault, *_) = [f for f in faults_of(seeds, REGISTRY + added) if problem in f.problem]
    assert fault.row == 11
    assert fault.column == column


def test_an_entry_without_phrases_is_told(seeds: SeedFolder):
    fault = fault_of(seeds, REGISTRY.replace('named: ["{mou} … nghề cá"]', "named: []"))
    assert (fault.column, fault.value) == ("named", "fish")


def test_a_party_or_kind_that_nobody_knows_is_told(seeds: SeedFolder):
    text = REGISTRY.replace("[vn, kr]", "[vn, un]").replace("kind: memorandum", "kind: paper")
    assert {(f.column, f.value) for f in faults_of(seeds, text)} == {("parties", "un"), ("kind", "paper")}


@pytest.mark.parametrize(
    ("term", "problem"),
    [
        ('["bản … ghi nhớ"]', "may hold no …"),
        ("[]", "no phrase"),
        ('["(bản"]', "not closed"),
        ('["{x}"]', "no term"),
    ],
)
def test_a_term_that_cannot_be_used_is_told(seeds: SeedFolder, term: str, problem: str):
    text = REGISTRY.replace("commitments:", f"  paper: {term}\ncommitments:")
    fault = fault_of(seeds, text)
    assert (fault.row, fault.column) == (3, "paper")
    assert problem in fault.problem


@pytest.mark.parametrize("text", ["terms: [", "commitments:\n  - id: 'fish\n"])
def test_a_file_that_cannot_be_read_is_told_with_its_line(seeds: SeedFolder, text: str):
    fault = fault_of(seeds, text)
    assert fault.row is not None
    assert "cannot be read" in fault.problem


def test_a_part_that_is_not_known_is_told(seeds: SeedFolder):
    fault = fault_of(seeds, REGISTRY + "promises: []\n")
    assert (fault.row, fault.column) == (11, "promises")
