"""What speaks against reading a word as the name of a skill: it may be a person, a place, a company or just a word.

The same names are sons and dogs, streets and employers ("my dog Django", "Docker Street", "at Oracle"), and many are
verbs or adjectives ("Move the boxes", "angular frames"). Each objection is a weight below 0 and its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.nlp.belonging import ASKING
from skillmatch.nlp.called import REACH as CALLED_REACH
from skillmatch.nlp.called import is_called
from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.english import english_words, proper_names
from skillmatch.nlp.firms import FIRMS, MEETING_BEFORE, MEETING_TOOLS, OTHERS, OTHERS_BEFORE, REACH, is_firm
from skillmatch.nlp.head_nouns import is_thing
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.persons import LEAD, Sign, of_persons
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.title import OCCUPATIONS
from skillmatch.nlp.written import NAMED

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
    coast cape canal airfield ferry racecourse pool fort castle palace garden steelworks ironworks works mill
    mills foundry quarry dairy
    orchestra choir marathon trophy derby regatta league united rovers foods toys
"""
# The first words of places.
_STARTS = """
    cafe café hotel salon bar restaurant villa casa camp lake mount port fort château chateau pizzeria trattoria chez
    ristorante bistro pub studio galerie teatro hostel ship saint st mt
"""
_PROPER_STARTS = frozenset(fold_word(start) for start in _STARTS.split())
_PROPER_HEADS = frozenset(fold_word(head) for head in _HEADS.split())
_GOOD_AT = re.compile(
    r"(?:excel(?:s|led|ling)?|brilliant|fast|ace|whiz|competent|confident|good|skilled|adept"
    r"|expert|proficient|great|excellent|strong|better|experienced) at$"
)
_OTHER_BEARERS = frozenset(["java", "kafka", "jenkins", "django", "perl", "cisco"])  # no English words in small letters
_LASTING = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "over"]
)
# What is said of a thing asked for and of no verb's subject: "Swift preferred".
_WISH = re.compile(
    r"(?:preferred|incl|including|esp|handy|useful|helpful|beneficial|nice|ideally|preferably|desired|desirable"
    r"|optional|required|mandatory|essential|needed|welcome|yes$|no$|none$|daily|obligatoire|exig|souhait|requis|"
    r"erforderlich|erwünscht|wünschenswert|zwingend|vorausgesetzt|deseable|vereist|gewenst)"
)
_MUSIC = re.compile(
    r"\b(?:choir|tenor|soprano|alto|sonata|symphony|concerto|fugue|prelude|octaves?|scales|chords?|violin|piano"
    r"|cello|flute|major|minor|aria|quartet|treble|clef|sing|sang|sung|singer|hymns?)\b"
)
_CODED = re.compile(r"\b(?:wr[io]t|cod(?:e|ed|ing)\b|program|implement|develop|drivers?\b|firmware|software|compile)")
_PARTS = frozenset([",", ";", "and", "but", "while", "then", "(", ")"])  # of a sentence
_SONS = frozenset(
    fold_word(word) for word in ("sons", "co", "daughters", "partners", "brothers", "associates", "company")
)
# What follows a verb: "move the boxes", "react quickly".
_OBJECTS = """
    a an the this that these those their our your its his her my some any every each to into up out at for on
    quickly well them us it him you with together yourself freely about towards
"""
_OF_VERBS = frozenset(_OBJECTS.split())
_SUBJECTS = frozenset(["you", "any", "every", "it"])  # "Linux you should know": no verb
_MODALS = frozenset(["should", "must", "need", "will", "can", "know", "have"])
_ONE_OF = frozenset(["a", "an", "the", "each", "every", "another"])
_JOINTS = frozenset(["in", "of", "on", "at", "from", "behind", "near", "under", "between", "for"])
_HOME_BEFORE = re.compile(
    r"\b(?:(?:born|lives?|lived|living|raised|based|located|situated|headquartered|settled|grew up|grown up|holidays?"
    r"|vacation|honeymoon) (?:in|on|near|around)|(?:island|city|town|village) of|(?:flights?|travell?ed|trips?"
    r"|sailed) to|(?:toured|visited|visiting|touring|across|off|left for))$"
)
_OCCUPATION_BEFORE = re.compile(rf"(?:^| )(?:{'|'.join(sorted(OCCUPATIONS))})s? [,|–-]$")
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "our", "your", "their", "every"])


