"""Count what a taxonomy holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from skillmatch.taxonomy.load import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Counts of one category; `aliases` counts aliases and exact forms besides the names.

    `esco` and `onet` count the skills that name their counterpart there.
    """

    category: str
    skills: int
    aliases: int
    relations: int
    esco: int
    onet: int


def count(taxonomy: Taxonomy) -> tuple[Stats, ...]:
    """Count by category, sorted; the last row, named ``total``, adds them up."""
    skills: Counter[str] = Counter()
    aliases: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    esco: Counter[str] = Counter()
    onet: Counter[str] = Counter()
    for skill in taxonomy:
        for category in (skill.category, "total"):
            skills[category] += 1
            aliases[category] += len({*skill.aliases, *skill.exact} - {skill.name})
            relations[category] += len(skill.broader) + len(skill.implies) + len(skill.related)
            esco[category] += skill.esco is not None
            onet[category] += skill.onet is not None
    order = [*sorted(set(skills) - {"total"}), "total"]
    return tuple(
        Stats(category=c, skills=skills[c], aliases=aliases[c], relations=relations[c], esco=esco[c], onet=onet[c])
        for c in order
    )
