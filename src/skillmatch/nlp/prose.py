"""Tell concepts and traits that are meant as skills from the same words in plain prose.

"Dashboards", "highly available" or "lively" stand in taxonomies because people list them as skills. In prose they are
words like others: "lively debates", "created dashboards". So a trait must be said of a person or stand among traits,
and a concept by another name than its own must be listed, asked for or claimed. Capitals, a skills section and nouns
("curiosity", "teamwork") are signs enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.nlp.belonging import FOREIGN, LISTING, TERMS, is_of_others, role_of
from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.english import english_words
from skillmatch.nlp.name_cues import SHORT
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.title import OCCUPATIONS
from skillmatch.nlp.written import NAMED

SHORT_LINE = 5  # words of a line that is an item of a list
_NOUN = re.compile(r"(?:ity|ness|ship|[ea]nce|[ea]ncy|cy|ism|work|thy|ion|ment|esy|tude|asm|thought|iveness|skills?)$")
_PERSON_BEFORE = re.compile(
    r"\b(?:be|are|am|is|being|become|highly|very|extremely|self|strong|strongly|excellent|good|great|outstanding|"
    r"exceptional|solid|superb|naturally|a|an|and|as|ability to|able to|capable of|willing to|willingness to|both)$"
)
_YOU_ARE = re.compile(r"\b(?:be|are|am|being)(?: very| highly)?$")
_OPEN_END = frozenset(["to", "about", "in", "with", "and", "who", "but", "yet", "at", "as", "when", "while", "enough"])
_PERSON_AFTER = re.compile(
    r"(?:person|individual|mindset|attitude|approach|personalit|nature|think|team|professional|self|starter|spirit"
    r"|skill|abilit|manner|way|candidate|character|people|leader|and|work|style|communicat|problem|worker|learner)"
)
_CLAIM = re.compile(
    r"\b(?:experience[ds]?|knowledge|proficien\w+|skills?|skilled|expert\w*|familiar\w*|background|competen\w+"
    r"|understanding|"
    r"certifi\w+|trained|training|speciali\w+|exposure|expertise|versed|comfortable|acquainted|grasp|degree|interest)"
    r"(?: \w+){0,5}? ?(?:in|of|with|using|on|about|as)? ?(?:\w+ ){0,2}$"
)
_AGENT = re.compile(
    r"(?:nurse|developer|engineer|scientist|analyst|programmer|architect|designer|accountant|consultant|tester|teacher|"
    r"administrator|manager|professional|leader|assistant|specialist|graduate|student|writer|marketer|technician|"
    r"individual|person|team|candidate|researcher|educator|therapist|physician|chef|cook|driver|clerk|officer|"
    r"coordinator|associate|recruiter|supervisor|problem|worker|learner|thinker)"
)
_DUTY = re.compile(
    r"\b(?:build|built|develop|maintain|design|implement|creat|manag|operat|run|ran|administ|optimi[sz]|tun|migrat"
    r"|deploy|train|extend|own|monitor|automat|set up|introduc|perform|conduct|appl)\w*(?: and \w+)?(?: \w+){0,2}$"
)
_TECHNICAL = frozenset(
    ["big-data", "databases", "devops", "cloud", "machine-learning", "networking", "embedded", "security", "testing"]
)
_PEOPLE = frozenset([*OCCUPATIONS, "crew", "staff", "guard"])
_OF_WORK = frozenset(
    """
    you your we our us candidate candidates applicant applicants role position job team work working daily hands
    responsible must ideally strong seeking looking need needed needs skilled advanced basic helpful essential useful
    required preferred desirable welcome background years known shows proven valued expected
    """.split()  # noqa: SIM905
)  # what sentences of an ad are about


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
        else:
            around.drop(candidate, "a word of prose, not claimed, asked for or listed")


def _is_other_thing(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a word of an `unless` phrase stands near and no skill does: "Java" among coffee and beans."""
    phrase = candidate.end - candidate.start > 1
    if phrase or candidate.form.exact or not candidate.form.skill.unless or not candidate.form.sense.against:
        return False
    first, last = around.sentence(candidate.start, candidate.end)
    words = around.words
    word = candidate.text.lower()
    near = {
        words.norms[place]
        for place in (*range(first, candidate.start), *range(candidate.end, last))
        if word not in words.lowers[max(first, place - 2) : place]
    }  # "Java, Indonesia" elsewhere in the sentence explains its own word
    company = around.company(candidate.start, candidate.end)
    return not near.isdisjoint(candidate.form.sense.against) and not any(c.form.skill.type in NAMED for c in company)


