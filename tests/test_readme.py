"""Every command of the README runs, and prints what the README shows.

After a change of output, ``python tests/test_readme.py`` writes the README anew; review the difference.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONSOLE = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$", re.M | re.S)
PYTHON = re.compile(r"^```python\n(?P<code>.*?)^```$(?:\n\n```text\n(?P<output>.*?)^```$)?", re.M | re.S)
WIDEST = 400  # a line of JSON is shown up to here


def run(arguments: list[str], folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, env={**os.environ, "PATH": path})
    assert done.returncode == 0, done.stderr
    return "".join(f"{clip(line.rstrip())}\n" for line in done.stdout.splitlines())


def clip(line: str) -> str:
    return line if len(line) <= WIDEST else line[:WIDEST] + " ..."


def workplace(folder: Path) -> Path:
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "out").mkdir()
    return folder


def refreshed(text: str, folder: Path) -> str:
    """Return the README with the output of every command as it is now."""

    def console(found: re.Match[str]) -> str:
        return f"```console\n$ {found['command']}\n{run(found['command'].split(), folder)}```"

    def python(found: re.Match[str]) -> str:
        return f"```python\n{found['code']}```\n\n```text\n{run([sys.executable, '-c', found['code']], folder)}```"

    return PYTHON.sub(python, CONSOLE.sub(console, text))


def test_commands_print_what_the_readme_shows(tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    assert refreshed(text, workplace(tmp_path)) == text, "run: python tests/test_readme.py"


def test_set_up_commands_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^make (\w+)$", README.read_text(encoding="utf-8"), re.M)
    assert targets == ["demo", "test"]
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.M)
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", ["library_use.py", "batch_match.py"])
def test_example_scripts_run(script: str, tmp_path: Path) -> None:
    place = workplace(tmp_path)
    arguments = ["examples/jobs", "examples/resumes", "out"] if script == "batch_match.py" else []
    printed = run([sys.executable, f"examples/{script}", *arguments], place)
    assert ".pdf" in printed


def test_example_documents_are_those_of_the_script(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "examples" / "make_examples.py", tmp_path], check=True)
    committed = sorted(path.name for path in (ROOT / "examples" / "resumes").iterdir())
    assert sorted(path.name for path in tmp_path.iterdir()) == committed
    assert len(committed) >= 10


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as temporary:
        README.write_text(refreshed(README.read_text(encoding="utf-8"), workplace(Path(temporary))), encoding="utf-8")
