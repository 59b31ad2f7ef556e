"""All written forms of the skills, ready to be found in a Doc.

A form is looked up by its folded words (`fold_word` of each), which already ignores case, plural, inner dots and
hyphens; `variants` adds what folding cannot do, and `needless` leaves out what would only widen a mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.matcher import PhraseMatcher

from skillmatch.nlp.lexer import Key, Lexer
from skillmatch.nlp.needless import Needless
from skillmatch.nlp.normalise import fold_text
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.nlp.variants import Variant, find_camel_words, find_variants, may_vary
from skillmatch.taxonomy import Skill

JOINED = 100_000  # words that are remembered with their form, or that they have none
MIN_JOINED = 7  # letters; shorter joints are words or names of their own ("webapi", "goto")


class Sense:
    """The words that speak for and against one skill, made when first asked for: most skills never are."""

    def __init__(self, skill: Skill, lexer: Lexer) -> None:
        self._skill = skill
        self._lexer = lexer

    @cached_property
    def context(self) -> tuple[str, ...]:
        """The context words, folded and without endings."""
        return tuple([self._lexer.stems(phrase) for phrase in self._skill.context])

    @cached_property
    def against(self) -> frozenset[int]:
        """The folded words of the `unless` phrases that are in no form of the skill."""
        words = [word for phrase in self._skill.unless for word in self._lexer.words(fold_text(phrase))]
        return frozenset(
            code for word, code in words if code not in self.own and word.isalpha() and word.lower() not in STOP_WORDS
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

    Attributes
    ----------
    matcher
        Finds all forms and all `unless` phrases by their folded words.
    readings
        Key of the folded words to the forms that are written so.
    joined
        Words written as one, in small letters and without the s of a plural, to the form: "machinelearning".
    codes
        Hashes of all folded words of forms.
    vocab
        The vocabulary that the keys are of.
    unless
        Key of each `unless` phrase to the ids of the skills that it rules out.
    """

    def __init__(self, tokenizer: FoldingTokenizer, skills: Iterable[Skill]) -> None:
        self.vocab = tokenizer.rules.vocab
        self.readings: dict[Key, list[Form]] = {}
        self.joined: dict[str, Form] = {}
        self.unless: dict[Key, set[str]] = {}
        skills = list(skills)
        lexer = Lexer(tokenizer)
        stated = list(_stated_forms(skills, lexer))
        needless = Needless(((form.skill, form.words, key) for _, form, key in stated), lexer)
        kept = [
            (text, form, key) for text, form, key in stated if form.exact or not needless(form.skill, form.words, key)
        ]
        for _, form, key in kept:
            self.readings.setdefault(key, []).append(form)
        self._vary(kept, lexer)
        for skill in skills:
            for phrase in skill.unless:
                self.unless.setdefault(lexer.key(phrase), set()).add(skill.id)
        self.codes = frozenset([code for key in self.readings for code in key])
        self.joined_form = lru_cache(JOINED)(self._joined_form)
        # Given keys instead of Docs, the matcher is built ten times as fast.
        self.matcher = PhraseMatcher(self.vocab, attr="NORM")
        self.matcher.add("form", [*self.readings, *self.unless])  # type: ignore[list-item]

    def _joined_form(self, code: int) -> Form | None:
        """Return the form whose words are written as one in a folded word, given by its hash."""
        return self.joined.get(self.vocab.strings[code].rstrip("s"))

    def _vary(self, kept: list[tuple[str, Form, Key]], lexer: Lexer) -> None:
        """Add the variants of forms; what a skill states counts for more."""
        camel = find_camel_words((text for text, _, _ in kept), lexer)
        for text, form, key in kept:
            if may_vary(text) or not camel.codes.isdisjoint(key):
                for variant in find_variants(text, lexer, camel, exact=form.exact):
                    self.readings.setdefault(variant.key, [_vary(form, variant)])
            if len(key) > 1 and not form.exact:
                joint = form.words.replace(" ", "")
                if len(joint) >= MIN_JOINED and joint.isalpha():
                    self.joined.setdefault(joint.lower().rstrip("s"), form)


def _stated_forms(skills: Iterable[Skill], lexer: Lexer) -> Iterator[tuple[str, Form, Key]]:
    """Yield each form as stated and as read, with its key."""
    for skill in skills:
        sense = Sense(skill, lexer)
        loose = [(text, False) for text in (skill.name, *skill.aliases) if text not in skill.exact]
        for text, exact in (*loose, *((text, True) for text in skill.exact)):
            words = lexer.words(fold_text(text))
            if len(words) > 1 and words[-1][0] == ".":
                words = words[:-1]  # of "power b.i."; the dot may as well end the sentence
            if words:
                form = Form(skill, " ".join([word for word, _ in words]), exact, sense)
                yield text, form, tuple([code for _, code in words])


def _vary(form: Form, variant: Variant) -> Form:
    if variant.words is None:
        return form
    return form._replace(words=variant.words, exact=form.exact or variant.exact, apart=variant.apart)
