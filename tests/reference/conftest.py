"""Reference data to break."""

from pathlib import Path

import pytest
from seed_folder import SeedFolder


@pytest.fixture
def seeds(tmp_path: Path) -> SeedFolder:
    """A folder with a file of every kind and one commitment."""
    return SeedFolder(tmp_path)
