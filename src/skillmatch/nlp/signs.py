"""What speaks for and against reading a word as the name of a skill.

A sign is a weight and its reason: about 1 is enough for a name in its own case. For it are the skills beside it in a
list or in the same sentence, the context words of the taxonomy, a skills section, words like "experience with" before
it; what looks like a person, a company or a compound is against it. The weights are set by hand on written sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillmatch.nlp.candidates import NAMED, Candidate
from skillmatch.nlp.normalise import cut_ending
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.taxonomy import Skill

Sign = tuple[float, str]

_CUE_BEFORE = re.compile(
    r"\b(?:experienc|knowledge|proficien|skill|expert|fluen|familiar|background|hands on|competen|master|command of|"
    r"understanding|certifi|programm|coding|written|write|develop|implement|built|build|script|framework|languag|tool|"
    r"technolog|software|databas|librar|stack|migrat|deploy)\w*(?: \w+)? ?[a-z]{0,5}$"
)
_CUE_AFTER = re.compile(
    r"(?:programm|develop|engineer|script|coding|code|framework|librar|languag|package|macro|apis?$|backend|frontend|"
    r"queri|microservice|cluster|server|database|pipeline|apps?$|stack|skills?$|knowledge|experience)"
)
_PREPOSITIONS = frozenset(["in", "with", "using", "on", "via", "of"])


def find_neighbours(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield the skills beside; in another case only names, or what a mark of a list parts from it."""
    skill = candidate.form.skill
    for neighbour in (around.before(candidate.start), around.after(candidate.end)):
        if neighbour is None:
            continue
        other = neighbour.form.skill
        touches = neighbour.end == candidate.start or neighbour.start == candidate.end
        if touches and not candidate.same_case and other.type not in NAMED:
            continue
        alike = skill.category == other.category or (skill.type in NAMED) == (other.type in NAMED)
        yield 1.0 if alike else 0.7, f"beside {other.name}"


def find_company(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield the nearest kin among the other skills of the sentence; any other skill counts for less."""
    company = around.company(candidate.start, candidate.end)
    if relative := next((c for c in company if _are_related(candidate.form.skill, c.form.skill)), None):
        yield 1.0, f"with {relative.form.skill.name}"
    elif company:
        same_field = any(c.form.skill.category == candidate.form.skill.category for c in company)
        yield 0.7 if same_field else 0.5, f"with {company[0].form.skill.name}"


def find_signs(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield what does not depend on which other readings are accepted."""
    if around.in_skills_section(candidate.start):
        yield 1.0, "in a skills section"
    if candidate.form.context and (near := _context_near(candidate, around)):
        yield 1.0, f"near {near!r}"
    yield from _cues(candidate, around)
    yield from _objections(candidate, around)


def _context_near(candidate: Candidate, around: Surroundings) -> str | None:
    """Return a context word of the skill in the same sentence, compared without endings."""
    first, last = around.sentence(candidate.start, candidate.end)
    strings, norms = around.words.doc.vocab.strings, around.words.norms
    before = [cut_ending(strings[code]) for code in norms[first : candidate.start]]
    after = [cut_ending(strings[code]) for code in norms[candidate.end : last]]
    text = f" {' '.join(before)} | {' '.join(after)} "
    return next((phrase for phrase in candidate.form.context if f" {phrase} " in text), None)


def _cues(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    texts = around.words.texts
    first, last = around.sentence(candidate.start, candidate.end)
    lead = " ".join([texts[place].lower() for place in range(max(first, candidate.start - 4), candidate.start)])
    if cue := _CUE_BEFORE.search(lead):
        yield 0.7, f"after {cue[0].strip()!r}"
    if candidate.start > first and texts[candidate.start - 1].lower() in _PREPOSITIONS and candidate.same_case:
        yield 0.3, f"after {texts[candidate.start - 1].lower()!r}"
    if candidate.end < last and (cue := _CUE_AFTER.match(texts[candidate.end].lower())):
        yield 1.0, f"before {texts[candidate.end]!r}"


def _objections(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield what speaks for a person, a company or a compound instead."""
    texts, start, end = around.words.texts, candidate.start, candidate.end
    after = [texts[place] for place in range(end, min(end + 2, len(texts)))]
    if not after:
        return
    is_initial = len(candidate.text) == 1 and after[0] == "." and after[-1].istitle()
    if is_initial and (around.opens_sentence(start) or texts[start - 1].istitle()):
        yield -1.5, "an initial"
    is_name = after[0].istitle() and len(after[0]) > 2 and not around.words.starts_line(end)
    if is_name and around.after(end) is None and not _CUE_AFTER.match(after[0].lower()):
        yield -0.7, "part of a name"
    if after[0].islower() and after[0] not in ("based", "like", "driven") and _hyphen_after(candidate, around):
        yield -1.0, "part of a compound"


def _hyphen_after(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the original text joins the next word by a hyphen, which folding took away."""
    text = around.words.doc.user_data.get("text", "")
    place = around.words.offsets[candidate.end - 1] + len(around.words.texts[candidate.end - 1])
    return len(text) > place and text[place] in "-‐‑"


def _are_related(one: Skill, other: Skill) -> bool:
    def near(skill: Skill) -> set[str]:
        return {*skill.implies, *skill.broader, *(relation.id for relation in skill.related)}

    return one.id in near(other) or other.id in near(one)
