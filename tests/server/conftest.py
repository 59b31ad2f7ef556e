"""One live service for all tests here, with a small taxonomy so that it starts quickly."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from skillmatch import Settings, SkillMatcher, Taxonomy
from skillmatch.settings import ReadingSettings
from skillmatch.taxonomy.skill import Skill

httpx = pytest.importorskip("httpx", reason="needs httpx")
uvicorn = pytest.importorskip("uvicorn", reason="needs the extra server")
pytest.importorskip("fastapi", reason="needs the extra server")

JOB = "Data Engineer\n\nRequirements\n- Python\n- SQL, 3 years\n"
RESUME = "Ada Example\n\nSkills\nPython, SQL\n\nExperience\nEngineer, 2020-01 to 2024-01\nPython services\n"
TIMEOUT_S = 6.0


def build_matcher() -> SkillMatcher:
    skills = [
        Skill(id="python", name="Python", type="language", category="programming-languages", aliases=("python3",)),
        Skill(id="sql", name="SQL", type="language", category="programming-languages"),
        Skill(id="docker", name="Docker", type="tool", category="devops"),
    ]
    return SkillMatcher(Taxonomy(skills), Settings(reading=ReadingSettings(timeout_s=TIMEOUT_S)))


@dataclass
class Live:
    """A service that listens on loopback."""

    url: str
    app: object
    client: object = field(repr=False)


@contextmanager
def serving(**options: object) -> Iterator[Live]:
    """Run a service in a thread until the block ends; with ``ready=False`` it has no workers, and starts at once."""
    from skillmatch.server.app import create_app
    from skillmatch.server.limits import Limits

    keys, lifespan = options.pop("keys", None), "on" if options.pop("ready", True) else "off"
    app = create_app(build_matcher(), Limits(**{"workers": 2, **options}), keys)  # type: ignore[arg-type]
    shown = {"access_log": False, "log_level": "error", "server_header": False}
    config = uvicorn.Config(app, port=0, lifespan=lifespan, timeout_graceful_shutdown=2, **shown)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the service did not start"
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
            yield Live(url=f"http://127.0.0.1:{port}", app=app, client=client)
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session", autouse=True)
def importable() -> Iterator[None]:
    """Let workers import the tasks that tests define."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(Path(__file__).parents[2]), *sys.path])
        yield


@pytest.fixture(scope="session")
def live(importable: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Return a running service."""
    with serving(data=tmp_path_factory.mktemp("data"), max_documents=20, max_body_bytes=300_000) as found:
        yield found


@pytest.fixture
def client(live: Live) -> object:
    """Return a client of the running service."""
    return live.client


def files(**documents: str | bytes) -> list[tuple[str, tuple[str, str | bytes]]]:
    """Build the files of a form: ``jobs=...`` becomes a file named ``jobs.txt``."""
    return [(name, (f"{name}.txt", content)) for name, content in documents.items()]
