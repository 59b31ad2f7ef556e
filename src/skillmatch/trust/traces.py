"""Find what tells who a person is in a resume: each place with its kind.

No list of names is used, so that no culture is known better than another: a name is found by where it stands, how it
is written and whether the addresses say the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from skillmatch.models import Document
from skillmatch.nlp.headings import heading_kind
from skillmatch.nlp.sections import Part, find_parts
from skillmatch.nlp.title import clean_title
from skillmatch.trust.employers import find_employers
from skillmatch.trust.names import find_name, name_places
from skillmatch.trust.telephone import find_phones

TraceKind = Literal[
    "name", "email", "phone", "link", "address", "birth", "gender", "nationality", "marital", "detail",
    "school", "year", "employer",
]  # fmt: skip
ALWAYS: frozenset[TraceKind] = frozenset(
    ["name", "email", "phone", "link", "address", "birth", "gender", "nationality", "marital", "detail"]
)
OPTIONAL: frozenset[TraceKind] = frozenset(["school", "year", "employer"])

Place = tuple[int, int]

MARGIN = 40  # characters before a label in which its line may begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A stretch of a text that tells who the person is; half-open."""

    kind: TraceKind
    start: int
    end: int


_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}[ \t]?(?:@|[(\[]at[)\]])[ \t]?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_HOSTS = (
    "linkedin|github|gitlab|bitbucket|twitter|x|facebook|instagram|medium|stackoverflow|kaggle|behance|dribbble|xing"
    "|orcid|researchgate|youtube|leetcode|hackerrank|codepen|about|t|wa|indeed"
)
_LINK = re.compile(
    rf"(?:https?://|www\.)[^\s<>|,;)\]]+|(?<![\w@.-])(?:[\w-]+\.)?(?:{_HOSTS})\.(?:com|org|io|net|me|de)\b(?:/[^\s<>|,;)\]]*)?"
    r"|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/[^\s<>|,;)\]]+",
    re.IGNORECASE,
)
_BARE_DOMAIN = re.compile(
    r"(?<![\w@./-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|org|net|dev|me|io|eu|co|[a-z]{2})\b"
)
_HANDLE = re.compile(
    r"\b(?:linked-?in|github|gitlab|twitter|skype|telegram|whatsapp|instagram|website|portfolio|blog)(?: id)?"
    r"[ \t]*:[ \t]*(?P<value>[^\s|•·]+)",
    re.IGNORECASE,
)
_VALUE = r"[ \t]*(?:[:=]|[-–—](?=[ \t]))[ \t]*(?P<value>[^\n|•·;]+)"
_LABELS: tuple[tuple[TraceKind, str], ...] = (
    (
        "birth",
        r"date of birth|date (?:and|&) place of birth|birth ?date|d\.?[ ]?o\.?[ ]?b\.?|birthday|born|age|year of birth",
    ),
    (
        "address",
        r"(?:(?:permanent|current|home|postal|present|mailing) )?address|place of birth|birth ?place|residence|place"
        r"|home ?town|domicile|location|city|lives in|based in",
    ),
    ("gender", r"gender|sex|(?:preferred )?pronouns"),
    (
        "nationality",
        r"nationality|citizenship|citizen of|ethnicity|ethnic origin|race|country of birth|visa status|work permit",
    ),
    ("marital", r"(?:marital|civil|family) status|(?:number of )?children|spouse(?:['’]s name)?"),
    (
        "detail",
        r"religion|caste|(?:father|mother|husband)['’]?s?(?: name)?|blood group|height|weight|military service"
        r"|(?:passport|pan|aadhaa?r|driving licen[cs]e|social security|ssn|national id)(?: no\.?| number)?",
    ),
)
_LABELLED = tuple((kind, re.compile(rf"(?<![\w-])(?:{words}){_VALUE}", re.IGNORECASE)) for kind, words in _LABELS)
_INLINE: tuple[tuple[TraceKind, re.Pattern[str]], ...] = (
    (
        "birth",
        re.compile(
            r"\bborn (?:on |in )?[\w ,./]{0,30}(?:19|20)\d\d\b|\baged? \d\d\b(?! ?%)|\b[1-9]\d[ -]years?[ -]old\b", re.I
        ),
    ),
    (
        "gender",
        re.compile(
            r"\b(?:she|he|they) ?/ ?(?:her|him|them|ella|él)(?: ?/ ?(?:hers|his|theirs))?\b"
            r"|(?<![\w/-])(?:he|she|him|her|his|hers|himself|herself|mr|mrs|ms|miss|mister|sir|madam|male|female|gentleman"
            r"|lady|man|woman|men|women|boys?|girls?|father|mother|dad|mum|mom|husband|wife|son|daughter|brother|sister"
            r"|fraternity|sorority|businessman|businesswoman|chairman|chairwoman|salesman|saleswoman|spokesman|spokeswoman"
            r"|foreman|waitress|maternity|paternity)(?![\w/-])",
            re.I,
        ),
    ),
    (
        "marital",
        re.compile(r"\b(?:un)?(?:married|divorced|widow(?:ed|er)?)\b(?: with (?:\w+ )?(?:children|kids|child))?", re.I),
    ),
    (
        "nationality",
        re.compile(
            r"\b[A-Z][a-z]+(?= (?:citizen|national|passport)\b)|(?<=citizen of )[A-Z]\w+|(?<=national of )[A-Z]\w+"
        ),
    ),
)
_INSTITUTION = (
    r"Universit(?:y|ies|ät|é|à|at)|Universi(?:dad|dade|teit|tas|tet)|Uniwersytet|University|College|Institute|Institut[eo]?|Instituto|Academy"
    r"|Polytechnic|Polit[eé]cnic[oa]|Politechnika|Politecnico|Vidyalaya|Schools?|Hochschule|Fachhochschule|Lyc[eé]e|École|Ecole|Gymnasium"
    r"|Faculty|Escuela|IIT|NIT|MIT|ETH|UCLA|LSE"
)
_WORD = r"(?:[A-ZÀ-ÞĀ-Ž][\w'’.&-]*)"
_JOINED = rf"(?:(?:of|for|and|&|the|de|del|della|di|da|do|la|le|von|zu|für|in)[ ])*{_WORD}"
_SCHOOL = re.compile(
    rf"(?:{_WORD}[ ]|{_WORD}[ ](?:of|and|&|de)[ ]){{0,5}}\b(?:{_INSTITUTION})\b(?:,?[ ]{_JOINED}){{0,6}}"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HEAD_PIECE = re.compile(r"[^\n|•·●▪\t]+")
_NO_PLACE = re.compile(r"curriculum|vitae|r[eé]sum[eé]|\bc\.?v\b|application", re.IGNORECASE)
_STREETISH = re.compile(r"\d")
_TOWN = re.compile(rf"{_WORD}(?:[ -]{_WORD}){{0,3}}(?:,[ ]*{_WORD}(?:[ -]{_WORD}){{0,3}}){{0,3}}\.?")


def find_traces(
    document: Document, *, keep: Sequence[Place] = (), kinds: Collection[TraceKind] = ALWAYS
) -> tuple[Trace, ...]:
    r"""Find the places of a resume that tell who the person is.

    Parameters
    ----------
    document
        A resume.
    keep
        Places known to be something else (skills): no address or bare domain is seen in them.
    kinds
        What to look for; `OPTIONAL` kinds are not looked for unless named.

    Returns
    -------
    Traces in order and apart; where two overlap, they are one, of the kind that starts first.

    Examples
    --------
    >>> text = "Jo Doe\njo.doe@example.org\n\nSkills\nPython"
    >>> [(it.kind, text[it.start : it.end]) for it in find_traces(Document(document_id="cv", text=text))]
    [('name', 'Jo Doe'), ('email', 'jo.doe@example.org')]
    """
    text = document.text
    parts = find_parts(text, "resume")
    found = [*_contacts(text, parts, keep), *_details(text), *_education(text, parts)]
    if "employer" in kinds:
        found += [Trace(kind="employer", start=start, end=end) for start, end in find_employers(text, parts)]
    addresses = [text[it.start : it.end] for it in found if it.kind in ("email", "link")]
    name = find_name(document, parts, addresses)
    if name:
        found += [Trace(kind="name", start=start, end=end) for start, end in name_places(text, name)]
    found += _addresses(text, parts, [*found, *(Trace(kind="detail", start=a, end=b) for a, b in keep)])
    return _apart(it for it in found if it.kind in kinds)


def _contacts(text: str, parts: Sequence[Part], keep: Sequence[Place]) -> list[Trace]:
    found = [Trace(kind="email", start=it.start(), end=it.end()) for it in _EMAIL.finditer(text)]
    found += [
        Trace(kind="link", start=it.start(), end=len(it[0].rstrip(".")) + it.start()) for it in _LINK.finditer(text)
    ]
    found += [Trace(kind="link", start=it.start("value"), end=it.end("value")) for it in _HANDLE.finditer(text)]
    found += [Trace(kind="phone", start=start, end=end) for start, end in find_phones(text)]
    for part in parts:
        if part.kind == "contact":
            for it in _BARE_DOMAIN.finditer(text, part.start, part.end):
                if not _shares(keep, it.start(), it.end()):
                    found.append(Trace(kind="link", start=it.start(), end=it.end()))
    return found


def _details(text: str) -> list[Trace]:
    found = [
        Trace(kind=kind, start=it.start(), end=it.end()) for kind, pattern in _INLINE for it in pattern.finditer(text)
    ]
    for kind, pattern in _LABELLED:
        for it in pattern.finditer(text):
            before = text[max(0, it.start() - MARGIN) : it.start()].rpartition("\n")[2].rstrip(" \t")
            at_start = not before.strip(" \t•*-–|·●▪") or before[-1] in "|•·;,"
            if at_start:
                value = it["value"].rstrip()
                found.append(Trace(kind=kind, start=it.start("value"), end=it.start("value") + len(value)))
    return found


def _education(text: str, parts: Sequence[Part]) -> list[Trace]:
    found = [Trace(kind="school", start=it.start(), end=it.end()) for it in _SCHOOL.finditer(text)]
    for part in parts:
        if part.kind == "education":
            found += [
                Trace(kind="year", start=it.start(), end=it.end()) for it in _YEAR.finditer(text, part.body, part.end)
            ]
    return found


def _addresses(text: str, parts: Sequence[Part], others: Sequence[Trace]) -> list[Trace]:
    """Find the lines of an address at the head: with a house number, or of capitalised words alone."""
    found: list[Trace] = []
    taken = [(it.start, it.end) for it in others]
    for part in (it for it in parts if it.kind == "contact"):
        for piece in _HEAD_PIECE.finditer(text, part.body, part.end):
            words = piece[0].strip(" ,;-–—")
            start = piece.start() + piece[0].find(words) if words else piece.start()
            if len(words) < 3 or len(words) > 90 or _shares(taken, start, start + len(words)) or clean_title(words):
                continue
            if heading_kind(words) or _NO_PLACE.search(words):
                continue
            if _STREETISH.search(words) or _TOWN.fullmatch(words):
                found.append(Trace(kind="address", start=start, end=start + len(words)))
    return found


def _shares(places: Sequence[Place], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in places)


def _apart(traces: Iterable[Trace]) -> tuple[Trace, ...]:
    """Put traces in order and join those that overlap."""
    joined: list[Trace] = []
    for trace in sorted(traces, key=lambda it: (it.start, -it.end, it.kind)):
        if joined and trace.start < joined[-1].end:
            last = joined[-1]
            joined[-1] = Trace(kind=last.kind, start=last.start, end=max(last.end, trace.end))
        elif trace.end > trace.start:
            joined.append(trace)
    return tuple(joined)
