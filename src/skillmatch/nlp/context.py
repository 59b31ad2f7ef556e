"""The pipeline component that tells what a text says of each skill that it names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc

from skillmatch.nlp.clauses import split_clauses
from skillmatch.nlp.durations import find_durations
from skillmatch.nlp.enumerations import Alternatives, Mentions, alternatives
from skillmatch.nlp.levels import levels_of
from skillmatch.nlp.negation import find_negated
from skillmatch.nlp.notes import SKILLS, folded_text, noted
from skillmatch.nlp.requirements import NOTHING, RULED, requirements_of, rule_clauses
from skillmatch.nlp.rivals import SLASHED
from skillmatch.nlp.sections import Part, parts_of
from skillmatch.nlp.year_tables import years_of_tables
from skillmatch.nlp.years import years_of

DURATIONS = "durations"  # key of `Doc.user_data`: start, end and years of each stated length of time


class Context:
    """Add negation, requirement, any-of group, years and level to the notes of each mention.

    In a resume nothing is required and nothing is an alternative; ``doc.user_data["kind"]`` says which kind of
    document it is, a job ad where it says nothing.
    """

    def __init__(self, name: str = "skillmatch_context", *, spans_key: str = SKILLS, as_of: str = "2026-01") -> None:
        self.name = name
        self.spans_key = spans_key
        self.as_of = as_of

    def __call__(self, doc: Doc) -> Doc:
        """Complete the notes of the mentions of a Doc."""
        text = folded_text(doc)
        parts = parts_of(doc)
        clauses = split_clauses(text, [cut for part in parts for cut in (part.start, part.body)])
        is_job = doc.user_data.get("kind", "job") == "job"
        doc.user_data[RULED] = rules = rule_clauses(text, parts, clauses) if is_job else NOTHING
        found = sorted(noted(doc, self.spans_key), key=itemgetter(0, 1))
        places = [entry[:2] for entry in found]
        mentions = Mentions.of(text, clauses, places)
        negated = find_negated(mentions) | _listed_as_needless(mentions, parts)
        durations = find_durations(text, self.as_of)
        doc.user_data[DURATIONS] = [(it.start, it.end, it.years) for it in durations]
        years = {**years_of(mentions, durations), **years_of_tables(doc.user_data.get("text", text), mentions)}
        levels = levels_of(mentions)
        requirements = requirements_of(rules, [start for start, _ in places])
        any_of = _groups(alternatives(mentions), negated) if is_job else {}
        for index, (entry, requirement) in enumerate(zip(found, requirements, strict=True)):
            note, denied = entry.note, index in negated
            note["negated"] = denied
            note["requirement"] = "none" if denied else requirement
            note["years"] = None if denied else years.get(index)
            note["level"] = levels.get(index)
            note["any_of"] = any_of.get(index)
        return doc


def _groups(found: Alternatives, negated: Collection[int]) -> dict[int, str]:
    """Return the name of the group of alternatives of each mention that is in one."""
    named = (("any", found.worded), (SLASHED, found.slashed))
    return {
        index: f"{name}-{number}"
        for name, groups in named
        for number, group in enumerate(groups, start=1)
        for index in group
        if index not in negated
    }


def _listed_as_needless(mentions: Mentions, parts: Sequence[Part]) -> frozenset[int]:
    """Return the mentions under a heading such as "What we do not need"."""
    bodies = [mentions.within(part.body, part.end) for part in parts if part.kind == "not-required"]
    return frozenset(index for body in bodies for index in body)


@Language.factory(
    "skillmatch_context",
    requires=["doc.spans"],
    assigns=["doc.spans"],
    default_config={"spans_key": SKILLS, "as_of": "2026-01"},
)
def make_context(nlp: Language, name: str, spans_key: str, as_of: str) -> Context:
    """Build the component for a pipeline."""
    return Context(name, spans_key=spans_key, as_of=as_of)
