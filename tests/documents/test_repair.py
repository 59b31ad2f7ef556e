from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.documents.compose import DraftLine
from skillmatch.documents.joining import join_broken_lines
from skillmatch.documents.quality import GARBLED, text_quality
from skillmatch.documents.repair import repair_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("e\x1ecient work\x1dow", "efficient workflow"),
        ("o(cid:30)ce", "office"),
        ("ﬁrst ﬂow", "first flow"),
        ("Open\t\r \u00a0Source", "Open Source"),
        ("end\u00adto\u00adend", "end-to-end"),
        ("end-\u00ad-to", "end-to"),
        ("\ue0b0 phone", "phone"),
        ("Wel\u200bding", "Welding"),
        ("C++, C# and .NET", "C++, C# and .NET"),
        ("m² and 10 µm", "m² and 10 µm"),
        ("Re\u0301sume\u0301", "Résumé"),
        ("S K I L L S", "SKILLS"),
        ("W O R K  H I S T O R Y", "WORK HISTORY"),
        ("Plan B or C", "Plan B or C"),
        ("1 2 3 4 5", "1 2 3 4 5"),
        ("C R", "C R"),
    ],
)
def test_line_is_repaired(text: str, expected: str) -> None:
    assert repair_line(text) == expected


@given(st.text())
def test_repair_twice_is_repair_once(text: str) -> None:
    once = repair_line(text)
    assert repair_line(once) == once


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["soft\x02", "ware design"], ["software", "design"]),
        (["(soft\x02", "ware), design"], ["(software),", "design"]),
        (["soft\ufffe", "ware design"], ["software", "design"]),
        (["front-", "end work"], ["front-end", "work"]),
        (["event-driven", "and event-", "driven"], ["event-driven", "and event-driven"]),
        (["managing", "and manag-", "ing"], ["managing", "and managing"]),
        (["2019-", "2021 fitter"], ["2019-2021", "fitter"]),
        (["a.b@example.", "com 1"], ["a.b@example.com", "1"]),
        (["a.b@", "example.com"], ["a.b@example.com"]),
        (["a.b@example.com", "com"], ["a.b@example.com", "com"]),
        (["+34 91", "555 01 47 | Madrid"], ["+34 91 555 01 47", "| Madrid"]),
        (["Skills -", "welding"], ["Skills -", "welding"]),
    ],
)
def test_cut_words_and_addresses_are_joined(lines: list[str], expected: list[str]) -> None:
    assert [line.text for line in join_broken_lines(tuple(DraftLine(text=text) for text in lines))] == expected


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Welding and blueprint reading for ten years", True),
        ("项目管理 数据分析", True),
        ("المهارات والخبرات", True),
        ("SQL, PHP, CSS, XML, JVM, GPG, SSH, DNS, NTP, LXC, KVM", True),
        ("(cid:12)(cid:7)(cid:33)(cid:9)(cid:4)", False),
        ("\ufffd\ufffd\ufffd\ufffd ab", False),
        ("Zhoglqj dqg eoxhsulqw uhdglqj iru whq bhduv lq d vkrs zlwk pdqb pdfklqhv dqg wrrov", False),
    ],
)
def test_garbled_text_is_told(text: str, good: bool) -> None:
    assert (text_quality(text) >= GARBLED) is good
