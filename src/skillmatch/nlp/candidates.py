"""A possible reading of some words as a skill, before anything is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from skillmatch.models import Method
from skillmatch.nlp.forms import Form, Forms
from skillmatch.nlp.words import Words

_NAMED = ("language", "library", "tool")  # types whose one-word names have no plural ("Swifts", "reacts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words `start` to `end` read as a form; `same_case` tells whether they are written exactly like it."""

    start: int
    end: int
    form: Form
    text: str
    same_case: bool
    confidence: float = 1.0
    reason: str = ""

    @property
    def method(self) -> Method:
        """How it was found, in the words of `Mention`."""
        return "exact" if self.form.exact or self.text == self.form.skill.name else "alias"


def find_candidates(words: Words, forms: Forms) -> Iterator[Candidate]:
    """Find all readings, overlapping ones too; those inside an `unless` phrase of their skill are left out."""
    matches = [(start, end, words.norm(start, end)) for _, start, end in forms.matcher(words.words)]
    barred = [(start, end, forms.unless[key]) for start, end, key in matches if key in forms.unless]
    for start, end, key in matches:
        text = None
        for form in forms.readings.get(key, ()):
            if any(s <= start and end <= e and form.skill.id in ids for s, e, ids in barred):
                continue
            text = text or words.text(start, end)
            if _is_same_number(text, form, one_word=end - start == 1):
                yield Candidate(start=start, end=end, form=form, text=text, same_case=_is_same_case(text, form))


def _is_same_case(text: str, form: Form) -> bool:
    return text == form.words or (form.words.isupper() and text == form.words + "s")


def _is_same_number(text: str, form: Form, *, one_word: bool) -> bool:
    """Tell whether singular and plural may stand for each other here."""
    if not one_word:
        return True
    plural, form_plural = text.lower().endswith("s"), form.words.lower().endswith("s")
    if plural == form_plural:
        return True
    return plural and form.skill.type not in _NAMED
