"""Write the fresh extraction set: passages and one-sentence cases made up after the rules were tuned.

    python benchmarks/data/make_fresh.py [FOLDER]

writes ``gold_fresh.jsonl`` and ``traps_fresh.jsonl``, by default beside this file. All people, firms and texts are
invented. A mention is marked in its text as ``[[text]]``, ``[[text=Name]]`` or ``[[text=Name|flags]]``, so offsets are
right by construction. Without a name the text itself is looked up in the lexicon. Flags:

- ``r``, ``p``, ``n``: required, preferred or none; every mention of a job ad has one unless it is negated;
- ``c``: a concept (always optional, needs no lexicon entry); ``?``: optional; ``!``: negated;
- a number: years stated for the skill.

One reader, a language model, wrote and marked the texts; nobody has checked them since. After a first comparison with
the extractor 30 marks were corrected (25 forgotten optional mentions, 3 alias lists, 2 span edges) and no text.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Entry = tuple[str, str, list[str]]

MARK = re.compile(r"\[\[([^\]|=]+)(?:=([^\]|]+))?(?:\|([^\]]*))?\]\]")
FLAGS = re.compile(r"(?P<concept>c?)(?P<need>[rpn]?)(?P<optional>\??)(?P<negated>!?)(?P<years>\d+(?:\.\d+)?)?")
VERSION = re.compile(r"[ -]?\d[\d./cgx]*$")
REQUIREMENT = {"r": "required", "p": "preferred", "n": "none"}

# Category to skills, one a line: the name and what counts as the same.
LEXICON = {
    "language": """
ABAP | SAP ABAP | Advanced Business Application Programming
Ada
Assembly | Assembly Language | Assembler
Bash | Bash Scripting | Shell Scripting | Bash Shell | Bash Script | Bash (Scripting Language) | Shell Script
Bicep | Azure Bicep
C | C Language
C# | C Sharp | C#.NET | CSharp
C++ | CPP | C Plus Plus | Modern C++
COBOL
CSS | CSS3 | Cascading Style Sheets | Cascading Style Sheets (CSS)
Cython
D
Dart
DAX | Data Analysis Expressions
Elixir
Erlang
Fortran
GLSL | OpenGL Shading Language
Go | Golang
GraphQL
Groovy
Haskell
HLSL | High-Level Shader Language
HTML | HTML5 | HyperText Markup Language | HyperText Markup Language (HTML)
Java | Core Java | Java SE | Java 8
JavaScript | JS | Java Script | ECMAScript
Julia
Kotlin
KQL | Kusto Query Language | Kusto
LabVIEW
LaTeX
Less | LESS CSS | Less (Stylesheet Language)
Lua
MATLAB
MicroPython
OCaml
Pascal
Perl
PHP
PL/SQL | PLSQL | Oracle PL/SQL
PowerShell | Windows PowerShell
Python | Python 3
R
Raku | Perl 6
Ruby
Rust
SAS
Sass | SCSS
Scala
Scratch
Shell | Shell Scripting | Shell Script | Unix Shell | Shell Scripts | Unix Shell Scripting | Unix Scripting | \
Linux Shell
Solidity
SQL | Structured Query Language | SQL Queries | SQL Scripts
Stan
Stylus
Swift
T-SQL | Transact-SQL | TSQL
TypeScript | TS
VBA | Visual Basic for Applications | VBA Excel
Verilog
VHDL
Visual Basic | VB
WebAssembly | WASM
XML | Extensible Markup Language | Extensible Markup Language (XML)
YAML
Zig
""",
    "framework": """
.NET | dotnet | dot net | Microsoft .NET | .NET Framework | NET | .NET Technologies | .NET Platform
.NET Core | .NET | dotnet core
.NET Framework | .NET | Microsoft .NET Framework | dotnet
ActiveMQ | Apache ActiveMQ
Alpine.js | AlpineJS
Angular | AngularJS | Angular.js | Angular (Web Framework)
AngularJS | Angular JS | Angular.js | Angular
ASP.NET Core
Bioconductor
Blazor
Bootstrap
Caffe
Ceedling
Celery
Chai | Chai.js
Combine | Combine Framework | Apple Combine
CUDA | NVIDIA CUDA
Dask
Django | Django Web Framework
dplyr
eBPF
Entity Framework Core | EF Core | Entity Framework
Expo
Express.js | Express | ExpressJS
Faiss | FAISS
FastAPI
Firebase | Google Firebase
Flutter
ggplot2 | ggplot
gRPC
Hibernate | Hibernate ORM | Hibernate (Java)
HTMX
Hugging Face Transformers | Transformers | Hugging Face | HuggingFace Transformers
IBM MQ | WebSphere MQ | MQSeries
JAX
Jetpack Compose
jQuery
Keras
Kotlin Coroutines | Coroutines
Kotlin Multiplatform | KMP | Kotlin Multiplatform Mobile
Ktor
Laravel
LightGBM
LINQ
Magento | Magento 2 | Adobe Commerce
Material UI | MUI
Mockito | Mockito Framework
Moq
NAPALM
NestJS | Nest.js | Nest
Netmiko
Next.js | NextJS
Node.js | Node | NodeJS | Node JS
NumPy | NumPy (Python Package)
Nuxt | Nuxt.js | NuxtJS
OpenCV
openpyxl
OpenTelemetry
pandas | Pandas (Python Package) | Python Pandas
Polars
Prisma | Prisma ORM
Prophet | Facebook Prophet | fbprophet
PyTorch
Qt | Qt Framework
Quarkus
R Markdown | RMarkdown
RabbitMQ | Rabbit MQ
React | React.js | ReactJS | React (Web Framework)
React Native
Redux Toolkit | RTK | Redux
REST Assured | RestAssured
ROS | ROS 2 | ROS2 | Robot Operating System
Ruby on Rails | Rails | RoR
RxJava
RxJS
SAP BAPI | BAPI | Business Application Programming Interface
SAP CDS Views | CDS Views | Core Data Services | ABAP CDS | CDS
SAP Fiori | Fiori
SAP IDoc | IDoc | IDocs | Intermediate Document
scikit-learn | sklearn | scikit learn | Scikit-Learn (Python Package)
Sentence Transformers | SBERT
Shiny | R Shiny
Shopware | Shopware 6
Sidekiq
Socket.io | Socket.IO
spaCy
Spring Boot
Spring Security
Streamlit
Stripe | Stripe API | Stripe Payments
SwiftUI
Symfony
Tailwind CSS | Tailwind | TailwindCSS
TensorFlow | Tensor Flow
TensorRT | NVIDIA TensorRT
Torch | PyTorch
Triton | OpenAI Triton | Triton Inference Server
tRPC
Twilio | Twilio API
Vue.js | Vue | VueJS
WCF | Windows Communication Foundation | WCF Services
Windows Forms | WinForms
WordPress
XGBoost | Extreme Gradient Boosting
""",
    "tool": """
