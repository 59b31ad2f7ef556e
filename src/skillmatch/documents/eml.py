"""Read an e-mail (EML): its text, then the documents attached to it, each from a new page on."""

from __future__ import annotations

from dataclasses import replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.documents.formats import EMAIL, sniff
from skillmatch.documents.readers import parse_as
from skillmatch.errors import CorruptDocumentError, DocumentError, LimitError, WrongTypeError
from skillmatch.models import DocumentWarning
from skillmatch.settings import ReadingSettings

_BODY_KINDS = ("html", "plain")


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Read the body and every attachment that is a document; a damaged one becomes a warning."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    if not isinstance(message, EmailMessage):
        raise CorruptDocumentError("an e-mail whose structure cannot be followed")
    body = message.get_body(preferencelist=_BODY_KINDS)
    parts = [] if body is None else [_bytes_of(body)]
    subject = str(message.get("subject", "")).strip()
    whole = Draft(lines=(DraftLine(text=subject),) if subject else (), pages=0)
    attachments = [_bytes_of(part) for part in message.iter_attachments()]
    if len(attachments) > settings.max_members:
        raise LimitError(f"{len(attachments)} attachments are more than max_members = {settings.max_members}")
    for part in filter(None, (*parts, *attachments)):
        whole = _append(whole, part, settings)
    return replace(whole, pages=max(1, whole.pages))


def _bytes_of(part: MIMEPart) -> bytes:
    """Return the content of a part; text as UTF-8, so that its declared encoding is used."""
    try:
        content = part.get_content()
    except (LookupError, ValueError, KeyError, AssertionError):
        payload = part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
    if isinstance(content, str):
        return content.encode("utf-8", "replace")
    return content if isinstance(content, bytes) else b""


def _append(whole: Draft, data: bytes, settings: ReadingSettings) -> Draft:
    """Add one part after the pages that are there already."""
    try:
        media_type = sniff(data)
        if media_type == EMAIL:
            return whole  # a forwarded message: one level is enough
        part = parse_as(media_type, data, settings)
    except WrongTypeError:
        return whole  # a picture, a signature, a calendar entry
    except LimitError:
        raise
    except DocumentError as error:
        warning = DocumentWarning(code="attachment", message=f"an attachment was left out: {error}")
        return replace(whole, warnings=(*whole.warnings, warning))
    shift = whole.pages
    lines = tuple(
        replace(line, text=line.text.rstrip("\r\n"), page=line.page + shift) for line in part.lines if line.text.strip()
    )
    warnings = tuple(replace(item, page=item.page and item.page + shift) for item in part.warnings)
    return Draft(lines=(*whole.lines, *lines), pages=shift + part.pages, warnings=(*whole.warnings, *warnings))
