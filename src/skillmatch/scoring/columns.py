"""What resumes state, by column: titles, skills and phrases, each with the resumes that state it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from skillmatch.nlp.terms import count_terms
from skillmatch.scoring.coverage import SAME_PHRASE
from skillmatch.scoring.expansion import SHARPNESS
from skillmatch.scoring.fields import nearness
from skillmatch.scoring.postings import Arrays, Coded, Postings, Rows, post
from skillmatch.scoring.requirements import fold_phrase
from skillmatch.scoring.showing import is_shown, rate_showing
from skillmatch.scoring.words import locate

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.fields import Fields

Floats = NDArray[np.float64]

UNTOLD_MONTH = -1
FLOATS = ("earned", "support", "years", "last_used")
IMPLIED, NEGATED, SHOWN = 1, 2, 4
UNTOLD = -1.0  # likeness of a title that the background knows nothing of


class SkillColumn:
    """The resumes that name one skill; of what they say of it, only what is asked for is laid out."""

    __slots__ = ("_flags", "_floats", "_places", "rows")

    def __init__(self, rows: Rows, floats: dict[str, Coded], flags: NDArray[np.uint8], places: slice) -> None:
        self.rows = rows
        self._floats, self._flags, self._places = floats, flags, places

    @property
    def earned(self) -> Floats:
        """What the skill earns by itself: see `showing`."""
        return self._floats["earned"][self._places]

    @property
    def support(self) -> Floats:
        """How much each resume is of the field of the skill: see `showing`."""
        return self._floats["support"][self._places]

    @property
    def years(self) -> Floats:
        """NaN where they are not told."""
        return self._floats["years"][self._places]

    @property
    def last_used(self) -> Floats:
        """The month, counted from the year 0; `UNTOLD_MONTH` where it is not told."""
        return self._floats["last_used"][self._places]

    @property
    def shown(self) -> NDArray[np.bool_]:
        """Tell whether work bears the skill out."""
        return self._has(SHOWN)

    @property
    def implied(self) -> NDArray[np.bool_]:
        """Tell whether the skill only follows from another one."""
        return self._has(IMPLIED)

    @property
    def negated(self) -> NDArray[np.bool_]:
        """Tell whether the resume denies the skill."""
        return self._has(NEGATED)

    def _has(self, flag: int) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self._flags[self._places] & flag > 0
        return found


class SkillColumns:
    """The columns of all skills, by skill id."""

    def __init__(self, skills: Postings, floats: dict[str, Coded], flags: NDArray[np.uint8]) -> None:
        self._skills = skills
        self._floats = floats
        self._flags = flags

    @classmethod
    def build(cls, profiles: Sequence[SkillProfile], titles: TitleColumns, fields: Fields) -> SkillColumns:
        """Lay out the skills of resumes."""
        support = {name: titles.support(direction).tolist() for name, direction in fields.directions.items()}
        entries = []
        for row, profile in enumerate(profiles):
            shown = {skill.skill_id for skill in profile.skills if is_shown(skill, profile)}
            fields_shown = {it.category for it in profile.skills if it.skill_id in shown and not it.negated}
            entries += [
                (it, 1.0 if it.category in fields_shown else support[it.category][row], it.skill_id in shown)
                for it in profile.skills
            ]
        postings, order = post([[skill.skill_id for skill in profile.skills] for profile in profiles])
        ordered = [entries[place] for place in order.tolist()]
        floats = {
            "earned": [rate_showing(skill, support, shown=shown) for skill, support, shown in ordered],
            "support": [support for _, support, _ in ordered],
            "years": [math.nan if skill.years is None else skill.years for skill, *_ in ordered],
            "last_used": [count_months(it.last_used) if it.last_used else UNTOLD_MONTH for it, *_ in ordered],
        }
        flags = [bool(it.implied_by) * IMPLIED + it.negated * NEGATED + shown * SHOWN for it, _, shown in ordered]
        coded = {name: Coded.of(np.array(column, dtype=np.float64)) for name, column in floats.items()}
        return cls(postings, coded, np.array(flags, dtype=np.uint8))

    def get(self, skill_id: str) -> SkillColumn | None:
        """Return the column of a skill; None where no resume names it."""
        number = self._skills.find(skill_id)
        if number is None:
            return None
        places = self._skills.slice_of(number)
        return SkillColumn(self._skills.rows[places], self._floats, self._flags, places)

    def support(self, skill_id: str, row: int) -> float:
        """Return how much a resume is of the field of one of its skills, in [0, 1]."""
        number = self._skills.find(skill_id)
        assert number is not None  # noqa: S101
        places = self._skills.slice_of(number)
        place = places.start + int(np.searchsorted(self._skills.rows[places], row))
        return float(self._floats["support"][place : place + 1][0])

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return what `from_arrays` takes."""
        arrays = self._skills.to_arrays("skills")
        for name, column in self._floats.items():
            arrays |= column.to_arrays(f"skills.{name}")
        return arrays | {"skills.flags": self._flags}

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> SkillColumns:
        """Undo `to_arrays`."""
        floats = {name: Coded.from_arrays(arrays, f"skills.{name}") for name in FLOATS}
        return cls(Postings.from_arrays(arrays, "skills"), floats, arrays["skills.flags"].astype(np.uint8, copy=False))


