"""A small taxonomy on disk, and a way to write others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]

BASE = """
[[skill]]
id = "go"
name = "Go"
type = "language"
aliases = ["golang"]
exact = ["Go"]
context = ["backend"]

[[skill]]
id = "rust"
name = "Rust"
type = "language"
related = [{ id = "go", weight = 0.4, reason = "alternative" }]
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, body: str, *, category: str = "languages") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'schema = 1\ncategory = "{category}"\n{body}', encoding="utf-8")
        return path

    return write


@pytest.fixture
def base(write: Write) -> Path:
    return write("base/languages.toml", BASE).parent
