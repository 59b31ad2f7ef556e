"""Safe other spellings of a form, which nobody need list in a taxonomy.

"React JS" for "React.js", "CI CD" for "CI/CD", "and" for "&", "Code Commit" for "CodeCommit", ". NET" for ".NET".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.nlp.lexer import Key, Lexer
from skillmatch.nlp.normalise import fold_word

_JS = re.compile(r"(?i)^(.*\w)\.?js$")
_CAMEL = re.compile(r"(?<=[A-Za-z][a-z])(?=[A-Z][A-Za-z])")
_SLASH = re.compile(r"(?<=\w\w)\s?/\s?(?=\w\w)")


class Variant(NamedTuple):
    """Another spelling: its key, and where case or place matter, its words (None: those of the form will do)."""

    key: Key
    words: str | None = None
    exact: bool = False
    apart: bool = False


class Camel(NamedTuple):
    """Words with a capital inside: small letters to the parts in their own case, and the hashes of the words."""

    parts: dict[str, str]
    codes: set[int]


def find_camel_words(texts: Iterable[str], lexer: Lexer) -> Camel:
    """Find the words with a capital inside: "CodeCommit" is also written "Code Commit"."""
    words = {word for text in texts if not text.islower() for word in text.split()}
    apart = {word: _CAMEL.sub(" ", word) for word in sorted(words) if _CAMEL.search(word)}
    # "I work" is no iWork, "the hive" no TheHive.
    parts = {word.lower(): text for word, text in apart.items() if text.split()[0].lower() not in STOP_WORDS}
    return Camel(parts, {lexer.fold(fold_word(word)) for word in parts})


def may_vary(text: str) -> bool:
    """Tell fast whether a form may have variants, those of its camel words aside.

    Examples
    --------
    >>> may_vary("CI/CD"), may_vary("Node.js"), may_vary("data science")
    (True, True, False)
    """
    return text[-2:] in ("js", "JS") or text[0] == "." or "/" in text or "&" in text or " and " in text


def find_variants(text: str, lexer: Lexer, camel: Camel, *, exact: bool) -> Iterator[Variant]:
    """Yield the variants of one form.

    Parameters
    ----------
    text
        The form as stated.
    lexer
        Makes the keys.
    camel
        A name written apart counts in the case of its parts only.
    exact
        Whether the form counts in its own case only; it then has few variants.
    """
    words = text.split()
    if not camel.parts.keys().isdisjoint([word.lower() for word in words]):
        apart = " ".join([camel.parts.get(word.lower(), word) for word in words])
        yield Variant(lexer.key(apart), words=apart, exact=True)
    if text[-2:].lower() == "js" and (javascript := _JS.match(text)):
        yield Variant(lexer.key(f"{javascript[1]} js"), words=f"{javascript[1]} js")
    if not exact:
        yield from (Variant(lexer.key(other)) for other in _respell(text))
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
