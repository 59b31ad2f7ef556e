"""Remember what was found out of a word: words repeat, within a text and from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

MOST = 100_000  # keys remembered at a time

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """What a function gives for each key met so far; `__getitem__` asks it for a new one.

    A dict rather than `functools.lru_cache`, since `map` and `filter` look keys up in it several times as fast.

    Parameters
    ----------
    make
        Gives the value of a key.

    Examples
    --------
    >>> lengths = Memo(len)
    >>> list(map(lengths.__getitem__, ["sql", "c", "sql"])), lengths
    ([3, 1, 3], {'sql': 3, 'c': 1})
    """

    def __init__(self, make: Callable[[Key], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Value:
        if len(self) >= MOST:
            self.clear()
        self[key] = value = self._make(key)
        return value
