"""Read misspelt names: "Pyhton", "Kuberntes", "PostgrSQL".

Only words that neither the taxonomy nor English has are looked at, and only whole words are compared: partial ratios
give java and javascript 90. A word is mended to the nearest word of the taxonomy with the same first letter, and what
then reads as a form counts with less confidence than a name spelt right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler
from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.english import english_words
from skillmatch.nlp.forms import Forms
from skillmatch.nlp.lexer import Key
from skillmatch.nlp.memo import Memo
from skillmatch.nlp.name_cues import is_technical
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.taxonomy import Skill

MIN_LENGTH = 5  # shorter names are one slip away from another word (perl, pearl)
LONG = 9  # from this length on, two slips are allowed and a name needs no company
SURENESS = 0.9  # confidence of a name that is spelt almost right, at most
MAX_WORDS = 4  # of a form with a misspelt word
# Words that a text without its blanks has glued to another: "ableto", "servicein", "afast".
_GLUED_AFTER = ("to", "in", "and", "for", "of", "at", "the", "is", "on", "with", "by", "or", "as", "are", "a")
_GLUED_BEFORE = ("a", "an", "the", "to", "of", "in", "and", "for", "as", "at", "is", "on", "by")
MIN_PART = 3  # letters of the word to which another is glued
_DOUBLED = re.compile(r"(.)\1+")
_CAMEL = re.compile(r"[a-z][A-Z]")


def is_slip(word: str, target: str) -> bool:
    """Tell whether a word may be a target misspelt: one slip, two in a long word.

    Examples
    --------
    >>> is_slip("pyhton", "python"), is_slip("anisble", "ansible"), is_slip("nextflow", "netflow")
    (True, True, False)
    >>> is_slip("advantage", "vantage"), is_slip("leeds", "leed")
    (False, False)
    """
    if len(target) < MIN_LENGTH or word[0] != target[0]:
        return False
    slips = 1 if min(len(word), len(target)) < LONG else 2
    if len(word) > len(target) and slips == 1 and _DOUBLED.sub(r"\1", word) != _DOUBLED.sub(r"\1", target):
        return False  # a letter too many is a slip of the finger if doubled, else another name
    return bool(OSA.distance(word, target, score_cutoff=slips) <= slips)


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
        codes = {code for key, skill, exact in forms.iter_first() if _is_named(skill, exact) for code in key}
        for word in sorted(self._strings[code] for code in codes):
            if len(word) >= MIN_LENGTH and word.isalpha():
                self._targets.setdefault((word[0], len(word)), []).append(word)
        self._known = forms.codes
        self._names = english_words()
        self.nearest = Memo(self._nearest)
        self._near = Memo(self._near_length)

    def find(self, around: Surroundings) -> Iterator[Candidate]:
        """Find misspelt names, in the order of the text."""
        norms = around.words.norms
        unknown = filter(self.nearest.__getitem__, around.words.codes - self._known)
        mended = {code: near for code in unknown if (near := self.nearest[code])}
        mended = {code: near for code, near in mended.items() if not self._is_glued(self._strings[code], around)}
        if not mended:
            return
        for place, code in enumerate(norms):
            if code in mended and not self._is_prose(around, place):
                for candidate in self._read(around, place, *mended[code]):
                    around.add(candidate)  # company for the next
                    yield candidate

    def _is_glued(self, word: str, around: Surroundings) -> bool:
        """Tell whether a word is two words of the text, of the taxonomy or of English that have lost their blank."""
        rests = [word[: -len(part)] for part in _GLUED_AFTER if word.endswith(part)]
        rests += [word[len(part) :] for part in _GLUED_BEFORE if word.startswith(part)]
        return any(self._is_word(rest, around) for rest in rests if len(rest) >= MIN_PART)

    def _is_compound(self, text: str, around: Surroundings) -> bool:
        """Tell whether a word is two others, as in "jobsite" or "travelcosts"."""
        cuts = range(MIN_PART, len(text) - MIN_PART + 1)
        parts = ((text[:cut], text[cut:]) for cut in cuts)
        return any(
            self._is_word(one, around) and self._is_word(other, around) and other not in STOP_WORDS
            for one, other in parts
        )

    def _is_word(self, word: str, around: Surroundings) -> bool:
        if word in self._names:
            return True
        code = self._strings.add(fold_word(word))
        return code in self._known or code in around.words.codes

    def _is_prose(self, around: Surroundings, place: int) -> bool:
        """Tell whether a word is an ordinary one that the list lacks."""
        text = around.words.texts[place]
        if not text.isalpha():
            return True
        if text.islower() and self._is_compound(text, around):
            return True
        return text.islower() and not around.company(place, place + 1) and not is_technical(around, place, place + 1)

    def _nearest(self, code: int) -> tuple[str, float] | None:
        """Return the nearest word of the taxonomy and its similarity; ties go to the first by spelling."""
        word = self._strings[code]
        if (
            len(word) < MIN_LENGTH
            or word in self._names
            or word.rstrip("s") in self._forms.joined
            or not word.isalpha()
        ):
            return None
        hits = process.extract(word, self._near[word[0], len(word)], scorer=OSA.distance, score_cutoff=2, limit=5)
        scored = [(JaroWinkler.similarity(word, target), target) for target, _, _ in hits if is_slip(word, target)]
        similarity, target = max(scored, default=(0.0, ""), key=lambda item: (item[0], item[1]))
        return (target, similarity) if similarity >= self._cutoff else None

    def _near_length(self, key: tuple[str, int]) -> list[str]:
        """Return the words of the taxonomy with a first letter and about a length, the shortest first."""
        first, length = key
        return [target for size in range(length - 2, length + 3) for target in self._targets.get((first, size), ())]

    def _is_likely(self, around: Surroundings, start: int, end: int, target: str) -> bool:
        company = around.before(start) or around.after(end) or around.company(start, end)
        if company or around.in_skills_section(start) or (len(target) >= LONG and end - start > 1):
            return True
        return is_technical(around, start, end)

    def _read(self, around: Surroundings, place: int, target: str, similarity: float) -> Iterator[Candidate]:
        """Read the forms that the mended word completes, the longest only."""
        words = around.words
        code = self._strings[target]
        for size in range(MAX_WORDS, 0, -1):
            for start in range(max(place - size + 1, 0), min(place, len(words) - size) + 1):
                key: Key = (*words.norms[start:place], code, *words.norms[place + 1 : start + size])
                form = next((it for it in self._forms.read(key) if _is_named(it.skill, it.exact)), None)
                if form is None:
                    continue
                if around.lead(start, 1) == "at" or not self._is_likely(around, start, start + size, target):
                    continue  # "at Parcelo" is an employer
                text = words.text(start, start + size)
                if _CAMEL.search(text) and _capitals(text) not in (_capitals(form.words), _capitals(form.skill.name)):
                    continue  # a name that somebody wrote with care: GoogleTest
                if text.isupper() and not form.words.isupper() and not around.is_capitals(start, start + size):
                    continue  # an abbreviation: CBEST is no slip of ctest
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


def _is_named(skill: Skill, exact: bool) -> bool:
    return not exact and skill.type in ("language", "library", "tool")


def _capitals(text: str) -> str:
    return "".join(letter for letter in text if letter.isupper())
