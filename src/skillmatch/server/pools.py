"""The routes of pools: people kept at hand for new jobs. Each pool is one file in the data folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Path as InPath
from starlette.responses import Response

from skillmatch.errors import StoreError, UsageError
from skillmatch.models import Report
from skillmatch.server import schemas
from skillmatch.server.answers import Admitted, Formats, Serving, report_response
from skillmatch.server.bodies import read_body
from skillmatch.server.openapi import gives, problems, takes
from skillmatch.server.problems import Problem, failures_among
from skillmatch.server.service import Service
from skillmatch.server.tasks import Erase, Fill, Look, Rank, RankAndRender, profiles_of

router = APIRouter(prefix="/v1/pools", tags=["pools"], dependencies=[Admitted])

Name = Annotated[str, InPath(pattern="^[a-z0-9][a-z0-9-]{0,62}$", description="Letters, digits and hyphens")]

_SUFFIX = ".pool"
_BAD = (400, 404, 409, 413, 415, 422)


@router.get("", responses=gives(schemas.PoolsResponse, 404), response_class=Response)
async def list_pools(service: Serving) -> Response:
    """List the pools."""
    names = sorted(path.stem for path in _folder(service).glob(f"*{_SUFFIX}"))
    return _json(schemas.PoolsResponse(pools=names))


@router.put("/{name}", responses=gives(schemas.PoolMembers, 404, 422), response_class=Response)
async def make_pool(service: Serving, name: Name) -> Response:
    """Make a pool, if it is not there."""
    return await _state(service, name, _folder(service) / f"{name}{_SUFFIX}")


@router.get("/{name}", responses=gives(schemas.PoolMembers, 404, 422), response_class=Response)
async def get_pool(service: Serving, name: Name) -> Response:
    """List the members of a pool."""
    return await _state(service, name, _place(service, name))


@router.delete("/{name}", status_code=204, responses=problems(404, 422), response_class=Response)
async def delete_pool(service: Serving, name: Name) -> Response:
    """Erase a pool and everybody in it."""
    place = _place(service, name)
    members = (await service.do(Look(pool=place)))[1]
    await service.do(Erase(pool=place, document_ids=tuple(document_id for document_id, _ in members)))
    for suffix in ("", "-wal", "-shm"):
        place.with_name(place.name + suffix).unlink(missing_ok=True)
    return Response(status_code=204)


@router.post(
    "/{name}/documents",
    openapi_extra=takes(schemas.PoolRequest, schemas.PoolOptions),
    responses=gives(schemas.PoolAdded, *_BAD),
    response_class=Response,
)
async def add_documents(request: Request, service: Serving, name: Name) -> Response:
    """Add resumes; one of the same id is replaced. Profiles are kept, texts and files are not."""
    place = _place(service, name)
    body = await read_body(request, schemas.PoolRequest, schemas.PoolOptions, service.limits)
    found = await service.read(body.documents["resumes"], "resume")
    failures = failures_among(found.values())
    members = await service.do(Fill(pool=place, results=profiles_of(found)))
    return _json(schemas.PoolAdded(name=name, members=members, failures=failures))


@router.delete("/{name}/documents/{document_id:path}", responses=gives(schemas.PoolState, 404, 422))
async def erase_document(
    service: Serving, name: Name, document_id: Annotated[str, InPath(min_length=1, max_length=300)]
) -> Response:
    """Erase one member, without a trace in the file."""
    place = _place(service, name)
    try:
        left = await service.do(Erase(pool=place, document_ids=(document_id,)))
    except UsageError as error:
        raise Problem(404, "no-such-member", f"GET /v1/pools/{name} lists the members") from error
    return _json(schemas.PoolState(name=name, members=left))


@router.post(
    "/{name}/rank",
    openapi_extra=takes(schemas.RankRequest, schemas.MatchOptions),
    responses=gives(Report, *_BAD, 501, formats=True),
    response_class=Response,
)
async def rank(request: Request, service: Serving, name: Name, format_: Formats = "json") -> Response:
    """Rank the members for jobs."""
    place = _place(service, name)
    body = await read_body(request, schemas.RankRequest, schemas.MatchOptions, service.limits)
    jobs = await service.read(body.documents["jobs"], "job")
    failures_among(jobs.values())
    asked = Rank(jobs=profiles_of(jobs), pool=place, top=body.options.top)
    task = RankAndRender(rank=asked, format=format_, detail=body.options.detail)
    return report_response(await service.do(task), format_)


def _folder(service: Service) -> Path:
    folder = service.limits.data
    if folder is None:
        raise Problem(404, "no-pools", "this service keeps no pools: start it with --data FOLDER")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreError(f"the data folder cannot be made: {error.strerror}") from error
    return folder


def _place(service: Service, name: str) -> Path:
    place = _folder(service) / f"{name}{_SUFFIX}"
    if not place.is_file():
        raise Problem(404, "no-such-pool", f"make it first: PUT /v1/pools/{name}")
    return place


async def _state(service: Service, name: str, place: Path) -> Response:
    stats, members = await service.do(Look(pool=place))
    listed = [schemas.Member(document_id=document_id, code=code) for document_id, code in members]
    return _json(schemas.PoolMembers(name=name, members=stats.members, documents=listed))


def _json(model: schemas.PoolState | schemas.PoolsResponse) -> Response:
    return Response(model.model_dump_json(), media_type="application/json")
