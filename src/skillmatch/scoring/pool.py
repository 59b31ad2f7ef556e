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
from scipy.sparse import csr_matrix

from skillmatch.nlp.terms import count_terms
from skillmatch.scoring.coverage import Candidate, fold_phrase

if TYPE_CHECKING:
    from skillmatch.models import Role, SkillEvidence, SkillProfile
    from skillmatch.scoring.background import Background

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

UNTOLD_MONTH = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillColumn:
    """The resumes that name one skill; `years` is NaN and `last_used` `UNTOLD_MONTH` where they do not tell."""

    rows: Rows
    strength: Floats
    years: Floats
    last_used: NDArray[np.int64]
    implied: NDArray[np.bool_]
    negated: NDArray[np.bool_]


class Pool:
    """Profiles of resumes, prepared for ranking."""

    def __init__(self, profiles: Iterable[SkillProfile], background: Background) -> None:
        self.profiles = tuple(profiles)
        self._candidates: dict[int, Candidate] = {}
        ids = sorted(range(len(self.profiles)), key=lambda row: self.profiles[row].document_id)
        self.id_order = np.empty(len(ids), dtype=np.intp)
        self.id_order[ids] = np.arange(len(ids))
        self.skills = _skill_columns(self.profiles)
        self.phrases = _rows_by_key([[fold_phrase(it.text) for it in one.unknown_skills] for one in self.profiles])
        self.words = WordColumns(([word for word, _ in one.terms] for one in self.profiles), background)
        self.titles = TitleColumns(self.profiles, background)
        told = [profile.years_total for profile in self.profiles]
        self.years = np.array([math.nan if years is None else years for years in told])
        self.latest = np.array([max(map(_end, it.roles), default=UNTOLD_MONTH) for it in self.profiles], dtype=np.int64)

    def __len__(self) -> int:
        return len(self.profiles)

    def candidate(self, row: int) -> Candidate:
        """Return one resume as the explanation looks at it; kept for the next job."""
        if row not in self._candidates:
            self._candidates[row] = Candidate(self.profiles[row])
        return self._candidates[row]


class WordColumns:
    """The words of texts, each with its idf as weight however often it occurs.

    Counting a word once is better on both judged sets than any damping of counts, and repeating it gains nothing.
    `known` has the number of each word in the background, -1 for those that it lacks, which weigh 0.
    """

    def __init__(self, bags: Iterable[Iterable[str]], background: Background) -> None:
        self._index: dict[str, int] = {}
        columns, starts = array("i"), array("q", [0])
        for bag in bags:
            columns.extend(self._index.setdefault(word, len(self._index)) for word in bag)
            starts.append(len(columns))
        self.known = np.array([background.index.get(word, -1) for word in self._index], dtype=np.intp)
        idf = np.where(self.known >= 0, background.idf[self.known], 0.0)
        places, ends = np.array(columns, dtype=np.intc), np.array(starts)
        shape = (len(ends) - 1, len(self._index))
        self.weights = csr_matrix((idf[places], places, ends), shape=shape)
        self.squares = csr_matrix((idf[places] ** 2, places, ends), shape=shape)
        self._by_word = csr_matrix((np.ones(len(places), dtype=np.int8), places, ends), shape=shape).tocsc()

    def rows_with(self, word: str) -> Rows:
        """Return the rows whose text has a word."""
        place = self._index.get(word)
        if place is None:
            return np.zeros(0, dtype=np.intp)
        found: Rows = self._by_word.indices[self._by_word.indptr[place] : self._by_word.indptr[place + 1]]
        return found

    def spread(self, values: Floats) -> Floats:
        """Lay values of the background's words out over the words here; 0 for those that it lacks."""
        return np.where(self.known >= 0, values[self.known], 0.0)


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

    def best(self, likeness: Floats) -> Floats:
        """Return for each resume the likeness of its likest title; 0 for one without any."""
        values = np.zeros(len(self._starts) - 1)
        titled = np.diff(self._starts) > 0
        if titled.any():
            values[titled] = np.maximum.reduceat(likeness[self._stated], self._starts[:-1][titled])
        return values


def locate(bags: Iterable[Iterable[str]], background: Background) -> Floats:
    """Return the direction of each text among the word vectors, of length 1; 0 when no word of it is known."""
    words = WordColumns(bags, background)
    directions: Floats = np.asarray(words.weights @ background.vectors[words.known])
    lengths = np.sqrt((directions * directions).sum(axis=1, keepdims=True))
    unit: Floats = np.divide(directions, lengths, out=np.zeros_like(directions), where=lengths > 0)
    return unit


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


def _skill_columns(profiles: Sequence[SkillProfile]) -> dict[str, SkillColumn]:
    found: dict[str, list[tuple[int, SkillEvidence]]] = {}
    for row, profile in enumerate(profiles):
        for skill in profile.skills:
            found.setdefault(skill.skill_id, []).append((row, skill))
    return {
        skill_id: SkillColumn(
            rows=np.array([row for row, _ in entries], dtype=np.intp),
            strength=np.array([it.strength for _, it in entries]),
            years=np.array([math.nan if it.years is None else it.years for _, it in entries]),
            last_used=np.array(
                [count_months(it.last_used) if it.last_used else UNTOLD_MONTH for _, it in entries], dtype=np.int64
            ),
            implied=np.array([bool(it.implied_by) for _, it in entries]),
            negated=np.array([it.negated for _, it in entries]),
        )
        for skill_id, entries in sorted(found.items())
    }
