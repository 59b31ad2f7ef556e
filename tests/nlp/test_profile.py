from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillmatch.models import Document, SkillEvidence, SkillProfile
from skillmatch.nlp import Profiler
from skillmatch.settings import ExtractionSettings
from skillmatch.taxonomy import Skill, Taxonomy

NAMES = ("Python", "SQL", "Java", "Kotlin", "Docker", "Kubernetes", "Terraform", "Excel", "Tableau")

RESUME = """Ada Lovelace
Data Engineer
Springfield | ada@example.org | github.com/ada-python

Summary
Engineer who has built data platforms for hospitals and never used Terraform.

Skills
Python, SQL, Java (2 years), Excel - advanced

Experience
Data Engineer, Acme
Jan 2020 - Present
- Built pipelines in Python and Docker
Analyst, Initech
Mar 2012 - Dec 2013
- Wrote SQL reports

Education
B.Sc. in Mathematics
University of Springfield

References
Charles Babbage, Kubernetes Ltd
"""

JOB = """Data Engineer (m/f/d)

About us
We build hospital software with Java.

Requirements
- 4+ years of experience with Python and SQL
- Docker or Kubernetes
- Bachelor's degree in Mathematics

Nice to have
- Tableau
"""


@pytest.fixture(scope="module")
def profiler() -> Profiler:
    skills = [Skill(id=name.lower(), name=name, type="tool", category="tools") for name in NAMES]
    return Profiler(Taxonomy(skills), ExtractionSettings(as_of="2024-12"))


def profile(profiler: Profiler, text: str) -> SkillProfile:
    return profiler.profile(Document(document_id="it", text=text))


def skills(profile: SkillProfile) -> dict[str, SkillEvidence]:
    return {skill.name: skill for skill in profile.skills}


def test_resume_is_read(profiler: Profiler) -> None:
    found = profile(profiler, RESUME)
    assert (found.kind, found.title, found.years_total) == ("resume", "Data Engineer", 6.8)
    assert [(role.title, role.first, role.last) for role in found.roles] == [
        ("Data Engineer", "2020-01", None),
        ("Analyst", "2012-03", "2013-12"),
    ]
    assert [(degree.level, degree.field) for degree in found.education] == [("bachelor", "Mathematics")]
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("name", "years", "last_used", "level", "negated"),
    [
        ("Python", 5.0, "2024-12", None, False),
        ("SQL", 1.8, "2013-12", None, False),
        ("Java", 2.0, None, None, False),
        ("Excel", None, None, "advanced", False),
        ("Terraform", None, None, None, True),
    ],
)
def test_skills_of_a_resume(
    profiler: Profiler, name: str, years: float | None, last_used: str | None, level: str | None, negated: bool
) -> None:
    skill = skills(profile(profiler, RESUME))[name]
    assert (skill.years, skill.last_used, skill.level, skill.negated) == (years, last_used, level, negated)


def test_skill_used_lately_is_stronger_than_one_listed(profiler: Profiler) -> None:
    found = skills(profile(profiler, RESUME))
    assert found["Python"].strength > found["SQL"].strength > found["Java"].strength > found["Terraform"].strength == 0


def test_job_is_read(profiler: Profiler) -> None:
    found = profile(profiler, JOB)
    asked = skills(found)
    assert (found.kind, found.title, found.years_total) == ("job", "Data Engineer", 4.0)
    assert {name: skill.requirement for name, skill in asked.items()} == {
        "Java": "none",
        "Python": "required",
        "SQL": "required",
        "Docker": "required",
        "Kubernetes": "required",
        "Tableau": "preferred",
    }
    assert asked["Docker"].any_of == asked["Kubernetes"].any_of is not None
    assert asked["Python"].any_of is None
    assert asked["Python"].years == asked["SQL"].years == 4.0


@pytest.mark.parametrize("word", ["ada", "lovelace", "springfield", "babbage", "example", "github", "university"])
def test_no_private_word_reaches_the_terms(profiler: Profiler, word: str) -> None:
    assert word not in dict(profile(profiler, RESUME).terms)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ada Lovelace", "Tim Cook"),
        ("Ada Lovelace", "MARIE CURIE"),
        ("ada@example.org", "x.y@mail.example.com"),
        ("github.com/ada-python", "linkedin.com/in/kotlin"),
        ("Springfield |", "Nairobi |"),
        ("University of Springfield", "Nairobi Technical College"),
        ("Charles Babbage", "Grace Hopper"),
    ],
)
def test_who_the_person_is_changes_nothing_that_scoring_sees(profiler: Profiler, old: str, new: str) -> None:
    one, other = profile(profiler, RESUME), profile(profiler, RESUME.replace(old, new))
    assert (one.title, one.terms, one.years_total) == (other.title, other.terms, other.years_total)
    assert [(skill.name, skill.strength) for skill in one.skills] == [
        (skill.name, skill.strength) for skill in other.skills
    ]
    assert [term.text for term in one.unknown_skills] == [term.text for term in other.unknown_skills]


