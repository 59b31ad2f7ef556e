"""Phrases of real ads, a dozen of each kind, so that the cues stay general."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillmatch.nlp.notes import Note

Read = Callable[..., dict[str, Note]]

R, P, N = "required", "preferred", "none"


def _requirements(read: Read, text: str, expected: dict[str, str]) -> dict[str, str]:
    entries = read(text)
    return {name: entries[name]["requirement"] for name in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Redis would be nice, MySQL is a must.", {"Redis": P, "MySQL": R}),
        ("Docker skills are a welcome bonus, Linux skills are a given.", {"Docker": P, "Linux": R}),
        ("Excel is non-negotiable; Tableau would sweeten the deal.", {"Excel": R, "Tableau": P}),
        ("It is essential that you read SQL; it is desirable that you write Scala.", {"SQL": R, "Scala": P}),
        ("Would be great: Redis, Kafka.\nWe can't do without: SQL.", {"Redis": P, "Kafka": P, "SQL": R}),
        ("Nice, not vital: Salesforce, Tableau.", {"Salesforce": P, "Tableau": P}),
        ("What is needed\n1) Java\n2) SQL\nWhat is not needed but makes us glad\n3) Scala", {"Java": R, "Scala": P}),
        ("Requirements - C++, Linux | Preferred - Rust, Kafka", {"C++": R, "Linux": R, "Rust": P, "Kafka": P}),
        ("We'd love a bit of Tableau, though Excel is the one thing you must bring.", {"Tableau": P, "Excel": R}),
        ("Java is compulsory; Git ideally.", {"Java": R, "Git": P}),
        ("Our platform crew runs Terraform; you, the seventh, need SQL.", {"Terraform": N, "SQL": R}),
        ("You need Java. The games are made in Rust by another crew.", {"Java": R, "Rust": N}),
        ("A plus: Redis. A must: MySQL.", {"Redis": P, "MySQL": R}),
        ("Preferred qualifications include Hadoop, minimum qualifications SQL.", {"Hadoop": P, "SQL": R}),
        ("Kubernetes isn't a hard requirement, Docker is.", {"Kubernetes": P, "Docker": R}),
        ("Java is our core language, Kotlin knowledge won't go unnoticed.", {"Java": R, "Kotlin": P}),
        ("Python/Django developer wanted, React knowledge a plus", {"Python": R, "Django": R, "React": P}),
        ("We are happy to train you in SAP; Excel is needed.", {"SAP": N, "Excel": R}),
        ("If you have already played with Svelte, even better.", {"Svelte": P}),
        ("Even better if you have run Kafka in production.", {"Kafka": P}),
        ("First steps in Terraform would round off your profile.", {"Terraform": P}),
        ("A little Ansible rounds out your skill set.", {"Ansible": P}),
        ("Knowledge of Tableau is helpful.", {"Tableau": P}),
        ("Rust enthusiasts are very welcome.", {"Rust": P}),
        ("Prior exposure to Hadoop is considered advantageous.", {"Hadoop": P}),
        ("Being able to read Perl can be beneficial.", {"Perl": P}),
        ("Ideal: some PyTorch.", {"PyTorch": P}),
        ("You get bonus points for Scala.", {"Scala": P}),
        ("Good to have: Cypress", {"Cypress": P}),
        ("Salesforce is not essential but useful.", {"Salesforce": P}),
        ("Python, with Spark as a welcome extra.", {"Python": R, "Spark": P}),
        ("PHP is what you need; Vue is the icing on the cake.", {"PHP": R, "Vue": P}),
        ("Some Kotlin won't hurt.", {"Kotlin": P}),
        ("A basic grasp of Docker does no harm.", {"Docker": P}),
        ("Selenium skills will set you apart.", {"Selenium": P}),
        ("It's great if you have seen Jenkins before.", {"Jenkins": P}),
        ("We'd be delighted to see some GCP on your CV.", {"GCP": P}),
        ("Azure certificates are looked upon favourably.", {"Azure": P}),
        ("Java is mandatory and Kotlin is recommended.", {"Java": R, "Kotlin": P}),
        ("Django, at best with some Flask.", {"Django": R, "Flask": P}),
        ("You know SQL, and it helps if you have seen MongoDB.", {"SQL": R, "MongoDB": P}),
        ("A background in SAP goes a long way.", {"SAP": P}),
        ("Linux is a big advantage for you.", {"Linux": P}),
        ("Extra credit for anyone who knows Perl.", {"Perl": P}),
        ("We are especially happy about applicants with Ruby.", {"Ruby": P}),
        ("Tableau or Excel, the latter being optional.", {"Excel": P}),
        ("A good understanding of SQL is vital; Tableau would come in handy.", {"SQL": R, "Tableau": P}),
        ("SQL is not optional.", {"SQL": R}),
        ("Hands-on Kubernetes is a strong differentiator.", {"Kubernetes": P}),
    ],
)
def test_wishes_are_preferred(read: Read, text: str, expected: dict[str, str]) -> None:
    assert _requirements(read, text, expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A certificate in AWS is a plus, as is Terraform.", {"AWS": P, "Terraform": P}),
        ("Docker is an advantage, and so is Kubernetes.", {"Docker": P, "Kubernetes": P}),
        ("It is a merit if you have used Kafka or Spark.", {"Kafka": P, "Spark": P}),
        ("Useful but not essential:\n- Docker\n- Kubernetes\n\nYou must have:\n- Java", {"Docker": P, "Java": R}),
        ("Good to know:\n* Redis\n* Kafka", {"Redis": P, "Kafka": P}),
        ("We would be impressed by Scala.", {"Scala": P}),
        ("Experience with MongoDB would certainly not go amiss.", {"MongoDB": P}),
        ("What would help\n* Kafka\nWhat you must have\n* SQL", {"Kafka": P, "SQL": R}),
        ("Points for Terraform.", {"Terraform": P}),
        ("You might also know Vue.", {"Vue": P}),
        ("Von Vorteil sind Erfahrungen mit Kubernetes und Terraform.", {"Kubernetes": P, "Terraform": P}),
        ("Wünschenswert: Erfahrung mit React.", {"React": P}),
        ("Python obligatoire, Docker serait un atout.", {"Python": R, "Docker": P}),
        ("Se valora experiencia con Docker.", {"Docker": P}),
        ("Mile widziana znajomość Ansible.", {"Ansible": P}),
    ],
)
def test_wishes_in_other_turns_and_languages(read: Read, text: str, expected: dict[str, str]) -> None:
    assert _requirements(read, text, expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Python plus either Scala or Java", {"Python": R, "Scala": R, "Java": R}),
        ("You bring Java plus Spring and a good deal of SQL.", {"Java": R, "Spring": R, "SQL": R}),
        ("Linux, Git plus two years of Docker", {"Linux": R, "Git": R, "Docker": R}),
        ("Excel plus SAP", {"Excel": R, "SAP": R}),
        ("Requirements: React plus TypeScript; Redis; Kafka plus", {"React": R, "Redis": R, "Kafka": P}),
        ("C++ (plus Python for scripts)", {"C++": R, "Python": R}),
    ],
)
def test_plus_as_a_conjunction_is_no_wish(read: Read, text: str, expected: dict[str, str]) -> None:
    assert _requirements(read, text, expected) == expected


FRAME = "Backend Developer\n\nAbout us\nWe sell tents.\n\n{}\n\nApply by June.\n\nSend us your papers.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You know your way around Linux.", {"Linux": R}),
        ("We'd love to hear from you if you have built things with React.", {"React": R}),
        ("You cannot imagine a working day without Git.", {"Git": R}),
        ("You feel at home in Java and Spring.", {"Java": R, "Spring": R}),
        ("You are fluent in Scala.", {"Scala": R}),
        ("You live and breathe Kubernetes.", {"Kubernetes": R}),
        ("SQL is second nature to you.", {"SQL": R}),
        ("Docker is no stranger to you.", {"Docker": R}),
        ("You've shipped apps in Kotlin before.", {"Kotlin": R}),
        ("What you do need is Python.", {"Python": R}),
        ("You master C++ and have fun with it.", {"C++": R}),
        ("You have already rolled out SAP somewhere.", {"SAP": R}),
        ("You speak fluent Ruby.", {"Ruby": R}),
        ("Terraform holds no secrets for you.", {"Terraform": R}),
        ("Ideally some Rust, but above all a firm hand with Excel.", {"Excel": R}),
        ("Kafka is your bread and butter.", {"Kafka": R}),
        ("We want someone who has used Angular for real.", {"Angular": R}),
        ("Our new colleague has worked with Azure.", {"Azure": R}),
        ("Applicants have used Tableau for a while.", {"Tableau": R}),
        ("You think in SQL.", {"SQL": R}),
        ("We are hiring a React developer for our Lyon office.", {"React": R}),
        ("Join us as a Salesforce consultant.", {"Salesforce": R}),
    ],
)
def test_claims_about_the_person_are_required(read: Read, text: str, expected: dict[str, str]) -> None:
    assert _requirements(read, FRAME.format(text), expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Training in Tableau will be provided.", {"Tableau": N}),
        ("We will teach you Scala from scratch.", {"Scala": N}),
        ("Spark experience can be gained on the job.", {"Spark": N}),
        ("Our data colleagues run everything on Spark.", {"Spark": N}),
        ("Nice to know: the analysts next door use Excel.", {"Excel": N}),
        ("The customers that we advise are moving to AWS.", {"AWS": N}),
        ("We are in the middle of migrating from MySQL to PostgreSQL.", {"PostgreSQL": N}),
        ("One day you debug a Redis cluster, the next you write a page in Vue.", {"Redis": N, "Vue": N}),
        ("Some weeks you will patch Linux servers.", {"Linux": N}),
        ("You can take courses on Azure and Kubernetes.", {"Azure": N, "Kubernetes": N}),
        ("Our mobile team writes Kotlin.", {"Kotlin": N}),
        ("You will work side by side with our SAP consultants.", {"SAP": N}),
        ("In your first month you learn how we use Jenkins.", {"Jenkins": N}),
        ("The shop is built with Django.", {"Django": N}),
        ("We pay for your AWS exam.", {"AWS": N}),
    ],
)
def test_description_and_training_are_not_required(read: Read, text: str, expected: dict[str, str]) -> None:
    assert _requirements(read, FRAME.format(text), expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our web shop is built with Ruby and Vue.", {"Ruby": R, "Vue": R}),
        ("We write our services in Rust.", {"Rust": R}),
        ("We can't imagine working without Git.", {"Git": R}),
        ("Java, Kotlin and Scala are all in use in our backend.", {"Java": R, "Scala": R}),
        ("Our pipelines run on Jenkins.", {"Jenkins": R}),
        ("Develop dashboards in Tableau.", {"Tableau": R}),
        ("The team deploys to Kubernetes twice a day.", {"Kubernetes": R}),
        ("Your tools are Docker and Terraform.", {"Docker": R}),
        ("SAP consultant wanted.", {"SAP": R}),
        ("We offer free Kubernetes courses.", {"Kubernetes": N}),
        ("You will be trained in Salesforce.", {"Salesforce": N}),
    ],
)
def test_a_lone_sentence_says_what_the_work_is_done_with(read: Read, text: str, expected: dict[str, str]) -> None:
    assert _requirements(read, text, expected) == expected


@pytest.mark.parametrize(
    "first",
    ["Java Developer", "PHP Developer for our agency in Porto", "Azure or AWS Engineer (m/f/d)", "SAP Consultant"],
)
def test_the_own_job_title_is_required(read: Read, first: str) -> None:
    entries = read(
        f"{first}\n\nAbout us\nWe sell shoes.\n\nYour tasks\n- Run things\n- Fix things\n\nWe offer\n- Tea\n"
    )
    assert {entry["requirement"] for entry in entries.values()} == {R}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Desirable\n- Scala\n- Rust\n\nYou are a calm colleague and know Git.\n", {"Rust": P, "Git": R}),
        ("Nice to have\nScala\nRust or Perl\n\nYou enjoy writing SQL every day.\n", {"Perl": P, "SQL": R}),
        ("Bonus\n* Kafka\n\nWe run our shop on Django.\n", {"Kafka": P, "Django": N}),
        ("Desired: Ruby, Vue\nPersonal qualities: communication, teamwork\n", {"Vue": P, "teamwork": R}),
        ("Desirable:\nRuby\nVue\nPersonality:\nteamwork and good communication\n", {"Vue": P, "teamwork": R}),
        ("Must have\n- Java\n\nDesired\n- Perl\n\nSoft skills\n- teamwork\n", {"Java": R, "Perl": P, "teamwork": R}),
        ("Preferred skills\n\nScala, Rust\n\nEducation\n\nA course in SQL\n", {"Rust": P, "SQL": R}),
        ("Your tasks\n- Scala\n- Rust\n\nYou know Git and Linux inside out.\n", {"Rust": N, "Git": R, "Linux": R}),
    ],
)
def test_a_wish_list_ends(read: Read, text: str, expected: dict[str, str]) -> None:
    start = "Backend Developer\n\nAbout us\nWe sell tents.\n\n"
    assert _requirements(read, start + text, expected) == expected


ADS = (
    (
        """Junior Test Automation Engineer (all genders)

