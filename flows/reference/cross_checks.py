"""What a table alone cannot tell: phrases that can be read, parents that exist, dates that can be."""

from collections.abc import Iterator, Mapping

from flows.reference.check_phrases import FEWEST_LETTERS, PhraseCheck, check_column, check_shared
from flows.reference.faults import SeedFault
from flows.reference.registry import Registry
from flows.reference.sheet import Sheet
from flows.when import When

PARTIES = frozenset({"vn", "kr", "asean", "mekong"})

# Columns of phrases, or of several phrases a cell.
_PHRASES = (
    ("agreement_cues.csv", "phrase"),
    ("body_heads.csv", "phrase"),
    ("body_words.csv", "phrase"),
    ("candidate_heads.csv", "phrase"),
    ("candidate_words.csv", "phrase"),
    ("anaphors.csv", "phrase"),
    ("cues.csv", "phrase"),
    ("instruments.csv", "phrase"),
    ("metrics.csv", "phrase"),
    ("offices.csv", "phrase"),
    ("meeting_cues.csv", "phrase"),
    ("target_cues.csv", "phrase"),
    ("countries.csv", "names"),
    ("places.csv", "aliases"),
)
# Phrases that would make a record wherever they match, and so must not match everywhere.
_NAMES = (("institutions.csv", "name_vi"), ("institutions.csv", "name_en"), ("institutions.csv", "aliases"))


def check_all(sheets: Mapping[str, Sheet], registry: Registry) -> Iterator[SeedFault]:
    """Run every check that needs more than one cell."""
    check = PhraseCheck({name: [p.text for p in listed] for name, listed in registry.terms.items()})
    yield from check_terms(registry, check)
    yield from check_registry(registry, check)
    for file, column in _PHRASES:
        yield from check_column(sheets[file], column, check, several=True)
    for file, column in _NAMES:
        yield from check_column(sheets[file], column, check, FEWEST_LETTERS, several=True)
    yield from check_shared(sheets["institutions.csv"], ["name_vi", "name_en", "aliases"])
    yield from check_shared(sheets["officials.csv"], ["name", "aliases"])
    yield from check_posts(sheets["officials.csv"])


def check_posts(officials: Sheet) -> Iterator[SeedFault]:
    """Check the dates of the posts held: `office [from [until]]`."""
    for row, cell in enumerate(officials.frame["posts"]):
        for post in cell.split("; ") if cell else []:
            dates = [word for word in post.split() if word[0].isdigit()]
            if not all(map(_is_date, dates)):
                yield officials.fault(row, "posts", post, "no such date")
            elif dates != sorted(dates) or not post.endswith(" ".join(dates)):
                yield officials.fault(row, "posts", post, "is not of the form: office from until")


def check_terms(registry: Registry, check: PhraseCheck) -> Iterator[SeedFault]:
    """Check the named phrases of the registry."""
    file = registry.sheet.file
    for name, phrases in registry.terms.items():
        if not phrases:
            yield SeedFault(file, registry.term_lines[name], name, None, "has no phrase")
        for phrase in phrases:
            problem = "a term may hold no …" if "…" in phrase.text else check(phrase.text)
            if problem:
                yield SeedFault(file, phrase.line, name, phrase.text, problem)


def check_registry(registry: Registry, check: PhraseCheck) -> Iterator[SeedFault]:
    """Check the entries of the registry one by one and with each other."""
    sheet = registry.sheet
    parents = dict(zip(sheet.frame["id"].to_list(), sheet.frame["parent"].to_list(), strict=True))
    for row, entry in enumerate(sheet.frame.iter_rows(named=True)):
        if not registry.phrases[row].get("named"):
            yield sheet.fault(row, "named", entry["id"], "the entry is named by no phrase")
        for field, listed in registry.phrases[row].items():
            seen: set[str] = set()
            for phrase in listed:
                problem = check(phrase.text, FEWEST_LETTERS if field == "named" else 1)
                if phrase.text in seen:
                    problem = "stands more than once"
                seen.add(phrase.text)
                if problem:
                    told = f"{entry['id']}: {problem}"
                    yield SeedFault(sheet.file, phrase.line, field, phrase.text, told)
        if entry["due_on"] and not _is_date(entry["due_on"]):
            yield sheet.fault(row, "due_on", entry["due_on"], f"{entry['id']}: no such date")
        for party in filter(None, entry["parties"].split("; ")):
            if party not in PARTIES:
                problem = f"{entry['id']}: is not one of {', '.join(sorted(PARTIES))}"
                yield sheet.fault(row, "parties", party, problem)
        if problem := _parent_fault(entry["id"], parents):
            yield sheet.fault(row, "parent", entry["parent"], f"{entry['id']}: {problem}")


def _is_date(text: str) -> bool:
    try:
        return When.parse(text).first_day() is not None
    except ValueError:
        return False


def _parent_fault(entry: str, parents: Mapping[str, str]) -> str | None:
    if not parents[entry]:
        return None
    if parents[entry] not in parents:
        return "no entry has this id"
    seen, at = {entry}, parents[entry]
    while at:
        if at in seen:
            return "is its own ancestor" if at == entry else None
        seen.add(at)
        at = parents.get(at, "")
    return None
