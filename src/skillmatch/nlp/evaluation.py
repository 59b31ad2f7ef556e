"""Measure what was found in documents against what a person has marked in them.

- strict: same place; relaxed: at least one character in common. A mention counts once wherever it stands.
- What touches optional marks only is neither right nor wrong, and missing an optional mark costs nothing.
- A negated mention must be left out or said to be negated; a plain mention said to be negated is lost.
- names: of each document the set of skills, compared without case, spaces and punctuation; an alias is as good.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from skillmatch.models import Document, MentionRequirement, SkillProfile
from skillmatch.nlp.labelled import Label, Labelled
from skillmatch.nlp.profile import Profiler

_Sum = TypeVar("_Sum", "Rates", "Share", "Measures")

YEARS_APART = 0.51  # years that are no error: half a year, and rounding
_DROPPED = re.compile(r"[^\w+#]|_")
_DOT_NAME = re.compile(r"\.\s*\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention that was found, with what is said of it."""

    start: int
    end: int
    name: str
    negated: bool = False
    requirement: MentionRequirement = "none"
    years: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How many of the `found` are `right`, and how many of the `marked` are `reached`."""

    right: int = 0
    found: int = 0
    reached: int = 0
    marked: int = 0

    def __add__(self, other: Rates) -> Rates:
        return _sum(self, other)

    @property
    def precision(self) -> float:
        """Share of the found that is right, in [0, 1]; 0 if nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the marked that was found, in [0, 1]; 0 if nothing is marked."""
        return self.reached / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in [0, 1]."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of a total are right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: Share) -> Share:
        return _sum(self, other)

    @property
    def value(self) -> float | None:
        """The share in [0, 1]; None of nothing."""
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """All measures of one document, or of several added up.

    `negation` is of the mentions marked as negated, `requirement` and `years` of those that were found and have one.
    """

    documents: int = 0
    strict: Rates = Rates()
    relaxed: Rates = Rates()
    names: Rates = Rates()
    negation: Share = Share()
    requirement: Share = Share()
    years: Share = Share()

    def __add__(self, other: Measures) -> Measures:
        return _sum(self, other)


def _sum(one: _Sum, other: _Sum) -> _Sum:
    added = {field.name: getattr(one, field.name) + getattr(other, field.name) for field in fields(one)}
    return type(one)(**added)


def evaluate(
    documents: Iterable[Labelled],
    profiler: Profiler,
    *,
    labels: Collection[str] = (),
    unknown: bool = False,
    soft: bool = True,
) -> Measures:
    """Profile labelled documents and measure what was found.

    Parameters
    ----------
    documents
        What a person has marked.
    profiler
        What finds the skills.
    labels
        Labels that count; all when empty.
    unknown
        Whether terms that the taxonomy lacks count as found.
    soft
        Whether soft skills do: where the labels leave them out, they would all be wrong.
    """
    wanted, total = frozenset(labels), Measures()
    skipped = frozenset[str]() if soft else frozenset(it.id for it in profiler.taxonomy if it.type == "soft")
    for one in documents:
        profile = profiler.profile(Document(document_id=one.id, text=one.text), one.kind)
        total += measure(one, found_in(profile, unknown=unknown, skipped=skipped), wanted)
    return total


def found_in(profile: SkillProfile, *, unknown: bool, skipped: frozenset[str] = frozenset()) -> list[Found]:
    """Return the mentions of a profile, those of some skills skipped."""
    found = [
        Found(
            start=it.start,
            end=it.end,
            name=skill.name,
            negated=it.negated,
            requirement=it.requirement,
            years=it.years,
        )
        for skill in profile.skills
        if skill.skill_id not in skipped
        for it in skill.mentions
    ]
    terms = profile.unknown_skills if unknown else ()
    return [*found, *(Found(start=it.start, end=it.end, name=it.text) for it in terms)]


def measure(labelled: Labelled, found: Sequence[Found], labels: frozenset[str] = frozenset()) -> Measures:
    """Measure what was found in one document."""
    marks = _Marks.of(labelled.labels(labels))
    strict, relaxed = _measure_places(marks, found)
    negation, requirement, years = _measure_context(marks, found)
    return Measures(
        documents=1,
        strict=strict,
        relaxed=relaxed,
        names=_measure_names(labelled, marks, found),
        negation=negation,
        requirement=requirement,
        years=years,
    )


def _measure_places(marks: _Marks, found: Iterable[Found]) -> tuple[Rates, Rates]:
    """Return the strict and the relaxed rates of the places of mentions."""
    plain = [it for it in _by_place(found) if not it.negated and not marks.is_neutral(it)]
    marked = list({(mark.start, mark.end): mark for mark in marks.scored}.values())
    rates = [
        Rates(
            right=sum(any(test(it, mark) for mark in marked) for it in plain),
            found=len(plain),
            reached=sum(any(test(it, mark) for it in plain) for mark in marked),
            marked=len(marked),
        )
        for test in (_is_same, _overlap)
    ]
    return rates[0], rates[1]


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks of a document: those that count, the optional and the negated ones."""

    scored: list[Label]
    optional: list[Label]
    negated: list[Label]

    @classmethod
    def of(cls, labels: Iterable[Label]) -> _Marks:
        labels = list(labels)
        plain = [mark for mark in labels if not mark.negated]
        return cls(
            scored=[mark for mark in plain if not mark.optional],
            optional=[mark for mark in plain if mark.optional],
            negated=[mark for mark in labels if mark.negated],
        )

    def is_neutral(self, found: Found) -> bool:
        """Tell whether a mention is neither right nor wrong."""
        if any(_overlap(found, mark) for mark in self.scored):
            return False
        if any(_overlap(found, mark) for mark in self.negated):
            return found.negated
        return found.negated or any(_overlap(found, mark) for mark in self.optional)


