"""Cut resumes and job ads into sections at their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from skillmatch.models import Kind
from skillmatch.nlp.clauses import is_term_list
from skillmatch.nlp.heading_lines import Heading, find_headings
from skillmatch.nlp.kind import guess_kind
from skillmatch.nlp.notes import SECTIONS, folded_text

HEAD_LINES = 12  # lines of name, address and links at the top of a resume
PROSE = 9  # words; a longer line at the top of a resume is no address

_LINE = re.compile(r"[^\n\r]+")
_CONTACT = re.compile(r"@|https?:|www\.|\.com|\+?\d[\d ().-]{7,}\d|[|•·].*[|•·]")
_BULLETED = re.compile(r"\s*[•☞●▪◦■➢✓❖*]\s")
_LISTS = frozenset({"preferred", "duties", "stack"})
_ITEM = re.compile(r"\s*(?:[•☞●▪◦■➢✓❖*»›·–+-]\s|\d{1,2}[.)]\s)")
_PARAGRAPH = re.compile(  # a blank line, then a sentence of several words
    r"\n[ \t\r]*\n\s*(?P<line>(?![•☞●▪◦■➢✓❖*»›·–-]\s"
    r"|\d{1,2}[.)]\s)[A-Z][^\n]*?\w \w+[^\n]*? \w+[^\n]*? \w+[^\n]*[.!?])"
    r"[ \t\r]*(?=\n|$)"
)
_REST = re.compile(r"information|miscellaneous|achievements|awards|honou?rs", re.IGNORECASE)
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
    r"\W*(?:environments?|roles?|client|tools?|technolog(?:y|ies)|platforms?|software|languages?"
    r"|frameworks?|databases?|summary|overview|description|"
    r"tech(?:nical|nology)? ?stack|operating systems?|position|projects?|projects? (?:description|details"
    r"|summary)|skills)(?: used| known| involved)?\W*",
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
_ASKS = frozenset({"required", "preferred", "not-required", "benefits", "how-to-apply", "equal-opportunity"})
_ADVERT = _ASKS | {"about-company", "about-role", "duties"}
_ADVERT_SIGNS = 2  # kinds of section that ask or offer: one alone may be a resume's own ("Requirements")
_RESUME_OWN = _OWN_SECTION | {"projects", "publications", "volunteering", "languages", "awards"}
_OF_ADS = frozenset({"required", "preferred", "duties"})
_JOB_KINDS = {"summary": "about-role", "contact": "how-to-apply", "interests": "about-company", "volunteering": "other"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section: `start` to `end` with its heading, `body` is where the text under the heading starts."""

    kind: str
    title: str
    start: int
    body: int
    end: int


def find_parts(text: str, kind: Kind, headings: Sequence[Heading] | None = None) -> tuple[Part, ...]:
    r"""Split a text into sections, in order and without gaps.

    What stands before the first heading is ``contact`` in a resume and ``title`` in a job ad.

    Examples
    --------
    >>> [part.kind for part in find_parts("Jo Doe\n\nSkills\nPython, SQL\n", "resume")]
    ['contact', 'skills']
    """
    if not text:
        return ()
    found = find_headings(text) if headings is None else headings
    if kind == "job" and is_term_list(text) and not any(heading.kind in _OF_ADS for heading in found):
        found = []  # "Training" and "Benefits" are terms like the others there
    names = _RESUME_KINDS if kind == "resume" else _JOB_KINDS
    first = "contact" if kind == "resume" else "title"
    cuts = [(first, "", 0, 0)]
    adverts = _adverts(found) if kind == "resume" else frozenset()
    for heading in found:
        foreign = heading.start in adverts
        name = "other" if foreign else names.get(heading.kind, heading.kind)
        if kind == "resume" and not foreign and (heading.guessed or _is_entry(text, heading, *cuts[-1][:2])):
            continue
        if heading.guessed and heading.kind == "other" and cuts[-1][0] != "preferred":
            continue  # an unknown heading ends wishes, all else may go on under it
        title = text[heading.start : heading.end].strip(" \t:•-*#")
        cuts.append((name, title, heading.start, heading.end))
    ends = [*(start for _, _, start, _ in cuts[1:]), len(text)]
    parts = [
        Part(kind=name, title=title, start=start, body=body, end=end)
        for (name, title, start, body), end in zip(cuts, ends, strict=True)
    ]
    if kind == "resume":
        parts[:1] = _split_head(text, parts[0])
    else:
        parts = [piece for part in parts for piece in _close_list(text, part)]
    return tuple(part for part in parts if part.end > part.start)


