"""Turn a Doc into a `SkillProfile`: all that scoring may know of one document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from spacy.tokens import Doc

from skillmatch.models import (
    Document,
    DocumentWarning,
    Education,
    Kind,
    Mention,
    Method,
    Role,
    Section,
    SkillEvidence,
    SkillProfile,
    UnknownSkill,
)
from skillmatch.nlp.clauses import is_term_list
from skillmatch.nlp.contacts import Place, apart_places, link_places, mask, overlaps
from skillmatch.nlp.context import DURATIONS
from skillmatch.nlp.education import find_education
from skillmatch.nlp.evidence import Places, gather
from skillmatch.nlp.heading_lines import find_headings
from skillmatch.nlp.kind import guess_kind
from skillmatch.nlp.language import foreign_language
from skillmatch.nlp.neutral import MARK, Neutral, neutralise
from skillmatch.nlp.normalise import fold_text
from skillmatch.nlp.notes import UNKNOWN, folded_text, noted
from skillmatch.nlp.pipeline import build_pipeline
from skillmatch.nlp.requirements import requirement_at
from skillmatch.nlp.rivals import keep_rivals
from skillmatch.nlp.roles import find_roles, total_years
from skillmatch.nlp.sections import Part, find_parts, parts_of
from skillmatch.nlp.terms import count_terms
from skillmatch.nlp.title import first_title, job_title
from skillmatch.settings import ExtractionSettings
from skillmatch.taxonomy import Taxonomy

if TYPE_CHECKING:
    from skillmatch.nlp.learned_model import LearnedModel

TOP = 300  # characters of work experience in which an undated job's title stands


class Profiler:
    """Finds the skills of documents; building one builds the pipeline, so build it once.

    Parameters
    ----------
    taxonomy
        The skills to find.
    settings
        All defaults unless given.
    model
        What was learnt from labelled documents; the rules alone unless given.

    Attributes
    ----------
    nlp
        The spaCy pipeline.

    Examples
    --------
    >>> from skillmatch.taxonomy import Skill
    >>> profiler = Profiler(Taxonomy([Skill(id="sql", name="SQL", type="language", category="languages")]))
    >>> profile = profiler.profile(Document(document_id="ad", text="You bring 3+ years of SQL."))
    >>> [(skill.name, skill.requirement, skill.years) for skill in profile.skills]
    [('SQL', 'required', 3.0)]
    """

    def __init__(
        self, taxonomy: Taxonomy, settings: ExtractionSettings | None = None, model: LearnedModel | None = None
    ) -> None:
        self.taxonomy = taxonomy
        self.settings = settings if settings is not None else ExtractionSettings()
        self.nlp = build_pipeline(taxonomy, self.settings, model)

    def profile(self, document: Document, kind: Literal["auto", "resume", "job"] = "auto") -> SkillProfile:
        """Find what one document says of skills; ``auto`` decides by content whether it is a resume or a job."""
        neutral, doc = self.prepare(document, kind)
        doc = self.nlp(doc)
        profile = _Assembly(neutral, doc, doc.user_data["kind"], self.taxonomy, self.settings).profile()
        doc.user_hooks.clear()  # what they hold refers to the Doc, which would wait for the garbage collector
        return profile

    def prepare(self, document: Document, kind: Literal["auto", "resume", "job"] = "auto") -> tuple[Neutral, Doc]:
        """Make the Doc that the pipeline reads, of a resume without the identity."""
        folded = fold_text(document.text)
        headings = find_headings(folded, frozenset(line.start for line in document.lines if line.heading))
        known = guess_kind(folded, headings) if kind == "auto" else kind
        neutral = Neutral(document=document, original=document.text)
        if known == "resume":
            neutral = neutralise(document, find_parts(folded, known, headings), self.taxonomy.is_form)
        doc = self.nlp.make_doc(neutral.document.text)
        doc.user_data.update(kind=known, headings=neutral.forth(headings))
        return neutral, doc


@dataclass(frozen=True, slots=True)
class _Assembly:
    """One document on its way from Doc to profile: offsets in the Doc are of the neutral text, in the profile not."""

    neutral: Neutral
    doc: Doc
    kind: Kind
    taxonomy: Taxonomy
    settings: ExtractionSettings

    @property
    def document(self) -> Document:
        return self.neutral.document

    def profile(self) -> SkillProfile:
        text, parts, back = self.document.text, parts_of(self.doc), self.neutral.back
        # The marks of a neutral resume are no words; its head and references are about people, not work.
        links = link_places(text) if self.kind == "job" else []
        private = apart_places(parts) if self.kind == "resume" else links
        education = self._education(parts)
        roles = find_roles(text, parts, self.settings.as_of) if self.kind == "resume" else ()
        roles = tuple(map(self.neutral.placed, roles))
        skills = self._skills(parts, roles, links)
        unknown = self._unknown(private)
        return SkillProfile(
            document_id=self.document.document_id,
            kind=self.kind,
            title=self._title(parts, roles),
            skills=skills,
            unknown_skills=unknown,
            years_total=self._years_total(roles),
            education=tuple(map(self.neutral.placed, education)),
            roles=roles,
            sections=tuple(
                Section(kind=it.kind, title=it.title, start=back(it.start), end=back(it.end)) for it in parts
            ),
            warnings=(*self.document.warnings, *self._warnings(parts, skills, unknown)),
            taxonomy=self.taxonomy.ref,
            terms=self._terms(parts, private, education),
        )

    def _skills(
        self, parts: Sequence[Part], roles: Sequence[Role], links: Sequence[Place]
    ) -> tuple[SkillEvidence, ...]:
        by_skill: dict[str, list[Mention]] = {}
        for mention in keep_rivals(self._mentions(parts, links), self.taxonomy):
            by_skill.setdefault(mention.skill_id, []).append(mention)
        places = Places(roles, self.settings.as_of)
        return tuple(
            gather(self.taxonomy[skill_id], mentions, self.kind, places)
            for skill_id, mentions in sorted(by_skill.items())
        )

    def _mentions(self, parts: Sequence[Part], links: Sequence[Place]) -> list[Mention]:
        starts = [part.start for part in parts]
        original, back, pages = self.neutral.original, self.neutral.back, self.document.pages
        found: list[Mention] = []
        for start, end, skill_id, label, _, entry in sorted(noted(self.doc), key=itemgetter(0, 1, 2)):
            method: Method = label  # type: ignore[assignment]
            if links and overlaps(links, start, end):
                continue
            first, last = back(start), back(end)
            found.append(
                Mention(
                    skill_id=skill_id,
                    text=original[first:last],
                    start=first,
                    end=last,
                    page=max(1, bisect_right(pages, start)),
                    section=parts[bisect_right(starts, start) - 1].kind if parts else "other",
                    method=method,
                    confidence=entry.get("confidence", 1.0),
                    negated=entry.get("negated", False),
                    requirement=entry.get("requirement", "none"),
                    years=entry.get("years"),
                    level=entry.get("level"),
                    any_of=entry.get("any_of"),
                    reason=entry.get("reason", ""),
                )
            )
        return found

    def _unknown(self, private: Sequence[Place]) -> tuple[UnknownSkill, ...]:
        text, hidden = self.document.text, mask(self.document.text, private)
        original, back = self.neutral.original, self.neutral.back
        found = [
            UnknownSkill(
                text=original[back(start) : back(end)],
                start=back(start),
                end=back(end),
                confidence=entry.get("confidence", 0.5),
                requirement=entry.get("requirement", "none"),
            )
            for start, end, _, _, _, entry in noted(self.doc, UNKNOWN)
            if hidden[start:end] == text[start:end] and MARK not in text[start:end]
        ]
        return tuple(sorted(found, key=lambda term: (term.start, term.end)))

    def _title(self, parts: Sequence[Part], roles: Sequence[Role]) -> str | None:
        text = self.document.text
        if self.kind == "job":
            return job_title(text, 0, min(len(text), 2000))
        head = text[: parts[0].end] if parts and parts[0].kind == "contact" else ""
        stated = first_title(head)
        titled = [role for role in roles if role.title]
        if stated or not titled:
            work = next((text[part.body : part.end] for part in parts if part.kind == "experience"), "")
            return stated or first_title(work[:TOP])
        return max(titled, key=lambda role: (role.last or "9999", role.first)).title

    def _years_total(self, roles: Sequence[Role]) -> float | None:
        if self.kind == "resume" and roles:
            return total_years(roles, self.settings.as_of)
        text = folded_text(self.doc)
        asked = [
            years
            for start, end, years in self.doc.user_data[DURATIONS]
            if "experience" in text[max(0, start - 40) : end + 80].lower()
            and (self.kind == "resume" or requirement_at(self.doc, start) == "required")
        ]
        return max(asked, default=None)

    def _education(self, parts: Sequence[Part]) -> tuple[Education, ...]:
        limits = [(part.body, part.end) for part in parts if part.kind == "education"]
        if self.kind == "job" or not limits:
            apart = {"experience", "references", "about-company", "benefits"}
            limits = [(part.start, part.end) for part in parts if part.kind not in apart]
        return find_education(self.document.text, limits)

    def _terms(
        self, parts: Sequence[Part], private: Sequence[Place], education: Sequence[Education]
    ) -> tuple[tuple[str, int], ...]:
        """Count words; of a resume's education only the fields of degrees: the name of a school may be any word.

        What is no known part of a resume tells nothing of its field; it may be a pasted job ad.
        """
        if self.kind == "job":
            return tuple(count_terms(mask(self.document.text, private)).items())
        apart = [(part.start, part.end) for part in parts if part.kind in ("education", "other")]
        fields = " ".join(degree.field for degree in education if degree.field)
        return tuple(count_terms(f"{mask(self.document.text, sorted([*private, *apart]))}\n{fields}").items())

    def _warnings(
        self, parts: Sequence[Part], skills: Sequence[SkillEvidence], unknown: Sequence[UnknownSkill]
    ) -> list[DocumentWarning]:
        warnings: list[DocumentWarning] = []
        if not skills and not unknown:
            warnings.append(DocumentWarning(code="empty-profile", message="no skill was found in this document"))
        asked = [skill.requirement for skill in skills] + [term.requirement for term in unknown]
        if self.kind == "job" and not any(one != "none" for one in asked):
            message = "nothing in this job ad could be read as a requirement"
            warnings.append(DocumentWarning(code="no-requirements-found", message=message))
        elif self.kind == "job" and all(part.kind == "title" for part in parts) and is_term_list(self.document.text):
            message = "this job is a bare list of terms: what it asks for is not told from what it is about"
            warnings.append(DocumentWarning(code="terms-only", message=message))
        language = foreign_language(self.document.text)
        if language:
            message = f"this document seems to be in {language}; skillmatch reads English"
            warnings.append(DocumentWarning(code="language", message=message))
        return warnings
