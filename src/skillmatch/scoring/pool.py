"""Resumes prepared for ranking: built once, matched against any number of jobs.

Everything that depends on one resume only is laid out by column (skill, word, phrase, title), so that a job is
compared with all resumes in a few passes over arrays. No operation mixes two resumes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillmatch.scoring.columns import UNTOLD_MONTH, PhraseColumns, SkillColumns, TitleColumns, count_months
from skillmatch.scoring.coverage import Candidate
from skillmatch.scoring.listing import list_words
from skillmatch.scoring.postings import Arrays
from skillmatch.scoring.words import WordColumns

if TYPE_CHECKING:
    from skillmatch.models import Role, SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.fields import Fields

MANY = 1000  # candidates that are kept for the next job


class Pool:
    """Resumes by column; `years` is NaN and `latest`, the last month of a career, `UNTOLD_MONTH` where not told.

    `listed` are those of the `words` that stand in names of skills which are only listed, and nowhere else.

    Parameters
    ----------
    document_ids
        Of the resumes, in order.
    profile_of
        Returns the profile of a resume by its place, when it is to be explained.
    in_memory
        Whether it has all profiles at hand.
    """

    def __init__(
        self,
        document_ids: Sequence[str],
        profile_of: Callable[[int], SkillProfile],
        *,
        words: WordColumns,
        listed: WordColumns,
        titles: TitleColumns,
        skills: SkillColumns,
        phrases: PhraseColumns,
        years: NDArray[np.float64],
        latest: NDArray[np.int64],
        in_memory: bool = False,
    ) -> None:
        self.document_ids = tuple(document_ids)
        self._profile_of = profile_of
        self._candidates: dict[int, Candidate] = {}
        self.words, self.listed = words, listed
        self.titles, self.skills, self.phrases = titles, skills, phrases
        self.years, self.latest = years, latest
        self.in_memory = in_memory

    @classmethod
    def build(cls, profiles: Iterable[SkillProfile], background: Background, fields: Fields) -> Pool:
        """Lay out profiles."""
        resumes = tuple(profiles)
        titles = TitleColumns.build(resumes, background)
        return cls(
            [it.document_id for it in resumes],
            resumes.__getitem__,
            words=WordColumns.build(([word for word, _ in it.terms] for it in resumes), background),
            listed=WordColumns.build(map(list_words, resumes), background),
            titles=titles,
            skills=SkillColumns.build(resumes, titles, fields),
            phrases=PhraseColumns.build(resumes),
            years=np.array([math.nan if it.years_total is None else it.years_total for it in resumes]),
            latest=np.array([max(map(_end, it.roles), default=UNTOLD_MONTH) for it in resumes], dtype=np.int64),
            in_memory=True,
        )

    def __len__(self) -> int:
        return len(self.document_ids)

    def candidate(self, row: int) -> Candidate:
        """Return one resume as the explanation looks at it; kept for the next job."""
        if row not in self._candidates:
            if len(self._candidates) >= MANY:
                self._candidates.clear()
            profile = self._profile_of(row)
            supports = [self.skills.support(skill.skill_id, row) for skill in profile.skills]
            self._candidates[row] = Candidate(profile, supports)
        return self._candidates[row]

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return all columns, for `from_arrays`; the profiles are not among them."""
        return {
            **self.words.to_arrays("words"),
            **self.listed.to_arrays("listed"),
            **self.titles.to_arrays(),
            **self.skills.to_arrays(),
            **self.phrases.to_arrays(),
            "years": self.years,
            "latest": self.latest,
        }

    @classmethod
    def from_arrays(
        cls,
        arrays: Arrays,
        document_ids: Sequence[str],
        profile_of: Callable[[int], SkillProfile],
        background: Background,
    ) -> Pool:
        """Undo `to_arrays`."""
        return cls(
            document_ids,
            profile_of,
            words=WordColumns.from_arrays(arrays, "words"),
            listed=WordColumns.from_arrays(arrays, "listed"),
            titles=TitleColumns.from_arrays(arrays, len(document_ids), background),
            skills=SkillColumns.from_arrays(arrays),
            phrases=PhraseColumns.from_arrays(arrays),
            years=arrays["years"].astype(np.float64, copy=False),
            latest=arrays["latest"].astype(np.int64, copy=False),
        )


def _end(role: Role) -> int:
    """Return the last month of a role; a present one has run for its months so far."""
    return count_months(role.first) + role.months if role.last is None else count_months(role.last)
