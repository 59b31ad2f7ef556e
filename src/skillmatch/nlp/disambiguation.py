"""Decide whether a name that is also a word, a letter or a person is meant as a skill.

A form that is matched whatever the case is plain: nothing else is called so. An `exact` form is weighed. How much
evidence it needs follows from its case and place (`_needed`); evidence are the skills beside it in a list or in the
same sentence, the context words of the taxonomy, a skills section, words like "experience with" before it. What looks
like a person or a company counts against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.nlp.candidates import NAMED, Candidate
from skillmatch.nlp.english import english_words
from skillmatch.nlp.normalise import cut_ending, fold_word
from skillmatch.nlp.prose import keep_meant
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.taxonomy import Skill

EXACT_CASE = 1.0  # evidence needed by a form in its own case
OPENING = 1.5  # the same where a sentence begins, since there every word has a capital
NO_CASE = 1.5  # all around is in capitals, or nothing is
OTHER_CASE = 2.0
ACRONYM = 4.0  # an acronym that is also a word, in small letters: SOLID, REST

_CUE_BEFORE = re.compile(
    r"\b(?:experienc|knowledge|proficien|skill|expert|fluen|familiar|background|hands on|competen|master|command of|"
    r"understanding|certifi|programm|coding|written|write|develop|implement|built|build|script|framework|languag|tool|"
    r"technolog|software|databas|librar|stack|migrat|deploy)\w*(?: \w+)? ?[a-z]{0,5}$"
)
_CUE_AFTER = re.compile(
    r"(?:programm|develop|engineer|script|coding|code|framework|librar|languag|package|macro|apis?$|backend|frontend|"
    r"queri|microservice|cluster|server|database|pipeline|apps?$|stack|skills?$|knowledge|experience)"
)
_LINKS = frozenset(["and", "or", "is", "for"])  # after which a name may open a sentence
_PREPOSITIONS = frozenset(["in", "with", "using", "on", "via", "of"])


def disambiguate(candidates: Iterable[Candidate], around: Surroundings) -> list[Candidate]:
    """Accept readings, with confidence and reason; drop those without enough evidence.

    Accepted names are evidence for those beside them, so a list is read from the left and from the right. What is
    left over is accepted where the same form was accepted elsewhere in the document.
    """
    plain: list[Candidate] = []
    weighed: list[Candidate] = []
    for candidate in candidates:
        (weighed if _is_ambiguous(candidate) else plain).append(candidate)
    for candidate in plain:
        if candidate.form.skill.type != "soft":
            around.add(candidate)
    accepted = _weigh([_Case(candidate, around) for candidate in weighed], around)
    sure = [candidate for candidate in keep_meant([*plain, *accepted], around) if not _is_title(candidate, around)]
    return list(_drop_general(sure, around))


def _is_ambiguous(candidate: Candidate) -> bool:
    """Tell whether case and surroundings decide; traits are words in any case and `keep_meant` judges them."""
    form = candidate.form
    return form.apart or (form.exact and (form.skill.type != "soft" or form.words.isupper()))


def _weigh(cases: list[_Case], around: Surroundings) -> list[Candidate]:
    """Decide the cases in both directions, twice: the second time with what the document as a whole tells."""
    accepted: list[Candidate] = []
    agreed: frozenset[str] = frozenset()
    for _ in range(2):
        for order in (cases, cases[::-1]):
            for case in order:
                if (reading := case.decide(agreed)) is not None:
                    accepted.append(reading)
                    around.add(reading)
        cases = [case for case in cases if case.open]
        agreed = frozenset(candidate.text.lower() for candidate in accepted)
    return accepted


def _is_title(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a reading of no named thing is a heading of the document ("IT Skills")."""
    return candidate.form.skill.type in ("soft", "concept") and around.is_heading(candidate.start)


def _drop_general(candidates: list[Candidate], around: Surroundings) -> Iterator[Candidate]:
    """Leave out a general word beside the particular: "programming skills in R" is about R."""
    for candidate in candidates:
        skill = candidate.form.skill
        general = skill.type == "concept" and candidate.text.islower() and candidate.end - candidate.start == 1
        if general and not around.before(candidate.start) and not around.after(candidate.end):
            company = (other.form.skill for other in around.company(candidate.start, candidate.end))
            if any(skill.id in (*other.implies, *other.broader) for other in company):
                continue
        yield candidate


