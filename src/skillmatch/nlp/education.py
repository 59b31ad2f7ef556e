"""Find degrees: their level and, where stated, their field."""

from __future__ import annotations

import re
from dataclasses import replace

from skillmatch.models import Education

LEVELS: tuple[str, ...] = ("secondary", "vocational", "associate", "bachelor", "master", "doctorate")

_DEGREES: tuple[tuple[str, str], ...] = (
    (
        "doctorate",
        r"[Pp]h\.? ?[Dd]\b\.?|D\.?Phil\b\.?|[Dd]octorates?|[Dd]octoral(?: [Dd]egree)?|DOCTORATE|PHD|(?:Doctor"
        r"|DOCTOR) (?:of|OF)|J\.D\.|M\.D\.|Ed\.?D\b",
    ),
    (
        "master",
        r"(?:[Mm]aster|MASTER)(?:['’]?[Ss]?)(?:['’])?(?: (?:[Dd]egree|DEGREE|(?:of|OF) (?:[Ss]cience|SCIENCE"
        r"|[Aa]rts|ARTS|[Ee]ngineering|ENGINEERING|[Tt]echnology|TECHNOLOGY|[Bb]usiness [Aa]dministration"
        r"|[Cc]omputer [Aa]pplications?|[Cc]ommerce|[Pp]hilosophy)))?(?:(?<=['’][sS])|(?<=[rR][sS])"
        r"|(?<=[a-z] (?:[Ss]cience))|(?= (?:of|OF|in|IN|[Dd]egree|level)\b))|Masters?(?='s|’s| in| of|,"
        r"| degree)|(?:M\. ?[Ss]c|M\.?Tech|M\. ?Tech|M\. ?E|M\. ?A|M\. ?S|M\. ?Com|M\. ?Phil|M\. ?Ed)\b\.?"
        r"|(?:MSc|MTech|MBA|MCA|MEng|MPhil|MPH|LLM|PGDM|PGDBM|M\.B\.A\.?|M\.C\.A\.?|MS(?= (?:in|degree))"
        r"|MA(?= (?:in|degree)))\b|[Pp]ost[- ]?[Gg]raduat(?:e|ion)(?: [Dd]iploma)?|POST ?GRADUATION",
    ),
    (
        "bachelor",
        r"(?:[Bb]achelor|BACHELOR)(?:['’]?[Ss]?)(?:['’])?(?: (?:[Dd]egree|DEGREE|(?:of|OF) (?:[Ss]cience"
        r"|SCIENCE|[Aa]rts|ARTS|[Ee]ngineering|ENGINEERING|[Tt]echnology|TECHNOLOGY"
        r"|[Bb]usiness [Aa]dministration|[Cc]omputer [Aa]pplications?|[Cc]ommerce|[Pp]hilosophy|[Ll]aws?"
        r"|[Ff]ine [Aa]rts|[Ee]ducation)))?|(?:B\. ?[Ss]c|B\.?Tech|B\. ?Tech|B\. ?E|B\. ?A|B\. ?S|B\. ?Com"
        r"|B\. ?Ed|B\. ?Arch|B\. ?Pharm)\b\.?|(?:BSc|BTech|BBA|BCA|BEng|BCom|LLB|BFA|B\.B\.A\.?|B\.C\.A\.?"
        r"|BE(?= (?:in|[-(]))|BS(?= (?:in|degree|,))|BA(?= (?:in|degree|,|\()))\b|[Uu]ndergraduate [Dd]egree"
        r"|(?:[Cc]ollege|[Uu]niversity) [Dd]egree",
    ),
    (
        "associate",
        r"[Aa]ssociate(?:['’]?s)? (?:[Dd]egree|of (?:[Aa]pplied )?(?:[Ss]cience|[Aa]rts)|in (?:[Ss]cience"
        r"|[Aa]rts))|A\.A\.(?:S\.)?|AAS\b|[Ff]oundation [Dd]egree|HND\b",
    ),
    (
        "vocational",
        r"(?:[Aa]dvanced )?[Dd]iploma(?: in)?|DIPLOMA|ITI\b|[Vv]ocational (?:training|education|qualification)"
        r"|[Aa]pprenticeship|Ausbildung|BTEC\b",
    ),
    (
        "secondary",
        r"[Hh]igh [Ss]chool(?: [Dd]iploma)?|HIGH SCHOOL|(?:H\.?S\.?C|S\.?S\.?C|GED|GCSEs?|Abitur|XII(?:th)?"
        r"|CBSE|ICSE|S\.S\.L\.C|SSLC|HSSC|A[- ]?[Ll]evels?)\b\.?|(?:[Hh]igher )?[Ss]econdary(?: [Ss]chool)?"
        r"|[Ii]ntermediate(?= (?:education|\(|from|exam))|1[02]th\b|[Mm]atriculation|[Bb]accalaur[eé]at",
    ),
)
_DEGREE = re.compile(
    r"(?<![\w.])(?=[A-Zabcdhmpuv1])(?:" + "|".join(f"(?P<{level}>{words})" for level, words in _DEGREES) + r")(?![\w])"
)
_FIELD = re.compile(
    r"(?:['’]s)?(?: \((?:Hons?\.?|Honou?rs|Tech|Eng)\))?(?: [Dd]egree)?(?:[ \t]*(?:,|:|-|–|\()[ \t]*"
    r"|[ \t]+(?P<joint>in|of|IN|OF)[ \t]+|[ \t]+)(?:the field of |major(?:ing)? in |a "
    r"|Major:? )?(?P<field>[A-Z][\w&/+.-]*(?:[ ,](?: ?(?:and|&|of|in|with) )? ?[A-Z][\w&/+-]*){0,4}"
    r"|(?:computer science|[a-z]+ (?:engineering|science|sciences|administration|studies)|mathematics"
    r"|statistics|physics|economics|[a-z]+ and [a-z]+ engineering|engineering|accounting|finance|marketing"
    r"|biology|chemistry|law|data science))"
)
_INSTITUTION = re.compile(
    r"\b(?:university|college|institute|school|academy|polytechnic|campus|vidyalaya|from|at|university of)\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"scien|engineer|tech|math|statist|physic|econom|financ|account|commerce|market|business|manage|admin"
    r"|biolog|chemi|law|arts?\b|history|psycholog|"
    r"educat|nurs|medic|pharma|electr|mechan|civil|comput|software|information|data|design|communicat"
    r"|linguist|literature|english|journalism|analytics|"
    r"hr\b|human|it\b|cse?\b|ece\b|eee\b|hospitality|agri|architect|studies|sociology|philosoph|politic",
    re.IGNORECASE,
)
_OUTLOOK = 120
_NEXT = 8  # characters between two degrees that share a field


