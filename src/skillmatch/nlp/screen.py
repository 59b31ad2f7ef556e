"""Tell fast that a stretch of text cannot hold what a slow pattern looks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from skillmatch.nlp.memo import Memo

REACH = 80  # characters before a sign in which its label ends, white space included


class Screen(Memo[str, bool]):
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
        super().__init__(lambda word: bool(test(word)))

    def __call__(self, text: str) -> bool:
        """Tell whether some word of a text passes."""
        return any(map(self.__getitem__, text.split()))


def labelled_lines(text: str, sign: re.Pattern[str], ends: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    r"""Yield the lines in which a label may stand before a sign.

    Parameters
    ----------
    text
        Any text.
    sign
        What stands behind a label.
    ends
        What the labels end with, in small letters.

    Examples
    --------
    >>> list(labelled_lines("Note: none\nName: Jo", re.compile(":"), ("name",)))
    [(11, 19)]
    """
    reached = 0
    for found in sign.finditer(text):
        at = found.start()
        if at >= reached and text[max(reached, at - REACH) : at].rstrip(" \t").lower().endswith(ends):
            reached = text.find("\n", at)
            reached = reached if reached >= 0 else len(text)
            yield text.rfind("\n", 0, at) + 1, reached
