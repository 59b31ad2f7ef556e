"""Read the marks of a person specification: "E = essential, D = desirable", then "(D)" behind what is a wish."""

from __future__ import annotations

import re
from collections.abc import Mapping

from skillmatch.models import MentionRequirement

_MEANINGS: Mapping[str, MentionRequirement] = {
    r"essentials?|required|requirements?|mandatory|musts?(?:[- ]haves?)?|needed|compulsory": "required",
    r"desirables?|desired|preferred|optional|nice[- ]to[- ]haves?|bonus|plus|could(?:[- ]haves?)?|advantage(?:ous)?"
    r"|welcome|helpful|useful": "preferred",
}
_ANY = "|".join(f"(?P<m{at}>{words})" for at, words in enumerate(_MEANINGS))
_MEANT = re.compile(rf"[=:–—-][ \t]*(?:{_ANY})\b")  # a quick test: most texts have no sign before these words
_ENTRY = re.compile(rf"(?<!\w)[(\[]?(?P<mark>[a-z*!+]|\*\*)[)\]]?[ \t]*(?P<sign>[=:–—-])[ \t]*(?:{_ANY})\b")
_RULES = tuple(_MEANINGS.values())

Legend = Mapping[str, MentionRequirement]


def find_legend(lower: str) -> Legend:
    """Return what single letters and stars stand for in a text, which must be in small letters; mostly nothing.

    One entry is enough if it has an equals sign, since "d - desired" may be anything.

    Examples
    --------
    >>> find_legend("person specification (e = essential, d = desirable)")
    {'e': 'required', 'd': 'preferred'}
    >>> find_legend("team d: required reading")
    {}
    """
    if not _MEANT.search(lower):
        return {}
    found: dict[str, MentionRequirement] = {}
    sure = False
    for entry in _ENTRY.finditer(lower):
        found[entry["mark"]] = _RULES[0] if entry["m0"] else _RULES[1]
        sure = sure or entry["sign"] == "="
    return found if sure or len(set(found.values())) == len(_RULES) else {}


def marked(clause: str, legend: Legend) -> MentionRequirement | None:
    """Return what the mark of a line says: in front of it, in brackets or in a cell of its own.

    Examples
    --------
    >>> [marked(line, {"d": "preferred"}) for line in ("- excel (d)", "d: excel", "plan d")]
    ['preferred', 'preferred', None]
    """
    for mark, requirement in legend.items():
        sign = re.escape(mark)
        bare = rf"|{sign}(?=\s*$)" if not mark.isalpha() else ""
        if re.search(
            rf"^\s*(?:[-–•]\s*)?{sign}\s*[:.)\]–-]|[(\[]{sign}[)\]]|[|\t]\s*{sign}\s*(?:[|\t]|$)|\s{{2,}}{sign}\s*$"
            rf"|[-–]\s{sign}\s*$|^\s*{sign}\s*[|\t]{bare}",
            clause,
        ):
            return requirement
    return None
