from __future__ import annotations

from collections.abc import Callable

import pytest

from skillmatch.nlp.notes import Note
from skillmatch.nlp.requirements import rule_clauses

Read = Callable[..., dict[str, Note]]

R, P, N = "required", "preferred", "none"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Java is a must, Kotlin a plus.", {"Java": R, "Kotlin": P}),
        ("SQL a must. Rust handy.", {"SQL": R, "Rust": P}),
        ("Skills: Java, Docker, Kafka (added advantage)", {"Java": R, "Docker": R, "Kafka": P}),
        ("You are fluent in Java. You may also have dabbled in Scala.", {"Java": R, "Scala": P}),
        ("Our shop runs on Django, but your job is to pack the parcels.", {"Django": N}),
        ("Our IT colleagues look after the Linux servers; you answer the phones.", {"Linux": N}),
        ("Mandatory: SQL. Added advantage: SAP.", {"SQL": R, "SAP": P}),
        ("Candidates with Kafka exposure will be given preference.", {"Kafka": P}),
        ("You bring Java and, in the best case, some Kafka.", {"Java": R, "Kafka": P}),
        ("Java (min. 5 years), Spring (min. 3 years), Kafka a plus", {"Java": R, "Spring": R, "Kafka": P}),
        ("Our finance team lives in SAP; as a receptionist you need Excel.", {"SAP": N, "Excel": R}),
        ("Extra kudos for Scala.", {"Scala": P}),
        ("Chess players welcome: our app runs on Python.", {"Python": R}),
        ("Must have: Python. Nice to have: Rust.", {"Python": R, "Rust": P}),
        ("You know Python and, ideally, Rust.", {"Python": R, "Rust": P}),
        ("A sister team looks after PHP; in this job you need Ruby.", {"PHP": N, "Ruby": R}),
        ("MUST: SQL, Git / NICE: Tableau", {"SQL": R, "Git": R, "Tableau": P}),
        ("NICE: Tableau, must have: SQL", {"Tableau": P, "SQL": R}),
        ("You can score with Terraform; AWS you must know.", {"Terraform": P, "AWS": R}),
        ("Any Scala you bring makes us happy, Spark you need.", {"Scala": P, "Spark": R}),
        ("Essential criteria: SQL; desirable criteria: Redis and Kafka.", {"SQL": R, "Redis": P, "Kafka": P}),
        ("It wouldn't hurt to have seen Ansible.", {"Ansible": P}),
        ("We expect C#, and we would welcome Azure.", {"C#": R, "Azure": P}),
        ("Linux (must), Docker (must), Kubernetes (nice).", {"Linux": R, "Docker": R, "Kubernetes": P}),
        ("As a plus, you have worked with MongoDB.", {"MongoDB": P}),
        ("You know Java, Kotlin perhaps.", {"Java": R, "Kotlin": P}),
        ("Strong Excel skills are needed, and Python is on our wish list.", {"Excel": R, "Python": P}),
        ("What we need: PHP. What we'd like: React.", {"PHP": R, "React": P}),
        ("You may have used Tableau before, which would help.", {"Tableau": P}),
        ("We require Java and prefer Rust as second choice.", {"Java": R, "Rust": P}),
        ("Experience with React is required, Vue is preferred.", {"React": R, "Vue": P}),
        ("Strong SQL skills; knowledge of Tableau is desirable.", {"SQL": R, "Tableau": P}),
        ("Bonus points for Terraform or Ansible.", {"Terraform": P, "Ansible": P}),
        ("Familiarity with Kafka would be an advantage.", {"Kafka": P}),
        ("Proficient in C++ (C# is a bonus).", {"C++": R, "C#": P}),
        ("You have solid Java skills, and Scala is a big plus.", {"Java": R, "Scala": P}),
        ("Python (required), Ruby (preferred)", {"Python": R, "Ruby": P}),
        ("Java required; Kotlin or Scala preferred", {"Java": R, "Kotlin": P, "Scala": P}),
        ("Docker, Kubernetes and Terraform experience is a plus.", {"Docker": P, "Kubernetes": P, "Terraform": P}),
        ("Experience with Docker, Kubernetes, and Terraform is a plus.", {"Docker": P, "Terraform": P}),
        ("Git knowledge is essential.", {"Git": R}),
        ("You should be comfortable with Linux, preferably with Ansible.", {"Linux": R, "Ansible": P}),
        ("Good to have: MongoDB and Redis", {"MongoDB": P, "Redis": P}),
        ("At least three years of PHP; exposure to Vue is welcome.", {"PHP": R, "Vue": P}),
        ("It would be great if you also know Spark.", {"Spark": P}),
        ("Candidates with SAP experience are preferred.", {"SAP": P}),
        ("Any experience with Azure is beneficial but not required.", {"Azure": P}),
        ("We are looking for a developer with Django and Flask.", {"Django": R, "Flask": R}),
        ("Excel is needed, Salesforce optional.", {"Excel": R, "Salesforce": P}),
        ("The service is written in Rust and runs on AWS.", {"Rust": R, "AWS": R}),
    ],
)
def test_requirement_of_a_lone_sentence(read: Read, text: str, expected: dict[str, str]) -> None:
    entries = read(text)
    assert {name: entries[name]["requirement"] for name in expected} == expected


