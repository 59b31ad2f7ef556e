from __future__ import annotations

import pytest

from skillmatch import SkillMatcher
from skillmatch.documents import read_bytes
from skillmatch.trust.lint import Finding, lint, lint_pool, to_lines


def findings(text: str, matcher: SkillMatcher) -> list[Finding]:
    document = read_bytes(text.encode(), document_id="job.txt")
    return list(lint(document, matcher.profile(document, "job"), matcher.taxonomy, as_of="2026-01"))


def job(required: str, preferred: str = "") -> str:
    return f"Developer\n\nRequirements\n{required}\n" + (f"\nNice to have\n{preferred}\n" if preferred else "")


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        (job("- Python", "- Python"), "contradiction", 4, "only preferred in line 7"),
        (job("- 15 years of Kubernetes"), "impossible-years", 4, "since 2014: at most 12"),
        (job("- PostgreSQL\n- Postgres"), "duplicate", 5, "count as one skill: PostgreSQL"),
        (job("- Django\n- Python"), "implied", 5, "Django is evidence of it"),
        (job("- Python, SQL\n\nWe are a young team."), "wording-age", 6, "'young'"),
        ("Gardens are nice.\n", "no-requirements", None, "requirement"),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(
    text: str, code: str, line: int | None, words: str, matcher: SkillMatcher
) -> None:
    found = [it for it in findings(text, matcher) if it.code == code]
    assert [it.line for it in found] == [line]
    assert words in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        job("- 12 years of Kubernetes"),
        job("- Python\n- PostgreSQL", "- Docker"),
        job("- 5 years of Python\n- Django"),
        job("- React Native"),
    ],
)
def test_a_sound_ad_has_nothing_wrong(text: str, matcher: SkillMatcher) -> None:
    codes = {it.code for it in findings(text, matcher)}
    assert not codes & {
        "contradiction",
        "impossible-years",
        "duplicate",
        "implied",
        "many-must-haves",
        "wording-origin",
    }


def test_a_long_list_of_must_haves_is_told(matcher: SkillMatcher) -> None:
    skills = "Python, SQL, Docker, Kubernetes, Terraform, Ansible, Jenkins, Redis, MongoDB, Apache Kafka, Java"
    found = [it for it in findings(job(f"- {skills}"), matcher) if it.code == "many-must-haves"]
    assert [it.message.split()[0] for it in found] == ["11"]


def test_words_that_lean_to_one_gender_are_counted(matcher: SkillMatcher) -> None:
    lean = "We want a competitive, assertive and ambitious individual with logic."
    found = [it for it in findings(f"{job('- Python')}\n{lean}\n", matcher) if it.code == "wording-coded"]
    assert [it.message.split()[0] for it in found] == ["5"]
    assert "Gaucher" in found[0].source


def test_must_haves_are_weighed_against_a_pool(matcher: SkillMatcher) -> None:
    asked = matcher.profile(read_bytes(job("- Python\n- COBOL").encode(), document_id="job"), "job")
    texts = {"a": "Python", "b": "Python, SQL", "c": "COBOL, Python", "d": "Cooking"}
    people = [
        matcher.profile(read_bytes(f"Skills\n{it}".encode(), document_id=name), "resume") for name, it in texts.items()
    ]
    found = lint_pool(matcher.rank(asked, people).matches)
    assert [it.message for it in found] == [
        "COBOL removes 3 of 4 in the pool (75 %); without it 3 meet every must-have, with it 1",
        "Python removes 1 of 4 in the pool (25 %); without it 1 meet every must-have, with it 1",
    ]
    assert [it.severity for it in found] == ["warning", "note"]
    assert lint_pool(()) == ()


def test_lines_are_those_of_a_compiler() -> None:
    found = [
        Finding(code="duplicate", severity="note", message="x", line=3),
        Finding(code="pool", severity="warning", message="y", source="z"),
    ]
    assert list(to_lines("job.txt", found)) == ["job.txt:3: note: duplicate: x\n", "job.txt: warning: pool: y [z]\n"]
