"""The wording of headings: which kind of section a heading opens.

A heading is recognised by the whole of its words, not by one of them: "Experience" opens a section, "Experience with
Java" does not. Headings joined by "and", "&", "/" or a comma are read part by part.
"""

from __future__ import annotations

import re

SECTION_KINDS: tuple[str, ...] = (
    "about-company",
    "about-role",
    "awards",
    "benefits",
    "certifications",
    "contact",
    "duties",
    "education",
    "equal-opportunity",
    "experience",
    "how-to-apply",
    "interests",
    "languages",
    "other",
    "preferred",
    "projects",
    "publications",
    "references",
    "required",
    "skills",
    "stack",
    "summary",
    "title",
    "volunteering",
)

_QUALIFIER = (
    r"(?:(?:your|my|our|the|these|this|job|position|role|minimum|min|basic|key|core|essential|mandatory|main|major|general|"
    r"candidate|required|other|specific|additional|relevant|professional|personal|academic|primary|secondary|functional|"
    r"necessary|important|selected|and|&|technical|tech|it|current|previous|recent|special|soft|hard|top|educational|"
    r"common|expected|further|full|summary of|list of|overview of)\s+)*"
)
_YOU = r"(?:you|candidates?|we|he|she|they|the (?:ideal|right|successful|perfect) candidate)"
_WILL = r"(?:'ll|’ll|'ve|’ve|'re|’re|'d|’d| will| would| should| must| can| need to)?"

