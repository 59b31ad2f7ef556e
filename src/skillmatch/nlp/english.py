"""English words that matter here: those that are names of skills too, and those a slip or two away from one."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.nlp.normalise import fold_word


@lru_cache(maxsize=1)
def _listed() -> tuple[str, ...]:
    text = (files("skillmatch.nlp") / "near_words.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def proper_names() -> frozenset[str]:
    """Return those of the words that are names of people and places only, folded: "julia", "vienna"."""
    return frozenset(word.lower() for word in _listed() if word[0].isupper())


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Return the words, folded by `fold_word`; read once.

    The list is not a dictionary: an ordinary word that is near no name of the shipped taxonomy is not in it.

    Examples
    --------
    >>> "react" in english_words(), "pyhton" in english_words()
    (True, False)
    """
    return frozenset(line.lower() for line in _listed()) | frozenset(fold_word(word) for word in STOP_WORDS)