Active Directory | Microsoft Active Directory
Adobe After Effects | After Effects
Adobe Illustrator | Illustrator
Adobe InDesign | InDesign
Adobe Lightroom | Lightroom
Adobe Photoshop | Photoshop
Adobe Premiere Pro | Premiere Pro | Adobe Premiere
ADP | ADP Workforce Now
AIX | IBM AIX
Altium Designer | Altium
Android | Android OS | Android Development | Android (Operating System)
ANSYS | Ansys
Appium
AutoCAD | Autodesk AutoCAD
Autodesk Inventor | Inventor
Axure | Axure RP
Beckhoff | TwinCAT
Bitbucket | Atlassian Bitbucket
Blender
BMC Remedy | Remedy | BMC Helix
BrowserStack
Bugzilla
CANoe | Vector CANoe
Cerner | Oracle Cerner | Cerner Millennium
Cisco ASA
Cisco ISE | Identity Services Engine
CMake
Composer
Conda | Anaconda
Confluence | Atlassian Confluence
CorelDRAW | Corel Draw
CrowdStrike | CrowdStrike Falcon
Crystal Reports | SAP Crystal Reports
Cucumber
CVAT
Cypress
Detox
DocuSign
Dovetail
DVC | Data Version Control
Embedded Linux | Linux
Epic | Epic EHR | Epic EMR | Epic Systems
Espresso
Fastlane
Figma
FortiGate | Fortinet | Fortinet FortiGate
Foundry | Foundry (Ethereum)
FreeRTOS
GATK | Genome Analysis Toolkit
Gatling
GDB | GNU Debugger
Gerrit
Git | Git SCM | Git (Version Control System)
GitHub
Google Ads | Google AdWords | AdWords
Google Analytics | GA4 | Google Analytics 4
Google Sheets
Google Tag Manager | GTM
GoogleTest | Google Test | gtest
Gradle
Grafana
Grafana Loki | Loki
Home Assistant
Hotjar
Houdini | SideFX Houdini
HP ALM | ALM | HP Quality Center | Micro Focus ALM | ALM/Quality Center
HubSpot | HubSpot CRM
IAR | IAR Embedded Workbench
iOS | Apple iOS | iOS Development
Jamf | Jamf Pro
Jest
Jira | Atlassian Jira | Jira Software
Jira Service Management | Jira Service Desk | JSM | Jira
JMeter | Apache JMeter
JUnit
k6 | Grafana k6
Keil | Keil MDK | Keil uVision
Klaviyo
Linear | Linear App
LinkedIn Ads | LinkedIn Advertising
Linux | GNU/Linux | Linux Operating System
Looker | Google Looker | Looker Studio
LSMW | SAP LSMW | Legacy System Migration Workbench
macOS | Mac OS X | OS X | Mac OS
Mailchimp
Mainframe | Mainframes | Mainframe Computing | Mainframe Computer
Maven | Apache Maven
Maya | Autodesk Maya
Maze
Meta Ads | Facebook Ads | Meta Ads Manager | Facebook Ads Manager
Microsoft 365 | Office 365 | O365 | M365
Microsoft Access | Access | MS Access
Microsoft Defender | Defender | Windows Defender | Microsoft Defender for Endpoint
Microsoft Dynamics 365 | Dynamics 365 | MS Dynamics 365 | Microsoft Dynamics
Microsoft Excel | Excel | MS Excel
Microsoft Intune | Intune
Microsoft Office | MS Office | Office | Microsoft Office Suite
Microsoft Outlook | Outlook | MS Outlook
Microsoft PowerPoint | PowerPoint | MS PowerPoint
Microsoft Project | MS Project
Microsoft Sentinel | Azure Sentinel | Sentinel
Microsoft Teams | Teams | MS Teams
Microsoft Visio | Visio | MS Visio
Microsoft Word | Word | MS Word
MLflow
Mocha | Mocha.js
Nagios
NetSuite | Oracle NetSuite
Nextflow
Nexus | Sonatype Nexus | Nexus Repository
Nginx | NGINX Web Server
Notion
Nuke | Foundry Nuke
Oracle Enterprise Manager | OEM | Enterprise Manager
Oracle Hyperion | Hyperion
Oracle RMAN | RMAN | Recovery Manager
Pact
Palo Alto | Palo Alto Networks | Palo Alto Firewalls
Perforce | Helix Core | P4
PHPUnit
Playwright
Postman
Power BI | Microsoft Power BI | PowerBI | MS Power BI
Power Query | Microsoft Power Query
Procreate
Prometheus
ProtoPie
PRTG | PRTG Network Monitor
Pyxis | BD Pyxis
QNX | BlackBerry QNX
QuickBooks | QuickBooks Online | Intuit QuickBooks
Red Hat Enterprise Linux | RHEL | Red Hat Linux | RedHat Linux | Red Hat | RedHat
Sage | Sage 50 | Sage Accounting
Salesforce | Salesforce CRM | SFDC
samtools | SAMtools
SAP | SAP ERP | SAP Systems
SAP Ariba | Ariba
SAP BW | SAP BI | SAP Business Warehouse | SAP BW/4HANA
SAP CO | SAP Controlling | SAP FICO | SAP FI/CO
SAP Concur | Concur
SAP EWM | Extended Warehouse Management | SAP Extended Warehouse Management
SAP FI | SAP Financial Accounting | SAP FICO | SAP FI/CO
SAP FICO | SAP FI/CO | SAP FI | SAP CO | FICO
SAP Migration Cockpit | LTMC
SAP MM | SAP Materials Management
SAP PI | SAP PO | SAP PI/PO | SAP Process Integration | SAP Process Orchestration
SAP PLM
SAP S/4HANA | S/4HANA | S/4 HANA | SAP S4 HANA | S4HANA
SAP SD | SAP Sales and Distribution
SAP Smart Forms | Smart Forms | SAP Script and Smart Forms
SAP Solution Manager | Solution Manager | SolMan
SAP SuccessFactors | SuccessFactors
Selenium | Selenium WebDriver | Selenium (Software)
ServiceNow | ServiceNow Platform
SharePoint | Microsoft SharePoint
Shopify
Siebel | Oracle Siebel | Siebel CRM
Simulink | MATLAB Simulink
Sketch | Sketch App
Slack
Slurm | Slurm Workload Manager
Snakemake
SoapUI | SOAP UI
SolarWinds
SolidWorks
SonarQube | Sonar
Splunk
SSIS | SQL Server Integration Services | Microsoft SSIS | Microsoft SQL Server Integration Services
SSRS | SQL Server Reporting Services | Microsoft SSRS | Microsoft SQL Server Reporting Services
Subversion | SVN | Apache Subversion
Tableau | Tableau Desktop
TestRail
TIA Portal | Siemens TIA Portal
Toad | Toad for Oracle | Quest Toad
Tomcat | Apache Tomcat
Ubuntu | Ubuntu Linux
Unbounce
Unity | Unity3D | Unity 3D | Unity Engine
Unity Test Framework | ThrowTheSwitch Unity
Unix | UNIX | Unix Operating System
Unreal Blueprints | Blueprints | Blueprint | Blueprint Visual Scripting
Unreal Engine | Unreal | UE5 | Unreal Engine 5
Varnish | Varnish Cache
Visual Studio Code | VS Code | VSCode
Vite
Webflow
Webpack
Weights & Biases | wandb | W&B | Weights and Biases
Windows | Microsoft Windows | Windows 10 | Windows 11 | MS Windows | Windows Operating System
Wireshark
Workday | Workday HCM
XCTest
Xero
xUnit | xUnit.net
Yocto | Yocto Project
Zabbix
Zephyr | Zephyr RTOS
Zoom
""",
    "cloud": """
Amazon CloudWatch | CloudWatch | AWS CloudWatch
Amazon EC2 | EC2 | AWS EC2 | Elastic Compute Cloud | Amazon Elastic Compute Cloud | EC2 Instances | \
Amazon Elastic Compute Cloud (EC2)
Amazon ECR | ECR | AWS ECR | Elastic Container Registry
Amazon EKS | EKS | AWS EKS | Elastic Kubernetes Service
Amazon Route 53 | Route 53 | AWS Route 53 | Route53
Amazon S3 | Amazon Simple Storage Service | Simple Storage Service | Amazon Simple Storage Service (S3) | S3 | AWS S3
Amazon SQS | SQS | AWS SQS
Amazon VPC | VPC | AWS VPC | Virtual Private Cloud
Ansible | Ansible Playbooks | Red Hat Ansible
Argo CD | ArgoCD
AWS | Amazon Web Services | Amazon AWS | Amazon Web Services (AWS) | Amazon Cloud Services | Amazon Cloud
AWS CloudFormation | CloudFormation
Azure Data Factory | ADF
Azure DevOps
Azure Functions
Azure Service Bus
Bamboo | Atlassian Bamboo
Bitrise
Chef | Chef Infra
CI/CD | CICD | CI CD | Continuous Integration and Continuous Delivery | Continuous Integration | \
Continuous Delivery | Continuous Deployment | Continuous Integration/Continuous Delivery | CI/CD Pipelines
Cilium
Consul | HashiCorp Consul
Continuous Delivery | CD | CI/CD
Continuous Integration | CI | CI/CD
DevOps | DevOps Practices | Development Operations
DigitalOcean | Digital Ocean
Docker | Docker Containers | Docker Container | Docker (Software)
Docker Compose
Envoy | Envoy Proxy
GitHub Actions
GitLab CI | GitLab CI/CD | GitLab | Gitlab CI
Google Cloud Platform | GCP | Google Cloud | Google Cloud Platform (GCP) | Google Cloud Services
HashiCorp Vault | Vault
Helm | Helm Charts
Heroku
Hyper-V | Microsoft Hyper-V
Infrastructure as Code | IaC | Infrastructure as Code (IaC)
Istio
Jenkins | Jenkins CI | Jenkins Pipelines
Kubeflow
Kubernetes | K8s
Microsoft Azure | Azure | Windows Azure | Azure Cloud | Microsoft Azure Cloud
Netlify
Nomad | HashiCorp Nomad
OpenShift | Red Hat OpenShift
Proxmox | Proxmox VE
Pulumi
Puppet
Singularity | Apptainer
SRE | Site Reliability Engineering | Site Reliability Engineer
TeamCity | JetBrains TeamCity
Terraform | HashiCorp Terraform
Vercel
VMware | VMWare
VMware ESXi | ESXi | VMware vSphere | VMware
""",
    "big_data": """
Apache Airflow | Airflow
Apache Beam | Beam
Apache Flink | Flink
Apache Hive | Hive
Apache Iceberg | Iceberg
Apache Kafka | Kafka
Apache Pig | Pig
Apache Spark | Spark
Apache Storm | Storm
Dagster
Data Warehouse | Data Warehousing | Data Warehouses | Data Warehousing (DW)
Databricks
dbt | Data Build Tool
Delta Lake
ELK Stack | ELK | Elastic Stack
ETL | Extract, Transform, Load
Prefect
""",
    "database": """
Amazon DynamoDB | DynamoDB | AWS DynamoDB
Amazon RDS | Amazon Relational Database Service | Relational Database Service | RDS | AWS RDS
Amazon Redshift | Redshift | AWS Redshift
Azure Cosmos DB | Cosmos DB
Azure SQL Database | Azure SQL | SQL Azure | Microsoft Azure SQL Database | Azure SQL DB | SQL Database
Azure Synapse Analytics | Synapse | Azure Synapse
BigQuery | Google BigQuery
Couchbase
Db2 | DB2 | IBM Db2 | IBM DB2
Elasticsearch | Elastic
MariaDB
Microsoft SQL Server | SQL Server | MSSQL | MS SQL | Microsoft SQL | MS SQL Server | Microsoft SQL Servers
MongoDB | Mongo
MySQL
Neo4j
Oracle Data Guard | Data Guard
Oracle Database | Oracle | Oracle DB | Oracle 11g | Oracle Databases | Oracle RDBMS
Oracle GoldenGate | GoldenGate
Oracle RAC | RAC | Real Application Clusters
PostgreSQL | Postgres | PostgresSQL | Postgres SQL
Realm | Realm Database
Redis
SAP HANA | HANA
Snowflake | Snowflake (Data Warehouse)
SQLite
Supabase
""",
    "math": """
3D Mathematics | 3D Math
A/B Testing | A/B Tests | AB Testing | Split Testing
Anomaly Detection
Autoencoders | Autoencoder
Bayesian Statistics | Bayesian Inference | Bayesian Methods | Bayesian Analysis
Causal Inference
Convolutional Neural Networks | CNN | CNNs | Convolutional Neural Network
Deep Learning | DL
Demand Forecasting | Forecasting
Graph Neural Networks | GNN | Graph Neural Network
Hypothesis Testing | Statistical Hypothesis Testing
K-means Clustering | k-means | K-means | Clustering
Kalman Filter | Kalman Filters | Kalman Filtering
Large Language Models | LLM | LLMs
Learning to Rank | LTR
Linear Algebra
Logistic Regression
Machine Learning | ML
Mathematical Optimization | Optimization | Optimisation
Mathematics | Math | Maths
Mixed-effects Models | Mixed Models | Mixed Effects Models | Multilevel Models
NLP | Natural Language Processing
Object Detection
Probability | Probability Theory
Regression Analysis | Regression | Linear Regression
Retrieval-Augmented Generation | RAG | Retrieval Augmented Generation
Statistics | Statistical Analysis
Survival Analysis
Time Series Analysis | Time Series | Time-series Analysis
Transformers | Transformer | Transformer Models | Hugging Face Transformers
YOLO | YOLOv5 | YOLO v5
""",
    "soft_skill": """
