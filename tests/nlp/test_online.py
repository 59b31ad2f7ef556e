from __future__ import annotations

import pytest

from skillmatch.nlp.online import find_emails, find_links
from skillmatch.nlp.sections import find_parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to a.b+c@mail.example.org please", ["a.b+c@mail.example.org"]),
        ("jo (at) example.org, jo[at]example.org", ["jo (at) example.org", "jo[at]example.org"]),
        ("user@ home @ 5", []),
    ],
)
def test_emails(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_emails(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.org/java, www.example.org.", ["https://example.org/java", "www.example.org"]),
        ("github.com/someone | LinkedIn: jo-doe", ["github.com/someone", "jo-doe"]),
        ("example.dev", ["example.dev"]),
        ("ASP.NET/C#, Node.js/Express.js, Socket.io, VB.NET", []),
        ("GitHub: Actions", ["Actions"]),
    ],
)
def test_links_of_a_contact_block(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_links(text, find_parts(text, "resume"))] == found


@pytest.mark.parametrize("text", ["GitHub: Actions", "deployed to example.dev", "ASP.NET/C#"])
def test_outside_of_it_products_are_no_links(text: str) -> None:
    assert find_links(text, ()) == []
