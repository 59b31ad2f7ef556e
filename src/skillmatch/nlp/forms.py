"""All written forms of the skills, and the safe variants of each.

A form is looked up by its folded words (`fold_word` of each, one space between), which already ignores case, plural,
inner dots and hyphens. What folding cannot do is added here as a variant: "React JS" for "React.js", "CI CD" for
"CI/CD", "and" for "&", "BigData" for "big data".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.taxonomy import Skill

MIN_JOINED = 7  # letters; shorter joints are words or names of their own ("webapi", "goto")
_JS = re.compile(r"(?i)^(.*\w)\.?js$")
_SLASH = re.compile(r"(?<=\w\w)\s?/\s?(?=\w\w)")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a skill; an `exact` form counts in its own case only.

    `words` is the text as tokenized, one space between the words.
    """

    skill: Skill
    text: str
    exact: bool
    words: str


class Forms:
    """Every form of every skill, ready to be found in a Doc.

    Parameters
    ----------
    tokenizer
        Tokenizes the forms as it does documents; its vocabulary folds words by `fold_word`.
    skills
        The skills of a taxonomy.

    Attributes
    ----------
    matcher
        Finds all forms and all `unless` phrases by their folded words.
    readings
        Folded words to the forms that are written so.
    unless
        Folded words of each `unless` phrase to the ids of the skills that it rules out.
    """

    def __init__(self, tokenizer: FoldingTokenizer, skills: Iterable[Skill]) -> None:
        self.readings: dict[str, list[Form]] = {}
        self.unless: dict[str, set[str]] = {}
        phrases: dict[str, Doc] = {}
        forms = []
        for skill, text, exact in _forms_of(skills):
            words = tokenizer(text)
            key = fold_phrase(words)
            phrases.setdefault(key, words)
            forms.append(Form(skill, text, exact, " ".join([word.text for word in words])))
            self.readings.setdefault(key, []).append(forms[-1])
        for variant, stated in [(text, form) for form in forms for text in _variants(form)]:
            words = tokenizer(variant)
            key = fold_phrase(words)
            if phrases.setdefault(key, words) is words:  # else some skill states it, which counts for more
                self.readings[key] = [stated]
        for skill in {form.skill.id: form.skill for form in forms}.values():
            for phrase in skill.unless:
                words = tokenizer(phrase)
                key = fold_phrase(words)
                phrases.setdefault(key, words)
                self.unless.setdefault(key, set()).add(skill.id)
        self.matcher = PhraseMatcher(tokenizer.rules.vocab, attr="NORM")
        self.matcher.add("form", list(phrases.values()))


def fold_phrase(words: Doc) -> str:
    """Join the folded words of a phrase."""
    return " ".join([word.norm_ for word in words])


def _forms_of(skills: Iterable[Skill]) -> Iterator[tuple[Skill, str, bool]]:
    """Yield each form and whether it counts in its own case only."""
    for skill in skills:
        yield from ((skill, text, False) for text in (skill.name, *skill.aliases) if text not in skill.exact)
        yield from ((skill, text, True) for text in skill.exact)


def _variants(form: Form) -> Iterator[str]:
    text = form.text
    if javascript := _JS.match(text):
        yield f"{javascript[1]} js"
    if form.exact:
        return
    if _SLASH.search(text):
        yield _SLASH.sub(" ", text)
        yield _SLASH.sub("", text)
    if " & " in text:
        yield text.replace(" & ", " and ")
    if " and " in text:
        yield text.replace(" and ", " & ")
    joined = re.sub(r"[\s\-_]+", "", text)
    if joined != text and joined.isalpha() and len(joined) >= MIN_JOINED:
        yield joined
