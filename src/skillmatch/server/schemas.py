"""Requests and responses of the service, as the OpenAPI document describes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from skillmatch.models import Failure, SkillProfile
from skillmatch.run import Kind
from skillmatch.taxonomy.skill import Skill

Detail = Literal["brief", "full"]
Format = Literal["json", "jsonl", "csv", "xlsx", "html", "markdown", "parquet", "table"]
State = Literal["waiting", "running", "done", "failed", "cancelled"]

MEDIA_TYPES: dict[str, str] = {
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "table": "text/plain; charset=utf-8",
}


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DocumentIn(_Body):
    """One document: exactly one of `text`, `base64` (the bytes of a file), `json_resume` and `job_posting`."""

    id: Annotated[str, Field(max_length=300, description="What results call it; its place in the list if empty")] = ""
    text: str | None = None
    base64: str | None = None
    json_resume: Annotated[dict[str, JsonValue] | None, Field(description="A resume in the form of jsonresume.org")] = (
        None
    )
    job_posting: Annotated[
        dict[str, JsonValue] | None, Field(description="A JobPosting or Occupation of schema.org")
    ] = None

    @model_validator(mode="after")
    def _check_one(self) -> DocumentIn:
        given = [self.text, self.base64, self.json_resume, self.job_posting]
        if sum(value is not None for value in given) != 1:
            raise ValueError("give exactly one of text, base64, json_resume and job_posting")
        return self


Documents = Annotated[list[DocumentIn], Field(min_length=1)]


class ExtractOptions(_Body):
    """How to extract."""

    kind: Annotated[Kind, Field(description="What the documents are; `auto` decides for each by its content")] = "auto"


class ExtractRequest(ExtractOptions):
    """Documents to extract skills from."""

    documents: Documents


class ExchangeOptions(ExtractOptions):
    """How to write what was found."""

    to: Annotated[
        Literal["auto", "json-resume", "hr-open", "job-posting", "occupation"],
        Field(description="The format; `auto` writes a resume as JSON Resume and a job as a JobPosting"),
    ] = "auto"


class ExchangeRequest(ExchangeOptions):
    """Documents to write in a format of the trade."""

    documents: Documents


class MatchOptions(_Body):
    """How to match."""

    top: Annotated[int | None, Field(ge=1, le=1_000_000, description="Keep the best of each job")] = None
    detail: Annotated[Detail, Field(description="`brief` leaves out requirements and evidence where it can")] = "full"
    texts: Annotated[bool, Field(description="HTML only: show the documents' texts with marks")] = False


class MatchRequest(MatchOptions):
    """Jobs and the resumes to rank for them."""

    jobs: Documents
    resumes: Documents


class GapsOptions(_Body):
    """How to explain one pair."""

    texts: Annotated[bool, Field(description="HTML only: show the documents' texts with marks")] = False


class GapsRequest(GapsOptions):
    """One job and one resume, in lists of one."""

    jobs: Annotated[list[DocumentIn], Field(min_length=1, max_length=1)]
    resumes: Annotated[list[DocumentIn], Field(min_length=1, max_length=1)]


class PoolOptions(_Body):
    """Nothing to choose when documents are added to a pool."""


class PoolRequest(PoolOptions):
    """Resumes to add to a pool."""

    resumes: Documents


class RankRequest(MatchOptions):
    """Jobs to rank the members of a pool for."""

    jobs: Documents


class ExtractResponse(BaseModel):
    """Profiles in the order of the documents, and what could not be used."""

    profiles: Sequence[SkillProfile]
    failures: Sequence[Failure]


class ExchangeResponse(BaseModel):
    """JSON Resumes, JobPostings or what was asked for, in the order of the documents, and what could not be used."""

    documents: Sequence[dict[str, JsonValue]]
    failures: Sequence[Failure]


class SkillHit(BaseModel):
    """A skill and how near its names are to the query, in [0, 1]."""

    skill: Skill
    similarity: float


class SkillsResponse(BaseModel):
    """The nearest skills, the nearest first."""

    skills: Sequence[SkillHit]


class Member(BaseModel):
    """A member of a pool: `code` is that of its failure."""

    document_id: str
    code: str | None


class PoolState(BaseModel):
    """What a pool holds."""

    name: str
    members: int


class PoolMembers(PoolState):
    """A pool with the list of its members."""

    documents: Sequence[Member]


class PoolAdded(PoolState):
    """What was added to a pool; failures are members too."""

    failures: Sequence[Failure]


class PoolsResponse(BaseModel):
    """The pools by name."""

    pools: Sequence[str]


class BatchState(BaseModel):
    """How far a batch is."""

    id: str
    state: State
    documents: int
    done: int
    failed: int
    detail: str = ""


class Health(BaseModel):
    """How the service is."""

    status: Literal["ok", "busy", "starting"]
    version: str
    workers: int
    idle: int
