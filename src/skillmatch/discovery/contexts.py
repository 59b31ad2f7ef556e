"""Learn from the known skills of the documents how skills are written there, and weigh terms by it.

No list of cues: the known skills show which words stand before and after skills, in which case they are written and
what they are listed with, in these very documents. Each trait of a place weighs the logarithm of how much more often
known skills have it than other runs of words (naive Bayes, with the mean over all places of a term). Few documents
teach little, so the shares found in 486 postings and resumes stand in for the first sightings.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from skillmatch.discovery.sightings import DocumentSightings, Key, Sighting
from skillmatch.nlp.normalise import fold_word
from skillmatch.taxonomy import Taxonomy

Feature = tuple[str, object]

SMOOTHING = 2.0
PRIOR_SKILLS, PRIOR_OTHERS = 500, 5000  # sightings that the prior stands for; real ones outweigh it in 50 documents
PRIOR_WORDS = 100_000  # words of the texts that the weights of traits were fitted on
# Share of known skills, and of other runs of words, that have a trait.
_PRIOR: dict[Feature, tuple[float, float]] = {
    ("listed", 0): (0.58, 0.91),
    ("listed", 1): (0.30, 0.09),
    ("listed", 2): (0.11, 0.007),
    ("shape", ("l", 1)): (0.12, 0.39),
    ("shape", ("t", 1)): (0.21, 0.16),
    ("shape", ("u", 1)): (0.16, 0.05),
    ("shape", ("c", 1)): (0.05, 0.004),
    ("shape", ("l", 2)): (0.12, 0.14),
    ("shape", ("t", 2)): (0.14, 0.05),
    ("shape", ("l", 3)): (0.02, 0.07),
    ("left", ""): (0.16, 0.14),
    ("left", "<skill>"): (0.14, 0.04),
    ("left", ","): (0.08, 0.01),
    ("left", "the"): (0.02, 0.05),
    ("left", "to"): (0.01, 0.04),
    ("right", ""): (0.20, 0.16),
    ("right", "<skill>"): (0.14, 0.03),
    ("right", ","): (0.07, 0.01),
}
RARE = 20.0  # added to the count of a word, so that few sightings say little


class Contexts:
    """How skills are written in some documents.

    Parameters
    ----------
    documents
        Where to learn from; their terms are what skills are told from.
    taxonomy
        Its forms tell which words end the names of skills ("... testing", "... engineering").
    """

    def __init__(self, documents: Iterable[DocumentSightings], taxonomy: Taxonomy) -> None:
        documents = list(documents)
        self._skills: Counter[Feature] = Counter()
        self._others: Counter[Feature] = Counter()
        for feature, (known, other) in _PRIOR.items():
            self._skills[feature] = round(known * PRIOR_SKILLS)
            self._others[feature] = round(other * PRIOR_OTHERS)
        self._words: Counter[str] = Counter()
        self._n_skills, self._n_others = PRIOR_SKILLS, PRIOR_OTHERS
        for document in documents:
            self._words.update(document.words)
            for key, sighting in document.known:
                self._n_skills += 1
                self._skills.update(_features(key, sighting))
            for key, sightings in document.terms.items():
                for sighting in sightings:
                    self._n_others += 1
                    self._others.update(_features(key, sighting))
        forms = [form for skill in taxonomy for form in (skill.name, *skill.aliases, *skill.exact)]
        self._heads = Counter(fold_word(form.split()[-1]) for form in forms if form.split())
        self._n_words = max(PRIOR_WORDS, sum(self._words.values()))

    def weigh(self, key: Key, sightings: Iterable[Sighting]) -> dict[str, float]:
        """Weigh a term by how it is written, what stands to its left and right, what it is listed with, how it ends.

        Each is the mean over its places; above 0 speaks for a skill.
        """
        totals = dict.fromkeys(("shape", "left", "right", "listed"), 0.0)
        count = 0
        for sighting in sightings:
            count += 1
            for feature in _features(key, sighting):
                totals[feature[0]] += self._weight(feature)
        return {**{name: total / max(1, count) for name, total in totals.items()}, "head": self._head(key[-1])}

    def frequency(self, word: str) -> int:
        """Count a folded word in the documents."""
        return self._words[word]

    def _weight(self, feature: Feature) -> float:
        share = self._n_skills / (self._n_skills + self._n_others)
        known = (self._skills[feature] + SMOOTHING * share) / self._n_skills
        other = (self._others[feature] + SMOOTHING * (1 - share)) / self._n_others
        return math.log(known / other)

    def _head(self, word: str) -> float:
        """Weigh the last word: its share among the ends of known names against its share of the text."""
        among_names = (self._heads[word] + 0.5) / max(1, sum(self._heads.values()))
        return math.log(among_names * self._n_words / (self._words[word] + RARE))


def _features(key: Key, sighting: Sighting) -> tuple[Feature, ...]:
    return (
        ("shape", (sighting.shape, min(len(key), 3))),
        ("left", sighting.left),
        ("right", sighting.right),
        ("listed", sighting.listed),
    )


def merge(
    documents: Iterable[DocumentSightings],
) -> tuple[dict[Key, list[Sighting]], dict[Key, Counter[str]], Mapping[Key, int]]:
    """Join the terms of all documents: sightings, neighbours, and the number of documents of each."""
    terms: dict[Key, list[Sighting]] = {}
    near: dict[Key, Counter[str]] = {}
    spread: Counter[Key] = Counter()
    for document in documents:
        for key, sightings in document.terms.items():
            terms.setdefault(key, []).extend(sightings)
            near.setdefault(key, Counter()).update(document.neighbours[key])
            spread[key] += 1
    return terms, near, spread
