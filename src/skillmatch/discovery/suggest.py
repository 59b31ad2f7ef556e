"""Suggest for a new term what a reviewer would fill in: id, category, type, and whose spelling it may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from skillmatch.discovery.sightings import Key
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.terms import iter_terms
from skillmatch.scoring import Background
from skillmatch.taxonomy import Taxonomy
from skillmatch.taxonomy.check import fold_form
from skillmatch.taxonomy.importers.draft import slug
from skillmatch.taxonomy.skill import SkillType

SIMILAR = 0.8  # told to the reviewer
ALIAS = 0.9  # proposed as an alias
MIN_LENGTH = 5  # shorter names are one edit away from another
MISSPELT = 0.9  # rarity of a word from which it may be a misspelling; "officer" is none of "office"
_DIGITS = re.compile(r"\d+")


class Suggester:
    """Compares terms with the skills of a taxonomy.

    `counts` says how often the documents name each skill, the background which words are common.
    """

    def __init__(self, taxonomy: Taxonomy, counts: Mapping[str, int], background: Background) -> None:
        self._taxonomy = taxonomy
        self._counts = counts
        self._background = background
        self._forms: dict[str, str] = {}  # folded form to skill id
        self._heads: dict[str, Counter[str]] = {}
        for skill in taxonomy:
            for form in (skill.name, *skill.aliases, *skill.exact):
                self._forms.setdefault(fold_form(form), skill.id)
                words = form.split()
                if words:
                    self._heads.setdefault(fold_word(words[-1]), Counter())[skill.id] += 1

    def id_for(self, name: str) -> str:
        """Make an id that no skill has."""
        wanted = slug(name)
        number = 2
        while wanted in self._taxonomy:
            wanted, number = f"{slug(name)}-{number}", number + 1
        return wanted

    def is_known(self, name: str) -> bool:
        """Tell whether a name is a form that did not count where it stood: out of its case or context."""
        return fold_form(name) in self._forms

    def nearest(self, name: str, count: int) -> tuple[str | None, str]:
        """Return the skill that a name is a spelling of, if any, and the form that is spelt most like it.

        A misspelling begins like the name, has its digits, differs in a rare word, and is not more frequent than the
        skill itself.
        """
        folded = fold_form(name)
        if len(folded) < MIN_LENGTH:
            return None, ""
        hit = process.extractOne(folded, self._forms.keys(), scorer=fuzz.ratio, score_cutoff=100 * SIMILAR)
        if hit is None:
            return None, ""
        form, score = hit[0], hit[1] / 100
        skill_id = self._forms[form]
        close = score >= ALIAS and form[0] == folded[0] and _DIGITS.findall(form) == _DIGITS.findall(folded)
        alias = close and count <= self._counts.get(skill_id, 0) and self._has_rare_word(folded, form)
        return (skill_id if alias else None), form

    def _has_rare_word(self, name: str, form: str) -> bool:
        return any(self._background.rarity(word) >= MISSPELT for word in {*iter_terms(name)} - {*iter_terms(form)})

    def category(self, key: Key, near: Mapping[str, int]) -> tuple[str, SkillType]:
        """Suggest category and type: those of the known skills beside a term, and of those that end like it."""
        votes: dict[tuple[str, SkillType], float] = {}
        for voters in (near, self._heads.get(key[-1], {})):
            total = sum(voters.values())
            for skill_id, count in voters.items():
                skill = self._taxonomy[skill_id]
                vote = (skill.category, skill.type)
                votes[vote] = votes.get(vote, 0.0) + count / total
        return min(votes, key=lambda vote: (-votes[vote], vote), default=("unsorted", "concept"))
