"""Find stated forms that say no more than a shorter form of the same skill.

"Jenkins pipelines" is Jenkins, "HTML/CSS" two skills: without such forms a mention covers the name and nothing else,
and a list is read as its items.
"""

from __future__ import annotations

from collections.abc import Iterable

from skillmatch.nlp.lexer import Key, Lexer
from skillmatch.nlp.normalise import fold_word
from skillmatch.taxonomy import Skill

ABBREVIATION = 4  # letters at most: "Google Cloud Platform GCP" names one skill twice, "Selenium WebDriver" does not
_LINKS = frozenset(["/", "&", "and", "or", ",", "+"])
# Words that say what a skill is used for, not which it is.
_GENERIC = """
    administration administrator algorithm app application architect board chart charting charts cloud cluster
    cms code coding command concept configuration consultant container dashboard data database deck developer
    development document editor engineer environment experience expert file form image instance integration job
    kernel knowledge language library line macro method methodology microservice model module notebook package
    pipeline platform playbook plugin practice presentation principle process programmer programming project
    query report script scripting service shader role sheet skill slide solution specialist spreadsheet stack
    standard system technique technology template tool user warehouse workbook workflow worksheet
"""
_CERTIFIED = frozenset(["certification", "certified", "certificate", "cert"])
_DEGREE = frozenset(["advanced", "basic", "core", "introductory", "knowledge", "modern", "of", "plain", "vanilla"])


class Needless:
    """Tell which forms can be left out.

    Parameters
    ----------
    stated
        Skill, words and key of every form.
    lexer
        Made the keys.
    """

    def __init__(self, stated: Iterable[tuple[Skill, str, Key]], lexer: Lexer) -> None:
        self._known: dict[Key, set[str]] = {}
        self._languages: set[str] = set()
        self._short: set[Key] = set()
        for skill, words, key in stated:
            self._known.setdefault(key, set()).add(skill.id)
            if skill.type == "language":
                self._languages.add(skill.id)
            if len(words) <= ABBREVIATION and " " not in words:
                self._short.add(key)
        self._generic = {lexer.fold(fold_word(word)) for word in _GENERIC.split()}
        self._degree = {lexer.fold(word) for word in _DEGREE}
        self._links = {lexer.fold(word) for word in _LINKS}
        self._certified = {lexer.fold(word) for word in _CERTIFIED}
        self._js = lexer.key("js")

    def __call__(self, skill: Skill, words: str, key: Key) -> bool:
        """Tell whether a form that counts in any case can be left out."""
        if len(key) < 2 or words == skill.name:
            return False
        if skill.type == "certification":
            return self._names_none(skill.id, key)
        if skill.type == "soft":
            return any(key[at] in self._links and self._are_two(key[:at], key[at + 1 :]) for at in range(1, len(key)))
        return any(self._cuts(skill.id, key[:cut], key[cut:]) for cut in range(1, len(key)))

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

    def _names_none(self, skill_id: str, key: Key) -> bool:
        """Tell whether a form says "certified" of a product but not in what: "AWS certification"."""
        rest = tuple(code for code in key if code not in self._certified)
        return len(rest) < len(key) and bool(self._known.get(rest, set()) - {skill_id})

    def _are_two(self, left: Key, right: Key) -> bool:
        """Tell whether the parts of "reliable and punctual" are forms by themselves."""
        return left in self._known and right in self._known

    def _is_other(self, others: Iterable[str]) -> bool:
        """Tell whether words beside a form are a name by themselves: another language."""
        return any(other in self._languages for other in others)
