from __future__ import annotations

import pytest

from skillmatch import SkillMatcher
from skillmatch.documents import read_bytes
from skillmatch.trust.letter import Letter, build_letter, to_html, to_markdown

JOB = b"Data Engineer\n\nRequirements\n"
JOB += b"- 4 years of Python\n- Apache Spark or Apache Flink\n- COBOL\n\nNice to have\n- Terraform\n"
RESUME = b"Amara Okafor\namara@example.org\n\nSkills\nPython, Apache Spark\n"
OTHERS = b"Zoltan Kiss\nzoltan@example.org\n\nSkills\nPython, COBOL\n"


@pytest.fixture(scope="module")
def letter(matcher: SkillMatcher) -> Letter:
    job = matcher.profile(read_bytes(JOB, document_id="job.txt"), "job")
    people = [
        matcher.profile(read_bytes(text, document_id=name), "resume")
        for name, text in (("amara.txt", RESUME), ("zoltan.txt", OTHERS))
    ]
    report = matcher.rank(job, people)
    mine = next(match for match in report.matches if match.document_id == "amara.txt")
    return build_letter(mine, job, report.provenance, contact="people@example.org")


def test_each_requirement_is_told_once_with_its_result(letter: Letter) -> None:
    found = {item.name: (item.must, item.result) for item in letter.items}
    assert found["COBOL"] == (True, "Not found")
    assert found["Terraform"] == (False, "Not found")
    assert found["Apache Flink or Apache Spark"][0]
    assert found["Apache Flink or Apache Spark"][1] in ("Found", "Partly found")
    assert len(found) == 4


def test_evidence_is_quoted_with_its_place(letter: Letter) -> None:
    [spark] = [item for item in letter.items if "Spark" in item.name]
    assert spark.places == ("“Apache Spark” in your skills, page 1",)


def test_what_would_change_the_result_comes_with_the_score(letter: Letter) -> None:
    assert letter.changes[0].gain >= letter.changes[-1].gain > 0
    assert "COBOL" in {item.name for item in letter.changes}
    assert f"COBOL: the score would be {letter.score + letter.changes[0].gain:.0f}" in to_markdown(letter)


@pytest.mark.parametrize("write", [to_markdown, to_html])
def test_a_letter_says_how_to_object_and_nothing_of_others(letter: Letter, write: object) -> None:
    assert callable(write)
    text = write(letter)
    assert "people" in text
    assert "object to the result" in text
    assert "oltan" not in text
    assert "rank" not in text.lower()


def test_words_of_a_document_do_nothing_in_a_page(letter: Letter, matcher: SkillMatcher) -> None:
    evil = read_bytes(b"<script>alert(1)</script> Engineer\n\nRequirements\n- Python\n", document_id="<b>job.txt")
    job = matcher.profile(evil, "job")
    resume = matcher.profile(read_bytes(RESUME, document_id="<i>x</i>.txt"), "resume")
    found = build_letter(matcher.match(job, resume), job, matcher.provenance)
    for text in (to_html(found), to_markdown(found)):
        assert "<script>" not in text.replace("\\<", "")
        assert "<i>" not in text.replace("\\<", "")
