"""API keys: shown once, kept as hashes."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest

from skillmatch.errors import UsageError
from skillmatch.server.keys import Keys, find_key, hash_key, make_key


def test_a_made_key_is_known_by_its_name_and_stands_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    first, second = make_key("ats", path), make_key("bot", path)
    keys = Keys.load(path)
    assert (keys.name_of(first), keys.name_of(second)) == ("ats", "bot")
    assert keys.name_of(first + "x") is None
    assert keys.name_of("") is None
    assert first not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["ats", "a b", "", "x" * 65, "new\nline"])
def test_other_names_are_refused(tmp_path: Path, name: str) -> None:
    make_key("ats", tmp_path / "keys")
    with pytest.raises(UsageError):
        make_key(name, tmp_path / "keys")
    assert len((tmp_path / "keys").read_text().splitlines()) == 1


@pytest.mark.parametrize("content", ["", "# only a comment\n", "ats plain-text-key\n", "\xff"])
def test_files_without_hashes_are_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "keys").write_text(content, encoding="latin-1")
    with pytest.raises(UsageError, match="keys"):
        Keys.load(tmp_path / "keys")


@pytest.mark.parametrize(
    ("headers", "key"),
    [
        ({"x-api-key": "k"}, "k"),
        ({"authorization": "bearer  k"}, "k"),
        ({"authorization": "Basic " + base64.b64encode(b"me:k:l").decode()}, "k:l"),
        ({"authorization": "Basic %%%"}, ""),
        ({"authorization": "Digest k"}, ""),
        ({}, ""),
    ],
)
def test_keys_are_found_where_clients_put_them(headers: dict[str, str], key: str) -> None:
    assert find_key(headers) == key


def test_the_same_key_has_the_same_hash() -> None:
    assert hash_key("a") == hash_key("a") != hash_key("b")
