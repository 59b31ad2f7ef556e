"""Build the spaCy pipeline that finds and reads the skills of a text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language

import skillmatch.nlp.context
import skillmatch.nlp.open_terms
import skillmatch.nlp.sections  # noqa: F401  (these three register their factories)
from skillmatch.nlp.skills import SkillFinder
from skillmatch.settings import ExtractionSettings
from skillmatch.taxonomy import Taxonomy

if TYPE_CHECKING:
    from skillmatch.nlp.learned_model import LearnedModel

PIPES = ("skillmatch_sections", "skillmatch_skills", "skillmatch_context", "skillmatch_open")


def build_pipeline(
    taxonomy: Taxonomy, settings: ExtractionSettings | None = None, model: LearnedModel | None = None
) -> Language:
    """Build the pipeline for one taxonomy, with a learned component if there is a model; slow, so do it once.

    It can be saved by ``to_disk`` and loaded by ``spacy.load`` like any other, also where skillmatch is installed but
    not imported.

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
    nlp.max_length = sys.maxsize  # spaCy's limit is for parsers; ours take time and memory in proportion to the text
    for name in PIPES:
        nlp.add_pipe(name, config={"as_of": settings.as_of} if name == "skillmatch_context" else {})
    finder: SkillFinder = nlp.get_pipe("skillmatch_skills")  # type: ignore[assignment]
    finder.use(taxonomy, settings.fuzzy_cutoff if settings.fuzzy else None, taxonomy.fingerprint)
    if model is not None:
        from skillmatch.nlp.learned import Learned  # scipy is slow to import, and most pipelines have no model

        learned: Learned = nlp.add_pipe("skillmatch_learned")  # type: ignore[assignment]
        learned.model = model
    return nlp
