"""Count the known skills of documents, and note what may be terms, in isolated workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from skillmatch.batch import read_paths
from skillmatch.discovery.sightings import DocumentSightings, note_sightings
from skillmatch.discovery.units import cut
from skillmatch.guard import guarded
from skillmatch.models import Document, Failure
from skillmatch.nlp import Profiler
from skillmatch.settings import Settings
from skillmatch.taxonomy import Taxonomy
from skillmatch.taxonomy.evidence import DocumentEvidence


@dataclass(frozen=True)
class Observer:
    """Looks at documents with one taxonomy; the pipeline is built when it is first needed."""

    taxonomy: Taxonomy
    settings: Settings

    @cached_property
    def profiler(self) -> Profiler:
        """The pipeline that finds the known skills."""
        return Profiler(self.taxonomy, self.settings.extraction)

    def observe(self, document: Document | Failure) -> DocumentSightings | Failure:
        """Note known skills and possible terms of one document; a failure passes."""
        if isinstance(document, Failure):
            return document
        return guarded(document.document_id, "profile", lambda: self._observe(document))

    def _observe(self, document: Document) -> DocumentSightings:
        units, sections = cut(self.profiler, document.text)
        return note_sightings(document.document_id, document.sha256, units, sections)


def observe_paths(
    paths: Iterable[str | Path] | str | Path,
    taxonomy: Taxonomy,
    settings: Settings | None = None,
    *,
    workers: int | None = None,
) -> Iterator[DocumentSightings | Failure]:
    """Read documents in isolated workers and note what each holds, in the order of discovery."""
    settings = settings or Settings()
    observer = Observer(taxonomy, settings)
    for document in read_paths(paths, settings.reading, workers=workers):
        yield observer.observe(document)


def gather_evidence(
    paths: Iterable[str | Path] | str | Path,
    taxonomy: Taxonomy,
    settings: Settings | None = None,
    *,
    workers: int | None = None,
) -> Iterator[DocumentEvidence | Failure]:
    """Count the known skills of each document."""
    for seen in observe_paths(paths, taxonomy, settings, workers=workers):
        yield seen if isinstance(seen, Failure) else evidence_of(seen)


def evidence_of(seen: DocumentSightings) -> DocumentEvidence:
    """Keep name, hash and counts."""
    return DocumentEvidence(name=seen.document_id, sha256=seen.sha256, skills=dict(sorted(seen.skills.items())))
