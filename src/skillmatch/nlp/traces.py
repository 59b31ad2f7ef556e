"""Find what tells who a person is in a resume: each place with its kind.

No list of names is used, so that no culture is known better than another: a name is found by where it stands, how it
is written and whether the addresses say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from skillmatch.models import Document
from skillmatch.nlp.addresses import find_addresses
from skillmatch.nlp.employers import find_employers
from skillmatch.nlp.names import find_name, name_places
from skillmatch.nlp.online import find_emails, find_links
from skillmatch.nlp.personal import iter_details
from skillmatch.nlp.schools import find_schools
from skillmatch.nlp.sections import Part, find_parts
from skillmatch.nlp.telephone import find_phones

TraceKind = Literal[
    "name", "email", "phone", "link", "address", "birth", "gender", "nationality", "marital", "detail",
    "school", "year", "employer",
]  # fmt: skip
ALWAYS: frozenset[TraceKind] = frozenset(
    ["name", "email", "phone", "link", "address", "birth", "gender", "nationality", "marital", "detail"]
)
OPTIONAL: frozenset[TraceKind] = frozenset(["school", "year", "employer"])
_Found = tuple[TraceKind, int, int]  # a kind, a start and an end
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A stretch of a text that tells who the person is; half-open."""

    kind: TraceKind
    start: int
    end: int


def find_traces(
    document: Document,
    *,
    kinds: Collection[TraceKind] = ALWAYS,
    parts: Sequence[Part] | None = None,
    is_skill: Callable[[str], bool] = lambda text: False,
    everywhere: bool = True,
) -> tuple[Trace, ...]:
    r"""Find the places of a resume that tell who the person is.

    Parameters
    ----------
    document
        A resume.
    kinds
        What to look for; `OPTIONAL` kinds are not looked for unless named.
    parts
        The sections, where they are known.
    is_skill
        Tells whether words are those of a skill, and so, in doubt, neither a name nor a place.
    everywhere
        Also where it may be something else: words of the name by themselves (see `name_places`), and schools outside
        education.

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
    parts = find_parts(text, "resume") if parts is None else parts
    found: list[_Found] = list(iter_details(text))
    found += _of("email", find_emails(text)) + _of("link", find_links(text, parts)) + _of("phone", find_phones(text))
    addresses = [text[start:end] for kind, start, end in found if kind in ("email", "link")]
    name = find_name(document, parts, addresses, is_skill)
    if name:
        found += _of("name", name_places(text, name, everywhere=everywhere))
    if "school" in kinds:
        found += _of("school", find_schools(text, parts, everywhere=everywhere))
    if "year" in kinds:
        for part in (it for it in parts if it.kind == "education"):
            found += _of("year", [hit.span() for hit in _YEAR.finditer(text, part.body, part.end)])
    if "employer" in kinds:
        found += _of("employer", find_employers(text, parts))
    found += _of("address", find_addresses(text, parts, [(start, end) for _, start, end in found], is_skill))
    return _apart(it for it in found if it[0] in kinds)


def _of(kind: TraceKind, places: Iterable[tuple[int, int]]) -> list[_Found]:
    return [(kind, start, end) for start, end in places]


def _apart(found: Iterable[_Found]) -> tuple[Trace, ...]:
    """Put traces in order and join those that overlap."""
    joined: list[_Found] = []
    for kind, start, end in sorted(found, key=lambda it: (it[1], -it[2], it[0])):
        if joined and start < joined[-1][2]:
            joined[-1] = (*joined[-1][:2], max(joined[-1][2], end))
        elif end > start:
            joined.append((kind, start, end))
    return tuple(Trace(kind=kind, start=start, end=end) for kind, start, end in joined)
