"""The command line: thin callers of the library.

Results go to standard output, messages and progress to standard error. Exit status: 0 all good,
1 some documents failed, 2 wrong use.
"""

from __future__ import annotations

import os
import sys

import typer

from skillmatch.cli.advert import letter, lint
from skillmatch.cli.documents import extract, read
from skillmatch.cli.learning import evaluate, train
from skillmatch.cli.match import gaps, match
from skillmatch.cli.pool import pool_app
from skillmatch.cli.schema import schema
from skillmatch.cli.scoring import fit, matrix, tune, verify
from skillmatch.cli.serve import key, mcp, serve
from skillmatch.cli.taxonomy import taxonomy_app
from skillmatch.cli.trust import trust_app
from skillmatch.errors import SkillmatchError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Match resumes to jobs: skills extracted, fit ranked and explained, gaps listed. Everything runs offline.",
    epilog="Example: skillmatch match job.txt resumes/ -o report.html",
)
app.command()(match)
app.command()(gaps)
app.command()(extract)
app.command()(read)
app.command()(train)
app.command()(evaluate)
app.command()(lint)
app.command()(letter)
app.command()(fit)
app.command()(tune)
app.command()(verify)
app.command()(matrix)
app.command()(schema)
app.command()(serve)
app.command()(key)
app.command()(mcp)
app.add_typer(pool_app, name="pool")
app.add_typer(taxonomy_app, name="taxonomy")
app.add_typer(trust_app, name="trust")


@app.callback(invoke_without_command=True)
def _options(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    if version:
        from importlib.metadata import version as version_of

        print(f"skillmatch {version_of('skillmatch')}")
        raise typer.Exit


def main() -> None:
    """Run the command line; an error of ours is one line on standard error."""
    try:
        _run()
    except BrokenPipeError:  # the reader of our output has gone, for example `head`: that is no failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _run() -> None:
    try:
        app()
    except SystemExit as status:
        if isinstance(status.__context__, BrokenPipeError):  # typer has made status 1 of it
            raise status.__context__ from None
        if sys.stdout is not None:
            sys.stdout.flush()  # so that a pipe that is closed is noticed here
        raise
    except SkillmatchError as error:
        print(f"skillmatch: {error.code}: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("skillmatch: stopped", file=sys.stderr)
        sys.exit(130)
