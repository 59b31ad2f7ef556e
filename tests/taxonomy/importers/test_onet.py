"""O*NET before and after 30.3."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy.importers import import_skills

TECHNOLOGY = """O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand
11-1011.00\tStructured query language SQL\t43\tData base software\tN\tN
15-1252.00\tStructured query language SQL\t43\tData base software\tY\tY
15-1252.00\tMicrosoft Teams software\t44\tVideo conferencing software\tN\tN
15-1252.00\tC\t45\tDevelopment software\tN\tN
"""
SOFTWARE = """Hot Technology\tElement Name\tO*NET-SOC Code\tWorkplace Example\tElement ID\tIn Demand
Y\tData base software\t15\tStructured query language SQL\t1\tN
N\tVideo conferencing software\t15\tMicrosoft Teams software\t1\tN
N\tDevelopment software\t15\tC\t1\tN
"""


@pytest.mark.parametrize(("name", "text"), [("Technology Skills.txt", TECHNOLOGY), ("Software Skills.txt", SOFTWARE)])
@pytest.mark.parametrize("whole_folder", [True, False])
def test_both_layouts_give_the_same_skills(name: str, text: str, whole_folder: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = import_skills("onet", tmp_path if whole_folder else tmp_path / name)
    c, teams, sql = sorted(found.skills, key=lambda skill: skill.name)
    assert sql.aliases == ("Structured query language", "SQL")
    assert sql.description == "Data base software, a hot technology in O*NET."
    assert (teams.aliases, teams.category) == (("Microsoft Teams",), "video-conferencing-software")
    assert (c.exact, bool(c.context), c.onet) == (("C",), True, "C")


def test_hot_technologies_alone(tmp_path: Path) -> None:
    (tmp_path / "Technology Skills.txt").write_text(TECHNOLOGY, encoding="utf-8")
    assert [skill.id for skill in import_skills("onet", tmp_path, hot_only=True).skills] == [
        "structured-query-language-sql"
    ]


@pytest.mark.parametrize(
    ("name", "aliases"),
    [
        ("Hypertext markup language HTML", ("Hypertext markup language", "HTML")),
        ("Amazon Web Services AWS software", ("Amazon Web Services AWS", "Amazon Web Services", "AWS")),
        ("Atlassian JIRA", ()),
        ("Bing for Power BI", ()),
    ],
)
def test_abbreviations_behind_a_name(name: str, aliases: tuple[str, ...], tmp_path: Path) -> None:
    head = TECHNOLOGY.split("\n")[0]
    (tmp_path / "Technology Skills.txt").write_text(f"{head}\n1\t{name}\t4\tSoftware\tN\tN\n", encoding="utf-8")
    assert import_skills("onet", tmp_path).skills[0].aliases == aliases


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Skills.txt").write_text("a\tb\n1\t2\n", encoding="utf-8")
    with pytest.raises(TaxonomyError, match="is missing, and so is"):
        import_skills("onet", tmp_path)


def test_the_whole_of_onet(shared: Path) -> None:
    found = import_skills("onet", shared / "data" / "taxonomies" / "onet")
    assert len(found.skills) > 8_700
