"""Choose among overlapping readings: the longest, then the surest, then the first."""

from __future__ import annotations

from collections.abc import Iterable

from skillmatch.nlp.candidates import Candidate


def resolve_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep the readings that no longer or surer one overlaps, in order of place.

    "SQL Server" beats the "SQL" in it, "Azure SQL" the "Azure"; ties go to the one further left, then to the skill
    whose id sorts first.
    """
    ranked = sorted(candidates, key=lambda c: (c.start - c.end, -c.confidence, c.start, c.form.skill.id))
    taken: set[int] = set()
    kept = []
    for candidate in ranked:
        place = range(candidate.start, candidate.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)
