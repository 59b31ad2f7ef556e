"""The page for people: a job and resumes in, the report out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.conftest import JOB, RESUME, Live

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")


@pytest.fixture
def troubles() -> list[str]:
    return []


@pytest.fixture
def page(browser, live: Live, troubles: list[str]):
    page = browser.new_page()
    page.set_default_timeout(30_000)  # a busy machine is no failure
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(live.url)
    yield page
    page.close()


def test_files_give_the_report(page, tmp_path: Path, troubles: list[str]) -> None:
    (tmp_path / "cv.txt").write_text(RESUME)
    (tmp_path / "job.txt").write_text(JOB)
    page.locator("input[name=jobs]").set_input_files(tmp_path / "job.txt")
    page.locator("input[name=resumes]").set_input_files(tmp_path / "cv.txt")
    page.get_by_role("button", name="Match").click()
    page.get_by_role("heading", name="Skill match report").wait_for()
    assert page.get_by_role("link", name="cv.txt").is_visible()
    assert page.locator("mark.met").first.inner_text() == "Python"
    assert troubles == []


def test_pasted_texts_do_as_well(page) -> None:
    page.locator("textarea[name=jobs]").fill(JOB)
    page.locator("textarea[name=resumes]").fill(RESUME)
    page.get_by_role("button", name="Match").click()
    assert page.get_by_role("heading", name="Skill match report").is_visible()


def test_what_went_wrong_is_said_on_a_page(page) -> None:
    page.locator("textarea[name=jobs]").fill(JOB)
    page.get_by_role("button", name="Match").click()
    assert "no document was sent as resumes" in page.locator(".warning").inner_text()
    assert page.get_by_role("link", name="Back to the form").is_visible()
    assert "422 no-documents" in page.locator("footer").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/docs", "/v1/pools/none"])
def test_axe_finds_nothing(page, live: Live, scheme: str, path: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(live.url + path)
    found = axe.Axe().run(page)
    assert [(it["id"], it["nodes"][0]["html"]) for it in found.response["violations"]] == []


def test_nothing_comes_from_elsewhere(page, live: Live) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(live.url + "/docs")
    page.goto(live.url)
    assert asked
    assert all(url.startswith(live.url) for url in asked)
