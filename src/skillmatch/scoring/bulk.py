"""The credits of `coverage`, for all resumes of a pool at once; a test holds the two to the same bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillmatch.scoring.requirements import fold_phrase
from skillmatch.scoring.showing import LONE

if TYPE_CHECKING:
    from skillmatch.scoring.columns import SkillColumn
    from skillmatch.scoring.coverage import Coverage, Credit
    from skillmatch.scoring.pool import Pool
    from skillmatch.scoring.posting import Posting
    from skillmatch.scoring.requirements import Need

Floats = NDArray[np.float64]


class BulkCoverage:
    """Finds the best credit of every resume of a pool for a requirement."""

    def __init__(self, coverage: Coverage, pool: Pool) -> None:
        self._coverage = coverage
        self._taxonomy = coverage.taxonomy
        self._settings = coverage.settings
        self._pool = pool
        self._support: dict[str, Floats] = {}

    def cover(self, kind: str, posting: Posting, listed: Floats) -> Floats:
        """Return the share of what a job asks for that each resume earns; the best of a group counts once.

        `listed` is what skills that are only listed may add to those that work bears out.
        """
        values, shown = np.zeros(len(self._pool)), np.zeros(len(self._pool))
        for group in posting.groups:
            if group.kind == kind:
                pairs = [self.credits(posting.needs[place]) for place in group.places]
                values += group.weight * np.maximum.reduce([pair[0] for pair in pairs])
                shown += group.weight * np.maximum.reduce([pair[1] for pair in pairs])
        return np.minimum(1.0, np.minimum(values, shown + listed))

    def credit(self, need: Need, row: int) -> Credit:
        """Return the credit of one resume with its reason."""
        support = 1.0 if need.field is None else float(self._field(need, need.field)[row])
        return self._coverage.credit(need, self._pool.candidate(row), support)

    def credits(self, need: Need) -> tuple[Floats, Floats]:
        """Return credits in [0, 1], one for each resume, and what is left of them without what is only listed."""
        pool = self._pool
        values, shown = np.zeros(len(pool)), np.zeros(len(pool))
        if need.field is not None:
            most = self._settings.open_credit * (LONE + (1 - LONE) * self._field(need, need.field))
            self._add_words(values, need, most)
            self._add_phrases(values, need, most)
            return values, shown
        own = pool.skills.get(need.skill_id)
        if own is not None:
            _raise(values, shown, own, self._own(need, own))
        for skill_id in self._coverage.implying(need.skill_id):
            column = pool.skills.get(skill_id)
            if column is not None:
                _raise(values, shown, column, self._settings.implied_credit * column.earned)
        for skill_id, relation in self._taxonomy.related.get(need.skill_id, {}).items():
            column = pool.skills.get(skill_id)
            if column is not None:
                _raise(values, shown, column, self._settings.related_credit * relation.weight * column.earned)
        if own is not None:
            values[own.rows[own.negated]] = 0.0
            shown[own.rows[own.negated]] = 0.0
        return values, shown

    def _field(self, need: Need, field: Floats) -> Floats:
        """Return how much each resume is of the field of a phrase."""
        if need.skill_id not in self._support:
            self._support[need.skill_id] = self._pool.titles.support(field)
        return self._support[need.skill_id]

    def _own(self, need: Need, column: SkillColumn) -> Floats:
        earned = column.earned
        if need.min_years:
            short = column.years < need.min_years
            ratio = np.divide(column.years, need.min_years, out=np.ones_like(earned), where=short)
            told = np.where(short, earned * ratio, earned)
            earned = np.where(np.isnan(column.years), earned * self._settings.untold_years_credit, told)
        return np.where(column.implied, column.earned * self._settings.implied_credit, earned)

    def _add_words(self, values: Floats, need: Need, most: Floats) -> None:
        for term in need.terms:
            values[self._pool.words.rows_with(term)] += need.rarity[term]
        values *= most
        values /= need.mass

    def _add_phrases(self, values: Floats, need: Need, most: Floats) -> None:
        for rows, likeness in self._pool.phrases.alike(fold_phrase(need.name)):
            values[rows] = np.maximum(values[rows], most[rows] * likeness)


def _raise(values: Floats, shown: Floats, column: SkillColumn, credits: Floats) -> None:
    """Raise values to the credits of a column; negated evidence counts nothing."""
    counted = np.where(column.negated, 0.0, credits)
    values[column.rows] = np.maximum(values[column.rows], counted)
    shown[column.rows] = np.maximum(shown[column.rows], counted * column.shown)