class _Case:
    """One reading to be weighed; what cannot change while others are decided is weighed once."""

    def __init__(self, candidate: Candidate, around: Surroundings) -> None:
        self.candidate = candidate
        self.open = True
        self._around = around
        self._needed = _needed(candidate, around)
        self._fixed: list[tuple[float, str]] | None = None
        self._seen: tuple[int, bool] | None = None

    def decide(self, agreed: frozenset[str]) -> Candidate | None:
        """Accept the reading if the evidence by now is enough."""
        text = self.candidate.text
        now = (self._around.version(self.candidate.start), text.lower() in agreed)
        if not self.open or now == self._seen:
            return None
        self._seen = now
        found = self._weigh(agreed) if self._needed > 0 else []
        margin = sum([weight for weight, _ in found]) - self._needed
        if margin < 0:
            return None
        self.open = False
        case = "exact case" if self.candidate.same_case else "other case"
        reason = ", ".join([case, *(reason for weight, reason in found if weight > 0)])
        return self.candidate._replace(confidence=round(min(0.95, 0.75 + 0.1 * margin), 3), reason=reason)

    def _weigh(self, agreed: frozenset[str]) -> list[tuple[float, str]]:
        """Return all evidence, none for what is nearly always an ordinary word."""
        candidate, text = self.candidate, self.candidate.text
        beside = list(_neighbours(candidate, self._around))
        doubtful = self._needed >= NO_CASE and not candidate.same_case and text not in agreed
        if doubtful and len(beside) < (2 if text.lower() in STOP_WORDS else 1):
            return []
        if self._fixed is None:
            self._fixed = list(_evidence(candidate, self._around))
        found = [*beside, *_company(candidate, self._around), *self._fixed]
        if text.lower() in agreed:
            found.append((0.7, "elsewhere in the document"))
        return found


def _needed(candidate: Candidate, around: Surroundings) -> float:
    """Return the evidence that a form needs, from its case and place alone."""
    form, text = candidate.form, candidate.text
    if around.words.is_bare_list and around.words.is_line(candidate.start, candidate.end):
        return 0.0
    if form.apart:
        return EXACT_CASE
    shouted = text.isupper() and len(text) > 2 and not form.words.isupper()
    says_nothing = text.isupper() and len(text) > 1 and (shouted or form.skill.context)
    if says_nothing and around.is_capitals(candidate.start, candidate.end):
        return NO_CASE
    if candidate.same_case or shouted or _is_no_word(text):
        if not form.skill.context and candidate.same_case:
            return 0.0
        after = candidate.end
        texts = around.words.texts
        is_prose = after < len(texts) and texts[after].islower() and texts[after] not in _LINKS
        if is_prose and around.opens_sentence(candidate.start):
            return OPENING
        return EXACT_CASE
    if around.is_small(candidate.start, candidate.end):
        return NO_CASE
    return ACRONYM if form.words.isupper() and text.islower() else OTHER_CASE


def _is_no_word(text: str) -> bool:
    """Tell whether text is no English word, so that small letters do not matter: "etl", "vue"."""
    return len(text) > 2 and text.isalpha() and fold_word(text) not in english_words()


def _neighbours(candidate: Candidate, around: Surroundings) -> Iterator[tuple[float, str]]:
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


def _company(candidate: Candidate, around: Surroundings) -> Iterator[tuple[float, str]]:
    company = around.company(candidate.start, candidate.end)
    if relative := next((c for c in company if _are_related(candidate.form.skill, c.form.skill)), None):
        yield 1.0, f"with {relative.form.skill.name}"
    elif company:
        same_field = any(c.form.skill.category == candidate.form.skill.category for c in company)
        yield 0.7 if same_field else 0.5, f"with {company[0].form.skill.name}"


def _evidence(candidate: Candidate, around: Surroundings) -> Iterator[tuple[float, str]]:
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


def _cues(candidate: Candidate, around: Surroundings) -> Iterator[tuple[float, str]]:
    texts = around.words.texts
    first, last = around.sentence(candidate.start, candidate.end)
    lead = " ".join([texts[place].lower() for place in range(max(first, candidate.start - 4), candidate.start)])
    if cue := _CUE_BEFORE.search(lead):
        yield 0.7, f"after {cue[0].strip()!r}"
    if candidate.start > first and texts[candidate.start - 1].lower() in _PREPOSITIONS and candidate.same_case:
        yield 0.3, f"after {texts[candidate.start - 1].lower()!r}"
    if candidate.end < last and (cue := _CUE_AFTER.match(texts[candidate.end].lower())):
        yield 1.0, f"before {texts[candidate.end]!r}"


def _objections(candidate: Candidate, around: Surroundings) -> Iterator[tuple[float, str]]:
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
