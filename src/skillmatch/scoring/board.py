"""The ranking of one job while candidates are still coming in.

Scores do not depend on who else is there, so a stream is ranked piece by piece and only the matches stay in memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from skillmatch.scoring.standing import settle_ranks

if TYPE_CHECKING:
    from skillmatch.models import Failure, Match, SkillProfile
    from skillmatch.scoring.fit import FitScorer
    from skillmatch.scoring.pool import Pool
    from skillmatch.scoring.posting import Posting
    from skillmatch.scoring.scores import Scores


@runtime_checkable
class LaidOut(Protocol):
    """Candidates that keep themselves laid out for ranking, so that not every profile has to be looked at."""

    def columns(self, scorer: FitScorer) -> Iterable[Pool]:
        """Give all candidates in pieces, laid out as by `FitScorer.lay_out`."""

    def failures(self) -> Iterable[Failure]:
        """Give the failures among them, when all pieces have been given."""


@dataclass(slots=True)
class _Lead:
    """A resume among the best: its score, with the sign turned, and where to explain it."""

    rank: tuple[float, str]
    scores: Scores | None
    row: int
    match: Match | None = None

    def explain(self) -> Match:
        if self.match is None:
            assert self.scores is not None  # noqa: S101
            self.match, self.scores = self.scores.explain(self.row), None
        return self.match


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
        self._leads: list[_Lead] = []

    def add(self, columns: Pool) -> None:
        """Rank more candidates among those that are here; the same as ranking all at once.

        Profiles in memory are explained now, so that they can go, and so are all if all stay; others when it is known
        that they do.
        """
        scores = self._scorer.compare(self._posting, columns)
        leads = [_Lead((score, document_id), scores, row) for score, document_id, row in scores.lead(self._top)]
        self._leads = sorted((*self._leads, *leads), key=attrgetter("rank"))[: self._top]
        if columns.in_memory or self._top is None:
            for lead in self._leads:
                if lead.scores is scores:
                    lead.explain()

    def matches(self) -> tuple[Match, ...]:
        """Return the matches with their ranks; ties are broken by document id."""
        return settle_ranks(lead.explain() for lead in self._leads)

    @cached_property
    def _posting(self) -> Posting:
        return self._scorer.post(self._job)
