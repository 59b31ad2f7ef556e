"""The committed evidence is what the documents give."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch.discovery import find_impact, gather_evidence
from skillmatch.models import Failure
from skillmatch.taxonomy import Skill, Taxonomy
from skillmatch.taxonomy.evidence import FILE, DocumentEvidence, format_evidence, load_evidence

ROOT = Path(__file__).parents[2]
AGAIN = "rebuild it: python benchmarks/write_evidence.py SHARED"

# What a reader finds in each source document, by the first digits of its name.
NAMED = {
    "000": """
        python r java c-plus-plus tensorflow keras pytorch machine-learning supervised-learning unsupervised-learning
        reinforcement-learning model-evaluation model-deployment statistics statistical-modeling linear-algebra
        algorithms data-structures data-visualization data-preprocessing data-pipelines data-engineering communication
        collaboration""",
    "001": """
        python java tensorflow pytorch linear-algebra calculus probability statistics apache-hadoop apache-spark
        big-data databases feature-extraction hyperparameter-tuning regularization model-deployment model-monitoring
        computer-vision deep-learning neural-networks speech-recognition data-analysis data-mining data-visualization
        communication collaboration machine-learning""",
    "002": """
        python r java tensorflow pytorch scikit-learn mathematics statistics data-analysis tableau microsoft-power-bi
        software-engineering problem-solving creativity communication collaboration""",
    "003": """
        python java c-plus-plus r tensorflow pytorch scikit-learn statistics statistical-tests probability
        linear-regression deep-learning apache-hadoop apache-spark big-data data-pipelines data-preprocessing
        data-cleaning aws microsoft-azure google-cloud-platform computer-vision image-processing
        natural-language-processing communication problem-solving critical-thinking teamwork leadership mentoring""",
    "004": """
        python r java machine-learning tensorflow pytorch scikit-learn apache-spark apache-hadoop statistics probability
        statistical-modeling deep-learning predictive-analytics data-manipulation data-cleaning data-preprocessing
        data-visualization distributed-computing recommender-systems model-interpretability analytical-skills
        communication collaboration teamwork problem-solving creativity""",
}


def test_committed_evidence_is_rebuilt_from_the_documents(shared: Path) -> None:
    rows = list(gather_evidence(shared / "documents", Taxonomy.default(), workers=0))
    seen = [row for row in rows if isinstance(row, DocumentEvidence)]
    assert len(seen) == len(rows) == 5
    assert (ROOT / "taxonomy" / FILE).read_text(encoding="utf-8") == format_evidence(seen), AGAIN


@pytest.mark.parametrize(("document", "skills"), NAMED.items())
def test_evidence_holds_what_each_document_names(document: str, skills: str) -> None:
    (one,) = (one for one in load_evidence() if one.name.startswith(document))
    assert not set(skills.split()) - one.skills.keys()


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
