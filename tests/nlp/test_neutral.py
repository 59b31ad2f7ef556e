from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.models import Document, Education
from skillmatch.nlp.heading_lines import find_headings
from skillmatch.nlp.neutral import Neutral, neutralise
from skillmatch.nlp.sections import find_parts

SKILLS = frozenset(["python", "sql", "machine learning", "apache spark", "jenkins"])
TEMPLATE = """{name}
Data Engineer in {town}
{email} | {street}, {town}
Python, SQL

Profile
{given} likes clear work; colleagues praise {her} patience. {title} {family} led a team.

Skills
Python, SQL, Apache Spark, Jenkins

Education
MSc Computer Science, {school}, 2017
BSc Statistics
{school}, 2014

Personal details
Date of birth: {born}
Gender: {gender}
Nationality: {nationality}
"""
PEOPLE = [
    ("Ngozi", "Okafor", "Lagos", "7 Allen Avenue", "University of Ibadan", "Nigerian", "female"),
    ("Thị Minh Khai", "Nguyễn", "Hue", "36 Tran Phu Street", "Hanoi University of Technology", "Vietnamese", "female"),
    ("Julia", "Spark", "Java Point", "1 Oracle Way", "Institute of Design", "Canadian", "female"),
    ("Jenkins", "Cook", "Phoenix", "12 Docker Street", "Teachers College", "Canadian", "male"),
    ("Seo-yeon", "de la Cruz", "Cairo", "ul. Długa 12", "Politechnika Warszawska", "Korean", "female"),
    ("Will", "Marketer", "San José", "Lindenstraße 8", "Technische Universität Dresden", "German", "male"),
    ("Omar", "Abdel Rahman", "Alexandria", "44 Corniche Road", "Yonsei", "Egyptian", "male"),
]


def document(text: str) -> Document:
    return Document(document_id="cv", text=text)


def neutral(text: str) -> Neutral:
    return neutralise(document(text), find_parts(text, "resume"), lambda words: words.lower() in SKILLS)


def written(person: tuple[str, ...]) -> str:
    given, family, town, street, school, nationality, gender = person
    she = gender == "female"
    return TEMPLATE.format(
        name=f"{given} {family}", given=given, family=family, town=town, street=street, school=school,
        nationality=nationality, gender=gender, her="her" if she else "his", title="Ms." if she else "Mr",
        email=f"{family.split()[0].lower()}@example.org", born="2 May 1990" if she else "11/12/1985",
    )  # fmt: skip


@pytest.mark.parametrize("person", PEOPLE[1:], ids=lambda person: person[0])
def test_all_people_have_one_text(person: tuple[str, ...]) -> None:
    assert neutral(written(person)).document.text == neutral(written(PEOPLE[0])).document.text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Jenkins Page\npage@example.org\n\nSkills\nDocker, Jenkins\n", "Docker, Jenkins"),
        ("Julia Spark\nspark@example.org\n\nExperience\nBuilt Spark jobs\n", "Built Spark jobs"),
        ("Ada King\nPython, SQL\nada@example.org\n", "Python, SQL"),
        ("Ada King\nSpecialist in Machine Learning\nada@example.org\n", "in Machine Learning"),
        ("Ada King\nada@example.org\n\nSkills\nMs Excel, MS SQL, HIS\n", "Ms Excel, MS SQL, HIS"),
        ("Ada King\nada@example.org\n\nExperience\nNurse in women's health\n", "women's health"),
        ("Ada King\nada@example.org\n\nEducation\nHigh School, 2010\n", "High School"),
        ("Ada King\nada@example.org\n\nEducation\nBA in Computer Science, Leeds College\n", "BA in Computer Science"),
        ("Ada King\nada@example.org\n\nEducation\nMasters : Interior Design Miami University\n", "Interior Design"),
        ("Ada King\nada@example.org\n\nExperience\nCaretaker, Leeds College, 2010 - 2012\n", "Leeds College"),
        (
            "Group | Names | Years\nStorage | Redis | 4\nBroker | NATS | 2\n\nCurrent role: engineer.",
            "Storage | Redis | 4",
        ),
        (
            "Education\nMSc Physics, Ghent University, 2021\nThesis: Cracks in bridges (PyTorch, OpenCV)",
            "(PyTorch, OpenCV)",
        ),
        ("HR CONSULTANT\nSummary\nWorked in HR.\n", "HR CONSULTANT"),
        ("ASP.NET and Node.js/Express developer\nx@example.org\n", "ASP.NET and Node.js/Express"),
    ],
)
def test_work_stays(text: str, kept: str) -> None:
    assert kept in neutral(text).document.text


def test_occupations_lose_their_gender() -> None:
    assert neutral("Skills\nSQL\n\nExperience\nSaleswoman, 2010").document.text.endswith("Salesperson, 2010")


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person[0])
def test_offsets_lead_back(person: tuple[str, ...]) -> None:
    text = written(person)
    found = neutral(text)
    for word in ("Skills", "Apache Spark", "Computer Science", "Personal details"):
        start = found.document.text.find(word)
        assert text[found.back(start) : found.back(start + len(word))] == word


def test_headings_move_with_the_text() -> None:
    text = written(PEOPLE[0])
    found = neutral(text)
    names = [found.document.text[it.start : it.end].strip() for it in found.forth(find_headings(text))]
    assert names == ["Profile", "Skills", "Education", "Personal details"]


def test_what_is_found_gets_the_offsets_of_the_document() -> None:
    text = "Ada King\nada@example.org\n\nEducation\nBSc Physics\n"
    found = neutral(text)
    start = found.document.text.find("BSc")
    placed = found.placed(Education(level="bachelor", start=start, end=start + 3))
    assert text[placed.start : placed.end] == "BSc"


@given(st.text(alphabet="Ad K@.org|:,\nSQLhe2019-MSc ", max_size=200))
def test_every_offset_leads_into_the_text(text: str) -> None:
    found = neutral(text)
    places = [found.back(offset) for offset in range(len(found.document.text) + 1)]
    assert places == sorted(places)
    assert not places or places[-1] == len(text)
