"""All written forms of the skills, ready to be found in a Doc.

A form is looked up by its folded words (`fold_word` of each), which already ignores case, plural, inner dots and
hyphens; `variants` adds what folding cannot do, and `needless` leaves out what would only widen a mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.matcher import PhraseMatcher

from skillmatch.nlp.lexer import Key, Lexer
from skillmatch.nlp.needless import Needless
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.nlp.variants import Variant, find_variants, map_camel_words
from skillmatch.taxonomy import Skill


class Form(NamedTuple):
    """One way to write a skill; a named tuple, since there are tens of thousands.

    `words` are its words as tokenized, one space between; `context` are the skill's context words, folded and without
    endings, `against` the folded words of its `unless` phrases that are in none of its forms. An `exact` form counts in
    its own case only; one with its leading dot `apart` (". NET") needs other evidence.
    """

    skill: Skill
    words: str
    exact: bool
    context: tuple[str, ...] = ()
    against: frozenset[int] = frozenset()
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
    vocab
        The vocabulary that the keys are of.
    unless
        Key of each `unless` phrase to the ids of the skills that it rules out.
    """

    def __init__(self, tokenizer: FoldingTokenizer, skills: Iterable[Skill]) -> None:
        self.vocab = tokenizer.rules.vocab
        self.readings: dict[Key, list[Form]] = {}
        self.unless: dict[Key, set[str]] = {}
        skills = list(skills)
        lexer = Lexer(tokenizer)
        stated = [item for skill in skills for item in _stated_forms(skill, lexer) if item[2]]
        needless = Needless(((form.skill, form.words, key) for _, form, key in stated), lexer)
        kept = [
            (text, form, key) for text, form, key in stated if form.exact or not needless(form.skill, form.words, key)
        ]
        for _, form, key in kept:
            self.readings.setdefault(key, []).append(form)
        camel = map_camel_words(text for text, _, _ in kept)
        for text, form, key in kept:
            for variant in find_variants(text, key, lexer, camel, exact=form.exact):
                self.readings.setdefault(variant.key, [_vary(form, variant)])  # what a skill states counts for more
        for skill in skills:
            for phrase in skill.unless:
                self.unless.setdefault(lexer.key(phrase), set()).add(skill.id)
        # Given keys instead of Docs, the matcher is built ten times as fast.
        self.matcher = PhraseMatcher(self.vocab, attr="NORM")
        self.matcher.add("form", [*self.readings, *self.unless])  # type: ignore[list-item]


def _stated_forms(skill: Skill, lexer: Lexer) -> Iterator[tuple[str, Form, Key]]:
    """Yield each form as stated and as read, with its key."""
    context = tuple([lexer.stems(phrase) for phrase in skill.context])
    loose = [text for text in (skill.name, *skill.aliases) if text not in skill.exact]
    read = [(text, lexer.words(text), False) for text in loose] + [
        (text, lexer.words(text), True) for text in skill.exact
    ]
    against = _words_against(skill, {code for _, words, _ in read for _, code in words}, lexer)
    for text, words, exact in read:
        if len(words) > 1 and words[-1][0] == ".":
            words = words[:-1]  # of "power b.i."; the dot may as well end the sentence
        form = Form(skill, " ".join([word for word, _ in words]), exact, context, against)
        yield text, form, tuple([code for _, code in words])


def _words_against(skill: Skill, own: set[int], lexer: Lexer) -> frozenset[int]:
    words = (word for phrase in skill.unless for word in lexer.words(phrase))
    return frozenset(
        code for word, code in words if code not in own and word.isalpha() and word.lower() not in STOP_WORDS
    )


def _vary(form: Form, variant: Variant) -> Form:
    if variant.words is None:
        return form
    return form._replace(words=variant.words, exact=form.exact or variant.exact, apart=variant.apart)
