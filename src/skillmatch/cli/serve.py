"""`skillmatch serve`, `skillmatch key` and `skillmatch mcp`: for other tools."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Annotated

import typer

from skillmatch.cli.options import ModelFile, SettingsFile, Taxonomies, Workers, build_matcher, tell
from skillmatch.errors import MissingExtraError, UsageError

KeyFile = Annotated[Path, typer.Option("--keys", help="File of API keys, kept as hashes.")]

GRACE_S = 10  # for requests that are being worked on when the service is told to stop


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; one that others can reach needs --keys.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
    keys: Annotated[Path | None, typer.Option(help="Ask for a key of this file: see `skillmatch key`.")] = None,
    data: Annotated[Path | None, typer.Option(help="Folder of the pools; without it there are none.")] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="Another name under which the service may be addressed; repeat for more.")
    ] = None,
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    model: ModelFile = None,
) -> None:
    """Serve everything over HTTP, with a page for people at /.

    Example: skillmatch serve --port 8000
    """
    try:
        import uvicorn

        from skillmatch.server.app import create_app
        from skillmatch.server.keys import Keys
        from skillmatch.server.limits import Limits
    except ImportError as error:
        raise MissingExtraError("the service needs FastAPI: pip install 'skillmatch[server]'") from error
    if keys is None and not _is_own(host):
        raise UsageError(
            f"{host} can be reached by others: make a key with `skillmatch key NAME`, and give --keys FILE"
        )
    names = frozenset(name.lower() for name in allow_host or ())
    hosts = None if keys is not None and not names else Limits().hosts or frozenset()
    limits = Limits(workers=workers or None, data=data, hosts=None if hosts is None else hosts | names)
    app = create_app(build_matcher(taxonomy, settings, model=model), limits, None if keys is None else Keys.load(keys))
    tell(f"loading; then http://{host}:{port}/ (stop with Ctrl-C)")
    uvicorn.run(
        app,
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
    )


def key(
    name: Annotated[str, typer.Argument(help="Whose key it is: stands in the file beside the hash.")],
    keys: KeyFile = Path("skillmatch.keys"),
) -> None:
    """Make an API key, and print it this once.

    Example: skillmatch key ats --keys skillmatch.keys
    """
    from skillmatch.server.keys import make_key

    print(make_key(name, keys))
    tell(f"only its hash is in {keys}: keep the key itself somewhere safe")


def mcp(
    allow: Annotated[
        list[Path] | None, typer.Option("--allow", help="A folder whose files may be read; repeat for more.")
    ] = None,
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    model: ModelFile = None,
) -> None:
    """Serve the tools over MCP to an assistant that starts this command.

    Example: skillmatch mcp --allow resumes/
    """
    try:
        from skillmatch.server.limits import Limits
        from skillmatch.server.mcp import create_server
    except ImportError as error:
        raise MissingExtraError("MCP needs its SDK: pip install 'skillmatch[mcp]'") from error
    for folder in allow or ():
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such folder")
    create_server(build_matcher(taxonomy, settings, model=model), allow or (), Limits(workers=workers or None)).run(
        "stdio"
    )


def _is_own(host: str) -> bool:
    """Tell an address that only this machine can reach."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
