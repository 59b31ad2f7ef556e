"""All resumes at once against one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillmatch.models import SkillEvidence
from skillmatch.scoring import Background, FitScorer
from skillmatch.scoring.bulk import BulkCoverage
from skillmatch.scoring.coverage import Coverage
from skillmatch.scoring.posting import Posting
from skillmatch.settings import ScoringSettings
from skillmatch.taxonomy import Taxonomy
from tests.scoring.conftest import KITCHEN, OFFICE, Evidence, Job, Resume, mention

SKILLS = ["python", "django", "mysql", "postgresql", "sql", "java", "kotlin", "docker", "aws", "git"]
PHRASES = ["cash handling", "cash handlings", "menu design", "zzz audit", "design"]

skill = st.fixed_dictionaries(
    {
        "skill_id": st.sampled_from(SKILLS),
        "strength": st.floats(0, 1),
        "years": st.none() | st.floats(0, 30),
        "negated": st.booleans(),
        "implied_by": st.sampled_from([(), ("django",)]),
        "mentions": st.sampled_from([(mention("x"),), (mention("x", "skills"),)]),
    }
)
resume = st.tuples(
    st.sampled_from([None, "Audit clerk", "Pastry chef", "Zymurgist"]),
    st.lists(skill, unique_by=lambda it: it["skill_id"]),
    st.lists(st.sampled_from(PHRASES), unique=True),
    st.dictionaries(st.sampled_from([*OFFICE, *KITCHEN, "handling", "design", "zzz"]), st.integers(1, 300)),
)


@given(resumes=st.lists(resume, min_size=1, max_size=6), years=st.floats(0, 10))
def test_credits_are_the_same_bits(
    scorer: FitScorer,
    taxonomy: Taxonomy,
    background: Background,
    evidence: Evidence,
    make_job: Job,
    make_resume: Resume,
    resumes: list[tuple[str | None, list[dict[str, object]], list[str], dict[str, int]]],
    years: float,
) -> None:
    settings = ScoringSettings()
    job = make_job(SKILLS, phrases=PHRASES, asked_years=dict.fromkeys(SKILLS[::2], years))
    posting = Posting(job, background, settings)

    def show(values: dict[str, object]) -> SkillEvidence:
        return evidence(str(values["skill_id"]), **{key: it for key, it in values.items() if key != "skill_id"})

    profiles = [
        make_resume([show(it) for it in skills], phrases=own, terms=bag, title=title)
        for title, skills, own, bag in resumes
    ]
    pool = scorer.prepare(profiles)
    bulk = BulkCoverage(Coverage(taxonomy, settings), pool)
    for need in posting.needs:
        found = [bulk.credit(need, row) for row in range(len(pool))]
        expected = [(credit.value, credit.shown) for credit in found]
        values, shown = bulk.credits(need)
        assert list(zip(values.tolist(), shown.tolist(), strict=True)) == expected
