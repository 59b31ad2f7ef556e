"""Tell concepts that belong to others than the person: colleagues, employers, a title, what is offered."""

from __future__ import annotations

import re
from functools import lru_cache

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.surroundings import WORDS, Surroundings
from skillmatch.nlp.title import OCCUPATIONS

FOREIGN = frozenset(
    ["benefits", "about-company", "how-to-apply", "equal-opportunity", "references"]
)  # not the person's
ASKING = frozenset(["skills", "stack", "required", "preferred"])
LISTING = ASKING | {"certifications", "languages"}
TERMS = frozenset(["machine-learning", "math-statistics"])  # fields whose terms are no prose
_INDUSTRY = re.compile(r"(?:industr|sector|compan|firm|market|institution)")
_DEPARTMENT = re.compile(r"(?:department|team|budget|division|unit|cent(?:er|re)|office|lab|group|staff|colleagues)s?$")
_ROLE = re.compile(
    r"(?:developer|engineer|scientist|analyst|programmer|architect|designer|accountant|consultant|tester|administrator|"
    r"manager)s?$"
)
_TRADES = """
    baker barber barista bookkeeper bricklayer butcher chauffeur cleaner concierge dancer firefighter gardener
    hairdresser lifeguard linguist masseur midwife musician nanny nutritionist optometrist photojournalist
    pianist plasterer porter proofreader roofer songwriter tailor typist veterinarian vocalist waitress
"""
_FIRM_ENDS = frozenset(
    ["ltd", "limited", "inc", "llc", "gmbh", "plc", "pvt", "corp", "classes", "academy", "institute"]
)
_BY_TRADE = frozenset([*OCCUPATIONS, *_TRADES.split()])
_YEAR = re.compile(r"(?:19|20)\d\d$")
_GIVING = ("offer", "provide", "give", "have")
_OFFER = re.compile(rf"\b(?:we|company|employer|university) (?:also |will |can )?(?:{'|'.join(_GIVING)})s?\b")


def is_of_others(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a concept belongs to colleagues, to a job title or to what the employer does."""
    role = role_of(candidate.text.lower())
    if role and (candidate.end - candidate.start == 1 or role.endswith("s")):
        return True
    kind = around.kind_at(candidate.start)
    if _is_own_trade(candidate, around) and kind not in LISTING:
        return True
    if kind in FOREIGN or _is_offered(around.lead(candidate.start, 8)):
        return True
    if _is_employer(candidate, around, kind):
        return True
    after = _follower(around.next_word(candidate.end))
    if after == "role":
        return False  # the job's own title
    skill = candidate.form.skill
    if kind == "title" and around.has_section(ASKING) and not around.listed(candidate.start, candidate.end):
        return skill.category not in TERMS  # an ad says there what the employer is, and elsewhere what it asks for
    return after == "industry" or (after == "department" and skill.category == "business")


def _is_own_trade(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a resume says by one word what somebody is: "Jo Doe, waitress"; a title is no skill."""
    if candidate.end - candidate.start > 1 or around.is_job:
        return False
    text = candidate.text.lower()
    return text != candidate.form.skill.name.lower() and (text in _BY_TRADE or text.removesuffix("s") in _BY_TRADE)


@lru_cache(WORDS)
def role_of(text: str) -> str | None:
    """Return the word for a role that a text ends with."""
    role = _ROLE.search(text)
    return role[0] if role else None


@lru_cache(WORDS)
def _follower(word: str) -> str | None:
    """Tell what a word makes of the concept before it."""
    if _ROLE.match(word):
        return "role"
    return "department" if _DEPARTMENT.match(word) else "industry" if _INDUSTRY.match(word) else None


def _is_offered(lead: str) -> bool:
    """Tell whether words say that the employer gives what follows; the words that are looked for come first, fast."""
    return any(map(lead.__contains__, _GIVING)) and _OFFER.search(lead) is not None


def _is_employer(candidate: Candidate, around: Surroundings, kind: str) -> bool:
    """Tell whether a capital word ends the name of a firm: "Gryfon Drones, 2017-2020"."""
    if around.is_job:
        return False
    texts, start, end = around.words.texts, candidate.start, candidate.end
    if end - start > 1 or not candidate.text.istitle() or around.words.starts_line(start) or end + 1 >= len(texts):
        return False
    before, after = texts[start - 1], texts[end + 1]
    named = before.istitle() and around.before(start) is None
    if not around.words.starts_line(end) and texts[end].lower() in _FIRM_ENDS and texts[end][0].isupper():
        return named
    if named and _YEAR.match(texts[end]):
        return True
    dated = _YEAR.match(after) is not None
    return named and texts[end] in (",", "(", "|", "-") and (dated or (after.istitle() and kind == "experience"))
