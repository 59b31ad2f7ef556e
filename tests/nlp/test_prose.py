from __future__ import annotations

import pytest

from skillmatch import SkillMatcher
from skillmatch.models import Document


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("You are curious and flexible", "curiosity"),
        ("Be curious to learn how things work", "curiosity"),
        ("Curiosity and teamwork", "curiosity"),
        ("an enthusiastic team player", "enthusiasm"),
        ("• Enthusiastic\n• Flexible\n• Team player", "enthusiasm"),
        ("Flexible, inquisitive, team player", "curiosity"),
        ("Excellent communication skills", "communication"),
        ("Experience with dashboards", "dashboard-design"),
        ("Strong coding skills", "programming"),
        ("machine learning, dashboards, SQL", "dashboard-design"),
        ("Built Dashboards", "dashboard-design"),
    ],
)
def test_trait_or_concept_is_meant(find, text: str, skill: str) -> None:
    assert skill in {found for _, found in find(text)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("We look back at lively debates in the editorial team every week", "enthusiasm"),
        ("Our office has curious corners and many plants for you to find", "curiosity"),
        ("Created monthly dashboards that the board of the company reads at breakfast", "dashboard-design"),
        ("Strong programming skills in R and Python", "programming"),
        ("Ada Novak, waitress, Ghent", "food-service"),
        ("Lead Cashier, Corner Shop, 2015 - 2018", "cash-handling"),
        ("Stage hand, Harbour Theatre, 2014 - 2016", "performing-arts"),
        ("Accountant, Hill Joinery Ltd, Preston", "carpentry"),
        ("Ordered Java and Colombian beans for a chain of shops", "java"),
        ("What we offer:\nflexible hours and fruit\n", "flexibility"),
    ],
)
def test_prose_is_no_skill(find, text: str, skill: str) -> None:
    assert skill not in {found for _, found in find(text)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Develop and maintain the data warehouse and its flows.", "data-warehousing"),
        ("Compassionate nurse with six years in wards.", "empathy"),
        ("Patient teacher, calm and kind.", "patience"),
        ("Customer service skills, patience and clear writing.", "patience"),
        ("Data cleaning, analysis and visualization in Python.", "data-visualization"),
        ("We are looking for a Machine Learning Engineer.\n\nRequirements:\n- Python", "machine-learning"),
        ("Trained a denoising autoencoder in Keras.", "autoencoders"),
    ],
)
def test_term_is_found_beside_other_text(matcher: SkillMatcher, text: str, skill: str) -> None:
    profile = matcher.profile(Document(document_id="prose", text=text), kind="job")
    assert skill in {found.skill_id for found in profile.skills}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("HR initiatives and trainings for staff.", "initiative"),
        ("REST APIs, solid unit testing", "solid-principles"),
        ("You can do without a car here.", "positive-attitude"),
        ("A love of cooperative games", "collaboration"),
        ("We offer a child care centre on site.", "childcare"),
        ("R&D budget planning for the plant.", "research-and-development"),
        ("EXPERIENCE\nPilot, Gryfon Drones, 2017-2020", "drones"),
    ],
)
def test_word_of_something_else_is_no_skill(matcher: SkillMatcher, text: str, skill: str) -> None:
    profile = matcher.profile(Document(document_id="prose", text=text))
    assert skill not in {found.skill_id for found in profile.skills}


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Payroll Specialist (m/f/d)", True),
        ("Experience in logistics and payroll.", True),
        ("Requirements\n- Payroll", True),
        ("Kindly notify payroll about a change of address.", False),
        ("The van stops at payroll and at the gate.", False),
    ],
)
def test_trade_in_the_prose_of_an_ad_is_no_skill(matcher: SkillMatcher, text: str, is_asked: bool) -> None:
    profile = matcher.profile(Document(document_id="ad", text=text), kind="job")
    assert ("payroll" in {found.skill_id for found in profile.skills}) is is_asked


@pytest.mark.parametrize(
    ("text", "skill", "is_asked"),
    [
        ("Cabin crew have access to staff travel and a pension.", "aviation", False),
        ("Bus drivers get free uniforms and a paid lunch break.", "driving", False),
        ("Bus driver (m/f/d)", "driving", True),
        ("Ruby Larsson leads the team, which meets at noon.", "team-leadership", False),
        ("We look for someone who leads the team.", "team-leadership", True),
    ],
)
def test_others_in_the_prose_of_an_ad_are_no_skill(
    matcher: SkillMatcher, text: str, skill: str, is_asked: bool
) -> None:
    profile = matcher.profile(Document(document_id="ad", text=text), kind="job")
    assert (skill in {found.skill_id for found in profile.skills}) is is_asked


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Works calmly under time pressure", "working-under-pressure"),
        ("Keeps a cool head when it gets busy", "working-under-pressure"),
        ("Gets on well with people of all ages", "interpersonal-skills"),
        ("Picks up new tools quickly", "fast-learner"),
        ("Never misses a deadline", "meeting-deadlines"),
        ("Pays attention to the smallest detail", "attention-to-detail"),
        ("Takes the lead when needed", "leadership"),
        ("Listens before speaking", "active-listening"),
        ("Good with words, both written and spoken", "communication"),
        ("Plans own work well", "organizational-skills"),
        ("Full of ideas", "creativity"),
        ("Makes decisions quickly", "decision-making"),
        ("Can be relied on", "dependability"),
        ("Negotiates good terms with suppliers", "negotiation"),
        ("Builds lasting relationships", "relationship-building"),
        ("Enjoys working with others", "teamwork"),
        ("Coaches younger colleagues", "mentoring"),
        ("You enjoy responsibility", "sense-of-responsibility"),
        ("You think like an entrepreneur.", "entrepreneurial-mindset"),
        ("You work in a structured way.", "organizational-skills"),
    ],
)
def test_trait_is_found_in_a_verb_phrase(matcher: SkillMatcher, text: str, skill: str) -> None:
    profile = matcher.profile(Document(document_id="trait", text=f"Profile\n{text}"))
    assert skill in {found.skill_id for found in profile.skills}


@pytest.mark.parametrize(
    ("sentence", "name", "is_skill"),
    [
        ("Squirrels are caching acorns for the winter.", "Caching", False),
        ("You handle caching for a shop with many visitors.", "Caching", True),
        ("The geometry of the hull makes the ferry stable.", "Geometry", False),
        ("Advanced geometry, please.", "Geometry", True),
        ("There is a probability of rain tomorrow.", "Probability", False),
        ("Deep understanding of probability.", "Probability", True),
        ("The leadership of the party resigned.", "Leadership", False),
        ("Leadership in a large kitchen.", "Leadership", True),
        ("The gallery asked for authentication of the signature.", "Authentication", False),
        ("The gallery asked for authentication with OAuth.", "Authentication", True),
        ("The gate has motion sensors.", "Sensors", False),
        ("Our team mounts sensors.", "Sensors", True),
    ],
)
def test_word_in_a_sentence_that_is_not_about_work(
    matcher: SkillMatcher, sentence: str, name: str, is_skill: bool
) -> None:
    profile = matcher.profile(Document(document_id="case", text=sentence), kind="job")
    assert (name in {skill.name for skill in profile.skills}) is is_skill
