"""Draw the pictures of the README from the examples: needs playwright and a Chromium on the path.

python docs/images/make_images.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]


def skillmatch(*arguments: str | Path) -> None:
    """Run a command of ours, which keeps nothing."""
    subprocess.run([sys.executable, "-m", "skillmatch", *map(str, arguments)], check=True)


def draw(browser: Browser, page: Path, name: str, part: str, *, scheme: str, width: int, height: int) -> None:
    """Draw a page from where a part of it begins."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height})  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.locator(part).first.evaluate("element => element.scrollIntoView()")
    tab.screenshot(path=HERE / f"{name}.png")
    context.close()


def main() -> None:
    """Draw all."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        report, candidate = Path(place, "report.html"), Path(place, "candidate.html")
        skillmatch("match", EXAMPLES / "jobs" / "data-engineer.txt", EXAMPLES / "resumes", "--texts", "--no-store",
                   "-o", report)  # fmt: skip
        skillmatch("gaps", EXAMPLES / "jobs" / "frontend-developer.md", EXAMPLES / "resumes" / "grace-whitfield.docx",
                   "-f", "html", "-o", candidate)  # fmt: skip
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        draw(browser, report, "report", "body", scheme="light", width=1000, height=940)
        draw(browser, report, "match", "details.match", scheme="light", width=1000, height=680)
        draw(browser, candidate, "candidate", "body", scheme="dark", width=1000, height=760)
        browser.close()


if __name__ == "__main__":
    main()