def find_education(text: str, limits: list[tuple[int, int]]) -> tuple[Education, ...]:
    """Find the degrees within stretches of a text, in order.

    Examples
    --------
    >>> [(degree.level, degree.field) for degree in find_education("B.Sc. in Biology, Pune", [(0, 22)])]
    [('bachelor', 'Biology')]
    """
    found: list[Education] = []
    for start, end in limits:
        for hit in _DEGREE.finditer(text, start, end):
            if hit.start() and (text[hit.start() - 1].isalnum() or text[hit.start() - 1] == "."):
                continue
            level = next(level for level, _ in _DEGREES if hit[level])
            field = _field(text, hit.end(), end)
            if field and found and found[-1].field is None and hit.start() - found[-1].end <= _NEXT:
                found[-1] = replace(found[-1], field=field)  # "Bachelor's or Master's degree in Statistics"
            found.append(Education(level=level, field=field, start=hit.start(), end=hit.end()))
    return tuple(found)


def degree_places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where degrees are named within a stretch of a text."""
    return [hit.span() for hit in _DEGREE.finditer(text, start, end)]


def _field(text: str, start: int, end: int) -> str | None:
    """Read the field of study after a degree; without "in" or "of" it must name a subject, not a place."""
    hit = _FIELD.match(text, start, min(end, start + _OUTLOOK))
    if not hit:
        return None
    words = hit["field"].split(",")[0].strip(" .,-")
    institution = _INSTITUTION.search(words)
    words = words[: institution.start()].strip() if institution else words
    return words if words and (hit["joint"] or SUBJECT.search(words)) else None
