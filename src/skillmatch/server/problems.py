"""Errors as `application/problem+json` (RFC 9457), with the codes that the command line and failure rows have."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.responses import Response

from skillmatch.errors import (
    DocumentError,
    LimitError,
    MismatchError,
    MissingExtraError,
    SkillmatchError,
    StoreError,
    UsageError,
    WrongTypeError,
)
from skillmatch.models import Failure

MEDIA_TYPE = "application/problem+json"
_STATUS: tuple[tuple[type[SkillmatchError], int], ...] = (  # the first that fits counts
    (LimitError, 413),
    (WrongTypeError, 415),
    (DocumentError, 422),
    (MismatchError, 409),
    (UsageError, 422),
    (MissingExtraError, 501),
    (StoreError, 503),
)
_TITLES = {
    400: "The request cannot be understood",
    401: "An API key is needed",
    403: "This is not allowed",
    404: "There is no such thing",
    405: "This method is not allowed here",
    408: "The upload took too long",
    409: "The present state does not allow this",
    413: "Too large",
    415: "Not a kind of document or body that is read here",
    422: "The content cannot be used",
    429: "Too many requests at a time",
    500: "A bug of ours",
    501: "Not installed here",
    503: "Not possible now",
}


class FieldError(BaseModel):
    """What is wrong with one field or document."""

    field: str
    message: str


class ProblemBody(BaseModel):
    """An error: `code` is stable, `detail` says what to do."""

    type: Annotated[str, Field(description="urn:skillmatch:problem:CODE")]
    title: str
    status: int
    code: str
    detail: str
    request_id: str = ""
    errors: Sequence[FieldError] = ()
    failures: Sequence[Failure] = ()


class Problem(Exception):  # noqa: N818  - it is what the standard calls it
    """An error that a client is told of."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        errors: Iterable[tuple[str, str]] = (),
        failures: Iterable[Failure] = (),
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail
        self.errors, self.failures = tuple(errors), tuple(failures)
        self.retry_after_s = retry_after_s


def problem_of(error: SkillmatchError) -> Problem:
    """Turn an error of ours into what a client is told."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    return Problem(status, error.code, str(error), retry_after_s=5 if status == 503 else None)


def failures_among(found: Collection[object]) -> list[Failure]:
    """Return the failures among what documents gave.

    Raises
    ------
    Problem
        There is nothing else: that of the first.
    """
    failures = [it for it in found if isinstance(it, Failure)]
    if len(failures) == len(found):
        raise _problem_of(failures)
    return failures


def _problem_of(failures: Sequence[Failure]) -> Problem:
    """Say that no document could be used: the status is that of the first."""
    first = failures[0]
    kinds = {kind.code: kind for kind in _all_kinds(DocumentError)}
    status = next((status for kind, status in _STATUS if issubclass(kinds.get(first.code, DocumentError), kind)), 422)
    detail = f"{first.document_id}: {first.message}" + (f" (and {len(failures) - 1} more)" if len(failures) > 1 else "")
    return Problem(500 if first.code == "internal" else status, first.code, detail, failures=failures)


def respond(problem: Problem, request_id: str, headers: Mapping[str, str] | None = None) -> Response:
    """Write a problem."""
    body = ProblemBody(
        type=f"urn:skillmatch:problem:{problem.code}",
        title=_TITLES.get(problem.status, "Error"),
        status=problem.status,
        code=problem.code,
        detail=problem.detail,
        request_id=request_id,
        errors=[FieldError(field=field, message=message) for field, message in problem.errors],
        failures=problem.failures,
    )
    told = dict(headers or {})
    if problem.retry_after_s is not None:
        told["Retry-After"] = str(problem.retry_after_s)
    content = json.dumps(body.model_dump(mode="json"))
    return Response(content, problem.status, told, MEDIA_TYPE)


def _all_kinds(kind: type[SkillmatchError]) -> Iterable[type[SkillmatchError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _all_kinds(below)
