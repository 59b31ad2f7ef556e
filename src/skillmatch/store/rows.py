"""Rows of plain dataclasses as columns for JSON, and back.

Like values next to each other compress best. Of a column with few different values each is written once, and where a
row has a `start` its `end` is written as the length.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from operator import add
from typing import Any, TypeVar

Row = TypeVar("Row")
Column = list[Any] | dict[str, list[Any]]

_FEW = 10  # different values: a digit for each
_DIGITS = "0123456789"
_REPEATED = 3  # times that a value must occur, on average, for the digits to be worth it


def to_columns(rows: Sequence[object], fields: Sequence[str], **given: Iterable[Any]) -> list[Column]:
    """Return the values of the fields of rows, field by field; `given` replaces those of some fields."""
    values = {name: [getattr(row, name) for row in rows] for name in fields if name not in given}
    values |= {name: list(column) for name, column in given.items()}
    if "end" in fields and "end" not in given:
        values["end"] = [end - start for start, end in zip(values["start"], values["end"], strict=True)]
    return [squeeze(values[name]) for name in fields]


def from_columns(columns: Sequence[Column], fields: Sequence[str], count: int) -> dict[str, list[Any]]:
    """Return the values of `count` rows, field by field; lists have become tuples."""
    full = {name: spread(column, count) for name, column in zip(fields, columns, strict=True)}
    if "end" in full:
        full["end"] = list(map(add, full["start"], full["end"]))
    return full


def build_rows(kind: type[Row], columns: Mapping[str, Sequence[Any]], count: int) -> list[Row]:
    """Build rows of columns, one for each field of a dataclass with slots that checks nothing.

    The slots are filled column by column, which takes a quarter of the time of calling a frozen class row by row.

    Raises
    ------
    ValueError
        Some column has not `count` values.
    """
    rows = list(map(object.__new__, repeat(kind, count)))
    for name, column in columns.items():
        if len(column) != count:
            raise ValueError(f"{len(column)} values of {name} for {count} rows")
        deque(map(getattr(kind, name).__set__, rows, column), maxlen=0)
    return rows


def squeeze(column: list[Any]) -> Column:
    """Write each of the few different values of a column once, under the digits that say which row has which."""
    values: list[Any] = []
    for value in column:
        if value not in values:
            values.append(value)
            if len(values) > _FEW or len(values) * _REPEATED > len(column) + _REPEATED:
                return column
    codes = "" if len(values) == 1 else "".join(str(values.index(value)) for value in column)
    return {codes: values} if values else column


def spread(column: Column, count: int) -> list[Any]:
    """Undo `squeeze`; lists have become tuples."""
    if isinstance(column, list):
        return _with_tuples(column)
    [(codes, values)] = column.items()
    values = _with_tuples(values)
    return list(map(dict(zip(_DIGITS, values, strict=False)).__getitem__, codes)) if codes else values * count


def _with_tuples(column: list[Any]) -> list[Any]:
    if list not in set(map(type, column)):
        return column
    return [tuple(value) if isinstance(value, list) else value for value in column]
