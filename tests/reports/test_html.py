"""The page without a browser: what it says, and what it must never hold."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from skillmatch.errors import UsageError
from skillmatch.reports.html import WRITTEN_OUT, render_page
from tests.reports.conftest import HOSTILE, build_ranking, build_readings, build_report


def page(name: str, **options: object) -> str:
    return "".join(render_page(build_report(name), **options))  # type: ignore[arg-type]


def test_the_policy_allows_the_one_style_and_the_one_script() -> None:
    text = page("a")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        [body] = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.S)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


@pytest.mark.parametrize("readings", [None, build_readings(HOSTILE, HOSTILE, HOSTILE)], ids=["bare", "with texts"])
@pytest.mark.parametrize("candidate", [None, HOSTILE], ids=["all", "candidate"])
def test_hostile_text_stays_text(readings: object, candidate: str | None) -> None:
    text = page(HOSTILE, readings=readings, candidate=candidate)
    assert text.count("<script") == 1
    assert "<img" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "&lt;script&gt;" in text
    assert " style=" not in text
    tags = re.findall(r'<\w+(?: [\w-]+(?:="[^"]*")?)*', text)
    assert not [tag for tag in tags if re.search(r" on\w+$", re.sub(r'="[^"]*"', "", tag))]


def test_texts_are_shown_only_when_given() -> None:
    assert "resume&#39;s text" not in page("a").replace("'", "&#39;")
    text = page("abc", readings=build_readings("abc", "abc", "a line of the resume"))
    assert "line of the resume" in text
    assert '<mark class="near"' in text
    assert "2020-01 to present" in text


def test_a_candidates_page_tells_nothing_of_the_others() -> None:
    text = "".join(render_page(build_ranking(30), candidate="cv-7.pdf"))
    assert re.findall(r"cv-\d+\.pdf", text)
    assert set(re.findall(r"cv-\d+\.pdf", text)) == {"cv-7.pdf"}
    assert "89.6" in text  # its score
    assert 'class="rank"' not in text
    assert "corrupt" not in text


def test_ranks_too_close_to_tell_apart_are_named_and_kept_from_a_candidate() -> None:
    report = build_ranking(3)
    matches = tuple(replace(it, margin=2.5, rank_first=1, rank_last=3) for it in report.matches)
    assert "ranks 1 to 3 are too close" in "".join(render_page(replace(report, matches=matches)))
    alone = "".join(render_page(replace(report, matches=matches), candidate="cv-2.pdf"))
    assert "off by 2.5 points." in alone
    assert "ranks 1" not in alone


def test_a_candidate_must_be_in_the_report() -> None:
    with pytest.raises(UsageError, match="nobody"):
        page("a", candidate="nobody")


def test_the_best_are_written_out_and_the_others_wait() -> None:
    text = "".join(render_page(build_ranking(WRITTEN_OUT + 10)))
    assert len(re.findall("^<noscript>$", text, re.M)) == 10
    assert text.count('class="waterfall"') == WRITTEN_OUT + 10


def test_brief_pages_have_the_ranking_alone() -> None:
    text = page("a", detail="brief")
    assert 'class="map"' in text
    assert "waterfall" not in re.sub("<style>.*?</style>", "", text, flags=re.S)


def test_a_job_without_requirements_says_so() -> None:
    from dataclasses import replace

    report = build_report("a")
    bare = replace(report, matches=tuple(replace(it, requirements=(), missing=()) for it in report.matches))
    assert "No requirement was found" in "".join(render_page(bare))
