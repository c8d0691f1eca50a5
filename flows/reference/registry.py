"""Read `seeds/commitments.yml`: the named phrases, and the entries with the lines they start on."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import yaml

from flows.reference.faults import SeedFault
from flows.reference.sheet import Sheet, sheet_of

FIELDS = (
    "id", "name_vi", "name_en", "name_ko", "kind", "sector", "parties", "due_on", "parent", "renewable",
    "note",
)  # fmt: skip
# The parser in C is ten times as fast, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PHRASES = ("named", "again", "context", "unless", "unless_in_report")
_DEFAULTS = {"renewable": "false"}


@dataclass(frozen=True, slots=True)
class Written:
    """A phrase, and the line of the file it stands on."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Registry:
    """The file as read: `phrases[i]` holds the lists of phrases of row `i` of `sheet`."""

    terms: Mapping[str, tuple[Written, ...]]
    term_lines: Mapping[str, int]
    sheet: Sheet
    phrases: tuple[Mapping[str, tuple[Written, ...]], ...]


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _texts(node: yaml.Node) -> tuple[Written, ...] | None:
    """Return the text, or the texts of the list; None where there is anything else."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not all(isinstance(n, yaml.ScalarNode) for n in nodes):
        return None
    return tuple(Written(str(n.value), _line(n)) for n in nodes)


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        return []
    return [(key, str(key.value), value) for key, value in node.value]


def read_registry(source: Traversable, faults: list[SeedFault]) -> Registry:
    """Read the registry; what cannot be read goes to `faults`, and the entries that can be are kept."""
    file = source.name
    empty = Registry({}, {}, sheet_of(file, FIELDS, [], []), ())
    try:
        root = yaml.compose(source.read_bytes().decode("utf-8"), Loader=_LOADER)
    except FileNotFoundError:
        faults.append(SeedFault(file, None, None, None, "the file is missing"))
        return empty
    except UnicodeDecodeError as error:
        faults.append(SeedFault(file, None, None, None, f"not UTF-8: {error.reason}"))
        return empty
    except yaml.MarkedYAMLError as error:
        row = error.problem_mark.line + 1 if error.problem_mark else None
        faults.append(SeedFault(file, row, None, None, f"cannot be read: {error.problem}"))
        return empty
    terms: dict[str, tuple[Written, ...]] = {}
    term_lines: dict[str, int] = {}
    rows: list[list[str]] = []
    lines: list[int] = []
    phrases: list[Mapping[str, tuple[Written, ...]]] = []
    for key, name, value in _pairs(root):
        if name == "terms":
            for term, called, written in _pairs(value):
                texts = _texts(written)
                if texts is None:
                    faults.append(SeedFault(file, _line(term), called, None, "is not a list of phrases"))
                    continue
                if called in terms:
                    faults.append(SeedFault(file, _line(term), called, None, "stands more than once"))
                terms[called], term_lines[called] = texts, _line(term)
        elif name == "commitments" and isinstance(value, yaml.SequenceNode):
            for entry in value.value:
                fields, lists = _entry(file, entry, faults)
                rows.append([fields.get(f, "") for f in FIELDS])
                phrases.append(lists)
                lines.append(_line(entry))
        else:
            faults.append(SeedFault(file, _line(key), name, None, "no such part is known"))
    return Registry(terms, term_lines, sheet_of(file, FIELDS, rows, lines), tuple(phrases))


def _entry(
    file: str, entry: yaml.Node, faults: list[SeedFault]
) -> tuple[dict[str, str], dict[str, tuple[Written, ...]]]:
    """Read one entry: its fields as text (lists joined by "; "), and its lists of phrases."""
    if not isinstance(entry, yaml.MappingNode):
        faults.append(SeedFault(file, _line(entry), None, None, "is no entry"))
    fields = dict(_DEFAULTS)
    lists: dict[str, tuple[Written, ...]] = {}
    seen: set[str] = set()
    for key, name, value in _pairs(entry):
        texts = _texts(value)
        if name in seen:
            faults.append(SeedFault(file, _line(key), name, None, "stands more than once"))
        seen.add(name)
        if texts is None:
            faults.append(SeedFault(file, _line(value), name, None, "is neither text nor a list of texts"))
        elif name in PHRASES:
            lists[name] = texts
        elif name in FIELDS:
            fields[name] = "; ".join(t.text for t in texts)
        else:
            faults.append(SeedFault(file, _line(key), name, None, "no such field is known"))
    return fields, lists
