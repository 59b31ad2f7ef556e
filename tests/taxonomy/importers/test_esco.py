"""ESCO in its layouts, whole and damaged."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy import Relation, Taxonomy
from skillmatch.taxonomy.files import write_taxonomy
from skillmatch.taxonomy.importers import import_skills

URI = "http://data.europa.eu/esco/skill/"
SKILLS = f"""conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description
KnowledgeSkillCompetence,{URI}1,knowledge,sector-specific,Haskell (computer programming),"Haskell techniques
haskell-techniques",,released,"A functional language. It is lazy."
KnowledgeSkillCompetence,{URI}2,skill/competence,transversal,show initiative,"take the lead
Haskell techniques",,released,
KnowledgeSkillCompetence,{URI}3,knowledge,,computer programming,,,released,
KnowledgeSkillCompetence,{URI}4,knowledge,,gone for good,,,obsoleted,
"""
COLLECTION = f"""conceptType,conceptUri,preferredLabel,status,altLabels,description,broaderConceptUri
KnowledgeSkillCompetence,{URI}1,Haskell (computer programming),released,lazy Haskell | pure Haskell,,{URI}3
"""
BROADER = f"conceptType,conceptUri,broaderType,broaderUri\nx,{URI}1,x,{URI}3\nx,{URI}2,SkillGroup,{URI}T\n"
BROADER_LABELLED = (
    "conceptType,conceptUri,conceptLabel,broaderType,broaderUri,broaderLabel\n"
    f"x,{URI}1,Haskell,x,{URI}3,programming\nx,{URI}2,show initiative,SkillGroup,{URI}T,transversal\n"
)
RELATED = (
    "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n"
    f"{URI}1,knowledge,essential,knowledge,{URI}2\n{URI}1,knowledge,optional,knowledge,{URI}9\n"
)
HIERARCHY = (
    "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 3 URI\n"
    f"{URI}T,transversal skills and competences,,,,\n"
)
V11 = {
    "broaderRelationsSkillPillar.csv": BROADER,
    "skillSkillRelations.csv": RELATED,
    "skillsHierarchy_en.csv": HIERARCHY,
}
V12 = {
    "broaderRelationsSkillPillar_en.csv": BROADER_LABELLED,
    "skillSkillRelations_en.csv": RELATED,
    "skillsHierarchy_en.csv": HIERARCHY,
    "digitalSkillsCollection_en.csv": COLLECTION,
}


def folder(place: Path, files: dict[str, str]) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def packed(place: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(place / "esco.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(f"ESCO dataset/{name}", "\ufeff" + text)
    return place / "esco.zip"


@pytest.mark.parametrize("layout", [V11, V12], ids=["v1.1", "v1.2"])
@pytest.mark.parametrize("make", [folder, packed])
def test_layouts_and_containers_give_the_same_skills(layout: dict[str, str], make, tmp_path: Path) -> None:
    found = import_skills("esco", make(tmp_path, {"skills_en.csv": SKILLS, **layout}))
    haskell, initiative, programming = sorted(found.skills, key=lambda skill: skill.esco or "")
    assert (haskell.id, haskell.type) == ("haskell-computer-programming", "language")
    assert (haskell.exact, haskell.context) == (("Haskell",), ("computer", "programming"))
    assert haskell.aliases[0] == "Haskell techniques"
    assert haskell.description == "A functional language."
    assert haskell.broader == (programming.id,)
    assert haskell.related == (Relation(id="show-initiative", weight=0.3, reason="transferable"),)
    assert (initiative.type, initiative.category) == ("soft", "transversal-skills-and-competences")
    assert initiative.aliases == ("take the lead",)
    assert found.notes == ("1 labels left out: another skill has them, or they have no letter",)


def test_labels_of_a_collection_are_parted_by_bars(tmp_path: Path) -> None:
    found = import_skills("esco", folder(tmp_path, {"digitalSkillsCollection_en.csv": COLLECTION}))
    assert found.skills[0].aliases == ("lazy Haskell", "pure Haskell")


def test_what_was_imported_loads_from_file_and_folder(tmp_path: Path) -> None:
    found = import_skills("esco", folder(tmp_path / "source", {"skills_en.csv": SKILLS, **V12}))
    for target in (tmp_path / "esco.toml", tmp_path / "out"):
        write_taxonomy(target, found.skills, name=found.name, version="1", head=found.head)
        assert len(Taxonomy.load(target)) == 3
    assert (tmp_path / "esco.toml").read_text().startswith("# This service uses the ESCO classification")


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    folder(tmp_path, {"skills_en.csv": SKILLS.replace("altLabels", "other"), "skillSkillRelations.csv": "a,b\n"})
    (tmp_path / "broaderRelationsSkillPillar.csv").write_bytes(b"conceptUri,broaderUri\nx,caf\xe9\n")
    with pytest.raises(TaxonomyError) as caught:
        import_skills("esco", tmp_path)
    text = str(caught.value)
    assert "3 problems" in text
    assert "skills_en.csv: has no column 'altLabels'" in text
    assert "broaderRelationsSkillPillar.csv:2: is not UTF-8" in text
    assert "skillSkillRelations.csv: has no column 'originalSkillUri'" in text


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_truncated_zip_is_refused(keep: float, tmp_path: Path) -> None:
    path = packed(tmp_path, {"skills_en.csv": SKILLS * 50})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    with pytest.raises(TaxonomyError, match="not a whole zip file"):
        import_skills("esco", path)


def test_a_zip_with_damaged_content_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path, {"skills_en.csv": SKILLS})
    path.write_bytes(path.read_bytes().replace(b"Haskell", b"Hoskell", 1))
    with pytest.raises(TaxonomyError, match="damaged"):
        import_skills("esco", path)


def test_a_folder_without_skills_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TaxonomyError, match=r"skills_en\.csv: is missing"):
        import_skills("esco", tmp_path)


def test_the_whole_of_esco(shared: Path) -> None:
    found = import_skills("esco", shared / "data" / "taxonomies" / "esco-1.2.0")
    assert len(found.skills) >= 13_144
    assert len({skill.id for skill in found.skills}) == len(found.skills)
    assert sum(len(skill.aliases) for skill in found.skills) > 90_000
