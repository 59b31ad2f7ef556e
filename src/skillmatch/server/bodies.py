"""Request bodies: files of a form, or documents in JSON, held to the limits either way."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from skillmatch.documents import Source
from skillmatch.server.limits import Limits
from skillmatch.server.problems import Problem
from skillmatch.server.schemas import DocumentIn

Options = TypeVar("Options", bound=BaseModel)

_MAX_FIELD = 4_000_000  # bytes of a form field that is no file
_JSON = "application/json"
_FORM = "multipart/form-data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Generic[Options]):
    """What a request asks for: documents by field, and options."""

    documents: Mapping[str, tuple[Source, ...]]
    options: Options


async def read_body(request: Request, whole: type[BaseModel], options: type[Options], limits: Limits) -> Body[Options]:
    """Read a request.

    Parameters
    ----------
    request
        Of type ``application/json`` or ``multipart/form-data``.
    whole
        The model of a JSON body: its fields that `options` lacks are lists of documents.
    options
        The model of what may be chosen besides.
    limits
        How many documents are allowed.

    Raises
    ------
    Problem
        The body is not what was asked for; each field at fault is named.
    """
    fields = [name for name in whole.model_fields if name not in options.model_fields]
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == _JSON:
            body = _from_json(await request.body(), whole, options, fields)
        elif kind == _FORM:
            body = await _from_form(request, options, fields, limits)
        else:
            raise Problem(415, "wrong-body", f"send {_JSON} or {_FORM}, not {kind or 'a body without a type'}")
    except ClientDisconnect as error:
        raise Problem(400, "cut-off", "the request ended before its body") from error
    count = sum(map(len, body.documents.values()))
    if count > limits.max_documents:
        raise _too_many(limits)
    for name in fields:
        if not body.documents.get(name):
            raise Problem(422, "no-documents", f"no document was sent as {name}", errors=[(name, "send at least one")])
        most = _longest(whole, name)
        if most is not None and len(body.documents[name]) > most:
            raise Problem(422, "invalid", f"{name}: send only {most}", errors=[(name, f"send only {most}")])
    return body


def _from_json(data: bytes, whole: type[BaseModel], options: type[Options], fields: Sequence[str]) -> Body[Options]:
    try:
        found = whole.model_validate_json(data)
    except ValidationError as error:
        raise _invalid(error) from error
    documents = {name: _named(_sources(getattr(found, name), name)) for name in fields}
    chosen = options.model_validate({name: getattr(found, name) for name in options.model_fields})
    return Body(documents=documents, options=chosen)


async def _from_form(request: Request, options: type[Options], fields: Sequence[str], limits: Limits) -> Body[Options]:
    most = limits.max_documents
    try:
        form = await request.form(max_files=most, max_fields=most, max_part_size=_MAX_FIELD)
    except HTTPException as error:
        if "Too many" in str(error.detail):
            raise _too_many(limits) from error
        raise Problem(400, "malformed", f"the form cannot be read: {error.detail}") from error
    except (ValueError, KeyError, AssertionError) as error:  # python-multipart on truncated or damaged forms
        raise Problem(400, "malformed", "the form cannot be read: is it cut off?") from error
    try:
        documents: dict[str, list[Source]] = {name: [] for name in fields}
        values: dict[str, Any] = {}
        for name, value in form.multi_items():
            if name not in documents:
                values[name] = value if isinstance(value, str) else value.filename
            elif isinstance(value, UploadFile):
                data = await value.read()
                if data or value.filename:  # a browser sends an empty part where no file was chosen
                    documents[name].append(Source(document_id=_clean(value.filename or name), content=data))
            elif value.strip():
                documents[name].append(Source(document_id=name, content=value.encode("utf-8", "replace")))
    finally:
        await form.close()
    try:
        chosen = options.model_validate({name: value for name, value in values.items() if value != ""})
    except ValidationError as error:
        raise _invalid(error) from error
    return Body(documents={name: _named(found) for name, found in documents.items()}, options=chosen)


def _sources(documents: Sequence[DocumentIn], field: str) -> list[Source]:
    found: list[Source] = []
    for number, document in enumerate(documents, 1):
        name = _clean(document.id) or f"{field}-{number}"
        try:
            found.append(Source(document_id=name, content=_bytes_of(document)))
        except (ValueError, binascii.Error) as error:
            place = f"{field}.{number - 1}.base64"
            raise Problem(422, "invalid", f"{place}: not base64", errors=[(place, "not base64")]) from error
    return found


def _bytes_of(document: DocumentIn) -> bytes:
    if document.base64 is not None:
        return base64.b64decode(document.base64, validate=True)
    if document.text is not None:
        return document.text.encode("utf-8", "replace")
    return json.dumps(document.json_resume if document.json_resume is not None else document.job_posting).encode()


def _named(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Give a number to documents that have the name of an earlier one."""
    taken: set[str] = set()
    named: list[Source] = []
    for source in sources:
        name, number = source.document_id, 1
        while name in taken:
            number += 1
            name = f"{source.document_id} ({number})"
        taken.add(name)
        named.append(Source(document_id=name, content=source.content))
    return tuple(named)


def _clean(name: str) -> str:
    """Make a name that came from outside printable and short; it is never used as a path."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name.strip())[:300]


def _longest(whole: type[BaseModel], name: str) -> int | None:
    found = [item.max_length for item in whole.model_fields[name].metadata if hasattr(item, "max_length")]
    return found[0] if found else None


def _too_many(limits: Limits) -> Problem:
    return Problem(413, "too-many", f"more than {limits.max_documents} documents: send them in several requests")


def _invalid(error: ValidationError) -> Problem:
    """Name the fields at fault, and never what they hold."""
    errors = [(".".join(map(str, it["loc"])) or "body", str(it["msg"])) for it in error.errors()[:20]]
    field, message = errors[0]
    return Problem(422, "invalid", f"{field}: {message}", errors=errors)
