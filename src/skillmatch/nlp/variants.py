"""Safe other spellings of a form, which nobody need list in a taxonomy.

"React JS" for "React.js", "CI CD" for "CI/CD", "and" for "&", "BigData" for "big data", "Code Commit" for "CodeCommit",
". NET" for ".NET".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from skillmatch.nlp.lexer import Key, Lexer

MIN_JOINED = 7  # letters; shorter joints are words or names of their own ("webapi", "goto")
_JS = re.compile(r"(?i)^(.*\w)\.?js$")
_CAMEL = re.compile(r"(?<=[A-Za-z][a-z])(?=[A-Z][A-Za-z])")
_SLASH = re.compile(r"(?<=\w\w)\s?/\s?(?=\w\w)")


class Variant(NamedTuple):
    """Another spelling: its key, and where case or place matter, its words (None: those of the form will do)."""

    key: Key
    words: str | None = None
    exact: bool = False
    apart: bool = False


def map_camel_words(texts: Iterable[str]) -> dict[str, str]:
    """Map each word with a capital inside to its parts, in their own case.

    Examples
    --------
    >>> map_camel_words(["AWS CodeCommit", "Java"])
    {'codecommit': 'Code Commit'}
    """
    words = (word for text in texts if not text.islower() for word in text.split())
    return {word.lower(): _CAMEL.sub(" ", word) for word in words if _CAMEL.search(word)}


def find_variants(text: str, key: Key, lexer: Lexer, camel: Mapping[str, str], *, exact: bool) -> Iterator[Variant]:
    """Yield the variants of one form.

    Parameters
    ----------
    text, key
        The form as stated, and its key.
    lexer
        Makes the keys.
    camel
        From `map_camel_words`; a name written apart counts in that case only.
    exact
        Whether the form counts in its own case only; it then has few variants.
    """
    words = text.split()
    if not camel.keys().isdisjoint(word.lower() for word in words):
        apart = " ".join([camel.get(word.lower(), word) for word in words])
        yield Variant(lexer.key(apart), words=apart, exact=True)
    if text[-2:].lower() == "js" and (javascript := _JS.match(text)):
        yield Variant(lexer.key(f"{javascript[1]} js"), words=f"{javascript[1]} js")
    if not exact:
        yield from (Variant(lexer.key(other)) for other in _respell(text))
        if len(key) > 1 and (joined := "".join(words).replace("-", "")).isalpha() and len(joined) >= MIN_JOINED:
            yield Variant(lexer.join(key))
        if text.startswith("."):
            yield Variant(lexer.key(f". {text[1:]}"), words=f". {text[1:]}", apart=len(words) == 1)


def _respell(text: str) -> Iterator[str]:
    if "/" in text and _SLASH.search(text):
        yield _SLASH.sub(" ", text)
        yield _SLASH.sub("", text)
    if " & " in text:
        yield text.replace(" & ", " and ")
    if " and " in text:
        yield text.replace(" and ", " & ")
