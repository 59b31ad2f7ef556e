"""Find the dated roles of a resume."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from skillmatch.models import Role
from skillmatch.nlp.dates import DateRange, format_month, iter_ranges, months_of, parse_month
from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import clean_title

_LINE = re.compile(r"[^\n]*\n?")
_WORK = frozenset({"experience"})
_NO_WORK = frozenset(
    {"education", "certifications", "projects", "awards", "publications", "references", "volunteering", "interests"}
)
ABOVE = 3  # lines over a date that may hold the title and employer of its role
BELOW = 2


def find_roles(text: str, parts: Sequence[Part], as_of: str = "2026-01") -> tuple[Role, ...]:
    """Find dated roles, in the order of the text.

    A role reaches from the lines that name it to the next role or the end of its section. Where a resume has no
    section of experience, dates outside education and the like are taken.

    Examples
    --------
    >>> text = "Experience\\nData Analyst, Acme\\nJan 2020 - Mar 2021\\nBuilt dashboards."
    >>> from skillmatch.nlp.sections import find_parts
    >>> [(role.title, role.first, role.months) for role in find_roles(text, find_parts(text, "resume"))]
    [('Data Analyst', '2020-01', 15)]
    """
    work = [part for part in parts if part.kind in _WORK] or [part for part in parts if part.kind not in _NO_WORK]
    ranges = list(iter_ranges(text, as_of))
    roles: list[Role] = []
    for part in work:
        inside = [found for found in ranges if part.body <= found.start < part.end]
        roles += _roles_of(text, part, inside)
    return tuple(roles)


def total_years(roles: Sequence[Role], as_of: str = "2026-01") -> float | None:
    """Sum the time in roles, parallel ones once; None if there is none."""
    if not roles:
        return None
    return round(months_of(role_months(role, as_of) for role in roles) / 12, 1)


def role_months(role: Role, as_of: str) -> tuple[int, int]:
    """Return the first and last month of a role as counts of months."""
    return parse_month(role.first), parse_month(role.last or as_of)


def _roles_of(text: str, part: Part, ranges: Sequence[DateRange]) -> list[Role]:
    """Make one role of each range; each ends where the lines that name the next begin."""
    roles: list[Role] = []
    floor = part.body
    for found in ranges:
        start, title = _head(text, floor, found, part.end)
        if roles:
            roles[-1] = replace(roles[-1], end=start)
        last = None if found.present else format_month(found.last)
        months = found.last - found.first + 1
        first = format_month(found.first)
        roles.append(Role(title=title, first=first, last=last, months=months, start=start, end=part.end))
        floor = found.end
    return roles


def _head(text: str, floor: int, found: DateRange, end: int) -> tuple[int, str | None]:
    """Find where the lines that name a role start, and its title in them or just below."""
    line = max(floor, text.rfind("\n", 0, found.start) + 1)
    stop = text.find("\n", found.end)
    stop = end if stop < 0 else min(stop, end)
    own = text[line : found.start] + " | " + text[found.end : min(stop, found.end + 120)]
    if len(own) < 400 and (title := clean_title(own)):
        return line, title
    above = line
    for _ in range(ABOVE):
        before = text.rfind("\n", floor, max(floor, above - 1)) + 1 or floor
        if before >= above:
            break
        words = text[before:above].strip()
        if words and (len(words) > 100 or words.endswith((".", ";")) or words[0] in "•*-●▪◦"):
            break
        above = before
        if words and (title := clean_title(words)):
            return above, title
    for below in text[stop : min(end, stop + 300)].strip("\n").split("\n")[:BELOW]:
        if (title := clean_title(below)) and len(below) < 80:
            return line, title
    tail = _run_on_title(text[max(floor, found.start - 120) : found.start])
    return line if tail is None else max(floor, found.start - 120), tail


def _run_on_title(before: str) -> str | None:
    """Read the title from the words before a date in a text without line ends."""
    words = before.split()
    for length in range(5, 0, -1):
        for start in range(len(words) - length, max(-1, len(words) - 14), -1):
            title = clean_title(" ".join(words[start : start + length]))
            if title and title.split()[-1] == words[start + length - 1] and len(title.split()) == length > 1:
                return title
    return None
