"""Arrays as bytes: a header, then one array after another, to be used where they lie in memory."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skillmatch.errors import DamagedStoreError

_ALIGNED = 8  # bytes: where numbers of any type may begin
_SUM_BYTES = 4


def pack_arrays(arrays: Mapping[str, NDArray[np.generic]], extra: object) -> bytes:
    """Return named arrays of one dimension, and anything that JSON can say, as bytes."""
    names = sorted(arrays)
    told = [[name, arrays[name].dtype.str, len(arrays[name])] for name in names]
    header = json.dumps([told, extra]).encode()
    parts = [len(header).to_bytes(8, "little"), header, _padding(len(header))]
    for name in names:
        data = np.ascontiguousarray(arrays[name]).tobytes()
        parts += [data, _padding(len(data))]
    body = b"".join(parts)
    return body + zlib.adler32(body).to_bytes(_SUM_BYTES, "little")


def unpack_arrays(frame: bytes) -> tuple[dict[str, NDArray[Any]], Any]:
    """Undo `pack_arrays`; the arrays are views of the bytes.

    Raises
    ------
    DamagedStoreError
        The bytes are not what `pack_arrays` returned.
    """
    if zlib.adler32(memoryview(frame)[:-_SUM_BYTES]) != int.from_bytes(frame[-_SUM_BYTES:], "little"):
        raise DamagedStoreError("columns are damaged")
    size = int.from_bytes(frame[:8], "little")
    told, extra = json.loads(frame[8 : 8 + size])
    place = 8 + size + len(_padding(size))
    arrays = {}
    for name, kind, count in told:
        arrays[name] = np.frombuffer(frame, dtype=kind, count=count, offset=place)
        place += arrays[name].nbytes + len(_padding(arrays[name].nbytes))
    return arrays, extra


def _padding(size: int) -> bytes:
    return bytes(-size % _ALIGNED)
