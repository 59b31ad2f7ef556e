"""All written forms of the skills, the safe variants of each, and which of them are lists of two.

A form is looked up by its folded words (`fold_word` of each), which already ignores case, plural, inner dots and
hyphens. What folding cannot do is added here as a variant: "React JS" for "React.js", "CI CD" for "CI/CD", "and" for
"&", "BigData" for "big data", "Code Commit" for "CodeCommit". A stated form that only adds to a shorter one of the same
skill is left out ("Jenkins pipelines", "HTML/CSS"), so that a mention covers the name and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.matcher import PhraseMatcher

from skillmatch.nlp.normalise import cut_ending, fold_text, fold_word
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.taxonomy import Skill

Key = tuple[int, ...]  # hashes of folded words, as in `Token.norm`

MIN_JOINED = 7  # letters; shorter joints are words or names of their own ("webapi", "goto")
_JS = re.compile(r"(?i)^(.*\w)\.?js$")
_CAMEL = re.compile(r"(?<=[A-Za-z][a-z])(?=[A-Z][A-Za-z])")
_SLASH = re.compile(r"(?<=\w\w)\s?/\s?(?=\w\w)")
_LINKS = frozenset(["/", "&", "and", "or", ",", "+"])
# Words that say what a skill is used for, not which it is.
_GENERIC = """
    administration algorithm app application cloud cluster cms code coding concept configuration dashboard developer
    development editor engineer environment experience expert file instance integration job knowledge language
    library macro method methodology microservice model module package pipeline platform playbook plugin practice
    principle process programmer programming project query report script scripting service skill solution specialist
    stack standard system technique technology template theory tool workflow
"""
_DEGREE = frozenset(["advanced", "basic", "core", "modern"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to write a skill.

    `words` are its words as tokenized, one space between; `context` are the skill's context words, folded and without
    endings. An `exact` form counts in its own case only; one with its
    leading dot `apart` (". NET") needs other evidence.
    """

    skill: Skill
    words: str
    exact: bool
    apart: bool = False
    context: tuple[str, ...] = ()


