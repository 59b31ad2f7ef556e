"""Call functions of pdfium once for each glyph or object, as fast as Python can."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SLOT_BYTES = 32  # the most that one call writes
_SLOTS = 1_024  # calls between two looks at what was written

Call = Callable[..., Any]


def bind(function: Any, result: Any, *arguments: Any) -> Call:
    """Return a pdfium function that takes addresses as plain integers where `arguments` has ``ctypes.c_void_p``.

    Arguments without a type take a third less time: there, addresses must be `ctypes.c_void_p`, and integers are C's
    `int`.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def address_of(handle: Any) -> int:
    """Return the address behind a handle of pypdfium2."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def call_each(function: Call, *arguments: Iterable[Any]) -> None:
    """Call a function for its effect."""
    deque(map(function, *arguments), maxlen=0)


class Slots:
    """Memory for calls to write numbers into, one slot each.

    Its addresses are made once, since to make one costs half a call.

    Parameters
    ----------
    kind
        The type of the numbers.
    offsets
        Where in a slot each address lies that a call is given, in bytes.
    width
        How many numbers a call writes.
    default
        What stands there if it writes nothing.
    """

    def __init__(self, kind: type[np.generic], offsets: tuple[int, ...], width: int, default: Any = 0) -> None:
        memory = np.zeros((_SLOTS, _SLOT_BYTES), dtype=np.uint8)
        base = memory.ctypes.data
        places = range(base, base + memory.nbytes, _SLOT_BYTES)
        self._numbers = memory.view(kind)[:, :width]
        self._addresses = [[ctypes.c_void_p(place + offset) for place in places] for offset in offsets]
        self._default = default

    def read(self, function: Call, count: int, *arguments: Iterable[Any]) -> NDArray[Any]:
        """Call a function `count` times with arguments and addresses, and return a row of numbers for each call."""
        streams = [iter(argument) for argument in arguments]
        found = np.empty((count, self._numbers.shape[1]), dtype=self._numbers.dtype)
        for begin in range(0, count, _SLOTS):
            some = min(_SLOTS, count - begin)
            self._numbers[:some] = self._default
            call_each(function, islice(streams[0], some), *streams[1:], *self._addresses)
            found[begin : begin + some] = self._numbers[:some]
        return found
