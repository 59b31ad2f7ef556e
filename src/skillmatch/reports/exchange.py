"""Profiles in the formats of the trade: JSON Resume, HR Open, and JobPosting and Occupation of schema.org.

Ids of ESCO and O*NET go along where the taxonomy knows them. What a profile does not hold (names, contacts,
employers) cannot be in what is written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from skillmatch.models import Failure, SkillEvidence, SkillProfile
from skillmatch.taxonomy import Taxonomy

JSON_RESUME = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
HR_OPEN = "http://schema.hropenstandards.org/4.4/recruiting/json/ler-rs/LER-RSType.json"

Exchange = Literal["json-resume", "hr-open", "job-posting", "occupation"]

# JSON objects: their keys are those of the formats, which are not ours to type.
JsonObject = dict[str, object]


def write_exchange(profile: SkillProfile, taxonomy: Taxonomy, format: Exchange | None = None) -> str:
    """Write a profile as one line of JSON; unless told, a resume as JSON Resume and a job as a JobPosting."""
    writer = _WRITERS[format or ("job-posting" if profile.kind == "job" else "json-resume")]
    return json.dumps(writer(profile, taxonomy))


def render_exchange(profiles: Iterable[SkillProfile | Failure], taxonomy: Taxonomy, format: Exchange) -> Iterator[str]:
    """Render one line for each profile; failures have no place in these formats."""
    for profile in profiles:
        if not isinstance(profile, Failure):
            yield write_exchange(profile, taxonomy, format) + "\n"


def to_json_resume(profile: SkillProfile, taxonomy: Taxonomy) -> JsonObject:
    """Write a profile as JSON Resume; negated skills and those that are only implied are left out."""
    resume: JsonObject = {
        "work": [
            _filled({"position": role.title, "startDate": role.first, "endDate": role.last}) for role in profile.roles
        ],
        "education": [_filled({"studyType": degree.level, "area": degree.field}) for degree in profile.education],
        "skills": [_resume_skill(skill, taxonomy) for skill in _stated(profile)],
        "meta": {"schema": JSON_RESUME, "taxonomy": f"{profile.taxonomy.name} {profile.taxonomy.version}"},
    }
    if profile.title:
        resume["basics"] = {"label": profile.title}
    return resume


def to_hr_open(profile: SkillProfile, taxonomy: Taxonomy) -> JsonObject:
    """Write a profile as a Learning and Employment Record of HR Open (LER-RS), in the fields that its users share.

    The consortium gives its schema to members of its community, so what is written here was not validated against
    it. It has no field for the ids of a skill in other taxonomies: they are comments.
    """
    jobs = [
        _filled(
            {
                "positionHistories": [{"title": role.title}] if role.title else [],
                "start": role.first,
                "end": role.last,
                "current": True if role.last is None else None,
            }
        )
        for role in profile.roles
    ]
    studies = [
        {"educationDegrees": [{"name": f"{degree.level} in {degree.field}" if degree.field else degree.level}]}
        for degree in profile.education
    ]
    skills = [_hr_open_skill(skill, taxonomy) for skill in _stated(profile)]
    sections: JsonObject = {"employmentHistories": jobs, "educationAndLearnings": studies, "skills": skills}
    return {"type": HR_OPEN, **_filled(sections)}


def to_job_posting(profile: SkillProfile, taxonomy: Taxonomy) -> JsonObject:
    """Write a profile as a JobPosting: each skill a DefinedTerm, described as required or preferred."""
    return _asking("JobPosting", "title", profile, taxonomy)


def to_occupation(profile: SkillProfile, taxonomy: Taxonomy) -> JsonObject:
    """Write a profile as an Occupation, as a JobPosting may hold it or as a kind of work by itself."""
    return _asking("Occupation", "name", profile, taxonomy)


_WRITERS: dict[Exchange, Callable[[SkillProfile, Taxonomy], JsonObject]] = {
    "json-resume": to_json_resume,
    "hr-open": to_hr_open,
    "job-posting": to_job_posting,
    "occupation": to_occupation,
}


def _asking(kind: str, naming: str, profile: SkillProfile, taxonomy: Taxonomy) -> JsonObject:
    """Write what JobPosting and Occupation share."""
    posting: JsonObject = {"@context": "https://schema.org", "@type": kind}
    if profile.title:
        posting[naming] = profile.title
    stated = _stated(profile)
    posting["skills"] = [_term(skill, stated, taxonomy) for skill in stated]
    if profile.years_total:
        months = round(12 * profile.years_total)
        posting["experienceRequirements"] = {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": months,
        }
    if profile.education:
        posting["educationRequirements"] = [
            {"@type": "EducationalOccupationalCredential", "credentialCategory": degree.level}
            for degree in profile.education
        ]
    return posting


def _stated(profile: SkillProfile) -> list[SkillEvidence]:
    return [skill for skill in profile.skills if skill.mentions and not skill.negated]


def _resume_skill(skill: SkillEvidence, taxonomy: Taxonomy) -> JsonObject:
    esco, onet = _ids(skill.skill_id, taxonomy)
    values: JsonObject = {
        "name": skill.name,
        "level": skill.level,
        "keywords": _forms(skill),
        "id": skill.skill_id,
        "years": skill.years,
        "esco": esco,
        "onet": onet,
    }
    return _filled(values)


def _hr_open_skill(skill: SkillEvidence, taxonomy: Taxonomy) -> JsonObject:
    esco, onet = _ids(skill.skill_id, taxonomy)
    comments = [f"{taxonomy.name}: {skill.skill_id}"]
    comments += [f"{name}: {value}" for name, value in (("ESCO", esco), ("O*NET", onet)) if value]
    return _filled({"name": skill.name, "yearsOfExperience": skill.years, "comments": comments})


def _term(skill: SkillEvidence, stated: list[SkillEvidence], taxonomy: Taxonomy) -> JsonObject:
    esco, onet = _ids(skill.skill_id, taxonomy)
    identifiers: list[object] = _listed(esco)
    identifiers += [{"@type": "PropertyValue", "propertyID": "O*NET", "value": value} for value in _listed(onet)]
    values: JsonObject = {
        "@type": "DefinedTerm",
        "name": skill.name,
        "termCode": skill.skill_id,
        "inDefinedTermSet": taxonomy.name,
        "identifier": identifiers,
        "description": _asked(skill, stated),
    }
    return _filled(values)


def _asked(skill: SkillEvidence, stated: list[SkillEvidence]) -> str:
    """Say how a skill is asked for, in the words that `skillmatch.documents.job_posting` reads back."""
    if skill.requirement == "none":
        return ""
    years = f", {skill.years:g} years" if skill.years else ""
    group = [other.name for other in stated if skill.any_of and other.any_of == skill.any_of]
    return skill.requirement + years + (f", one of {', '.join(group)}" if len(group) > 1 else "")


def _forms(skill: SkillEvidence) -> list[str]:
    return sorted({mention.text for mention in skill.mentions} - {skill.name})


def _ids(skill_id: str, taxonomy: Taxonomy) -> tuple[str | None, str | None]:
    """Return the ids in ESCO and O*NET."""
    if skill_id not in taxonomy:
        return None, None
    return taxonomy[skill_id].esco, taxonomy[skill_id].onet


def _listed(value: str | None) -> list[object]:
    return [value] if value else []


def _filled(values: JsonObject) -> JsonObject:
    """Leave out what is not known."""
    return {key: value for key, value in values.items() if value not in (None, [], "")}
