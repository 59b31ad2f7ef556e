"""Rows of a table of profiles: what became of each document, and what made it."""

from __future__ import annotations

from dataclasses import dataclass

from skillmatch.distributed.columns import arrow_type
from skillmatch.models import Failure, SkillProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One document: its profile or its failure.

    `sha256` is of its content, in hexadecimal, and empty where that could not be read; `kind` is what it was taken
    for, and `making` the fingerprint of code, taxonomy and settings (`skillmatch.store.making_of`).
    """

    document_id: str
    sha256: str
    kind: str
    making: str
    profile: SkillProfile | None = None
    failure: Failure | None = None


RECORD = arrow_type(Record)