# What letters number: "category C", "vitamin D".
_LABELLED = re.compile(
    r"\b(?P<label>categor(?:y|ies)|class(?:es)?|grades?|vitamins?|types?|groups?|levels?|blocks?|wings?|gates?|halls?"
    r"|platforms?|terminals?|sections?|appendix|plans?|sizes?|buildings?|rooms?|zones?|hepatitis|licen[cs]es?|leagues?"
    r"|series|teams?|exhibits?|schedules?|annex|lots?|badges?|belts?|bands?|tiers?|wards?|houses?|decks?|berths?|pens?"
    r"|lanes?|bays?|routes?|tracks?|divisions?|blood groups?)(?: [a-z]\d?| ,| or| and| /)*$"
)
_LETTERED = frozenset(
    ["wing", "block", "deck", "ward", "grade", "licence", "license", "road", "roads", "class", "team"]
)
_WISH_NOUNS = frozenset(["must", "plus", "bonus", "asset", "advantage", "requirement"])


def find_objections(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield what speaks against a one-word name."""
    texts, start, end = around.words.texts, candidate.start, candidate.end
    after = texts[end] if end < len(texts) and not around.words.starts_line(end) else ""
    before = texts[start - 1] if start and not around.words.starts_line(start) else ""
    if len(candidate.text) == 1 and candidate.text.lower() in around.legend:
        yield -5.0, "a mark of the legend"
    apart = not after.isalpha() and not before.isalpha() and after not in (".", "&", "'s") and before not in (".", ",")
    if apart and (after != "," or candidate.text.lower() not in FIRMS):
        return
    if len(candidate.text) == 1 and (label := _LABELLED.search(around.lead(start, LEAD))):
        yield -2.0, f"a letter of {label['label']!r}"
    elif len(candidate.text) == 1 and after in _LETTERED:
        yield -2.0, f"the letter of a {after}"
    if _is_note(candidate, around):
        yield -2.0, "a note of music"
    yield from of_persons(candidate, around, before, after)
    if candidate.text[0].isupper() and is_called(around.lead(start, CALLED_REACH)):
        yield -2.0, "called so"
    yield from _of_firms(candidate, around, before, after)
    yield from _of_places(candidate, around, before, after)
    if candidate.text.isupper():
        return
    if before in _ONE_OF and candidate.text.islower() and (not after.isalpha() or after in STOP_WORDS):
        yield -1.0, f"a noun after {before!r}"
    if candidate.form.skill.type in NAMED and _is_word(candidate.text):
        yield from _of_words(candidate, around, before, after)


def _is_note(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a letter, or "C sharp", stands among words of music and no names of software."""
    if len(candidate.text) > 1 and candidate.text.lower() not in ("c sharp", "f sharp"):
        return False
    first, last = around.sentence(candidate.start, candidate.end)
    lowers = around.words.lowers
    if not _MUSIC.search(" ".join(lowers[first:last])):
        return False
    company = around.company(candidate.start, candidate.end)
    if any(other.form.skill.type in NAMED for other in company):
        return False
    left = max((place + 1 for place in range(first, candidate.start) if lowers[place] in _PARTS), default=first)
    right = min((place for place in range(candidate.end, last) if lowers[place] in _PARTS), default=last)
    part = " ".join(lowers[left:right])  # "drivers in C and sang C major scales"
    return _CODED.search(part) is None or _MUSIC.search(part) is not None


def _of_firms(candidate: Candidate, around: Surroundings, before: str, after: str) -> Iterator[Sign]:
    """Yield what makes the word an employer or another firm: "at Oracle", "Oracle's Dublin office", "Chef & Sons"."""
    texts, start, end = around.words.texts, candidate.start, candidate.end
    if not candidate.text[0].isupper() or len(candidate.text) == 1:
        return
    lead, name = around.lead(start, REACH), fold_word(candidate.text)
    if any(map(lead.__contains__, OTHERS)) and OTHERS_BEFORE.search(lead):
        yield -1.0, "one of several firms"
    if name in FIRMS:
        beside = (around.before(start), around.after(end))
        listed = any(other.form.skill.type in NAMED for other in beside if other)
        opens = not listed and (around.words.starts_line(start) or _OCCUPATION_BEFORE.search(lead) is not None)
        if reason := is_firm(name, lead, " ".join(texts[end : end + 4]), opens=opens):
            yield -2.5, reason
            return
    if name in MEETING_TOOLS and MEETING_BEFORE.search(lead):
        yield -1.5, "where people meet"
    owns = after == "'s"
    if owns and end + 1 < len(texts) and texts[end + 1].istitle():
        yield -1.5, "an owner"
    elif (
        before.lower() == "at"
        and (owns or not after.islower() or _is_firm_there(name, after, candidate))
        and not _GOOD_AT.search(around.lead(start, LEAD))
    ):
        yield -2.0 if name in FIRMS or after == "&" else -1.0, "an employer"
    if after == "&":
        names = [fold_word(text) for text in texts[end + 1 : end + 3]]
        if names and (names[0] in _SONS or (names[-1] in _PROPER_HEADS and not is_thing(names[-1], candidate))):
            yield -1.5, "a company"


def _is_firm_there(name: str, after: str, candidate: Candidate) -> bool:
    """Tell "at Oracle you will" from "at Oracle level"."""
    return name in FIRMS and (after in STOP_WORDS or not is_thing(after, candidate))


def _of_places(candidate: Candidate, around: Surroundings, before: str, after: str) -> Iterator[Sign]:
    """Yield what makes the word the first of a longer name: "Azure Bay", "Docker Street Ventures"."""
    texts, end = around.words.texts, candidate.end
    if not candidate.text[0].isupper():
        return
    before = texts[candidate.start - 1] if not around.words.starts_line(candidate.start) else ""
    if candidate.form.exact and _ends_longer_name(candidate, around, before, after):
        yield -3.0, "the end of a longer name"
    is_home = fold_word(candidate.text) in proper_names() and _HOME_BEFORE.search(around.lead(candidate.start, LEAD))
    if is_home or (before.istitle() and fold_word(before) in _PROPER_STARTS):
        yield -2.0, "a place"
    if not (after.istitle() or after in ("LLC", "GmbH", "PLC", "AG")) or len(after) < 2:
        return
    second = texts[end + 1] if end + 1 < len(texts) and not around.words.starts_line(end + 1) else ""
    if fold_word(after) in _PROPER_HEADS or (second.istitle() and fold_word(second) in _PROPER_HEADS):
        yield -1.5, "a place or a company"
    elif candidate.form.exact and len(after) > 2 and around.after(end) is None and not is_thing(after, candidate):
        yield (-1.2 if fold_word(candidate.text) in proper_names() else -0.7), "part of a name"


def _ends_longer_name(candidate: Candidate, around: Surroundings, before: str, after: str) -> bool:
    """Tell whether a capital word, no skill, stands before inside the sentence: "the Pacific Express booking site"."""
    start = candidate.start
    if not before.istitle() or len(before) < 3 or not candidate.text.istitle() or not after.islower() or start < 2:
        return False
    if around.words.opens_sentence(start - 1) or around.before(start) or fold_word(before) in STOP_WORDS:
        return False
    return around.words.lowers[start - 2] in _ARTICLES and not is_thing(after, candidate)


def _of_words(candidate: Candidate, around: Surroundings, before: str, after: str) -> Iterator[Sign]:
    """Yield what makes an English word a word: its object, its article, the noun that it belongs to."""
    text, start = candidate.text, candidate.start
    opens = around.words.opens_sentence(start)
    if opens and text == "Spring" and after == "in":
        yield -3.0, "a season"
    follows = after.islower() and after.isalpha() and not is_thing(after, candidate) and not _WISH.match(after)
    if after.islower() and not candidate.form.exact and text.islower() and not around.is_small(start, candidate.end):
        yield -0.7, "a word in small letters"
    follow_two = after in _JOINTS and around.words.texts[candidate.end + 1 : candidate.end + 2]
    if candidate.form.exact and not text.isupper() and opens and follow_two and follow_two[0].lower() in _ARTICLES:
        yield -3.0, f"a noun before {after!r}"
    next_two = around.words.texts[candidate.end + 1 : candidate.end + 3]
    lasts = after == "for" and any(text[0].isdigit() or text in _LASTING for text in next_two)
    is_object = after in _OF_VERBS and (candidate.form.exact or after not in _SUBJECTS)
    if not candidate.form.exact and not text.islower() and around.kind_at(start) in ASKING:
        is_object = False  # an item of what is asked for: "Kafka at scale"
    if is_object and (
        not _WISH_NOUNS.isdisjoint(next_two) or (after == "you" and next_two[1:2] and next_two[1] in _MODALS)
    ):
        is_object = False  # "Sage a must"
    if (opens or text.islower()) and is_object and not lasts:
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


def _is_word(text: str) -> bool:
    return (text.islower() or text.istitle()) and (len(text) < 3 or fold_word(text) in english_words())


def may_be_other(candidate: Candidate) -> bool:
    """Tell whether a plain reading is of a kind to which there can be objections: one word that names a thing."""
    return candidate.end - candidate.start == 1 and candidate.form.skill.type in NAMED


def is_also_word(candidate: Candidate) -> bool:
    """Tell whether a plain name in small letters is an English word too, or the name of somebody or something else."""
    text = candidate.text
    if not may_be_other(candidate) or not text.islower():
        return False
    word = fold_word(text)
    return word in _OTHER_BEARERS or (word in english_words() and word not in proper_names())
