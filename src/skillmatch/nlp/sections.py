"""Find the sections of resumes and job ads by their headings.

A heading is a short line whose words are those of one, or such words before a colon. Texts that have lost their line
ends carry headings inside a line; there, only wordings of several capitalised words count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from skillmatch.models import Kind
from skillmatch.nlp.headings import heading_kind

MAX_HEADING = 80  # characters
HEAD_LINES = 12  # lines of name, address and links at the top of a resume
PROSE = 9  # words; a longer line at the top of a resume is no address
LONG_LINE = 250  # characters; a longer line has lost the line ends between its items

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_MARK = re.compile(r"\s*(?::|\.\.\.|…|\?)|\s+(?=[•☞●▪◦■➢✓❖*] )")
_RUNS_INTO = re.compile(
    r"\b(?:an?|the|of|in|on|with|and|or|for|to|from|by|as|at|our|your|these|those|following|&)\s+$|[&/,]\s*$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"@|https?:|www\.|\.com|\+?\d[\d ().-]{7,}\d|[|•·].*[|•·]")
_BULLETED = re.compile(r"\s*[•☞●▪◦■➢✓❖*]\s")
_INSIDE = re.compile(
    r"(?<![\w/<&'’-])(?:"
    r"(?:Job|Company|Role|Position) (?:[Dd]escription|[Bb]enefits|[Rr]equirements|[Rr]esponsibilities|[Ss]ummary)"
    r"|About (?:[Tt]he (?:[Rr]ole|[Jj]ob|[Cc]ompany|[Tt]eam|[Pp]osition)|[Uu]s|[Yy]ou)\b"
    r"|(?:Your|Our) (?:[Ss]kills|[Pp]rofile|[Rr]esponsibilities|[Tt]asks|[Rr]ole|[Oo]ffer|[Bb]enefits|[Qq]ualifications|[Mm]ission|[Tt]ech [Ss]tack)\b"
    r"|What (?:[Yy]ou(?:['’]ll| will)? (?:[Bb]ring|[Dd]o|[Nn]eed|[Gg]et)|[Ww]e(?:['’]re| are)? (?:[Oo]ffer|[Ll]ook(?:ing)? [Ff]or|[Ee]xpect))\b"
    r"|Nice[ -][Tt]o[ -][Hh]aves?|Bonus [Pp]oints(?: [Ff]or)?|(?:Preferred|Required|Minimum|Basic) (?:[Qq]ualifications?|[Ss]kills|[Ee]xperience)|Will be a plus"
    r"|(?:Work|Professional|Employment) (?:Experience|History)|(?:IT|Technical|Key|Core|Computer) Skills|Personal Details|Additional Information|Certifications and Licenses|Online Profile"
    r"|(?:Roles? and|Key|Main) Responsibilities|Perks (?:and|&) [Bb]enefits|Who (?:[Yy]ou|[Ww]e) [Aa]re"
    r")(?![\w-])"
)  # fmt: skip
_LONE = re.compile(r"(?<=[a-z\d)] )(?:Education|Skills|Certifications|Projects|Awards|Publications|Languages|Requirements|Responsibilities|Benefits)(?=  ?[A-Z])")  # fmt: skip
_BREAKS_WORK = frozenset(
    {
        "education",
        "skills",
        "projects",
        "certifications",
        "publications",
        "interests",
        "references",
        "contact",
        "experience",
        "volunteering",
        "summary",
        "languages",
    }
)
_ENTRY_WORDS = re.compile(
    r"\W*(?:environments?|roles?|client|tools?|technolog(?:y|ies)|platforms?|software|languages?|frameworks?|databases?|summary|overview|description|"
    r"tech(?:nical|nology)? ?stack|operating systems?|position|projects?|projects? (?:description|details|summary)|skills)(?: used| known| involved)?\W*",
    re.IGNORECASE,
)
_OWN_SECTION = frozenset({"education", "certifications", "references", "interests", "contact", "experience", "summary"})
_RESUME_KINDS = {
    "required": "skills",
    "stack": "skills",
    "duties": "experience",
    "about-role": "summary",
    "about-company": "other",
    "benefits": "other",
    "preferred": "other",
    "how-to-apply": "other",
}
_JOB_KINDS = {"summary": "about-role", "contact": "how-to-apply", "interests": "about-company", "volunteering": "other"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: its place in the text, and whether its section goes on in the same line."""

    kind: str
    start: int
    end: int
    inline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section: `start` to `end` with its heading, `body` is where the text under the heading starts."""

    kind: str
    title: str
    start: int
    body: int
    end: int


def iter_headings(text: str, marked: Collection[int] = ()) -> Iterator[Heading]:
    """Yield the headings of a text in order.

    Parameters
    ----------
    text
        Any text.
    marked
        Offsets of lines that stand out on the page: larger or bold type.
    """
    for line in _LINE.finditer(text):
        start, end = line.span()
        words = line[0].strip()
        if not words:
            continue
        if len(words) <= MAX_HEADING and (kind := heading_kind(words)) and _stands_out(text, words, start, end, marked):
            yield Heading(kind=kind, start=start, end=end, inline=False)
        else:
            yield from _inline_headings(text, start, end)


def find_parts(text: str, kind: Kind, marked: Collection[int] = ()) -> tuple[Part, ...]:
    """Split a text into sections, in order and without gaps.

    What stands before the first heading is ``contact`` in a resume and ``title`` in a job ad.

    Examples
    --------
    >>> [part.kind for part in find_parts("Jo Doe\\n\\nSkills\\nPython, SQL\\n", "resume")]
    ['contact', 'skills']
    """
    if not text:
        return ()
    names = _RESUME_KINDS if kind == "resume" else _JOB_KINDS
    first = "contact" if kind == "resume" else "title"
    parts = [Part(kind=first, title="", start=0, body=0, end=len(text))]
    for heading in iter_headings(text, marked):
        name = names.get(heading.kind, heading.kind)
        if kind == "resume" and _is_entry(text, heading, parts[-1].kind):
            continue
        parts[-1] = replace(parts[-1], end=heading.start)
        title = text[heading.start : heading.end].strip(" \t:•-*#")
        parts.append(Part(kind=name, title=title, start=heading.start, body=heading.end, end=len(text)))
    if kind == "resume":
        parts[:1] = _split_head(text, parts[0])
    return tuple(part for part in parts if part.end > part.start)


def _is_entry(text: str, heading: Heading, current: str) -> bool:
    """Tell a label inside an entry of a resume ("Environment: Java") from the heading of a section."""
    words = text[heading.start : heading.end]
    if current in {"experience", "projects"}:
        if heading.kind not in _BREAKS_WORK:
            return not re.search(r"information|miscellaneous|achievements|awards|honou?rs", words, re.IGNORECASE)
        if heading.inline and heading.kind not in {"education", "certifications", "references", "interests"}:
            return True
        return _ENTRY_WORDS.fullmatch(words) is not None and (words.strip().endswith(":") or not words.isupper())
    return current == "skills" and heading.inline and heading.kind not in _OWN_SECTION


def _split_head(text: str, head: Part) -> list[Part]:
    """Part the name and contact lines at the top of a resume from a summary that follows without heading."""
    for number, line in enumerate(_LINE.finditer(text, head.start, head.end)):
        words = line[0].split()
        prose = len(words) >= PROSE and not _CONTACT.search(line[0])
        if number and (prose or number >= HEAD_LINES or _BULLETED.match(line[0])):
            rest = Part(kind="summary", title="", start=line.start(), body=line.start(), end=head.end)
            return [replace(head, end=line.start()), rest]
    return [head]


def _stands_out(text: str, words: str, start: int, end: int, marked: Collection[int]) -> bool:
    """Tell a heading of one plain word from an entry of a bare list of terms."""
    if start in marked or words[-1] in ":?…":
        return True
    if words[-1] in ".,;" and not words.endswith("..") or words.lstrip(" •-*#(")[:1].islower():
        return False
    if words.isupper() or " " in words.strip(" •-*#"):
        return True
    return start == 0 or text[:start].endswith("\n\n") or words.lower().endswith("s") or words.lower() in _SURE


_SURE = frozenset({"education", "experience", "summary", "profile", "objective", "benefits", "contact", "overview"})


def _inline_headings(text: str, start: int, end: int) -> Iterator[Heading]:
    """Yield headings that share their line with other text."""
    found: dict[int, Heading] = {}
    for mark in _MARK.finditer(text, start, end):
        heading = _before_mark(text, start, mark)
        if heading:
            found.setdefault(heading.start, heading)
    for pattern in (_INSIDE, _LONE):
        for hit in pattern.finditer(text, start, end):
            lost = end - start > LONG_LINE or not text[start : hit.start()].strip()
            taken = any(other.start <= hit.start() < other.end for other in found.values())
            if lost and not taken and (kind := heading_kind(hit[0])):
                found[hit.start()] = Heading(kind=kind, start=hit.start(), end=hit.end(), inline=True)
    yield from (found[place] for place in sorted(found))


def _before_mark(text: str, line: int, mark: re.Match[str]) -> Heading | None:
    """Find the longest wording of a heading that ends at a colon, or at the first bullet of a line."""
    window = text[max(line, mark.start() - MAX_HEADING) : mark.start()]
    offset = mark.start() - len(window)
    for word in re.finditer(r"(?:(?<=\s)|(?<=^)|(?<=[•☞(.]))[A-Z]", window):
        if _RUNS_INTO.search(window[: word.start()]):
            continue
        if kind := heading_kind(window[word.start() :]):
            return Heading(kind=kind, start=offset + word.start(), end=mark.end(), inline=True)
    return None


class Sections:
    """Put one span per section into ``doc.spans["sections"]``, with the kind as label.

    The group's ``attrs["parts"]`` holds kind, title, start, body and end of each in characters.
    """

    def __init__(self, name: str = "skillmatch_sections", *, spans_key: str = "sections") -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        kind: Kind = doc.user_data.get("kind", "job")
        parts = find_parts(doc.text, kind, frozenset(doc.user_data.get("marked", ())))
        spans = [doc.char_span(part.start, part.end, label=part.kind, alignment_mode="expand") for part in parts]
        group = SpanGroup(doc, name=self.spans_key, spans=[span for span in spans if span is not None])
        group.attrs["parts"] = [[part.kind, part.title, part.start, part.body, part.end] for part in parts]
        doc.spans[self.spans_key] = group
        return doc


@Language.factory("skillmatch_sections", assigns=["doc.spans"], default_config={"spans_key": "sections"})
def make_sections(nlp: Language, name: str, spans_key: str) -> Sections:
    """Build the component for a pipeline."""
    return Sections(name, spans_key=spans_key)


def parts_of(doc: Doc, spans_key: str = "sections") -> tuple[Part, ...]:
    """Return the sections that the component found, () if it has not run."""
    if spans_key not in doc.spans:
        return ()
    rows = doc.spans[spans_key].attrs["parts"]
    return tuple(Part(kind=row[0], title=row[1], start=row[2], body=row[3], end=row[4]) for row in rows)
