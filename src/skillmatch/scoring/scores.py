"""The scores of all resumes of a pool for one job: numbers first, for all at once, and explained only where asked.

Every value is computed from one job and one resume in a fixed order of operations, so a score is the same, bit for
bit, whoever else is ranked with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from skillmatch.scoring.bulk import BulkCoverage
from skillmatch.scoring.experience import rate_experience
from skillmatch.scoring.explain import Scored, explain
from skillmatch.scoring.relatedness import relate
from skillmatch.scoring.title import rate_titles

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from skillmatch.models import Match
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.coverage import Coverage
    from skillmatch.scoring.pool import Pool
    from skillmatch.scoring.posting import Posting


class Scores:
    """Part values and scores, in the order of the pool.

    Attributes
    ----------
    posting
        The job.
    parts
        The value of each part that counts, by its name.
    totals
        The scores, in [0, 100].
    """

    def __init__(self, posting: Posting, pool: Pool, coverage: Coverage, background: Background) -> None:
        self.posting = posting
        self._pool = pool
        self._coverage = BulkCoverage(coverage, pool)
        self._titles = rate_titles(posting.title, pool, background)
        self._listed = coverage.settings.listed_most * (1 + self._titles)
        self.parts = {name: self._rate(name, background) for name in posting.weights}
        totals = np.zeros(len(pool))
        for name, weight in posting.weights.items():
            totals += 100 * weight * self.parts[name]
        self.totals = np.minimum(totals, 100.0)

    def best(self, top: int | None = None) -> list[Match]:
        """Explain the best resumes, or all; ties go by document id."""
        return [self.explain(row) for _, _, row in self.lead(top)]

    def lead(self, top: int | None = None) -> list[tuple[float, str, int]]:
        """Return the best resumes, or all: the score with its sign turned, the document id, and the row; sorted."""
        rows: Iterable[int] = range(len(self._pool))
        if top is not None and top < len(self._pool):
            least = np.partition(self.totals, -top)[-top]
            rows = np.flatnonzero(self.totals >= least).tolist()
        ids = self._pool.document_ids
        return sorted((-float(self.totals[row]), ids[row], row) for row in rows)[:top]

    def explain(self, row: int) -> Match:
        """Explain the score of one resume."""
        scored = Scored(
            candidate=self._pool.candidate(row),
            values={name: float(column[row]) for name, column in self.parts.items()},
            credits=[self._coverage.credit(need, row) for need in self.posting.needs],
            listed=float(self._listed[row]),
            score=float(self.totals[row]),
        )
        return explain(self.posting, scored)

    def _rate(self, name: str, background: Background) -> NDArray[np.float64]:
        if name == "experience":
            return rate_experience(self.posting.years, self.posting.needs, self._pool)
        if name == "relatedness" and self.posting.query is not None:
            return relate(self.posting.query, self._pool, self._titles, self._listed, background)
        if name == "title":
            return self._titles
        return self._coverage.cover(name, self.posting, self._listed)
