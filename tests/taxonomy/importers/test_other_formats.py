"""Tables by hand, Lightcast JSON and rich skill descriptors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from skillmatch.errors import TaxonomyError, UsageError
from skillmatch.taxonomy import Skill
from skillmatch.taxonomy.importers import FORMATS, import_skills
from skillmatch.taxonomy.table import to_xlsx

LIGHTCAST = {
    "data": [
        {
            "id": "KS1",
            "name": "Python (Programming Language)",
            "type": {"name": "Specialized Skill"},
            "isSoftware": True,
        },
        {
            "id": "KS2",
            "name": "Rigging Tables",
            "type": {"name": "Specialized Skill"},
            "category": {"name": "Fish Farming"},
        },
        {"id": "KS3", "name": "Punctuality", "type": {"name": "Common Skill"}},
        {"id": "KS4", "name": "Certified Juggler", "type": {"name": "Certification"}},
    ]
}
RSD = (
    "Canonical URL,RSD Name,Authors,Skill Statement,Categories,Keywords,Alignment URL\n"
    "http://x/1,Review Code,Jo,Read changes of others. Comment them.,Software Craft; Other,git; diff,"
    "http://other/2; http://data.europa.eu/esco/skill/7\n"
)


def test_a_table_by_hand_needs_names_only(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("name;aliases\nFrob Suite;FrobS | Frob\n\nC#;\n", encoding="utf-8")
    frob, c_sharp = import_skills("csv", path).skills
    assert (frob.id, frob.type, frob.category, frob.aliases) == ("frob-suite", "concept", "house", ("FrobS", "Frob"))
    assert c_sharp.id == "c-sharp"


def test_every_row_with_problems_is_told(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text(
        "name,type,since,related\nA1,widget,,\nB1,tool,old,\nB1,tool,,x 2 near\n,tool,,\n", encoding="utf-8"
    )
    with pytest.raises(TaxonomyError) as caught:
        import_skills("csv", path)
    lines = [line.removeprefix(f"{path}:") for line in str(caught.value).split("\n")[1:]]
    assert [line.split(":")[0] for line in lines] == ["2", "3", "4", "4", "5"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("label,x\na,b\n", "has no column 'name'"),
        ("name,x\na,b,c\n", "more cells"),
        ('name\n"open\n', "not a whole table"),
    ],
)
def test_broken_tables_are_refused(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    with pytest.raises(TaxonomyError, match=message):
        import_skills("csv", tmp_path / "t.csv")


def test_lightcast_types(tmp_path: Path) -> None:
    (tmp_path / "l.json").write_text(json.dumps(LIGHTCAST))
    python, rigging, punctual, juggler = import_skills("lightcast", tmp_path / "l.json").skills
    assert [skill.type for skill in (python, rigging, punctual, juggler)] == [
        "language",
        "concept",
        "soft",
        "certification",
    ]
    assert python.exact == ("Python",)
    assert rigging.category == "fish-farming"


@pytest.mark.parametrize(
    ("text", "message"), [("{", "is not JSON"), ('{"a": 1}', "no list"), ('[{"id": 1}]', "object 1")]
)
def test_other_json_is_refused(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "l.json").write_text(text)
    with pytest.raises(TaxonomyError, match=message):
        import_skills("lightcast", tmp_path / "l.json")


def test_rich_skill_descriptors(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(RSD)
    [skill] = import_skills("rsd", tmp_path / "r.csv").skills
    assert (skill.name, skill.category, skill.aliases) == ("Review Code", "software-craft", ())
    assert skill.description == "Read changes of others."
    assert skill.esco == "http://data.europa.eu/esco/skill/7"


def test_unknown_formats_name_the_known(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="esco"):
        import_skills("pdf", tmp_path)


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_a_missing_source_is_told(format: str, tmp_path: Path) -> None:
    with pytest.raises(TaxonomyError, match="no such file"):
        import_skills(format, tmp_path / "nothing")


@pytest.mark.parametrize("keep", [0.0, 0.5, 0.95])
def test_a_truncated_workbook_is_refused(keep: float, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    data = to_xlsx([Skill(id="a", name="A1", type="tool", category="c")])
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(TaxonomyError, match="not a whole workbook"):
        import_skills("xlsx", path)