class Forms:
    """Every form of every skill, ready to be found in a Doc.

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
        lexer = _Lexer(tokenizer)
        skills = list(skills)
        self.readings: dict[Key, list[Form]] = {}
        self.unless: dict[Key, set[str]] = {}
        stated = [(text, form, key) for text, form, key in _stated_forms(skills, lexer) if key]
        known: dict[Key, set[str]] = {}
        for _, form, key in stated:
            known.setdefault(key, set()).add(form.skill.id)
        languages = {skill.id for skill in skills if skill.type == "language"}
        abbreviations = {key for _, form, key in stated if len(form.words) <= 4 and " " not in form.words}
        needless = _Needless(known, languages, abbreviations, lexer)
        stated = [(text, form, key) for text, form, key in stated if not needless(form, key)]
        for _, form, key in stated:
            self.readings.setdefault(key, []).append(form)
        camel = _camel_words(text for text, _, _ in stated)
        for text, form, _ in stated:
            for variant in _variants(text, form, camel):
                self.readings.setdefault(lexer.key(variant.words), [variant])
        for skill in skills:
            for phrase in skill.unless:
                self.unless.setdefault(lexer.key(phrase), set()).add(skill.id)
        # Given keys instead of Docs, the matcher is built ten times as fast.
        self.matcher = PhraseMatcher(self.vocab, attr="NORM")
        self.matcher.add("form", [*self.readings, *self.unless])  # type: ignore[list-item]


class _Lexer:
    """Tokenize forms, each distinct word once."""

    def __init__(self, tokenizer: FoldingTokenizer) -> None:
        self._tokenizer = tokenizer.rules
        self._strings = tokenizer.rules.vocab.strings
        self._known: dict[str, list[tuple[str, int]]] = {}

    def words(self, text: str) -> list[tuple[str, int]]:
        """Return the words of a text with the hashes of their folded forms."""
        return [word for chunk in fold_text(text).split() for word in self._known.get(chunk) or self._split(chunk)]

    def stems(self, text: str) -> str:
        """Return the folded words of a text without endings."""
        return " ".join([cut_ending(self._strings[code]) for code in self.key(text)])

    def key(self, text: str) -> Key:
        return tuple([code for _, code in self.words(text)])

    def fold(self, word: str) -> int:
        code: int = self._strings.add(word)
        return code

    def _split(self, chunk: str) -> list[tuple[str, int]]:
        if chunk.isalpha():
            words = [(chunk, self.fold(fold_word(chunk)))]
        else:
            words = [(token.text, token.norm) for token in self._tokenizer(chunk)]
        self._known[chunk] = words
        return words


class _Needless:
    """Tell which stated forms say no more than a shorter form of the same skill."""

    def __init__(self, known: dict[Key, set[str]], languages: set[str], abbreviations: set[Key], lexer: _Lexer) -> None:
        self._known = known
        self._languages = languages
        self._short = abbreviations
        self._generic = {lexer.fold(fold_word(word)) for word in _GENERIC.split()}
        self._degree = {lexer.fold(word) for word in _DEGREE}
        self._links = {lexer.fold(word) for word in _LINKS}
        self._js = lexer.key("js")

    def __call__(self, form: Form, key: Key) -> bool:
        if form.exact or len(key) < 2 or form.skill.type in ("soft", "certification"):
            return False
        if form.words == form.skill.name:
            return False
        return any(self._cuts(form.skill.id, key[:cut], key[cut:]) for cut in range(1, len(key)))

    def _cuts(self, skill_id: str, left: Key, right: Key) -> bool:
        link = right[0] in self._links and len(right) > 1
        right = right[1:] if link else right
        lefts, rights = self._known.get(left, ()), self._known.get(right, ())
        if skill_id in lefts:
            if right == self._js:
                return False
            again = skill_id in rights and len(right) == 1 and right in self._short
            return bool(rights and (link or again or self._is_other(rights))) or self._generic.issuperset(right)
        if skill_id in rights:
            return bool(lefts and (link or self._is_other(lefts))) or self._degree.issuperset(left)
        return False

    def _is_other(self, others: Iterable[str]) -> bool:
        """Tell whether words beside a form are a name by themselves: another language."""
        return any(other in self._languages for other in others)


def _stated_forms(skills: Iterable[Skill], lexer: _Lexer) -> Iterator[tuple[str, Form, Key]]:
    for skill in skills:
        context = tuple([lexer.stems(phrase) for phrase in skill.context])
        loose = [text for text in (skill.name, *skill.aliases) if text not in skill.exact]
        for texts, exact in ((loose, False), (skill.exact, True)):
            for text in texts:
                words = lexer.words(text)
                form = Form(skill=skill, words=" ".join([word for word, _ in words]), exact=exact, context=context)
                yield text, form, tuple([code for _, code in words])


def _camel_words(texts: Iterable[str]) -> dict[str, str]:
    """Map each word with a capital inside to its parts: codecommit to "Code Commit"."""
    words = (word for text in texts for word in text.split())
    return {word.lower(): _CAMEL.sub(" ", word) for word in words if _CAMEL.search(word)}


def _variants(text: str, form: Form, camel: dict[str, str]) -> Iterator[Form]:
    apart = " ".join([camel.get(word.lower(), word) for word in text.split()])
    if apart != text:
        yield replace(form, words=apart, exact=True)
    for variant in _respell(text, exact=form.exact):
        yield replace(form, words=variant)
    if text.startswith(".") and not form.exact:
        yield replace(form, words=f". {text[1:]}", apart=" " not in text)


def _respell(text: str, *, exact: bool) -> Iterator[str]:
    if javascript := _JS.match(text):
        yield f"{javascript[1]} js"
    if exact:
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
