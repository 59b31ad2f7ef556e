"""Arrays come back as they were, and damaged bytes are noticed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.errors import DamagedStoreError
from skillmatch.store.frames import pack_arrays, unpack_arrays

column = st.one_of(
    st.lists(st.floats(allow_nan=False)).map(lambda it: np.array(it, dtype=np.float64)),
    st.lists(st.integers(0, 65_535)).map(lambda it: np.array(it, dtype=np.uint16)),
    st.binary().map(lambda it: np.frombuffer(it, dtype=np.uint8)),
)


@given(arrays=st.dictionaries(st.text(max_size=5), column, max_size=4), extra=st.lists(st.text()))
def test_arrays_come_back(arrays: dict[str, np.ndarray], extra: list[str]) -> None:  # type: ignore[type-arg]
    found, told = unpack_arrays(pack_arrays(arrays, extra))
    assert told == extra
    assert {name: (it.dtype, it.tolist()) for name, it in found.items()} == {
        name: (it.dtype, it.tolist()) for name, it in arrays.items()
    }


@pytest.mark.parametrize("place", [0, 9, 40, -5, -1])
def test_a_changed_byte_is_noticed(place: int) -> None:
    frame = bytearray(pack_arrays({"a": np.arange(20.0)}, ["x"]))
    frame[place] ^= 1
    with pytest.raises(DamagedStoreError):
        unpack_arrays(bytes(frame))
