"""Read the date ranges of resumes: "Jan 2018 - Present", "03/2015 to 06/2017", "2012-2014".

Months are counted from year 0 (``12 * year + month - 1``), ranges include their last month. Impossible ranges (ends
before it starts, month 13, a start in the future) are refused rather than repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

FIRST_YEAR = 1950

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES)}
_SEASONS = {"spring": 2, "summer": 5, "fall": 8, "autumn": 8, "winter": 11}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|fall|autumn|winter)"
)
_YEAR = r"(?:19|20)\d\d"


def _date(name: str) -> str:
    """Build the pattern of one date; group names end in `name`."""
    return (
        rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?P<word{name}>{_MONTH})\b\.?(?:\s+\d{{1,2}}(?:st|nd|rd"
        rf"|th)?,)?[\s,.'’/-]*(?P<year{name}>{_YEAR}|(?<=['’ /-])\d\d(?!\d))"
        rf"|(?:\d{{1,2}}[/.-])?(?P<month{name}>\d{{1,2}})\s?[/.-]\s?(?P<year2{name}>{_YEAR})"
        rf"|(?P<year3{name}>{_YEAR})[/.-](?P<month3{name}>\d{{1,2}})(?![\d/.-]\d{{3}})(?:[/.-]\d{{1,2}})?"
        rf"|(?P<year4{name}>{_YEAR}))"
    )


_NOW = (
    r"(?P<now>present|current(?:ly)?|now|today|to[- ]date|till[- ]date|till[- ]now|date|ongoing|onwards?"
    r"|till[- ]today|continuing|actual)"
)
_RANGE = re.compile(
    rf"(?<![\w/.-])(?:(?:from|since)\s+)?{_date('a')}\s*(?:[)\]]?\s*(?:-|–|—|−|~|to|until|till|through|thru"
    rf"|\.\.)+\s*[(\[]?\s*)(?:the\s+)?(?:{_NOW}|{_date('b')})(?![\w/])",
    re.IGNORECASE,
)
_SAME_YEAR = re.compile(
    rf"(?<!\w)(?P<first>{_MONTH})\b\.?\s*(?:-|–|—|to)\s*(?P<last>{_MONTH})\b\.?,?\s*(?P<year>{_YEAR})(?![\w/])",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"\bsince\s+{_date('a')}(?![\w/])", re.IGNORECASE)
# What every range, every "since" and every range within a year holds: quick to find, since each starts with a set of
# characters, so that the patterns above need not be tried all over the text.
_YEAR_AND_DASH = re.compile(
    r"\d\d(?:(?<=19|20)\d\d|(?<=['’ /-]\d\d))(?:[/.-]\d{1,2}){0,2}\s*(?:[)\]]\s*)?"
    r"(?:[-–—−~]|\.\.|[tT][oOiIhH]|[uU][nN])"
)
_DASH_AND_YEAR = re.compile(rf"[-–—tT](?:(?<![tT])|[oO])\s*[A-Za-z]{{3,9}}\.?,?\s*{_YEAR}")
_SINCE_WORD = re.compile(r"[sS][iI][nN][cC][eE]\s")
LEAD = 80  # characters of a date before its year, blanks between columns included
TRAIL = 100  # characters of the second date of a range


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class DateRange:
    """A range of months, `last` included; `present` if the text gives no end."""

    start: int
    end: int
    first: int
    last: int
    present: bool


@lru_cache(maxsize=2_000)
def parse_month(text: str) -> int:
    """Read "YYYY-MM" as a count of months."""
    return 12 * int(text[:4]) + int(text[5:7]) - 1


def format_month(month: int) -> str:
    """Write a count of months as "YYYY-MM"."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def iter_ranges(text: str, as_of: str = "2026-01") -> Iterator[DateRange]:
    """Yield the possible date ranges of a text in order; "present" is `as_of`.

    Examples
    --------
    >>> [(format_month(r.first), format_month(r.last)) for r in iter_ranges("03/2015 to 06/2017, 2019 - 2012")]
    [('2015-03', '2017-06')]
    """
    now = parse_month(as_of)
    found = [*_ranges(text, now), *_same_year(text)]
    yield from sorted(one for one in found if one.first <= min(one.last, now) and one.first >= FIRST_YEAR * 12)


def _ranges(text: str, now: int) -> Iterator[DateRange]:
    for pattern, anchor in ((_RANGE, _YEAR_AND_DASH), (_SINCE, _SINCE_WORD)):
        if anchor is _SINCE_WORD and "since" not in text.lower():
            continue  # as in most resumes
        for found in _around(text, pattern, anchor):
            first = _month(found, "a", last=False)
            present = pattern is _SINCE or found["now"] is not None
            last = now if present else _month(found, "b", last=True)
            if first is not None and last is not None:
                present = present or last > now
                yield DateRange(start=found.start(), end=found.end(), first=first, last=min(last, now), present=present)


def _around(text: str, pattern: re.Pattern[str], anchor: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that hold a match of its anchor, in order and apart."""
    reached = 0
    for hit in anchor.finditer(text):
        found = (
            pattern.search(text, max(reached, hit.start() - LEAD), hit.end() + TRAIL) if hit.end() > reached else None
        )
        if found:
            reached = found.end()
            yield found


def _same_year(text: str) -> Iterator[DateRange]:
    """Yield ranges whose year stands once: "May - Aug 2016"."""
    for found in _around(text, _SAME_YEAR, _DASH_AND_YEAR):
        first, last = word_month(found["first"]), word_month(found["last"])
        if first is not None and last is not None:
            year = 12 * int(found["year"])
            yield DateRange(start=found.start(), end=found.end(), first=year + first, last=year + last, present=False)


def months_of(ranges: Iterable[tuple[int, int]]) -> int:
    """Count the months of ranges, those that overlap once.

    Examples
    --------
    >>> months_of([(0, 11), (6, 17), (24, 24)])
    19
    """
    total, reached = 0, -1
    for first, last in sorted(ranges):
        total += max(0, last - max(first, reached + 1) + 1)
        reached = max(reached, last)
    return total


def _month(found: re.Match[str], name: str, *, last: bool) -> int | None:
    groups = found.groupdict()
    word = groups[f"word{name}"]
    year = groups[f"year{name}"] or groups[f"year2{name}"] or groups[f"year3{name}"] or groups[f"year4{name}"]
    number = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 60 else 1900 + int(year)
    if word:
        month = word_month(word)
        return None if month is None else 12 * number + month
    digits = groups[f"month{name}"] or groups[f"month3{name}"]
    if digits:
        return 12 * number + int(digits) - 1 if 1 <= int(digits) <= 12 else None
    # A year alone: from its start; as an end it counts as the same point, so that 2015-2018 is three years.
    return 12 * number - 1 if last else 12 * number


def word_month(word: str) -> int | None:
    """Read the name of a month or a season as a count of months from January; None for another word."""
    return _MONTHS.get(word[:3].lower(), _SEASONS.get(word.lower()))
