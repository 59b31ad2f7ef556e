"""Match resumes to jobs: skills extracted, fit ranked and explained, gaps listed.

Importing this package opens no file and builds nothing: each public name is loaded when first used.
"""

from __future__ import annotations

import logging
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillmatch.batch import profile_paths as profile_paths
    from skillmatch.documents import read as read
    from skillmatch.documents import read_bytes as read_bytes
    from skillmatch.documents import read_folder as read_folder
    from skillmatch.errors import DocumentError as DocumentError
    from skillmatch.errors import SkillmatchError as SkillmatchError
    from skillmatch.matcher import SkillMatcher as SkillMatcher
    from skillmatch.models import Document as Document
    from skillmatch.models import Failure as Failure
    from skillmatch.models import Match as Match
    from skillmatch.models import Mention as Mention
    from skillmatch.models import Report as Report
    from skillmatch.models import Requirement as Requirement
    from skillmatch.models import SkillEvidence as SkillEvidence
    from skillmatch.models import SkillProfile as SkillProfile
    from skillmatch.settings import Settings as Settings
    from skillmatch.store import Pool as Pool
    from skillmatch.taxonomy import Taxonomy as Taxonomy

_HOMES = {
    "DocumentError": "errors",
    "SkillmatchError": "errors",
    "Document": "models",
    "Failure": "models",
    "Match": "models",
    "Mention": "models",
    "Report": "models",
    "Requirement": "models",
    "SkillEvidence": "models",
    "SkillProfile": "models",
    "Settings": "settings",
    "Pool": "store",
    "SkillMatcher": "matcher",
    "Taxonomy": "taxonomy",
    "profile_paths": "batch",
    "read": "documents",
    "read_bytes": "documents",
    "read_folder": "documents",
}

__all__ = sorted(_HOMES)

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    if name == "__version__":
        return version("skillmatch")
    if name in _HOMES:
        return getattr(import_module(f"skillmatch.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'skillmatch' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
