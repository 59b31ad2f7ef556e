"""The routes that read documents: extract, match, gaps."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.responses import Response

from skillmatch.models import Failure, Match, Report
from skillmatch.schema import to_json
from skillmatch.server import schemas
from skillmatch.server.answers import Admitted, Formats, Serving, answer
from skillmatch.server.bodies import read_body
from skillmatch.server.openapi import gives, takes
from skillmatch.server.problems import failures_among

router = APIRouter(prefix="/v1", tags=["matching"], dependencies=[Admitted])

_BAD = (400, 413, 415, 422)


@router.post(
    "/extract",
    openapi_extra=takes(schemas.ExtractRequest, schemas.ExtractOptions),
    responses=gives(schemas.ExtractResponse, *_BAD),
    response_class=Response,
)
async def extract(request: Request, service: Serving) -> Response:
    """Find the skills of documents: where each stands, how sure it is, for how many years.

    Documents that cannot be used are listed as failures; if none can, the response is the problem of the first.
    """
    body = await read_body(request, schemas.ExtractRequest, schemas.ExtractOptions, service.limits)
    return _listed("profiles", await service.extract(body.documents["documents"], body.options.kind))


@router.post(
    "/exchange",
    openapi_extra=takes(schemas.ExchangeRequest, schemas.ExchangeOptions),
    responses=gives(schemas.ExchangeResponse, *_BAD),
    response_class=Response,
)
async def exchange(request: Request, service: Serving) -> Response:
    """Write what was found in the formats of the trade: a resume as JSON Resume, a job as a schema.org JobPosting."""
    body = await read_body(request, schemas.ExchangeRequest, schemas.ExchangeOptions, service.limits)
    chosen = body.options
    return _listed("documents", await service.extract(body.documents["documents"], chosen.kind, exchange=chosen.to))


@router.post(
    "/match",
    openapi_extra=takes(schemas.MatchRequest, schemas.MatchOptions),
    responses=gives(Report, *_BAD, 501, formats=True),
    response_class=Response,
)
async def match(request: Request, service: Serving, format_: Formats = "json") -> Response:
    """Rank resumes for jobs, with the reasons."""
    body = await read_body(request, schemas.MatchRequest, schemas.MatchOptions, service.limits)
    chosen = body.options
    texts = chosen.texts and format_ == "html"
    matched = await service.match(body.documents["jobs"], body.documents["resumes"], top=chosen.top, texts=texts)
    return await answer(service, matched, format_, detail=chosen.detail, texts=texts)


@router.post(
    "/gaps",
    openapi_extra=takes(schemas.GapsRequest, schemas.GapsOptions),
    responses=gives(Match, *_BAD, 501, formats=True),
    response_class=Response,
)
async def gaps(request: Request, service: Serving, format_: Formats = "json") -> Response:
    """Explain one pair: what is met, near or missing, and what each gap costs. As HTML, a page for the candidate."""
    body = await read_body(request, schemas.GapsRequest, schemas.GapsOptions, service.limits)
    texts = body.options.texts and format_ == "html"
    matched = await service.match(body.documents["jobs"], body.documents["resumes"], texts=texts)
    if format_ == "json":
        return Response(to_json(matched.report.matches[0]), media_type="application/json")
    candidate = matched.report.matches[0].document_id if format_ == "html" else None
    return await answer(service, matched, format_, texts=texts, candidate=candidate)


def _listed(name: str, found: Sequence[str | Failure]) -> Response:
    """Answer with what each document gave, under a name, and the failures."""
    failures = failures_among(found)
    given = ",".join(it for it in found if not isinstance(it, Failure))
    listed = ",".join(map(to_json, failures))
    return Response(f'{{"{name}":[{given}],"failures":[{listed}]}}', media_type="application/json")
