"""Resumes prepared for ranking: built once, matched against any number of jobs.

Everything that depends on one resume only is laid out by column (skill, word, phrase, title), so that a job is
compared with all resumes in a few passes over arrays. No operation mixes two resumes.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillmatch.nlp.terms import count_terms
from skillmatch.scoring.coverage import Candidate, fold_phrase
from skillmatch.scoring.fields import nearness
from skillmatch.scoring.showing import is_shown, rate_showing
from skillmatch.scoring.words import WordColumns, locate

if TYPE_CHECKING:
    from skillmatch.models import Role, SkillEvidence, SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.fields import Fields

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

UNTOLD_MONTH = -1
UNTOLD = -1.0  # likeness of a title that the background knows nothing of


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillColumn:
    """The resumes that name one skill; `years` is NaN and `last_used` `UNTOLD_MONTH` where they do not tell.

    `earned` is what the skill earns by itself, `support` how much each resume is of its field: see `showing`.
    """

    rows: Rows
    earned: Floats
    support: Floats
    years: Floats
    last_used: NDArray[np.int64]
    implied: NDArray[np.bool_]
    negated: NDArray[np.bool_]


class Pool:
    """Profiles of resumes, prepared for ranking."""

    def __init__(self, profiles: Iterable[SkillProfile], background: Background, fields: Fields) -> None:
        self.profiles = tuple(profiles)
        self._candidates: dict[int, Candidate] = {}
        ids = sorted(range(len(self.profiles)), key=lambda row: self.profiles[row].document_id)
        self.id_order = np.empty(len(ids), dtype=np.intp)
        self.id_order[ids] = np.arange(len(ids))
        self.words = WordColumns(([word for word, _ in one.terms] for one in self.profiles), background)
        self.titles = TitleColumns(self.profiles, background)
        self._support = {name: self.titles.support(direction).tolist() for name, direction in fields.directions.items()}
        self.skills = _skill_columns([(one.skills, self.supports(row)) for row, one in enumerate(self.profiles)])
        self.phrases = _rows_by_key([[fold_phrase(it.text) for it in one.unknown_skills] for one in self.profiles])
        told = [profile.years_total for profile in self.profiles]
        self.years = np.array([math.nan if years is None else years for years in told])
        self.latest = np.array([max(map(_end, it.roles), default=UNTOLD_MONTH) for it in self.profiles], dtype=np.int64)

    def __len__(self) -> int:
        return len(self.profiles)

    def supports(self, row: int) -> list[float]:
        """Return how much a resume is of the field of each of its skills, in [0, 1]."""
        skills = self.profiles[row].skills
        shown = {skill.category for skill in skills if not skill.negated and is_shown(skill)}
        return [1.0 if it.category in shown else self._support[it.category][row] for it in skills]

    def candidate(self, row: int) -> Candidate:
        """Return one resume as the explanation looks at it; kept for the next job."""
        if row not in self._candidates:
            self._candidates[row] = Candidate(self.profiles[row], self.supports(row))
        return self._candidates[row]


class TitleColumns:
    """The distinct titles of resumes, with the direction of each in the background."""

    def __init__(self, profiles: Sequence[SkillProfile], background: Background) -> None:
        numbers: dict[str, int] = {}
        stated, starts = array("i"), array("q", [0])
        for profile in profiles:
            titles = dict.fromkeys((profile.title, *(role.title for role in profile.roles)))
            stated.extend(numbers.setdefault(title, len(numbers)) for title in titles if title)
            starts.append(len(stated))
        self._stated, self._starts = np.array(stated, dtype=np.intp), np.array(starts)
        self.words = [frozenset(count_terms(title)) for title in numbers]
        self.directions = locate(map(count_terms, numbers), background)

    def support(self, field: Floats) -> Floats:
        """Return how much each resume is of a field by its likest title; 1 where titles or the field tell nothing."""
        if not field.any():
            return np.ones(len(self._starts) - 1)
        told = self.directions.any(axis=1)
        likest = self.best(np.where(told, nearness(self.directions, field), UNTOLD), UNTOLD)
        return np.where(likest == UNTOLD, 1.0, likest)

    def best(self, likeness: Floats, untitled: float = 0.0) -> Floats:
        """Return for each resume the likeness of its likest title, and `untitled` for one without any."""
        values = np.full(len(self._starts) - 1, untitled)
        titled = np.diff(self._starts) > 0
        if titled.any():
            values[titled] = np.maximum.reduceat(likeness[self._stated], self._starts[:-1][titled])
        return values


def count_months(date: str) -> int:
    """Count the months up to a "YYYY-MM" date."""
    year, month = date.split("-")[:2]
    return 12 * int(year) + int(month)


def _end(role: Role) -> int:
    """Return the last month of a role; a present one has run for its months so far."""
    return count_months(role.first) + role.months if role.last is None else count_months(role.last)


def _rows_by_key(keys_of_rows: Iterable[Iterable[str]]) -> dict[str, Rows]:
    found: dict[str, list[int]] = {}
    for row, keys in enumerate(keys_of_rows):
        for key in dict.fromkeys(keys):
            found.setdefault(key, []).append(row)
    return {key: np.array(rows, dtype=np.intp) for key, rows in sorted(found.items())}


def _skill_columns(rows: Iterable[tuple[Sequence[SkillEvidence], Sequence[float]]]) -> dict[str, SkillColumn]:
    found: dict[str, list[tuple[int, SkillEvidence, float]]] = {}
    for row, (skills, supports) in enumerate(rows):
        for skill, support in zip(skills, supports, strict=True):
            found.setdefault(skill.skill_id, []).append((row, skill, support))
    return {
        skill_id: SkillColumn(
            rows=np.array([row for row, _, _ in entries], dtype=np.intp),
            earned=np.array([rate_showing(skill, support) for _, skill, support in entries]),
            support=np.array([support for _, _, support in entries]),
            years=np.array([math.nan if it.years is None else it.years for _, it, _ in entries]),
            last_used=np.array(
                [count_months(it.last_used) if it.last_used else UNTOLD_MONTH for _, it, _ in entries], dtype=np.int64
            ),
            implied=np.array([bool(it.implied_by) for _, it, _ in entries]),
            negated=np.array([it.negated for _, it, _ in entries]),
        )
        for skill_id, entries in sorted(found.items())
    }
