"""What speaks for and against reading a word as the name of a skill.

A sign is a weight and its reason: about 1 is enough for a name in its own case. For it are the skills beside it in a
list or in the same sentence, the context words of the taxonomy, a skills section, words like "experience with" before
it; what is against it stands in `objections`. The weights are set by hand on written sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.english import english_words, proper_names
from skillmatch.nlp.name_cues import find_cues, technical_word
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.objections import find_objections
from skillmatch.nlp.persons import Sign
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.title import OCCUPATIONS
from skillmatch.nlp.written import NAMED
from skillmatch.taxonomy import Skill

_ASKED = frozenset(["required", "preferred", "not-required", "certifications"])
_AS_ITEM = {"preferred": 1.0, "not-required": 1.0}  # weight of being an item of a list there, else 0.5
_AROUND_ITEM = frozenset([",", ";", "(", ")", "/", ":", "|", "-", "•", "*", "·", "."])


def find_neighbours(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield the skills beside; in another case only names, or what a mark of a list parts from it."""
    skill, may_be_word = candidate.form.skill, _may_be_word(candidate, around)
    for neighbour in (around.before(candidate.start), around.after(candidate.end)):
        if neighbour is None:
            continue
        other = neighbour.form.skill
        if may_be_word and other.type not in NAMED:
            continue
        touches = neighbour.end == candidate.start or neighbour.start == candidate.end
        if touches and other.type not in NAMED and (not candidate.same_case or skill.type in NAMED):
            continue
        if _is_on_other_line(candidate, neighbour, around):
            continue
        alike = skill.category == other.category or (skill.type in NAMED) == (other.type in NAMED)
        yield 1.0 if alike else 0.7, f"beside {other.name}"


def find_open_neighbours(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield names beside that are as doubtful: two capitals in one list speak for each other."""
    if not candidate.same_case or candidate.text.islower() or around.words.opens_sentence(candidate.start):
        return
    doubtful = (around.before(candidate.start, doubtful=True), around.after(candidate.end, doubtful=True))
    for neighbour in doubtful:
        if neighbour and neighbour.same_case and neighbour.form.skill.id != candidate.form.skill.id:
            apart = neighbour.end < candidate.start or neighbour.start > candidate.end
            if apart and neighbour.text[0].isupper() and not _is_on_other_line(candidate, neighbour, around):
                is_name = fold_word(neighbour.text) in proper_names()
                known = f" {around.words.stems(neighbour.start, neighbour.end)} " in candidate.form.sense.context
                yield 1.0 if known else 0.3 if is_name else 0.6, f"beside {neighbour.text!r}"


def _is_on_other_line(candidate: Candidate, neighbour: Candidate, around: Surroundings) -> bool:
    """Tell whether a line end parts two names and the one in question goes on as a sentence: "- Move the boxes"."""
    line, texts = around.words.line, around.words.texts
    if neighbour.end <= candidate.start:
        goes_on = candidate.end < len(texts) and line[candidate.end] == line[candidate.start]
        return line[neighbour.end - 1] != line[candidate.start] and goes_on and texts[candidate.end].islower()
    comes_from = candidate.start > 0 and line[candidate.start - 1] == line[candidate.start]
    return line[neighbour.start] != line[candidate.end - 1] and comes_from and texts[candidate.start - 1].islower()


def find_company(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield the nearest kin among the other skills of the sentence; any other skill counts for less."""
    skill = candidate.form.skill
    company = [c for c in around.company(candidate.start, candidate.end) if c.form.skill.id != skill.id]
    if _may_be_word(candidate, around):
        company = [other for other in company if other.form.skill.type in NAMED]
    if relative := next((c for c in company if _are_related(skill, c.form.skill)), None):
        yield 1.0, f"with {relative.form.skill.name}"
    elif company:
        same_field = any(c.form.skill.category == skill.category for c in company)
        yield 0.7 if same_field else 0.5, f"with {company[0].form.skill.name}"


def find_signs(candidate: Candidate, around: Surroundings) -> Iterator[Sign]:
    """Yield what does not depend on which other readings are accepted."""
    if around.in_skills_section(candidate.start):
        yield 0.6 if _may_be_word(candidate, around) else 1.0, "in a skills section"
    elif (
        candidate.same_case
        and candidate.form.skill.type == "language"
        and around.kind_at(candidate.start) == "languages"
    ):
        yield 0.7, "in a section of languages"
    elif candidate.same_case and around.kind_at(candidate.start) in _ASKED and _is_item(candidate, around):
        yield _AS_ITEM.get(around.kind_at(candidate.start), 0.5), "an item of what is asked for"
    near = _context_near(candidate, around) if candidate.form.skill.context else None
    if near:
        yield 1.0, f"near {near!r}"
    elif candidate.same_case and (word := technical_word(candidate, around)):
        yield 0.5, f"near {word!r}"
    yield from find_cues(candidate, around)
    yield from find_objections(candidate, around)


def _may_be_word(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a name is an occupation too, or an English word where nothing else is of software."""
    form = candidate.form
    if candidate.text.lower() in OCCUPATIONS:
        return True
    if around.is_software or not form.exact or not form.skill.context or form.skill.type not in NAMED:
        return False
    return fold_word(candidate.text) in english_words()


def _context_near(candidate: Candidate, around: Surroundings) -> str | None:
    """Return a context word of the skill in the same sentence, but no name that is in doubt too and not beside it."""
    first, last = around.sentence(candidate.start, candidate.end)
    stems = around.words.stems
    text = f" {stems(first, candidate.start)} | {stems(candidate.end, last)} "
    found = [phrase for phrase in candidate.form.sense.context if phrase in text]
    if found and candidate.form.skill.type in NAMED and (doubtful := around.doubtful_in(first, last)):
        listed = (around.before(candidate.start, doubtful=True), around.after(candidate.end, doubtful=True))
        sure = {candidate.start, *(other.start for other in listed if other)}
        sure |= {other.start for other in doubtful if _is_joined_with(candidate, other, around)}
        unsure = {f" {stems(other.start, other.end)} " for other in doubtful if other.start not in sure}
        found = [phrase for phrase in found if phrase not in unsure]
    return found[0][1:-1] if found else None


def _is_joined_with(candidate: Candidate, other: Candidate, around: Surroundings) -> bool:
    """Tell whether "with" or "on" joins two capitals: "Node with Express"."""
    left, right = sorted((candidate, other), key=lambda it: it.start)
    joined = right.start == left.end + 1 and around.words.lowers[left.end] in ("with", "on", "plus", "over")
    return joined and left.text[0].isupper() and right.text[0].isupper()


def _is_item(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether marks or line ends part a name from what is before and after."""
    words, start, end = around.words, candidate.start, candidate.end
    opens = words.starts_line(start) or words.texts[start - 1] in _AROUND_ITEM or words.is_heading[start - 1]
    return opens and (around.ends_line(end) or words.texts[end] in _AROUND_ITEM)


def _are_related(one: Skill, other: Skill) -> bool:
    return _names(one, other.id) or _names(other, one.id)


def _names(skill: Skill, other: str) -> bool:
    """Tell whether a skill states a relation to another."""
    return other in skill.implies or other in skill.broader or other in [relation.id for relation in skill.related]
