"""Names of people, places, firms and plain words are no skills; the same names in use are."""

from __future__ import annotations

import pytest

from skillmatch import SkillMatcher
from skillmatch.models import Document

NAMED = ("language", "library", "tool")

NO_SKILL = """
You will work with Ruby, our founder, on the next festival.
Founded by two former Oracle engineers in a barn.
You sign in each docker at the gate of the grain terminal.
The ferry docks below the Azure Coast hotel.
Toured Java and Sumatra with a brass band.
Holds gliding badge C and a ski licence.
Bring the patients from R wing to the lift.
The recital closes with a fugue in C for two pianos.
A paper that was published with R. Okafor.
Contacts: Julia Haskell (head), Pascal Dart (deputy).
The job at Parcelo is to fold boxes.
Our cat Pascal sleeps in the reception.
Please contact Ruby Hartmann at the front desk.
Send your application to Jasmine Oakley.
Reporting to Dr Tableau, you greet patients.
Our founder's son Django plays the guitar.
Sales manager at Oracle, later at Adobe.
Worked at Slack Ltd as a cleaner.
She ran the bar of the Hotel Astro for six summers.
Meet us at Kafka Street 12, second floor.
The bakery at Docker Lane opens at six.
Grew up near Azure Beach.
A scholarship of the Spark Foundation.
Elastic waistbands and cotton shirts, sorted by size.
You lead the swing band on Fridays.
Handle cypress logs and bamboo poles with care.
Keep the chef informed about gulp sizes.
Put angular stones beside the round ones.
Python handlers wear thick gloves.
Assembler of wooden chairs, night shift.
We salt the roads and clear snow in winter.
Swift and friendly service at the till.
React calmly under pressure.
Go through the checklist each morning.
Move heavy boxes; less talking, more doing.
Express yourself clearly in writing.
Spring into action when the bell rings.
Rinse the beaker, then salt and stir.
Julia and Maya run the kindergarten together.
He plays the role of Hamlet in the Atom Theatre.
The Apollo programme inspired our founder.
Our clients include Amazon, Google and SAP.
Ask Jenkins in accounting for the keys.
Solid oak tables and less plastic.
Loves hiking, chess and sketch comedy.
Paint the shell of the boat and check the rails.
An exhibition on the Maya and their calendars.
Consul General Ray Flink opened the fair.
Ruby will show you around; she runs the bakery.
Julia is looking forward to your call.
Kafka and Camus are on the reading list.
The novel club meets on Mondays; next is Kafka.
Chef & Puppet Café seeks a waiter.
Cashier at Ansible & Sons, Leeds.
Salesforce's Dublin office needs a cleaner.
Never used a lathe; I work with wood instead.
The Hive is run by beekeepers.
Supervised by Prof. S. Perl in Norwich.
Forest ranger of the Maven Commission.
Nurse Julia hands over the ward at six.
Swift Logistics hires drivers.
Skills: ADA, agency, blueprints, contracts
Skills: Instructor, fitness, CPR
Outpatient Clerk, day shift
Convert charts to Electronic Medical Records (EMR); nurses use EMR.
Born in Java, raised in Leeds.
Sage, thyme and a drop of java in the chilli.
The shop sells selenium tablets.
Julia Haskell, ward sister, St Helena Hospital
The choir seeks a tenor for the scales in D and G.
Seasonal hands wanted near Hive Bridge: pigs, and a Pig and Poultry show.
Waitress at Café Kotlin, Saint Petersburg.
Interviews are held on Zoom.
Recruiter, Salesforce, Dublin, 2018-2021
Oracle, Austin, Texas. I looked after the garden.
Worked for SAP in Walldorf as a cook.
We compete with the likes of Salesforce and HubSpot.
Slack in the rope must be taken up.
Salt of the earth, our drivers are.
Collected honey from each hive and fed the pigs.
""".strip().splitlines()

