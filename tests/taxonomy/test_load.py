"""Loading: layers, retired skills, fingerprints, and one error that lists every problem."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy import Relation, Skill, Taxonomy

Write = Callable[..., Path]


def problems(*paths: Path) -> list[str]:
    with pytest.raises(TaxonomyError) as caught:
        Taxonomy.load(*paths)
    return str(caught.value).split("\n")[1:]


def test_a_later_taxonomy_adds_aliases_without_restating_the_skill(base: Path, write: Write) -> None:
    mine = write("mine.toml", '[[skill]]\nid = "go"\naliases = ["go lang"]\n', category="anything")
    go = Taxonomy.load(base, mine)["go"]
    assert go.aliases == ("golang", "go lang")
    assert (go.name, go.exact, go.category) == ("Go", ("Go",), "languages")


def test_a_later_taxonomy_replaces_single_values_and_removes_items(base: Path, write: Write) -> None:
    mine = write("mine.toml", '[[skill]]\nid = "go"\nname = "Golang (Go)"\nremove = ["golang", "backend"]\n')
    go = Taxonomy.load(base, mine)["go"]
    assert (go.name, go.aliases, go.context) == ("Golang (Go)", (), ())


def test_a_later_relation_takes_the_place_of_the_earlier_one(base: Path, write: Write) -> None:
    mine = write(
        "mine.toml", '[[skill]]\nid = "rust"\nrelated = [{ id = "go", weight = 0.7, reason = "transferable" }]'
    )
    assert Taxonomy.load(base, mine)["rust"].related == (Relation(id="go", weight=0.7, reason="transferable"),)


def test_an_alias_moves_when_the_same_taxonomy_takes_it_off_its_owner(base: Path, write: Write) -> None:
    moved = '[[skill]]\nid = "go"\nremove = ["golang"]\n[[skill]]\nid = "rust"\naliases = ["golang"]\n'
    assert Taxonomy.load(base, write("mine.toml", moved))["rust"].aliases == ("golang",)


def test_a_retired_skill_stays_but_is_not_looked_for(base: Path, write: Write) -> None:
    taxonomy = Taxonomy.load(base, write("mine.toml", '[[skill]]\nid = "go"\nretired = true\n'))
    assert "go" in taxonomy
    assert [skill.id for skill in taxonomy] == ["rust"]


def test_the_forms_of_a_replaced_skill_count_for_its_successor(base: Path, write: Write) -> None:
    taxonomy = Taxonomy.load(base, write("mine.toml", '[[skill]]\nid = "go"\nretired = true\nreplaced_by = "rust"\n'))
    [rust] = taxonomy
    assert rust == taxonomy["rust"]
    assert (rust.aliases, rust.exact, rust.context) == (("golang",), ("Go",), ("backend",))


def test_successors_in_a_circle_are_just_retired() -> None:
    old = Skill(id="a", name="A1", type="tool", category="c", retired=True, replaced_by="b")
    assert list(Taxonomy([old, dataclasses.replace(old, id="b", replaced_by="a")])) == []


def test_names_of_layers_are_joined(base: Path, write: Write) -> None:
    assert Taxonomy.load(base, write("mine.toml", "")).name == "base+mine"


def test_default_can_be_a_layer(write: Write) -> None:
    mine = write("mine.toml", '[[skill]]\nid = "house-skill"\nname = "Frobnication Suite"\ntype = "tool"\n')
    assert len(Taxonomy.load("default", mine)) == len(Taxonomy.default()) + 1


def test_every_problem_is_listed_with_file_line_and_skill(base: Path, write: Write) -> None:
    (base / "broken.toml").write_text("schema = 1\nx = \n", encoding="utf-8")
    (base / "latin.toml").write_bytes(b'schema = 1\ncategory = "caf\xe9"\n')
    mine = write(
        "mine.toml",
        '[[skill]]\nid = "rust"\naliases = ["golang", "..."]\nimplies = ["nothing"]\nalias = ["x"]\n'
        '[[skill]]\nid = "new"\naliases = ["new one"]\n'
        '[[skill]]\nid = "go"\naliases = ["rust"]\nbroader = ["nothing"]\nremove = ["gone"]\n',
    )
    found = problems(base, mine)
    assert found == [
        f"{base / 'broken.toml'}: file: is not valid TOML: Invalid value (at line 2, column 5)",
        f"{base / 'latin.toml'}: file: is not UTF-8 (line 2): save it as UTF-8",
        f"{mine}:4: rust: unknown key alias (did you mean aliases?)",
        f"{mine}:9: new: name is missing (no earlier taxonomy has this skill)",
        f"{mine}:9: new: type is missing (no earlier taxonomy has this skill)",
        f"{mine}:12: go: remove names 'gone', which no list of this skill holds",
        f"{mine}:12: go: broader names the unknown skill nothing",
        f"{mine}:12: go: form 'rust' also belongs to rust in languages.toml",
    ]


def test_a_clash_is_laid_to_the_later_taxonomy(base: Path, write: Write) -> None:
    mine = write("mine.toml", '[[skill]]\nid = "go"\naliases = ["rust"]\n')
    assert problems(base, mine) == [f"{mine}:4: go: form 'rust' also belongs to rust in languages.toml"]


def test_all_circles_are_found(write: Write) -> None:
    links = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")]
    body = "".join(f'[[skill]]\nid = "{a}"\nname = "{a}1"\ntype = "tool"\nimplies = ["{b}"]\n' for a, b in links)
    found = [line.split(": ", 2)[2] for line in problems(write("c.toml", body))]
    assert sorted(line.split(": ")[1].split(" -> ")[0] for line in found) in (
        ["a", "c"],
        ["a", "d"],
        ["b", "c"],
        ["b", "d"],
    )


def test_exact_forms_may_differ_in_case_alone(write: Write) -> None:
    body = '[[skill]]\nid = "{}"\nname = "{}"\ntype = "tool"\nexact = ["{}"]\n'
    assert (
        len(Taxonomy.load(write("ok.toml", body.format("a", "LeSS", "LeSS") + body.format("b", "Less", "Less")))) == 2
    )
    assert len(problems(write("no.toml", body.format("a", "Less", "Less") + body.format("b", "Lss", "Less")))) == 1


def test_fingerprint_tells_content_and_nothing_else(base: Path, write: Write) -> None:
    one = Taxonomy.load(base)
    assert one.fingerprint == Taxonomy(reversed(list(one)), name="other").fingerprint
    assert one.fingerprint == pickle.loads(pickle.dumps(one)).fingerprint
    changed = Taxonomy.load(base, write("mine.toml", '[[skill]]\nid = "go"\ncontext = ["gin"]\n'))
    assert one.fingerprint != changed.fingerprint


def test_relations_are_known_from_both_ends(base: Path) -> None:
    taxonomy = Taxonomy.load(base)
    assert taxonomy.related["go"]["rust"].weight == taxonomy.related["rust"]["go"].weight == 0.4


def test_extraction_finds_the_successor_of_a_retired_skill(base: Path, write: Write) -> None:
    from skillmatch.nlp import build_pipeline

    mine = write("mine.toml", '[[skill]]\nid = "go"\nretired = true\nreplaced_by = "rust"\n')
    doc = build_pipeline(Taxonomy.load(base, mine))("Skills: golang")
    assert [span.id_ for span in doc.spans["skills"]] == ["rust"]
    mine = write("mine.toml", '[[skill]]\nid = "go"\nretired = true\n')
    assert not build_pipeline(Taxonomy.load(base, mine))("Skills: golang").spans["skills"]


def test_what_implies_a_skill_is_known_from_both_ends() -> None:
    kinds = {"type": "tool", "category": "c"}
    skills = [
        Skill(id="a", name="A", implies=("b",), **kinds),
        Skill(id="b", name="B", broader=("c",), **kinds),
        Skill(id="c", name="C", **kinds),
    ]
    assert dict(Taxonomy(skills).implying) == {"b": ("a",), "c": ("a", "b")}
