from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.models import Document
from skillmatch.nlp.telephone import find_phones
from skillmatch.nlp.traces import ALWAYS, OPTIONAL, find_traces


def traces(text: str, kind: str) -> list[str]:
    found = find_traces(Document(document_id="cv", text=text), kinds=ALWAYS | OPTIONAL)
    return [text[it.start : it.end] for it in found if it.kind == kind]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Nguyễn Thị Minh Khai\nData Analyst\n", "Nguyễn Thị Minh Khai"),
        ("CURRICULUM VITAE\nBJÖRN WEISS\n", "BJÖRN WEISS"),
        ("Dr. María José García Márquez, PhD | maria@example.org\n", "María José García Márquez"),
        ("Software Engineer\nOmar Abdel Rahman\nomar.abdel@example.org\n", "Omar Abdel Rahman"),
        ("Resume of Siobhán O'Brien\n", "Siobhán O'Brien"),
        ("Name: van der Berg, Jan\nEmail: x@example.org\n", "van der Berg, Jan"),
        ("王小明\nwang@example.org\n", "王小明"),
        ("Suharto\nsuharto@example.org\n", "Suharto"),
        ("Jenkins Page, PhD\npage@example.org\n", "Jenkins Page"),
        ("Cook\nGrace Cook\ngrace.cook@example.org\n", "Grace Cook"),
    ],
)
def test_the_name_is_found_in_many_forms(head: str, name: str) -> None:
    assert name in traces(f"{head}\nSkills\nPython, SQL\n", "name")


def test_a_name_is_found_wherever_it_stands() -> None:
    text = "Ada King\nada@example.org\n\nExperience\nEngineer at Acme. King led it, and ADA wrote it.\n"
    assert traces(text, "name") == ["Ada King", "King", "ADA"]


@pytest.mark.parametrize("text", ["Skills\nPython, SQL\n", "Data Engineer\n\nSkills\nPython\n", ""])
def test_a_title_or_heading_is_no_name(text: str) -> None:
    assert traces(text, "name") == []


@pytest.mark.parametrize(
    "number",
    [
        "+44 20 7946 0101",
        "(555) 555-0142",
        "+1-202-555-0101",
        "030/5550142",
        "0555 555 0199",
        "+91 98765-43210",
        "5550142999",
    ],
)
def test_telephone_numbers_are_found(number: str) -> None:
    text = f"Mail x@example.org, {number} | Leeds"
    assert [text[start:end] for start, end in find_phones(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "06/2019 - 12/2022",
        "2015-2019",
        "10.0.12.101",
        "1,000,000 users",
        "2019-01-01",
        "ISO 27001",
        "12.5 %",
        "01.02.2015 - 03.04.2018",
    ],
)
def test_dates_and_counts_are_no_telephone_numbers(text: str) -> None:
    assert find_phones(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Date of Birth: 10 December 1990", "birth", "10 December 1990"),
        ("Engineer, born in Leeds in 1990, and glad", "birth", "born in Leeds in 1990"),
        ("• Nationality: British", "nationality", "British"),
        ("Marital status - married, two children", "marital", "married, two children"),
        ("She writes code", "gender", "She"),
        ("jo (at) example.org", "email", "jo (at) example.org"),
        ("see linkedin.com/in/jo-doe and more", "link", "linkedin.com/in/jo-doe"),
        ("BSc, University of Leeds, 2017", "school", "University of Leeds"),
        ("Passport No: K1234567", "detail", "K1234567"),
    ],
)
def test_details_are_found(text: str, kind: str, found: str) -> None:
    assert found in traces(f"Profile\n{text}\n", kind)


@pytest.mark.parametrize(
    "text", ["Node.js, ASP.NET and Socket.io", "Manpower planning", "React Native", "C++/C#, CI/CD"]
)
def test_skills_are_no_traces(text: str) -> None:
    document = Document(document_id="cv", text=f"Skills\n{text}\n")
    assert find_traces(document) == ()


@given(st.text(max_size=300))
def test_traces_are_in_order_and_apart(text: str) -> None:
    found = find_traces(Document(document_id="cv", text=text), kinds=ALWAYS | OPTIONAL)
    ends = [0]
    for trace in found:
        assert ends[-1] <= trace.start < trace.end <= len(text)
        ends.append(trace.end)
