"""Find skills by a part or a misspelling of their names."""

from __future__ import annotations

from rapidfuzz import fuzz, process, utils

from skillmatch.taxonomy.check import fold_form
from skillmatch.taxonomy.load import Taxonomy
from skillmatch.taxonomy.skill import Skill


def search(taxonomy: Taxonomy, query: str, *, limit: int = 10) -> tuple[tuple[Skill, float], ...]:
    """Find the skills nearest to a query, with their similarity in [0, 1], the nearest first.

    A form that equals the query, or starts with it, goes before merely similar ones: partial
    similarity is good enough for a person who looks at a list, never for extraction.

    Examples
    --------
    >>> taxonomy = Taxonomy([Skill(id="go", name="Go", type="language", category="c", aliases=("golang",))])
    >>> [(skill.id, score) for skill, score in search(taxonomy, "golnag")]
    [('go', 0.833)]
    """
    wanted = fold_form(query)
    best: dict[str, float] = {}
    for skill in taxonomy:
        forms = [fold_form(form) for form in (skill.name, *skill.aliases, *skill.exact)]
        hit = process.extractOne(wanted, forms, scorer=fuzz.ratio, processor=utils.default_process)
        score = hit[1] / 100 if hit else 0.0
        if wanted in forms:
            score = 1.0
        elif any(form.startswith(wanted) for form in forms):
            score = max(score, 0.95)
        best[skill.id] = round(score, 3)
    order = sorted(best, key=lambda skill_id: (-best[skill_id], skill_id))[:limit]
    return tuple((taxonomy[skill_id], best[skill_id]) for skill_id in order if best[skill_id] >= 0.5)
