"""The words beside a name by which a sentence uses it as one: "experience with", "written in", "is a plus"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.english import proper_names
from skillmatch.nlp.head_nouns import TOOL_AFTER
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.persons import Sign
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.written import NAMED

_CUE_BEFORE = re.compile(
    r"\b(?:experienc|knowledge|proficien|skill|expert|fluen|familiar|background|hands on|competen|master|command of|"
    r"understanding|certifi|programm|coding|script|framework|languag|tool|technolog|software|databas|librar|stack|"
    r"learn(?:ed|ing|t)? |know |need |love |us(?:e|es|ed|ing) |prefer |teach |taught |stud(?:y|ied) |years? "
    r"|yrs |decades? |months? |boot ?camp|course|workshop|tutorial|certificat|"
    r"erfahrung|kenntnis|connaissance|expérience|experiencia|conocimiento|ervaring|kennis|znajomo|doświadcz)"
    r"\w*(?: \w+)? ?(?:[a-z]{0,5}|neither)$"
)
# Verbs whose object is a name and no person or thing: "knows Scala", "have never touched Rust".
_KNOWN = re.compile(
    r"\b(?:know|knows|knew|learn|learned|learnt|learning|write|writes|wrote|written|writing|use|uses|used|using|master"
    r"|mastered|"
    r"touched|tried|taught|dabbled in|dabble in|versed in|fluent in|well up in|worked in|working in|work in|speak"
    r"|speaks|speaking|code in|coding in|coded in|bring|brings|switched to|program in|programming in|seen|include"
    r"|includes|covers?|run|ran|running|done|need|needs|require|requires|want|wants|expect|prefer)"
    r"(?: (?:some|only|mainly|mostly|also|both|either|modern|:))?$"
)
# What is done with a language and not with a person: "dabbled in Julia", "taught me Ruby".
_NO_PERSON = re.compile(
    r"\b(?:speak|speaks|speaking|writ(?:e|es|ing|ten)|wrote|learn(?:ed|t|ing)?|us(?:e|es|ed|ing)|master(?:ed)?"
    r"|taught (?:me|us|myself)|(?:cod|program|dabbl|fluent|versed|proficient|work)\w* in|you know|you also know|also"
    r" know)$"
)
_SEASONS = frozenset(["spring", "phoenix", "mobile"])  # and towns: with "in" they tell when or where
# How well somebody knows it: "solid Scala", "a little Blender".
_GRADED = re.compile(
    r"\b(?:solid|strong|basic|fluent|advanced|deep|sound|excellent|good|some|a little|years? :|yrs :|in :|stack :)$"
)
# A share of years named before: "eight years of Java, the last three on Spring".
_SHARE = re.compile(
    r"\b(?:years?|yrs?)\b.*\b(?:\d+|half|most|all|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: of (?:them|which|those|these))? (?:in|with|on|of)$"
)
# What is asked for or wished: "Rust is a plus", "Swift preferred", "bonus points for Go".
_WISHED = re.compile(
    r"(?:(?:(?:is|are|was) (?:not |also |only |strongly |highly |very |definitely )*|would be |will be )?"
    r"(?:an? )?(?:(?:big|huge|nice|real|added|definite|strong|absolute) )*"
    r"(?:plus|bonus|must|advantage|asset|merit|preferred|desirable|desired|optional|nice to have|good to have"
    r"|beneficial|advantageous|obligatoire|exigée?|souhaitée?|erwünscht|wünschenswert|deseable|gewenst)"
    r"|(?:is|are|would be|will be) (?:an? )?(?:must|mandatory|required|needed|essential|nice|great|welcome|useful))"
    r"(?= [.,;:!?)(/|-]| (?:but|and|or|though|as|to have|too)\b|$)"
)
_WISH_BEFORE = re.compile(
    r"\b(?:plus|plus points|bonus|points|nice to have|good to have|ideally|preferably|optional|optionally|desirable|"
    r"desired|preferred|mandatory|required|advantage|useful|helpful)(?: for| if you know)?(?: :)?$"
)
# What is made or done, with what: "build our product in", "test them with", "documentation of all findings in".
_DONE_WITH = re.compile(
    r"\b(?:writ|wrot|develop|implement|built|build|migrat|deploy|cod(?:e|ed|ing)\b|program|automat|prototyp|rewr|"
    r"port(?:ed|ing)\b|rigg|animat|sculpt|textur|retouch|draft|typeset|drew\b|drawn|plot|publish|"
    r"maintain|test|track|manag|document|plann?|design|model|report|analy|visuali|render|trac|monitor|creat|ship|"
    r"edit|draw|run|host|train|query|process|orchestrat|schedul|simulat|station|project|product|infrastructur|"
    r"pipeline|apps?(?= )|scripts?(?= )|code(?= )|websites?(?= )|plugins?(?= )|bots?(?= ))"
    r"\w*(?: \S+){0,5} (?:in|with|using|on|via|by|to|from|into|through)$"
)
# What is exchanged for what: "migrated from Ember to React".
_MIGRATED = re.compile(r"\b(?:migrat|port(?:ed|ing)\b|rewr|convert|refactor)\w*(?: \S+){0,6}? (?:from|to|off|into)$")
_MOVED = re.compile(r"\b(?:mov(?:ed|ing)|switch)\w*(?: \S+){0,5}? (?:from|to|off|onto)$")
_MADE = re.compile(
    r"\b(?:train|buil|implement|develop|fine ?tun|deploy|writ|wrot|cod|administer|install|configur)"
    r"\w*(?: an?| the| our| several)?$"
)
_IS_USED = re.compile(
    r"(?:is|are|was) (?:n't |not |also |only |no longer |mainly |widely )?(?:used|required|needed|mandatory|a must|"
    r"a plus|an? asset|essential|our|"
    r"preferred|desirable|optional|welcome|nice|something (?:we|you|i|that)|what (?:we|you))"
)
# "Go is our main language", "Spring experience is a must".
_IS_OURS = re.compile(
    r"(?:is|was) (?:our|the|my|their) (?:\w+ )?(?:language|framework|library|tool|database|platform|editor|stack"
    r"|choice)\b"
)
_IS_CLAIMED = re.compile(
    r"(?:experience|knowledge|skills) (?:(?:is|are|would be|will be) (?:not |also |strongly |highly )*(?:an?"
    r" )?(?:\w+ )?"
    r"(?:must|plus|bonus|advantage|asset|mandatory|required|needed|essential|preferred|desirable|expected|welcome)"
    r"|required|preferred|needed)\b"
)
_TECHNICAL = re.compile(
    r"\b(?:code|coding|software|servers?|back ?end|front ?end|apis?|apps?|web|databases?|quer(?:y|ies)|deploy\w*|"
    r"scripts?|"
    r"programm(?:ing|ers?|ed)|programs?|frameworks?|librar(?:y|ies)|microservices?|services|clusters?|pipelines?"
    r"|data|cloud|infrastructure|devops|"
    r"containers?|repositor\w+|unit tests?|automat\w+|algorithms?|firmware|embedded|compiler|runtime|sdk|gui|ui|ci|etl|"
    r"websites?|networks?|developers?|engineers?|contracts|codebase|workloads?|rendering|widgets?|dashboards?|sql)\b"
)
_CLAIMED = re.compile(r"\b(?:experience|knowledge|skills?|proficien\w+|familiar\w*|fluen\w+)\b")
MANY = 4  # skills that make a document one of a technical field
FEW = 2  # names of things that do so in a text of a few sentences
SHORT = 60  # words of such a text
_PREPOSITIONS = frozenset(
    ["in", "with", "using", "on", "via", "of", "by", "without", "like", "mit", "avec", "con", "en", "met"]
)


def find_cues(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield what the words before and after a name tell of it."""
    lowers = around.words.lowers
    first, last = around.sentence(candidate.start, candidate.end)
    before = lowers[max(first, candidate.start - 8) : candidate.start]
    after = lowers[candidate.end : min(last, candidate.end + 7)]
    lead = " ".join(before)
    cue = _CUE_BEFORE.search(" ".join(before[-4:]))
    if cue is None and candidate.same_case:
        cue = _DONE_WITH.search(lead) or _MADE.search(lead) or _MOVED.search(lead)
    if cue:
        yield _weight_of_cue(candidate, lead), f"after {cue[0].strip()!r}"
    elif candidate.same_case and (cue := _WISH_BEFORE.search(lead)):
        yield 1.0, f"after {cue[0].strip()!r}"
    elif candidate.same_case and (_GRADED.search(lead) or _SHARE.search(lead) or _KNOWN.search(lead)):
        yield _weight_of_cue(candidate, lead), f"after {' '.join(before[-2:])!r}"
    if before and before[-1] in _PREPOSITIONS and candidate.same_case:
        name = _is_capital_name(candidate, around, before[-1])
        yield (1.0, "a capital inside a sentence") if name else (0.4, f"after {before[-1]!r}")
    yield from _cues_after(candidate, after)
    if candidate.same_case and (around.field >= MANY or (around.named >= FEW and len(around.words) <= SHORT)):
        yield 0.3, "among many skills"


