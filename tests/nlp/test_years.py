from __future__ import annotations

from collections.abc import Callable

import pytest

from skillmatch.nlp.notes import Note

Read = Callable[..., dict[str, Note]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5+ years of Java and Spring", {"Java": 5, "Spring": 5}),
        ("3-5 yrs of Python experience", {"Python": 3}),
        ("Java 10 years  Spring 5 years  Kafka 3 years", {"Java": 10, "Spring": 5, "Kafka": 3}),
        ("At least 3 (three) years of experience with SAP.", {"SAP": 3}),
        ("Minimum 5 yrs. in Java, of which 2 in Spring.", {"Java": 5, "Spring": 2}),
        ("Half a decade of Ruby and a full decade of Linux.", {"Ruby": 5, "Linux": 10}),
        ("Excel for the last eighteen months.", {"Excel": 1.5}),
        ("Ansible (three years), Docker (one), Kafka (less than one)", {"Ansible": 3, "Docker": 1, "Kafka": 0}),
        ("Managed a 3-year SAP rollout.", {}),
        ("Two years in transport planning, Excel, calm under pressure.", {}),
        ("Kubernetes: at least 2 years in production", {"Kubernetes": 2}),
        ("SQL (six years), Python (four), Perl (basics)", {"SQL": 6, "Python": 4}),
        ("A dozen years in sales, the last four of them with Salesforce.", {"Salesforce": 4}),
        ("At least three and a half years of work with Kafka", {"Kafka": 3.5}),
        ("5+ yrs exp in C++, Linux knowledge", {"C++": 5}),
        ("Java for eight years and Kotlin for five", {"Java": 8, "Kotlin": 5}),
        ("Python (5+ years), AWS (3+), Docker (20.10)", {"Python": 5, "AWS": 3}),
        ("A year and a half of Vue after five years of Angular", {"Vue": 1.5, "Angular": 5}),
        ("Excel for 12 years, Tableau for the last 3.", {"Excel": 12, "Tableau": 3}),
        ("The project runs for 3 years and needs SAP consultants", {}),
        ("Four years coding in Ruby before turning to Rust", {"Ruby": 4}),
        ("Minimum two years working with AWS or Azure; SQL is a must", {"AWS": 2, "Azure": 2}),
        ("At least 4 years of experience with React, solid knowledge of Git", {"React": 4}),
        ("Java (6 years), SQL (2 years), Perl (less than 1 year)", {"Java": 6, "SQL": 2, "Perl": 0}),
        ("Python - 3 years\nKafka - 6 months\nScala", {"Python": 3, "Kafka": 0.5}),
        ("I have worked with Docker and Kubernetes for 4 years.", {"Docker": 4, "Kubernetes": 4}),
        ("Five (5) years of C++ development in a Linux environment", {"C++": 5, "Linux": 5}),
        ("7 years of Java, 3 of which with Kotlin", {"Java": 7, "Kotlin": 3}),
        ("At least 2 years in retail or wholesale\ndaily work with SAP", {}),
        ("At least 2 years of experience in the use of\nSAP", {"SAP": 2}),
        ("Two years of Tableau and Excel, a steady hand with SQL", {"Tableau": 2, "Excel": 2}),
        ("You have used Docker for at least three years and you know Ansible.", {"Docker": 3}),
        ("4 years with Python, Excel every week", {"Python": 4}),
        ("Taught groups of 8 to 11 year olds, later with Excel and Tableau.", {}),
        ("PHP: 10 yrs, MySQL: 8 yrs", {"PHP": 10, "MySQL": 8}),
        ("Over 8 years' experience in SAP", {"SAP": 8}),
        ("Experience with Tableau (2+ years) and Excel", {"Tableau": 2}),
        ("Java developer with 5 years of experience in Spring", {"Spring": 5}),
        ("Terraform since 2021", {"Terraform": 5}),
        ("Between 2 and 4 years of Scala", {"Scala": 2}),
        ("Perl (less\nthan 1 year), Git (2\nyears)", {"Perl": 0, "Git": 2}),
        ("1 year 6 months of Rust", {"Rust": 1.5}),
        ("Excel 12 years Tableau 3 years", {"Excel": 12, "Tableau": 3}),
        ("three or more years of Angular and Vue", {"Angular": 3, "Vue": 3}),
        ("5+ years in software development, including 2+ years with Kafka", {"Kafka": 2}),
        ("Minimum experience with Django: 3 years", {"Django": 3}),
        ("I have used Java for over 8 years", {"Java": 8}),
        ("Rest services (2 years), Java (less than 1 year), Excel. (3 years)", {"Java": 0, "Excel": 3}),
        ("Degree in informatics (3 or 5 years) Very good knowledge of Java", {}),
        ("Git or similar. A minimum of five years in previous jobs", {}),
        ("You learn SQL within a 3 year timeframe", {}),
        ("4+ years in sales Advanced Excel", {}),
        ("We have built SQL tools for over 20 years", {}),
        ("Our 30 years old company runs on SAP", {}),
        ("In the next 2 years we will move to AWS", {}),
        ("2 year contract. Java", {}),
        ("Founded 15 years ago, we use Python", {}),
        ("You are at least 18 years old and know Excel", {}),
        ("10 years of Java. Python is a plus.", {"Java": 10}),
        ("Bachelor degree and 3 years experience. Git, Linux", {}),
    ],
)
def test_years_belong_to_the_skills_they_are_said_of(read: Read, text: str, expected: dict[str, float]) -> None:
    found = {name: entry["years"] for name, entry in read(text).items() if entry["years"] is not None}
    assert found == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skill | Level | Years\nPython | expert | 8\nDocker | good | 3\n", {"Python": 8, "Docker": 3}),
        ("Technology\tYears\nJava\t10\nSQL, Redis\t4+\n\nProjects\n", {"Java": 10, "SQL": 4, "Redis": 4}),
        ("Skill   Years   Level\nRust    2   basic\nGit   7.5   advanced\n", {"Rust": 2, "Git": 7.5}),
        ("Skill Level Years\nScala Expert 6\nKafka Basic 1\n", {"Scala": 6, "Kafka": 1}),
        ("| Tool | Yrs of experience |\n|---|---|\n| Excel | 9 |\n| Tableau | 2 |\n", {"Excel": 9, "Tableau": 2}),
        ("Skill; Last used; Years\nPHP ; 2021; 5\nVue ; 2024; 3\n", {"PHP": 5, "Vue": 3}),
        ("Skills (years): Java (8), Python (5), Perl", {"Java": 8, "Python": 5}),
        ("Languages, years of experience in brackets: C++ (12), Rust (1)", {"C++": 12, "Rust": 1}),
        ("4 to 6 years in testing, at least 2 of them with Selenium or Cypress", {"Selenium": 2, "Cypress": 2}),
        ("8 years of Java, of which 3 with Kotlin", {"Java": 8, "Kotlin": 3}),
        ("6 years of PHP, including two with Vue", {"PHP": 6, "Vue": 2}),
        ("3 years with Docker or Kubernetes, Terraform for the rest", {"Docker": 3, "Kubernetes": 3}),
        ("2 years of Tableau, Excel is a plus", {"Tableau": 2}),
        ("5 years of Java, Spring and SQL", {"Java": 5, "Spring": 5, "SQL": 5}),
        ("A decade of C++", {"C++": 10}),
        ("half a year of Rust", {"Rust": 0.5}),
        ("one and a half years of Go and Scala", {"Scala": 1.5}),
        ("A year and a half with Azure", {"Azure": 1.5}),
        ("at least a year of Terraform", {"Terraform": 1}),
        ("5-plus years of Django", {"Django": 5}),
        ("a three-year track record with SAP", {"SAP": 3}),
        ("Java (5y), SQL (3 y)", {"Java": 5, "SQL": 3}),
        ("Java - 6+ yrs.; AWS - 18 months", {"Java": 6, "AWS": 1.5}),
        ("SQL for at least two years, Excel for one year", {"SQL": 2, "Excel": 1}),
        ("Python for more than 6 years", {"Python": 6}),
        ("Worked five years with SAP, then two years with Salesforce", {"SAP": 5, "Salesforce": 2}),
        ("SAP CONSULTANT, 10 years", {"SAP": 10}),
        ("5 yrs Linux admin, 2 yrs Docker", {"Linux": 5, "Docker": 2}),
        ("Java developer for 6 years, Git", {"Java": 6}),
        ("Java: 7+ years\nKafka: <1 year", {"Java": 7, "Kafka": 0}),
        ("3 years as a developer, ideally with Vue", {}),
        ("GCP for the last 4 years", {"GCP": 4}),
        ("1-2 yr exp. in Selenium", {"Selenium": 1}),
        ("Since 2001 we build software with Java", {}),
        ("A five-year plan for Salesforce", {}),
        ("Python is 30 years old", {}),
        ("We migrate to AWS over the next two years", {}),
        ("Skill | Level\nPython | 8\n", {}),
        ("Diploma and two years of ward work. Excel", {}),
        ("Twice a year we meet to talk about Kafka", {}),
        ("Project | Years\nOur shop in Django | 2015\n", {}),
    ],
)
def test_years_in_other_shapes(read: Read, text: str, expected: dict[str, float]) -> None:
    found = {name: entry["years"] for name, entry in read(text).items() if entry["years"] is not None}
    assert found == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 years in IT, the last 4 with Azure and 3 with Terraform.", {"Azure": 4, "Terraform": 3}),
        ("Eight years of Java, the last three on Spring.", {"Java": 8, "Spring": 3}),
        ("ten years' experience in C++ and two in Python", {"C++": 10, "Python": 2}),
        ("A minimum of 7 years' experience, including 3 in Scala.", {"Scala": 3}),
        ("Five years in software, three of them with React.", {"React": 3}),
        ("Data engineer | 11 yrs overall | Python, SQL", {}),
        ("Docker, Jenkins, 2+ years of team lead work, Ruby", {}),
        ("A couple of years of PostgreSQL", {"PostgreSQL": 2}),
        ("Kubernetes in production for three years, Terraform at home", {"Kubernetes": 3}),
        ("Six years Java, of those two with Spring.", {"Java": 6, "Spring": 2}),
        ("4 to 6 years of C# and has touched Azure.", {"C#": 4}),
        ("Mindestens 3 Jahre Erfahrung mit Java und Spring.", {"Java": 3, "Spring": 3}),
        ("Au moins 5 ans d'expérience en Python.", {"Python": 5}),
        ("3 años de experiencia en React.", {"React": 3}),
        ("Minimaal 4 jaar ervaring met C#.", {"C#": 4}),
        ("Python 5 years, Java 3, Scala none.", {"Python": 5, "Java": 3}),
        ("Python 5 years, Java 8, SQL", {"Python": 5}),
        ("Minimum 2 yrs Java, Kafka a plus.", {"Java": 2}),
        ("Doubled visits in two years with Python", {}),
        ("Python (5 years), Java (3), SQL (2)", {"Python": 5, "Java": 3, "SQL": 2}),
        ("Java since ten years, Kotlin since two.", {"Java": 10, "Kotlin": 2}),
        ("A decade of PostgreSQL, half of it with Docker.", {"PostgreSQL": 10, "Docker": 5}),
        ("You have worked with Ruby for a year or more.", {"Ruby": 1}),
    ],
)
def test_shares_of_years_and_years_of_other_things(read: Read, text: str, expected: dict[str, float]) -> None:
    assert {name: entry["years"] for name, entry in read(text).items() if entry["years"] is not None} == expected