def _trait_reason(candidate: Candidate, around: Surroundings, traits: Surroundings) -> str | None:
    kind = around.kind_at(candidate.start)
    if kind in FOREIGN or role_of(candidate.text.lower()):
        return None
    if _is_of_another(candidate, around):
        return None
    if _is_plain_trait(candidate, around) and not _is_alone(candidate, traits):
        return candidate.reason
    after = around.next_word(candidate.end) if not around.ends_line(candidate.end) else ""
    of_thing = after.isalpha() and after not in STOP_WORDS and not _PERSON_AFTER.match(after)
    if not of_thing and around.is_item(candidate.start, candidate.end, SHORT_LINE):
        return "an item of a list"
    if kind == "skills":
        return "in a skills section"
    for neighbour in (traits.before(candidate.start), traits.after(candidate.end)):
        if neighbour and neighbour.form.skill.id != candidate.form.skill.id:
            return f"beside {neighbour.form.skill.name}"
    return "said of a person" if _is_said_of_person(candidate, around) else None


def _is_of_another(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a job ad says a trait of a third person: "Anna leads the team", but not "someone who leads"."""
    first = candidate.text.lower().split()[0]
    if not around.is_job or not first.endswith("s"):
        return False
    is_verb = first[:-1] == candidate.form.words.lower().split()[0] and candidate.end - candidate.start > 1
    return is_verb and around.lead(candidate.start, 1) not in ("who", "that")


def _is_plain_trait(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a trait needs no other sign: a phrase, a noun, or a capital inside a sentence."""
    form = candidate.form
    if candidate.text[0].isupper() and not around.words.opens_sentence(candidate.start):
        return True
    if form.exact and not candidate.same_case and not _NOUN.search(candidate.text):
        return False
    phrase = candidate.end - candidate.start > 1
    return phrase or form.words == form.skill.name or _NOUN.search(candidate.text.lower()) is not None


def _is_said_of_person(candidate: Candidate, around: Surroundings) -> bool:
    lead, after = around.lead(candidate.start, 2), around.next_word(candidate.end)
    if around.words.opens_sentence(candidate.start) and _AGENT.match(after):
        return True  # "Compassionate nurse with six years"
    if not _PERSON_BEFORE.search(lead):
        return False
    if after in ("", ",", ".", ";", "-") or _PERSON_AFTER.match(after):
        return True
    return _YOU_ARE.search(lead) is not None and after in _OPEN_END


def _concept_reason(candidate: Candidate, around: Surroundings) -> str | None:
    if is_of_others(candidate, around):
        return None
    text, skill = candidate.text, candidate.form.skill
    opens = around.is_job and text[1:].islower() and text.isalpha() and around.words.opens_sentence(candidate.start)
    opens = opens and not text.endswith("ing")  # "Profiling of slow services" is a task
    named = (text != text.lower() and not opens) or text.lower() == skill.name.lower()
    alone = _is_alone(candidate, around)
    if not alone and (skill.category in TERMS or (named and not _is_trade_in_prose(candidate, around))):
        return candidate.reason
    if around.kind_at(candidate.start) in LISTING:
        return "in a list of requirements or skills"
    if around.is_item(candidate.start, candidate.end, SHORT_LINE):
        return "an item of a list"
    if around.listed(candidate.start, candidate.end) or around.is_last_of_list(candidate.start):
        return "in a list with other skills"
    if claim := _CLAIM.search(around.lead(candidate.start, 6)):
        return f"after {claim[0].split()[0]!r}"
    if skill.category in _TECHNICAL and " " in text and _DUTY.search(around.lead(candidate.start, 6)):
        return "a technical thing worked on"
    claimed = around.next_word(candidate.end) in ("skills", "skill", "experience", "knowledge", "expertise")
    return "claimed as a skill" if claimed else None


def _is_alone(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether an English word is all that a short text of a job ad has: "squirrels caching acorns"."""
    text = candidate.text
    return (
        candidate.end - candidate.start == 1
        and len(around.words) <= SHORT
        and around.is_job
        and text.islower()
        and not around.company(candidate.start, candidate.end)
        and _OF_WORK.isdisjoint(around.words.lowers[slice(*around.sentence(candidate.start, candidate.end))])
        and fold_word(text) in english_words()
    )


def _is_trade_in_prose(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a job ad merely has the word for a trade in a sentence: "trains stop at the pharmacy"."""
    one_word = candidate.end - candidate.start == 1
    last = candidate.text.lower().split()[-1]
    is_occupation = last in _PEOPLE or last.removesuffix("s") in _PEOPLE
    if not (one_word or is_occupation) or candidate.form.skill.category != "business" or not around.is_job:
        return False
    if around.next_word(candidate.end) in OCCUPATIONS:
        return False  # "Payroll Specialist (m/f/d)"
    if is_occupation and not around.next_word(candidate.end).isalpha():
        return False  # the job's own title: "Bus driver (m/f/d)"
    return candidate.text.islower() or around.words.opens_sentence(candidate.start)
