"""The public tables as pandera schemas: what each row of a table must fulfil by itself."""

from functools import cache

import pandera.polars as pa
import polars as pl

from schemas.frame import POLARS_TYPES
from schemas.table import Column, Rule
from schemas.tables import TABLES


@cache
def pandera_schema(name: str) -> pa.DataFrameSchema:
    """Return the pandera schema of the public table `name`.

    It coerces nothing (`schemas.frame.conform` has cast) and is to be run on a DataFrame with `lazy=True`:
    on a LazyFrame pandera looks at the types only.

    Raises:
        KeyError: where no public table is called so.
    """
    table = TABLES[name]
    return pa.DataFrameSchema(
        {column.name: _column(column) for column in table.columns},
        checks=[_rule(rule) for rule in table.rules],
        name=table.name,
        title=table.name,
        description=table.grain,
        metadata={"key": table.key},
        strict=True,
        ordered=True,
        coerce=False,
    )


def _column(column: Column) -> pa.Column:
    checks = []
    if column.allowed:
        checks.append(pa.Check.isin(list(column.allowed), error="value_not_allowed"))
    if column.at_least is not None:
        checks.append(pa.Check.ge(column.at_least, error="value_too_small"))
    return pa.Column(
        POLARS_TYPES[column.type],
        checks=checks,
        nullable=column.nullable,
        coerce=False,
        description=column.description,
    )


def _rule(rule: Rule) -> pa.Check:
    holds = pl.sql_expr(rule.holds)

    def check(data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(holds)

    return pa.Check(check, name=rule.name, error=rule.name, description=rule.says)