def _adverts(headings: Sequence[Heading]) -> frozenset[int]:
    """Return where the headings of job ads in a resume start: what they ask for is nothing that the person has done."""
    found: set[int] = set()
    run: list[Heading] = []
    for heading in (*(it for it in headings if not it.guessed), None):
        if heading is not None and heading.kind not in _RESUME_OWN:
            run.append(heading)
            continue
        if len({it.kind for it in run if it.kind in _ASKS and not it.inline}) >= _ADVERT_SIGNS:
            first = next(place for place, it in enumerate(run) if it.kind in _ADVERT)
            found.update(it.start for it in run[first:])
        run = []
    return frozenset(found)


def _is_entry(text: str, heading: Heading, section: str, title: str) -> bool:
    """Tell a label inside an entry of a resume ("Environment: Java") from a heading; kind and title before it help."""
    words = text[heading.start : heading.end]
    if section in {"experience", "projects"}:
        if heading.kind not in _BREAKS_WORK:
            return not _REST.search(words)
        if heading.inline and heading.kind not in {"education", "certifications", "references", "interests"}:
            return True
        if _ENTRY_WORDS.fullmatch(words) is None:
            return False
        return words.strip().endswith(":") or not (words.isupper() or _stands_like(text, heading, title))
    return section == "skills" and heading.inline and heading.kind not in _OWN_SECTION


def _stands_like(text: str, heading: Heading, title: str) -> bool:
    """Tell whether a heading is set apart by an empty line and cased as the title of the section before it."""
    apart = text[: heading.start].rstrip(" \t").endswith("\n\n")
    return apart and bool(title) and not title.isupper()


def _split_head(text: str, head: Part) -> list[Part]:
    """Part the name and contact lines at the top of a resume from a summary that follows without heading."""
    for number, line in enumerate(_LINE.finditer(text, head.start, head.end)):
        words = line[0].split()
        prose = len(words) >= PROSE and not _CONTACT.search(line[0])
        if number and (prose or number >= HEAD_LINES or _BULLETED.match(line[0])):
            rest = Part(kind="summary", title="", start=line.start(), body=line.start(), end=head.end)
            return [replace(head, end=line.start()), rest]
    return [head]


def _close_list(text: str, part: Part) -> list[Part]:
    """Part a list under a heading from a paragraph that follows it and is about something else."""
    if part.kind not in _LISTS:
        return [part]
    for gap in _PARAGRAPH.finditer(text, part.body, part.end):
        lines = [line for line in text[part.body : gap.start()].split("\n") if line.strip()]
        listed = lines and (_ITEM.match(lines[-1]) or len(lines) > 1) and lines[-1].rstrip()[-1] not in ".!?:"
        if listed:
            rest = Part(kind="other", title="", start=gap.start("line"), body=gap.start("line"), end=part.end)
            return [replace(part, end=rest.start), rest]
    return [part]


class Sections:
    """Put one span per section into ``doc.spans["sections"]``, with the kind as label.

    The group's ``attrs["parts"]`` holds kind, title, start, body and end of each in characters. Where
    ``doc.user_data["kind"]`` does not say whether the document is a resume or a job, it is guessed and put there;
    ``doc.user_data["headings"]`` are taken instead of found, if they are there.
    """

    def __init__(self, name: str = "skillmatch_sections", *, spans_key: str = SECTIONS) -> None:
        self.name = name
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Find the sections of a Doc."""
        text = folded_text(doc)
        headings = doc.user_data.get("headings")
        if headings is None:
            headings = find_headings(text)
        if "kind" not in doc.user_data:
            doc.user_data["kind"] = guess_kind(text, headings)
        kind: Kind = doc.user_data["kind"]
        parts = find_parts(text, kind, headings)
        spans = [doc.char_span(part.start, part.end, label=part.kind, alignment_mode="expand") for part in parts]
        group = SpanGroup(doc, name=self.spans_key, spans=[span for span in spans if span is not None])
        group.attrs["parts"] = [[part.kind, part.title, part.start, part.body, part.end] for part in parts]
        doc.spans[self.spans_key] = group
        return doc


@Language.factory("skillmatch_sections", assigns=["doc.spans"], default_config={"spans_key": SECTIONS})
def make_sections(nlp: Language, name: str, spans_key: str) -> Sections:
    """Build the component for a pipeline."""
    return Sections(name, spans_key=spans_key)


def parts_of(doc: Doc, spans_key: str = SECTIONS) -> tuple[Part, ...]:
    """Return the sections that the component found, () if it has not run."""
    if spans_key not in doc.spans:
        return ()
    rows = doc.spans[spans_key].attrs["parts"]
    return tuple(Part(kind=row[0], title=row[1], start=row[2], body=row[3], end=row[4]) for row in rows)
