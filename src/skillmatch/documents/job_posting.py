"""Read a JobPosting or Occupation of schema.org: what it asks for, under headings, without its markup.

Who hires, where, and what is paid are left out: they ask for nothing.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator, Mapping

from skillmatch.documents import html
from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.errors import WrongTypeError
from skillmatch.models import DocumentWarning
from skillmatch.settings import ReadingSettings

TYPES = frozenset(["JobPosting", "Occupation"])

_TAG = re.compile(
    r"</?(?:p|br|div|span|ul|ol|li|b|strong|i|em|u|h[1-6]|a|table|tr|td|font|section|hr)\b[^<>]*>", re.IGNORECASE
)
_STATED = re.compile(r"(?P<kind>required|preferred)(?:, (?P<years>\d+(?:\.\d+)?) years?)?(?:, one of (?P<group>.+))?\Z")
_DEGREE = re.compile(r"degree|diploma|certificate|school", re.IGNORECASE)
_MONTHS_A_YEAR = 12


def find_postings(content: object) -> list[Mapping[str, object]]:
    """Find the postings in JSON-LD: the object itself, or those of its ``@graph`` or list."""
    if isinstance(content, dict) and "@graph" in content:
        content = content["@graph"]
    items = content if isinstance(content, list) else [content]
    return [item for item in items if isinstance(item, dict) and _types(item) & TYPES]


def parse_posting(content: object, settings: ReadingSettings) -> Draft:
    """Turn one posting into headed text.

    Raises
    ------
    WrongTypeError
        There are several, which would be read as one job.
    """
    postings = find_postings(content)
    if len(postings) != 1:
        raise WrongTypeError(f"{len(postings)} job postings in one document: give each by itself")
    lines: list[DraftLine] = []
    warnings: list[DocumentWarning] = []
    posting = postings[0]
    related = posting.get("relevantOccupation")
    for part in (posting, related) if isinstance(related, dict) else (posting,):
        for heading, texts in _sections(part):
            drafts = [visible_lines(text, settings) for text in texts]
            if heading and any(draft.lines for draft in drafts):
                lines.append(DraftLine(text=heading, heading=True, gap=True))
            for draft in drafts:
                lines += draft.lines
                warnings += draft.warnings
    return Draft(lines=tuple(lines), warnings=tuple(warnings))


def visible_lines(text: str, settings: ReadingSettings) -> Draft:
    """Read a value that may be HTML, or HTML written with entities, as such values often are."""
    if not _TAG.search(text) and "&lt;" in text:
        text = entities.unescape(text)
    if _TAG.search(text):
        return html.parse(text.encode("utf-8", "replace"), settings)
    return Draft(lines=tuple(DraftLine(text=entities.unescape(line)) for line in text.splitlines() if line.strip()))


def _sections(posting: Mapping[str, object]) -> Iterator[tuple[str, list[str]]]:
    """Yield headings with texts, in the order in which a job ad has them."""
    terms = [_term(item) for item in _items(posting.get("skills"))]
    yield "", [text for key in ("title", "name") for text in _texts(posting.get(key))][:1]
    yield "", _texts(posting.get("description"))
    yield "Responsibilities", _texts(posting.get("responsibilities"))
    yield "Qualifications", _texts(posting.get("qualifications"))
    asked = [text for key in ("experienceRequirements", "educationRequirements") for text in _texts(posting.get(key))]
    yield "Requirements", asked + _joined([(text, group) for kind, text, group in terms if kind == "required"])
    yield "Nice to have", _joined([(text, group) for kind, text, group in terms if kind == "preferred"])


def _texts(value: object) -> list[str]:
    return [text for item in _items(value) if (text := _text(item))]


def _text(item: object) -> str:
    """Say what a value says: a text, an object's own words, months of experience, a degree."""
    if isinstance(item, str):
        return item
    if not isinstance(item, dict):
        return ""
    months, degree = item.get("monthsOfExperience"), item.get("credentialCategory")
    if isinstance(months, (int, float)) and months > 0:
        return f"{months / _MONTHS_A_YEAR:.3g} years of experience"
    if isinstance(degree, str):
        return degree if _DEGREE.search(degree) else f"{degree} degree"
    return ": ".join(str(item[key]) for key in ("name", "description") if isinstance(item.get(key), str))


def _term(item: object) -> tuple[str, str, str]:
    """Return whether a skill is required or preferred, its words, and the group of which one is enough."""
    if not isinstance(item, dict) or not isinstance(item.get("name"), str):
        return "required", _text(item), ""
    stated = _STATED.match(str(item.get("description") or ""))
    if stated is None:
        return "required", _text(item), ""
    name = str(item["name"])
    return stated["kind"], f"{stated['years']} years of {name}" if stated["years"] else name, stated["group"] or ""


def _joined(terms: list[tuple[str, str]]) -> list[str]:
    """Return a line for each skill, and one for all of a group."""
    lines: dict[str, list[str]] = {}
    for text, group in terms:
        if text:
            lines.setdefault(f"one of {group}" if group else text, []).append(text)
    return [" or ".join(texts) for texts in lines.values()]


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _types(item: Mapping[str, object]) -> set[str]:
    return {str(name).rpartition("/")[2].rpartition(":")[2] for name in _items(item.get("@type"))}