Active Listening | Listening
Analytical Thinking | Analytical | Analytical Skills | Analytical Mindset
Attention to Detail | Detail Oriented | Detail-oriented | Detail Orientation | Attention to Details
Business Acumen | Commercial Awareness
Collaboration | Teamwork | Collaborative | Collaborate
Communication | Communication Skills | Verbal Communication | Written Communication | Communicating | \
Verbal and Written Communication | Verbal and Written Communication Skills | Oral and Written Communication | \
Communicator | Communicative | Effective Communication
Compassion | Compassionate | Empathy
Coordination | Coordination Skills
Creativity | Creative | Creative Thinking
Critical Thinking
Curiosity | Curious | Inquisitiveness
Customer Orientation | Customer Focus | Customer-oriented | Customer Service Orientation
Data-driven Decision Making | Data-driven
Diplomacy | Diplomatic | Tact
Discretion | Confidentiality
Empathy | Empathetic | Compassion
Flexibility | Adaptability | Flexible
Hands-on Attitude | Hands-on
Hard-working | Hard Working | Hardworking | Work Ethic | Diligence
Humility | Humble
Independence | Work Independently | Independent Working | Autonomy | Working Independently
Initiative | Taking Initiative | Proactivity | Self-motivation
Integrity
Interpersonal Skills | Interpersonal | Interpersonal Communication | Interpersonal Communications | Social Skills | \
People Skills
Judgment | Good Judgement | Sound Judgment | Decision Making
Knowledge Sharing
Leadership | Team Leadership | Leadership Skills | Leading Teams | Leading a Team | Team Leading | Team Lead | \
Team Management
Multitasking | Multi-tasking Skills
Negotiation | Negotiation Skills
Open-mindedness | Openness | Open Minded
Openness to Feedback
Organizational Skills | Organisational Skills | Organised | Organized | Organization | Organisation
Patience | Patient
Presentation Skills | Presentation | Presenting | Public Speaking
Proactivity | Proactive | Proactiveness | Initiative
Problem Solving | Problem-Solving Skills | Problem Solver | Problem Analysis | Complex Problem Solving
Punctuality | Punctual
Quick Learner | Fast Learner | Quick Learning | Willingness to Learn | Learning Agility
Reliability | Reliable | Dependability
Resilience | Resilient
Self-motivation | Self-starter | Self-motivated | Initiative | Self-Starting
Sense of Humor | Humour | Humor
Storytelling
Stress Tolerance | Working Under Pressure | Stress Management | Calmness | Composure | Resilience
Team Management | Team Leadership | Leadership | Team Handling | People Management
Teamwork | Team Player | Team Work | Collaboration | Teamwork Skills | Working in a Team | Team Working | \
Team Orientation
Time Management
Work Ethic | Strong Work Ethic
""",
}

JOBS = (
    """\
About the role
We are the [[payments|cn]] arm of a Nordic bank and are hiring a [[Backend|cr]] Engineer for our Oslo office.

What you will do
- Build and run [[payment services=payments|cn]] in [[Kotlin|n]] and [[Ktor|n]]
- Move the last [[batch jobs|cn]] from an old [[COBOL|n]] program on the [[mainframe|n]] to [[Kafka|n]]
- Take part in [[code reviews|cn]] and in the [[on-call|cn]] rotation

What we ask for
- At least 4 years of professional experience with [[Kotlin|r4]] or [[Java|r4]]
- Good command of [[SQL|r]], preferably on [[PostgreSQL|p]]
- You know your way around [[Docker|r]] and [[Kubernetes|r]]
- Strong [[communication skills|r]] and a [[structured=Organizational Skills|r?]] way of working

Nice to have
- [[gRPC|p]] or [[GraphQL|p]]
- Exposure to [[ISO 20022|cp]] and [[PSD2|cp]]

What we offer
- Pension plan, 25 days of holiday and a budget for conferences
- Hackathons where people try things like [[Rust|n]] or [[Elixir|n]] for fun
""",
    """\
[[Registered Nurse=Nursing|cr]] ([[RN=Nursing|cr]]), [[Cardiology|cr]] Ward, 80-100 %

St. Brannoch Hospital is a teaching hospital with 640 beds. Our ward [[cares for patients=Patient care|cn]] after \
[[heart surgery|cn]] and [[works closely with=Collaboration|n?]] the [[intensive care|cn]] unit.

Your responsibilities
• [[Patient care|cn]] on all shifts, including [[medication administration|cn]] and [[wound care|cn]]
• [[Documentation|cn]] of all findings in [[Epic|n]]
• [[Mentoring|cn]] of students during their placements

Your profile
• Diploma in [[nursing|cr]] with at least two years of ward experience
• Valid [[BLS|cr]] certificate, [[ACLS|cp]] is an asset
• Good [[Microsoft Office|r]] skills, above all [[Word|r]] and [[Outlook|r]]
• [[Empathy|r]], [[resilience|r]] and [[team spirit=Teamwork|r]]
• [[German|cr]] at level C1

We offer a child care centre on site, free parking and a swift start with a two-week induction.
""",
    """\
Your day to day
Design build and operate batch and streaming [[pipelines|cn]] that feed our [[recommender models|cn]]
Work with product managers and analysts to turn vague questions into tables people trust
Keep an eye on [[data quality|cn]] and on cost
Requirements
Several years of experience as a [[data engineer=Data Engineering|cr]]
Strong [[Python|r]] and [[SQL|r]] skills
Hands-on knowledge of at least one [[orchestration|cr]] tool ([[Airflow|r]] [[Dagster|r]] [[Prefect|r]])
Production experience with [[Spark|r]] [[Delta Lake|r]] or [[Iceberg|r]]
Comfortable with [[Terraform|r]] [[Git|r]] and [[Linux|r]]
Knowledge of [[Scala|p]] or [[Flink|p]] is considered a plus
Experience with [[BigQuery|p]] [[dbt|p]] and [[Looker|p]] would be an advantage but is not mandatory
You are [[proactive|r]] [[curious|r]] and enjoy [[sharing what you know=Knowledge Sharing|r?]]
Fluent [[English|cr]] [[Spanish|cp]] is nice to have
What is in it for you
Flexible hours a lunch card private health cover and two extra days off after your first year
""",
    """\
Hey! We're Tandemly, a seed-stage startup of nine people building booking software for independent bike shops. Our \
product is a single [[Django|n]] app with a bit of [[HTMX|n]] sprinkled on top, hosted on [[Heroku|n]], and it is \
going \
through the roof. You'd be our third developer, so you should be happy to go wherever the fire is: one day you tune a \
[[Postgres|n]] query, the next you fix a [[CSS|n]] bug on a five-year-old [[Android|n]] tablet.

You've shipped [[web apps|cr]] with [[Python|r]] before and you are not afraid of [[JavaScript|r]]. Experience with \
[[Celery|r]] and [[Redis|r]] matters to us, because half of what we do happens in [[background jobs|cr]]. If you have \
touched \
[[Stripe|p]] or [[Twilio|p]], even better, but we can teach you that. You don't need [[React|!]], and you certainly do \
not need a degree. What you do need is [[empathy|r]] for people who sell bikes for a living, [[humour=Sense of \
Humor|r?]] and \
[[good judgement=Judgment|r?]].

We pay fairly, we rest on weekends and the office dog is called Pascal.
""",
    """\
[[SAP FICO|r]] Consultant (m/f/d) – Frankfurt or remote

With more than 900 colleagues, Rheinkron Consulting accompanies mid-sized groups on their way to [[S/4HANA|n]].

Your tasks
» Lead and support [[S/4HANA|n]] rollouts in the area of [[finance|cn]] and [[controlling|cn]]
» Carry out workshops, [[requirements analysis|cn]] and [[customizing|cn]]
» [[Coordination|n?]] of interfaces to [[SAP MM|n]] and [[SAP SD|n]]

You bring along
» Completed studies in [[business informatics|cr]] or comparable
» Minimum 3 years' experience in [[SAP FI/CO=SAP FICO|r3]]
» Basic knowledge of [[ABAP|r]] ([[debugging|cr]] level); [[CDS views|p]] and [[Fiori|p]] desirable
» Secure handling of [[MS Office|r]]
» [[Analytical thinking|r]], [[customer orientation|r]] and [[willingness to travel|cr]] (approx. 40 %)
» Very good [[German|cr]] and good [[English|cr]] skills

We offer you
» Flat hierarchies, company car, [[SAP|n]] certification programme and [[Scrum|cn]] training
» Home office up to 60 %
""",
    """\
[[Financial Accountant=Accounting|cr]]

You will be part of a [[finance|cn]] team of six and report to the Head of [[Accounting|cn]]. The position is permanent.

Main duties
- [[Accounts payable|cn]] and [[accounts receivable|cn]]
- [[Month-end closing|cn]] for three entities, [[VAT|cn]] returns
- [[Reporting|cn]] to the parent company in [[Oracle Hyperion|n]]

You have
- A degree in [[accounting|cr]] or equivalent, [[CPA|cp]] or [[ACCA|cp]] preferred
- 3-5 years' experience with [[IFRS|cr3]] in a listed company
- Expert level in [[MS Excel|r]] ([[Power Query|r]], [[VLOOKUP|cr]]); [[VBA|p]] is a bonus
- Working knowledge of [[NetSuite|r]] or [[Dynamics 365|r]]
- [[Attention to detail|r]], [[integrity|r]] and the ability to meet [[tight deadlines=Time Management|r?]]

No experience with [[SAP|!]] is required; training in [[Power BI|n]] will be provided.
""",
    """\
Platform Engineer

Requirements:
* 5+ years in [[SRE|r5]], [[DevOps|r5]] or a comparable [[infrastructure|cr5]] role
* Deep knowledge of [[Linux|r]] internals and [[networking|cr]] ([[DNS|cr]], [[TLS|cr]], [[BGP|cr]])
* You automate everything: [[Terraform|r]]/[[Pulumi|r]], [[Ansible|r]], [[GitHub Actions|r]]
* [[Kubernetes|r]] in anger, with [[Helm|r]], [[Argo CD|r]] and [[Istio|r]]
* [[Observability|cr]] with [[Prometheus|r]], [[Grafana|r]], [[Loki|r]] and [[OpenTelemetry|r]]
* [[Scripting|cr]] in [[Bash|r]] and one of [[Go|r]] or [[Python|r]]

