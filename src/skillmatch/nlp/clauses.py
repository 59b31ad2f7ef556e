"""Cut a text into clauses: the stretches that a negation or a requirement can govern.

A clause ends at a sentence end, a semicolon, a bullet or a line end that is not a mere line wrap. Texts that have
lost their punctuation run one requirement into the next; there, the words that open a requirement start a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

Clause = tuple[int, int]

WRAP_LENGTH = 40  # a shorter line ends because its writer ended it, not because it was full
MAX_TERM = 6  # words of an entry in a list of terms

_BULLETS = "•●▪◦‣∙■□◆▶►➢➤✓✔☞⌲⇒❖»›·*"
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|etc|vs|approx|min|max|incl|yrs?|mos?|dr|mr|mrs|ms|st|no|inc|ltd)"
    r"|\b[A-Za-z])$",
    re.IGNORECASE,
)
_ABBREVIATION_ENDS = frozenset("eg ie tc vs ox in ax cl yr rs mo os dr mr ms st no nc td".split())  # noqa: SIM905
_OPENS_LIST = re.compile(
    r"(?:[,(/&]|\b(?:e\.?g\.?|i\.?e\.?|such as|and|or|with|of|in|to|for|the|an?|using|including|as|by|on|like))$",
    re.IGNORECASE,
)
# What every match of it ends with: a quick test for the end of most lines.
_OPENING_ENDS = tuple(", ( / & a eg .g g. ie .e e. as nd or th of in to he an ng by on ke".split())  # noqa: SIM905
_OPENER = (
    r"(?:(?:[Aa] )?(?:Very )?(?:[Ss]trong|[Gg]ood|[Ss]olid|[Dd]eep|[Ee]xcellent|[Pp]roven|[Ss]ound"
    r"|[Ff]irst|[Pp]ractical|[Ss]ome|[Bb]asic|[Aa]dvanced) )?"
    r"(?:(?:Experienced?|Knowledge|Understanding|Ability|Familiar(?:ity)?|Proficien(?:t|cy)|Expertise"
    r"|Fluen(?:t|cy)|Skilled|Exposure|Interest(?:ed)?)"
    r" (?:with|in|of|to|on|working|using|as|at)\b)"
    r"|(?:A )?(?:strong|good|solid|deep|excellent|proven|sound|Strong|Good|Solid|Deep|Excellent|Proven"
    r"|Sound|Practical|Advanced|Exceptional) (?=[a-z])"
    r"|Any (?:experience|knowledge|other)\b"
    r"|(?:A )?(?:passion|Passion|willingness|Willingness)\b"
    r"|(?:Well[- ]versed|Comfortable|Confident|Passionate|Team ?player|Hands[- ]on|Ideally|Preferably"
    r"|Willing(?:ness)?|Motivated|Able to|Degree|Bachelor|Master)\b"
    r"|You (?:have|are|will|can|should|bring|know|enjoy|love|like|work)\b"
)
_NO_OPENER = re.compile(
    r"\b(?:ideally|preferably|the|your|our|an?|and|or|of|in|with|have|has|some|any|no|very|strong|good"
    r"|solid|for|to|is|are|relevant|work|job|scrum)$",
    re.IGNORECASE,
)
# One set of characters comes first, so that the search skips all others.
_BREAK = re.compile(
    r"[ .!?;\r\n](?:"
    r"(?<= )(?=[A-Z" + _BULLETS + r"])(?:(?<=[\w)\]] )(?=" + _OPENER + r")|(?=[" + _BULLETS + r"]\s))"
    r"|(?<! )(?:(?<=[.!?])[.!?]{0,8}[\"'”’)\]]{0,4}\s+(?=[^a-z\s(])"
    r"|(?<=[;\n])\s*"
    r"|(?<=\r)\n\s*))"
)
TAIL = 11  # characters of the longest word that the patterns for what stands before a break end with
_ITEM = re.compile(r"\s*(?:[" + _BULLETS + r"]|[-–—+]\s|\d{1,2}[.)]\s)")


def split_clauses(text: str, cuts: Iterable[int] = ()) -> list[Clause]:
    """Split a text into clauses, in order and without gaps.

    Parameters
    ----------
    text
        Any text.
    cuts
        Offsets at which a clause starts in any case: section borders.

    Examples
    --------
    >>> text = "Python is a must; no Perl."
    >>> [text[start:end] for start, end in split_clauses(text)]
    ['Python is a must; ', 'no Perl.']
    """
    starts = {0, *(cut for cut in cuts if 0 < cut < len(text))}
    starts.update(found.end() for found in _BREAK.finditer(text) if _is_break(text, found))
    starts.discard(len(text))
    ordered = sorted(starts)
    return list(zip(ordered, [*ordered[1:], len(text)], strict=True)) if text else []


def clause_at(clauses: Sequence[Clause], offset: int) -> Clause:
    """Return the clause that holds an offset."""
    return clauses[max(0, bisect_right(clauses, (offset, float("inf"))) - 1)]


def _is_break(text: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    mark = text[start]
    if mark == " ":
        return not text[end].isupper() or not _NO_OPENER.search(text, max(0, start - TAIL), start)
    if mark in ".!?":
        return found[0].rstrip() != "." or not _is_abbreviation(text, start)
    if mark == ";" or found[0].count("\n") > 1 or _ITEM.match(text, end):
        return True
    if text[max(0, start - 2) : start].lower().endswith(_OPENING_ENDS) and _OPENS_LIST.search(
        text, max(0, start - TAIL), start
    ):
        return False
    following = text[end : end + 1]
    before = text[max(0, start - WRAP_LENGTH) : start]
    full = len(before) == WRAP_LENGTH and "\n" not in before and before[-1] not in ".!?:;"
    return not (full and (following.islower() or following == "("))


def _is_abbreviation(text: str, end: int) -> bool:
    """Tell whether the word before a dot is an abbreviation or a letter; that most are not, their last letters tell."""
    ending = text[max(0, end - 2) : end].lower()
    if ending.isalnum() and len(ending) == 2 and ending not in _ABBREVIATION_ENDS:
        return False
    return _ABBREVIATION.search(text, max(0, end - TAIL), end) is not None


def lower_case(text: str) -> str:
    """Lower-case a text without changing its length, so that offsets hold.

    Case-sensitive patterns on lower-case text are several times faster than patterns that ignore case.
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def is_term_list(text: str) -> bool:
    r"""Tell a text that is nothing but terms, one a line: what a search form or a database asks for.

    Examples
    --------
    >>> is_term_list("Hydraulics\nPLC\nService engineer")
    True
    >>> is_term_list("Java Developer\nWe look for a colleague who knows Java.\nApply now")
    False
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 2 and all(
        len(line.split()) <= MAX_TERM and ":" not in line and line[-1] not in ".!?" and line[0] not in "-*•"
        for line in lines
    )
