"""Tell fast that a stretch of text cannot hold what a slow pattern looks for.

Words repeat, within a text and from one to the next: what is known of each need not be found out again.
"""

from __future__ import annotations

from collections.abc import Callable

MOST = 100_000  # words remembered at a time


class Screen(dict[str, bool]):
    """Tells whether some word of a text, up to white space, passes a test; each distinct word is tested once.

    Parameters
    ----------
    test
        Tells of one word whether it may be part of what is looked for.

    Examples
    --------
    >>> may_count = Screen(lambda word: word.isdigit())
    >>> may_count("more than 5 years"), may_count("some years")
    (True, False)
    """

    def __init__(self, test: Callable[[str], object]) -> None:
        super().__init__()
        self._test = test

    def __call__(self, text: str) -> bool:
        """Tell whether some word of a text passes."""
        return any(map(self.__getitem__, text.split()))

    def __missing__(self, word: str) -> bool:
        if len(self) >= MOST:
            self.clear()
        self[word] = passes = bool(self._test(word))
        return passes
