"""Rows of plain dataclasses as columns for JSON, and back.

Like values next to each other compress best. Of a column with few different values each is written once, and where a
row has a `start` its `end` is written as the length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Column = list[Any] | dict[str, list[Any]]

_FEW = 10  # different values: a digit for each
_REPEATED = 3  # times that a value must occur, on average, for the digits to be worth it


def to_columns(rows: Sequence[object], fields: Sequence[str], **given: Iterable[Any]) -> list[Column]:
    """Return the values of the fields of rows, field by field; `given` replaces those of some fields."""
    values = {name: [getattr(row, name) for row in rows] for name in fields if name not in given}
    values |= {name: list(column) for name, column in given.items()}
    if "end" in fields and "end" not in given:
        values["end"] = [end - start for start, end in zip(values["start"], values["end"], strict=True)]
    return [squeeze(values[name]) for name in fields]


def from_columns(columns: Sequence[Column], fields: Sequence[str], count: int) -> Iterator[dict[str, Any]]:
    """Return the fields of `count` rows, one by one; lists have become tuples."""
    full = [spread(column, count) for column in columns]
    has_end = "end" in fields
    for row in zip(*full, strict=True):
        values = {
            name: tuple(value) if isinstance(value, list) else value for name, value in zip(fields, row, strict=True)
        }
        if has_end:
            values["end"] += values["start"]
        yield values


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
    """Undo `squeeze`."""
    if isinstance(column, list):
        return column
    [(codes, values)] = column.items()
    return [values[int(code)] for code in codes] if codes else values * count
