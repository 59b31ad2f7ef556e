"""Tell concepts and traits that are meant as skills from the same words in plain prose.

"Dashboards", "highly available" or "lively" stand in taxonomies because people list them as skills. In prose they are
words like others: "lively debates", "created dashboards". So a trait must be said of a person or stand among traits,
and a concept by another name than its own must be listed, asked for or claimed. Capitals, a skills section and nouns
("curiosity", "teamwork") are signs enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from skillmatch.nlp.candidates import NAMED, Candidate
from skillmatch.nlp.surroundings import Surroundings

SHORT_LINE = 5  # words of a line that is an item of a list
_FOREIGN = frozenset(
    ["benefits", "about-company", "how-to-apply", "equal-opportunity", "references"]
)  # not the person's
_LISTING = frozenset(["skills", "stack", "required", "preferred", "certifications", "languages"])
_ASKING = frozenset(["skills", "stack", "required", "preferred"])
_TERMS = frozenset(["machine-learning", "math-statistics"])  # fields whose terms are no prose
_NOUN = re.compile(r"(?:ity|ness|ship|[ea]nce|[ea]ncy|cy|ism|work|thy|ion|ment|esy|tude|asm|thought|iveness|skills?)$")
_PERSON_BEFORE = re.compile(
    r"\b(?:be|are|am|is|being|become|highly|very|extremely|self|strong|strongly|excellent|good|great|outstanding|"
    r"exceptional|solid|superb|naturally|a|an|and|as|ability to|able to|capable of|willing to|willingness to|both)$"
)
_YOU_ARE = re.compile(r"\b(?:be|are|am|being)(?: very| highly)?$")
_OPEN_END = frozenset(["to", "about", "in", "with", "and", "who", "but", "yet", "at", "as", "when", "while", "enough"])
_PERSON_AFTER = re.compile(
    r"(?:person|individual|mindset|attitude|approach|personalit|nature|think|team|professional|self|starter|spirit|skill|"
    r"abilit|manner|way|candidate|character|people|leader|and|work|style|communicat|problem|worker|learner)"
)
_CLAIM = re.compile(
    r"\b(?:experience[ds]?|knowledge|proficien\w+|skills?|skilled|expert\w*|familiar\w*|background|competen\w+|understanding|"
    r"certifi\w+|trained|training|speciali\w+|exposure|expertise|versed|comfortable|acquainted|grasp|degree|interest)"
    r"(?: \w+){0,5}? ?(?:in|of|with|using|on|about|as)? ?(?:\w+ ){0,2}$"
)
_INDUSTRY = re.compile(r"(?:industr|sector|compan|firm|market|institution)")
_ROLE = re.compile(
    r"(?:developer|engineer|scientist|analyst|programmer|architect|designer|accountant|consultant|tester|administrator|"
    r"manager)s?$"
)


def keep_meant(candidates: Iterable[Candidate], around: Surroundings) -> Iterator[Candidate]:
    """Keep the plain readings that are meant as skills; those of named things always are."""
    candidates = list(candidates)
    traits = Surroundings(around.words)
    for candidate in candidates:
        if candidate.form.skill.type == "soft":
            traits.add(candidate)
    for candidate in candidates:
        skill_type = candidate.form.skill.type
        if skill_type == "soft":
            reason = _trait_reason(candidate, around, traits)
        elif skill_type == "concept":
            reason = _concept_reason(candidate, around)
        else:
            reason = None if _is_other_thing(candidate, around) else candidate.reason
        if reason:
            yield candidate if reason == candidate.reason else candidate._replace(reason=reason)


def _is_other_thing(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a word of an `unless` phrase stands near and no skill does: "Java" among coffee and beans."""
    if candidate.form.exact or not candidate.form.against:
        return False
    first, last = around.sentence(candidate.start, candidate.end)
    near = {*around.words.norms[first : candidate.start], *around.words.norms[candidate.end : last]}
    company = around.company(candidate.start, candidate.end)
    return not near.isdisjoint(candidate.form.against) and not any(c.form.skill.type in NAMED for c in company)


def _trait_reason(candidate: Candidate, around: Surroundings, traits: Surroundings) -> str | None:
    kind = around.kind_at(candidate.start)
    if kind in _FOREIGN:
        return None
    if _is_plain_trait(candidate, around):
        return candidate.reason
    if around.is_item(candidate.start, candidate.end, SHORT_LINE):
        return "an item of a list"
    if kind == "skills":
        return "in a skills section"
    for neighbour in (traits.before(candidate.start), traits.after(candidate.end)):
        if neighbour and neighbour.form.skill.id != candidate.form.skill.id:
            return f"beside {neighbour.form.skill.name}"
    return "said of a person" if _is_said_of_person(candidate, around) else None


def _is_plain_trait(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a trait needs no other sign: a phrase, a noun, or a capital inside a sentence."""
    form = candidate.form
    if candidate.text[0].isupper() and not around.opens_sentence(candidate.start):
        return True
    if form.exact and not candidate.same_case:
        return False
    phrase = candidate.end - candidate.start > 1
    return phrase or form.words == form.skill.name or _NOUN.search(candidate.text.lower()) is not None


def _is_said_of_person(candidate: Candidate, around: Surroundings) -> bool:
    lead, after = around.lead(candidate.start, 2), around.next_word(candidate.end)
    if not _PERSON_BEFORE.search(lead):
        return False
    if after in ("", ",", ".", ";", "-") or _PERSON_AFTER.match(after):
        return True
    return _YOU_ARE.search(lead) is not None and after in _OPEN_END


def _concept_reason(candidate: Candidate, around: Surroundings) -> str | None:
    if _is_of_others(candidate, around):
        return None
    text, skill = candidate.text, candidate.form.skill
    if skill.category in _TERMS or text != text.lower() or text == skill.name.lower():
        return candidate.reason
    if around.kind_at(candidate.start) in _LISTING:
        return "in a list of requirements or skills"
    if around.is_item(candidate.start, candidate.end, SHORT_LINE):
        return "an item of a list"
    if around.listed(candidate.start, candidate.end):
        return "in a list with other skills"
    if claim := _CLAIM.search(around.lead(candidate.start, 6)):
        return f"after {claim[0].split()[0]!r}"
    claimed = around.next_word(candidate.end) in ("skills", "skill", "experience", "knowledge", "expertise")
    return "claimed as a skill" if claimed else None


def _is_of_others(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a concept belongs to colleagues, to a job title or to what the employer does."""
    one_word = candidate.end - candidate.start == 1
    role = _ROLE.search(candidate.text.lower())
    if role and (one_word or role[0].endswith("s")):
        return True
    kind = around.kind_at(candidate.start)
    if kind in _FOREIGN:
        return True
    if kind == "title" and around.has_section(_ASKING) and not around.listed(candidate.start, candidate.end):
        return True  # an ad says there what the employer is, and elsewhere what it asks for
    return _INDUSTRY.match(around.next_word(candidate.end)) is not None
