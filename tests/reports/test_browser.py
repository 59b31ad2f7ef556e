"""The page in a browser: sorts, filters, opens, prints, and says the same to everybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch.models import Report
from skillmatch.reports.html import WRITTEN_OUT, render_page
from tests.reports.conftest import HOSTILE, build_ranking, build_readings, build_report

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")


class Opened:
    """A page in the browser, with everything that went wrong in it."""

    def __init__(self, browser, folder: Path, report: Report, *, readings=None, **context) -> None:
        self.troubles: list[str] = []
        self.requests: list[str] = []
        self.page = browser.new_context(**context).new_page()
        self.page.on("console", lambda message: self.troubles.append(message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", lambda dialog: self.troubles.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        file = folder / "report.html"
        file.write_text("".join(render_page(report, readings=readings)), encoding="utf-8", errors="backslashreplace")
        self.page.goto(file.as_uri())

    def column(self, number: int) -> list[str]:
        rows = self.page.locator("table.map tbody tr:not([hidden])").all()
        return [row.locator("th, td").nth(number).inner_text().split("!")[0].strip() for row in rows]


def test_names_sort_both_ways(browser, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path, build_ranking(12))
    button = opened.page.get_by_role("button", name="Resume")
    button.click()
    names = sorted(f"cv-{number}.pdf" for number in range(1, 13))
    assert opened.column(1) == names
    button.press("Enter")
    assert opened.column(1) == names[::-1]
    assert opened.page.locator("th[aria-sort=descending]").inner_text() == "Resume"


def test_filters_hide_rows_and_say_how_many_are_left(browser, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path, build_ranking(12))
    opened.page.get_by_label("Name").fill("cv-1")
    assert opened.column(1) == ["cv-1.pdf", "cv-10.pdf", "cv-11.pdf", "cv-12.pdf"]
    assert opened.page.locator("output").inner_text() == "4 of 12 shown"
    opened.page.get_by_label("Score at least").fill("89.8")
    assert opened.column(1) == ["cv-1.pdf"]
    opened.page.get_by_label("Has").select_option(label="sql")
    assert opened.column(1) == []


def test_details_are_made_when_they_are_opened(browser, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path, build_ranking(WRITTEN_OUT + 5))
    last = opened.page.locator("details.match").last
    assert last.locator("table").count() == 0
    opened.page.get_by_role("link", name=f"cv-{WRITTEN_OUT + 5}.pdf").click()
    assert last.locator("table.waterfall").is_visible()
    assert opened.troubles == []


def test_everything_can_be_read_without_script(browser, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path, build_ranking(WRITTEN_OUT + 5), java_script_enabled=False)
    last = opened.page.locator("details.match").last
    last.locator("summary").click()
    assert last.locator("table.waterfall").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 420])
def test_axe_finds_nothing(browser, tmp_path: Path, scheme: str, width: int) -> None:
    readings = build_readings("sql", "cv-1.pdf", "sql and more\n" * 80)
    size = {"width": width, "height": 900}
    opened = Opened(browser, tmp_path, build_ranking(8), readings=readings, color_scheme=scheme, viewport=size)
    found = axe.Axe().run(opened.page)
    assert [(it["id"], it["nodes"][0]["html"]) for it in found.response["violations"]] == []


def test_nothing_is_wider_than_a_narrow_screen(browser, tmp_path: Path) -> None:
    readings = build_readings("sql", "cv-1.pdf", "word" * 80)
    opened = Opened(browser, tmp_path, build_ranking(8), readings=readings, viewport={"width": 360, "height": 800})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_hostile_documents_do_nothing(browser, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path, build_report(HOSTILE), readings=build_readings(HOSTILE, HOSTILE, HOSTILE))
    for summary in opened.page.locator("summary").all():
        summary.click()
    assert opened.troubles == []
    assert len(opened.requests) == 1
    assert opened.page.locator("img, iframe, object").count() == 0


def test_the_job_stands_beside_the_resume(browser, tmp_path: Path) -> None:
    readings = build_readings("sql", "cv-1.pdf", "the same text")
    opened = Opened(browser, tmp_path, build_ranking(2), readings=readings, viewport={"width": 1200, "height": 800})
    left, right = opened.page.locator(".texts .text").all()
    assert left.bounding_box()["y"] == right.bounding_box()["y"]


def test_it_prints(browser, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path, build_ranking(8))
    assert opened.page.pdf(format="A4").startswith(b"%PDF-")
    opened.page.emulate_media(media="print")
    assert not opened.page.locator(".filters").is_visible()
    assert opened.page.locator("table.map").is_visible()


def test_a_thousand_candidates_open_quickly(browser, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path, build_ranking(1_000))
    assert opened.page.locator("table.map tbody tr").count() == 1_000
    assert opened.page.locator("*").count() < 25_000
    assert opened.page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive") < 10_000
