"""The committed evidence is what the documents give."""

from __future__ import annotations

from pathlib import Path

from skillmatch.discovery import find_impact, gather_evidence
from skillmatch.models import Failure
from skillmatch.taxonomy import Skill, Taxonomy
from skillmatch.taxonomy.evidence import FILE, DocumentEvidence, format_evidence, load_evidence

ROOT = Path(__file__).parents[2]
AGAIN = "rebuild it: python benchmarks/write_evidence.py SHARED"


def test_committed_evidence_is_rebuilt_from_the_documents(shared: Path) -> None:
    rows = list(gather_evidence(shared / "documents", Taxonomy.default(), workers=0))
    seen = [row for row in rows if isinstance(row, DocumentEvidence)]
    assert len(seen) == len(rows) == 5
    assert (ROOT / "taxonomy" / FILE).read_text(encoding="utf-8") == format_evidence(seen), AGAIN


def test_evidence_names_skills_of_the_taxonomy_only() -> None:
    taxonomy = Taxonomy.default()
    evidence = load_evidence()
    assert len(evidence) == 5
    assert all(skill_id in taxonomy for one in evidence for skill_id in one.skills)


def test_impact_names_documents_whose_skills_change(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Skills: Frobol, SQL")
    (tmp_path / "b.txt").write_text("Skills: SQL")
    (tmp_path / "c.txt").write_text("")
    sql = Skill(id="sql", name="SQL", type="language", category="c")
    frobol = Skill(id="frobol", name="Frobol", type="language", category="c")
    changed, failed = find_impact(tmp_path, Taxonomy([sql]), Taxonomy([sql, frobol]), workers=0)
    assert (changed.document_id, changed.gained, changed.lost) == ("a.txt", ("frobol",), ())  # type: ignore[union-attr]
    assert isinstance(failed, Failure)
