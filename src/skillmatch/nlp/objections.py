"""What speaks against reading a word as the name of a skill: it may be a person, a place, a company or just a word.

The same names are sons and dogs, streets and employers ("my dog Django", "Docker Street", "at Oracle"), and many are
verbs or adjectives ("Move the boxes", "angular frames"). Each objection is a weight below 0 and its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.english import english_words, proper_names
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.title import OCCUPATIONS
from skillmatch.nlp.written import NAMED

Sign = tuple[float, str]

LEAD = 5  # words before a name in which a person is announced
# What a name in use belongs to: "Python scripts", "React frontend".
TOOL_AFTER = re.compile(
    r"(?:programm(?:ing|er|ers|ed)$|programs?$|develop|"
    r"engineer|script|coding|code|framework|librar|languag|package|macro|apis?$|back ?end|"
    r"front ?end|quer(?:y|ies)|microservice|cluster|server|database|pipeline|apps?$|stack|skills?$|knowledge|"
    r"experience|projects?$)"
)
_TECHNICAL_AFTER = re.compile(
    r"(?:expert|consult|training|course|certif|licen[cs]|admin|architect|specialist|module|model|jobs?$|workflow"
    r"|environment|tool|platform|system|"
    r"version|"
    r"users?$|test|build|deploy|integration|component|plugin|extension|template|notebook|dashboard|sheet|workbook|"
    r"table|"
    r"formula|report|shader|chart|container|image|instance|function|data|web|mobile|cloud|software|program|service|"
    r"solution|implementation|migration|automation|compiler|interpreter|runtime|syntax|bindings|interface|client|"
    r"repo|sdk|ide|cli|gui|ui)"
)
# The last words of places and companies.
_HEADS = """
    street st road rd avenue ave lane square park bay beach hill hills valley river lake island islands county
    city town village airport hotel inn cafe restaurant church school college university academy hospital clinic
    museum theatre theater club stadium ltd limited inc llc gmbh plc corp corporation company holdings partners
    ventures capital insurance foundation trust award festival brewery bakery farm farms estate estates gardens
    court drive close terrace gallery ranch cinema commission council bank station theatre house hall centre lodge
    arena tower bridge mall pub arms tavern bistro brasserie diner courier couriers logistics freight airlines airways
    motors resort campground marina harbour harbor pier abbey cathedral chapel plaza boulevard crescent meadow meadows
    woods mountain mountains peak canyon creek falls ridge cove desert zoo aquarium nursery winery vineyard pharmacy
    orchestra choir marathon trophy derby regatta league united rovers foods toys
"""
_PROPER_HEADS = frozenset(fold_word(head) for head in _HEADS.split())
_PERSON_BEFORE = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|miss|sir|dear|c/o|c / o|general|captain|colonel|sergeant|judge|nurse|coach|doctor|"
    r"professor|mayor|senator|father|mother|aunt|uncle|saint|lord|lady|king|queen|princess|prince|pastor|councillor|"
    r"officer|named|nicknamed|contact|phone|apply to|write to|e ?mail|speak to|"
    r"speak with|"
    r"talk to|reach out to|regards|sincerely|reporting to|report to|reports to|led by|founded by|managed by|"
    r"headed by|"
    r"interviewed by|married to|questions to|resume to|cv to|documents to|application to|applications to|ask for|"
    r"(?:my|our|his|her|their|your|s) (?:\S+ ){0,3}?"
    r"(?:dog|cat|horse|pet|pony|parrot|son|daughter|wife|husband|brother|sister|friend|"
    r"colleague|boss|manager|supervisor|director|ceo|cto|founder|recruiter|teacher|neighbou?r|partner|baby|kid|"
    r"cousin)s?)"
    r"|^(?:call|ask|meet|hi|hello)) ?[.,:]? ?$"
)
FIRMS_LEAD = 8
_FIRMS = "clients customers partners competitors employers companies brands sponsors investors vendors".split()  # noqa: SIM905
_FIRMS_BEFORE = re.compile(
    rf"\b(?:{'|'.join(_FIRMS)})\b"
    r"(?: \w+)? (?:include|including|such as|like|are|were|:)"
)
_GOOD_AT = re.compile(r"(?:good|skilled|adept|expert|proficient|great|excellent|strong|better|experienced) at$")
# What people do and tools do not: "Ruby will interview you".
_PERSON_DOES = re.compile(
    r"(?:(?:will|would|can|could|has|is|was|may)(?: \w+ly| also| then| soon| be)? )?"
    r"(?:interview|call|contact|meet|greet|welcome|introduce|mentor|tell|explain|sign|sa(?:ys|id)\b|join(?:s|ed)\b"
    r"|in touch|"
    r"happy to|looking forward|looks forward|told|asked|wants|lives|married|retire|your (?:contact|manager|boss"
    r"|mentor)|"
    r"our (?:founder|ceo|cto|manager|recruiter|receptionist)|and (?:her|his|he|she)\b|or (?:her|his)\b)"
)
_LASTING = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "over"]
)
# What is said of a thing asked for and of no verb's subject: "Swift preferred".
_WISH = re.compile(
    r"(?:preferred|desired|desirable|optional|required|mandatory|essential|needed|welcome|obligatoire|exig|souhait"
    r"|requis|"
    r"erforderlich|erwünscht|wünschenswert|zwingend|vorausgesetzt|deseable|vereist|gewenst)"
)
_ANNOUNCING = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "by", "contact"])
_SONS = frozenset(
    fold_word(word) for word in ("sons", "co", "daughters", "partners", "brothers", "associates", "company")
)
# What follows a verb: "move the boxes", "react quickly".
_OBJECTS = """
    a an the this that these those their our your its his her my some any every each to into up out at for on
    quickly well them us it him you with together yourself freely about towards
