"""What makes a name that of a person: "Ruby Jones", "Ask Jenkins", "Julia will interview you"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.english import english_words, proper_names
from skillmatch.nlp.head_nouns import is_thing
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.title import OCCUPATIONS

Sign = tuple[float, str]

LEAD = 5  # words before a name in which a person is announced
_PERSON_BEFORE = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|miss|sir|dear|c/o|c / o|general|captain|colonel|sergeant|judge|nurse|coach|doctor|"
    r"professor|mayor|senator|father|mother|aunt|uncle|saint|lord|lady|king|queen|princess|prince|pastor|councillor|"
    r"officer|constable|inspector|sister|brother|matron|reverend|cousin|granny|grandma|grandpa|named"
    r"|nicknamed|contact|phone|apply to|(?:^|please )write to|e ?mail|speak to|speak with|"
    r"talk to|reach out to|regards|sincerely|reporting to|report to|reports to|led by|founded by|managed by|headed by|"
    r"interviewed by|married to|questions to|resume to|cv to|documents to|application to|applications to"
    r"|(?<!we )(?<!they )(?<!do )(?<!also )ask for|"
    r"(?:my|our|his|her|their|your|s) (?:\S+ ){0,3}?"
    r"(?:dog|cat|horse|pet|pony|parrot|son|daughter|wife|husband|brother|sister|friend|"
    r"colleague|boss|manager|supervisor|director|ceo|cto|founder|recruiter|teacher|neighbou?r|partner|baby|kid|"
    r"cousin)s?)|^(?:call|ask|meet|hi|hello)) ?[.,:]? ?$"
)
# What people do and tools do not: "Ruby will interview you".
_PERSON_DOES = re.compile(
    r"(?:(?:, )?(?:our|my|his|her|their) (?:new |head |co ?)?(?:founder|ceo|cto|cfo|manager|recruiter|receptionist"
    r"|director"
    r"|owner|boss|colleague|chef|head|coach|teacher|nurse|foreman|buyer|secretary|apprentice|trainee|intern)\b)"
    r"|(?:(?:will|would|can|could|has|is|was|may)(?: \w+ly| also| then| soon| be)? )?"
    r"(?:interview|call|contact|meet|greet|(?<!be )welcome|introduce|mentor|tell|explain|sign|sa(?:ys|id)\b|join(?:s"
    r"|ed)\b|in touch|"
    r"happy to|looking forward|looks forward|told|asked (?:me|us|for|to|him|her|them|about)|the name\b|wants|lives"
    r"|married|retire|your (?:contact|manager|boss|mentor)|"
    r"our (?:founder|ceo|cto|manager|recruiter|receptionist)|and (?:her|his|he|she)\b|or (?:her|his)\b)"
)
_WITH = frozenset(["with", "by", "from", "for", "and", "to"])
_ANNOUNCING = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "by", "contact"])
# Given names that are names of skills too.
_NAMES = """
    ada amber apollo astro athena aurora carbon cassandra cedar crystal cypress daisy dolly duke ember falcon
    fiona flora gatsby ginger grace hazel hugo iris ivy jack jade jasmine jasper jay julia kirby laurel lily
    luna max maya melissa mercury merlin nova odin olive oscar otto pascal pearl penny perl phoenix polly puck
    ray rex robin rocky rose rowan ruby rusty sage sandy scarlet sierra sonny stella sunny terra tori violet
    willow winnie
"""
_GIVEN = frozenset(_NAMES.split())
_SURNAMES = frozenset(
    ["haskell", "jenkins", "kafka", "travis", "pascal", "perl", "dart", "jekyll", "chef", "salt", "beam"]
)


def of_persons(candidate: Candidate, around: Surroundings, before: str, after: str) -> Iterator[Sign]:
    """Yield what makes a one-word name, between two words of its line, that of a person."""
    texts, start, end = around.words.texts, candidate.start, candidate.end
    if len(candidate.text) == 1 and after == "." and end + 1 < len(texts) and texts[end + 1].istitle():
        surname, follows = texts[end + 1], texts[end + 2 : end + 3]
        ends = not follows or not follows[0][0].isalnum() or around.words.starts_line(end + 2)
        word = fold_word(surname)
        is_word = word in english_words() and word not in proper_names()
        named = before.lower() in _WITH and ends and len(surname) > 2 and not is_word
        if around.words.opens_sentence(start) or before.istitle() or named:
            yield -2.5 if named else -1.5, "an initial"
        return
    if not candidate.text[0].isupper():
        return
    if _is_full_name(candidate, around, before, after):
        yield -3.0, "a given name and a surname"
    lead = around.lead(start, LEAD)
    if (
        before.istitle()
        and not around.words.opens_sentence(start)
        and _PERSON_BEFORE.search(lead[: -len(before)].rstrip())
    ):
        yield -2.0, "a surname"
    if before.istitle() and candidate.text.lower() in OCCUPATIONS and not around.before(start):
        yield -1.5, "an occupation"
    if before == "." and _has_initial(texts, start, after):
        yield -1.5, "after an initial"
    if candidate.text.isalpha() and _PERSON_BEFORE.search(lead) and (after.istitle() or not is_thing(after, candidate)):
        yield -2.0, "a person"
    elif candidate.form.exact and _PERSON_DOES.match(" ".join(texts[end : end + 4]).lower()):
        yield -2.0, "a person, by what is done"


def _is_full_name(candidate: Candidate, around: Surroundings, before: str, after: str) -> bool:
    """Tell whether a name is the first or second word of a person's: "Julia Mertens", "Ada Haskell, nurse"."""
    texts, start, end = around.words.texts, candidate.start, candidate.end
    name = candidate.text.lower()
    if name in _GIVEN and after.istitle() and len(after) > 1 and not is_thing(after, candidate):
        third = texts[end + 1] if end + 1 < len(texts) and not around.words.starts_line(end + 1) else ""
        known = around.after(end)
        if third == "(" and after.lower() in _SURNAMES and (start == 0 or not texts[start - 1].isalpha()):
            return True
        is_list = third.istitle() or around.before(start) is not None
        return not is_list and (known is None or known.start > end or after.lower() in _SURNAMES)
    if before.lower() in _GIVEN and before.istitle() and name in _SURNAMES:
        opens = around.words.starts_line(start - 1) or not texts[start - 2].isalpha()
        return opens and (not after or after in (",", "|", "-", "–", "("))
    return False


def _has_initial(texts: Sequence[str], start: int, after: str) -> bool:
    """Tell whether a name follows an initial and its dot: "Dr. S. Perl in Norwich"."""
    if start < 2 or len(texts[start - 2]) > 1 or not texts[start - 2].isupper():
        return False
    return not after.islower() or any(text.lower() in _ANNOUNCING for text in texts[max(start - 4, 0) : start - 2])
