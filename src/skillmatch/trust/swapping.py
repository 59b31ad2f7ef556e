"""Give a resume another identity and leave all else as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from skillmatch.models import Document
from skillmatch.nlp.replacing import replace_stretches
from skillmatch.nlp.traces import Trace
from skillmatch.trust.identities import Identity, ascii_letters

_GENDERED = (
    ("he", "she"), ("him", "her"), ("his", "her"), ("himself", "herself"), ("mr", "ms"), ("sir", "madam"),
    ("male", "female"), ("man", "woman"), ("men", "women"), ("boy", "girl"), ("boys", "girls"), ("father", "mother"),
    ("dad", "mum"), ("husband", "wife"), ("son", "daughter"), ("brother", "sister"), ("fraternity", "sorority"),
    ("gentleman", "lady"), ("businessman", "businesswoman"), ("chairman", "chairwoman"), ("salesman", "saleswoman"),
    ("spokesman", "spokeswoman"), ("paternity", "maternity"), ("he/him", "she/her"),
)  # fmt: skip
_TO_FEMALE = dict(_GENDERED)
_TO_MALE = {female: male for male, female in reversed(_GENDERED)} | {
    "mrs": "mr",
    "miss": "mr",
    "hers": "his",
    "mom": "dad",
}
AGE_IN = 2026  # an age is written as if told in this year


def swap_identity(document: Document, traces: Sequence[Trace], identity: Identity) -> Document:
    """Put an identity in the place of the traces of another.

    Offsets of lines and pages move with the text.
    """
    text = document.text
    name = max((text[it.start : it.end] for it in traces if it.kind == "name"), key=len, default="")
    return replace_stretches(
        document,
        [
            (trace.start, trace.end, _counterpart(trace, text[trace.start : trace.end], name, identity))
            for trace in traces
        ],
    )


def _counterpart(trace: Trace, old: str, name: str, identity: Identity) -> str:
    """Write what stands in the place of one trace in the resume of another person."""
    kinds: dict[str, Callable[[], str]] = {
        "name": lambda: _name(old, name, identity),
        "email": lambda: identity.email,
        "phone": lambda: identity.phone,
        "link": lambda: f"https://github.com/{ascii_letters(identity.given)}-{ascii_letters(identity.family)}",
        "address": lambda: _address(old, identity),
        "birth": lambda: _birth(old, identity),
        "gender": lambda: _gendered(old, identity),
        "nationality": lambda: identity.nationality,
        "marital": lambda: "Single" if "married" in old.lower() else "Married",
        "school": lambda: identity.school,
    }
    return kinds[trace.kind]() if trace.kind in kinds else old


def _name(old: str, name: str, identity: Identity) -> str:
    if old.islower() and old != name:  # an account
        return ascii_letters(identity.given) + ascii_letters(identity.family)
    first = name.replace(",", " ").split()[:1]
    whole = " " in old.strip() or old == name
    new = (
        identity.name
        if whole
        else identity.given
        if old.capitalize() in [it.capitalize() for it in first]
        else identity.family
    )
    return new.upper() if old.isupper() and len(old) > 2 else new


def _address(old: str, identity: Identity) -> str:
    """Write a street for what has a number, and a town for what has none, behind the same preposition."""
    before = old[: len(old) - len(old.lstrip())] + ("in " if old.lstrip().startswith("in ") else "")
    return before + (identity.street if any(c.isdigit() for c in old) else identity.town)


def _birth(old: str, identity: Identity) -> str:
    year = int(identity.born[-4:])
    if any(
        len(word) == 4 and word.isdigit() for word in old.replace("/", " ").replace("-", " ").replace(".", " ").split()
    ):
        return f"born on {identity.born}" if old.lower().startswith("born") else identity.born
    age = str(AGE_IN - year)
    return "".join(age if number == 0 else rest for number, rest in _split_number(old)) or age


def _split_number(text: str) -> list[tuple[int, str]]:
    """Split at the first run of digits, which is numbered 0."""
    start = next((place for place, c in enumerate(text) if c.isdigit()), len(text))
    end = next((place for place in range(start, len(text)) if not text[place].isdigit()), len(text))
    return [(1, text[:start]), (0, text[start:end]), (2, text[end:])]


def _gendered(old: str, identity: Identity) -> str:
    table = _TO_FEMALE if identity.gender == "female" else _TO_MALE
    new = table.get(old.lower(), old)
    return new.upper() if old.isupper() and len(old) > 1 else new.capitalize() if old[:1].isupper() else new
