"""A taxonomy that was read once comes back the same, and any change of its files is seen."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy import Taxonomy, load
from skillmatch.taxonomy.compiled import fingerprint_files, from_rows, to_rows

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """Return the places whose files were parsed; the cache is empty at first."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    places: list[Path] = []
    read = load.read_taxonomy
    monkeypatch.setattr(load, "read_taxonomy", lambda place: [places.append(place), read(place)][1])
    return places


def test_rows_hold_all_of_every_shipped_skill() -> None:
    skills = list(Taxonomy.default().stated)
    assert from_rows(json.loads(json.dumps(to_rows(skills)))) == skills


def test_second_load_parses_nothing_and_gives_the_same(base: Path, write: Write, parsed: list[Path]) -> None:
    mine = write("mine.toml", '[[skill]]\nid = "go"\nretired = true\nreplaced_by = "rust"\n')
    first = Taxonomy.load(base, mine)
    assert parsed == [base, mine]
    again = Taxonomy.load(base, mine)
    assert parsed == [base, mine]
    assert (again.stated, list(again), again.ref) == (first.stated, list(first), first.ref)
    assert again.related == first.related
    assert again.fingerprint == Taxonomy(again.stated).fingerprint


def test_order_of_layers_matters(base: Path, write: Write) -> None:
    one = write("one.toml", '[[skill]]\nid = "go"\nname = "One"\n')
    two = write("two.toml", '[[skill]]\nid = "go"\nname = "Two"\n')
    assert Taxonomy.load(base, one, two)["go"].name == "Two"
    assert Taxonomy.load(base, two, one)["go"].name == "One"


def test_changed_file_is_read_anew(base: Path) -> None:
    Taxonomy.load(base)
    file = base / "languages.toml"
    stamp = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace('"Rust"', '"Rost"'), encoding="utf-8")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert Taxonomy.load(base)["rust"].name == "Rost"


def test_names_are_part_of_what_was_read(base: Path, tmp_path: Path) -> None:
    before = fingerprint_files([base])
    assert fingerprint_files([base.rename(tmp_path / "other")]) != before


def test_wrong_files_are_never_kept(base: Path, write: Write) -> None:
    wrong = write("wrong.toml", '[[skill]]\nid = "go"\ntype = "thing"\n')
    for _ in range(2):
        with pytest.raises(TaxonomyError, match="type must be one of"):
            Taxonomy.load(base, wrong)


def test_files_that_cannot_be_read_have_no_fingerprint(tmp_path: Path) -> None:
    assert fingerprint_files([tmp_path / "none.toml"]) is None
