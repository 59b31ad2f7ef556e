"""What a document says that abbreviations are short for: "annual operating plan (AOP)", "AOP (annual operating plan)".

A strict form of the algorithm of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003): each letter is the first of a word, and only little words may go without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from skillmatch.nlp.normalise import fold_text, fold_word
from skillmatch.nlp.words import Words

MOST = 6  # letters of an abbreviation
REACH = 2 * MOST  # words that may spell it out, little ones included
_LITTLE = frozenset(["of", "and", "in", "for", "the", "to", "on", "at", "with", "by", "&"])
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|.+")  # of words that have lost their blanks: "AnnualOperatingPlan"


def spelt_out(words: Words) -> dict[str, frozenset[int]]:
    """Return the hashes of the folded words that each abbreviation of a document is said to be short for."""
    texts, strings = words.texts, words.doc.vocab.strings
    found: dict[str, frozenset[int]] = {}
    for place in _places_of("(", texts):
        end = next((end for end in range(place + 1, min(place + REACH, len(texts))) if texts[end] == ")"), place)
        if end == place + 2 and (short := bare(texts[place + 1])):
            full = _spell(_parts(texts[max(place - REACH, 0) : place])[::-1], short[::-1])
        elif end > place > 0 and (short := bare(texts[place - 1])):
            parts = _parts(texts[place + 1 : end])
            full = _spell(parts, short)
            full = full if full[-1:] == parts[-1:] else []
        else:
            continue
        if full:
            found[short] = frozenset([strings[fold_word(word)] for word in full])
    return found


def bare(text: str) -> str:
    """Return an abbreviation in capitals without the s of its plural, "" for any other word.

    Examples
    --------
    >>> bare("KPIs"), bare("SQL"), bare("Sales")
    ('KPI', 'SQL', '')
    """
    short = text.removesuffix("s")
    return short if 1 < len(short) <= MOST and short.isalpha() and short.isupper() else ""


def is_short_for(short: str, name: str) -> bool:
    """Tell whether the letters of an abbreviation are the first of the words with which a name begins.

    Examples
    --------
    >>> is_short_for("POS", "Point-of-Sale Systems"), is_short_for("SAP", "SAP ERP")
    (True, False)
    """
    return bool(_spell(_parts(fold_text(name).split()), short))


def _spell(parts: Sequence[str], letters: str) -> list[str]:
    """Return the parts, from the first on, that begin with these letters in order; none if they do not."""
    used: list[str] = []
    for part in parts:
        if part[0].upper() == letters[len(used)]:
            used.append(part)
            if len(used) == len(letters):
                return used
        elif part.lower() not in _LITTLE:
            break
    return []


def _parts(texts: Iterable[str]) -> list[str]:
    return [part for text in texts for part in _PART.findall(text)]


def _places_of(word: str, texts: Sequence[str]) -> Iterator[int]:
    place = -1
    with suppress(ValueError):  # there is no other
        while True:
            place = texts.index(word, place + 1)
            yield place
