"""Floors of reading quality on the development documents; the figures are those of `benchmarks/eval_reading.py`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from skillmatch.documents import read

FLOORS = {
    "skill_lenient": 0.998,
    "heading_order": 0.95,
    "contiguity": 0.96,
    "in_section": 0.96,
    "contact": 0.97,
}


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_reading_stays_above_its_floors(suffix: str, shared: Path, tmp_path: Path) -> None:
    texts, truth = tmp_path / "texts", tmp_path / "truth"
    texts.mkdir()
    truth.mkdir()
    for path in sorted((shared / "data" / "pdfs").rglob(f"*.{suffix}")):
        if path.with_suffix(".json").exists():
            (texts / f"{path.stem}.txt").write_text(read(path).text, encoding="utf-8", newline="")
            (truth / f"{path.stem}.json").write_bytes(path.with_suffix(".json").read_bytes())
    command = [sys.executable, str(shared / "eval" / "reading_eval.py"), str(texts), str(truth), "--json"]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert {name: found[name] for name, floor in FLOORS.items() if found[name] < floor} == {}


def test_ordinary_documents_raise_hardly_any_false_alarm(shared: Path) -> None:
    paths = sorted((shared / "data" / "pdfs").glob("*.pdf"))
    alarms = [path.name for path in paths if any(warning.code == "hidden-text" for warning in read(path).warnings)]
    assert len(alarms) <= max(1, len(paths) // 100), alarms
