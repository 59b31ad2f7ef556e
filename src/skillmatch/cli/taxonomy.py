"""`skillmatch taxonomy`: the taxonomy as code."""

from __future__ import annotations

import typer

taxonomy_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Look into the taxonomy, check and edit it."
)
