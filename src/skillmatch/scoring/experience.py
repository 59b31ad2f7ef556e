"""Years of experience against the years that a job asks for, and how recent the asked-for skills are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from skillmatch.scoring.columns import UNTOLD_MONTH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from skillmatch.scoring.columns import SkillColumn
    from skillmatch.scoring.pool import Pool
    from skillmatch.scoring.requirements import Need

UNTOLD = 0.5  # what years or dates count that a resume does not tell
YEARS_SHARE = 0.75
FADING_MONTHS = 120  # a skill last used this long before the latest role ended is not recent at all


def rate_experience(asked_years: float, needs: Sequence[Need], pool: Pool) -> NDArray[np.float64]:
    """Return values in [0, 1]: years told over years asked, and the recency of the skills asked for.

    Only roles say when a career was last active: were it skills, a new one would make the others look older.
    """
    years = np.where(np.isnan(pool.years), UNTOLD, np.minimum(1.0, pool.years / asked_years))
    known = [need for need in needs if not need.is_open]
    if not known:
        return years
    recent, mass = np.zeros(len(pool)), 0.0
    for need in known:
        mass += need.weight
        column = pool.skills.get(need.skill_id)
        if column is not None:
            recent[column.rows] += need.weight * _recency(column, pool)
    return YEARS_SHARE * years + (1 - YEARS_SHARE) * (recent / mass)


def _recency(column: SkillColumn, pool: Pool) -> NDArray[np.float64]:
    """Return 1 for a skill in use at the end of the latest role, falling to 0 over `FADING_MONTHS`."""
    latest = pool.latest[column.rows]
    fresh = np.clip(1 - (latest - column.last_used) / FADING_MONTHS, 0.0, 1.0)
    told = (column.last_used != UNTOLD_MONTH) & (latest != UNTOLD_MONTH)
    return np.where(column.negated, 0.0, np.where(told, fresh, UNTOLD * column.support))
