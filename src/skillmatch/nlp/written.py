"""What a text can be read as wherever it stands, worked out once for all places where it is written so."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.nlp.forms import Form, Forms
from skillmatch.nlp.lexer import Key

LONG = 8  # letters of a word that is a term in the singular too
NAMED = ("language", "library", "tool")  # types whose one-word names have no plural ("Swifts", "reacts")
MOST = 100_000  # texts that are remembered at a time


class Written(NamedTuple):
    """A text as a reading of forms, each with whether it is written exactly so.

    As a phrase it may rule skills out (`bars`, their ids), and may be of words of grammar alone.
    """

    text: str
    forms: tuple[tuple[Form, bool], ...]
    bars: Collection[str]
    is_grammar: bool


class WrittenForms(dict[str, Written]):
    """The texts met so far, words with one space between, that have the key of a form.

    Parameters
    ----------
    forms
        All forms.
    """

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self.forms = forms

    def add(self, text: str, key: Key) -> Written:
        """Work out how a text with this key can be read."""
        if len(self) >= MOST:
            self.clear()
        readings = self.forms.read(key)
        self[text] = written = Written(
            text=text,
            forms=tuple([(form, same) for form in readings if (same := _same_case(text, form, len(key))) is not None]),
            bars=self.forms.unless.get(key, ()),
            is_grammar=len(key) > 1 and STOP_WORDS.issuperset(text.lower().split()),
        )
        return written


def _same_case(text: str, form: Form, size: int) -> bool | None:
    """Tell whether a text of so many words is written exactly like a form; None if it cannot stand for it."""
    if text == form.words:
        return True
    return _is_plural_abbreviation(text, form) if size > 1 or _is_same_number(text, form) else None


def _is_plural_abbreviation(text: str, form: Form) -> bool:
    return text[-1] == "s" and form.words.isupper() and len(form.words) > 1 and text == form.words + "s"


def _is_same_number(text: str, form: Form) -> bool:
    """Tell whether singular and plural of one word may stand for each other."""
    plural, form_plural = text.lower().endswith("s"), form.words.lower().endswith("s")
    if plural == form_plural:
        return True
    if form.skill.type == "soft":
        return not plural  # "initiatives" are projects
    if form.words.isupper() and form.exact:
        return text[:-1].isupper()  # "Leeds" is a town, not several LEED
    if not plural:
        return form.skill.type == "concept" and len(text) >= LONG and not form.words.endswith("ics")  # "autoencoder"
    return form.skill.type not in NAMED or (form.words.isupper() and text[:-1].isupper())
