"""Build the spaCy pipeline that finds and reads the skills of a text."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import spacy
from spacy.language import Language

import skillmatch.nlp.context
import skillmatch.nlp.open_terms
import skillmatch.nlp.sections  # noqa: F401  (these three register their factories)
from skillmatch.nlp.forms import Forms
from skillmatch.nlp.fuzzy import Speller
from skillmatch.nlp.skills import SkillFinder
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.settings import ExtractionSettings
from skillmatch.taxonomy import Taxonomy

PIPES = ("skillmatch_sections", "skillmatch_skills", "skillmatch_context", "skillmatch_open")


@Language.factory("skillmatch_skills", assigns=["doc.spans"])
def make_skills(nlp: Language, name: str) -> SkillFinder:
    """Make the component that finds known skills, without any; `build_pipeline` gives it those of a taxonomy."""
    return SkillFinder(Forms(FoldingTokenizer(nlp), ()))


def build_pipeline(taxonomy: Taxonomy, settings: ExtractionSettings | None = None) -> Language:
    """Build the pipeline for one taxonomy; slow, so do it once.

    Examples
    --------
    >>> from skillmatch.taxonomy import Skill
    >>> nlp = build_pipeline(Taxonomy([Skill(id="c-plus-plus", name="C++", type="language", category="languages")]))
    >>> doc = nlp("C++17 and C#")
    >>> [(span.text, span.id_) for span in doc.spans["skills"]]
    [('C++17', 'c-plus-plus')]
    """
    settings = settings or ExtractionSettings()
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "skillmatch_tokenizer"}}})
    for name in PIPES:
        nlp.add_pipe(name, config={"as_of": settings.as_of} if name == "skillmatch_context" else {})
    finder: SkillFinder = nlp.get_pipe("skillmatch_skills")  # type: ignore[assignment]
    with _no_collection():
        finder.forms = Forms(FoldingTokenizer(nlp), taxonomy)
        finder.speller = Speller(finder.forms, cutoff=settings.fuzzy_cutoff) if settings.fuzzy else None
    return nlp


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause garbage collection: hundreds of thousands of objects are made to stay, and looking at them takes 0.3 s."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
