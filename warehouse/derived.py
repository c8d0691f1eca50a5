"""What is derived from the current release: the DuckDB file, and the Parquet files at stable paths."""

from warehouse.catalog import PUBLIC_SQL, Catalog, SqlFolders, attached, catalog_in, catalog_of
from warehouse.durable import link_over, move_over, remove, same_file, sync
from warehouse.errors import WarehouseError
from warehouse.log import start_log
from warehouse.manifest import Manifest
from warehouse.paths import TEMPORARY, Warehouse


def derive(warehouse: Warehouse, manifest: Manifest, sql: SqlFolders = PUBLIC_SQL) -> tuple[str, ...]:
    """Bring the derived files up to the release; return the names of those that were not.

    Each is replaced in one step; who has the old one open goes on reading the old one. A reader of several
    Parquet files may see two releases for a moment: each file tells its own (`camket.release`). One that
    opens a stable path twice in one read (polars, pyarrow and DuckDB do, given a name) and is overtaken in
    between fails and must read again; the views of the DuckDB file are pinned to a release and never do.

    Raises:
        WarehouseError: DuckDB refuses a view, or the disk a file.
    """
    warehouse.create()
    try:
        start_log(warehouse)
        folder = warehouse.release(manifest.release_id)
        catalog = catalog_of(warehouse, folder, manifest, sql)
        done = []
        if catalog_in(warehouse.duckdb_file) != catalog.sha256:
            _write_duckdb(warehouse, catalog)
            done.append(warehouse.duckdb_file.name)
        return (*done, *_link_tables(warehouse, manifest))
    except OSError as error:
        raise WarehouseError(
            f"release {manifest.release_id} is whole, but {error.filename} cannot be written "
            f"({error.strerror}); free it, then run `camket check --repair`"
        ) from error


def _link_tables(warehouse: Warehouse, manifest: Manifest) -> list[str]:
    """Make the stable paths name the files of the release."""
    done = []
    kept = set()
    for entry in manifest.tables:
        source, path = (
            warehouse.release(manifest.release_id) / entry.file,
            warehouse.parquet_file(entry.table),
        )
        kept.add(path)
        if not same_file(source, path):
            link_over(source, path)
            done.append(f"{warehouse.parquet.name}/{path.name}")
    for path in sorted(set(warehouse.parquet.glob("*.parquet")) - kept):
        remove(path)  # a table that is no longer published
        done.append(f"{warehouse.parquet.name}/{path.name}")
    sync(warehouse.parquet)
    return done


def _write_duckdb(warehouse: Warehouse, catalog: Catalog) -> None:
    """Write a new file beside the old one: DuckDB lets nobody read a file that is being written."""
    # In a folder of its own, with whatever else DuckDB lays beside it.
    temporary = warehouse.root / f"{TEMPORARY}catalog"
    remove(temporary)
    temporary.mkdir()
    path = temporary / warehouse.duckdb_file.name
    with attached(path, read_only=False) as connection:
        catalog.make(connection)
    move_over(path, warehouse.duckdb_file)
    remove(temporary)
