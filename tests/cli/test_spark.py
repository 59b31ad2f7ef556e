"""`skillmatch match --engine spark`: what is asked for wrongly. `tests/distributed` runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from skillmatch.cli import app
from skillmatch.errors import UsageError

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--engine", "spark"], "needs --profiles"),
        (["--engine", "spark", "--profiles", "t", "--texts", "-f", "html"], "goes without --pool, --blind, --texts"),
        (["--engine", "spark", "--profiles", "t", "--direction", "jobs"], "and --direction jobs"),
        (["--profiles", "t"], "go with --engine spark"),
        (["--master", "local"], "go with --engine spark"),
    ],
)
def test_options_that_make_no_sense_together_are_refused(options: list[str], message: str) -> None:
    result = CliRunner().invoke(app, ["match", str(EXAMPLES / "jobs"), str(EXAMPLES / "resumes"), *options])
    assert isinstance(result.exception, UsageError)
    assert message in str(result.exception)
