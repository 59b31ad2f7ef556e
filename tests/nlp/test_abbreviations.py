"""Abbreviations that a document spells out are read as it says."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from skillmatch import SkillMatcher
from skillmatch.models import Document
from skillmatch.nlp.abbreviations import spelt_out
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.nlp.words import Words

NLP = spacy.blank("en")
NLP.tokenizer = FoldingTokenizer(NLP)


@pytest.mark.parametrize(
    ("text", "short", "words"),
    [
        ("the annual operating plan (AOP) of the bank", "AOP", "annual operating plan"),
        ("Aspect-Oriented Programming (AOP)", "AOP", "aspect oriented programming"),
        ("AOP (Annual Operating Plan)", "AOP", "annual operating plan"),
        ("two Narcotic Treatment Programs (NTPs)", "NTP", "narcotic treatment program"),
        ("a point of sale (POS) till", "POS", "point of sale"),
        ("Institute of Development of India (IDI)", "IDI", "institute development india"),
        ("VirtualPhysicianAssistant (VPA)", "VPA", "virtual physician assistant"),
        ("research & development (RD)", "RD", "research development"),
    ],
)
def test_what_is_spelt_out(text: str, short: str, words: str) -> None:
    strings = NLP.vocab.strings
    assert spelt_out(Words(NLP.make_doc(text))) == {short: frozenset(strings[word] for word in words.split())}


@pytest.mark.parametrize(
    "text",
    [
        "SQL (advanced)",
        "ETL (Python, SQL)",
        "databases (SQL)",
        "AOP (annual operating plan of 2019)",
        "(AOP)",
        "x (Aop)",
        "(",
    ],
)
def test_other_brackets_spell_nothing_out(text: str) -> None:
    assert spelt_out(Words(NLP.make_doc(text))) == {}


@given(st.text(alphabet="aA b(S)& \n"))
def test_brackets_may_stand_anywhere(text: str) -> None:
    for short, words in spelt_out(Words(NLP.make_doc(text))).items():
        assert 0 < len(words) <= len(short)


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        (
            "Prepared the annual operating plan (AOP). Presented the AOP to the board.",
            "Aspect-Oriented Programming",
            False,
        ),
        ("Aspect-oriented programming (AOP) with Spring. Taught AOP.", "Aspect-Oriented Programming", True),
        ("Certified Medical Assistant (CMA) since 2019.", "Certified Management Accountant", False),
        ("Worked with a Point of Service (POS) till.", "Point of Sale Systems", True),
        ("Stock in System Applications and Products (SAP).", "SAP", True),
        ("Led three Narcotic Treatment Programs (NTPs).", "NTP", False),
    ],
)
def test_an_abbreviation_means_what_the_document_says(matcher: SkillMatcher, text: str, name: str, found: bool) -> None:
    profile = matcher.profile(Document(document_id="case", text=text), kind="resume")
    assert (name in {skill.name for skill in profile.skills}) is found