def _measure_names(labelled: Labelled, marks: _Marks, found: Iterable[Found]) -> Rates:
    named = [mark for mark in marks.scored if mark.name]
    meant = {_key(mark.name): _key(mark.name) for mark in named}
    for mark in named:
        for alias in mark.aliases:
            meant.setdefault(_key(alias), _key(mark.name))
    if not named:
        meant = {_key(name): _key(name) for name in labelled.skills}
    names_of = [
        (mark.name, labelled.text[mark.start : mark.end], *mark.aliases) for mark in marks.optional if mark.name
    ]
    neutral = {_key(name) for names in names_of for name in names} - meant.keys()
    right, wrong = set[str](), set[str]()
    for it in found:
        key = _key(it.name)
        if it.negated:
            continue
        if key in meant:
            right.add(meant[key])
        elif key not in neutral and not marks.is_neutral(it):
            wrong.add(key)
    return Rates(right=len(right), found=len(right) + len(wrong), reached=len(right), marked=len(set(meant.values())))


def _measure_context(marks: _Marks, found: Iterable[Found]) -> tuple[Share, Share, Share]:
    """Return how much of negation, requirement and years is right."""
    places = _by_place(found)
    negation = Share(
        right=sum(all(it.negated for it in places if _overlap(it, mark)) for mark in marks.negated),
        total=len(marks.negated),
    )
    requirement, years = Share(), Share()
    for mark in marks.scored:
        hits = [it for it in places if _overlap(it, mark)]
        if not hits:
            continue
        best = next((it for it in hits if _is_same(it, mark)), hits[0])
        if mark.requirement is not None:
            requirement += Share(right=int(best.requirement == mark.requirement), total=1)
        if mark.years is not None:
            near = best.years is not None and abs(best.years - mark.years) < YEARS_APART
            years += Share(right=int(near), total=1)
    return negation, requirement, years


def _by_place(found: Iterable[Found]) -> list[Found]:
    """Return one mention for each place, the last that was found there."""
    return list({(it.start, it.end): it for it in found}.values())


def _overlap(one: Found, mark: Label) -> bool:
    return one.start < mark.end and mark.start < one.end


def _is_same(one: Found, mark: Label) -> bool:
    return one.start == mark.start and one.end == mark.end


def _key(name: str) -> str:
    """Fold a name: 'Node.JS' to 'nodejs', '.NET' to '.net', 'C ++' to 'c++'."""
    name = name.strip().lower()
    return ("." if _DOT_NAME.match(name) else "") + _DROPPED.sub("", name)
