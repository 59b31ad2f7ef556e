"""Tests of the import of spaCy; each needs an interpreter of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


START = "import sys; from skillmatch.nlp.spacy_import import import_spacy; import_spacy(); import spacy; "


def test_command_line_is_not_loaded() -> None:
    assert run(START + "print([name for name in sys.modules if name.startswith(('spacy.cli', 'weasel'))])") == "[]"


@pytest.mark.parametrize(
    "use",
    [
        "print(spacy.cli.download.__module__)",
        "import spacy.cli; print(spacy.cli.download.__module__)",
        "from spacy.cli import download; print(download.__module__)",
    ],
)
def test_command_line_is_there_when_asked_for(use: str) -> None:
    assert run(START + use) == "spacy.cli.download"


def test_info_works() -> None:
    assert run(START + "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)") == "True"


def test_other_attributes_are_still_missing() -> None:
    assert run(START + "print(hasattr(spacy, 'no_such_thing'))") == "False"


def test_spacy_that_is_there_already_is_left_alone() -> None:
    assert run("import spacy; before = spacy.info; " + START + "print(spacy.info is before)") == "True"


def test_profiles_at_hand_need_no_spacy() -> None:
    assert run("import sys; from skillmatch import SkillMatcher; SkillMatcher(); print('spacy' in sys.modules)") == (
        "False"
    )