AD = """Backend Developer (m/f/d)

About us
We build logistics software with Ruby and Angular for 300 customers.

What you will do
- Build services in Java
- Maintain our Jenkins pipelines

What you bring
- 3+ years of Java, Spring
- Experience with SQL; MongoDB is a plus
- Ideally Kafka

Nice to have
- Kotlin
- Kubernetes (must be willing to learn)

Our stack
Python, Docker

What we offer
- Git training and communication workshops

How to apply
Send your Excel sheet.
"""


@pytest.mark.parametrize(
    ("name", "requirement"),
    [
        ("Ruby", N),
        ("Angular", N),
        ("Jenkins", N),
        ("Java", R),
        ("Spring", R),
        ("SQL", R),
        ("MongoDB", P),
        ("Kafka", P),
        ("Kotlin", P),
        ("Kubernetes", P),
        ("Python", N),
        ("Docker", N),
        ("Git", N),
        ("communication", N),
        ("Excel", N),
    ],
)
def test_requirement_follows_headings(read: Read, name: str, requirement: str) -> None:
    assert read(AD)[name]["requirement"] == requirement


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Python\nSQL\nTableau\n", {"Python": R, "SQL": R, "Tableau": R}),
        (
            "Requirements: Python, SQL. Will be a plus: Spark; Hadoop. We offer: Git courses",
            {"SQL": R, "Hadoop": P, "Git": N},
        ),
        (
            "Your profile Good knowledge of Java and Spring Experience with SQL Ideally Experience with "
            "Kafka Strong communication skills Job benefits: free Git courses",
            {"Java": R, "SQL": R, "Kafka": P, "communication": R, "Git": N},
        ),
        ("Requirements\nJava\nWe deploy to AWS every day.\nSQL", {"Java": R, "AWS": N, "SQL": R}),
        (
            "Our team of ten uses Scala.\nWe love teamwork.\nOur clients run SAP.\nJoin us and our React guild.",
            {"Scala": N, "SAP": N, "React": N},
        ),
        (
            "Support agent\nWe rent vans. Guests call us.\nYou keep tickets in Jenkins and ask on Git when you are "
            "stuck.\nYou speak Python.\nShifts start at four. Training is paid.",
            {"Jenkins": N, "Git": N, "Python": R},
        ),
        (
            "Clerk\n\nWhat you must have\n- Java\nWhat we'd love but can live without\n- Perl\nYou won't need\n- SAP\n",
            {"Java": R, "Perl": P, "SAP": N},
        ),
        (
            "We are a hospice with 40 beds. You will look after our Drupal site, two appeals a year with the team.\n\n"
            "You need to know Excel. Experience of Python is essential.\n",
            {"Excel": R, "Python": R},
        ),
        ("Responsibilities\nYou must have experience with Linux to run our servers.", {"Linux": R}),
        (
            "What we're after\nSomebody who has run Linux.\n\nIt'd be lovely if you also\nknew Git",
            {"Linux": R, "Git": P},
        ),
        ("Ad\n\nMust know\n+ Git\n\nWhat would make us smile\n+ Scala\n", {"Git": R, "Scala": P}),
        ("Must: Git. Desired skills: Scala. You will also see PHP on old servers.", {"Git": R, "Scala": P, "PHP": N}),
        ("Ad\n\nOur tools\n- Git\n- Jenkins\n\nNon-negotiables\n- SQL\n", {"Git": N, "Jenkins": N, "SQL": R}),
        ("Preferred qualifications:\nJava\nScala\n\nBenefits:\nAWS credits", {"Java": P, "Scala": P, "AWS": N}),
        ("Who you are\nYou have shipped Rust code.\nBonus points if you\n- know Perl", {"Rust": R, "Perl": P}),
    ],
)
def test_requirement_in_other_shapes(read: Read, text: str, expected: dict[str, str]) -> None:
    entries = read(text)
    assert {name: entries[name]["requirement"] for name in expected} == expected


def test_nothing_is_required_in_a_resume(read: Read) -> None:
    entries = read("Skills\nJava is a must for me. Python preferred.", "resume")
    assert {entry["requirement"] for entry in entries.values()} == {"none"}


@pytest.mark.parametrize(
    "text",
    [
        "Hydraulics\nPLC\nPneumatics\nService engineer",
        "budgeting\n\nfinance\n\nTaxation",
        "SEO\nTwitter\nGoogle Analytics\nbrand manager",
    ],
)
def test_every_entry_of_a_bare_list_is_required(text: str) -> None:
    clauses = [(0, len(text))]
    assert {requirement for _, _, requirement, _ in rule_clauses(text, [], clauses).clauses} == {"required"}
