"""Profiles in the formats of the trade: a resume as JSON Resume 1.0, a job as a JobPosting of schema.org.

Ids of ESCO and O*NET go along where the taxonomy knows them. What a profile does not hold (names, contacts,
employers) cannot be in what is written.
"""

from __future__ import annotations

from skillmatch.models import SkillEvidence, SkillProfile
from skillmatch.taxonomy import Taxonomy

JSON_RESUME = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

# JSON objects: their keys are those of the two formats, which are not ours to type.
JsonObject = dict[str, object]


def to_json_resume(profile: SkillProfile, taxonomy: Taxonomy) -> JsonObject:
    """Write a resume's profile as JSON Resume; negated skills and those that are only implied are left out."""
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


def to_job_posting(profile: SkillProfile, taxonomy: Taxonomy) -> JsonObject:
    """Write a job's profile as a JobPosting: each skill a DefinedTerm, described as required or preferred."""
    posting: JsonObject = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "skills": [_term(skill, taxonomy) for skill in _stated(profile)],
    }
    if profile.title:
        posting["title"] = profile.title
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
    forms = sorted({mention.text for mention in skill.mentions} - {skill.name})
    esco, onet = _ids(skill.skill_id, taxonomy)
    values: JsonObject = {
        "name": skill.name,
        "level": skill.level,
        "keywords": forms,
        "id": skill.skill_id,
        "years": skill.years,
        "esco": esco,
        "onet": onet,
    }
    return _filled(values)


def _term(skill: SkillEvidence, taxonomy: Taxonomy) -> JsonObject:
    esco, _ = _ids(skill.skill_id, taxonomy)
    values: JsonObject = {
        "@type": "DefinedTerm",
        "name": skill.name,
        "termCode": skill.skill_id,
        "inDefinedTermSet": taxonomy.name,
        "identifier": esco,
        "description": skill.requirement if skill.requirement != "none" else None,
    }
    return _filled(values)


def _ids(skill_id: str, taxonomy: Taxonomy) -> tuple[str | None, str | None]:
    """Return the ids in ESCO and O*NET."""
    if skill_id not in taxonomy:
        return None, None
    return taxonomy[skill_id].esco, taxonomy[skill_id].onet


def _filled(values: JsonObject) -> JsonObject:
    """Leave out what is not known."""
    return {key: value for key, value in values.items() if value not in (None, [], "")}
