"""Read misspelt names: "Pyhton", "Kuberntes", "PostgrSQL".

Only words that neither the taxonomy nor English has are looked at, and only whole words are compared: partial ratios
give java and javascript 90. A word is mended to the nearest word of the taxonomy with the same first letter, and what
then reads as a form counts with less confidence than a name spelt right.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.english import english_words
from skillmatch.nlp.forms import Form, Forms
from skillmatch.nlp.lexer import Key
from skillmatch.nlp.surroundings import Surroundings

MIN_LENGTH = 5  # shorter names are one slip away from another word (perl, pearl)
LONG = 9  # from this length on, two slips are allowed and a name needs no company
SURENESS = 0.9  # confidence of a name that is spelt almost right, at most
SHORT_CUTOFF = 0.92  # least similarity for the shortest
MAX_WORDS = 4  # of a form with a misspelt word
CACHE = 50_000  # words kept; a word is looked up once in most folders of documents


class Speller:
    """Mend words towards those of a taxonomy.

    Parameters
    ----------
    forms
        The written forms of the skills.
    cutoff
        Least Jaro-Winkler similarity, in [0, 1]. 0.88 takes pyhton/python (0.95) and keeps out react/redact
        by the English word list, not by similarity.
    """

    def __init__(self, forms: Forms, *, cutoff: float) -> None:
        self._forms = forms
        self._cutoff = cutoff
        self._strings = forms.vocab.strings
        self._targets: dict[tuple[str, int], list[str]] = {}
        codes = {code for key, readings in forms.readings.items() if _is_named(readings[0]) for code in key}
        for word in sorted(self._strings[code] for code in codes):
            if len(word) >= MIN_LENGTH and word.isalpha():
                self._targets.setdefault((word[0], len(word)), []).append(word)
        self._known = {code for key in forms.readings for code in key} | {
            self._strings.add(word) for word in english_words()
        }
        self.nearest = lru_cache(CACHE)(self._nearest)

    def find(self, around: Surroundings) -> Iterator[Candidate]:
        """Find misspelt names, in the order of the text."""
        norms = around.words.norms
        unknown = ((code, self._strings[code]) for code in set(norms) - self._known)
        likely = ((code, word) for code, word in unknown if len(word) >= MIN_LENGTH and word.isalpha())
        mended = {code: near for code, word in likely if (near := self.nearest(word))}
        if not mended:
            return
        for place, code in enumerate(norms):
            if code in mended and not self._is_prose(around, place):
                yield from self._read(around, place, *mended[code])

    def _is_prose(self, around: Surroundings, place: int) -> bool:
        text = around.words.texts[place]
        return not text.isalpha() or (text.islower() and not around.company(place, place + 1))

    def _nearest(self, word: str) -> tuple[str, float] | None:
        """Return the nearest word of the taxonomy and its similarity; ties go to the first by spelling."""
        slips = 1 if len(word) < LONG else 2
        lengths = range(len(word) - slips, len(word) + slips + 1)
        near = [target for length in lengths for target in self._targets.get((word[0], length), ())]
        hits = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=3)
        scored = [(JaroWinkler.similarity(word, target), target) for target, _, _ in hits]
        similarity, target = max(scored, default=(0.0, ""), key=lambda item: (item[0], item[1]))
        return (
            (target, similarity)
            if similarity >= max(self._cutoff, SHORT_CUTOFF if len(word) <= MIN_LENGTH else 0.0)
            else None
        )

    def _read(self, around: Surroundings, place: int, target: str, similarity: float) -> Iterator[Candidate]:
        """Read the forms that the mended word completes, the longest only."""
        words = around.words
        code = self._strings[target]
        for size in range(MAX_WORDS, 0, -1):
            for start in range(max(place - size + 1, 0), min(place, len(words) - size) + 1):
                key: Key = (*words.norms[start:place], code, *words.norms[place + 1 : start + size])
                form = next((form for form in self._forms.readings.get(key, ()) if _is_named(form)), None)
                if form is None:
                    continue
                company = around.before(start) or around.after(start + size) or around.company(start, start + size)
                if not (company or around.in_skills_section(start) or (len(target) >= LONG and size > 1)):
                    continue
                text = words.text(start, start + size)
                yield Candidate(
                    start=start,
                    end=start + size,
                    form=form,
                    text=text,
                    same_case=False,
                    confidence=round(SURENESS * similarity, 3),
                    reason=f"spelt almost like {form.words}",
                    fuzzy=True,
                )
                return


def _is_named(form: Form) -> bool:
    return not form.exact and form.skill.type in ("language", "library", "tool")