Nice to have:
* [[HashiCorp Vault|p]], [[Consul|p]], [[Nomad|p]]
* Experience with [[eBPF|p]] or [[Cilium|p]]
* [[CKA|cp]] or [[AWS|p]] certification
* [[Open-source|cp]] contributions

About us:
We run 40 clusters on [[EKS|n]] and on bare metal. Our [[monitoring|cn]] started with [[Nagios|n]] and [[Zabbix|n]] \
twelve years ago. \
Teams own their services, and nobody throws code over the wall.
""",
    """\
We are looking for a [[Machine Learning|r]] Engineer who will bring models for [[protein design|cr]] from notebook to \
production.

You will:
• Train and serve [[deep learning|n]] models in [[PyTorch|n]]
• Build evaluation [[pipelines|cn]] with [[MLflow|n]] and [[Kubeflow|n]]
• Sit next to wet-lab scientists and learn their language

We expect:
• MSc or PhD in [[computer science|cr]], [[physics|cr]] or [[computational biology|cr]]
• Proven experience in [[machine learning|r]], ideally with [[graph neural networks|p]] or [[transformers|p]]
• Excellent [[Python|r]]; [[NumPy|r]], [[pandas|r]] and [[scikit-learn|r]] are second nature to you
• Solid [[linear algebra|r]], [[probability theory|r]] and [[Bayesian statistics|r]]
• Experience with [[CUDA|p]], [[JAX|p]] or [[Triton|p?]] is a strong plus
• [[Critical thinking|r]] and [[scientific writing|cr]]

Experience in pharma is not required. [[TensorFlow|!]] knowledge isn't needed either, we left it behind years ago.
""",
    """\
[[Embedded|cr]] Software Developer (m/w/d) Fahrwerk

Deine Aufgaben
- Development of [[embedded|cn]] software in [[C|n]] for brake control units
- [[Unit tests|cn]] with [[GoogleTest|n]] and [[code reviews|cn]] in [[Gerrit|n]]
- Support of [[HiL|cn]] test benches

Dein Profil
- Completed degree in [[electrical engineering|cr]], [[mechatronics|cr]] or similar
- Several years' experience with [[C|r]]/[[C++|r]], [[Python|r]] for [[scripting|cr]]
- Knowledge of [[AUTOSAR|cr]], [[CAN|cr]], [[SPI|cr]] and [[I2C|cr]]
- Sound knowledge of [[MATLAB|r]]/[[Simulink|r]] and [[CANoe|r]]
- [[FreeRTOS|p]] or [[QNX|p]] is an advantage
- [[ISO 26262|cr]] and [[ASPICE|cr]] are no foreign words for you
- [[Team player|r]] with [[initiative|r]] and [[reliability|r]]

Wir bieten
- 35-hour week, 30 days' holiday, canteen, company pension, e-bike leasing
- Access to our in-house academy ([[Rust|n]], [[Git|n]], [[agile|cn]] methods)
""",
    """\
[[Performance Marketing|cr]] Manager

What you'll be doing
Own our paid channels across [[Google Ads|n]], [[Meta Ads|n]] and [[LinkedIn Ads|n]]. [[Plan campaigns=Campaign \
Planning|cn]], [[write the copy=Copywriting|cn]], test \
[[landing pages|cn]] in [[Unbounce|n]] and report weekly on spend.

Who you are
You have two years or more in [[performance marketing|cr2]], at an agency or in-house. You are fluent in [[Google \
Analytics|r]] \
and [[Google Tag Manager|r]], and a [[spreadsheet|cr]] does not scare you. You understand [[A/B testing|r]] and can \
explain a \
[[confidence interval|cr]]. [[SEO|cr]] basics are expected. Some [[HTML|p]] and [[SQL|p]] would be great, \
[[HubSpot|p]] or [[Klaviyo|p]] \
experience is a plus. You are [[creative|r]], [[data-driven=Data-driven Decision Making|r?]] and a [[self-starter|r]].

Perks
Remote-first, a notion of work-life balance that we actually live, a quarterly off-site and stock options. Our last \
off-site was in Java, Indonesia.
""",
    """\
[[Product Designer=Product Design|cr]] ([[UX/UI|cr]])

You'll join a squad with one product manager and five engineers and shape how hospitals plan their operating rooms.

Must have
– 3+ years in [[product design|cr3]] with a portfolio that shows your thinking
– [[Figma|r]] incl. [[design systems|cr]], [[auto layout|cr]] and variables
– [[User research|cr]]: [[interviews|cr]], [[usability testing|cr]], [[personas|cr]]
– [[Wireframing|cr]] and [[prototyping|cr]], in [[Axure|r]] or [[ProtoPie|r]]
– Knowledge of [[WCAG|cr]] and [[accessibility|cr]]

Good to have
– [[Adobe Illustrator|p]] and [[After Effects|p]]
– Basic [[HTML|p]]/[[CSS|p]]; no need for [[JavaScript|!]]
– Experience with [[Maze|p]], [[Hotjar|p]] or [[Dovetail|p]]

You are an [[empathetic|r]] [[listener=Active Listening|r?]], a clear [[communicator|r]] and [[take feedback \
well=Openness to Feedback|r?]]. [[Sketch|!]] is not used here any more.
""",
    """\
Warehouse Associate – Early Shift

You pick, pack and label orders in our new distribution centre in Ghent. You load trucks, sort returns and keep your \
area clean. You access the building with a badge, and a hand scanner tells you where to go next.

What do we expect?
[[Physical fitness|cr]] is a must, since parcels weigh up to 25 kg.
A [[forklift|cp]] licence is an advantage, not a condition.
[[Reliable|r]] and [[punctual|r]] people with a good [[work ethic|r]] feel at home here.
Basic [[Dutch|cr]] or [[English|cr]].
You are [[flexible|r]] and can work on Saturdays from time to time.

What can you expect from us?
A permanent contract after three months, meal vouchers, free coffee and fruit, and shoes that do not leak. Our shift \
leads will show you the ropes, and a buddy stays with you for the first two weeks. No CV needed: an express \
application takes five minutes on your phone.
""",
    """\
Gameplay Programmer - Unannounced Co-op Title

Ember Kite is an independent studio of 35 in Malmö. Our last game, made in [[Unity|n]], sold half a million copies.

Responsibilities
Implement player abilities and enemy behaviour together with designers
Profile and optimise for Steam Deck and [[Switch|cn]]
Write tools that make level artists fast

