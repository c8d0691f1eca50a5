"""What a release consists of, and which release is the current one."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from warehouse.durable import replace_file
from warehouse.errors import DamagedError
from warehouse.paths import Warehouse

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class TableFile:
    """One table of a release: its file, and `content_sha256`, which names its rows and columns alone."""

    table: str
    file: str
    rows: int
    bytes: int
    sha256: str
    content_sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The tables of a release, by name; the same content under the same rules gives the same `release_id`."""

    release_id: str
    schema_version: str
    rules_version: str
    tables: tuple[TableFile, ...]

    def table(self, name: str) -> TableFile | None:
        """Return the entry of a table, or None where the release has no such table."""
        return next((entry for entry in self.tables if entry.table == name), None)

    def encoded(self) -> bytes:
        """Return the text of manifest.json."""
        return (json.dumps(asdict(self), indent=1) + "\n").encode()


def release_id_of(contents: dict[str, str], *, schema_version: str, rules_version: str) -> str:
    """Return the id of a release: 16 hexadecimal digits that follow from its tables (`content_sha256`)."""
    named = json.dumps([schema_version, rules_version, sorted(contents.items())])
    return hashlib.sha256(named.encode()).hexdigest()[:16]


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a release folder.

    Raises:
        DamagedError: there is none, or it is not a manifest.
    """
    path = folder / MANIFEST
    try:
        fields = json.loads(path.read_bytes())
        tables = tuple(TableFile(**entry) for entry in fields.pop("tables"))
        return Manifest(**fields, tables=tables)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedError(f"{path} is missing or damaged; run `camket check --repair`") from error


def read_current(warehouse: Warehouse) -> str | None:
    """Return the id of the current release; None where nothing was published yet.

    Raises:
        DamagedError: current.json is there, but cannot be understood.
    """
    try:
        release_id = json.loads(warehouse.current_json.read_bytes())["release_id"]
        if isinstance(release_id, str):
            return release_id
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DamagedError(f"{warehouse.current_json} cannot be read; run `camket check --repair`") from error
    raise DamagedError(f"{warehouse.current_json} names no release; run `camket check --repair`")


def published_from(warehouse: Warehouse) -> str | None:
    """Return what the current release was made from, as told to `publish`; None where that is not known."""
    try:
        made_from = json.loads(warehouse.current_json.read_bytes())["made_from"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return made_from if isinstance(made_from, str) else None


def write_current(warehouse: Warehouse, manifest: Manifest, made_from: str | None = None) -> None:
    """Make a release the current one, in one step: this is the commit."""
    current = {
        "release_id": manifest.release_id,
        "folder": f"releases/{manifest.release_id}",
        "schema_version": manifest.schema_version,
        "rules_version": manifest.rules_version,
        "made_from": made_from,
    }
    replace_file(warehouse.current_json, (json.dumps(current, indent=1) + "\n").encode())


def whole_release(warehouse: Warehouse) -> Manifest | None:
    """Return the manifest of the current release if all its files are there with their sizes, else None."""
    try:
        release_id = read_current(warehouse)
        manifest = read_manifest(warehouse.release(release_id)) if release_id else None
    except DamagedError:
        return None
    if manifest is None or not is_whole(warehouse.release(manifest.release_id), manifest):
        return None
    return manifest


def is_whole(folder: Path, manifest: Manifest) -> bool:
    """Tell whether every file of a release is there and has its size (`verify` reads them through)."""
    try:
        return folder.name == manifest.release_id and all(
            (folder / entry.file).stat().st_size == entry.bytes for entry in manifest.tables
        )
    except OSError:
        return False
