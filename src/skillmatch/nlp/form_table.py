"""All written forms of some skills as a table that JSON can hold: worked out once for a taxonomy, not by each process.

In it words stand for their hashes, and numbers for words, skills and rows.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from skillmatch.fingerprint import fingerprint_code
from skillmatch.kept import keep, recall
from skillmatch.nlp.lexer import Key, Lexer
from skillmatch.nlp.needless import Needless
from skillmatch.nlp.normalise import fold_text
from skillmatch.nlp.variants import Variant, find_camel_words, find_variants, may_vary
from skillmatch.taxonomy import Skill

KEPT = "forms"  # how tables are known among what is kept
ROAD = ("nlp", "taxonomy/skill.py", "kept.py")
MIN_JOINED = 7  # letters; shorter joints are words or names of their own ("webapi", "goto")


class Row(NamedTuple):
    """One way to write a skill: see `Form`, which has the skill in place of its number."""

    skill: int
    words: str
    exact: bool
    apart: bool = False


class FormTable(NamedTuple):
    """The forms of a sequence of skills and the keys that they are found by.

    Attributes
    ----------
    words
        The folded words of all keys.
    rows
        The forms.
    keys, readings
        The words of all keys of one word, of two, of three, ..., one key after the other; for each key in this order
        the forms that are written so, those that a skill states first.
    joined
        Words written as one, in small letters and without the s of a plural, to the form: "machinelearning".
    unless, barred
        The same for `unless` phrases and the skills that each rules out.
    """

    words: Sequence[str]
    rows: Sequence[Row]
    keys: Sequence[Sequence[int]]
    readings: Sequence[Sequence[int]]
    joined: Mapping[str, int]
    unless: Sequence[Sequence[int]]
    barred: Sequence[Sequence[int]]


def table_of(skills: Sequence[Skill], lexer: Lexer, fingerprint: str | None) -> FormTable:
    """Return the table of the forms of skills.

    Parameters
    ----------
    skills
        What the forms are of.
    lexer
        Reads the forms.
    fingerprint
        Tells these skills from any others, so that the table can be kept; None works it out and keeps nothing.
    """
    if fingerprint is None:
        return _Work(skills, lexer).table()
    key = f"{fingerprint}-{_fingerprint_code()}"
    known: Any = recall(KEPT, key)
    if known is not None:
        return FormTable(*known)
    table = _Work(skills, lexer).table()
    keep(KEPT, key, table)
    return table


@cache
def _fingerprint_code() -> str:
    return f"{platform.python_version()}-{fingerprint_code(ROAD, ('spacy',))}"


class _Work:
    """A table in the making, by hashes of words."""

    def __init__(self, skills: Sequence[Skill], lexer: Lexer) -> None:
        self.rows: list[Row] = []
        self.readings: dict[Key, list[int]] = {}
        self.joined: dict[str, int] = {}
        self.unless: dict[Key, list[int]] = {}
        self._lexer = lexer
        stated = list(_stated_forms(skills, lexer))
        needless = Needless(((skills[row.skill], row.words, key) for _, row, key in stated), lexer)
        kept = []
        for text, row, key in stated:
            if row.exact or not needless(skills[row.skill], row.words, key):
                kept.append((text, len(self.rows), key))
                self._add(key, row)
        self._vary(kept)
        for number, skill in enumerate(skills):
            for key in dict.fromkeys(map(lexer.key, skill.unless)):
                self.unless.setdefault(key, []).append(number)

    def table(self) -> FormTable:
        """Put numbers in the place of hashes."""
        keys, unless = sorted(self.readings, key=len), sorted(self.unless, key=len)
        codes = list(dict.fromkeys(code for key in (*keys, *unless) for code in key))
        number = {code: at for at, code in enumerate(codes)}
        return FormTable(
            words=[self._lexer.word(code) for code in codes],
            rows=self.rows,
            keys=_by_size(keys, number),
            readings=[self.readings[key] for key in keys],
            joined=self.joined,
            unless=_by_size(unless, number),
            barred=[self.unless[key] for key in unless],
        )

    def _add(self, key: Key, row: Row) -> None:
        self.readings.setdefault(key, []).append(len(self.rows))
        self.rows.append(row)

    def _vary(self, kept: Sequence[tuple[str, int, Key]]) -> None:
        """Add the variants of forms; what a skill states counts for more."""
        camel = find_camel_words((text for text, _, _ in kept), self._lexer)
        for text, number, key in kept:
            row = self.rows[number]
            if may_vary(text) or not camel.codes.isdisjoint(key):
                for variant in find_variants(text, self._lexer, camel, exact=row.exact):
                    if variant.key in self.readings:
                        continue
                    if variant.words is None:
                        self.readings[variant.key] = [number]
                    else:
                        self._add(variant.key, _vary(row, variant.words, variant))
            if len(key) > 1 and not row.exact:
                joint = row.words.replace(" ", "")
                if len(joint) >= MIN_JOINED and joint.isalpha():
                    self.joined.setdefault(joint.lower().rstrip("s"), number)


def _by_size(keys: Sequence[Key], number: Mapping[int, int]) -> list[list[int]]:
    """Put the words of keys, the shortest of which come first, one behind the other."""
    flat: list[list[int]] = [[] for _ in range(max(map(len, keys), default=0))]
    for key in keys:
        flat[len(key) - 1] += [number[code] for code in key]
    return flat


def read_keys(by_size: Iterable[Sequence[int]], codes: Sequence[int]) -> list[Key]:
    """Return the keys of a table with the hashes of its words in the place of their numbers.

    Examples
    --------
    >>> read_keys([[0, 2], [0, 1]], [11, 22, 33])
    [(11,), (33,), (11, 22)]
    """
    keys: list[Key] = []
    for size, numbers in enumerate(by_size, 1):
        words = map(codes.__getitem__, numbers)
        keys += zip(*[words] * size, strict=True)  # one iterator several times: as many words for each key
    return keys


def _stated_forms(skills: Iterable[Skill], lexer: Lexer) -> Iterator[tuple[str, Row, Key]]:
    """Yield each form as stated and as read, with its key."""
    for number, skill in enumerate(skills):
        loose = [(text, False) for text in (skill.name, *skill.aliases) if text not in skill.exact]
        for text, exact in (*loose, *((text, True) for text in skill.exact)):
            words = lexer.words(fold_text(text))
            if len(words) > 1 and words[-1][0] == ".":
                words = words[:-1]  # of "power b.i."; the dot may as well end the sentence
            if words:
                row = Row(number, " ".join([word for word, _ in words]), exact)
                yield text, row, tuple([code for _, code in words])


def _vary(row: Row, words: str, variant: Variant) -> Row:
    return row._replace(words=words, exact=row.exact or variant.exact, apart=variant.apart)
