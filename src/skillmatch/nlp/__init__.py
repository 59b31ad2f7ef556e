"""Find skills in documents: `Document` to `SkillProfile`."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillmatch.nlp.headings import SECTION_KINDS as SECTION_KINDS
    from skillmatch.nlp.learned_model import LearnedModel as LearnedModel
    from skillmatch.nlp.pipeline import build_pipeline as build_pipeline
    from skillmatch.nlp.profile import Profiler as Profiler

_HOMES = {
    "LearnedModel": "learned_model",
    "SECTION_KINDS": "headings",
    "Profiler": "profile",
    "build_pipeline": "pipeline",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """Load spaCy only when a pipeline is wanted: a run whose profiles are all in the store needs none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import_module(f"{__name__}.spacy_import").import_spacy()
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
