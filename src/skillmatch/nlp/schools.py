"""Find the names of schools: by their kind wherever they stand, and by their place beside a degree.

A kind ("University", "Hochschule") is followed to both sides over the capitalised words that belong to it. In an entry
of the education section, whatever is neither degree, field, date nor remark is a school or its town, so that one whose
kind no list knows is found like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillmatch.nlp.education import SUBJECT, degree_places
from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import last_occupation_end

Place = tuple[int, int]

LONGEST = 150  # characters of a line that is an entry of a school

_STEMS = """
    universi univerzi uniwersytet üniversitesi hochschul fachhochschul musikhochschul college collège colegio colégio
    institut instytut academ akadem polytechn polytéchn politec politek politéc politèc vidyalaya vishwavidyalaya school
    schule gymnasium lycé lyce liceo école ecole escuela facult seminary conservato
""".split()  # noqa: SIM905
_SIGN = re.compile(
    r"(?=[^\W\d_a-z])"  # each begins with a capital, so that the search skips all else
    "(?:"
    + "|".join(
        [form for stem in _STEMS for form in (stem.capitalize(), stem.upper())]
        + [r"\b(?:IIT|IIIT|NIT|IIM|MIT|ETH|EPFL|UCLA|UCL|LSE|KAIST)\b"]
    )
    + ")"
)
_KIND = re.compile(
    r"(?:universi(?:t|d|th)\w*|univerzi\w+|uniwersytet\w*|üniversitesi|\w*hochschule|colleges?|coll[èe]ge|col[eé]gio"
    r"|institut(?:e|es|o|et|ut)?|instytut|academy|academia|academies|akademi\w*|polyt[eé]chni(?:c|que)"
    r"|polit[eéè][ck]h?ni\w+"
    r"|\w*vidyalaya\w*|schools?|schule|gymnasium|lyc[eé]e|liceo|[eé]cole|escuela|facult\w+|seminary|conservato\w+"
    r"|[A-Z]{3,5})",
    re.IGNORECASE,
)
_REST_OF_WORD = re.compile(r"\w*")
_JOINER = r"(?:of|for|and|&|the|at|de|del|della|di|da|do|dos|la|le|les|des|du|von|zu|für|in|y|e)"
_WORD = r"[A-ZÀ-ÞĀ-Ž][\w'’.&-]*"
_LEFT = re.compile(rf"(?:{_WORD}[ ](?:{_JOINER}[ ]){{0,2}}){{1,6}}\Z")
_RIGHT = re.compile(rf"(?P<joint>(?:[ ]{_JOINER}){{1,3}})?[ ](?P<word>{_WORD})")
_RIGHT_WORDS = 3  # after the kind or after "of": more are something else ("University of Leeds Data Analyst")
_LEVEL = re.compile(
    r"\b(?:(?:senior|junior|higher|sr|hr)\.? )?(?:high|higher|secondary|sec|middle|grammar)\.? school\b", re.IGNORECASE
)
_FIELD = re.compile(
    rf"{SUBJECT.pattern}|(?:ology|ics|istry|graphy|ing|ment|tions?|ons|ture|nomy|systems?)\b", re.IGNORECASE
)
_NEXT = re.compile(r"[,|•·;]|[ ][-–—][ ]")  # what parts a degree and its field from what comes next
_FIELD_FOLLOWS = re.compile(r"\b(?:in|of)\s+$", re.IGNORECASE)
_SUBJECT_GAP = 1  # words between two of a field that need not name a subject ("Human Resource Management")
_DEGREE_WORD = re.compile(r" degree", re.IGNORECASE)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BULLET = re.compile(r"\s*[•●▪◦■➢✓❖*–-]\s")
_PIECE = re.compile(r"[^,|•·;()\t–—]+")
_NAME = re.compile(rf"{_WORD}(?: (?:{_JOINER} )?{_WORD}){{0,5}}")
_OF = re.compile(r" (?:of|de|di|für) ")
_REMARK = re.compile(
    r"\d|:|\b(?:gpa|cgpa|grade|percent|hons?|honou?rs|distinction|class|thesis|dissertation|coursework|courses?"
    r"|modules?"
    r"|major|minor|awards?|certifi\w+|licen[cs]\w+|training|diploma|expected|present|current|first|second|merit"
    r"|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b",
    re.IGNORECASE,
)


_ABOUT_STUDIES = re.compile(
    r"[\s•●▪*–-]*(?:(?:relevant|selected|key|main|final|master|bachelor|phd|doctoral|diploma)\b['’]?s?[ -]?(?:year )?)*"
    r"(?:thesis|dissertation|project|coursework|course|module|subject|topic|tool|technolog|language|skill|award|activit)"
    r"\w*[^:\n]{0,20}:",
    re.IGNORECASE,
)


def find_schools(text: str, parts: Sequence[Part], *, everywhere: bool = True) -> list[Place]:
    r"""Find the names of schools, in order; they may overlap.

    Parameters
    ----------
    text
        A resume.
    parts
        Its sections.
    everywhere
        Also outside the sections of education, where a school may be an employer or a customer.

    Examples
    --------
    >>> from skillmatch.nlp.sections import find_parts
    >>> text = "Jo Doe\n\nEducation\nBSc Computer Science Politechnika Warszawska, 2013\nMSc Statistics, Yonsei, 2014\n"
    >>> [text[start:end] for start, end in find_schools(text, find_parts(text, "resume"))]
    ['Politechnika Warszawska', 'Yonsei']
    """
    places: list[Place] = []
    for part in parts:
        taught = part.kind == "education"
        if not taught and not everywhere:
            continue
        for sign in _SIGN.finditer(text, part.body, part.end):
            end = _REST_OF_WORD.match(text, sign.end()).end()  # type: ignore[union-attr]  # it matches nothing, too
            glued = text[sign.start() - 1 : sign.start()].isalnum()
            if not glued and _KIND.fullmatch(text, sign.start(), end) and not _DEGREE_WORD.match(text, end):
                places += _around(text, part, sign.start(), end)
        if taught:
            places += _beside_degrees(text, part.body, part.end, places)
    return sorted(places)


def _around(text: str, part: Part, start: int, end: int) -> Iterator[Place]:
    """Follow the kind of a school to both sides; outside education it takes a name to be one."""
    line = max(part.body, text.rfind("\n", 0, start) + 1, start - LONGEST)
    stop = text.find("\n", end)
    stop = min(part.end if stop < 0 else stop, part.end, end + LONGEST)
    degrees = degree_places(text, line, stop)
    levels = [hit.span() for hit in _LEVEL.finditer(text, line, stop)]
    floor = max([last for _, last in (*degrees, *levels) if last <= start], default=line)
    ceiling = min([first for first, last in degrees if first >= end and (first, last) not in levels], default=stop)
    begin = _left_end(text, line, floor, start)
    close = _right_end(text, end, ceiling)
    if part.kind != "education" and begin == start and not _OF.match(text[end:close]):
        return
    level = next((it for it in levels if it[0] < end and start < it[1]), None)
    stretches = [(begin, level[0]), (level[1], close)] if level else [(begin, close)]
    for first, last in stretches:
        words = text[first:last].strip()
        if words:
            first += text[first:last].find(words)
            yield first, first + len(words)


def _left_end(text: str, line: int, floor: int, start: int) -> int:
    """Return where the name of a school begins: behind a degree and its field, or behind a job title."""
    title = last_occupation_end(text, floor, start)
    floor = title if title is not None else floor
    left = _LEFT.search(text[floor:start])
    begin = floor + left.start() if left else start
    behind = (floor > line and not _NEXT.search(text[floor:begin])) or _FIELD_FOLLOWS.search(text[line:begin])
    field = _field_end(text, begin, start, 0 if behind else 1)
    if title is None and (behind or text[field:start].strip()):
        begin = field + len(text[field:start]) - len(text[field:start].lstrip())
    return begin


def _field_end(text: str, begin: int, start: int, gap: int) -> int:
    """Return where the field of study ends that the words before the kind of a school begin with.

    `gap` counts words that name no subject; the first may be one behind a degree ("Instructional Design").
    """
    end = begin
    for word in re.finditer(r"\S+", text[begin:start]):
        gap = 0 if _FIELD.search(word[0]) else gap + 1
        if gap > _SUBJECT_GAP:
            break
        end = begin + word.end() if gap == 0 else end
    return end


def _right_end(text: str, end: int, ceiling: int) -> int:
    """Return where the name of a school ends: "of Technology Madras" belongs to it, a field that follows does not."""
    free = _RIGHT_WORDS
    while word := _RIGHT.match(text, end, ceiling):
        if word["joint"]:
            free = _RIGHT_WORDS
        elif free == 0 or _FIELD.search(word["word"]):
            break
        free -= 1
        end = word.end()
    return end


def _beside_degrees(text: str, first: int, last: int, known: Sequence[Place]) -> Iterator[Place]:
    """Find the pieces of the entries of an education section that can only be a school or its town."""
    lines = list(_LINE.finditer(text, first, last))
    degrees = [degree_places(text, *line.span()) for line in lines]
    for number, line in enumerate(lines):
        beside = any(degrees[max(0, number - 1) : number + 2])
        if not beside or _BULLET.match(line[0]) or _ABOUT_STUDIES.match(line[0]) or len(line[0]) > LONGEST:
            continue
        for piece in _PIECE.finditer(text, line.start(), line.end()):
            words = piece[0].strip(" .-")
            start = piece.start() + piece[0].find(words)
            if (
                _NAME.fullmatch(words)
                and not (_REMARK.search(words) or SUBJECT.search(words))
                and not any(a < start + len(words) and start < b for a, b in (*degrees[number], *known))
            ):
                yield start, start + len(words)
