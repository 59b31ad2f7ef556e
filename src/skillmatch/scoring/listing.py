"""The words of a resume that it owes to a list of skills."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from skillmatch.nlp.terms import iter_terms
from skillmatch.scoring.showing import is_shown

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile


def list_words(profile: SkillProfile) -> list[str]:
    """Return the words of a resume that stand in the names of skills which are only listed, and nowhere else."""
    counts = dict(profile.terms)
    listed = [it.text for skill in profile.skills if not is_shown(skill, profile) for it in skill.mentions]
    spans = [(role.start, role.end) for role in profile.roles]
    listed += [it.text for it in profile.unknown_skills if not any(start <= it.start < end for start, end in spans)]
    for text in listed:
        for word in _words_of(text):
            if word in counts:
                counts[word] -= 1
    return [word for word, count in counts.items() if count <= 0]


@lru_cache(maxsize=1 << 16)  # of names, which repeat
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(iter_terms(text))
