from __future__ import annotations

import random
import stat
from pathlib import Path

import pytest

from skillmatch import SkillMatcher
from skillmatch.documents import read_bytes
from skillmatch.errors import UsageError
from skillmatch.models import Document, DocumentWarning, Failure
from skillmatch.nlp.traces import ALWAYS
from skillmatch.reports.jsonl import render
from skillmatch.schema import to_json
from skillmatch.trust.blind import MARK, blind_document, blind_documents, blind_profile
from skillmatch.trust.identities import cultures, draw_identity
from skillmatch.trust.pseudonyms import load_key, pseudonym

KEY = b"k" * 32


def resume(rng: random.Random, culture: str) -> tuple[str, list[str]]:
    who = draw_identity(rng, culture)
    she, her = ("She", "her") if who.gender == "female" else ("He", "his")
    text = (
        f"{who.name}\nData Engineer\n{who.email} | {who.phone} | linkedin.com/in/somebody\n{who.street}, {who.town}\n\n"
        f"Profile\n{she} builds pipelines; {her} team relies on Python.\n\n"
        f"Experience\nData Engineer, Tidewater Retail, 2019 - 2023\n- “{who.given} made it work”, with Python\n\n"
        f"Personal details\nDate of birth: {who.born}\nNationality: {who.nationality}\nMarital status: single\n"
    )
    return text, [who.name, who.given, who.email, who.phone, who.street, who.town, who.born, who.nationality]


@pytest.mark.parametrize("culture", cultures())
def test_nothing_of_the_identity_is_left(culture: str) -> None:
    text, identity = resume(random.Random(7), culture)
    blinded = blind_document(Document(document_id="cv.txt", text=text), KEY).text
    assert [it for it in [*identity, "linkedin", "She ", "He ", "single"] if it in blinded] == []
    for word in ("Data Engineer", "builds pipelines", "Python", "Tidewater Retail, 2019 - 2023", "made it work"):
        assert word in blinded


def test_two_people_who_differ_in_nothing_else_have_one_text() -> None:
    texts = {
        blind_document(Document(document_id="cv", text=resume(random.Random(seed), culture)[0]), KEY).text
        for seed, culture in enumerate(cultures())
    }
    assert len(texts) == 1


def test_no_output_of_a_blind_ranking_holds_the_identity(matcher: SkillMatcher) -> None:
    text, identity = resume(random.Random(2), "turkish")
    document = read_bytes(text.encode(), document_id="elif-demir.txt")
    job = matcher.profile(read_bytes(b"Requirements\n- Python\n- SQL\n", document_id="job"), "job")
    report = matcher.rank(job, blind_documents([document], KEY))
    written = "".join(render(report, "full"))
    assert [it for it in [*identity, "elif", document.sha256] if it in written] == []
    assert report.matches[0].requirements[0].evidence


def test_employers_are_taken_out_on_request() -> None:
    text = "Ann Lee\n\nExperience\nNurse, Acme Care\n2019 - 2021\n- Led a ward of Acme Care\n"
    blinded = blind_document(Document(document_id="cv", text=text), KEY, kinds=ALWAYS | {"employer"}).text
    assert blinded == f"{MARK}\n\nExperience\nNurse, {MARK}\n2019 - 2021\n- Led a ward of {MARK}\n"


def test_schools_and_years_are_taken_out_on_request() -> None:
    document = Document(document_id="cv", text="Ann Lee\n\nEducation\nBSc Economics, Ege University, 2013\n")
    assert "Ege University, 2013" in blind_document(document, KEY).text
    assert f"BSc Economics, {MARK}, {MARK}" in blind_document(document, KEY, kinds=ALWAYS | {"school", "year"}).text


def test_warnings_and_failures_quote_nothing() -> None:
    warning = DocumentWarning(code="hidden-text", message="hidden text was left out", detail="Ann Lee, genius")
    blinded = blind_document(Document(document_id="ann.txt", text="Ann Lee", warnings=(warning,)), KEY)
    assert [it.detail for it in blinded.warnings] == [""]
    failure = Failure(document_id="ann-lee.pdf", stage="read", code="corrupt", message="ann-lee.pdf: broken")
    [hidden] = blind_documents([failure], KEY)
    assert isinstance(hidden, Failure)
    assert "ann" not in f"{hidden.document_id} {hidden.message}"
    assert hidden.code == "corrupt"


def test_a_pseudonym_follows_the_bytes_and_the_key() -> None:
    one, copy = (Document(document_id=name, text="", sha256="ab") for name in ("one", "two"))
    assert pseudonym(KEY, one) == pseudonym(KEY, copy)
    assert pseudonym(KEY, one) != pseudonym(b"x" * 32, one)


def test_a_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    path = tmp_path / "blind.key"
    key = load_key(path)
    assert load_key(path) == key
    assert len(key) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "no key", "ab" * 8])
def test_a_file_without_a_key_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "k").write_text(content)
    with pytest.raises(UsageError):
        load_key(tmp_path / "k")
    with pytest.raises(UsageError):
        load_key(tmp_path / "none" / "k")


def test_members_of_a_pool_get_pseudonyms(matcher: SkillMatcher) -> None:
    warning = DocumentWarning(code="hidden-text", message="text that nobody can see", detail="Jo Doe")
    document = Document(document_id="jo-doe.txt", text="Jo Doe\njo@example.org\n\nSkills\nSQL", warnings=(warning,))
    blinded = blind_profile(matcher.profile(document, "resume"), b"key")
    assert blinded.document_id == pseudonym(b"key", document)
    assert "doe" not in to_json(blinded).lower()
    failure = Failure(document_id="jo-doe.txt", stage="read", code="empty", message="jo-doe.txt: is empty")
    assert "doe" not in to_json(blind_profile(failure, b"key"))
