"""Skills as tables and back, and as SKOS."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.errors import UsageError
from skillmatch.taxonomy import Relation, Skill, Taxonomy
from skillmatch.taxonomy.importers import import_skills
from skillmatch.taxonomy.skos import to_turtle
from skillmatch.taxonomy.table import to_csv, to_xlsx

RICH = Skill(
    id="go", name="Go", type="language", category="two words", description='Says "hi", =1+1',
    aliases=("golang", "go lang"),
    exact=("Go",), context=("backend",), unless=("go to",), broader=("code",), implies=("code",),
    related=(Relation(id="code", weight=0.35, reason="same-family"),), since=2009, esco="http://e/1", onet="Go",
)  # fmt: skip
SKILLS = [
    RICH,
    Skill(
        id="code",
        name="=Code",
        type="concept",
        category="-x",
        aliases=("@code", "'quoted"),
        retired=True,
        replaced_by="go",
    ),
]


@pytest.mark.parametrize(("format", "write"), [("csv", to_csv), ("xlsx", to_xlsx)])
def test_a_table_gives_back_every_skill(format: str, write, tmp_path: Path) -> None:
    path = tmp_path / f"skills.{format}"
    path.write_bytes(write(SKILLS))
    assert list(import_skills(format, path).skills) == SKILLS


def test_the_shipped_taxonomy_survives_a_table(tmp_path: Path) -> None:
    taxonomy = Taxonomy.default()
    (tmp_path / "all.csv").write_bytes(to_csv(taxonomy))
    assert Taxonomy(import_skills("csv", tmp_path / "all.csv").skills).fingerprint == taxonomy.fingerprint


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="|"), min_size=1))
def test_any_name_survives_a_table(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("t") / "t.csv"
    path.write_bytes(to_csv([Skill(id="a", name=name, type="tool", category="c", aliases=(name,))]))
    assert [(skill.name, skill.aliases) for skill in import_skills("csv", path).skills] == [(name, (name,))]


def test_no_cell_is_a_formula() -> None:
    cells = to_csv(SKILLS).decode("utf-8-sig").split("\r\n")[2].split(",")
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_an_item_with_the_separator_is_refused() -> None:
    with pytest.raises(UsageError, match="parts the items"):
        to_csv([Skill(id="a", name="A1", type="tool", category="c", aliases=("x|y",))])


def test_turtle_is_read_by_an_rdf_library() -> None:
    rdflib = pytest.importorskip("rdflib", reason="needs rdflib, of the extra test")
    strange = Skill(id="s", name='A "quoted" \\ name\n\x7f', type="tool", category="c", implies=("go",))
    graph = rdflib.Graph().parse(data=to_turtle(Taxonomy([*SKILLS, strange])), format="turtle")
    skos = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
    go = rdflib.URIRef("urn:skillmatch:skill:go")
    assert len(set(graph.subjects(rdflib.RDF.type, skos.Concept))) == 3
    assert {str(label) for label in graph.objects(go, skos.altLabel)} == {"golang", "go lang"}
    assert list(graph.objects(go, skos.broader)) == [rdflib.URIRef("urn:skillmatch:skill:code")]
    assert list(graph.objects(go, skos.related)) == []
    assert str(graph.value(rdflib.URIRef("urn:skillmatch:skill:s"), skos.prefLabel)) == strange.name
