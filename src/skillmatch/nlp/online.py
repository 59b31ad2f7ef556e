"""Find e-mail addresses, links and names of accounts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillmatch.nlp.screen import labelled_lines
from skillmatch.nlp.sections import Part

Place = tuple[int, int]

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}[ \t]?(?:@|[(\[]at[)\]])[ \t]?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_BEFORE_AT = 68  # characters of an address before its sign
_AT = re.compile(r"[@(\[](?:(?<=@)|at[)\]])")
_HOSTS = frozenset(
    """
    linkedin github gitlab bitbucket twitter x facebook instagram medium stackoverflow kaggle behance dribbble xing
    orcid researchgate youtube leetcode hackerrank codepen about t wa indeed
    """.split()  # noqa: SIM905
)
_TLD = r"(?:com|org|net|io|dev|me|co|edu|gov|info|app|ai|tech|page|site|online|eu|de|uk|fr|es|it"
_TLD += r"|pl|nl|in|ca|au|us|be|at|ch|se|no|ie)"
# The mark comes first, so that the search skips all else.
_ANCHOR = re.compile(rf"[:.](?:(?<=:)//|(?<=\bwww\.)|(?<=\.){_TLD}(?![\w-])(?!\.\w))", re.IGNORECASE)
_INSIDE = re.compile(r"[^\s<>|,;()\[\]{}\"“”]+")
_PRODUCTS = re.compile(r"(?:asp|vb|ado|ml|\w*c#|f#|dot)\.net\b|\w+\.(?:js|py|io)(?:/|$)(?!\w+$)", re.IGNORECASE)
_HANDLE = re.compile(
    r"\b(?:linked-?in|github|gitlab|twitter|skype|telegram|whatsapp|instagram|website|portfolio|blog)(?: id)?"
    r"[ \t]*:[ \t]*(?P<value>[^\s|•·,;]+)",
    re.IGNORECASE,
)
_COLON = re.compile(":")
_ENDS = ("in", "hub", "lab", "ter", "skype", "gram", "app", "site", "portfolio", "blog", " id")  # of names with a colon
_LONGEST = 200  # characters of a link that are read to either side of what shows it


def find_emails(text: str) -> list[Place]:
    """Find e-mail addresses.

    Examples
    --------
    >>> text = "jo@example.org, jo (at) example.org, user@ home"
    >>> [text[start:end] for start, end in find_emails(text)]
    ['jo@example.org', 'jo (at) example.org']
    """
    found: list[Place] = []
    for sign in _AT.finditer(text):
        for hit in _EMAIL.finditer(text, max(0, sign.start() - _BEFORE_AT), sign.end() + _LONGEST):
            if hit.start() < sign.start() < hit.end():
                found.append(hit.span())
    return found


def find_links(text: str, parts: Sequence[Part]) -> list[Place]:
    """Find links; in the contact block also bare domains and what stands behind the name of a network.

    Examples
    --------
    >>> text = "See https://example.org/a, linkedin.com/in/jo and ASP.NET"
    >>> [text[start:end] for start, end in find_links(text, ())]
    ['https://example.org/a', 'linkedin.com/in/jo']
    """
    contacts = [(part.start, part.end) for part in parts if part.kind == "contact"]
    found: list[Place] = []
    for anchor in _ANCHOR.finditer(text):
        if found and anchor.start() < found[-1][1]:
            continue
        start = anchor.start()
        floor = max(0, start - _LONGEST, found[-1][1] if found else 0)
        while start > floor and _INSIDE.match(text[start - 1]):
            start -= 1
        end = _INSIDE.match(text, start, start + 2 * _LONGEST)
        stretch = (end[0] if end else "").rstrip(".:'’")
        if "@" not in stretch and _is_link(stretch, any(first <= start < last for first, last in contacts)):
            found.append((start, start + len(stretch)))
    for line in labelled_lines(text, _COLON, _ENDS):
        for handle in _HANDLE.finditer(text, *line):
            value = handle["value"]
            if re.search(r"[./@_\d-]", value) or any(first <= handle.start() < last for first, last in contacts):
                found.append(handle.span("value"))
    return sorted(found)


def _is_link(stretch: str, in_contacts: bool) -> bool:
    """Tell a link from a product that is written like a domain."""
    lower = stretch.lower()
    if "://" in lower or lower.startswith("www."):
        return True
    domain, _, path = lower.partition("/")
    if _PRODUCTS.match(lower) or domain.count(".") == 0:
        return False
    return bool(path) or domain.split(".")[-2] in _HOSTS or (in_contacts and stretch[:1].islower())
