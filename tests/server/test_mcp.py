"""MCP: an assistant's view, through the SDK's own client."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.server.conftest import JOB, RESUME, build_matcher

mcp = pytest.importorskip("mcp", reason="needs the extra mcp")

Asking = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two resumes, a link that leads out, and a secret beside it."""
    base = tmp_path_factory.mktemp("mcp")
    allowed = base / "resumes"
    allowed.mkdir()
    (allowed / "ada.txt").write_text(RESUME)
    (allowed / "bob.txt").write_text("Skills: Docker")
    (base / "secret.txt").write_text("Skills: SQL")
    (allowed / "link.txt").symlink_to(base / "secret.txt")
    return allowed


@pytest.fixture(scope="module")
def ask(importable: None, folder: Path):
    """Return what calls a tool and gives its structured answer, or its error as text."""
    from skillmatch.server.limits import Limits
    from skillmatch.server.mcp import create_server

    server = create_server(build_matcher(), [folder], Limits(workers=1, max_documents=3))
    loop = asyncio.new_event_loop()
    ready, stop = loop.create_future(), asyncio.Event()

    async def hold() -> None:  # the client must be left in the task that entered it
        async with mcp.Client(server) as client:
            ready.set_result(client)
            await stop.wait()

    holding = loop.create_task(hold())
    client = loop.run_until_complete(ready)

    def call(tool: str | None = None, **arguments: Any) -> Any:
        if tool is None:
            return loop.run_until_complete(client.list_tools()).tools
        done = loop.run_until_complete(client.call_tool(tool, arguments))
        return {"error": done.content[0].text} if done.is_error else done.structured_content

    yield call
    stop.set()
    loop.run_until_complete(holding)
    loop.close()


def test_every_tool_is_typed_and_explained(ask: Asking) -> None:
    tools = {tool.name: tool for tool in ask()}
    assert tools.keys() == {"extract_skills", "match_resumes", "explain_gaps", "search_skills", "get_skill"}
    for tool in tools.values():
        assert tool.description
        assert tool.input_schema["type"] == "object"
        assert tool.output_schema is not None


def test_skills_of_a_text(ask: Asking) -> None:
    found = ask("extract_skills", documents=[{"text": RESUME, "id": "ada"}])
    [document] = found["documents"]
    assert document["document_id"] == "ada"
    assert {(skill["name"], tuple(skill["found_as"])) for skill in document["skills"]} == {
        ("Python", ("Python",)),
        ("SQL", ("SQL",)),
    }


def test_a_folder_is_ranked(ask: Asking, folder: Path) -> None:
    found = ask("match_resumes", jobs=[{"text": JOB}], resumes=[{"path": str(folder)}], top=1)
    assert found["resumes"] == 2
    assert [row["document_id"] for row in found["ranking"]] == ["ada.txt"]
    assert "Python" in found["ranking"][0]["met"]


def test_a_pair_is_explained(ask: Asking) -> None:
    match = ask("explain_gaps", job={"text": JOB}, resume={"path": "ada.txt"})["match"]
    assert {asked["name"] for asked in match["requirements"]} == {"Python", "SQL"}
    assert sum(part["contribution"] for part in match["parts"]) == pytest.approx(match["score"])


def test_the_taxonomy_is_searched(ask: Asking) -> None:
    assert ask("search_skills", query="pyhton")["skills"][0]["skill"]["id"] == "python"
    assert ask("get_skill", skill_id="docker")["skill"]["name"] == "Docker"


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/passwd", "link.txt", "nowhere", "~", "a\x00b"])
def test_other_files_are_not_read(ask: Asking, path: str) -> None:
    error = ask("extract_skills", documents=[{"path": path}])["error"]
    assert "usage" in error or "no-documents" in error
    assert "SQL" not in error


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"documents": []}, "at least 1"),
        ({"documents": [{}]}, "either the text or the path"),
        ({"documents": [{"text": "a", "path": "b"}]}, "either the text or the path"),
        ({"documents": [{"text": "a"}] * 4}, "too-many"),
        ({"documents": [{"text": "a"}], "kind": "cv"}, "kind"),
    ],
)
def test_mistakes_are_told(ask: Asking, arguments: dict[str, Any], said: str) -> None:
    assert said in ask("extract_skills", **arguments)["error"]


def test_unknown_skills_are_told(ask: Asking) -> None:
    assert "no-such-skill" in ask("get_skill", skill_id="../x")["error"]
