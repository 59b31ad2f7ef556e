"""Measure the HTML page of many candidates: how large it is, and how soon a browser can use it.

python benchmarks/bench_page.py [CANDIDATES]

Needs playwright and a Chromium on the path. The candidates are those of examples/, again and again.
"""

from __future__ import annotations

import dataclasses
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from skillmatch import SkillMatcher, read, read_folder
from skillmatch.reports.html import render_page

EXAMPLES = Path(__file__).parents[1] / "examples"
LOADING = "(() => { const it = performance.getEntriesByType('navigation')[0]; return [it.domInteractive, it.loadEventEnd]; })()"  # noqa: E501


def write(place: Path, count: int) -> None:
    matcher = SkillMatcher()
    job = matcher.profile(read(EXAMPLES / "jobs" / "data-engineer.txt"), kind="job")
    known = [matcher.profile(document, "resume") for document in read_folder(EXAMPLES / "resumes")]
    resumes = (dataclasses.replace(known[i % len(known)], document_id=f"cv-{i:06}.pdf") for i in range(count))
    report = matcher.rank(job, resumes)
    began = time.process_time()
    data = "".join(render_page(report)).encode()
    print(f"rendered in {time.process_time() - began:.2f} s of CPU time: {len(data) / 1e6:.1f} MB")
    place.write_bytes(data)


def use(page: Page, place: Path) -> None:
    page.goto(place.as_uri())
    interactive, loaded = page.evaluate(LOADING)
    print(f"interactive after {interactive:.0f} ms, loaded after {loaded:.0f} ms; {page.locator('*').count()} elements")
    began = time.perf_counter()
    page.get_by_role("button", name="Resume").click()
    sorted_ = time.perf_counter()
    page.get_by_label("Name").fill("cv-0000")
    filtered = time.perf_counter()
    page.locator("table.map tbody tr:not([hidden]) a").last.click()
    page.locator("details.match[open] table.waterfall").last.wait_for()
    opened = time.perf_counter()
    for name, seconds in (("sort", sorted_ - began), ("filter", filtered - sorted_), ("open", opened - filtered)):
        print(f"{name} {1000 * seconds:.0f} ms")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        place = Path(folder, "report.html")
        write(place, int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        use(browser.new_page(), place)
        browser.close()


if __name__ == "__main__":
    main()
