"""Text from documents, harmless wherever it is shown."""

from __future__ import annotations


def plain(text: str) -> str:
    r"""Show what would reorder, hide or command: each control character and direction mark as U+FFFD.

    Examples
    --------
    >>> plain("a\x1b[31m")
    'a�[31m'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text)