Requirements
Minimum two shipped titles
Excellent [[C++|r]] and experience with [[Unreal Engine 5|r]] including [[Blueprints|r]]
Solid [[3D math=3D Mathematics|r?]] ([[linear algebra|r]] [[quaternions|cr]])
Familiarity with [[Perforce|r]]
Desired
[[Lua|p]] or [[C#|p]] for [[scripting|cp]]
[[HLSL|p]] shaders [[Houdini|p]] or [[Blender|p]]
A love for cooperative games

You will fit in well if you are [[open-minded=Open-mindedness|r]] and [[humble|r]], [[give and take feedback=Openness \
to Feedback|r?]] and like to bounce ideas around.
""",
    """\
[[BI|cr]] Developer, [[Insurance|cr]]
Key accountabilities:
Develop and maintain the [[data warehouse|n]] and its [[ETL|n?]] flows in [[SSIS|n]]
Deliver [[dashboards|cn]] in [[Power BI|n]] for claims and underwriting
Retire the remaining [[Crystal Reports|n]] and [[Access|n]] databases
Skills and experience:
Essential: [[T-SQL|r5]] (5 years), [[SQL Server|r]], [[SSIS|r]], [[SSRS|r]], [[Power BI|r]] with [[DAX|r]] and \
[[Power Query|r]], \
[[dimensional modelling|cr]] ([[Kimball|cr]])
Desirable: [[Azure Data Factory|p]], [[Synapse|p]], [[Python|p]], [[Git|p]], [[Azure DevOps|p]]
Personal qualities: [[analytical|r]], [[organised|r]], good [[presentation skills|r]], able to [[explain \
figures=Communication|r?]] to people who \
hate figures
Benefits:
Bonus up to 15 %, life cover at four times salary, gym discount. We will fund exams such as the [[CII|cn]] diploma \
and any \
[[Microsoft certification|cn]] that suits your role.
""",
    """\
[[QA Automation=Test Automation|cr]] Engineer at a ticketing scale-up

We need someone who breaks things kindly. In this role you build up [[test automation|cn]] from scratch together with \
two developers, decide what is worth [[testing|cn]] and what is not, and keep the release train moving.

Your background:
- 3 to 6 years in [[software testing|cr3]], at least 2 of them writing [[automated tests|cr2]] in [[TypeScript|r2]] \
or [[Java|r2]]
- Practical experience with [[Playwright|r]], [[Cypress|r]] or [[Selenium|r]]
- [[API testing|cr]] with [[Postman|r]] or [[REST Assured|r]]
- [[Load testing|cr]] with [[k6|r]]/[[JMeter|r]]/[[Gatling|r]]
- Some [[CI/CD|r]] practice ([[GitLab CI|p]] preferred)
- [[BDD|cr]] with [[Cucumber|r]] or similar
- [[ISTQB|cp]] certificate is welcome but not necessary

[[Mobile testing|cp]] with [[Appium|p]] or [[Detox|p]] would be a bonus. [[Manual testers=Manual Testing|cn]] who \
never coded will not be happy here. \
We work in [[Kanban|cn]] mode and track everything in [[Linear|n]].
""",
    """\
[[SOC|cr]] Analyst (Tier 2)

Who we are
Vantgrid is a managed [[security|cn]] provider in Utrecht that watches over energy and water utilities, day and night.

The job
You investigate alerts in [[Splunk|n]] and [[Microsoft Sentinel|n]], lead [[incident response|cn]] calls, write \
detection rules \
and tune out noise.

What you need
At least three years of experience in a [[SOC|cr3]]. Practical knowledge of [[SIEM|cr]] and [[EDR|cr]] tooling \
([[CrowdStrike|r]], [[Defender=Microsoft Defender|r]]). You read packets in [[Wireshark|r]] and know [[MITRE \
ATT&CK|cr]] by heart. \
You write queries in [[KQL|r]] and small [[scripts|cr]] in [[PowerShell|r]]. [[GCIH|cp]] or [[OSCP|cp]] is a nice \
extra. You [[keep calm under pressure=Stress Tolerance|r?]] and have excellent [[report-writing=Report Writing|cr]] \
skills.

What we do not need
Nobody here asks for [[penetration testing|c!]] skills, and you can leave your tie at home.
""",
    """\
[[Mechanical Design|cr]] Engineer – Packaging Machines

Tasks:
Design of assemblies and [[sheet-metal|cn]] parts in [[SolidWorks|n]]
Preparation of [[drawings|cn]], [[bills of materials|cn]] and [[tolerance|cn]] analyses
Support of the assembly team on the shop floor

Requirements:
Bachelor's degree in [[mechanical engineering|cr]]
Minimum of 2 years of practice with [[SolidWorks|r2]] or [[Inventor|r2]], [[AutoCAD|r]] for layouts
Experience with [[PDM|cr]] systems; [[SAP PLM|p]] is an asset
[[FEM|cr]] calculations in [[ANSYS|r]]
Knowledge of [[GD&T|cr]] and [[machine safety|cr]] standards
Ability to [[work independently=Independence|r?]], a [[hands-on mentality=Hands-on Attitude|r?]] and a \
[[problem-solving=Problem Solving|r]] attitude

Nice to know: our [[PLC|cn]] colleagues work with [[TIA Portal|n]] and [[Beckhoff|n?]], so you will pick up a thing \
or two.
""",
    """\
IT [[Service Desk=Technical Support|cr]] Technician, University Library

The library serves 31,000 students. You are the first face they see when a laptop refuses to go online.

Duties include
1. First-line [[support=Technical Support|cn]] by phone, in person and through [[Jira Service Management|n]]
2. Installing and [[imaging|cn]] [[Windows 11|n]] and [[macOS|n]] clients with [[Intune|n]] and [[Jamf|n]]
3. [[Account management|cn]] in [[Active Directory|n]] and [[Office 365|n]]

Applicants should have
1. One year or more in a [[helpdesk|cr1]] role
2. Good knowledge of [[Windows|r]]; [[Linux|p]] is desirable
3. Understanding of [[TCP/IP|cr]], [[DHCP|cr]], [[VPN|cr]] and printers
4. [[Customer service|cr]] skills, [[patience|r]] and clear [[written and verbal communication=Communication|r]]
5. [[ITIL|cr]] Foundation or willingness to obtain it

The university values diversity. Interviews take place over [[Teams=Microsoft Teams|n?]] in the second week of May.
""",
    """\
[[iOS|r]] or [[Android|r]] Developer
TECH STACK: [[Kotlin|n]] [[Jetpack Compose|n]] [[Coroutines|n]] [[Swift|n]] [[SwiftUI|n]] [[Combine|n]] \
[[Firebase|n]] [[Fastlane|n]] [[Bitrise|n]]
WHAT WE NEED FROM YOU
3+ years building [[native apps|cr3]] for [[iOS|r3]] or [[Android|r3]]
Strong [[Swift|r]] or [[Kotlin|r]] skills we do not use [[Flutter|!]]
Experience with [[MVVM|cr]] [[dependency injection|cr]] and [[unit testing|cr]] ([[XCTest|r]] or [[Espresso|r]])
You have published at least one app on the [[App Store|cr]] or [[Google Play|cr]]
Knowledge of [[REST|cr]] [[GraphQL|r]] and [[WebSockets|cr]]
GOOD TO HAVE
[[Kotlin Multiplatform|p]] [[RxJava|p]] [[Realm|p]]
Experience with [[Bluetooth|cp]] ([[BLE|cp]]) devices
WHAT YOU GET
A phone of your choice a training budget of 2,000 euros and a team that eats lunch together
""",
    """\
[[Data Scientist=Data Science|cr]] [[Pricing|cr]] (all genders)

What to expect: you develop [[pricing|cn]] and markdown models for 1,200 shops, from the first hypothesis to the \
roll-out. You \
work with [[demand forecasting|n]], [[causal inference|n]] and [[optimisation|n?]], and you [[present=Presentation \
Skills|n?]] to buyers who know their \
products better than any model.

What you'll bring: a quantitative degree and three years of experience with [[R|r3]] or [[Python|r3]]. You have a \
firm grip on \
[[statistics|r]], especially [[regression|r]], [[hypothesis testing|r]] and [[time series analysis|r]], and you have \
put models into \
production with [[LightGBM|r]], [[XGBoost|r]] or [[Prophet|r]]. [[SQL|r]] goes without saying. Ideally you also know \
[[Snowflake|p]] and [[Streamlit|p]]; first experience with [[Databricks|p]] would round off your profile. [[Deep \
learning|!]] is \
not a requirement. Besides, you are a [[good storyteller=Storytelling|r?]] and have [[business acumen|r]].

What you get: staff discount, a bike and a desk by the river.
""",
    """\
[[PHP|r]] Developer for our [[e-commerce|cn]] agency in Porto

Tasks & stack
- Build shops on [[Magento 2|n]], [[Shopware 6|n]] and [[Shopify|n]]
- Migrate legacy [[jQuery|n]] [[frontends|cn]] to [[Alpine.js|n]] and [[Tailwind CSS|n]]
- Maintain our [[Ansible|n]]-managed servers ([[Nginx|n]], [[Varnish|n]], [[MariaDB|n]])

You
- know [[PHP 8|r]] inside out, incl. [[Composer|r]] and [[PHPUnit|r]]
- have worked with [[Laravel|r3]] or [[Symfony|r3]] for at least three years
- write clean [[HTML5|r]], [[SCSS|r]] and [[JavaScript|r]] ([[ES6=JavaScript|r]])
- use [[Git|r]] without swearing
- bonus points for [[Elasticsearch|p]], [[RabbitMQ|p]] or [[Vue|p]]

We
- close at 3 pm on Fridays
- don't do [[WordPress|!]]
- rest assured: no overtime culture
""",
    """\
[[HR|cr]] Business Partner

Purpose of the role
To support two divisions (about 350 employees) in all people matters, from [[recruitment|cn]] and [[onboarding|cn]] to \
[[performance management|cn]] and [[employee relations|cn]].

Essential criteria
[[CIPD|cr]] level 5 or equivalent experience
Solid knowledge of UK [[employment law|cr]]
Experience of [[coaching|cr]] line managers and of [[change management|cr]]
Confident user of [[Workday|r]] or [[SuccessFactors|r]]
Good [[interpersonal skills|r]], [[discretion|r]] and [[negotiation skills|r]]

Desirable criteria
[[Project management|cp]] experience, [[Lean|cp]] or [[Six Sigma|cp]] training
[[HR analytics|cp]] in [[Excel|p]] or [[Tableau|p]]

Terms
Full time, 37 hours, hybrid. We go beyond statutory leave, excel at celebrating birthdays and will react quickly to \
your \
application.
""",
    """\
[[Database Administrator=Database Administration|cr]] (Federal Agency)

MINIMUM QUALIFICATIONS
* Seven (7) years of experience administering [[Oracle 12c/19c|r7]] [[databases|cr7]], including [[RAC|r7]] and \
[[Data Guard|r7]]
* Four (4) years with [[MS SQL Server|r4]]
* Strong [[PL/SQL|r]] and [[shell scripting=Shell|r]] skills on [[AIX|r]] or [[RHEL|r]]
* [[Backup and recovery|cr]] using [[RMAN|r]]
* Experience in [[performance tuning|cr]]
* U.S. citizenship and ability to obtain a clearance

PREFERRED QUALIFICATIONS
* [[PostgreSQL|p]], [[MongoDB|p]] or [[Db2|p]]
* [[GoldenGate|p]] [[replication|cp]]
* [[AWS RDS|p]] or [[Azure SQL|p]] [[migrations|cp]]
* [[OCP|cp]] certification

DUTIES
Plans upgrades, [[monitors=monitoring|cn]] capacity with [[Oracle Enterprise Manager|n]], applies patches, \
[[documents=documentation|cn]] procedures and [[trains=training|cn]] junior \
staff. Works with [[ServiceNow|n]] tickets. [[Teamwork|n]] with network and storage groups is part of every day.
""",
    """\
[[Scientific Software|cr]] Developer, [[Genomics|cr]] Core

About the institute: some 400 researchers from 50 countries study how cells age. The core facility runs an [[HPC|cn]] \
cluster with [[Slurm|n]] and 12 PB of storage.

Your role: you maintain [[Nextflow|n]] and [[Snakemake|n]] workflows, package tools with [[Conda|n]] and \
[[Singularity|n]], and help \
biologists to get their [[RNA-seq|cn]] data analysed. Reasonable [[documentation|cn]] is half of the job.

Your qualifications: degree in [[bioinformatics|cr]] or related; [[Python|r]] plus either [[R|r]] or [[Julia|r]]; \
experience with \
[[Bioconductor|r]], [[samtools|r]] or [[GATK|r]]; [[Linux|r]] [[command line|cr]]; [[version control|cr]] with \
[[Git|r]]. Knowledge of \
[[C|p]] or [[Rust|p]] is beneficial. [[Perl|p]] is helpful for older scripts but by no means a must. A \
[[collaborative|r]] attitude \
and good [[time management|r]] count as much as code.

The position is limited to three years with the possibility of extension.
""",
)

RESUMES = (
    """\
TECHNICAL SKILLS
Languages: [[Java 17]], [[Kotlin]], [[SQL]], [[Bash]]
Frameworks: [[Spring Boot]], [[Spring Security]], [[Hibernate]], [[Quarkus]], [[JUnit 5]], [[Mockito]]
Messaging: [[Kafka]], [[ActiveMQ]], [[IBM MQ]]
[[Databases|c]]: [[Oracle 19c]], [[PostgreSQL]], [[Couchbase]]
Build & [[CI=Continuous Integration|?]]: [[Maven]], [[Gradle]], [[Jenkins]], [[TeamCity]], [[Nexus]]
[[Cloud|c]]: [[AWS]] ([[EKS]], [[S3]], [[SQS]], [[DynamoDB]])
Methods: [[Scrum|c]], [[TDD|c]], [[DDD|c]], [[pair programming|c]]

EXPERIENCE
Senior [[Software Engineer=Software Engineering|c]], Halvern Insurance, Leeds
March 2019 - Present
• Split a policy monolith into 14 [[Spring Boot]] [[microservices|c]] and cut release time from 3 weeks to 1 day.
• Introduced [[contract testing|c]] with [[Pact]].
• [[Mentored=Mentoring|c]] four junior developers.
• Led the move from [[SVN]] to [[Git]].
""",
    """\
Work Experience [[DevOps]] Engineer Kestrel Softworks  Pune Maharashtra July 2020 to Present  Managing [[AWS]] \
services like \
[[EC2]] [[S3]] [[VPC]] [[Route 53]] and [[CloudWatch]]  Provisioning [[infrastructure as code]] using [[Terraform]] \
and [[CloudFormation]]  Writing \
[[Jenkins]] [[pipelines|c]] in [[Groovy]] for [[Java]] and [[Node JS]] applications  Building images with [[Docker]] \
and storing them in [[ECR]]  \
Deploying to [[Kubernetes]] [[EKS]] clusters with [[Helm]] charts  Configured [[Prometheus]] and [[Grafana]] for \
alerts and [[ELK Stack]] for \
logs  Good knowledge of [[Shell scripting=Shell]] and [[Python]]  Rotational [[on call support|c]] [[System \
Engineer=Systems Engineering|c]] Nimbus Bay Infotech  Nashik \
Maharashtra June 2018 to July 2020  Administered [[RedHat Linux]] servers and [[VMware]] [[virtual machines|c]]  \
[[User management|c]] in \
[[Active Directory]]  Handled tickets in [[Remedy]] and [[ServiceNow]] Education Bachelor of Engineering in \
[[Computer Science|c]] Pune \
University 2014 to 2018 Skills [[Git]] [[Maven]] [[Ansible]] [[Tomcat]] [[Nginx]] [[MySQL]] [[Linux]] [[Jira]] [[CI CD]]
""",
    """\
[[Data Analyst=Data Analysis|c]], Fennwick Foods, Bristol (Jan 2021 – Jun 2024)
- Built the weekly sales pack in [[Tableau]] on top of [[Redshift]]; wrote the [[SQL]] behind it and taught store \
managers to \
read it.
- Replaced 40 [[Excel]] workbooks by one [[dbt]] project.
- Ran [[A/B tests]] on shelf layouts and analysed them in [[R]] ([[dplyr]], [[ggplot2]]).
- Used [[k-means=K-means Clustering]] and [[logistic regression]] to find customers likely to leave.

Junior Analyst, Oracle Street Charity Shops, Bristol (Sep 2018 – Dec 2020)
- Kept donor records in [[Salesforce]] and mailed them with [[Mailchimp]].
- Prepared quarterly [[PowerPoint]] slides for the trustees.
- Cleaned addresses with small [[Python]] scripts ([[pandas]], [[openpyxl]]).

Education
BSc [[Mathematics]] and [[Economics|c]], University of Bath, 2018 (2:1)
Dissertation: volatile prices in the Java coffee trade
""",
    """\
PROFILE
[[.NET]] developer with nine years in [[logistics|c]] and [[retail|c]]. Likes [[clean code|c]], dislikes meetings.

CORE COMPETENCIES
[[C#]] / [[ASP.NET Core]] / [[Entity Framework Core]] / [[LINQ]] / [[Blazor]]
[[SQL Server 2019]] / [[Azure Functions]] / [[Azure Service Bus]] / [[Cosmos DB]]
[[Angular 15]] / [[RxJS]] / [[TypeScript]]
[[xUnit]] / [[Moq]] / [[SonarQube]] / [[Azure DevOps]]

EMPLOYMENT HISTORY
LEAD DEVELOPER, BRISK FREIGHT LTD, 2018 TO DATE
Rewrote a [[VB6]] dispatch desk as a [[Blazor]] app used by 600 drivers.
Set up [[CI/CD]] with [[YAML]] [[pipelines|c]] and [[Bicep]].
[[Guided a team=Leadership|?]] of five ([[leadership]], [[code reviews|c]], [[hiring|c]]).

DEVELOPER, PIKE & OTTER [[RETAIL|c]], 2015 TO 2018
Maintained [[WinForms]] tills and [[WCF]] services. Wrote [[stored procedures|c]] in [[T-SQL]].
""",
    """\
SKILLS MATRIX
Skill | Level | Years
[[Python|8]] | expert | 8
[[PyTorch|4]] | advanced | 4
[[OpenCV|5]] | advanced | 5
[[C++|3]] | working knowledge | 3
[[ROS 2|2]] | working knowledge | 2
[[Docker|6]] | advanced | 6
[[German|c]] | native |

PROJECTS
Bin picking (2022-2023): [[object detection]] with [[YOLOv5]] and a [[depth camera|c]]; labels in [[CVAT]]; inference \
on an \
[[NVIDIA Jetson|c]] with [[TensorRT]].
[[Visual inspection|c]] (2020-2021): [[anomaly detection]] for castings, [[Keras]] [[autoencoder]], served by \
[[FastAPI]].
Hobby: a weather station in [[MicroPython]] that talks [[MQTT|c]] to [[Home Assistant|?]].
""",
    """\
[[QA|c]] LEAD

Summary: 11 years in [[testing|c11]], of which 5 years with [[Selenium|5]] and 2 years with [[Appium|2]]. [[ISTQB|c]] \
Advanced.

Tools: [[Selenium]]/[[Appium]]/[[Cypress]]/[[Postman]]/[[SoapUI]]/[[JMeter]]
Languages: [[Java]]/[[Groovy]]/[[JS]]
Trackers: [[JIRA]]/[[TestRail]]/[[HP ALM]]/[[Bugzilla]]
[[CI=Continuous Integration|?]]: [[Jenkins]]/[[Bamboo]]/[[GitLab CI]]

Halcyon Trains, [[QA|c]] Lead, 06/2017-today
Designed the [[regression testing|c]] pack (1,900 cases) and ran it nightly on [[BrowserStack]]. Wrote [[Cucumber]] \
features with \
business analysts. [[Manual testing|c]] of ticket printers. No [[performance testing|c!]] so far.

Tollgate Bank, [[Tester=Testing|c]], 02/2013-05/2017
[[Functional testing|c]] of a [[Siebel CRM]]; [[defect management|c]] in [[HP ALM]]; data checks in [[Toad]].
""",
    """\
MARISOL ETXEBERRIA
[[Registered Nurse=Nursing|c]]

SUMMARY
[[Compassionate]] [[nurse=Nursing|c]] with six years of [[critical care|c]] experience. Known for [[composure=Stress \
Tolerance|?]], [[attention to detail]] \
and [[teamwork]].

[[CLINICAL SKILLS|c]]
[[Triage|c]], [[IV therapy|c]], [[ventilator management|c]], [[telemetry|c]], [[wound care|c]], [[patient education|c]]

SYSTEMS
[[Epic]], [[Cerner]], [[Pyxis]], [[MS Word]], [[Outlook]]

CERTIFICATIONS
[[BLS|c]], [[ACLS|c]], [[TNCC|c]]

EXPERIENCE
Mercy Lake Hospital, [[ICU|c]] [[Nurse=Nursing|c]], 2019-present
[[Cared for=Patient care|c]] up to two ventilated patients per shift. [[Trained=Training|c]] twelve new colleagues in \
[[Epic]] [[charting|c]]. Helped the ward win a \
regional award for [[hand hygiene|c]]. Excelled in night shifts and never once missed [[handover|c]].
""",
    """\
[[ACCOUNTING|c]] ASSISTANT
Larkspur Garden Centres, Dayton, OH, 08/2020 - 03/2024
* Recorded 300 [[invoices|c]] a week in [[QuickBooks Online]] and matched them with [[purchase orders|c]] ([[accounts \
payable|c]]).
* Prepared [[bank reconciliations|c]] and [[payroll|c]] in [[ADP]].
* Built [[pivot tables|c]] and [[macros|c]] in [[Microsoft Excel]] which saved two days per month.

[[CASHIER|c]]
Rusty Spoon Diner, Dayton, OH, 2018 - 2020
* [[Handled cash=Cash Handling|c]], opened and closed the till, and kept the cool storage tidy.

SKILLS: [[Bookkeeping|c4]] (4 years), [[QuickBooks|3]] (3 years), [[Xero|0.5]] (6 months), [[Excel|5]] (5 years), \
[[data entry|c]], \
[[Customer Service|c2]] (2 years), [[time management]], [[Google Sheets|0]] (less than 1 year)
EDUCATION: Associate degree, Sinclair Community College
LANGUAGES: [[English|c]], [[Spanish|c]]
""",
    """\
[[Graphic Designer=Graphic Design|c]] | [[Branding|c]] | [[Packaging|c]]

Software
[[Adobe Photoshop]], [[Illustrator]], [[InDesign]], [[Premiere Pro]], [[Lightroom]] | [[Figma]] | [[Blender]] | \
[[Procreate]]
Web: [[HTML]], [[CSS]], [[Webflow]], a little [[WordPress]]

Selected work
2023 Identity for the Cypress Hill tea house: [[logo|c]], menus, shop window. Drawn in [[Illustrator]], \
[[animated=Animation|c]] in [[After Effects]].
2022 [[Packaging|c]] for Vitamin C drops, printed in four colours ([[prepress|c]], [[typography|c]]).
2021 Exhibition on the Maya and their calendars, with wall graphics in [[InDesign]] and an [[Unreal=Unreal Engine]] \
walk-through.

About me
[[Creative]], [[flexible]], [[meticulous=Attention to Detail]]. I speak [[French|c]] and [[Italian|c]], bake bread \
and collect flash cards. I have never used \
[[CorelDRAW|!]].
""",
    """\
EXPERIENCE
Applied Scientist, Quillmark (Berlin), since Oct 2021
Own the [[search ranking|c]] of a classifieds site: [[learning to rank]] with [[LightGBM]], [[embeddings|c]] from \
[[Sentence Transformers]], \
[[vector search|c]] in [[Elasticsearch]] and [[Faiss]]. Cut latency by a third by moving feature code from [[Python]] \
to [[Cython]].

[[Data Scientist=Data Science|c]], Dr. Julia Stahl Institute (Munich), 2018 - 2021
[[Survival analysis]] and [[mixed-effects models]] in [[R]]; [[Bayesian inference]] with [[Stan]]; reports in [[R \
Markdown]] and [[Shiny]] apps.

TOOLBOX
[[Python]] ([[scikit-learn]], [[spaCy]], [[Hugging Face Transformers]], [[Polars]], [[Dask]])
[[NLP]], [[LLMs]], [[RAG]], [[prompt engineering|c]]
[[Weights & Biases]], [[DVC]], [[Airflow]], [[Docker]]
[[LaTeX]]

TALKS
"Ranking without tears", PyData Hamburg 2023
""",
    """\
[[NETWORK=Networking|c]] ENGINEER

CERTIFICATIONS
[[CCNP|c]] Enterprise (2022), [[CCNA|c]] (2017), [[Fortinet NSE 4|c]]

TECHNOLOGIES
[[Routing|c]]/[[switching|c]]    [[OSPF|c]], [[BGP|c]], [[EIGRP|c]], [[VLAN|c]], [[STP|c]], [[MPLS|c]]
[[Security|c]]             [[FortiGate]], [[Palo Alto]], [[Cisco ASA]], [[IPsec|c]]
[[Monitoring|c]]           [[SolarWinds]], [[PRTG]], [[NetFlow|c]]
[[Automation|c]]           [[Ansible]], [[Python]] ([[Netmiko]], [[NAPALM]]), [[Git]]
[[Virtual|c]]              [[VMware ESXi]], [[Hyper-V]], [[Proxmox]]

CAREER
Senior [[Network Engineer=Networking|c]], Brightmoor County Council (05/2019 to date)
- Swapped 400 [[access switches|c]] in 60 schools without a single lost lesson.
- Rolled out [[SD-WAN|c]] and [[802.1X|c]] with [[Cisco ISE]].
- Net saving of 90,000 a year on leased lines.

[[Network Technician=Networking|c]], Oxbow Cable (2015-2019)
- [[Spliced fibre|c]], climbed poles, drove the van, kept customers happy.
""",
    """\
[[Firmware|c]] engineer with 7 years of experience in [[C|7]] and 4 years in [[embedded Linux|4]].

Skills
[[MCUs|c]]: [[STM32|c]], [[ESP32|c]], [[nRF52|c]], [[PIC|c]]
[[RTOS|c]]: [[FreeRTOS]], [[Zephyr]]
Buses: [[I2C|c]], [[SPI|c]], [[UART|c]], [[CAN|c]], [[Modbus|c]]
Languages: [[C]], [[C++14]], [[Rust]] (basic), [[Assembly]], [[Python]]
[[HDL|c]]: [[VHDL]], a bit of [[Verilog]]
Tools: [[GDB]], [[JTAG|c]], [[Keil]], [[IAR]], [[Yocto]], [[CMake]], [[Altium Designer]], [[oscilloscope|c]]

Work
Senpulse Medical, 2020-now: infusion pump [[firmware|c]] under [[IEC 62304|c]], [[MISRA C|c]], [[unit tests|c]] with \
[[Unity=Unity Test Framework]] and [[Ceedling]].
Gryfon Drones, 2017-2020: [[motor control|c]] and [[Kalman filter]] for a quadcopter, [[telemetry|c]] over \
[[LoRa|c]], a ground station in [[Qt]].
""",
    """\
[[Full Stack|c]] Developer

[[Willing to relocate|c]]: Anywhere

SKILLS

[[JAVASCRIPT|4]] (4 years), [[NODE.JS|3]] (3 years), [[React|2]] (2 years), [[MONGODB|2]] (2 years), [[PHP|1]] (1 \
year), [[Wordpress|0]] (Less than 1
year), [[HTML5|5]] (5 years), [[bootstrap|0]] (Less than 1 year), [[Docker|0.67]] (8 months)

ADDITIONAL INFORMATION

[[Frontend|c]]: [[React.js]], [[Redux Toolkit]], [[Vue3]], [[SASS]], [[Material UI]], [[Webpack]], [[Vite]]
[[Backend|c]]: [[Express JS=Express.js]], [[Nest JS=NestJS]], [[Laravel]], [[GraphQL]], [[Socket.io]], [[REST \
API=REST|c]]
[[Database|c]]: [[Mongo DB=MongoDB]], [[MySql]], [[Firebase]], [[Redis]]
Tools: [[VS Code]], [[Postman]], [[GitHub]], [[Bitbucket]], [[Jira]], [[Slack]]
[[OS=Operating Systems|c]]: [[Ubuntu]], [[Windows 10]]
Deployment: [[Heroku]], [[Netlify]], [[Digital Ocean]], [[AWS EC2]]

Strengths: [[quick learner]], [[hard working]], [[Team Player]]
Hobbies: reading, cricket, going to the cinema
""",
    """\
Ines Halloran
[[Office Manager=Office Management|c]] and [[Executive Assistant=Administrative Support|c]]

I keep directors on time. Fifteen years in law firms and one year at a Series B startup.

Key skills
~ [[Diary management|c]], [[travel arrangements|c]] and [[event planning|c]]
~ [[Minute taking|c]] and [[audio typing|c]] (75 wpm)
~ [[Microsoft Office]]: [[Word]], [[Excel]], [[PowerPoint]], [[Outlook]]; [[SharePoint]], [[Zoom]], [[Slack]]
~ [[Invoicing|c]] in [[Sage 50]]; expenses in [[Concur]]
~ [[Discretion]], [[diplomacy]], [[problem solving]], [[multitasking]]

Career
2022-2023 Looma (startup, 60 staff): set up the office, from desks to door access, and ran [[onboarding|c]].
2008-2022 Arkwright & Rowe Solicitors: assistant to three partners; introduced [[DocuSign]]; organised the move to a \
new building.

Interests: scratch cooking, chess, ruby and sapphire cutting
""",
    """\
[[SAP|10]] CONSULTANT, 10 years

Modules: [[SAP MM]], [[SAP SD]], [[SAP EWM]], [[SAP Ariba]]
Technical: [[ABAP]], [[IDoc]], [[BAPI]], [[LSMW]], [[SAP HANA]], [[SAP BW]], [[SAP PI/PO=SAP PI]]
Other: [[MS Project]], [[Visio]], [[Confluence]], [[Solution Manager]]

PROJECT 1 (01/2022 - 09/2023)
Client: beverage group, 12 plants
Role: stream lead [[procurement|c]]
- Two full-cycle [[S/4HANA]] implementations ([[greenfield|c]])
- [[Data migration|c]] with [[LTMC]], about 2 million records
- [[Stakeholder management|c]], [[training|c]] of 80 key users

PROJECT 2 (2019 - 2021)
Client: hospital chain
- [[Requirements gathering|c]] and [[gap analysis|c]]
- [[UAT|c]] planning, [[cutover|c]], [[hypercare|c]]
- Enhancements of [[Smart Forms]] together with the [[ABAP]] team
""",
    """\
EDUCATION
BSc [[Computer Science|c]], expected June 2025, GPA 3.7
Relevant coursework: [[Algorithms|c]], [[Data Structures|c]], [[Operating Systems|c]], [[Compilers|c]], [[Linear \
Algebra]]

PROJECTS
Splitsy | [[React Native]], [[Expo]], [[Supabase]]: an app that divides restaurant bills; 1,100 downloads
ChessLog | [[Next.js]], [[TypeScript]], [[Prisma]], [[tRPC]], [[Vercel]]
tinyshell | a [[Unix]] [[shell|?]] in [[C]] with pipes and job control
OxideDB | [[key-value store|c]] in [[Rust]], tested with [[GitHub Actions]]

ACTIVITIES
Captain of the swim team ([[leadership]]); [[tutor=Tutoring|c]] for first-year [[Haskell]] students; learned to react \
fast while kayaking in white water

SKILLS
[[JavaScript]]/[[TypeScript]], [[React]], [[Node]], [[Express]], [[Tailwind]], [[Jest]], [[MySQL]], [[SQLite]], \
[[Git]], [[Linux]], [[Figma]], [[OCaml]] (beginner)
""",
)

JOB_TRAPS = """
A nomad lifestyle suits this travelling [[sales|cr]] role.
Our stores stock everything from ruby rings to jade figurines.
You will express your own ideas in weekly meetings.
The right person will spring into action when a pipe bursts.
You will supervise the kitchen and report to the head chef.
Drivers with their own van and access to a garage are welcome.
We rest our horses between two lessons.
Our puppet theatre needs a [[lighting|cr]] technician with a head for heights.
Please send your application to Julia Scala, [[Human Resources|cn]].
Vault tellers [[count cash=Cash Handling|cn]] and balance the drawers at closing time.
The candidate must be [[able to lift 20 kg=Physical Stamina|cr]] and to stand for long hours.
Salt and gravel are spread by our winter crew from 4 am.
The assembly line runs in three shifts.
Python keepers feed our snakes and clean the terrarium.
We meet twice a week to sketch the next season's window displays.
A basic pay of 14 euros an hour plus tips.
Cypress and jasmine thrive in the botanical garden where you will work.
Maven Street Dental is hiring a [[receptionist|cr]] for its new practice.
We keep our word and our doors open.
Our outlook for next year is excellent.
The consul will receive visitors on the first floor.
Your team excels when every member feels heard.
Class C [[driving licence|cr]] and a clean record.
Grade R teachers work with five-year-olds in small groups.
You will slack off nowhere less than on our climbing wall.
We are backed by the founders of Docker Street Ventures.
Bring a flask of tea, because the ranger station has no kitchen.
Ladies' [[fashion|cn]] for the express shopper: help us open the Phoenix store.
The notion that nurses only follow orders is foreign to us.
Unity and [[respect|cn]] are the values of our parish.
[[Backend|cr]] services in [[Rust|r]] and [[Elixir|r]], [[infrastructure|cr]] on [[Nomad|r]].
You write [[Ruby|r]] every day and know [[Rails|r]] well.
[[Configuration|cr]] is done with [[Puppet|r]] and [[Chef|r]], secrets live in [[Vault|r]].
[[Statistical programming|cr]] in [[R|r]], [[SAS|r]] and [[Julia|r]].
Our [[mobile app|cr]] is built with [[Flutter|r]] and [[Dart|r]].
We test with [[Mocha|r]], [[Chai|r]] and [[Jest|r]].
[[Dashboards|cr]] in [[Tableau|r]], [[documentation|cr]] in [[Notion|r]], chat in [[Slack|r]].
You [[animate characters=Animation|cr]] in [[Maya|r]] and composite shots in [[Nuke|r]].
Confident use of [[Word|r]], [[Excel|r]], [[Access|r]] and [[Outlook|r]].
Daily work with [[Sage|r]] and [[Oracle NetSuite|r]].
You know [[Go|r]], [[gRPC|r]] and [[Envoy|r]].
Experience in [[C|r]], [[D|r]] or [[Ada|r]] is required.
[[Data pipelines|cr]] with [[Beam|r]], [[Hive|r]], [[Pig|r]] and [[Storm|r]].
Our web team uses [[Express|r]], [[Next=Next.js|r]] and [[Prisma|r]].
Good command of [[Swift|r]] and [[Combine|r]] for our [[iPad app|cr]].
[[Shaders|cr]] in [[GLSL|r]], scenes in [[Blender|r]], gameplay in [[Unity|r]].
Knowledge of [[REST|cr]], [[SOAP|cr]] and [[XML|r]].
[[Scratch|r]] and [[Python|r]] lessons for children from eight to twelve.
You write [[Solidity|r]] [[contracts=Smart Contracts|cr]] and test them with [[Foundry|r]].
[[Less|r]], [[Sass|r]] and [[Stylus|r]] are all in use in our [[front-end|cr]] repositories.
[[Fortran|r]] and [[Pascal|r]] code from the eighties awaits you.
[[Kafka|!]] is not required, but [[RabbitMQ|r]] is essential.
Prior knowledge of [[Salesforce|!]] is not necessary.
You don't need any experience with [[machine learning|!]].
We do not use [[Jenkins|!]]; our [[pipelines|cr]] run on [[GitLab CI|r]].
No [[COBOL|!]], no [[Fortran|!]], just modern [[C++|r]].
Neither [[Azure|!]] nor [[AWS|!]] skills are expected.
[[Docker|r]] yes, [[Kubernetes|!]] no.
Candidates without [[SAP|!]] knowledge are welcome too.
[[PHP|!]] experience isn't required; [[Python|r]] is.
You can do without [[Photoshop|!]], but [[Figma|r]] is indispensable.
No problem if your [[TypeScript|r]] is better than your [[German|cr]].
You not only write [[Terraform|r]], you also review it.
There is no way around [[SQL|r]] in this job.
Hardly a day passes without [[Excel|r]] in this position.
[[Haskell|r]] is no secret to you.
[[Linux|r]] cannot be missing from your toolbox.
We can't imagine working without [[Git|r]].
At least 6 years of [[C#|r6]] and 3 years of [[Azure|r3]].
[[Python|r4]] (4+ years), [[Django|r2]] (2+ years), [[Docker|r]].
Two to four years' experience with [[Power BI|r2]].
A minimum of ten years in [[SAP|r10]] projects.
Founded 12 years ago, we build our product in [[Scala|r]].
[[Ruby|r5]]: 5 years, [[Sidekiq|r1]]: 1 year.
Over 7 yrs of hands-on [[AWS|r7]] experience.
After two years in the company you may take a sabbatical.
[[Kubernetes|r]] required, [[OpenShift|p]] preferred.
[[MongoDB|p]] would be nice, [[PostgreSQL|r]] is a must.
Ideally you have worked with [[Snowflake|p]].
Experience with [[Looker|p]] is desirable but not essential.
Bonus points for [[WebAssembly|p]] or [[Zig|p]].
[[Ansible|r]]; [[Chef|p]] is an advantage.
Knowledge of [[TensorFlow|p]] is a plus, not a condition.
It would be great if you had seen [[Neo4j|p]] before.
You preferably know [[Vue 3|p]] and [[Nuxt|p]].
[[Java 8/11/17=Java|r]] and [[Spring Boot 3|r]].
[[HTML5|r]]/[[CSS3|r]]/[[ES6=JavaScript|r]] are your tools.
[[AWS|r]]/[[Azure|r]]/[[GCP|r]] – one of them is enough.
Deep [[Postgres 14|r]] and [[Elasticsearch 7.x|r]] know-how.
[[TCP/IP|cr]], [[CI/CD|r]] and [[PL/SQL|r]] are familiar terms to you.
"""

RESUME_TRAPS = """
Wrote the swift obituary column for a local paper.
Kept bees and sold hive products at the market.
Volunteer at a refuge for red pandas and storm petrels.
C. Dartmouth, 14 Groovy Lane, Hull
Married, two children, class B [[licence=driving licence|c]].
Performed at La Scala as an extra in 2014.
[[Removed asbestos=Asbestos Removal|c]] and helmed a crew of six.
Sold angular frames and tempered glass to opticians.
Reached level D in the regional fitness test.
Played bass in a rock band called The Flaming Teams.
Bartended at the Gin Room and shook 200 cocktails a night.
My dog Django and I hike in the Cairngorms.
Received the Ada Lovelace scholarship in 2019.
Took part in the Ember Festival as a steward.
Wrote an essay on Prometheus and Oedipus.
Nodes of the lymphatic system were the topic of my thesis.
Basic [[first aid|c]] course, refreshed every spring.
Lived in Azure Bay from 2010 to 2016.
Wrote [[Pyton=Python]] scripts and [[Javascrpt=JavaScript]] widgets.
Built [[dashbords|c]] in [[PowerBi]] and [[Tabelau=Tableau]].
Administered [[Postgress=PostgreSQL]] and [[MonogDB=MongoDB]].
Deployed with [[Dokcer=Docker]] and [[Anisble=Ansible]].
[[Javascript]], [[type script=TypeScript]] and [[nodeJs]].
Migrated from [[Angular JS 1.x=AngularJS]] to [[Angular 14]].
I have no experience with [[Go|!]], but plenty with [[Erlang]].
Never worked with [[Oracle|!]], always with [[DB2]].
Not yet familiar with [[Kubernetes|!]]; comfortable with [[Docker Compose]].
Three years of [[Perl|3]], six months of [[Raku|0.5]].
[[MATLAB|4]] (4 years), [[LabVIEW|1]] (1 year), [[AutoCAD|0]] (less than a year)
Trained a [[CNN]] with [[Caffe]] and later with [[Torch]].
"""


def read_lexicon() -> dict[str, Entry]:
    """Map every spelling to category, name and aliases; a name goes before an alias of another skill."""
    names: dict[str, Entry] = {}
    aliases: dict[str, list[Entry]] = {}
    for category, block in LEXICON.items():
        for line in block.strip().splitlines():
            name, *others = line.split(" | ")
            if name.lower() in names:
                raise SystemExit(f"{name} is twice in the lexicon")
            extra = [f"{name} {kind}" for kind in ("Programming", "(Programming Language)")]
            entry = (category, name, others + extra * (category == "language"))
            names[name.lower()] = entry
            for other in others:
                aliases.setdefault(other.lower(), []).append(entry)
    return {key: found[0] for key, found in aliases.items() if len(found) == 1} | names


def look_up(text: str, lexicon: dict[str, Entry]) -> Entry:
    key = " ".join(text.lower().split())
    entry = lexicon.get(key) or lexicon.get(VERSION.sub("", key))
    if entry is None:
        raise SystemExit(f"{text!r} is not in the lexicon, or there under several names")
    return entry


def to_years(number: str | None) -> float | None:
    if number is None:
        return None
    return float(number) if "." in number else int(number)


def make_row(row_id: str, kind: str, marked: str, lexicon: dict[str, Entry]) -> Row:
    """Take the marks out of a text and note where they were."""
    text, spans, done = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        surface, name, flags = mark.group(1), mark.group(2), FLAGS.fullmatch(mark.group(3) or "")
        if flags is None or bool(flags["need"]) != (kind == "job" and not flags["negated"]):
            raise SystemExit(f"{row_id}: wrong flags in {mark.group()}")
        concept: Entry = ("concept", name or " ".join(surface.split()), [])
        category, name, aliases = concept if flags["concept"] else look_up(name or surface, lexicon)
        spans.append(
            {
                "start": len(text),
                "end": len(text) + len(surface),
                "label": category,
                "text": surface,
                "name": name,
                "aliases": aliases,
                "category": category,
                "optional": bool(flags["concept"] or flags["optional"]),
                "negated": bool(flags["negated"]),
                "requirement": REQUIREMENT.get(flags["need"], "none") if kind == "job" else None,
                "years": to_years(flags["years"]),
            }
        )
        text += surface
    text += marked[done:]
    if "[[" in text or "]]" in text:
        raise SystemExit(f"{row_id}: a mark is not closed")
    scored = [span["name"] for span in spans if not span["optional"] and not span["negated"]]
    return {
        "id": row_id,
        "source": "written for this set",
        "kind": kind,
        "text": text,
        "spans": spans,
        "skills": list(dict.fromkeys(scored)),
    }


def iter_rows(prefix: str, jobs: Iterable[str], resumes: Iterable[str]) -> Iterator[Row]:
    lexicon = read_lexicon()
    marked = [("job", text) for text in jobs] + [("resume", text) for text in resumes]
    for number, (kind, text) in enumerate(marked, start=1):
        yield make_row(f"{prefix}-{number:02}", kind, text.strip(), lexicon)


def main(folder: Path) -> None:
    sets = {
        "gold_fresh.jsonl": iter_rows("gold-fresh", JOBS, RESUMES),
        "traps_fresh.jsonl": iter_rows("trap-fresh", JOB_TRAPS.strip().splitlines(), RESUME_TRAPS.strip().splitlines()),
    }
    for name, rows in sets.items():
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
        (folder / name).write_text("".join(lines), encoding="utf-8")
        print(f"{name}: {len(lines)} texts")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