SKILL = [
    ("Track bugs in Linear and write specs in Notion.", {"linear-app", "notion"}),
    ("The pricing engine is written in Elixir.", {"elixir"}),
    ("Ported a solver from Fortran to Julia.", {"fortran", "julia"}),
    ("You will rewrite the billing service in Rust.", {"rust"}),
    ("Experience with Consul, Vault and Packer.", {"hashicorp-consul", "hashicorp-vault", "packer"}),
    ("The game is made in Unity, the tools in Python.", {"unity", "python"}),
    ("Wrote end-to-end tests in Cypress.", {"cypress"}),
    ("Hardly a week without Excel in this job.", {"microsoft-excel"}),
    ("Styled with Sass and a little Less.", {"sass", "less"}),
    ("A desktop app in Electron.", {"electron"}),
    ("Used Swing and JavaFX for the point of sale.", {"java-swing", "javafx"}),
    ("Maintained a Flask app and its Celery workers.", {"flask", "celery"}),
    ("Solid knowledge of Node and Express", {"node-js", "express-js"}),
    ("Ships React Native apps with Expo", {"react-native", "expo"}),
    ("Databases: Oracle, Azure SQL", {"oracle-database", "azure-sql-database"}),
    ("good at Python", {"python"}),
    ("WE USE PYTHON, GO AND REACT", {"python", "go", "react"}),
    ("experience with java, spring and hibernate", {"java", "spring-framework", "hibernate"}),
    ("Docker, Kubernetes and Azure in production", {"docker", "kubernetes", "microsoft-azure"}),
    ("Python is a must.", {"python"}),
    ("Python developers wanted", {"python"}),
    ("Rust is a plus but not required.", {"rust"}),
    ("Big plus: Rust.", {"rust"}),
    ("Swift preferred.", {"swift"}),
    ("R would be nice to have.", {"r"}),
    ("10+ years of Rust and 12 years of Kubernetes", {"rust", "kubernetes"}),
    ("Eight years in software, three of them with React.", {"react"}),
    ("A minimum of 7 years' experience, including 3 in Scala.", {"scala"}),
    ("You might also know Elixir.", {"elixir"}),
    ("Somebody who writes React every day.", {"react"}),
    ("Built a Flask site and a Dash front end for sales.", {"flask", "plotly-dash"}),
    ("Candidates must have run Beam or Storm in production.", {"apache-beam", "apache-storm"}),
    ("A bootcamp in Swift.", {"swift"}),
    ("Wünschenswert: Erfahrung mit React.", {"react"}),
    ("3 años de experiencia en React.", {"react"}),
    ("Python for six years, SQL for four.", {"python", "sql"}),
    ("Python obligatoire, Docker serait un atout.", {"python", "docker"}),
    ("Ported the build from Make to CMake.", {"gnu-make", "cmake"}),
    ("Preferred: Docker, single-cell work, Rust (seriously).", {"docker", "rust"}),
    ("Tableau,Excel;Docker+K8s", {"docker", "kubernetes"}),
    ("熟悉Java和MySQL", {"java", "mysql"}),
    ("\u0421++, C#", {"c-plus-plus", "c-sharp"}),
    ("A stock list in Microsoft Access.", {"microsoft-access"}),
    ("Skills: Ada, C++, Python", {"ada", "c-plus-plus"}),
    ("Amazon Elastic MapReduce (EMR) and S3", {"amazon-emr"}),
    ("Automated with Chef, Puppet and Ansible.", {"chef", "puppet", "ansible"}),
    ("Took notes in Notion; had no notion of what would follow.", {"notion"}),
    ("Servers that I kept with Puppet.", {"puppet"}),
    ("The number was estimated in R.", {"r"}),
    ("Ruby Jones taught me Ruby.", {"ruby"}),
    ("Extra credit if you have dabbled in Rust.", {"rust"}),
    ("If you happen to speak Scala, all the better.", {"scala"}),
    ("Good Word skills needed.", {"microsoft-word"}),
    ("At SAP you will write ABAP.", {"abap"}),
    ("We want you to excel at Excel.", {"microsoft-excel"}),
    ("Terraform you learn here; Linux you should know.", {"terraform", "linux"}),
    ("Kept Slack, Teams and Zoom running for teams on four continents.", {"microsoft-teams"}),
    ("Charts in Tableau on weekdays, a tableau vivant at Christmas.", {"tableau"}),
    ("Beekeeper at weekends (four hives), Hive and Spark jobs on weekdays.", {"apache-hive", "apache-spark"}),
    ("A little Blender would be welcome.", {"blender"}),
    ("No problem if your TypeScript is rusty.", {"typescript"}),
    ("Migrated the shop from Ember to React.", {"ember-js", "react"}),
    ("Cypress we use every day.", {"cypress"}),
    ("Excel yes, Access no.", {"microsoft-excel"}),
    ("Go is our main language.", {"go"}),
    ("Spring experience is a must.", {"spring-framework"}),
    ("Knowledge of neither Maya nor Blender is expected.", {"autodesk-maya", "blender"}),
    ("Swift decisions matter, and so does clean Swift code.", {"swift"}),
    ("The server side is Node with Express.", {"node-js", "express-js"}),
    ("Rigged characters in Maya, built levels in Unity.", {"autodesk-maya", "unity"}),
    ("Jobs read from Kafka and write to S3.", {"apache-kafka", "amazon-s3"}),
    ("Preferred qualifications:\n* Kafka at scale\n* Python with pandas", {"apache-kafka", "python", "pandas"}),
    ("Bonus points for Rust.", {"rust"}),
    ("The course covers Spring, then Hibernate.", {"spring-framework", "hibernate"}),
    ("Salesforce training is given; you know Excel.", {"salesforce", "microsoft-excel"}),
    ("Wrote printer drivers in C and sang scales in the choir.", {"c"}),
    ("Plots were drawn in R.", {"r"}),
    ("Salesforce power user", {"salesforce"}),
    ("You ship our iOS client.", {"ios"}),
    ("Excel you should know.", {"microsoft-excel"}),
]


def _named(matcher: SkillMatcher, text: str) -> set[str]:
    profile = matcher.profile(Document(document_id="case", text=text), kind="job")
    return {skill.skill_id for skill in profile.skills if matcher.taxonomy[skill.skill_id].type in NAMED}


@pytest.mark.parametrize("text", NO_SKILL)
def test_other_bearers_of_a_name_are_no_skills(matcher: SkillMatcher, text: str) -> None:
    assert _named(matcher, text) == set()


@pytest.mark.parametrize(("text", "skills"), SKILL)
def test_names_in_use_are_skills(matcher: SkillMatcher, text: str, skills: set[str]) -> None:
    assert skills <= _named(matcher, text)
