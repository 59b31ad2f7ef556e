"""The wording of section headings, as patterns of whole headings in lower case.

A list to be read and added to. The first kind whose pattern fits the whole heading wins, so the order matters.
"""

from __future__ import annotations

_QUALIFIER = (
    r"(?:(?:your|my|our|the|these|this|job|position|role|minimum|min|basic|key|core|essential|mandatory"
    r"|main|major|general|candidate|required|other|specific|additional|relevant|professional|personal|academic|primary"
    r"|secondary|functional|"
    r"necessary|important|selected|and|&|technical|tech|it|current|previous|recent|special|soft|hard|top|educational|"
    r"common|expected|further|full|summary of|list of|overview of)\s+)*"
)
_YOU = r"(?:you|candidates?|we|he|she|they|the (?:ideal|right|successful|perfect) candidate)"
_WILL = r"(?:'ll|’ll|'ve|’ve|'re|’re|'d|’d| will| would| should| must| can| need to)?"

WORDING: tuple[tuple[str, str], ...] = (
    (
        "not-required",
        rf"what (?:{_YOU}|nobody) (?:do not|don't|won't|will not|doesn't|does not) (?:need|have to know|expect"
        rf"|require|ask"
        r" for|look for)(?: here| to know)?|(?:not|no longer) (?:required|needed|necessary)|(?:you|we) (?:don't"
        r"|do not) need",
    ),
    (
        "preferred",
        r"(?:(?:it )?(?:will|would) be )?(?:(?:an?|some|it'?s a|considered a|extra|big|huge"
        r"|strong) )*(?:plus(?:es)?|pluspoints?|bonus(?: points?| skills| if)?|asset)(?: if(?: you(?: have)?)?"
        r"| for| points)?|(?:nice|good|great)[- ]to[- ]haves?(?: skills| qualifications"
        r"| experience)?(?:,? but not (?:required|essential|necessary))?"
        r"|(?:highly )?(?:preferred|desirable|desired|optional|bonus|additional|beneficial|advantageous"
        r"|nice[- ]to[- ]have|good[- ]to[- ]have|plus|secondary|stretch)"
        r"(?: (?:but not (?:required|essential)|qualifications?|skills?|experiences?|requirements?|knowledge"
        r"|criteria|attributes|background|education|competenc(?:y|ies)|skill set|abilities))*"
        r"|(?:skills?|experience|qualifications?|knowledge|criteria) (?:preferred|desired|desirable"
        r"|considered a plus|that (?:are|would be) a plus)"
        r"|what (?:would|could|might|may) (?:also )?(?:help|be (?:nice|great|good|useful|helpful|a plus|a bonus))"
        r"|(?:useful|helpful|welcome|good to know|interesting|valuable|appreciated)(?: (?:but|though|if) not"
        r" (?:required|essential|necessary|mandatory|a must))?"
        r"|(?:nice|welcome|useful|possible)? ?extras?|extra credit|brownie points(?: for)?|could(?:[- ]haves?)?"
        r"|bonus points|pluses|(?:we|you)(?:'d|’d"
        r"| would) love (?:it )?if(?: you)?|(?:even|what would be) better(?: if)?(?: you have)?"
        r"|what sets you apart|what (?:would )?(?:make|makes) you stand out"
        r"|ideally(?:,? (?:you|we|the candidate).{0,30})?|(?:in addition,? )?it (?:would|will) be (?:good"
        r"|great|nice|a plus|an advantage|a bonus|ideal|helpful) if.{0,40}|you(?:'d|’d| would)? (?:might|may) also have"
        r"|(?:an |your )?(?:additional )?advantages?(?: if)?|not required,? but.{0,30}|it(?:'s|’s"
        r"| is) (?:a (?:big )?(?:plus|bonus)|an advantage|great|nice) if(?: you)?.{0,20}|(?:assets?"
        r"|desirables?)",
    ),
    (
        "benefits",
        _QUALIFIER + r"(?:benefits?|perks|compensation|remuneration|salary(?: range)?|pay(?: range)?|package|rewards?"
        r"|incentives|salary and benefits|pay and benefits)(?: package| offered| we offer| include)?"
        r"|(?:what|why|here'?s what) (?:do |can )?(?:we|us|the company)(?: can| will|'ll)? (?:offer|provide"
        r"|give)s?(?: you| to you)?|(?:what )?(?:we|our) (?:also )?offers?(?: you)?|our offer(?: to you)?"
        r"|we (?:offer|provide)(?: you)?|what we (?:bring|promise)(?: to the table)?"
        r"|what(?:'s|’s| is) in (?:it )?for you|what(?:'s|’s| is) in it|what you(?:'ll|’ll| will| can)? (?:get"
        r"|expect|receive|gain|find)(?: from us| with us| here| in return)?|you (?:will|'ll|can|may) (?:find"
        r"|look forward to|expect|get|receive|enjoy)(?: with us| from us| here)?"
        r"|why (?:you'?ll love.{0,30}|work (?:with|for|at|here).{0,30}|join.{0,30}|us|you should.{0,30}|apply"
        r"|.{1,25} is right for you)|reasons to join.{0,20}|in return|what awaits you|(?:the )?(?:good"
        r"|fun) (?:stuff|bits)|you get|(?:employment|working) conditions|(?:alongside|besides"
        r"|on top of) .{0,20},? we offer|join us|life at .{1,25}",
    ),
    (
        "equal-opportunity",
        r".{0,20}equal (?:employment )?opportunit(?:y|ies).{0,30}|(?:our commitment to )?(?:diversity"
        r"|inclusion|equity|diversity,? equity|eeo|accessibility|reasonable accommodations?)(?: statement"
        r"| policy)?|disclaimer|privacy(?: notice| policy| statement)?|data protection.{0,20}|legal notice"
        r"|e-?verify",
    ),
    (
        "how-to-apply",
        r"(?:how to|ready to|want to|apply|applying)(?: apply| join(?: us)?| now| today| here)?"
        r"|(?:the )?(?:application|hiring|interview|recruitment|recruiting|selection)(?: process| steps"
        r"| instructions| deadline| procedure| details)?|next steps?|interested|are you interested"
        r"|(?:does this )?sounds? (?:like you|good|interesting|like a good fit)"
        r"|additional information about the application|your application|(?:the )?(?:hiring|our) process",
    ),
    (
        "about-company",
        r"about (?:us|the (?:company|team|department|organi[sz]ation|client|group|employer|business|project)"
        r"|our (?:company|team|client|organi[sz]ation)|<?organi[sz]ation>?)(?: .{0,30})?"
        r"|we|who (?:we are|are we)|(?:our|the|meet the|meet our) (?:company|team|mission|vision|story|values"
        r"|culture|client|purpose|product)|company(?: (?:description|overview|profile|background"
        r"|info(?:rmation)?|culture|summary))?|mission|vision|(?:company )?values|culture|what (?:do )?we do"
        r"|(?:how|the way) we work|your team|why we exist|(?:team|department|client|project) (?:description"
        r"|overview|profile)",
    ),
    (
        "stack",
        r"(?:our |the |current |a look at our )*(?:tech(?:nology|nical)? ?-?stack|stack|technologies"
        r"|technology|tech)(?: (?:we|that we) (?:use|work with)| stack| you(?:'ll|’ll| will) (?:use|work with)"
        r"| at a glance)?|(?:tools|languages|technologies|frameworks) (?:that )?(?:we|you(?:'ll|’ll"
        r"| will)) (?:use|work with)|what we (?:use|work with)|(?:our )?toolbox|we (?:use|work with)"
        r"|our (?:tools?|tooling|tool ?kit|tool ?set|set[- ]?up)",
    ),
    (
        "duties",
        _QUALIFIER
        + r"(?:(?:duties|tasks|responsibilit(?:y|ies)|accountabilit(?:y|ies)|activities|objectives|deliverables"
        r"|assignments|roles?(?:,| and| &|/) ?(?:the )?responsibilit(?:y|ies)|job duties)(?: (?:include|are"
        r"|will be|will include|and accountabilities|involved|performed|held|in general))*)"
        r"|what you(?:'ll|’ll| will|'re going to|’re going to| would)? (?:do|be doing|work on|be working on"
        r"|own|be responsible for|build|achieve)(?: here| with us| at .{1,20})?|what (?:will|would) you (?:do"
        r"|be doing|work on)|(?:your|the) (?:day|impact|challenges?|work|mission|role|typical day|day-to-day"
        r"|day to day|scope|tasks)(?: (?:will|would) (?:be|look like).{0,10})?|a typical day(?: .{0,20})?"
        r"|(?:a )?(?:typical )?day (?:to|in the life).{0,20}|(?:in )?(?:this|the|your)(?: new)? (?:role"
        r"|position|job),? you(?:'ll|’ll| will)?|you will(?: be)?(?: responsible for)?"
        r"|as an? .{3,40},? you(?:'ll|’ll| will)|how you(?:'ll|’ll| will) (?:contribute|make an impact)"
        r"|scope of (?:work|the role)|day[- ]to[- ]day(?: (?:responsibilities|tasks|work))?"
        r"|what (?:the )?(?:job|role|work) (?:involves|entails|looks like)|roles played|responsible for"
        r"|(?:your )?missions?|(?:the )?work|job (?:role|profile)|you(?:'ll|’ll| will) (?:focus on|work on|be"
        r" working on|get to)|(?:nature"
        r"|areas) of (?:duties|responsibility)|responsibility areas|your responsibilities will include.{0,30}",
    ),
    (
        "required",
        r"personal (?:qualities|attributes|characteristics|traits|strengths|competenc(?:y|ies)|suitability)"
        r"|personality|(?:your )?(?:character|attitude)(?: traits)?|"
        + _QUALIFIER
        + r"(?:requirements?|qualifications?|prerequisites?|pre-requisites?|must[- ]haves?|criteria"
        r"|competenc(?:y|ies)|skills?(?:et|-set| set)?|experiences?|profile|knowledge|abilities|expertise"
        r"|background|attributes|eligibility|traits|capabilities)"
        r"(?: (?:required|needed|requirements?|we (?:expect|need|look for|seek|value)|you(?:'ll|’ll"
        r"| will)? (?:need|have|bring)|necessary|wanted|expected|sought|must[- ]haves?|include))+(?: (?:for"
        r"|to) .{0,40})?|(?:your|job|position|role|minimum|min|basic|essential|mandatory|candidate|required)\s+"
        + _QUALIFIER
        + r"(?:requirements?|qualifications?|prerequisites?|criteria|competenc(?:y|ies)|skills?|experiences?"
        r"|profile|knowledge|abilities|expertise|background|attributes|specifications?|traits|education)"
        r"|" + _QUALIFIER + r"(?:requirements?|must[- ]haves?|criteria|prerequisites?)"
        r"|(?:qualifications?|pre-requisites?|must|should(?:[- ]haves?)?|requisites"
        r"|essentials?|person specification|candidate profile|eligibility(?: criteria)?|required|mandatory)"
        r"|(?:(?:and|here'?s|this is) )?(?:what|who|whom|which skills?) (?:do |will |would "
        rf"|should )?{_YOU}{_WILL} ?(?:are|is|be|do|should|have|need|bring|look|looking|expect|want|know|seek"
        r"|seeking|require|got|offer)(?: (?:looking|for|to|from|you|bring|have|know|in|us|succeed|be|successful|the"
        r"|table|with|got|a|an|candidate|this|role|at|here|qualif\w+))*"
        r"|(?:about|is this|this is|who(?:'s|’s)?|who are) you(?: are)?|who(?:m)? (?:are|is) (?:we"
        r"|the company) (?:looking for|after|searching for|seeking)|our requirements|you should"
        r"|you are the ideal candidate if|you have the following skills(?: and qualifications)?|you(?:'re|’re"
        r"| are)?(?: (?:have|bring|are|offer|should have|will have|must have|need|possess|know|will bring"
        r"|ideally have|will need|should be|should bring))?"
        r"|do you have what it takes|(?:what )?it takes(?: to succeed)?|(?:to )?(?:be|succeed|excel"
        r"|thrive)(?: successful)?(?: in this (?:role|position))?(?:,? you(?:'ll|’ll| will)? need)?|(?:the|our"
        r"|an?) (?:ideal|right|successful|perfect|best) (?:candidate|person|applicant)(?: (?:will|should"
        r"|must)?(?: have| be| has| is))?|ideal candidate|what makes you (?:a (?:good|great) fit|successful"
        r"|the one)|we(?:'d|’d| would) like (?:you to be|to meet|to see|you to have).{0,60}|we(?:'re|’re"
        r"| are) looking for(?: someone)?(?: (?:who|with|that).{0,30})?|we (?:expect|need|require"
        r"|ask for)(?: from you)?|needed|wanted|sought|we (?:think|hope|believe|assume|imagine)(?: that)? you(?: also)?"
        r"(?: have| bring| are| know)?|what we require|how you qualify|why you(?:'re|’re| are)?(?: a)?(?: great"
        r"| good)? fit|skills you(?:'ll|’ll| will)? (?:need|have|bring)|your strengths|you(?:'ll|’ll"
        r"| will) (?:need|bring|have)|what you need(?: to.{0,30})?",
    ),
    (
        "about-role",
        r"(?:about )?(?:the|this|your)? ?(?:role|position|job|opportunity|vacancy|internship)(?: (?:overview"
        r"|summary|description|purpose|details|profile|brief|info(?:rmation)?|objective|highlights"
        r"|description overview))*|(?:industry|company size|company type|experience level|location options"
        r"|date posted|employment type|place of (?:employment|work)|work location|start date)|(?:job|position"
        r"|role|vacancy) (?:description|overview|summary|purpose|details|profile|brief|info(?:rmation)?|type"
        r"|title|objective)(?: overview)?|overview|description|purpose of the (?:role|job|position)"
        r"|introduction|the opportunity|intro",
    ),
    (
        "contact",
        r"contact(?: (?:info(?:rmation)?|details?|me|us|data|person))?|(?:personal|bio"
        r"|biographical) (?:details?|info(?:rmation)?|data|profile)|bio-?data|get in touch|address"
        r"|find me(?: online)?|online profiles?|social (?:networks?|links)|socials|links|declaration"
        r"|passport details",
    ),
    (
        "references",
        r"(?:professional |personal |character )?(?:references?|referees?)(?: available (?:up)?on request)?",
    ),
    (
        "certifications",
        _QUALIFIER + r"(?:certifications?|certificates?|licen[cs]es?|licensures?|credentials?"
        r"|trainings?(?: courses?)?"
        r"|courses?(?:work)?|online courses?|continuing education|professional development|moocs?"
        r"|workshops?(?: attended)?|courses? (?:taken|completed))(?: (?:received|attended|completed|attained"
        r"|obtained|taken))?",
    ),
    (
        "education",
        _QUALIFIER + r"(?:education(?:al)?(?: (?:background|qualifications?|history|details?|profile|credentials"
        r"|requirements?|record|summary|and training))?|academics?(?: (?:background|qualifications?|history"
        r"|details?|profile|record|credentials|projects))?|academia|degrees?|schooling|scholastics?|studies"
        r"|qualification details|university|college)",
    ),
    (
        "languages",
        r"(?:spoken |foreign |known |my )?languages?(?: (?:known|spoken|skills?|proficiency|abilities))?"
        r"|linguistic (?:skills|proficiency)|mother tongue(?:\(s\))?",
    ),
    (
        "publications",
        _QUALIFIER + r"(?:publications?|papers?|patents?|presentations?|conferences?(?: papers?)?|talks?"
        r"|research(?: (?:papers?|publications?|interests?|work))?|journals?|articles|books)",
    ),
    (
        "awards",
        _QUALIFIER + r"(?:awards?|honou?rs?|achievements?|accomplishments?|recognitions?|scholarships?|distinctions?"
        r"|accolades|accomplishment|prizes|contributions)(?: received| won)?",
    ),
    (
        "interests",
        _QUALIFIER + r"(?:interests?|hobb(?:y|ies)|activities|extra-?curricular(?: activit(?:y|ies))?|pastimes"
        r"|leisure(?: activities)?|co-?curricular(?: activities)?|passions)",
    ),
    (
        "volunteering",
        _QUALIFIER + r"(?:volunteer(?:ing)?(?: (?:experience|work|activities))?|voluntary (?:work|experience)"
        r"|community (?:service|involvement|work)|affiliations?|memberships?|leadership (?:experience"
        r"|activities|roles)|organi[sz]ations|positions? of responsibility)",
    ),
    (
        "projects",
        _QUALIFIER
        + r"(?:(?:side|open[- ]source|university|academic|school|college|client|official|major|minor|capstone"
        r"|research|live|final year|notable|work|industry|mini|team|individual) )*(?:projects?"
        r"|portfolio)(?: (?:details?|experience|work|summary|undertaken|handled|worked on|completed|highlights"
        r"|profile|done|involved|executed))*",
    ),
    (
        "experience",
        _QUALIFIER + r"(?:work(?:ing)?|employment|career|industrial|industry|job|organi[sz]ational|internship"
        r"|teaching|military|corporate|business|freelance|development|research|it|total|overall|consulting|clinical"
        r"|engineering|management|leadership|field|project)? ?(?:experiences?|history|employment|work"
        r"|internships?|appointments?|positions?(?: held)?|jobs?|record|engagements?|assignments?|background"
        r"|chronology|summary of experience)(?: (?:details?|summary|history|profile|record|highlights|overview"
        r"|chronicle|and projects|background|so far))*|employers?|career|where i(?:'ve|’ve| have) worked",
    ),
    (
        "summary",
        _QUALIFIER
        + r"(?:career|executive|professional|work|experience|personal|profile|management|resume|cv)? ?(?:summary"
        r"|profile|objectives?|statement|overview|highlights?|snapshot|synopsis|abstract|goals?|about me"
        r"|introduction|bio|headline|aim|career objective)(?: (?:statement|summary|of qualifications|of skills"
        r"|of experience))*|about(?: me)?|me|who am i|career (?:objectives?|goals?)"
        r"|summary of (?:qualifications|experience|skills)",
    ),
    (
        "skills",
        _QUALIFIER
        + r"(?:(?:computer|software|technology|programming|coding|engineering|development|language|analytical"
        r"|analytics|business|management|people|interpersonal|communication|leadership|digital|data|cloud|web"
        r"|database|databases|networking|industry|area of|areas of|field of|fields of|tools?|technologies"
        r"|professional|working|domain|platform|product|system|systems) )*(?:skills?(?:et|-set|-?sets| set"
        r"| sets)?|competenc(?:y|ies|e)|proficienc(?:y|ies)|expertise|technolog(?:y|ies)|tools?|strengths?"
        r"|specialti(?:es)|speciali[sz]ations?|knowledge|frameworks?|platforms?|databases?|operating systems?"
        r"|abilities|capabilities|qualifications?|toolkits?|tool ?box|programming languages?"
        r"|scripting languages?|software|libraries|keywords|know[- ]how|technicals|core competencies"
        r"|environments?)(?: (?:summary|used|known|profile|highlights|section|matrix|overview|level|category"
        r"|set|sets|exposure|proficiency|details?|acquired|inventory|and abilities|worked on|learned))*"
        # The head of a table.
        r"|(?:skills?|tools?|technolog(?:y|ies)|software|languages?|competenc(?:y|ies)|systems?|programs?)"
        r"(?: ?[|/;]? ?(?:(?:skill )?level|years?(?: of experience| used)?|yrs?|proficiency|rating|last used"
        r"|experience|since|comments?|importance|self[- ]assessment|stars|score))+"
        r"|programming|languages? (?:&|and) technologies|(?:what|technologies|tools) i (?:know|use|work with)",
    ),
    (
        "other",
        r"(?:additional|other|further|more)(?: (?:info(?:rmation)?|details?|notes?))|miscellaneous|misc|other"
        r"|notes?|frequently asked questions|faqs?.{0,60}|conclusion|location|key takeaways|working (?:hours"
        r"|conditions|time)|hours|schedule|shifts?|salary (?:expectations|outlook)|future outlook.{0,20}"
        r"|career (?:path|outlook|opportunities).{0,20}",
    ),
)
