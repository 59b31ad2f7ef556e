"""Note, for every run of words of a document that might be a term, how and beside what it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from skillmatch.discovery.units import Unit
from skillmatch.nlp.normalise import fold_word

MAX_WORDS = 4
REACH = 12  # units to either side in which a known skill is a neighbour
_SKILL = "<skill>"  # stands for any known skill beside a term
_HOPS = 3  # marks between two members of a list: ", and ("

Key = tuple[str, ...]  # folded words


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a term, or a known skill, stands.

    `shape` tells capitals and signs, `left` and `right` the folded words beside it (empty for a mark or a line end),
    `listed` how many sides have a known skill as neighbour in a list. `alone`: between two line ends or marks.
    """

    text: str
    shape: str
    left: str
    right: str
    listed: int
    alone: bool
    bounds: int
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSightings:
    """What one document gives: counts of known skills, and the sightings of terms and of skills."""

    document_id: str
    sha256: str
    skills: Mapping[str, int]
    words: Mapping[str, int]
    terms: Mapping[Key, Sequence[Sighting]]
    known: Sequence[tuple[Key, Sighting]]
    neighbours: Mapping[Key, Mapping[str, int]]


def note_sightings(document_id: str, sha256: str, units: Sequence[Unit], sections: Sequence[str]) -> DocumentSightings:
    """Note all that may be terms in the units of one document."""
    terms: dict[Key, list[Sighting]] = {}
    neighbours: dict[Key, Counter[str]] = {}
    known: list[tuple[Key, Sighting]] = []
    for place, unit in enumerate(units):
        if unit.kind == "skill":
            known.append((_words(unit.text), _sight(units, place, place + 1, sections[place])))
        if unit.kind != "word":
            continue
        near = tuple(_neighbours(units, place))
        for end in range(place + 1, min(place + MAX_WORDS, len(units)) + 1):
            if units[end - 1].kind != "word":
                break
            key = tuple(one.folded for one in units[place:end])
            terms.setdefault(key, []).append(_sight(units, place, end, sections[place]))
            neighbours.setdefault(key, Counter()).update(near)
    return DocumentSightings(
        document_id=document_id,
        sha256=sha256,
        skills=Counter(unit.folded for unit in units if unit.kind == "skill"),
        words=Counter(unit.folded for unit in units if unit.kind == "word"),
        terms=terms,
        known=known,
        neighbours=neighbours,
    )


def _sight(units: Sequence[Unit], start: int, end: int, section: str) -> Sighting:
    before = units[start - 1] if start else None
    after = units[end] if end < len(units) else None
    inside = [word for unit in units[start:end] for word in unit.text.split()]
    bounds = sum(unit is None or unit.kind != "word" for unit in (before, after))
    return Sighting(
        text=" ".join(inside),
        shape=shape_of(inside),
        left=_beside(before),
        right=_beside(after),
        listed=_is_listed(units, start - 1, -1) + _is_listed(units, end, 1),
        alone=all(unit is None or unit.kind in ("break", "mark") for unit in (before, after)),
        bounds=bounds,
        section=section,
    )


def _beside(unit: Unit | None) -> str:
    if unit is None or unit.kind == "break":
        return ""
    return _SKILL if unit.kind == "skill" else unit.folded


def _is_listed(units: Sequence[Unit], place: int, step: int) -> bool:
    """Tell whether a known skill comes next, past the marks and words that join a list."""
    for _ in range(_HOPS):
        if not 0 <= place < len(units):
            return False
        unit = units[place]
        if unit.kind == "skill":
            return True
        if not (unit.kind == "mark" or unit.folded in ("and", "or")):
            return False
        place += step
    return False


def _neighbours(units: Sequence[Unit], place: int) -> Iterator[str]:
    for step in (-1, 1):
        here = place + step
        while 0 <= here < len(units) and abs(here - place) <= REACH and "\n" not in units[here].text:
            if units[here].kind == "skill":
                yield units[here].folded
                break
            here += step


def shape_of(words: Sequence[str]) -> str:
    """Tell how words are written: u upper case, c capital inside, x sign or digit, t title case, l lower case.

    Examples
    --------
    >>> [shape_of(text.split()) for text in ("SQL", "GraphQL", "Node.js", "Azure Data Lake", "data mining", "MS excel")]
    ['u', 'c', 'x', 't', 'l', 'lu']
    """
    return "".join(sorted({_shape(word) for word in words}))


def _shape(word: str) -> str:
    if len(word) > 1 and word.isupper():
        return "u"
    if any(character.isupper() for character in word[1:]):
        return "c"
    if any(character.isdigit() or character in "+#." for character in word):
        return "x"
    return "t" if word[:1].isupper() else "l"


def _words(text: str) -> Key:
    return tuple(fold_word(word) for word in text.split())
