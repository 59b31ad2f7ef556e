"""What must not move a score, and what stuffing gains: from text to score, with the shipped background."""

from __future__ import annotations

import pytest

from skillmatch.documents import read_bytes
from skillmatch.nlp import Profiler
from skillmatch.scoring import Background, FitScorer
from skillmatch.taxonomy import Taxonomy

JOB = """Backend developer

Requirements:
- Python and SQL
- Docker
- Java or Kotlin

Nice to have:
- AWS

You will build services with the payments team and keep the platform running.
"""

DEVELOPER = """Jane Roe
jane.roe@example.org
12 Main Street, Springfield

Backend developer

Summary
She is a developer who likes her work.

Experience
Backend developer, Northwind, January 2019 - December 2023
- Built services with Python and SQL for the payments team
- Ran the platform on AWS

Skills
Python, SQL, Git

Education
BSc Computer Science, State University
"""

COOK = """Jane Roe
jane.roe@example.org

Line cook

Experience
Line cook, Bistro, January 2019 - December 2023
- Prepared sauces, grilled meat and ran the pastry station
- Ordered food and kept the kitchen clean

Education
Diploma in Culinary Arts, City College
"""

ANALYST = """Jane Roe
jane.roe@example.org

Data analyst

Experience
Data analyst, Northwind, January 2019 - December 2023
- Built dashboards in Tableau and reports with R
- Cleaned survey data

Education
BSc Statistics, State University
"""

ASKED = "Python, SQL, Docker, Java, Kotlin, AWS"
MANY = [skill.name for skill in Taxonomy.default()][:5000:25]  # 200 names from all over the taxonomy


class Rater:
    def __init__(self, taxonomy: Taxonomy) -> None:
        self.profiler = Profiler(taxonomy)
        self.scorer = FitScorer(taxonomy=taxonomy, background=Background.default())
        self.job = self.profiler.profile(read_bytes(JOB.encode(), document_id="job"), "job")

    def score(self, resume: str) -> float:
        profile = self.profiler.profile(read_bytes(resume.encode(), document_id="resume"), "resume")
        return self.scorer.match(self.job, profile).score


@pytest.fixture(scope="module")
def rater() -> Rater:
    return Rater(Taxonomy.default())


@pytest.mark.parametrize("resume", [DEVELOPER, COOK])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Jane Roe", "Mohammed Al Farsi"),
        ("She is a developer who likes her", "He is a developer who likes his"),
        ("jane.roe@example.org", "m.farsi@example.net"),
        ("12 Main Street, Springfield", "Flat 9, 4 Rue Verte, Lyon"),
        ("State University", "Institute of Technology, Madras"),
        ("State University", "Wharton School of Finance"),
        ("State University", "MIT"),
        ("City College", "Harbour Community College"),
        ("City College", "Le Cordon Bleu Restaurant Kitchen"),
    ],
)
def test_who_someone_is_does_not_move_the_score(rater: Rater, resume: str, old: str, new: str) -> None:
    assert rater.score(resume.replace(old, new)) == rater.score(resume)


@pytest.mark.parametrize(
    ("resume", "stuffing", "most"),
    [
        (DEVELOPER, "Python " * 100, 1.0),
        (DEVELOPER, "developer services platform payments " * 100, 1.0),
        (COOK, "developer services platform payments " * 100, 1.0),
        (COOK, JOB, 10.0),
        (COOK, f"Skills\n{ASKED}", 10.0),
        (COOK, f"Skills\n{ASKED}\nSummary\n{ASKED}", 10.0),
        (COOK, f"Skills\n{', '.join([ASKED, *MANY])}", 10.0),
        (ANALYST, JOB, 10.0),
        (ANALYST, f"Skills\n{ASKED}", 10.0),
        (ANALYST, f"Skills\n{', '.join([ASKED, *MANY])}", 10.0),
        # A title like that of the job lets a list count twice as much.
        (DEVELOPER, JOB, 16.0),
        (DEVELOPER, f"Skills\n{', '.join([ASKED, *MANY])}", 16.0),
    ],
)
def test_stuffing_gains_little(rater: Rater, resume: str, stuffing: str, most: float) -> None:
    assert rater.score(f"{resume}\n{stuffing}\n") - rater.score(resume) <= most


def test_a_short_resume_with_a_list_is_not_punished_hard(rater: Rater) -> None:
    short = "Jane Roe\n\nBackend developer\n\nExperience\nBackend developer, Northwind, 2019 - 2023\n\nSkills\n" + ASKED
    assert rater.score(short) > rater.score(f"{COOK}\nSkills\n{ASKED}\n") + 15


def test_a_stuffed_resume_stays_behind_an_honest_one(rater: Rater) -> None:
    assert rater.score(f"{COOK}\n{JOB}") < rater.score(DEVELOPER)
