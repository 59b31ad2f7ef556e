"""Fit a background to the texts of a corpus, with nobody's name in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from skillmatch.nlp.terms import count_terms
from skillmatch.scoring.background import Background

if TYPE_CHECKING:
    from skillmatch.taxonomy import Taxonomy

MOST_LOWER = 0.02  # of Chicago, Michael, Texas 0.00 of all, of Linux 0.04, accountant 0.10, nurse 0.14
MOST_CAPITALS = 0.5  # acronyms (GAAP, HVAC, CPA) are no names

STATES = frozenset(
    """
    al ak az ar ca co ct de fl ga hi id il ia ks ky la md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok pa ri sc sd
    tn tx ut vt va wa wv wi wy dc usa
    """.split()  # noqa: SIM905
)

_WORD = re.compile(r"[^\W\d_]+")


def fit_corpus(texts: Sequence[str], taxonomy: Taxonomy, *, name: str, provenance: str) -> Background:
    """Learn the statistics of texts; names of people, places and firms are left out, unless they name a skill.

    Raises
    ------
    BackgroundError
        There are too few texts.
    """
    known = {form.lower() for skill in taxonomy for form in (skill.name, *skill.aliases, *skill.exact)}
    bags = map(count_terms, texts)
    return Background.fit(bags, name=name, provenance=provenance, exclude=find_names(texts) - known | STATES)


def find_names(texts: Iterable[str]) -> set[str]:
    """Find the words that are written like names.

    No list of names is needed: a word that is hardly ever written in lower case, and not in capitals either, is one.

    Examples
    --------
    >>> find_names(["Ada knows payroll and GAAP", "payroll, says Ada"])
    {'ada'}
    """
    everywhere, lower, capitals = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        for word in _WORD.findall(text):
            folded = word.lower()
            everywhere[folded] += 1
            lower[folded] += word.islower()
            capitals[folded] += word.isupper()
    return {
        word
        for word, count in everywhere.items()
        if lower[word] <= MOST_LOWER * count and capitals[word] <= MOST_CAPITALS * count
    }
