"""A firm that has the name of a product is told by where the name stands."""

from __future__ import annotations

import pytest

from skillmatch.nlp.firms import is_firm


@pytest.mark.parametrize(
    ("name", "lead", "following", "opens", "expected"),
    [
        ("sap", "she worked for", "in Walldorf", False, "an employer"),
        ("hubspot", "we compete with the likes of salesforce and", ".", False, "an employer"),
        ("oracle", "", "hired me to", True, "a firm, by what is done"),
        ("microsoft", "", "Ireland , Dublin ,", True, "a firm in a country"),
        ("salesforce", "recruiter ,", ", Dublin , 2018", True, "an employer and its town"),
        ("salesforce", "tools :", ", Dublin , 2018", False, None),
        ("salesforce", "experience with", "and SAP", False, None),
        ("python", "she worked for", "in Walldorf", False, None),
    ],
)
def test_firms_are_told_from_products(name: str, lead: str, following: str, opens: bool, expected: str | None) -> None:
    assert is_firm(name, lead, following, opens=opens) == expected