"""
_OF_VERBS = frozenset(_OBJECTS.split())
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "our", "your", "their", "every"])


# What letters number: "category C", "vitamin D".
_LABELLED = re.compile(
    r"\b(?P<label>categor(?:y|ies)|class(?:es)?|grades?|vitamins?|types?|groups?|levels?|blocks?|wings?|gates?|halls?"
    r"|platforms?|terminals?|sections?|appendix|plans?|sizes?|buildings?|rooms?|zones?|hepatitis|licen[cs]es?|leagues?"
    r"|series|teams?|exhibits?|schedules?|annex|lots?)(?: [a-z]\d?| ,| or| and| /)*$"
)


def find_objections(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield what speaks against a one-word name."""
    texts, start, end = around.words.texts, candidate.start, candidate.end
    after = texts[end] if end < len(texts) and not around.words.starts_line(end) else ""
    before = texts[start - 1] if start and not around.words.starts_line(start) else ""
    if not after.isalpha() and not before.isalpha() and after not in (".", "&", "'s") and before not in (".", ","):
        return
    if len(candidate.text) == 1 and (label := _LABELLED.search(around.lead(start, LEAD))):
        yield -2.0, f"a letter of {label['label']!r}"
    yield from _of_persons(candidate, around, before, after)
    yield from _of_firms(candidate, around, before, after)
    yield from _of_places(candidate, around, before, after)
    if candidate.text.isupper():
        return
    if candidate.form.skill.type in NAMED and _is_word(candidate.text):
        yield from _of_words(candidate, around, before, after)


def _of_persons(candidate: Candidate, around: Surroundings, before: str, after: str) -> Iterator[Sign]:
    texts, start, end = around.words.texts, candidate.start, candidate.end
    if len(candidate.text) == 1 and after == "." and end + 1 < len(texts) and texts[end + 1].istitle():
        if around.words.opens_sentence(start) or before.istitle():
            yield -1.5, "an initial"
        return
    if not candidate.text[0].isupper():
        return
    lead = around.lead(start, LEAD)
    if before.istitle() and not around.words.opens_sentence(start):
        lead_of_first = lead[: -len(before)].rstrip()
        if _PERSON_BEFORE.search(lead_of_first):
            yield -2.0, "a surname"
    if before.istitle() and candidate.text.lower() in OCCUPATIONS and not around.before(start):
        yield -1.5, "an occupation"
    if before == "." and _has_initial(texts, start, after):
        yield -1.5, "after an initial"
    if _PERSON_BEFORE.search(lead) and (after.istitle() or not _is_thing(after, candidate)):
        yield -2.0, "a person"
    elif candidate.form.exact and _PERSON_DOES.match(" ".join(texts[end : end + 4]).lower()):
        yield -2.0, "a person, by what is done"


