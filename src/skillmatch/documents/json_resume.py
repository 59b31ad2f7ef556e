"""Read JSON (JSON Resume, job descriptions) as headed text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.documents.job_posting import find_postings, parse_posting, visible_lines
from skillmatch.documents.text import decode
from skillmatch.errors import CorruptDocumentError, WrongTypeError
from skillmatch.models import DocumentWarning
from skillmatch.settings import ReadingSettings

_KNOWN_NAMES = "basics work skills education projects description responsibilities qualifications"
_KNOWN = frozenset(_KNOWN_NAMES.split())
_SILENT = frozenset(["$schema", "meta", "image", "url", "id", "@context", "@type"])  # for machines, or links
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MAX_DEPTH = 20
_WORD_LENGTH = 40  # longer items of a list are sentences


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Turn each key at the top into a heading and each value below into a line.

    Raises
    ------
    WrongTypeError
        The JSON has none of the keys of a resume or a job description, or is several job postings.
    """
    try:
        content = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise CorruptDocumentError("JSON that cannot be parsed") from error
    if find_postings(content):
        return parse_posting(content, settings)
    if not isinstance(content, dict) or not _KNOWN & set(content):
        raise WrongTypeError("JSON without the keys of a resume or a job description")
    lines: list[DraftLine] = []
    warnings: list[DocumentWarning] = []
    for key, value in content.items():
        drafts = [visible_lines(text, settings) for text in _iter_texts(value, 0)]
        if key in _SILENT or not any(draft.lines for draft in drafts):
            continue
        if isinstance(value, (list, dict)) and key != "basics":
            lines.append(DraftLine(text=_CAMEL.sub(" ", key).capitalize(), heading=True, gap=True))
        for draft in drafts:
            lines += draft.lines
            warnings += draft.warnings
    return Draft(lines=tuple(lines), warnings=tuple(warnings))


def _iter_texts(value: object, depth: int) -> Iterator[str]:
    """Yield the texts in a value, one for a list of words."""
    if depth > _MAX_DEPTH:
        raise CorruptDocumentError("JSON nested too deeply")
    if isinstance(value, str):
        yield value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        if value and all(isinstance(item, str) and len(item) < _WORD_LENGTH for item in value):
            yield ", ".join(value)
        else:
            for item in value:
                yield from _iter_texts(item, depth + 1)
    elif isinstance(value, dict):
        yield from _iter_object(value, depth)


def _iter_object(value: dict[str, object], depth: int) -> Iterator[str]:
    """Yield the texts in an object, its dates first and on one line."""
    if value.get("startDate"):
        yield f"{value['startDate']} - {value.get('endDate') or 'present'}"
    for key, item in value.items():
        if key not in _SILENT and key not in ("startDate", "endDate"):
            yield from _iter_texts(item, depth + 1)
