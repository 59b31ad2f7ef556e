"""Choose among overlapping readings: the longest, then the surest, then the first."""

from __future__ import annotations

from collections.abc import Iterable

from skillmatch.nlp.candidates import Candidate, Drop, ignore


def resolve_overlaps(candidates: Iterable[Candidate], drop: Drop = ignore) -> list[Candidate]:
    """Keep the readings that no longer or surer one overlaps, in order of place.

    "SQL Server" beats the "SQL" in it, "Azure SQL" the "Azure"; ties go to the one further left, then to the skill
    that has the text as its name, then to the one whose id sorts first.
    """
    ranked = sorted(candidates, key=_rank)
    taken: set[int] = set()
    kept = []
    for candidate in ranked:
        place = range(candidate.start, candidate.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(candidate)
        else:
            drop(candidate, "part of a longer or surer reading")
    return sorted(kept, key=lambda c: c.start)


def _rank(candidate: Candidate) -> tuple[int, float, int, bool, str]:
    skill = candidate.form.skill
    other_name = candidate.text.lower() != skill.name.lower()
    return candidate.start - candidate.end, -candidate.confidence, candidate.start, other_name, skill.id
