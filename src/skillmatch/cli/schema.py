"""`skillmatch schema`."""

from __future__ import annotations

from skillmatch.cli.options import Out, write_out


def schema(output: Out = None) -> None:
    """Print the JSON Schema of all JSON output.

    Example: skillmatch schema -o schema.json
    """
    from skillmatch.schema import format_schema

    write_out(iter([format_schema()]), output)
