from __future__ import annotations

from collections.abc import Callable

import pytest

from skillmatch import SkillMatcher
from skillmatch.models import Document
from skillmatch.nlp.notes import Note

Read = Callable[..., dict[str, Note]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Skill Proficiency\nPython Advanced\nScala Intermediate\nSQL Expert\n",
            {"Python": "advanced", "Scala": "intermediate", "SQL": "expert"},
        ),
        ("Python | Advanced\nJava | Beginner", {"Python": "advanced", "Java": "beginner"}),
        ("Expert in Rust and C++; basic knowledge of Perl", {"Rust": "expert", "C++": "expert", "Perl": "beginner"}),
        (
            "Java (expert), Kotlin (intermediate), Ruby (basic)",
            {"Java": "expert", "Kotlin": "intermediate", "Ruby": "beginner"},
        ),
        ("Advanced Excel, working knowledge of Tableau", {"Excel": "advanced", "Tableau": "intermediate"}),
        ("Advanced: Python, SQL\nBasic: Java", {"Python": "advanced", "SQL": "advanced", "Java": "beginner"}),
        ("Proficient with Git and Linux", {"Git": "advanced", "Linux": "advanced"}),
        ("AWS - intermediate", {"AWS": "intermediate"}),
        ("Familiarity with Kafka", {"Kafka": "beginner"}),
        ("We use Docker and Kubernetes", {}),
        ("Python, advanced analytics on Spark", {}),
        ("Linux, basic networking", {}),
    ],
)
def test_level_stands_beside_its_skill(read: Read, text: str, expected: dict[str, str]) -> None:
    found = {name: entry["level"] for name, entry in read(text, "resume").items() if entry["level"] is not None}
    assert found == expected


def test_level_of_a_language_may_follow_without_a_mark(matcher: SkillMatcher) -> None:
    text = "Languages: English C1, German (A2), Polish - native"
    profile = matcher.profile(Document(document_id="cv", text=text), "resume")
    assert {skill.name: skill.level for skill in profile.skills} == {
        "English": "advanced",
        "German": "beginner",
        "Polish": "expert",
    }
