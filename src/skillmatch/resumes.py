"""The documents of files and folders as candidates: of those that a store has laid out only the best are decoded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from skillmatch.batch import list_sources, profile_paths
from skillmatch.documents import Source
from skillmatch.errors import ChangedStoreError
from skillmatch.matcher import SkillMatcher, take_piece
from skillmatch.models import Failure, SkillProfile
from skillmatch.run import Done, Run, windows
from skillmatch.store import Cache, Kept, Place
from skillmatch.store.files import sign
from skillmatch.store.making import columns_making_of

if TYPE_CHECKING:
    from skillmatch.scoring import Background, FitScorer
    from skillmatch.scoring.pool import Pool as Columns
    from skillmatch.store.segments import Key

KIND: Literal["resume"] = "resume"


@dataclass(frozen=True, slots=True)
class _Found:
    """A resume with its profile, or with what the store has of it; `place` is the file as it was when looked at."""

    source: Source
    place: Place | None
    profile: SkillProfile | None = None
    kept: Kept | None = None


class Resumes:
    """Candidates for `SkillMatcher.rank_many`; iterating gives their profiles, as `profile_paths` does.

    Parameters
    ----------
    paths, matcher, workers, cache, watch
        As for `profile_paths`.
    """

    def __init__(
        self,
        paths: Iterable[str | Path] | str | Path,
        matcher: SkillMatcher,
        *,
        workers: int | None = None,
        cache: Cache | None = None,
        watch: Callable[[Done], None] | None = None,
    ) -> None:
        self._paths = paths
        self._matcher, self._workers, self._cache, self._watch = matcher, workers, cache, watch
        self._failures: list[Failure] = []

    def __iter__(self) -> Iterator[SkillProfile | Failure]:
        return profile_paths(
            self._paths, self._matcher, kind=KIND, workers=self._workers, cache=self._cache, watch=self._watch
        )

    def failures(self) -> list[Failure]:
        """Return what had no profile when the columns were last given."""
        return self._failures

    def columns(self, scorer: FitScorer) -> Iterator[Columns]:
        """Give all profiles laid out for ranking, in pieces; those that are new are kept so in the store.

        Raises
        ------
        ChangedStoreError
            Later, for a profile that is to be explained: neither store nor file have it any more.
        """
        self._failures = []
        making = columns_making_of(scorer.taxonomy, scorer.background)
        if self._cache is not None:
            self._cache.arrange_columns(making)
        laid: dict[int, dict[Key, _Found]] = {}
        others: list[Source] = []  # the same content again, and what cannot be opened
        with Run(self._matcher, KIND, self._workers, self._watch) as run:
            sources = list_sources(self._paths, self._matcher.settings.reading)
            found = self._find(run, sources, _Shelf(self._cache, laid_out=True))
            yield from self._lay_out(_profiled(found, laid, others), scorer, making)
        for number, resumes in laid.items():
            columns = self._open(number, resumes, scorer.background)
            if columns is None:
                others += [resume.source for resume in resumes.values()]
            else:
                yield columns
        with Run(self._matcher, KIND, self._workers) as run:
            yield from self._lay_out(self._find(run, others, _Shelf(self._cache)), scorer, making)
        if self._cache is not None:
            self._cache.tidy_columns()

    def _find(self, run: Run, sources: Iterable[Source], shelf: _Shelf) -> Iterator[_Found]:
        """Give the resumes that have a profile, and put the failures of the others aside."""
        for window in windows(sources):
            for item in run.profile(window, shelf):
                if isinstance(item, Failure):
                    self._failures.append(item)
                else:
                    yield item

    def _lay_out(self, found: Iterator[_Found], scorer: FitScorer, making: str) -> Iterator[Columns]:
        """Lay out profiles, and keep their columns."""
        while piece := take_piece(found):
            columns = scorer.lay_out(resume.profile for resume in piece if resume.profile is not None)
            if self._cache is not None:
                self._cache.keep_columns(columns, [resume.place for resume in piece], KIND, making)
            yield columns

    def _open(self, number: int, resumes: Mapping[Key, _Found], background: Background) -> Columns | None:
        """Return the columns of resumes that are in a segment of the store."""
        assert self._cache is not None  # noqa: S101
        names = {key: resume.source.document_id for key, resume in resumes.items()}
        return self._cache.open_columns(number, background, lambda key, _: self._profile(resumes[key]), names)

    def _profile(self, resume: _Found) -> SkillProfile:
        """Return the profile of a resume that is laid out; it is made anew if the store has it no more."""
        found = _Shelf(self._cache).look_up(resume.source, resume.place)
        if found is None and sign(resume.source.path) == (resume.place and resume.place.signature):
            with Run(self._matcher, KIND, self._workers) as run:
                [found] = run.profile([resume.source], _Shelf(self._cache))
        if isinstance(found, _Found) and found.profile is not None:
            return found.profile
        raise ChangedStoreError(f"{resume.source.path}: was changed while it was ranked: give the same command again")


class _Shelf:
    """Results that may be in a store; with `laid_out` those that are laid out there stay there."""

    def __init__(self, cache: Cache | None, *, laid_out: bool = False) -> None:
        self._cache, self._laid_out = cache, laid_out

    def recall(self, source: Source) -> tuple[Place | None, _Found | Failure | None]:
        if self._cache is None or source.problem or source.content is not None:
            return None, None
        place = self._cache.look(source.path, source.member)
        return place, self.look_up(source, place)

    def look_up(self, source: Source, place: Place | None) -> _Found | Failure | None:
        """Return what the store has for a file as it was when looked at."""
        kept = self._cache.find(place, KIND) if self._cache is not None else None
        if self._cache is None or kept is None:
            return None
        if self._laid_out and self._cache.has_columns(kept):
            return _Found(source, place, kept=kept)
        result = self._cache.load(kept, source.document_id)
        return _Found(source, place, result) if isinstance(result, SkillProfile) else result

    def settle(self, source: Source, place: Place | None, result: SkillProfile | Failure) -> _Found | Failure:
        if self._cache is not None:
            self._cache.keep(place, KIND, result)
        return _Found(source, place, result) if isinstance(result, SkillProfile) else result


def _profiled(found: Iterable[_Found], laid: dict[int, dict[Key, _Found]], others: list[Source]) -> Iterator[_Found]:
    """Let resumes with a profile pass; put those that are laid out aside by segment, the same content again apart."""
    for resume in found:
        kept = resume.kept
        if kept is None or kept.segment is None:
            yield resume
        elif kept.id in laid.setdefault(kept.segment, {}):
            others.append(resume.source)
        else:
            laid[kept.segment][kept.id] = resume
