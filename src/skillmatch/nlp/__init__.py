"""Find skills in documents: `Document` to `SkillProfile`."""

from skillmatch.nlp.headings import SECTION_KINDS
from skillmatch.nlp.pipeline import build_pipeline
from skillmatch.nlp.profile import Profiler

__all__ = ["SECTION_KINDS", "Profiler", "build_pipeline"]
