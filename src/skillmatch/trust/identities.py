"""Made-up identities by culture and gender, drawn with a seed."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import tomli

Gender = Literal["female", "male"]
YEARS = range(1960, 2005)  # of birth


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """All that tells who a made-up person is, and nothing of what the person can do."""

    culture: str
    gender: Gender
    given: str
    family: str
    nationality: str
    town: str
    street: str
    school: str
    born: str
    email: str
    phone: str

    @property
    def name(self) -> str:
        """The full name, given name first."""
        return f"{self.given} {self.family}"


def cultures() -> tuple[str, ...]:
    """Return the ids of all cultures, in the order of the file."""
    return tuple(str(entry["id"]) for entry in _entries())


def draw_identity(rng: random.Random, culture: str | None = None) -> Identity:
    """Draw an identity of one culture, or of any.

    Examples
    --------
    >>> draw_identity(random.Random(1), "turkish").nationality
    'Turkish'
    """
    entries = [entry for entry in _entries() if culture is None or entry["id"] == culture]
    entry = rng.choice(entries)
    gender: Gender = rng.choice(("female", "male"))
    given = rng.choice(entry["women"] if gender == "female" else entry["men"])
    family = rng.choice(entry["families"])
    number = rng.randrange(100, 200)
    return Identity(
        culture=str(entry["id"]),
        gender=gender,
        given=given,
        family=family,
        nationality=str(entry["nationality"]),
        town=rng.choice(entry["towns"]),
        street=rng.choice(entry["streets"]),
        school=rng.choice(entry["schools"]),
        born=f"{rng.randrange(1, 29)} May {rng.choice(YEARS)}",
        email=f"{ascii_letters(given)}.{ascii_letters(family)}{rng.randrange(100)}@example.org",
        phone=rng.choice(["+44 20 7946 0{}", "(555) 555-0{}", "+1-202-555-0{}", "0{} 555 0199"]).format(number),
    )


def ascii_letters(name: str) -> str:
    """Spell a name as in an address: lower-case ASCII letters alone.

    Examples
    --------
    >>> ascii_letters("Łukasz Núñez")
    'ukasznunez'
    """
    folded = unicodedata.normalize("NFKD", name).lower()
    return "".join(c for c in folded if "a" <= c <= "z") or "person"


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    text = files("skillmatch.trust").joinpath("identities.toml").read_text(encoding="utf-8")
    return tuple(tomli.loads(text)["culture"])
