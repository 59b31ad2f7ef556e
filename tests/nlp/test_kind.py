from __future__ import annotations

import pytest

from skillmatch.nlp.kind import guess_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jo Doe\n+44 20 7946 0000\nProfessional Experience\nNurse, 2015 - 2020\nEducation\nBSc Nursing", "resume"),
        ("Summary\nI have led teams.\nWork History\nManager, Jan 2011 to Mar 2016\nReferences", "resume"),
        ("Skills\nPython\n\nProjects\nDeveloped a chat bot\n\nEducation\nB.Tech 2019", "resume"),
        ("We are looking for a nurse. You will join our team. Requirements: diploma", "job"),
        ("Python developer\nResponsibilities\nBuild APIs\nQualifications\n3 years\nBenefits\nPension", "job"),
        ("Python\nSQL\nData Analyst", "job"),
        ("Recruitment\nTraining\nCompensation\nEmployee Awards\nSocial media", "job"),
        ("You bring 5 years of Java. Kotlin is a plus.", "job"),
        ("", "job"),
    ],
)
def test_kind_is_told_by_content(text: str, kind: str) -> None:
    assert guess_kind(text) == kind


def test_kind_of_annotated_documents(shared: object) -> None:
    import json
    from pathlib import Path

    folder = Path(str(shared)) / "data" / "extraction"
    right = total = 0
    for name in ("skillspan", "dataturks", "resume_corpus"):
        for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            total += 1
            right += guess_kind(row["text"]) == row["kind"]
    assert right / total >= 0.95
