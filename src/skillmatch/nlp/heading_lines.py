"""Find where the headings of a text stand.

A heading is a short line whose words are those of one, or such words before a colon or a bullet. Texts that have lost
their line ends carry headings inside a line; there, only wordings of several capitalised words count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from skillmatch.nlp.heading_guesses import guess_heading
from skillmatch.nlp.headings import heading_kind, heading_text

MAX_HEADING = 80  # characters
FRAME_WORDS = 7
LONG_LINE = 250  # characters; a longer line has lost the line ends between its items

_BULLETS = "•☞●▪◦■➢✓❖*»›–"
_ITEM_SIGNS = frozenset("-+" + _BULLETS)
_BEFORE = frozenset(" -#" + _BULLETS)
_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_OVER_LIST = re.compile(rf"\s*[\n\r]\s*(?:[{_BULLETS}+-]|\d{{1,2}}[.)])\s")
_OVER_LINE = re.compile(r"[ \t]*\r?\n[ \t]*\w")
# How a heading begins that speaks to the reader; no colon and no list need to follow it.
_FRAME = re.compile(
    r"(?:What|Who|How|Why|You(?:r|['’]ll|['’]re)?|We(?:['’](?:d|re))?|Our|The|Things?|Is this|It (?:would|will)"
    r"|It['’]d|If"
    r"|Even|Also|Great|Nice|Good|Useful|Helpful|Not|Don['’]t|No|Forget|Absolutely|Must|Bonus|Extra|Wish|Some(?:one"
    r"|body))\b"
)
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_MARK = re.compile(rf":|\.\.\.|…|\?| (?=[{_BULLETS}] )")
_RUNS_INTO = re.compile(
    r"\b(?:an?|the|of|in|on|with|and|or|for|to|from|by|as|at|our|your|these|those|following|&)\s+$|[&/,]\s*$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(rf"(?:(?<=\s)|(?<=^)|(?<=[{_BULLETS}(.]))[A-Z]")
_INSIDE = re.compile(
    r"(?:(?:Job|Company|Role|Position) (?:[Dd]escription|[Bb]enefits|[Rr]equirements|[Rr]esponsibilities|[Ss]ummary)"
    r"|About (?:[Tt]he (?:[Rr]ole|[Jj]ob|[Cc]ompany|[Tt]eam|[Pp]osition)|[Uu]s|[Yy]ou)\b"
    r"|(?:Your|Our) (?:[Ss]kills|[Pp]rofile|[Rr]esponsibilities|[Tt]asks|[Rr]ole|[Oo]ffer|[Bb]enefits"
    r"|[Qq]ualifications|[Mm]ission|[Tt]ech [Ss]tack)\b"
    r"|What (?:[Yy]ou(?:['’]ll| will)? (?:[Bb]ring|[Dd]o(?! (?:not |need|have|bring|know))|[Nn]eed|[Gg]et)"
    r"|[Ww]e(?:['’]re| are)? (?:[Oo]ffer|[Ll]ook(?:ing)? [Ff]or|[Ee]xpect))\b"
    r"|Nice[ -][Tt]o[ -][Hh]aves?|Bonus [Pp]oints(?: [Ff]or)?|(?:Preferred|Required|Minimum"
    r"|Basic) (?:[Qq]ualifications?|[Ss]kills|[Ee]xperience)|Will be a plus"
    r"|(?:Skills|Qualifications|Experience) (?:Needed|Required|needed|required)|(?:Work|Professional"
    r"|Employment) (?:Experience|History)|(?:IT|Technical|Key|Core|Computer) Skills|Personal Details"
    r"|Additional Information|Certifications and Licenses|Online Profile"
    r"|(?:Roles? and|Key|Main) Responsibilities|Perks (?:and|&) [Bb]enefits|Who (?:[Yy]ou|[Ww]e) [Aa]re)(?![\w-])"
)
_CAPITALS = re.compile(r"[A-Z][A-Z'’]+(?: (?:[A-Z'’]{2,}|&|/|[AI](?= [A-Z]{2}))){0,6}(?= +(?:[A-Z•]?[a-z ]|\d))")
_LONE = re.compile(
    r"(?:Education|Skills|Certifications|Projects|Awards|Publications|Languages|Requirements"
    r"|Responsibilities|Benefits)(?=  ?[A-Z])"
)
# One of the three may match where a line starts.
_AT_START = re.compile(rf"[ #{_BULLETS}-]*(?:{_INSIDE.pattern}|[A-Z][A-Z'’]|{_LONE.pattern})")
_MORE = re.compile(
    r"(?: (?:looking for|offer(?: you)?|need|expect|do|are|have|from you|to the table|required|needed|with us))+\b",
    re.IGNORECASE,
)
_GLUED = frozenset("-_/<&'’")
_JOINTS = frozenset("-_")
_SURE = frozenset(
    [
        "education",
        "experience",
        "summary",
        "profile",
        "objective",
        "benefits",
        "contact",
        "overview",
        "desired",
        "desirable",
        "preferred",
        "required",
        "mandatory",
        "essential",
        "optional",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: its place in the text, and whether its section goes on in the same line.

    The kind of one that is `guessed` is that which it has in a job ad; in a resume it may be anything.
    """

    kind: str
    start: int
    end: int
    inline: bool
    guessed: bool = False