def test_terms_are_counted(profiler: Profiler) -> None:
    assert dict(profile(profiler, RESUME).terms)["python"] == 2


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("We sell tea with Java.\nOur team loves it.\nJoin us.\nOur office is nice.", {"no-requirements-found"}),
        ("About us\nWe sell tea.", {"no-requirements-found", "empty-profile"}),
        ("", {"no-requirements-found", "empty-profile"}),
        (
            "Wir suchen eine Person, die mit dem Team an der Plattform arbeitet und Python in der Praxis hat. " * 4,
            {"language"},
        ),
    ],
)
def test_warnings(profiler: Profiler, text: str, codes: set[str]) -> None:
    found = profiler.profile(Document(document_id="it", text=text), "job")
    assert codes <= {warning.code for warning in found.warnings}


def test_present_is_the_date_of_the_settings(profiler: Profiler) -> None:
    assert skills(profile(profiler, "Requirements: Kotlin since 2021"))["Kotlin"].years == pytest.approx(4, abs=0.1)


def test_kind_can_be_given(profiler: Profiler) -> None:
    assert profiler.profile(Document(document_id="it", text=RESUME), "job").kind == "job"


def test_mentions_in_links_are_none(profiler: Profiler) -> None:
    text = "Requirements: SQL, see github.com/kotlin/docker and python@example.org"
    assert set(skills(profile(profiler, text))) == {"SQL"}


def test_page_of_a_mention(profiler: Profiler) -> None:
    document = Document(document_id="it", text="Python\nSQL", pages=(0, 7))
    mentions = {skill.name: skill.mentions[0] for skill in profiler.profile(document).skills}
    assert (mentions["Python"].page, mentions["SQL"].page) == (1, 2)


TEXTS = st.lists(
    st.sampled_from(
        [
            *NAMES,
            "no ",
            "not ",
            "5 years of ",
            "or ",
            ", ",
            "\n",
            ". ",
            "Requirements:",
            "Skills\n",
            "is a plus",
            "Jan 2020 - ",
            "é",
            "\u2028",
            "\x00",
            "(",
            "•",
        ]
    )
    | st.text(max_size=5)
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["auto", "resume", "job"]))
def test_offsets_give_back_the_text(profiler: Profiler, text: str, kind: str) -> None:
    found = profiler.profile(Document(document_id="it", text=text), kind)  # type: ignore[arg-type]
    for skill in found.skills:
        assert 0 <= skill.strength <= 1
        for mention in skill.mentions:
            assert text[mention.start : mention.end] == mention.text
    for term in found.unknown_skills:
        assert text[term.start : term.end] == term.text
    assert all(0 <= part.start < part.end <= len(text) for part in found.sections)


def test_profile_depends_on_nothing_but_the_document(profiler: Profiler) -> None:
    before = profile(profiler, JOB)
    profile(profiler, RESUME)
    assert profile(profiler, JOB) == before


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Hydraulics\nPLC\nMaintenance Engineer", True),
        ("Java Developer\nWe look for a colleague who knows Java.\nApply now", False),
        ("Requirements\n- Java\n- SQL", False),
    ],
)
def test_a_bare_list_of_terms_is_told_of(profiler: Profiler, text: str, warned: bool) -> None:
    found = profiler.profile(Document(document_id="d", text=text), "job")
    assert ("terms-only" in [warning.code for warning in found.warnings]) == warned


def test_words_of_education_are_those_of_its_fields(profiler: Profiler) -> None:
    text = "Nurse\nExperience\nNurse, Acme, 2019 - 2021\nWards\nEducation\nBSc Computer Science, Kitchen Academy"
    words = dict(profiler.profile(Document(document_id="d", text=text), "resume").terms)
    assert {"wards", "computer", "science"} <= set(words)
    assert not {"kitchen", "academy"} & set(words)


def test_a_pasted_job_ad_adds_no_word_and_is_no_work(profiler: Profiler) -> None:
    honest, stuffed = (
        profiler.profile(Document(document_id="d", text=text), "resume") for text in (RESUME, f"{RESUME}\n{JOB}")
    )
    assert stuffed.terms == honest.terms
    assert skills(honest).keys() < skills(stuffed).keys()
    assert {mention.section for mention in skills(stuffed)["Tableau"].mentions} == {"other"}
