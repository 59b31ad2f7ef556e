"""Read one document for a command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from skillmatch.cli.options import (
    existing,
    tell,
)
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from skillmatch.matcher import SkillMatcher
    from skillmatch.models import Document, SkillProfile


def read_job(path: Path, matcher: SkillMatcher) -> SkillProfile:
    """Read one job; one that cannot be read ends the command."""
    return read_one(path, matcher, "job")[1]


def read_one(path: Path, matcher: SkillMatcher, kind: Literal["job", "resume"]) -> tuple[Document, SkillProfile]:
    """Read one document and its profile; one that cannot be read ends the command."""
    from skillmatch.batch import read_paths
    from skillmatch.guard import guarded
    from skillmatch.models import Document, Failure

    if existing(path).is_dir():
        raise UsageError(f"{path} is a folder: give one document")
    [document] = read_paths(path, matcher.settings.reading, workers=1)
    if isinstance(document, Document):
        read = document
        profile = guarded(read.document_id, "profile", lambda: matcher.profile(read, kind))
        if not isinstance(profile, Failure):
            return read, profile
        document = profile
    tell(f"{document.document_id}: {document.code}: {document.message}")
    raise typer.Exit(1)