class TitleColumns:
    """The distinct titles of resumes, with the direction of each in the background.

    Parameters
    ----------
    titles
        Resumes by title; a title is its words, sorted, with a blank between two.
    count
        Number of resumes.
    """

    def __init__(self, titles: Postings, count: int, background: Background) -> None:
        self._titles = titles
        self._owners = np.repeat(np.arange(len(titles.starts) - 1), np.diff(titles.starts))
        self._count = count
        self.directions = locate((title.split(" ") for title in titles.keys), background)

    @classmethod
    def build(cls, profiles: Sequence[SkillProfile], background: Background) -> TitleColumns:
        """Lay out the titles of resumes and of their roles."""
        folded: dict[str, str] = {}
        stated = []
        for profile in profiles:
            titles = [it for it in (profile.title, *(role.title for role in profile.roles)) if it]
            for title in titles:
                if title not in folded:
                    folded[title] = fold_title(title)
            stated.append(dict.fromkeys(folded[title] for title in titles))
        return cls(post(stated)[0], len(stated), background)

    def find(self, title: str) -> int | None:
        """Return the number of the title that has the same words."""
        return self._titles.find(fold_title(title))

    def support(self, field: Floats) -> Floats:
        """Return how much each resume is of a field by its likest title; 1 where titles or the field tell nothing."""
        if not field.any():
            return np.ones(self._count)
        told = self.directions.any(axis=1)
        likest = self.best(np.where(told, nearness(self.directions, field), UNTOLD), UNTOLD)
        return np.where(likest == UNTOLD, 1.0, likest)

    def alike(self, direction: Floats, untold: float) -> Floats:
        """Return how like a direction each resume's likest title is, in [0, 1]; `untold` where titles tell nothing."""
        told = self.directions.any(axis=1)
        cosines = np.clip((self.directions * direction).sum(axis=1), 0.0, 1.0)
        likest = self.best(np.where(told, cosines**SHARPNESS, UNTOLD), UNTOLD)
        return np.where(likest == UNTOLD, untold, likest)

    def best(self, likeness: Floats, untitled: float = 0.0) -> Floats:
        """Return for each resume the likeness of its likest title, and `untitled` for one without any."""
        values = np.full(self._count, -math.inf)
        np.maximum.at(values, self._titles.rows, likeness[self._owners])
        return np.where(np.isneginf(values), untitled, values)

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return what `from_arrays` takes."""
        return self._titles.to_arrays("titles")

    @classmethod
    def from_arrays(cls, arrays: Arrays, count: int, background: Background) -> TitleColumns:
        """Undo `to_arrays`."""
        return cls(Postings.from_arrays(arrays, "titles"), count, background)


class PhraseColumns:
    """What resumes name that the taxonomy lacks."""

    def __init__(self, phrases: Postings) -> None:
        self._phrases = phrases

    @classmethod
    def build(cls, profiles: Sequence[SkillProfile]) -> PhraseColumns:
        """Lay out the unknown skills of resumes."""
        return cls(post(dict.fromkeys(fold_phrase(it.text) for it in one.unknown_skills) for one in profiles)[0])

    def alike(self, phrase: str) -> Iterator[tuple[Rows, float]]:
        """Give the resumes that have a phrase spelt like this one, and how like it is, in [0, 1]."""
        keys = self._phrases.keys
        for _, likeness, number in process.extract_iter(phrase, keys, scorer=fuzz.ratio, score_cutoff=SAME_PHRASE):
            yield self._phrases.rows[self._phrases.slice_of(number)], likeness / 100

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return what `from_arrays` takes."""
        return self._phrases.to_arrays("phrases")

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> PhraseColumns:
        """Undo `to_arrays`."""
        return cls(Postings.from_arrays(arrays, "phrases"))


def fold_title(title: str) -> str:
    """Return the words of a title, sorted, with a blank between two."""
    return " ".join(count_terms(title))


def count_months(date: str) -> int:
    """Count the months up to a "YYYY-MM" date."""
    year, month = date.split("-")[:2]
    return 12 * int(year) + int(month)
