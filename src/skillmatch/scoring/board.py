"""The ranking of one job while candidates are still coming in.

Scores do not depend on who else is there, so a stream is ranked piece by piece and only the matches stay in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skillmatch.scoring.standing import settle_ranks

if TYPE_CHECKING:
    from skillmatch.models import Match, SkillProfile
    from skillmatch.scoring.fit import FitScorer


class Board:
    """Matches of one job, the best first.

    Parameters
    ----------
    scorer
        Scores and explains.
    job
        Profile of the job.
    top
        Keep this many; all when None.
    """

    def __init__(self, scorer: FitScorer, job: SkillProfile, top: int | None = None) -> None:
        self._scorer = scorer
        self._job = job
        self._top = top
        self._matches: list[Match] = []

    def add(self, profiles: Sequence[SkillProfile]) -> None:
        """Rank more candidates among those that are here; the same as ranking all at once."""
        self._matches += self._scorer.rank(self._job, profiles, top=self._top)
        if self._top is not None:
            self._matches = self._sorted()

    def matches(self) -> tuple[Match, ...]:
        """Return the matches with their ranks; ties are broken by document id."""
        return settle_ranks(self._sorted())

    def _sorted(self) -> list[Match]:
        return sorted(self._matches, key=lambda match: (-match.score, match.document_id))[: self._top]
