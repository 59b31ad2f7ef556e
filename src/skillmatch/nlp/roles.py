"""Find the dated roles of a resume."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillmatch.models import Role
from skillmatch.nlp.dates import DateRange, format_month, iter_ranges, months_of, parse_month
from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import clean_title, run_on_title

_LINE = re.compile(r"[^\n]+")
_LINK = re.compile(r"https?:|www\.")
_WORK = frozenset({"experience"})
_NO_WORK = frozenset(
    {"education", "certifications", "projects", "awards", "publications", "references", "volunteering", "interests"}
)
MAX_ROLES = 200  # more dates are a table of something else
ABOVE = 3  # lines over a date that may hold the title and employer of its role
BELOW = 2
WINDOW = 400  # characters in which those lines stand
LONG_LINE = 300  # characters; a longer line has lost its line ends
BULLETS = "•*●▪◦-–❖➢✓"


def find_roles(text: str, parts: Sequence[Part], as_of: str = "2026-01") -> tuple[Role, ...]:
    r"""Find dated roles, in the order of the text.

    A role reaches from the lines that name it to the next role or the end of its section. Where a resume has no
    section of experience, dates outside education and the like are taken.

    Examples
    --------
    >>> text = "Experience\nData Analyst, Acme\nJan 2020 - Mar 2021\nBuilt dashboards."
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
    return tuple(roles[:MAX_ROLES])


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
    heads: list[tuple[int, str | None]] = []
    floor = part.body
    for found in ranges:
        heads.append(_head(text, floor, found, part.end))
        floor = found.end
    ends = [*(start for start, _ in heads[1:]), part.end]
    return [
        Role(
            title=title,
            first=format_month(found.first),
            last=None if found.present else format_month(found.last),
            months=found.last - found.first + 1,
            start=start,
            end=end,
        )
        for found, (start, title), end in zip(ranges, heads, ends, strict=False)
    ]


def _head(text: str, floor: int, found: DateRange, end: int) -> tuple[int, str | None]:
    """Find where the lines that name a role start, and its title in them or just below."""
    line = max(floor, text.rfind("\n", 0, found.start) + 1)
    stop = text.find("\n", found.end)
    stop = end if stop < 0 else min(stop, end)
    if stop - line > LONG_LINE:
        return _run_on_head(text, max(line, found.start - LONG_LINE // 2), found.start)
    own = text[line : found.start] + " | " + text[found.end : stop]
    if title := clean_title(own):
        return line, title
    for start, words in _lines_above(text, floor, line):
        if title := clean_title(words):
            return start, title
    for below in _below(text, stop, end):
        if title := clean_title(below):
            return line, title
    return line, None


def _lines_above(text: str, floor: int, line: int) -> list[tuple[int, str]]:
    """Return the nearest lines above that can name a role, with their offsets; a sentence or an item ends them."""
    found: list[tuple[int, str]] = []
    for hit in reversed(list(_LINE.finditer(text, max(floor, line - WINDOW), line))):
        words = hit[0].strip()
        if not words or _LINK.match(words):
            continue
        if len(words) > 100 or words[-1] in ".;" or words[0] in BULLETS or len(found) == ABOVE:
            break
        found.append((hit.start(), words))
    return found


def _below(text: str, stop: int, end: int) -> list[str]:
    """Return the lines right below a date, up to an empty one."""
    lines = [line.strip() for line in text[stop : min(end, stop + WINDOW)].split("\n")[1 : BELOW + 1]]
    filled = lines[: lines.index("")] if "" in lines else lines
    return [line for line in filled if line[0] not in BULLETS and len(line) < 80]


def _run_on_head(text: str, start: int, date: int) -> tuple[int, str | None]:
    """Read the title from the words before a date in a text without line ends."""
    title = run_on_title(text[start:date])
    return start if title else date, title
