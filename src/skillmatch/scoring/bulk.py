"""The credits of `coverage`, for all resumes of a pool at once; a test holds the two to the same bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from skillmatch.scoring.coverage import SAME_PHRASE, fold_phrase

if TYPE_CHECKING:
    from skillmatch.scoring.coverage import Coverage
    from skillmatch.scoring.pool import Pool, SkillColumn
    from skillmatch.scoring.posting import Posting
    from skillmatch.scoring.requirements import Need

Floats = NDArray[np.float64]


class BulkCoverage:
    """Finds the best credit of every resume for a requirement."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self._taxonomy = coverage.taxonomy
        self._settings = coverage.settings

    def cover(self, kind: str, posting: Posting, pool: Pool) -> Floats:
        """Return the share of what a job asks for that each resume earns; the best of a group counts once."""
        values = np.zeros(len(pool))
        for group in posting.groups:
            if group.kind == kind:
                best = np.zeros(len(pool))
                for place in group.places:
                    best = np.maximum(best, self.credits(posting.needs[place], pool))
                values += group.weight * best
        return np.minimum(1.0, values)

    def credits(self, need: Need, pool: Pool) -> Floats:
        """Return credits in [0, 1], one for each resume."""
        values = np.zeros(len(pool))
        if need.is_open:
            self._add_words(values, need, pool)
            self._add_phrases(values, need, pool)
            return values
        own = pool.skills.get(need.skill_id)
        if own is not None:
            _raise(values, own, self._own(need, own))
        for skill_id in self._coverage.implying(need.skill_id):
            if skill_id in pool.skills:
                column = pool.skills[skill_id]
                _raise(values, column, self._settings.implied_credit * column.strength)
        for skill_id, relation in self._taxonomy.related.get(need.skill_id, {}).items():
            if skill_id in pool.skills:
                column = pool.skills[skill_id]
                _raise(values, column, relation.weight * column.strength)
        if own is not None:
            values[own.rows[own.negated]] = 0.0
        return values

    def _own(self, need: Need, column: SkillColumn) -> Floats:
        shown = column.strength
        earned = shown
        if need.min_years:
            short = column.years < need.min_years
            ratio = np.divide(column.years, need.min_years, out=np.ones_like(shown), where=short)
            told = np.where(short, shown * ratio, shown)
            earned = np.where(np.isnan(column.years), shown * self._settings.untold_years_credit, told)
        return np.where(column.implied, shown * self._settings.implied_credit, earned)

    def _add_words(self, values: Floats, need: Need, pool: Pool) -> None:
        for term in need.terms:
            values[pool.words.rows_with(term)] += need.rarity[term]
        values *= self._settings.open_credit
        values /= need.mass

    def _add_phrases(self, values: Floats, need: Need, pool: Pool) -> None:
        alike = process.extract_iter(
            fold_phrase(need.name), pool.phrases.keys(), scorer=fuzz.ratio, score_cutoff=SAME_PHRASE
        )
        for phrase, likeness, _ in alike:
            rows = pool.phrases[phrase]
            values[rows] = np.maximum(values[rows], self._settings.open_credit * (likeness / 100))


def _raise(values: Floats, column: SkillColumn, credits: Floats) -> None:
    """Raise values to the credits of a column; negated evidence counts nothing."""
    counted = np.where(column.negated, 0.0, credits)
    values[column.rows] = np.maximum(values[column.rows], counted)
