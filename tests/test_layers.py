"""Imports point one way; `import skillmatch` is light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "skillmatch"

# Who may import whom: every module imports only from layers before its own.
LAYERS = [
    {"errors"},
    {"models", "fingerprint", "kept"},
    {"toml", "guard"},
    {"settings", "schema"},
    {"taxonomy", "documents", "isolation"},
    {"nlp"},
    {"scoring"},
    {"matcher"},
    {"store"},
    {"run"},
    {"batch", "filling"},
    {"resumes"},
    {"discovery"},
    {"reports"},
    {"server"},
    {"trust"},
    {"distributed"},
    {"cli"},
    {"__main__"},
]
OWNERS = {"spacy": {"nlp"}, "sklearn": {"scoring"}, "pypdfium2": {"documents"}, "pdfminer": {"documents"}}
# `Report.write` is the one convenience that looks upward.
ALLOWED = {("models", "reports")}


def level(room: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if room in layer)


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return names


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_one_way(path: Path) -> None:
    room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "skillmatch" and len(parts) > 1:
            other = parts[1]
            if other == "taxonomy_data" or other == room or (room, other) in ALLOWED:
                continue
            assert level(other) < level(room), f"{room} imports {other}"
        elif parts[0] in OWNERS:
            assert room in OWNERS[parts[0]], f"{room} imports {parts[0]}"


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_import_loads_nothing_heavy() -> None:
    heavy = [
        "spacy",
        "sklearn",
        "numpy",
        "scipy",
        "pypdfium2",
        "pdfminer",
        "typer",
        "rich",
        "jinja2",
        "pydantic",
        "rapidfuzz",
    ]
    loaded = run(f"import sys, skillmatch; print([m for m in {heavy!r} if m in sys.modules])")
    assert loaded.strip() == "[]"


def test_texts_are_profiled_and_ranked_without_what_that_does_not_need() -> None:
    code = (
        "import sys; from skillmatch import SkillMatcher, read_bytes; matcher = SkillMatcher()\n"
        "text = read_bytes(b'Data engineer. Requirements: Python', document_id='job')\n"
        "job, cv = (matcher.profile(text, kind) for kind in ('job', 'resume')); matcher.rank(job, [cv])"
    )
    loaded = run(f"{code}\nprint([m for m in ['scipy', 'sklearn', 'pypdfium2', 'spacy.cli'] if m in sys.modules])")
    assert loaded.strip() == "[]"


def test_import_opens_no_file_but_modules() -> None:
    code = (
        "import sys\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, args: seen.append(str(args[0])) if event == 'open' else None)\n"
        "import skillmatch\n"
        "print([p for p in seen if not p.endswith(('.py', '.pyc'))])"
    )
    assert run(code).strip() == "[]"


def test_every_package_is_shipped() -> None:
    toml = (SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    for init in SOURCE.rglob("__init__.py"):
        name = ".".join(("skillmatch", *init.parent.relative_to(SOURCE).parts))
        assert f'"{name}"' in toml, f"{name} is missing from packages in pyproject.toml"


def test_public_names_can_be_imported() -> None:
    import skillmatch

    for name in skillmatch.__all__:
        assert getattr(skillmatch, name) is not None
