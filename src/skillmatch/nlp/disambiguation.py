"""Decide whether a name that is also a word, a letter or a person is meant as a skill.

A form that is matched whatever the case is plain: nothing else is called so. An `exact` form is weighed. How much
evidence it needs follows from its case and place (`_needed`); `signs` tells what evidence there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.nlp.abbreviations import bare, is_short_for
from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.english import english_words
from skillmatch.nlp.name_cues import SHORT
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.objections import find_objections, is_also_word, may_be_other
from skillmatch.nlp.persons import Sign
from skillmatch.nlp.prose import keep_meant
from skillmatch.nlp.signs import find_company, find_neighbours, find_open_neighbours, find_signs
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.written import NAMED

ALSO_WORD = 0.3  # a plain name that is a word too, where no other name is sure: "a drop of java in the chilli"
EXACT_CASE = 1.0  # evidence needed by a form in its own case
OPENING = 1.5  # the same where a sentence begins, since there every word has a capital
NO_CASE = 1.5  # all around is in capitals, or nothing is
OTHER_CASE = 2.0
ACRONYM = 4.0  # an acronym that is also a word, in small letters: SOLID, REST

Agreed = frozenset[tuple[str, str]]  # skills and texts that were accepted as them elsewhere in the document

_LINKS = frozenset(
    ["and", "or", "is", "for", "would", "preferred", "desired", "desirable", "optional", "we", "i"]
)  # after which a name may open a sentence


def disambiguate(candidates: Iterable[Candidate], around: Surroundings) -> list[Candidate]:
    """Accept readings, with confidence and reason; drop those without enough evidence.

    Accepted names are evidence for those beside them, so a list is read from the left and from the right. What is
    left over is accepted where the same form was accepted elsewhere in the document.
    """
    plain: list[Candidate] = []
    weighed: list[Candidate] = []
    abbreviations = around.abbreviations
    for candidate in candidates:
        if abbreviations and _is_short_for_other(candidate, around):
            around.drop(candidate, "short for something else here")
            continue
        (weighed if _is_ambiguous(candidate, around) else plain).append(candidate)
    if _is_short_prose(around) and not any(
        may_be_other(candidate) and not is_also_word(candidate) for candidate in plain
    ):
        weighed += [candidate for candidate in plain if is_also_word(candidate)]
        plain = [candidate for candidate in plain if not is_also_word(candidate)]
    for candidate in plain:
        if candidate.form.skill.type != "soft":
            around.add(candidate)
    for candidate in weighed:
        around.doubt(candidate)
    places = Counter((candidate.start, candidate.end) for candidate in weighed)
    cases = [_Case(it, around, contested=places[it.start, it.end] > 1) for it in weighed]
    accepted = _weigh(cases, around)
    sure = []
    for candidate in keep_meant([*plain, *accepted], around):
        if _is_title(candidate, around):
            around.drop(candidate, "a heading of the document")
        else:
            sure.append(candidate)
    return list(_drop_general(sure, around))


def _is_ambiguous(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether case and surroundings decide; traits are words in any case and `keep_meant` judges them."""
    form = candidate.form
    if form.apart or (form.exact and (form.skill.type != "soft" or form.words.isupper())):
        return True
    return may_be_other(candidate) and next(find_objections(candidate, around), None) is not None


def _is_short_prose(around: Surroundings) -> bool:
    """Tell a few sentences with capitals, where a name in small letters may be a word and nothing tells the field."""
    return len(around.words) <= SHORT and any(text[0].isupper() for text in around.words.texts)


