"""Likeness of job titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillmatch.nlp.terms import iter_terms

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile
    from skillmatch.scoring.background import Background


def rate_title(wanted: frozenset[str], resume: SkillProfile, background: Background) -> float:
    """Return the share of the wanted words, by idf, that the best of the resume's titles has."""
    titles = [resume.title, *(role.title for role in resume.roles)]
    mass = sum(background.rarity(term) for term in sorted(wanted))
    shared = (sorted(wanted.intersection(iter_terms(title))) for title in titles if title)
    return max((sum(background.rarity(term) for term in terms) / mass for terms in shared), default=0.0)