Hello! Wavecrest is a 40-person studio in Ghent that builds booking software for ferry lines. Our backend is written in
Scala, and most of us have been here for years.

How you will spend your time
* Extending our Selenium suite
* Pairing with developers on Kotlin services

You'd be a great match if
* You have written tests in Python or Java
* Linux doesn't scare you

It's a bonus when
* you have seen Kubernetes

What's on the table
* A Salesforce certificate after your first year
""",
        {"Scala": N, "Selenium": N, "Kotlin": N, "Python": R, "Java": R, "Linux": R, "Kubernetes": P, "Salesforce": N},
    ),
    (
        """Data Analyst

THE JOB
You turn the numbers of 80 clinics into decisions. Your day starts in Tableau and often ends in Excel.

THE PERSON
Three years in a similar post
Excellent SQL and a solid command of Python

THE EXTRAS
Spark
Hadoop

THE DEAL
Part time possible
Free Azure exams
""",
        {"Tableau": N, "Excel": N, "SQL": R, "Python": R, "Spark": P, "Hadoop": P, "Azure": N},
    ),
    (
        "We are growing and need a Ruby developer for our team in Cork. You'll join six engineers who ship every day. "
        "The stack is Ruby, PostgreSQL and Redis on AWS. We'd like you to be comfortable with SQL. Experience of Vue "
        "would be a bonus. We use Kubernetes but you don't have to know it. In return you get Rust workshops.",
        {"PostgreSQL": N, "Redis": N, "AWS": N, "SQL": R, "Vue": P, "Kubernetes": N, "Rust": N},
    ),
)


@pytest.mark.parametrize(("text", "expected"), ADS)
def test_requirement_in_whole_ads(read: Read, text: str, expected: dict[str, str]) -> None:
    assert _requirements(read, text, expected) == expected