def _cues_after(candidate: Candidate, after: Sequence[str]) -> Iterator[Sign]:
    if candidate.same_case and (cue := _IS_OURS.match(" ".join(after[:5])) or _IS_CLAIMED.match(" ".join(after))):
        yield 1.5, f"before {cue[0]!r}"
    elif after and TOOL_AFTER.match(" ".join(after[:2])):
        yield 1.0, f"before {after[0]!r}"
    elif candidate.text.istitle() and after[:1] in (["we"], ["i"]) and after[1:]:
        yield 1.0, f"before {' '.join(after[:2])!r}"  # "Cypress we used before"
    elif candidate.same_case and (cue := _WISHED.match(" ".join(after))):
        yield 1.0, f"before {cue[0]!r}"
    elif cue := _IS_USED.match(" ".join(after[:4])):
        yield 0.7, f"before {cue[0]!r}"


def _weight_of_cue(candidate: Candidate, lead: str) -> float:
    """Return the weight of a cue before a name; a verb right before it is enough by itself, unless it is a person's."""
    text = candidate.text
    if not candidate.same_case or not text[0].isupper():
        return 0.7
    sure = fold_word(text) not in proper_names() and (_KNOWN.search(lead) or _MIGRATED.search(lead))
    if candidate.form.skill.type in NAMED and _GRADED.search(lead):
        return 1.0
    return 1.0 if sure or (candidate.form.skill.type == "language" and _NO_PERSON.search(lead)) else 0.7


