"""The facade: documents to profiles, profiles to a ranked report. No algorithm lives here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.metadata import version
from itertools import islice
from typing import TYPE_CHECKING, Literal, TypeVar

from skillmatch.errors import MismatchError
from skillmatch.guard import guarded
from skillmatch.models import Direction, Document, Failure, Match, Provenance, Report, SkillProfile
from skillmatch.scoring import Background, Board, FitScorer, LaidOut, rank_jobs
from skillmatch.settings import Settings
from skillmatch.taxonomy import Taxonomy
from skillmatch.taxonomy.collector import no_collection

if TYPE_CHECKING:
    from skillmatch.nlp import Profiler
    from skillmatch.nlp.learned_model import LearnedModel
    from skillmatch.scoring.pool import Pool

Candidate = TypeVar("Candidate")

PIECE = 512  # profiles in memory at once: about 50 MB


class SkillMatcher:
    """Finds skills and ranks resumes; build it once and use it for everything.

    Parameters
    ----------
    taxonomy
        The shipped one unless given.
    settings
        All defaults unless given.
    background
        Word statistics for text relatedness: the shipped ones unless given.
    model
        What was learnt from labelled documents, which finds skills beside the rules: none unless given.

    Attributes
    ----------
    scorer
        What scores pairs of profiles, with all of the above; build no other.

    Examples
    --------
    >>> from skillmatch import SkillMatcher, read_bytes
    >>> matcher = SkillMatcher()
    >>> job = matcher.profile(read_bytes(b"Requirements: Python and SQL.", document_id="job"), kind="job")
    >>> [(skill.name, skill.requirement) for skill in job.skills]
    [('Python', 'required'), ('SQL', 'required')]
    """

    def __init__(
        self,
        taxonomy: Taxonomy | None = None,
        settings: Settings | None = None,
        background: Background | None = None,
        model: LearnedModel | None = None,
    ) -> None:
        self.taxonomy = taxonomy if taxonomy is not None else Taxonomy.default()
        self.settings = settings if settings is not None else Settings()
        self.background = background if background is not None else Background.default()
        self.model = model
        self.scorer = FitScorer(taxonomy=self.taxonomy, background=self.background, settings=self.settings.scoring)

    def __reduce__(self) -> tuple[object, ...]:
        return SkillMatcher, (self.taxonomy, self.settings, self.background, self.model)

    @cached_property
    def _profiler(self) -> Profiler:
        """The pipeline: slow to import and to build, and not needed where all profiles are at hand."""
        from skillmatch.nlp import Profiler

        return Profiler(self.taxonomy, self.settings.extraction, self.model)

    def build(self) -> None:
        """Build the pipeline now, so that forked workers share it; otherwise the first document does."""
        self._profiler  # noqa: B018

    @property
    def provenance(self) -> Provenance:
        """Everything that decides a score, besides the two documents."""
        return Provenance(
            skillmatch=_own_version(),
            taxonomy=self.taxonomy.ref,
            settings=self.settings.fingerprint,
            background=self.background.fingerprint,
            model=None if self.model is None else self.model.fingerprint,
        )

    def profile(self, document: Document, kind: Literal["auto", "resume", "job"] = "auto") -> SkillProfile:
        """Find the skills of one document; ``auto`` decides by content what it is."""
        return self._profiler.profile(document, kind)

    def profile_many(
        self, documents: Iterable[Document | Failure], kind: Literal["auto", "resume", "job"] = "auto"
    ) -> Iterator[SkillProfile | Failure]:
        """Profile documents one by one, lazily; failures pass through and new ones join them."""
        for document in documents:
            if isinstance(document, Failure):
                yield document
            else:
                yield guarded(document.document_id, "profile", lambda it=document: self.profile(it, kind))  # type: ignore[misc]

    def match(self, job: SkillProfile, resume: SkillProfile) -> Match:
        """Score and explain one pair.

        Raises
        ------
        MismatchError
            A profile was made with another taxonomy.
        """
        self._check(job, resume)
        return self.scorer.match(job, resume)

    def rank(
        self, job: SkillProfile, candidates: Iterable[SkillProfile | Document | Failure], *, top: int | None = None
    ) -> Report:
        """Rank resumes for one job; see `rank_many`."""
        return self.rank_many([job], candidates, top=top)

    def rank_many(
        self,
        jobs: Iterable[SkillProfile | Failure],
        candidates: Iterable[SkillProfile | Document | Failure],
        *,
        top: int | None = None,
        direction: Direction = "resumes",
    ) -> Report:
        """Rank resumes for every job, or jobs for every resume.

        Parameters
        ----------
        jobs
            Profiles of jobs; a failure goes to the report.
        candidates
            Profiles, or documents that are profiled here; a failure goes to the report. A stream is taken piece
            by piece: of all its profiles only the matches stay in memory.
        top
            Keep this many matches for each job, or for each resume; all when None.
        direction
            ``jobs`` ranks the jobs of each resume.

        Returns
        -------
        Report
            Matches by job in the order given, or by document id of the resume, then by rank; ties are broken by
            document id.
        """
        asked: list[SkillProfile] = []
        unusable: list[Failure] = []
        for job in jobs:
            (unusable if isinstance(job, Failure) else asked).append(job)  # type: ignore[arg-type]
        self._check(*asked)
        boards = [Board(self.scorer, job, top if direction == "resumes" else None) for job in asked]
        failures: list[Failure] = []
        for columns in self._lay_out(candidates, failures):
            with no_collection():
                for board in boards:
                    board.add(columns)
        with no_collection():
            matches = tuple(match for board in boards for match in board.matches())
        return Report(
            direction=direction,
            job_ids=tuple(job.document_id for job in asked),
            matches=rank_jobs(matches, top) if direction == "jobs" else matches,
            failures=(*failures, *unusable),
            provenance=self.provenance,
        )

    def _lay_out(
        self, candidates: Iterable[SkillProfile | Document | Failure], failures: list[Failure]
    ) -> Iterator[Pool]:
        """Give the profiles of candidates laid out, in pieces, and put their failures aside."""
        if isinstance(candidates, LaidOut):
            yield from candidates.columns(self.scorer)
            failures += candidates.failures()
            return
        profiles = self._profiles(candidates, failures)
        while piece := take_piece(profiles):
            yield self.scorer.prepare(piece)

    def _profiles(
        self, candidates: Iterable[SkillProfile | Document | Failure], failures: list[Failure]
    ) -> Iterator[SkillProfile]:
        """Give the profiles of a stream, and put its failures aside."""
        for candidate in candidates:
            if isinstance(candidate, Document):
                candidate = next(self.profile_many([candidate], "resume"))
            if isinstance(candidate, Failure):
                failures.append(candidate)
            else:
                yield candidate

    def _check(self, *profiles: SkillProfile) -> None:
        for profile in profiles:
            if profile.taxonomy.fingerprint != self.taxonomy.fingerprint:
                found = f"{profile.taxonomy.name} {profile.taxonomy.version} ({profile.taxonomy.fingerprint})"
                raise MismatchError(
                    f"{profile.document_id}: its profile was made with the taxonomy {found}, "
                    f"not with {self.taxonomy.name} {self.taxonomy.version}: profile it again"
                )


def take_piece(candidates: Iterator[Candidate]) -> tuple[Candidate, ...]:
    """Return the next of a stream; looking for garbage among profiles from a store takes a fifth of the time."""
    with no_collection():
        return tuple(islice(candidates, PIECE))


@cache
def _own_version() -> str:
    """Return the version of this package, which importlib reads from a file each time."""
    return version("skillmatch")
