"""What field of work a resume is of, so that a bare list of skills is not taken for work in it.

A field is a category of the taxonomy. It has a direction in the background, that of the words its skills are named by,
and so has every job title: "backend developer" lies near programming languages, "line cook" does not. A skill that is
only listed counts in full if a title is of its field or another skill of its category is shown at work, and little if
not. Where titles tell nothing, the list is believed.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillmatch.nlp.terms import iter_terms
from skillmatch.scoring.words import locate

if TYPE_CHECKING:
    from skillmatch.scoring.background import Background
    from skillmatch.taxonomy import Taxonomy

# Cosines of a title and a field. With programming languages: line cook 0.18, staff accountant 0.26, store manager 0.29;
# research assistant 0.38, help desk technician 0.42; backend developer 0.62, data analyst 0.62, data engineer 0.81.
APART = 0.3
WITHIN = 0.5

Floats = NDArray[np.float64]


class Fields:
    """The categories of a taxonomy as directions in a background."""

    def __init__(self, taxonomy: Taxonomy, background: Background) -> None:
        self._taxonomy = taxonomy
        self._background = background

    @cached_property
    def directions(self) -> dict[str, Floats]:
        """The direction of each category, of length 1; 0 where the background knows no word of it."""
        words: dict[str, set[str]] = {}
        for skill in self._taxonomy:
            words.setdefault(skill.category, set()).update(iter_terms(skill.name))
        located = locate((sorted(bag) for bag in words.values()), self._background)
        return dict(zip(words, located, strict=True))


def nearness(titles: Floats, field: Floats) -> Floats:
    """Return for each title how much it is of a field, in [0, 1]; the same bits however many titles there are."""
    cosines = (titles * field).sum(axis=1)
    values: Floats = np.clip((cosines - APART) / (WITHIN - APART), 0.0, 1.0)
    return values