def _is_capital_name(candidate: Candidate, around: Surroundings, preposition: str) -> bool:
    """Tell whether only its being a name explains a capital: "in Notion", but not "in Spring" or "with Julia"."""
    text, start, end = candidate.text, candidate.start, candidate.end
    word, texts = fold_word(text), around.words.texts
    follows = "" if around.ends_line(end) else texts[end]
    if around.words.opens_sentence(start) or follows[:1].isupper() or follows in ("'s", "&"):
        return False
    if len(text) == 1 or word in proper_names():
        ends = not follows or not follows[0].isalnum() or follows in ("and", "or")
        in_language = preposition == "in" and candidate.form.skill.type == "language"
        return in_language and (len(text) > 1 or (ends and follows != "&"))
    return text.istitle() and not texts[start - 2][:1].isupper() and not (word in _SEASONS and preposition == "in")


def technical_word(candidate: Candidate, around: Surroundings) -> str | None:
    """Return a word of the sentence that is of software."""
    found = _TECHNICAL.search(_sentence_without(around, candidate.start, candidate.end))
    return found[0] if found else None


def _sentence_without(around: Surroundings, start: int, end: int) -> str:
    first, last = around.sentence(start, end)
    lowers = around.words.lowers
    return " ".join([*lowers[first:start], "|", *lowers[end:last]])


def is_technical(around: Surroundings, start: int, end: int) -> bool:
    """Tell whether the sentence of some words speaks of software."""
    lead, sentence = around.lead(start, 8), _sentence_without(around, start, end)
    found = _CUE_BEFORE.search(lead) or _DONE_WITH.search(lead) or _CLAIMED.search(sentence)
    return bool(found or _TECHNICAL.search(sentence))
