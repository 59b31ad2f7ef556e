"""Matches that take long: accepted at once, followed by polling or events, fetched when done. Kept in memory only."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Path as InPath
from starlette.responses import Response, StreamingResponse

from skillmatch.errors import SkillmatchError
from skillmatch.models import Report
from skillmatch.server import schemas
from skillmatch.server.answers import Admitted, Formats, Serving, answer
from skillmatch.server.bodies import Body, read_body
from skillmatch.server.openapi import gives, problems, takes
from skillmatch.server.problems import Problem
from skillmatch.server.service import Matched, Service

router = APIRouter(prefix="/v1/batches", tags=["batches"])

Id = Annotated[str, InPath(pattern="^[0-9a-f]{32}$")]


@dataclass(slots=True, kw_only=True)
class Batch:
    """One batch: how far it is, and its result."""

    id: str
    documents: int
    state: schemas.State = "waiting"
    done: int = 0
    failed: int = 0
    detail: str = ""
    matched: Matched | None = None
    chosen: schemas.MatchOptions
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    work: asyncio.Task[None] | None = None

    @property
    def finished(self) -> bool:
        """Tell whether nothing more will change."""
        return self.state in ("done", "failed", "cancelled")

    def note(self, used: bool) -> None:
        """Count one document."""
        self.done += 1
        self.failed += not used
        self.wake()

    def wake(self) -> None:
        """Tell everybody who waits that something has changed."""
        self.changed.set()
        self.changed = asyncio.Event()

    def show(self) -> str:
        """Write the state as JSON."""
        return schemas.BatchState(
            id=self.id, state=self.state, documents=self.documents, done=self.done, failed=self.failed,
            detail=self.detail,
        ).model_dump_json()  # fmt: skip


class Batches:
    """The batches of a service; the oldest finished ones make room for new ones."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._known: dict[str, Batch] = {}
        self._one_at_a_time = asyncio.Lock()  # a batch uses all workers by itself

    def submit(self, body: Body[schemas.MatchOptions]) -> Batch:
        """Accept a batch.

        Raises
        ------
        Problem
            There are too many that are not finished.
        """
        while len(self._known) >= self._service.limits.max_batches:
            finished = next((batch for batch in self._known.values() if batch.finished), None)
            if finished is None:
                raise Problem(503, "busy", "as many batches as allowed are waiting: try again", retry_after_s=30)
            del self._known[finished.id]
        count = sum(map(len, body.documents.values()))
        batch = Batch(id=secrets.token_hex(16), documents=count, chosen=body.options)
        self._known[batch.id] = batch
        batch.work = asyncio.create_task(self._run(batch, body))
        return batch

    def get(self, batch_id: str) -> Batch:
        """Return one batch.

        Raises
        ------
        Problem
            It is not known, or no longer.
        """
        if batch_id not in self._known:
            raise Problem(404, "no-such-batch", "it is unknown, or so old that others took its place")
        return self._known[batch_id]

    def drop(self, batch: Batch) -> None:
        """Stop a batch and forget it."""
        if batch.work is not None:
            batch.work.cancel()
        self._known.pop(batch.id, None)

    def close(self) -> None:
        """Stop all batches."""
        for batch in tuple(self._known.values()):
            self.drop(batch)

    async def _run(self, batch: Batch, body: Body[schemas.MatchOptions]) -> None:
        try:
            async with self._one_at_a_time:
                batch.state = "running"
                batch.wake()
                texts = body.options.texts
                jobs, resumes = body.documents["jobs"], body.documents["resumes"]
                batch.matched = await self._service.match(
                    jobs, resumes, top=body.options.top, texts=texts, tell=batch.note
                )
            batch.state = "done"
        except (Problem, SkillmatchError) as error:
            batch.state, batch.detail = "failed", str(error)
        except asyncio.CancelledError:
            batch.state = "cancelled"
            raise
        finally:
            batch.wake()


def _batches(request: Request) -> Batches:
    found: Batches = request.app.state.batches
    return found


@router.post(
    "",
    status_code=202,
    openapi_extra=takes(schemas.MatchRequest, schemas.MatchOptions),
    responses=gives(schemas.BatchState, 400, 413, 415, 422, success=202),
    response_class=Response,
    dependencies=[Admitted],
)
async def submit(request: Request, service: Serving) -> Response:
    """Accept jobs and resumes to match, and answer at once."""
    body = await read_body(request, schemas.MatchRequest, schemas.MatchOptions, service.limits)
    batch = _batches(request).submit(body)
    return Response(batch.show(), 202, {"Location": f"/v1/batches/{batch.id}"}, "application/json")


@router.get("/{batch_id}", responses=gives(schemas.BatchState, 404, 422), response_class=Response)
async def get_batch(request: Request, batch_id: Id) -> Response:
    """Tell how far a batch is."""
    return Response(_batches(request).get(batch_id).show(), media_type="application/json")


@router.get("/{batch_id}/result", responses=gives(Report, 404, 409, 422, 501, formats=True), response_class=Response)
async def get_result(request: Request, service: Serving, batch_id: Id, format_: Formats = "json") -> Response:
    """Fetch the report of a finished batch, in any format."""
    batch = _batches(request).get(batch_id)
    if batch.matched is None:
        raise Problem(409, "not-done", f"the batch is {batch.state}" + (f": {batch.detail}" if batch.detail else ""))
    return await answer(service, batch.matched, format_, detail=batch.chosen.detail, texts=batch.chosen.texts)


@router.get("/{batch_id}/events", responses=problems(404, 422), response_class=StreamingResponse)
async def follow(request: Request, batch_id: Id) -> StreamingResponse:
    """Follow a batch: one server-sent event for each change, the last when it is finished."""
    batch = _batches(request).get(batch_id)

    async def events() -> AsyncIterator[str]:
        while True:
            changed = batch.changed
            yield f"event: progress\ndata: {batch.show()}\n\n"
            if batch.finished:
                return
            await changed.wait()

    return StreamingResponse(events(), media_type="text/event-stream")


@router.delete("/{batch_id}", status_code=204, responses=problems(404, 422), response_class=Response)
async def drop(request: Request, batch_id: Id) -> Response:
    """Stop a batch and forget its result."""
    batches = _batches(request)
    batches.drop(batches.get(batch_id))
    return Response(status_code=204)
