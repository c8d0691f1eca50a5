"""The data dictionary is the schemas and headers of today."""

from schemas.dictionary import PAGE, dictionary
from schemas.tables import TABLES


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == dictionary(), "run `python -m schemas.dictionary`"


def test_every_table_and_column_is_in_it():
    page = dictionary()
    for table in TABLES.values():
        assert f"### {table.name}\n" in page
        for column in table.columns:
            assert column.description.replace("|", "\\|") in page
