"""The ranking of one job while candidates are still coming in.

Scores do not depend on who else is there, so a stream is ranked piece by piece and only the matches stay in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from skillmatch.scoring.standing import settle_ranks

if TYPE_CHECKING:
    from skillmatch.models import Failure, Match, SkillProfile
    from skillmatch.scoring.fit import FitScorer
    from skillmatch.scoring.pool import Pool
    from skillmatch.scoring.posting import Posting
    from skillmatch.scoring.scores import Scores

    Lead = tuple[float, str, Scores, int]  # the score with its sign turned, the document id, and where to explain it


@runtime_checkable
class LaidOut(Protocol):
    """Candidates that keep themselves laid out for ranking, so that not every profile has to be looked at."""

    def columns(self, scorer: FitScorer) -> Sequence[Pool]:
        """Return all candidates in pieces, laid out as by `FitScorer.lay_out`."""

    def failures(self) -> Iterator[Failure]:
        """Give the failures among them."""


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
        self._leads: list[Lead] = []

    def add(self, profiles: Sequence[SkillProfile]) -> None:
        """Rank more candidates among those that are here; the same as ranking all at once."""
        self._matches += self._scorer.rank(self._job, profiles, top=self._top)
        if self._top is not None:
            self._matches = self._sorted()

    def add_columns(self, columns: Pool) -> None:
        """Rank candidates that are laid out already; they are explained when it is known that they stay."""
        scores = self._scorer.compare(self._posting, columns)
        leads = ((score, document_id, scores, row) for score, document_id, row in scores.lead(self._top))
        self._leads = sorted((*self._leads, *leads), key=itemgetter(0, 1))[: self._top]

    def matches(self) -> tuple[Match, ...]:
        """Return the matches with their ranks; ties are broken by document id."""
        self._matches += [scores.explain(row) for _, _, scores, row in self._leads]
        self._leads = []
        return settle_ranks(self._sorted())

    @cached_property
    def _posting(self) -> Posting:
        return self._scorer.post(self._job)

    def _sorted(self) -> list[Match]:
        return sorted(self._matches, key=lambda match: (-match.score, match.document_id))[: self._top]
