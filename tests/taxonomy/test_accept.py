"""Merging reviewed proposals: into the right file, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from skillmatch.errors import TaxonomyError, UsageError
from skillmatch.taxonomy import Taxonomy
from skillmatch.taxonomy.accept import accept_proposals
from skillmatch.taxonomy.evidence import DocumentEvidence
from skillmatch.taxonomy.format import format_file
from skillmatch.taxonomy.proposals import Proposal, format_proposals, read_proposals

Write = Callable[..., Path]

ZIG = Proposal(name="Zig", id="zig", category="languages", type="language", accept=True, count=3, rules=("form",))
GOLANG = Proposal(name="Go lang", id="go-lang", category="x", type="tool", alias_of="go", accept=True, similar="golang")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def test_a_proposals_file_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    seen = [
        DocumentEvidence(name="a.txt", sha256="0", skills={"go": 2, "c-plus-plus": 1}),
        DocumentEvidence(name="b", sha256="1", skills={}),
    ]
    path.write_text(format_proposals([ZIG, GOLANG], seen, source="t 1"), encoding="utf-8")
    assert read_proposals(path) == (ZIG, GOLANG)
    assert 'skills = { "c-plus-plus" = 1, "go" = 2 }' in path.read_text()


def test_every_problem_of_a_proposals_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text(
        'schema = 1\n[[proposal]]\nname = "A"\naccepted = true\n\n[[proposal]]\naccept = 1\n', encoding="utf-8"
    )
    with pytest.raises(TaxonomyError) as caught:
        read_proposals(path)
    text = str(caught.value)
    assert f"{path}:2: proposal: unknown key accepted (did you mean accept?)" in text
    assert f"{path}:6: proposal: accept must be true or false" in text


def test_accepted_terms_enter_formatted(base: Path, tmp_path: Path) -> None:
    (base / "taxonomy.toml").write_text('name = "mine"\nversion = "1"\n')
    done = accept_proposals([ZIG, GOLANG, replace(ZIG, id="no", accept=False)], base)
    taxonomy = Taxonomy.load(base)
    assert (done.skills, done.aliases) == (1, 1)
    assert taxonomy["go"].aliases == ("golang", "Go lang")
    assert taxonomy["zig"].type == "language"
    assert "no" not in taxonomy
    assert format_file(base / "languages.toml") == (base / "languages.toml").read_text()


def test_a_folder_of_additions_gets_short_entries(base: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    accept_proposals([ZIG, GOLANG], mine, base=[base])
    assert '[[skill]]\nid = "go"\naliases = ["Go lang"]\n' in (mine / "languages.toml").read_text()
    assert Taxonomy.load(base, mine)["go"].aliases == ("golang", "Go lang")
    accept_proposals([replace(ZIG, name="Odin", id="odin")], mine, base=[base])
    assert {"zig", "odin"} <= {skill.id for skill in Taxonomy.load(base, mine)}


@pytest.mark.parametrize(
    "clash",
    [
        replace(ZIG, name="golang"),
        replace(ZIG, id="go"),
        replace(ZIG, id="Not An Id"),
        replace(GOLANG, alias_of="nothing"),
        replace(GOLANG, name="rust"),
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_collisions_are_refused_and_nothing_is_written(
    clash: Proposal, alone: bool, base: Path, tmp_path: Path
) -> None:
    if alone:
        (base / "taxonomy.toml").write_text('name = "mine"\n')
    folder = base if alone else tmp_path / "mine"
    before = contents(folder)
    with pytest.raises(TaxonomyError, match="nothing was written"):
        accept_proposals([replace(ZIG, name="Odin", id="odin"), clash], folder, base=[base])
    assert contents(folder) == before


def test_nothing_accepted_is_told(base: Path) -> None:
    with pytest.raises(UsageError, match="accept = true"):
        accept_proposals([replace(ZIG, accept=False)], base)
