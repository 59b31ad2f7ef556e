"""Find wordings of a job ad that tell some people that they are not meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One phrase found, with the list that names it."""

    kind: str
    title: str
    source: str
    instead: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The gender-coded words of a text, in lower case and in order, with the source of the lists."""

    masculine: tuple[str, ...]
    feminine: tuple[str, ...]
    source: str


def find_wordings(text: str, skills: Sequence[Place] = ()) -> tuple[Wording, ...]:
    """Find phrases that name an age, a gender or an origin; none inside the names of skills.

    Examples
    --------
    >>> [it.kind for it in find_wordings("A young team seeks a native speaker")]
    ['age', 'origin']
    """
    found = [
        Wording(
            kind=entry["id"],
            title=entry["title"],
            source=entry["source"],
            instead=entry["instead"],
            start=hit.start(),
            end=hit.end(),
        )
        for entry, pattern in _lists()
        for hit in pattern.finditer(text)
        if not _inside(skills, *hit.span())
    ]
    return tuple(sorted(found, key=lambda it: (it.start, it.end, it.kind)))


def weigh_wording(text: str, skills: Sequence[Place] = ()) -> Balance:
    """Collect the words that readers take for masculine or feminine.

    Examples
    --------
    >>> weigh_wording("Assertive and competitive, yet supportive").masculine
    ('assertive', 'competitive')
    """
    words: dict[str, tuple[str, ...]] = {}
    for kind, pattern in _stems().items():
        hits = (hit for hit in pattern.finditer(text) if not _inside(skills, *hit.span()))
        words[kind] = tuple(hit[0].lower() for hit in hits)
    return Balance(masculine=words["masculine"], feminine=words["feminine"], source=_data()["coded"][0]["source"])


def _inside(places: Sequence[Place], start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in places)


@cache
def _data() -> dict[str, Any]:
    return tomli.loads(files("skillmatch.trust").joinpath("wording.toml").read_text(encoding="utf-8"))


@cache
def _lists() -> tuple[tuple[dict[str, Any], re.Pattern[str]], ...]:
    return tuple((entry, _pattern(entry["phrases"])) for entry in _data()["list"])


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """Compile phrases: longer ones first, a blank matches a hyphen or line end too, a * one number or word."""
    forms = [
        r"[\s-]+".join(r"[\w'’-]+" if word == "*" else re.escape(word) for word in phrase.split())
        for phrase in sorted(phrases, key=lambda it: (-len(it), it))
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)


@cache
def _stems() -> dict[str, re.Pattern[str]]:
    return {
        entry["id"]: re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, entry['stems']))})[\w-]*", re.IGNORECASE)
        for entry in _data()["coded"]
    }
