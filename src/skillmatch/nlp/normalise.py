"""Fold a text to the characters that matching knows, one character to one character.

Offsets into the folded text are offsets into the original: full-width forms, odd spaces, quotes and
hyphens become ASCII, look-alike letters inside otherwise Latin words become Latin, and a joint inside
a word ("scikit-learn", "machine_learning") becomes a space, because people write names with and without it.
Words are folded further, each by itself, by `fold_word`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_HYPHENS = "‐‑‒–—―−﹘﹣－"
_SINGLE_QUOTES = "‘’‚‛′`´"
_DOUBLE_QUOTES = "“”„‟″"  # not «», which are bullets more often
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# Letters of other scripts that are drawn like Latin ones.
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеіјкорсухѕԁԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρυκχ",
    "ABESIJKMHOPCTYXaeijkopcyxsdqwh" + "ABEZHIKMNOPTYXoaivpukx",
)
_LATIN = re.compile(r"[A-Za-z]")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u052f]")
_LETTER_WITH_SIGN = re.compile(r"(?<!\w)[\u0370-\u052f](?=\+\+|#)")  # C++ with a Cyrillic letter
_WORD = re.compile(r"\w+")
# The mark comes first, so that the search skips to it.
_JOINT = re.compile(r"[-_](?:(?<=[^\W\d_].)(?=[^\W_])|(?<=[+#]-)(?=[^\W\d_]))")
FEW = 30  # odd characters; more are another script


class _Characters(dict[int, str]):
    """Folded form of each character met so far; at most one entry per Unicode character."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character)
        if len(folded) != 1 or (character.isspace() and folded != " "):
            folded = character
        if "\ud800" <= character <= "\udfff":  # half a character: spaCy cannot hold it
            folded = "\N{REPLACEMENT CHARACTER}"
        self[code] = folded
        return folded


_CHARACTERS = _Characters()
for _many, _one in ((_HYPHENS, "-"), (_SINGLE_QUOTES, "'"), (_DOUBLE_QUOTES, '"'), (_INVISIBLE, " ")):
    _CHARACTERS.update({ord(character): _one for character in _many})
_CHARACTERS.update({code: chr(code) for code in range(128)})
_CHARACTERS[ord("`")] = "'"
_CHARACTERS[ord("\t")] = " "
_KEPT = bytes(code for code in range(128) if _CHARACTERS[code] == chr(code))  # most characters of most texts


def fold_text(text: str) -> str:
    """Fold a text without changing its length.

    Examples
    --------
    >>> fold_text("Ｐｙｔｈｏｎ, scikit-learn – 2010-2015")
    'Python, scikit learn - 2010-2015'
    >>> fold_text("Machin\u0435 L\u0435arning")
    'Machine Learning'
    """
    if not text.isascii() or "`" in text or "\t" in text:
        others = text.encode("utf-8", "surrogatepass").translate(None, _KEPT).decode("utf-8", "surrogatepass")
        folded = {one: _CHARACTERS[ord(one)] for one in set(others)}
        text = _fold_characters(text, {one: new for one, new in folded.items() if new != one})
        if any(map(_OTHER_SCRIPT.match, folded.values())):
            text = _WORD.sub(_fold_lookalikes, text)
            text = _LETTER_WITH_SIGN.sub(lambda found: found[0].translate(_LOOKALIKES), text)
    return _JOINT.sub(" ", text) if "-" in text or "_" in text else text


def _fold_characters(text: str, odd: Mapping[str, str]) -> str:
    """Put what they are folded to in the place of odd characters."""
    if len(odd) > FEW or not odd.keys().isdisjoint(odd.values()):
        return text.translate(_CHARACTERS)
    for one, new in odd.items():  # several times as fast as a look at each character
        text = text.replace(one, new)
    return text


def _fold_lookalikes(match: re.Match[str]) -> str:
    word = match[0]
    return word.translate(_LOOKALIKES) if _LATIN.search(word) and _OTHER_SCRIPT.search(word) else word


# British to American, long words only: modelling, visualise, analyse, behaviour, programme.
_BRITISH = re.compile(
    r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"
    r"|(?<=[a-z]{2})(?:ys(?=(?:e|ed|es|er|ers|ing)$)|our(?=(?:s|al|ed|ing|)$)|ll(?=(?:ed|er|ing)$)|mme(?=s?$))"
)
_AMERICAN = {"is": "iz", "ys": "yz", "our": "or", "ll": "l", "mme": "m"}


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    """Fold what does not tell one word from another: case, accents, inner dots, plural, British spelling.

    Both the names of the taxonomy and the words of a document go through it, so it need not give
    real words.

    Examples
    --------
    >>> [fold_word(word) for word in ("Databases", "Node.js", "modelling", "AWS", "C++", "technologies")]
    ['database', 'nodej', 'modeling', 'aws', 'c++', 'technology']
    """
    if len(word) == 3 and word[2] == "s" and word[:2].isupper() and word.isalpha():
        word = word[:2]  # VMs; longer abbreviations lose their s below
    word = word.lower()
    if not word.isascii():
        word = "".join(part for part in unicodedata.normalize("NFKD", word) if not unicodedata.combining(part))
    if "." in word and len(word) > 1:
        word = word[0] + word[1:].replace(".", "")
    if len(word) < 4 or not word.isalpha():
        return word
    if len(word) > 5:
        word = _BRITISH.sub(lambda found: _AMERICAN[found[0]], word)
    return _fold_plural(word)


_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|er|ment|ion|e)$")


@lru_cache(maxsize=20_000)
def cut_ending(word: str) -> str:
    """Cut the ending of a folded word, so that "deployed", "deploying" and "deployment" agree.

    Examples
    --------
    >>> [cut_ending(word) for word in ("deployed", "deployment", "deploy", "sql")]
    ['deploy', 'deploy', 'deploy', 'sql']
    """
    return _ENDING.sub("", word)


def _fold_plural(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us")) or (word.endswith("is") and len(word) > 4):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1]
