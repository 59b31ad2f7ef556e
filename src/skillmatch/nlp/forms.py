"""All written forms of the skills, ready to be found in a Doc.

A form is looked up by its folded words (`fold_word` of each), which already ignores case, plural, inner dots and
hyphens; `variants` adds what folding cannot do, and `needless` leaves out what would only widen a mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.matcher import PhraseMatcher

from skillmatch.nlp.form_table import read_keys, table_of
from skillmatch.nlp.lexer import Key, Lexer
from skillmatch.nlp.memo import Memo
from skillmatch.nlp.normalise import fold_text
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.taxonomy import Skill


class Sense:
    """The words that speak for and against one skill, made when first asked for: most skills never are."""

    def __init__(self, skill: Skill, lexer: Lexer) -> None:
        self._skill = skill
        self._lexer = lexer

    @cached_property
    def context(self) -> tuple[str, ...]:
        """The context words, folded and without endings, each with a space at both ends."""
        return tuple([f" {self._lexer.stems(phrase)} " for phrase in self._skill.context])

    @cached_property
    def against(self) -> frozenset[int]:
        """The folded words beside a form of the skill in its `unless` phrases."""
        phrases = [list(self._lexer.words(fold_text(phrase))) for phrase in self._skill.unless]
        return frozenset(
            code
            for words in phrases
            if any(code in self.own for _, code in words)
            for word, code in words
            if code not in self.own and word.isalpha() and word.lower() not in STOP_WORDS
        )

    @cached_property
    def own(self) -> frozenset[int]:
        """The folded words of all forms of the skill."""
        skill = self._skill
        return frozenset(code for text in (skill.name, *skill.aliases, *skill.exact) for code in self._lexer.key(text))


class Form(NamedTuple):
    """One way to write a skill; a named tuple, since there are tens of thousands.

    `words` are its words as tokenized, one space between. An `exact` form counts in its own case only; one with its
    leading dot `apart` (". NET") needs other evidence.
    """

    skill: Skill
    words: str
    exact: bool
    sense: Sense
    apart: bool = False


class Forms:
    """Every form of every skill.

    Parameters
    ----------
    tokenizer
        Tokenizes the forms as it does documents.
    skills
        The skills of a taxonomy.
    fingerprint
        Tells these skills from any others; what they give is then kept for the next process.

    Attributes
    ----------
    matcher
        Finds all forms and all `unless` phrases by their folded words.
    codes
        Hashes of all folded words of forms.
    joined
        Words written as one, in small letters and without the s of a plural, with the number of the form:
        "machinelearning".
    vocab
        The vocabulary that the keys are of.
    unless
        Key of each `unless` phrase to the ids of the skills that it rules out.
    """

    def __init__(self, tokenizer: FoldingTokenizer, skills: Iterable[Skill], fingerprint: str | None = None) -> None:
        self.vocab = tokenizer.rules.vocab
        self._skills, self._lexer = list(skills), Lexer(tokenizer)
        table = table_of(self._skills, self._lexer, fingerprint)
        codes = [self._lexer.fold(word) for word in table.words]
        keys, unless = read_keys(table.keys, codes), read_keys(table.unless, codes)
        self._rows = table.rows
        self._made: dict[int, Form] = {}  # most forms are never met
        self._senses: dict[int, Sense] = {}
        self._readings: dict[Key, Sequence[int]] = dict(zip(keys, table.readings, strict=True))
        self.joined = table.joined
        self.unless = {key: {self._skills[it].id for it in ids} for key, ids in zip(unless, table.barred, strict=True)}
        self.codes = frozenset([code for key in keys for code in key])
        self.joined_form = Memo(self._joined_form)
        # Given keys instead of Docs, the matcher is built ten times as fast.
        self.matcher = PhraseMatcher(self.vocab, attr="NORM")
        self.matcher.add("form", [*keys, *unless])  # type: ignore[list-item]

    def __contains__(self, key: Key) -> bool:
        return key in self._readings

    def read(self, key: Key) -> list[Form]:
        """Return the forms that are written by these folded words, those that a skill states first."""
        return [self._form(number) for number in self._readings.get(key, ())]

    def iter_first(self) -> Iterator[tuple[Key, Skill, bool]]:
        """Yield each key with the skill of its first form, and whether that counts in its own case only."""
        for key, numbers in self._readings.items():
            skill, _, exact, _ = self._rows[numbers[0]]
            yield key, self._skills[skill], exact

    def _form(self, number: int) -> Form:
        if number not in self._made:
            skill, words, exact, apart = self._rows[number]
            sense = self._senses.setdefault(skill, Sense(self._skills[skill], self._lexer))
            self._made[number] = Form(self._skills[skill], words, exact, sense, apart)
        return self._made[number]

    def _joined_form(self, code: int) -> Form | None:
        """Return the form whose words are written as one in a folded word, given by its hash."""
        number = self.joined.get(self.vocab.strings[code].rstrip("s"))
        return None if number is None else self._form(number)
