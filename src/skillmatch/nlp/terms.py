"""Words of a text as the background statistics count them.

Plain Python and no pipeline: a background model is fitted on raw text with the very function that makes
`SkillProfile.terms`, so that the two can never disagree.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from skillmatch.nlp.memo import Memo

MAX_LENGTH = 40  # longer runs of letters are encoded data or a broken text layer, not words

# One pass, no nested repeats: linear in the text, whatever it holds. A possessive 's is read and dropped. Ordinary
# words come first, and a letter of its own may go on as the name of a language.
_TERM = re.compile(
    r"[^\W_]+(?:['’]s(?![^\W_])|(?<=[a-z])(?<![^\W_].)(?:\+\+|#)(?![^\W_]))?"
    r"|\.(?<![^\W_].)net(?![^\W_])"
)
_POSSESSIVE = ("'s", "’s")


def iter_terms(text: str) -> Iterator[str]:
    """Yield the lower-case words of a text in order.

    Letters of any script count; numbers alone do not. ``c++``, ``c#`` and ``.net`` stay whole, hyphens and
    other marks part words.

    Examples
    --------
    >>> list(iter_terms("Bachelor's in R, C++/C# (2019), .NET front-end, K8s"))
    ['bachelor', 'in', 'r', 'c++', 'c#', '.net', 'front', 'end', 'k8s']
    """
    yield from filter(None, map(_term, _TERM.findall(_plain(text))))


def count_terms(text: str) -> dict[str, int]:
    """Count the words of a text, in sorted order.

    Examples
    --------
    >>> count_terms("SQL and more SQL")
    {'and': 1, 'more': 1, 'sql': 2}
    """
    counts = Counter(chain.from_iterable(map(_terms.__getitem__, _plain(text).split())))
    return {term: counts[term] for term in sorted(counts)}


def _plain(text: str) -> str:
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()


def _term(word: str) -> str | None:
    """Cut a possessive s off; None for a number and for what is too long to be a word."""
    if word[-2:] in _POSSESSIVE:
        word = word[:-2]
    return word if len(word) <= MAX_LENGTH and not word.isdecimal() else None


# Of a stretch without white space.
_terms: Memo[str, tuple[str, ...]] = Memo(lambda chunk: tuple(filter(None, map(_term, _TERM.findall(chunk)))))