# Order matters: the first kind whose pattern fits the whole heading wins.
_WORDING: tuple[tuple[str, str], ...] = (
    (
        "preferred",
        r"(?:(?:it )?(?:will|would) be )?(?:(?:an?|some|it'?s a|considered a|extra|big|huge|strong) )*(?:plus(?:es)?|pluspoints?|bonus(?: points?| skills| if)?|asset)(?: if(?: you(?: have)?)?| for| points)?"
        r"|(?:nice|good|great)[- ]to[- ]haves?(?: skills| qualifications| experience)?(?:,? but not (?:required|essential|necessary))?"
        r"|(?:highly )?(?:preferred|desirable|desired|optional|bonus|additional|beneficial|advantageous|nice[- ]to[- ]have|good[- ]to[- ]have|plus)"
        r"(?: (?:but not (?:required|essential)|qualifications?|skills?|experiences?|requirements?|knowledge|criteria|attributes|background|education|competenc(?:y|ies)|skill set|abilities))*"
        r"|(?:skills?|experience|qualifications?|knowledge|criteria) (?:preferred|desired|desirable|considered a plus|that (?:are|would be) a plus)"
        r"|extra credit|brownie points(?: for)?|bonus points|pluses|(?:we|you)(?:'d|’d| would) love (?:it )?if(?: you)?|(?:even|what would be) better(?: if)?(?: you have)?|what sets you apart|what (?:would )?(?:make|makes) you stand out"
        r"|ideally(?:,? (?:you|we|the candidate).{0,30})?|(?:in addition,? )?it (?:would|will) be (?:good|great|nice|a plus|an advantage|a bonus|ideal|helpful) if.{0,40}|you(?:'d|’d| would)? (?:might|may) also have"
        r"|(?:an |your )?(?:additional )?advantages?(?: if)?|not required,? but.{0,30}|it(?:'s|’s| is) (?:a (?:big )?(?:plus|bonus)|an advantage|great|nice) if(?: you)?.{0,20}|(?:assets?|desirables?)",
    ),
    (
        "benefits",
        _QUALIFIER + r"(?:benefits?|perks|compensation|remuneration|salary(?: range)?|pay(?: range)?|package|rewards?|incentives|salary and benefits|pay and benefits)(?: package| offered| we offer| include)?"
        r"|(?:what|why|here'?s what) (?:do |can )?(?:we|us|the company)(?: can| will|'ll)? (?:offer|provide|give)s?(?: you| to you)?|(?:what )?(?:we|our) (?:also )?offers?(?: you)?|our offer(?: to you)?|we (?:offer|provide)(?: you)?"
        r"|what(?:'s|’s| is) in (?:it )?for you|what(?:'s|’s| is) in it|what you(?:'ll|’ll| will| can)? (?:get|expect|receive|gain|find)(?: from us| with us| here| in return)?|you (?:will|'ll|can|may) (?:find|look forward to|expect|get|receive|enjoy)(?: with us| from us| here)?"
        r"|why (?:you'?ll love.{0,30}|work (?:with|for|at|here).{0,30}|join.{0,30}|us|you should.{0,30}|apply|.{1,25} is right for you)|reasons to join.{0,20}|in return|what awaits you|(?:the )?(?:good|fun) (?:stuff|bits)|you get|(?:employment|working) conditions|(?:alongside|besides|on top of) .{0,20},? we offer|join us|life at .{1,25}",
    ),
    (
        "equal-opportunity",
        r".{0,20}equal (?:employment )?opportunit(?:y|ies).{0,30}|(?:our commitment to )?(?:diversity|inclusion|equity|diversity,? equity|eeo|accessibility|reasonable accommodations?)(?: statement| policy)?|disclaimer|privacy(?: notice| policy| statement)?|data protection.{0,20}|legal notice|e-?verify",
    ),
    (
        "how-to-apply",
        r"(?:how to|ready to|want to|apply|applying)(?: apply| join(?: us)?| now| today| here)?|(?:the )?(?:application|hiring|interview|recruitment|recruiting|selection)(?: process| steps| instructions| deadline| procedure| details)?|next steps?|interested|are you interested|(?:does this )?sounds? (?:like you|good|interesting|like a good fit)|additional information about the application|your application|(?:the )?(?:hiring|our) process",
    ),
    (
        "about-company",
        r"about (?:us|the (?:company|team|department|organi[sz]ation|client|group|employer|business|project)|our (?:company|team|client|organi[sz]ation)|<?organi[sz]ation>?)(?: .{0,30})?"
        r"|who (?:we are|are we)|(?:our|the|meet the|meet our) (?:company|team|mission|vision|story|values|culture|client|purpose|product)|company(?: (?:description|overview|profile|background|info(?:rmation)?|culture|summary))?|mission|vision|(?:company )?values|culture|what (?:do )?we do|(?:how|the way) we work|your team|why we exist|(?:team|department|client|project) (?:description|overview|profile)",
    ),
    (
        "stack",
        r"(?:our |the |current |a look at our )*(?:tech(?:nology|nical)? ?-?stack|stack|technologies|technology|tech)(?: (?:we|that we) (?:use|work with)| stack| you(?:'ll|’ll| will) (?:use|work with)| at a glance)?|(?:tools|languages|technologies|frameworks) (?:that )?(?:we|you(?:'ll|’ll| will)) (?:use|work with)|what we (?:use|work with)|(?:our )?toolbox|we (?:use|work with)",
    ),
    (
        "duties",
        _QUALIFIER + r"(?:(?:duties|tasks|responsibilit(?:y|ies)|accountabilit(?:y|ies)|activities|objectives|deliverables|assignments|roles?(?:,| and| &|/) ?(?:the )?responsibilit(?:y|ies)|job duties)(?: (?:include|are|will be|will include|and accountabilities|involved|performed|held|in general))*)"
        r"|what you(?:'ll|’ll| will|'re going to|’re going to| would)? (?:do|be doing|work on|be working on|own|be responsible for|build|achieve)(?: here| with us| at .{1,20})?|what (?:will|would) you (?:do|be doing|work on)|(?:your|the) (?:day|impact|challenges?|work|mission|role|typical day|day-to-day|day to day|scope|tasks)(?: (?:will|would) (?:be|look like).{0,10})?|a typical day(?: .{0,20})?|(?:a )?(?:typical )?day (?:to|in the life).{0,20}|(?:in )?(?:this|the|your)(?: new)? (?:role|position|job),? you(?:'ll|’ll| will)?|you will(?: be)?(?: responsible for)?|as an? .{3,40},? you(?:'ll|’ll| will)|how you(?:'ll|’ll| will) (?:contribute|make an impact)|scope of (?:work|the role)|day[- ]to[- ]day(?: (?:responsibilities|tasks|work))?|what (?:the )?(?:job|role|work) (?:involves|entails|looks like)|roles played|responsible for|(?:your )?missions?|you(?:'ll|’ll| will) (?:focus on|work on|be working on|get to)|(?:nature|areas) of (?:duties|responsibility)|responsibility areas|your responsibilities will include.{0,30}",
    ),
    (
        "required",
        _QUALIFIER + r"(?:requirements?|qualifications?|prerequisites?|pre-requisites?|must[- ]haves?|criteria|competenc(?:y|ies)|skills?(?:et|-set| set)?|experiences?|profile|knowledge|abilities|expertise|background|attributes|eligibility|traits|capabilities)"
        r"(?: (?:required|needed|requirements?|we (?:expect|need|look for|seek|value)|you(?:'ll|’ll| will)? (?:need|have|bring)|necessary|wanted|expected|sought|must[- ]haves?|include))+(?: (?:for|to) .{0,40})?"
        r"|(?:your|job|position|role|minimum|min|basic|essential|mandatory|candidate|required)\s+" + _QUALIFIER
        + r"(?:requirements?|qualifications?|prerequisites?|criteria|competenc(?:y|ies)|skills?|experiences?|profile|knowledge|abilities|expertise|background|attributes|specifications?|traits|education)"
        r"|(?:requirements?|qualifications?|prerequisites?|pre-requisites?|must[- ]haves?|requisites|essentials?|person specification|candidate profile|eligibility(?: criteria)?|required|mandatory)"
        rf"|(?:(?:and|here'?s|this is) )?(?:what|who|whom|which skills?) (?:do |will |would |should )?{_YOU}{_WILL} ?(?:are|is|be|do|should|have|need|bring|look|looking|expect|want|know|seek|seeking|require|got|offer)(?: (?:for|to|from|you|bring|have|know|in|us|succeed|be|successful|the|table|with|got|a|an|candidate|this|role|at|here|qualif\w+))*"
        r"|(?:about|is this|this is|who(?:'s|’s)?|who are) you(?: are)?|who(?:m)? (?:are|is) (?:we|the company) (?:looking for|after|searching for|seeking)|our requirements|you should|you are the ideal candidate if|you have the following skills(?: and qualifications)?|you(?:'re|’re| are)?(?: (?:have|bring|are|offer|should have|will have|must have|need|possess|know|will bring|ideally have|will need|should be|should bring))?"
        r"|do you have what it takes|(?:what )?it takes(?: to succeed)?|(?:to )?(?:be|succeed|excel|thrive)(?: successful)?(?: in this (?:role|position))?(?:,? you(?:'ll|’ll| will)? need)?|(?:the|our|an?) (?:ideal|right|successful|perfect|best) (?:candidate|person|applicant)(?: (?:will|should|must)?(?: have| be| has| is))?|ideal candidate|what makes you (?:a (?:good|great) fit|successful|the one)|we(?:'d|’d| would) like (?:you to be|to meet|to see|you to have).{0,60}|we(?:'re|’re| are) looking for(?: someone)?(?: (?:who|with|that).{0,30})?|we (?:expect|need|require|ask for)(?: from you)?|what we require|how you qualify|why you(?:'re|’re| are)?(?: a)?(?: great| good)? fit|skills you(?:'ll|’ll| will)? (?:need|have|bring)|your strengths|you(?:'ll|’ll| will) (?:need|bring|have)|what you need(?: to.{0,30})?",
    ),
    (
        "about-role",
        r"(?:about )?(?:the|this|your)? ?(?:role|position|job|opportunity|vacancy|internship)(?: (?:overview|summary|description|purpose|details|profile|brief|info(?:rmation)?|objective|highlights|description overview))*|(?:industry|company size|company type|experience level|location options|date posted|employment type|place of (?:employment|work)|work location|start date)|(?:job|position|role|vacancy) (?:description|overview|summary|purpose|details|profile|brief|info(?:rmation)?|type|title|objective)(?: overview)?|overview|description|purpose of the (?:role|job|position)|introduction|the opportunity|intro",
    ),
    ("contact", r"contact(?: (?:info(?:rmation)?|details?|me|us|data|person))?|(?:personal|bio|biographical) (?:details?|info(?:rmation)?|data|profile)|bio-?data|get in touch|address|find me(?: online)?|online profiles?|social(?: (?:media|networks?|links))?|links|declaration|passport details"),
    ("references", r"(?:professional |personal |character )?(?:references?|referees?)(?: available (?:up)?on request)?"),
    (
        "certifications",
        _QUALIFIER + r"(?:certifications?|certificates?|licen[cs]es?|licensures?|credentials?|trainings?(?: courses?)?|courses?(?:work)?|online courses?|continuing education|professional development|moocs?|workshops?(?: attended)?|courses? (?:taken|completed))(?: (?:received|attended|completed|attained|obtained|taken))?",
    ),
    ("education", _QUALIFIER + r"(?:education(?:al)?(?: (?:background|qualifications?|history|details?|profile|credentials|requirements?|record|summary|and training))?|academics?(?: (?:background|qualifications?|history|details?|profile|record|credentials|projects))?|academia|degrees?|schooling|scholastics?|studies|qualification details|university|college)"),
    ("languages", r"(?:spoken |foreign |known |my )?languages?(?: (?:known|spoken|skills?|proficiency|abilities))?|linguistic (?:skills|proficiency)|mother tongue(?:\(s\))?"),
    ("publications", _QUALIFIER + r"(?:publications?|papers?|patents?|presentations?|conferences?(?: papers?)?|talks?|research(?: (?:papers?|publications?|interests?|work))?|journals?|articles|books)"),
    ("awards", _QUALIFIER + r"(?:awards?|honou?rs?|achievements?|accomplishments?|recognitions?|scholarships?|distinctions?|accolades|accomplishment|prizes|contributions)(?: received| won)?"),
    ("interests", _QUALIFIER + r"(?:interests?|hobb(?:y|ies)|activities|extra-?curricular(?: activit(?:y|ies))?|pastimes|leisure(?: activities)?|co-?curricular(?: activities)?|passions)"),
    ("volunteering", _QUALIFIER + r"(?:volunteer(?:ing)?(?: (?:experience|work|activities))?|voluntary (?:work|experience)|community (?:service|involvement|work)|affiliations?|memberships?|leadership(?: (?:experience|activities|roles))?|organi[sz]ations|positions? of responsibility)"),
    ("projects", _QUALIFIER + r"(?:(?:side|open[- ]source|university|academic|school|college|client|official|major|minor|capstone|research|live|final year|notable|work|industry|mini|team|individual) )*(?:projects?|portfolio)(?: (?:details?|experience|work|summary|undertaken|handled|worked on|completed|highlights|profile|done|involved|executed))*"),
    (
        "experience",
        _QUALIFIER + r"(?:work(?:ing)?|employment|career|industrial|industry|job|organi[sz]ational|internship|teaching|military|corporate|business|freelance|development|research|it|total|overall|consulting|clinical|engineering|management|leadership|field|project)? ?(?:experiences?|history|employment|work|internships?|appointments?|positions?(?: held)?|jobs?|record|engagements?|assignments?|background|chronology|summary of experience)(?: (?:details?|summary|history|profile|record|highlights|overview|chronicle|and projects|background|so far))*|employers?|career|where i(?:'ve|’ve| have) worked",
    ),
    ("summary", _QUALIFIER + r"(?:career|executive|professional|work|experience|personal|profile|management|resume|cv)? ?(?:summary|profile|objectives?|statement|overview|highlights?|snapshot|synopsis|abstract|goals?|about me|introduction|bio|headline|aim|career objective)(?: (?:statement|summary|of qualifications|of skills|of experience))*|about(?: me)?|me|who am i|career (?:objectives?|goals?)|summary of (?:qualifications|experience|skills)"),
    (
        "skills",
        _QUALIFIER + r"(?:(?:computer|software|technology|programming|coding|engineering|development|language|analytical|analytics|business|management|people|interpersonal|communication|leadership|digital|data|cloud|web|database|databases|networking|industry|area of|areas of|field of|fields of|tools?|technologies|professional|working|domain|platform|product|system|systems) )*(?:skills?(?:et|-set|-?sets| set| sets)?|competenc(?:y|ies|e)|proficienc(?:y|ies)|expertise|technolog(?:y|ies)|tools?|strengths?|specialti(?:es)|speciali[sz]ations?|knowledge|frameworks?|platforms?|databases?|operating systems?|abilities|capabilities|qualifications?|toolkits?|tool ?box|programming languages?|scripting languages?|software|libraries|keywords|know[- ]how|technicals|core competencies|environments?)(?: (?:summary|used|known|profile|highlights|section|matrix|overview|level|category|set|sets|exposure|proficiency|details?|acquired|inventory|and abilities|worked on|learned))*|programming|languages? (?:&|and) technologies|(?:what|technologies|tools) i (?:know|use|work with)",
    ),
    ("other", r"(?:additional|other|further|more)(?: (?:info(?:rmation)?|details?|notes?))|miscellaneous|misc|other|notes?|frequently asked questions|faqs?.{0,60}|conclusion|location|key takeaways|working (?:hours|conditions|time)|hours|schedule|shifts?|salary (?:expectations|outlook)|future outlook.{0,20}|career (?:path|outlook|opportunities).{0,20}"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDING)
STEM = 4  # letters
# The beginnings of all words of headings: a line without any of them is none.
_STEMS = frozenset(word[:STEM] for _, pattern in _WORDING for word in re.findall(r"[a-z]{2,}", pattern)) - {
    "and",
    "the",
    "of",
    "for",
    "in",
    "to",
    "an",
    "or",
    "at",
}
_TRIM = re.compile(r"^[\W\d_]+|[\W_]+$")
_TAIL = re.compile(
    r"(?<=[a-z] )(?:for|to become|to be) (?:an?|the|this|our|being)\b.*$|(?<=responsibilities )of\b.*$|(?<=duties )of\b.*$|(?<=skills )of an?\b.*$"
)
_HEAD = re.compile(r".* .*|(?:skills|requirements|qualifications|responsibilities|duties)")
_JOIN = re.compile(r"\s*(?:,| and |&|/|\+| or |\||-|–)\s*")
_APOSTROPHE = re.compile(r" ?['’] ?(?=(?:ll|re|s|ve|d|t)\b)")
_SPACED = re.compile(r"(?:\b\w\s){3,}\w\b")

MAX_WORDS = 12


def heading_kind(line: str) -> str | None:
    """Return the kind of section that a line opens, None if its words are not those of a heading.

    Examples
    --------
    >>> heading_kind("WORK EXPERIENCE:"), heading_kind("Nice to have"), heading_kind("Experience with Java")
    ('experience', 'preferred', None)
    """
    line = line.replace("&amp;", "&")
    words = _TRIM.sub("", _SPACED.sub(lambda found: found[0].replace(" ", ""), line)).lower()
    words = _APOSTROPHE.sub("'", " ".join(words.split()))
    if not words or words.count(" ") >= MAX_WORDS or len(words) > 100:
        return None
    if _STEMS.isdisjoint([word[:STEM] for word in words.split()]):
        return None
    return _whole(words) or _parts(words)


def _whole(words: str) -> str | None:
    for kind, pattern in _KINDS:
        if pattern.fullmatch(words):
            return kind
    return None


def _parts(words: str) -> str | None:
    """Read "skills and experience" or "skills required for a tester" by its parts."""
    short = _TAIL.sub("", words).strip()
    if short != words and _HEAD.fullmatch(short) and (kind := heading_kind(short)):
        return kind
    parts = [part for part in _JOIN.split(words) if part]
    kinds = [_whole(part) for part in parts] if 1 < len(parts) <= 4 else [None]
    return kinds[0] if all(kinds) else None
