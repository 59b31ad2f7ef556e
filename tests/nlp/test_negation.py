from __future__ import annotations

from collections.abc import Callable

import pytest

from skillmatch.nlp.notes import Note

Read = Callable[..., dict[str, Note]]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("No experience with Hadoop is expected.", {"Hadoop"}),
        ("I have never worked with Salesforce or SAP.", {"Salesforce", "SAP"}),
        ("We use React, not Angular.", {"Angular"}),
        ("Kotlin (not Java) runs on the server.", {"Java"}),
        ("Knowledge of Perl is not needed.", {"Perl"}),
        ("PHP is not required for this role.", {"PHP"}),
        ("You don't need to know Scala, but Python is a must.", {"Scala"}),
        ("We are moving away from Jenkins towards Terraform.", {"Jenkins"}),
        ("Deployed services on GCP instead of AWS.", {"AWS"}),
        ("Without any Kubernetes knowledge you can still apply; Docker is enough.", {"Kubernetes"}),
        ("Unfamiliar with Rust and C++, fluent in Python.", {"Rust", "C++"}),
        ("I lack experience in Azure. Strong in AWS.", {"Azure"}),
        ("Neither Vue nor Angular is used here, only React.", {"Vue", "Angular"}),
        ("Experience with MySQL rather than MongoDB.", {"MongoDB"}),
        ("No Java, please.", {"Java"}),
        ("We no longer use Ruby, everything is in Python.", {"Ruby"}),
        ("Tableau isn't necessary, Excel is.", {"Tableau"}),
        ("You won't be using Selenium; our tests run on Cypress.", {"Selenium"}),
        ("Has not used Docker, Kubernetes or Terraform.", {"Docker", "Kubernetes", "Terraform"}),
        ("Zero Spark experience, five years of SQL.", {"Spark"}),
        ("No experience with Java and strong Python.", {"Java"}),
        ("Never coded in C++ or C#, only Rust.", {"C++", "C#"}),
        ("Java skills are not needed; SQL skills are.", {"Java"}),
        ("PHP experience not necessary", {"PHP"}),
        ("Little to no experience with Linux, good with Git.", {"Linux"}),
        ("I do not know Java.\nI know Python.", {"Java"}),
        ("Previous SAP experience is not essential but Excel is.", set()),
        ("Not only Python but also Java.", set()),
        ("Not just SQL: also Spark and Kafka.", set()),
        ("Docker is a plus but not required.", set()),
        ("Terraform would be nice, although not needed.", set()),
        ("Not strictly required, but Redis helps.", set()),
        ("Experience with tools including but not limited to Git and Jenkins.", set()),
        ("There is no better place to learn Kotlin.", set()),
        ("Work without supervision using Python.", set()),
        ("Don't hesitate to apply if you know Java.", set()),
        ("Do not miss this chance to work with Rust.", set()),
        ("No matter whether you come from AWS or Azure.", set()),
        ("You are not afraid of Linux.", set()),
        ("You will not do routine tasks and you must be strong in Linux.", set()),
        ("Prices with and without SAP fees.", set()),
        ("Tells whether it is valid or not. Java", set()),
        ("We never had more Salesforce jobs.", set()),
        ("Without the need of tools on the Linux side.", set()),
        ("SQL and no SQL databases", set()),
        ("You have not yet used Vue or Svelte.", {"Vue", "Svelte"}),
        ("Managed Kubernetes with no downtime.", set()),
        ("Reduced costs without loss of quality by moving to AWS.", set()),
        ("You should have Java. No degree needed.", set()),
        ("Migrated from Perl to Python.", set()),
        ("Why not join us and write Scala?", set()),
        ("Cannot imagine a day without SQL? Apply!", set()),
        ("No problem is too hard for our Spark team.", set()),
        ("Knowledge of React is necessary.", set()),
    ],
)
def test_negation_reaches_what_it_is_said_of(read: Read, text: str, negated: set[str]) -> None:
    assert {name for name, entry in read(text).items() if entry["negated"]} == negated


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Kafka is not a requirement.", {"Kafka"}),
        ("Knowledge of Perl or PHP is no prerequisite.", {"Perl", "PHP"}),
        ("SAP and Salesforce are not part of this job.", {"SAP", "Salesforce"}),
        ("Nobody in the team asks for Hadoop skills.", {"Hadoop"}),
        ("No one expects you to know Scala.", {"Scala"}),
        ("None of us uses Selenium.", {"Selenium"}),
        ("We don't do Ruby.", {"Ruby"}),
        ("We do not touch PHP; the shop is in Python.", {"PHP"}),
        ("Our team doesn't run Kubernetes, we use plain Docker.", {"Kubernetes"}),
        ("Docker yes, Terraform no.", {"Terraform"}),
        ("Git: yes, Jenkins: no", {"Jenkins"}),
        ("Java | expert\nScala | none\nRust | no experience", {"Scala", "Rust"}),
        ("Angular is no longer used, everything is React.", {"Angular"}),
        ("Perl is not used here any more.", {"Perl"}),
        ("We dropped MongoDB last year and use PostgreSQL.", {"MongoDB"}),
        ("We have said goodbye to Jenkins.", {"Jenkins"}),
        ("We stopped using Angular two years ago.", {"Angular"}),
        ("You can forget about Excel; Tableau is our tool.", {"Excel"}),
        ("There is no need for Spark here.", {"Spark"}),
        ("You can do without Perl, but not without Python.", {"Perl"}),
        ("I have yet to work with Rust.", {"Rust"}),
        ("I never had the chance to use Kotlin.", {"Kotlin"}),
        ("Hardly any experience with Azure, a lot with AWS.", {"Azure"}),
        ("I am not familiar with Vue or Svelte.", {"Vue", "Svelte"}),
        ("Python: yes. C++: not at all.", {"C++"}),
        ("We steer clear of SAP.", {"SAP"}),
        ("C# isn't in our stack.", {"C#"}),
        ("Redis is out of scope.", {"Redis"}),
        ("Experience in Tableau isn't something we look for.", {"Tableau"}),
        ("Flask has been phased out, Django is in.", {"Flask"}),
        ("You needn't be a Linux expert.", {"Linux"}),
        ("What we don't need: Java, Scala", {"Java", "Scala"}),
        ("What you do not need\n- Excel\n- SAP\n\nWhat you need\n- Python\n", {"Excel", "SAP"}),
        ("Whether you have used Jenkins or not is unimportant.", {"Jenkins"}),
        ("We don't expect you to know Terraform yet.", {"Terraform"}),
        ("Perl is a language we left behind long ago.", {"Perl"}),
        ("It is not necessary to have used Vue.", {"Vue"}),
        ("We use Redis but you don't have to know it.", {"Redis"}),
        ("If you don't know Kafka yet, we will teach you.", set()),
        ("It doesn't matter if you haven't used Angular.", {"Angular"}),
        ("The job has nothing to do with Salesforce.", {"Salesforce"}),
        ("We look for Linux people, desktops are not our thing.", set()),
        ("We cannot do without Git.", set()),
        ("Not a day goes by without Excel.", set()),
        ("There is hardly a project without Docker.", set()),
        ("You will not get far without Linux.", set()),
        ("It is hard to work here without SQL.", set()),
        ("Nobody knows Java better than you.", set()),
        ("You do not only know Docker but also Kubernetes.", set()),
        ("Don't wait and send us your best Python code.", set()),
        ("No day is like the other when you run Kafka.", set()),
        ("We don't care whether you come from Java or C#.", set()),
        ("Is there anything you cannot build with React?", set()),
        ("We never stop improving our Terraform code.", set()),
        ("Redis is not a must.", set()),
        ("You do not shy away from SAP.", set()),
        ("There are no limits to what you can do with Python.", set()),
        ("You have no fear of Linux.", set()),
        ("Not a beginner in SQL any more.", set()),
        ("Replaced Jenkins with better scripts in Python.", set()),
    ],
)
def test_negation_by_clause(read: Read, text: str, negated: set[str]) -> None:
    assert {name for name, entry in read(text).items() if entry["negated"]} == negated


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("No previous exposure to Kotlin is expected.", {"Kotlin"}),
        ("There is no need to master Terraform; AWS is a must.", {"Terraform"}),
        ("Missing Azure experience is no obstacle.", {"Azure"}),
        ("Not having used Kafka before is fine.", {"Kafka"}),
        ("It doesn't matter whether you know Angular.", {"Angular"}),
        ("Lack of Kubernetes knowledge is no problem.", {"Kubernetes"}),
        ("A lack of SQL would be a problem.", set()),
        ("Python is mandatory, Perl is not.", {"Perl"}),
        ("Docker is expected; Kubernetes isn't.", {"Kubernetes"}),
        ("React is required but Vue is not.", {"Vue"}),
        ("Prior Salesforce knowledge? Not necessary.", {"Salesforce"}),
        ("No hands-on Kubernetes so far, but solid Docker.", {"Kubernetes"}),
        ("My experience does not include Salesforce.", {"Salesforce"}),
        ("Everything but Perl: Python, Ruby, Java.", {"Perl"}),
        ("I left PHP behind in 2015 and now write Java.", {"PHP"}),
        ("I would rather not work with Cypress again.", {"Cypress"}),
        ("Applicants without Python experience will not be considered.", set()),
        ("Candidates lacking SQL need not apply.", set()),
        ("Without Docker you will not survive the first week.", set()),
        ("You won't get far without Git.", set()),
        ("People who do not know Linux will struggle here.", set()),
        ("Those without Scala cannot apply.", set()),
        ("Without Excel nothing works here.", set()),
        ("Worked with Tableau but never with Excel.", {"Excel"}),
        ("Candidates with no Salesforce background will be rejected.", set()),
        ("We do without Java and do not work with Perl.", {"Java", "Perl"}),
        ("Kenntnisse in SAP sind nicht notwendig.", {"SAP"}),
        ("Java-Kenntnisse werden nicht vorausgesetzt, Python aber schon.", {"Java"}),
        ("Aucune connaissance de Python n'est nécessaire.", {"Python"}),
        ("No se requiere experiencia en Java.", {"Java"}),
        ("Ervaring met Java is niet vereist, Python wel.", {"Java"}),
    ],
)
def test_what_need_not_be_there_and_what_must(read: Read, text: str, negated: set[str]) -> None:
    assert {name for name, entry in read(text).items() if entry["negated"]} == negated


def test_negated_skill_is_not_required(read: Read) -> None:
    assert read("Requirements:\nNo Java needed.")["Java"]["requirement"] == "none"


def test_negation_stays_in_its_sentence(read: Read) -> None:
    entries = read("No travel required. Python and SQL.\nNo weekend work\nDocker")
    assert not any(entry["negated"] for entry in entries.values())
