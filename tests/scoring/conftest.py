"""Small made-up profiles, a taxonomy of ten skills and a background of two fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from skillmatch.models import Mention, RequirementKind, Role, SkillEvidence, SkillProfile, UnknownSkill
from skillmatch.scoring import Background, FitScorer
from skillmatch.taxonomy import Relation, Skill, Taxonomy

Evidence = Callable[..., SkillEvidence]
Job = Callable[..., SkillProfile]
Resume = Callable[..., SkillProfile]

OFFICE = "ledger invoice audit tax budget accounts payroll balance reconciliation bank cash finance".split()  # noqa: SIM905
KITCHEN = "menu kitchen chef pastry grill recipe banquet dish oven sauce catering food".split()  # noqa: SIM905


def _skill(skill_id: str, name: str, **more: object) -> Skill:
    return Skill(id=skill_id, name=name, type="tool", category="tools", **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return Taxonomy(
        [
            _skill("python", "Python"),
            _skill("django", "Django", implies=("python",)),
            _skill("mysql", "MySQL", implies=("sql",)),
            _skill(
                "postgresql",
                "PostgreSQL",
                implies=("sql",),
                related=(Relation(id="mysql", weight=0.6, reason="same-family"),),
            ),
            _skill("sql", "SQL"),
            _skill("java", "Java"),
            _skill("kotlin", "Kotlin"),
            _skill("docker", "Docker"),
            _skill("aws", "AWS"),
            _skill("git", "Git"),
        ]
    )


@pytest.fixture(scope="session")
def background() -> Background:
    bags = []
    for number in range(30):
        field = (OFFICE, KITCHEN)[number % 2]
        left_out = field[number // 2 % len(field)]
        bags.append({word: 1 + (number + place) % 3 for place, word in enumerate(field) if word != left_out})
    return Background.fit(bags, name="test")


@pytest.fixture(scope="session")
def scorer(taxonomy: Taxonomy, background: Background) -> FitScorer:
    return FitScorer(taxonomy=taxonomy, background=background)


def mention(skill_id: str, section: str = "experience") -> Mention:
    return Mention(
        skill_id=skill_id, text=skill_id, start=0, end=1, page=1, section=section, method="exact", confidence=1.0
    )


@pytest.fixture(scope="session")
def evidence(taxonomy: Taxonomy) -> Evidence:
    def make(skill_id: str, **more: object) -> SkillEvidence:
        values = {"strength": 1.0, "mentions": (mention(skill_id),), **more}
        return SkillEvidence(skill_id=skill_id, name=taxonomy[skill_id].name, category="tools", **values)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def make_job(taxonomy: Taxonomy, evidence: Evidence) -> Job:
    def make(
        required: Sequence[str] = (),
        preferred: Sequence[str] = (),
        *,
        phrases: Sequence[str] = (),
        any_of: Sequence[str] = (),
        asked_years: Mapping[str, float] | None = None,
        terms: Mapping[str, int] | None = None,
        **more: object,
    ) -> SkillProfile:
        def ask(skill_id: str, kind: RequirementKind) -> SkillEvidence:
            group = "group-1" if skill_id in any_of else None
            return evidence(skill_id, requirement=kind, years=(asked_years or {}).get(skill_id), any_of=group)

        skills = [*(ask(it, "required") for it in required), *(ask(it, "preferred") for it in preferred)]
        unknown = [UnknownSkill(text=it, start=0, end=1, confidence=1.0, requirement="required") for it in phrases]
        return SkillProfile(
            document_id="job",
            kind="job",
            skills=tuple(skills),
            unknown_skills=tuple(unknown),
            terms=tuple(sorted((terms or {}).items())),
            taxonomy=taxonomy.ref,
            **more,  # type: ignore[arg-type]
        )

    return make


@pytest.fixture(scope="session")
def make_resume(taxonomy: Taxonomy, evidence: Evidence) -> Resume:
    def make(
        skills: Sequence[str | SkillEvidence] = (),
        *,
        document_id: str = "resume",
        phrases: Sequence[str] = (),
        terms: Mapping[str, int] | None = None,
        **more: object,
    ) -> SkillProfile:
        return SkillProfile(
            document_id=document_id,
            kind="resume",
            skills=tuple(evidence(it) if isinstance(it, str) else it for it in skills),
            unknown_skills=tuple(UnknownSkill(text=it, start=0, end=1, confidence=1.0) for it in phrases),
            terms=tuple(sorted((terms or {}).items())),
            taxonomy=taxonomy.ref,
            **more,  # type: ignore[arg-type]
        )

    return make


def role(first: str, last: str | None, months: int, title: str | None = None) -> Role:
    return Role(title=title, first=first, last=last, months=months, start=0, end=1)