def _has_initial(texts: Sequence[str], start: int, after: str) -> bool:
    """Tell whether a name follows an initial and its dot: "Dr. S. Perl in Norwich"."""
    if start < 2 or len(texts[start - 2]) > 1 or not texts[start - 2].isupper():
        return False
    return not after.islower() or any(text.lower() in _ANNOUNCING for text in texts[max(start - 4, 0) : start - 2])


def _of_firms(candidate: Candidate, around: Surroundings, before: str, after: str) -> Iterator[Sign]:
    """Yield what makes the word an employer or another firm: "at Oracle", "Oracle's Dublin office", "Chef & Sons"."""
    texts, start, end = around.words.texts, candidate.start, candidate.end
    if not candidate.text[0].isupper() or len(candidate.text) == 1:
        return
    lead = around.lead(start, FIRMS_LEAD)
    if any(map(lead.__contains__, _FIRMS)) and _FIRMS_BEFORE.search(lead):
        yield -1.0, "one of several firms"
    owns = after == "'s"
    if owns and end + 1 < len(texts) and texts[end + 1].istitle():
        yield -1.5, "an owner"
    elif before.lower() == "at" and (owns or not after.islower()) and not _GOOD_AT.search(around.lead(start, LEAD)):
        yield -1.0, "an employer"
    if after == "&":
        names = [fold_word(text) for text in texts[end + 1 : end + 3]]
        if names and (names[0] in _SONS or (names[-1] in _PROPER_HEADS and not _is_thing(names[-1], candidate))):
            yield -1.5, "a company"


def _of_places(candidate: Candidate, around: Surroundings, before: str, after: str) -> Iterator[Sign]:
    """Yield what makes the word the first of a longer name: "Azure Bay", "Docker Street Ventures"."""
    texts, end = around.words.texts, candidate.end
    if (
        not (after.istitle() or after in ("LLC", "GmbH", "PLC", "AG"))
        or len(after) < 2
        or not candidate.text[0].isupper()
    ):
        return
    second = texts[end + 1] if end + 1 < len(texts) and not around.words.starts_line(end + 1) else ""
    if fold_word(after) in _PROPER_HEADS or (second.istitle() and fold_word(second) in _PROPER_HEADS):
        yield -1.5, "a place or a company"
    elif candidate.form.exact and len(after) > 2 and around.after(end) is None and not _is_thing(after, candidate):
        yield (-1.2 if fold_word(candidate.text) in proper_names() else -0.7), "part of a name"


def _of_words(candidate: Candidate, around: Surroundings, before: str, after: str) -> Iterator[Sign]:
    """Yield what makes an English word a word: its object, its article, the noun that it belongs to."""
    text, start = candidate.text, candidate.start
    opens = around.words.opens_sentence(start)
    follows = after.islower() and after.isalpha() and not _is_thing(after, candidate) and not _WISH.match(after)
    if after.islower() and not candidate.form.exact and text.islower() and not around.is_small(start, candidate.end):
        yield -0.7, "a word in small letters"
    next_two = around.words.texts[candidate.end + 1 : candidate.end + 3]
    lasts = after == "for" and any(text[0].isdigit() or text in _LASTING for text in next_two)
    if (opens or text.islower()) and after in _OF_VERBS and not lasts:
        yield -1.5, f"a verb before {after!r}"
    elif follows and after not in STOP_WORDS and (opens or text.islower()):
        yield -0.7 if candidate.same_case and not opens else -1.0, f"a word before {after!r}"
    if before.lower() in _ARTICLES and not after.istitle() and (not after.isalpha() or after in STOP_WORDS):
        yield -1.0, f"a noun after {before.lower()!r}"
    if (
        after.islower()
        and after not in ("based", "like", "driven")
        and around.words.is_joined(start, candidate.end + 1)
    ):
        yield -1.0, "part of a compound"


def _is_thing(after: str, candidate: Candidate) -> bool:
    """Tell whether the next word is a thing of software, which has the name of a tool before it."""
    after = after.lower()
    plain = not candidate.form.exact or not candidate.form.skill.context
    return TOOL_AFTER.match(after) is not None or (plain and _TECHNICAL_AFTER.match(after) is not None)


def _is_word(text: str) -> bool:
    return (text.islower() or text.istitle()) and (len(text) < 3 or fold_word(text) in english_words())


def may_be_other(candidate: Candidate) -> bool:
    """Tell whether a plain reading is of a kind to which there can be objections: one word that names a thing."""
    return candidate.end - candidate.start == 1 and candidate.form.skill.type in NAMED
