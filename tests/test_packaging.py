"""What is on disk is what is installed: packages, their data, and extras."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import tomli

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "skillmatch"


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def folders() -> dict[str, Path]:
    """Return the folder of each package of ours."""
    found = {".".join(it.parent.relative_to(SOURCE.parent).parts): it.parent for it in SOURCE.rglob("__init__.py")}
    return {**found, "skillmatch.taxonomy_data": ROOT / "taxonomy"}


def test_every_package_is_installed(project: dict[str, Any]) -> None:
    assert sorted(project["tool"]["setuptools"]["packages"]) == sorted(folders())


def test_every_data_file_is_installed(project: dict[str, Any]) -> None:
    patterns = project["tool"]["setuptools"]["package-data"]
    left_out = [
        f"{package}: {file.name}"
        for package, folder in folders().items()
        for file in folder.iterdir()
        if file.is_file() and file.suffix not in (".py", ".pyc")
        if not any(file.match(pattern) for pattern in patterns.get(package, ()))
    ]
    assert left_out == []


def test_the_extra_all_has_every_extra_for_users(project: dict[str, Any]) -> None:
    extras = project["project"]["optional-dependencies"]
    together = set(extras["all"])
    for line in extras["all"]:
        for name in re.findall(r"[a-z]+", line.partition("[")[2]):
            together.update(extras[name])
    for name in extras.keys() - {"all", "test", "dev"}:
        assert set(extras[name]) <= together, name
