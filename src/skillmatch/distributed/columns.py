"""The data contract as Arrow columns: types from the dataclasses of `models`, values there and back.

A dataclass is a struct, ``tuple[X, ...]`` a list, a tuple of fixed length a struct with fields ``_1``, ``_2``.
Values are converted by column and not by row, which is what makes a million profiles affordable.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate, islice, repeat
from typing import TypeVar, get_args, get_origin

import pyarrow as pa

Value = TypeVar("Value")

_LEAVES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
_BLANKS: dict[object, object] = {str: "", int: 0, float: 0.0, bool: False}


def arrow_type(hint: object) -> pa.DataType:
    """Return the Arrow type of a type of the data contract.

    Examples
    --------
    >>> arrow_type(tuple[tuple[str, int], ...])
    ListType(list<element: struct<_1: string, _2: int64>>)
    """
    hint = _bare(hint)
    if dataclasses.is_dataclass(hint) or _is_pair(hint):
        return pa.struct([pa.field(name, arrow_type(part)) for name, part in _parts(hint).items()])
    if get_origin(hint) is tuple:
        return pa.list_(pa.field("element", arrow_type(get_args(hint)[0])))
    if hint in _LEAVES:
        return _LEAVES[hint]
    raise TypeError(f"the data contract has no columns for {hint}")


def narrow(kind: pa.DataType, paths: Iterable[str]) -> pa.DataType:
    """Return a struct type with only some of its fields, named by dotted paths through structs and lists.

    Examples
    --------
    >>> narrow(pa.struct({"a": pa.list_(pa.struct({"b": pa.string(), "c": pa.string()})), "d": pa.bool_()}), ["a.b"])
    StructType(struct<a: list<element: struct<b: string>>>)
    """
    if pa.types.is_list(kind):
        return pa.list_(pa.field("element", narrow(kind.value_type, paths)))
    below: dict[str, list[str]] = {}
    for path in paths:
        name, _, rest = path.partition(".")
        below.setdefault(name, []).extend([rest] if rest else [])
    return pa.struct(
        [
            pa.field(part.name, narrow(part.type, below[part.name]) if below[part.name] else part.type)
            for part in kind
            if part.name in below
        ]
    )


def encode(values: Sequence[object], hint: object) -> pa.Array:
    """Convert values of the data contract to an array; None becomes null."""
    hint = _bare(hint)
    if dataclasses.is_dataclass(hint) or _is_pair(hint):
        parts = _parts(hint)
        fields = [pa.field(name, arrow_type(part)) for name, part in parts.items()]
        columns: list[Sequence[object]]
        if _is_pair(hint):
            columns = [[None if it is None else it[place] for it in values] for place in range(len(parts))]  # type: ignore[index]
        else:
            columns = [[None if it is None else getattr(it, name) for it in values] for name in parts]
        arrays = [encode(column, part) for column, part in zip(columns, parts.values(), strict=True)]
        mask = pa.array([it is None for it in values], type=pa.bool_())
        return pa.StructArray.from_arrays(arrays, fields=fields, mask=mask)
    if get_origin(hint) is tuple:
        lists: list[Sequence[object]] = [() if it is None else it for it in values]  # type: ignore[misc]
        starts = [0, *accumulate(map(len, lists))]
        items = encode([item for one in lists for item in one], get_args(hint)[0])
        return pa.ListArray.from_arrays(pa.array(starts, type=pa.int32()), items, type=arrow_type(hint))
    return pa.array(values, type=arrow_type(hint))


def decode(array: pa.Array, hint: type[Value] | object) -> list[Value | None]:
    """Convert an array back to values of the data contract; null becomes None.

    Fields that the array lacks have their default, or a blank where they have none: see `narrow`. Equal values may be
    one object.
    """
    hint = _bare(hint)
    if dataclasses.is_dataclass(hint) or _is_pair(hint):
        return _decode_structs(array, hint)
    if get_origin(hint) is tuple:
        lengths = array.value_lengths().fill_null(0).to_pylist()
        items = iter(decode(array.flatten(), get_args(hint)[0]))
        return [tuple(islice(items, length)) for length in lengths]  # type: ignore[misc]
    if pa.types.is_string(array.type):
        stored = array.dictionary_encode()
        words = stored.dictionary.to_pylist()
        if array.null_count == 0:
            return [words[place] for place in stored.indices.to_numpy().tolist()]
        return [None if place is None else words[place] for place in stored.indices.to_pylist()]
    if array.null_count == 0:
        return array.to_numpy(zero_copy_only=False).tolist()  # type: ignore[no-any-return]
    return array.to_pylist()  # type: ignore[no-any-return]


def _decode_structs(array: pa.Array, hint: object) -> list[typing.Any]:
    """Build the objects of a struct array."""
    parts = _parts(hint)
    columns = {
        part.name: decode(column, parts[part.name]) for part, column in zip(array.type, array.flatten(), strict=True)
    }
    if _is_pair(hint):
        found: list[typing.Any] = list(zip(*columns.values(), strict=True))
    elif columns and not any(pa.types.is_nested(part.type) for part in array.type):
        rows = list(
            zip(*columns.values(), strict=True)
        )  # most mentions say the same as another, of what is read of them
        distinct = {row: place for place, row in enumerate(dict.fromkeys(rows))}
        made = _build(hint, dict(zip(columns, map(list, zip(*distinct, strict=True)), strict=False)), len(distinct))
        found = [made[distinct[row]] for row in rows]
    else:
        found = _build(hint, columns, len(array))
    if array.null_count:
        return [it if there else None for it, there in zip(found, array.is_valid().to_pylist(), strict=True)]
    return found


def _build(hint: typing.Any, columns: Mapping[str, Sequence[object]], count: int) -> list[typing.Any]:
    """Build objects of a dataclass, field by field: a third of the time that its `__init__` takes."""
    found = [object.__new__(hint) for _ in range(count)]
    for part in dataclasses.fields(hint):
        default = part.default_factory() if part.default_factory is not dataclasses.MISSING else part.default
        if default is dataclasses.MISSING:
            default = _BLANKS.get(_bare(_parts(hint)[part.name]))
        values = columns.get(part.name, repeat(default, count))
        deque(map(vars(hint)[part.name].__set__, found, values), maxlen=0)  # the slot: frozen objects refuse all else
    return found


@cache
def _parts(hint: object) -> dict[str, object]:
    """Return the fields of a dataclass or of a tuple of fixed length, with their types."""
    if _is_pair(hint):
        return {f"_{number}": part for number, part in enumerate(get_args(hint), start=1)}
    hints = typing.get_type_hints(hint)
    return {part.name: hints[part.name] for part in dataclasses.fields(hint)}  # type: ignore[arg-type]


def _is_pair(hint: object) -> bool:
    return get_origin(hint) is tuple and Ellipsis not in get_args(hint)


def _bare(hint: object) -> object:
    """Return a type without "or None", and that of its values for a literal: every column may be null."""
    if get_origin(hint) in (typing.Union, types.UnionType):
        [hint] = [it for it in get_args(hint) if it is not type(None)]
    return type(get_args(hint)[0]) if get_origin(hint) is typing.Literal else hint