def find_headings(text: str, marked: Collection[int] = ()) -> list[Heading]:
    r"""Find the headings of a text, in order.

    Parameters
    ----------
    text
        Any text.
    marked
        Offsets of lines that stand out on the page: larger or bold type.

    Examples
    --------
    >>> [heading.kind for heading in find_headings("Must have: SQL. Nice to have: R\n\nBenefits\nTea")]
    ['required', 'preferred', 'benefits']
    """
    found: dict[int, Heading] = {}
    for line in _LINE.finditer(text):
        start, end = line.span()
        kind = _line_kind(text, start, end, marked)
        if kind:
            found[start] = Heading(kind=kind, start=start, end=end, inline=False)
        elif kind := _guessed_kind(text, start, end):
            found[start] = Heading(kind=kind, start=start, end=end, inline=False, guessed=True)
        else:
            inside = end - start > LONG_LINE or _AT_START.match(text, start, end)
            for heading in (*_before_marks(text, start, end), *(_inside_line(text, start, end) if inside else ())):
                found.setdefault(heading.start, heading)
    return _without_overlaps(found[place] for place in sorted(found))


def _without_overlaps(headings: Iterator[Heading]) -> list[Heading]:
    kept: list[Heading] = []
    for heading in headings:
        if not kept or heading.start >= kept[-1].end:
            kept.append(heading)
    return kept


def _line_kind(text: str, start: int, end: int, marked: Collection[int]) -> str | None:
    """Return the kind of heading that a line by itself is; the cheap tests come first."""
    if end - start > MAX_HEADING + 20:
        return None
    words = text[start:end].strip()
    plain = words.lstrip(" -#(0123456789.)" + _BULLETS)
    if not plain or len(words) > MAX_HEADING or (plain[0].islower() and words[-1] not in ":?" and start not in marked):
        return None
    if words[-1] in ".,;" and not words.endswith(".."):
        return None
    kind = heading_kind(words)
    return kind if kind and (start in marked or _stands_out(text, words, plain, start)) else None


def _guessed_kind(text: str, start: int, end: int) -> str | None:
    """Guess the kind of a line that stands like a heading: apart from what is above, over a list or with a colon."""
    apart = start == 0 or text.endswith(("\n\n", "\n\r\n"), 0, start)
    if end - start > MAX_HEADING or not (apart or _is_between_items(text, start, end)):
        return None
    words = text[start:end].rstrip()
    first = _FIRST_LETTER.search(words)
    if first is None or not first[0].isupper() or first.start() > 3:
        return None
    mark, rest = words[: first.start()].strip(), words[first.start() :]
    if mark.strip("#") not in ("", "**") or words[-1] in ".,;!)":
        return None  # a bullet starts an entry, not a section
    heads = words[-1] == ":" or words.isupper() or _OVER_LIST.match(text, end) is not None
    if not heads and not (_FRAME.match(rest) and rest.count(" ") < FRAME_WORDS and _OVER_LINE.match(text, end)):
        return None
    kind = guess_heading(heading_text(words))
    return kind if kind != "other" or (heads and " " in rest) else None


def _is_between_items(text: str, start: int, end: int) -> bool:
    """Tell whether a line without a bullet parts two lists: "- Git", "You won't need", "- Java"."""
    if not _OVER_LIST.match(text, end):
        return False
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].lstrip()
    return above[:2].endswith(" ") and above[:1] in _ITEM_SIGNS


def _stands_out(text: str, words: str, plain: str, start: int) -> bool:
    """Tell a heading of one plain word from an entry of a bare list of terms."""
    if words[-1] in ":?…" or words.isupper() or " " in plain:
        return True
    return start == 0 or text.endswith("\n\n", 0, start) or words.lower().endswith("s") or words.lower() in _SURE


def _before_marks(text: str, line: int, end: int) -> Iterator[Heading]:
    """Yield wordings of headings that end at a colon or before a bullet, the longest for each."""
    here = line
    for mark in _MARK.finditer(text, line, end):
        start = max(here, mark.start() - MAX_HEADING)
        window = text[start : mark.start()]
        for word in _CAPITAL.finditer(window):
            if (kind := heading_kind(window[word.start() :])) and not _RUNS_INTO.search(window[: word.start()]):
                yield Heading(kind=kind, start=start + word.start(), end=mark.end(), inline=True)
                break
        here = mark.end()


def _inside_line(text: str, line: int, end: int) -> Iterator[Heading]:
    """Yield headings without a colon: at the line's start, and anywhere in a line that has lost its line ends."""
    start = line
    while start < end and text[start] in _BEFORE:
        start += 1
    for pattern in (_INSIDE, _CAPITALS, _LONE):
        hits = (
            pattern.finditer(text, line, end)
            if end - line > LONG_LINE
            else filter(None, [pattern.match(text, start, end)])
        )
        for hit in hits:
            if pattern is not _INSIDE and hit.start() != start and not (pattern is _LONE or " " in hit[0]):
                continue
            before, after = text[hit.start() - 1 : hit.start()], text[hit.end() : hit.end() + 1]
            if before.isalnum() or before in _GLUED or after in _JOINTS:
                continue
            stop = _MORE.match(text, hit.end(), end)
            for stretch in ([stop.end()] if stop else []) + [hit.end()]:  # "Who we are looking for", not "Who we are"
                if kind := heading_kind(text[hit.start() : stretch]):
                    yield Heading(kind=kind, start=hit.start(), end=stretch, inline=True)
                    break
