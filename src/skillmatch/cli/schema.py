"""`skillmatch schema`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from skillmatch.cli.options import Out, write_out
from skillmatch.errors import MissingExtraError


def schema(
    openapi: Annotated[bool, typer.Option("--openapi", help="The OpenAPI document of the service instead.")] = False,
    output: Out = None,
) -> None:
    """Print the JSON Schema of all JSON output.

    Example: skillmatch schema -o schema.json
    """
    if openapi:
        write_out(iter([_openapi()]), output)
        return
    from skillmatch.schema import format_schema

    write_out(iter([format_schema()]), output)


def _openapi() -> str:
    """Return the OpenAPI document; no skill stands in it, so that it needs none."""
    try:
        from skillmatch.server.app import create_app
    except ImportError as error:
        raise MissingExtraError("the service needs FastAPI: pip install 'skillmatch[server]'") from error
    from skillmatch.matcher import SkillMatcher
    from skillmatch.taxonomy import Taxonomy

    document = create_app(SkillMatcher(Taxonomy([]))).openapi()
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
