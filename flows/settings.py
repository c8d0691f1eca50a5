"""Settings of a run: defaults, overridden by environment variables `CAMKET_…`, then by arguments."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a run may be told; every field can be set as an environment variable `CAMKET_<FIELD>`."""

    model_config = SettingsConfigDict(env_prefix="CAMKET_", frozen=True, extra="forbid")

    warehouse: Path = Field(
        default=Path("camket-data"), description="folder that holds releases, views and the log"
    )
    corrections: Path | None = Field(
        default=None, description="CSV file of your own corrections, in the form of seeds/corrections.csv"
    )
    chunk_reports: int = Field(
        default=500, ge=1, le=100_000, description="files that one task reads and extracts"
    )
    lock_wait_seconds: float = Field(default=60, ge=0, description="how long to wait for another run to end")
    keep_days: float = Field(
        default=7, ge=0, description="how long a replaced release is kept for open readers"
    )
    most_rows_lost: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="share of a table's rows that a release may lose before it is stopped",
    )
    most_file_bytes: int = Field(default=20_000_000, ge=1, description="a larger file is refused")
    most_line_chars: int = Field(default=1_000_000, ge=1, description="a file with a longer line is refused")