def _is_short_for_other(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the document spells an abbreviation out in another way than the names of the skill do."""
    short = bare(candidate.text)
    meant = around.abbreviations.get(short, frozenset())
    if 2 * len(meant & candidate.form.sense.own) >= len(meant):
        return False
    skill = candidate.form.skill
    return any(is_short_for(short, name) for name in (skill.name, *skill.aliases, *skill.exact))


def _weigh(cases: list[_Case], around: Surroundings) -> list[Candidate]:
    """Decide the cases in both directions, twice: the second time with what the document as a whole tells.

    Of contested readings the surest wins, so those that are accepted are weighed once more with all that is known.
    """
    accepted: dict[_Case, Candidate] = {}
    agreed: Agreed = frozenset()
    for _ in range(2):
        for order in (cases, cases[::-1]):
            for case in order:
                if case not in accepted and (reading := case.decide(agreed)):
                    accepted[case] = reading
                    around.add(reading)
        cases = [case for case in cases if case not in accepted]
        agreed = frozenset((one.form.skill.id, text) for one in accepted.values() for text in _cases(one.text))
    for case in cases if around.explains else ():
        around.drop(case.candidate, case.doubt)
    return [case.decide(agreed) or reading if case.contested else reading for case, reading in accepted.items()]


def _is_title(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a reading of no named thing is a heading of the document ("IT Skills")."""
    return candidate.form.skill.type in ("soft", "concept") and around.is_heading(candidate.start)


def _drop_general(candidates: list[Candidate], around: Surroundings) -> Iterator[Candidate]:
    """Leave out a general word beside the particular: "programming skills in R" is about R."""
    for candidate in candidates:
        skill = candidate.form.skill
        general = skill.type == "concept" and candidate.text.islower() and candidate.end - candidate.start == 1
        if general and not around.before(candidate.start) and not around.after(candidate.end):
            company = around.company(candidate.start, candidate.end)
            particular = (other.form.skill for other in company if other.start > candidate.start)
            if any(skill.id in (*other.implies, *other.broader) for other in particular):
                around.drop(candidate, "a general word beside the particular")
                continue
        yield candidate


class _Case:
    """One reading to be weighed; what cannot change while others are decided is weighed once.

    A `contested` one is an abbreviation of two skills, so that even what needs no evidence is weighed.
    """

    def __init__(self, candidate: Candidate, around: Surroundings, *, contested: bool) -> None:
        self.candidate = candidate
        self.contested = contested
        self.found: list[Sign] = []
        self._around = around
        needed = _needed(candidate, around)
        self._needed = 0.0 if needed is None and contested else needed
        self._key = (candidate.form.skill.id, candidate.text)
        self._fixed: list[Sign] | None = None
        self._seen: tuple[int, bool] | None = None

    def decide(self, agreed: Agreed) -> Candidate | None:
        """Accept the reading if the evidence by now is enough."""
        now = (self._around.version(self.candidate.start), self._key in agreed)
        if now == self._seen:
            return None
        self._seen = now
        found = self._weigh(agreed) if self._needed is not None else []
        needed = self._needed or 0.0
        margin = sum([weight for weight, _ in found]) - needed
        if margin < 0:
            self.found = found
            return None
        case = "exact case" if self.candidate.same_case else "other case"
        case = case if self.candidate.form.exact else "plain name"
        reason = ", ".join([case, *(reason for weight, reason in found if weight > 0)])
        return self.candidate._replace(confidence=round(min(0.95, 0.7 + 0.06 * margin), 3), reason=reason)

    @property
    def doubt(self) -> str:
        """Why the reading is not taken."""
        signs = [f"{reason} ({weight:+.1f})" for weight, reason in self.found] or ["nothing speaks for it"]
        return f"needs {self._needed or 0:.1f}: {', '.join(signs)}"

    def _weigh(self, agreed: Agreed) -> list[Sign]:
        """Return all evidence, none for what is nearly always an ordinary word."""
        candidate, text = self.candidate, self.candidate.text
        beside = list(find_neighbours(candidate, self._around))
        doubtful = (self._needed or 0.0) >= NO_CASE and not candidate.same_case and self._key not in agreed
        if doubtful and len(beside) < (2 if text.lower() in STOP_WORDS else 1):
            return []
        if self._fixed is None:
            self._fixed = list(find_signs(candidate, self._around))
        beside = beside or list(find_open_neighbours(candidate, self._around))
        found = [*beside, *find_company(candidate, self._around), *self._fixed]
        if self._key in agreed:
            found.append((0.7, "elsewhere in the document"))
        return found


def _cases(text: str) -> tuple[str, ...]:
    """Return what a word agrees with: capitals with small letters, but not the other way round."""
    return (text, text.upper(), text.capitalize()) if text.islower() else (text, text.upper())


def _needed(candidate: Candidate, around: Surroundings) -> float | None:
    """Return the evidence that a form needs, from its case and place alone; None if nothing is to be weighed."""
    form, text = candidate.form, candidate.text
    if around.words.is_bare_list and around.words.is_line(candidate.start, candidate.end):
        return None
    if form.apart:
        return EXACT_CASE
    if not form.exact:
        return ALSO_WORD if is_also_word(candidate) and _is_short_prose(around) else 0.0
    shouted = text.isupper() and len(text) > 2 and not form.words.isupper()
    says_nothing = text.isupper() and len(text) > 1 and (shouted or form.skill.context)
    if says_nothing and around.is_capitals(candidate.start, candidate.end):
        return NO_CASE
    is_small_word = text.islower() and form.skill.type in NAMED and fold_word(text) in english_words()
    if (candidate.same_case and not is_small_word) or shouted or _is_no_word(text):
        if candidate.same_case and (not form.skill.context or _is_coined(text)):
            return 0.0
        after = candidate.end
        texts = around.words.texts
        is_prose = after < len(texts) and texts[after].islower() and texts[after] not in _LINKS
        if is_prose and not around.words.starts_line(after) and around.words.opens_sentence(candidate.start):
            return OPENING
        return EXACT_CASE
    if around.is_small(candidate.start, candidate.end):
        return NO_CASE
    is_word = text.islower() or around.words.opens_sentence(candidate.start)
    return ACRONYM if form.words.isupper() and is_word else OTHER_CASE


def _is_coined(text: str) -> bool:
    """Tell whether text has small letters before a capital, as no ordinary word has: "iOS"."""
    return len(text) > 2 and text[0].islower() and not text.islower()


def _is_no_word(text: str) -> bool:
    """Tell whether text is no English word, so that small letters do not matter: "etl", "vue"."""
    return len(text) > 2 and text.isalpha() and fold_word(text) not in english_words()
