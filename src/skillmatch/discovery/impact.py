"""Tell which documents a change of the taxonomy touches: the skills that each gains and loses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from skillmatch.batch import read_paths
from skillmatch.discovery.evidence import Observer, evidence_of
from skillmatch.models import Failure
from skillmatch.settings import Settings
from skillmatch.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What one document gains and loses, as skill ids."""

    document_id: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def find_impact(
    paths: Iterable[str | Path] | str | Path,
    old: Taxonomy,
    new: Taxonomy,
    settings: Settings | None = None,
    *,
    workers: int | None = None,
) -> Iterator[Impact | Failure]:
    """Yield an impact for every document whose skills change, and a failure for each that cannot be read."""
    settings = settings or Settings()
    before, after = Observer(old, settings), Observer(new, settings)
    for document in read_paths(paths, settings.reading, workers=workers):
        one, other = before.observe(document), after.observe(document)
        if isinstance(one, Failure) or isinstance(other, Failure):
            yield one if isinstance(one, Failure) else other  # type: ignore[misc]
            continue
        had, has = set(evidence_of(one).skills), set(evidence_of(other).skills)
        if had != has:
            yield Impact(document_id=one.document_id, gained=tuple(sorted(has - had)), lost=tuple(sorted(had - has)))
