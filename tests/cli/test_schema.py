"""`skillmatch schema`: the contract for other tools."""

from __future__ import annotations

import json
from importlib.metadata import version

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from skillmatch.cli import app
from skillmatch.schema import format_schema


def test_the_schema_is_printed_and_sound() -> None:
    done = CliRunner().invoke(app, ["schema"])
    assert done.exit_code == 0
    assert done.stdout == format_schema()
    Draft202012Validator.check_schema(json.loads(done.stdout))


def test_help_has_an_example() -> None:
    assert "Example: skillmatch schema" in CliRunner().invoke(app, ["schema", "--help"]).stdout


def test_the_openapi_document_is_printed_without_a_service() -> None:
    pytest.importorskip("fastapi", reason="needs the extra server")
    done = CliRunner().invoke(app, ["schema", "--openapi"])
    document = json.loads(done.stdout)
    assert document["info"]["version"] == version("skillmatch")
    assert {"/v1/extract", "/v1/match", "/v1/gaps", "/v1/exchange"} <= document["paths"].keys()
