"""The words by which a job ad tells what it asks for, what it would like and what it merely describes.

All patterns read lower-case text.
"""

from __future__ import annotations

import re

# Some word of every wish below: a quick test before the full ones.
CUE = re.compile(
    r"plus|bonus|advantag|asset|nice|prefer|desir|benefi|ideal|option|appreciat|welcom|helpful|useful|good to"
    r"|valued|merit|not (?:strictly|necessarily|absolutely|mandatory|essential|an? )|\bif\b|interest|better|extra|round"
    r"|hurt|harm|apart|favou?r|recommend|at best|helps|long way|happy|happier|delight|glad|pleased|thrilled"
    r"|excited|keen"
    r"|help|handy|icing|touch|cherry|head start|differenti|stand out|an edge|would be|will be|could be|can be"
    r"|(?:may|might|could) (?:also |even )?have|regarded"
    r"|perhaps|maybe|best case|wish|makes? us|score|shine|we(?:'d| would)|of (?:value|help)|amiss|could know|might also"
    r"|points|impress|good to know|sweeten|queue|pile|unnoticed|moon\b|tip the|credit|strengthen|hard req|strict req"
    r"|firm req|absolute req|thrill|excite|kudos|preference|priority|likewise|ditto|catch|would you|should you"
    r"|vorteil|wünsch|idealer|atout|souhait|appréci|idéal|valora|deseable|widzian|gewenst|un plus"
)
_VERY = (
    r"(?:an? |the )?(?:also |all |both |highly |very |strongly |definitely |definite |really |just |seen as "
    r"|considered "
    r"|big |huge |strong |clear |real |distinct |added |major |significant |certain |small |nice |further )*"
)
_GOOD = (
    r"bonus(?:es)?|advantages?(?! of)|assets?|nice[- ]to[- ]haves?|preferred|preferable|desirable|desired|beneficial"
    r"|advantageous|ideal|(?<!not )optional|appreciated|welcomed?|helpful|useful|good to have|valued|a merit|meriting"
    r"|recommended"
    r"|von vorteil|wünschenswert|(?:ein|un|een) (?:plus|atout|pré)|souhaitée?s?|appréciée?s?|gewenst|mile widzian\w+"
    r"|handy(?! with| person| man| woman)|of (?:advantage|benefit|interest|value|help)|(?:an?|welcome|nice|useful"
    r"|real) extra|differentiator|favou?rable|(?:nice"
    r"|welcome|lovely|neat|great) (?:touch|addition|surprise|thing)"
    r"|(?:viewed|seen|looked up(?:on)?|considered|regarded) (?:very )?(?:favou?rably|positively)|highly regarded"
    r"|not (?:strictly|necessarily|absolutely) (?:required|necessary|needed)|not (?:mandatory|essential"
    r"|an? (?:absolute )?must)"
)
# What follows its subject: "Docker would be nice", "Spark is a plus".
PLUS_AFTER = re.compile(
    rf"(?<!we )(?<!we would )(?<!we'd )\b(?:(?:is|are|be|being|'s|as|considered)\s+)?{_VERY}(?:{_GOOD})\b(?! points)"
    r"|(?:\b(?:is|are|be|being|'s|as|considered|an?|big|huge|strong|definite|real|added|of)\s+"
    r"|(?=plus(?:es)?\s*(?:[.,;!)]|$)))plus(?:es)?\b(?! points)"
    r"|\b(?:would|will|could|can) (?:also |really )?be (?:an? |very |really |just )*(?:nice|great|good|cool"
    r"|awesome|fantastic"
    r"|perfect|lovely|wonderful|amazing|handy|interesting|super|dream|treat|benefit|help|edge)\b(?! if| to)"
    r"|\b(?:not|\w+n't) go unnoticed\b|\b(?:is|are)(?: not|n't) an? (?:hard|strict|firm|absolute) (?:requirement"
    r"|condition|prerequisite)|\b(?:would|could|might) (?:\w+ ){0,2}(?:sweeten|strengthen|please us|delight us"
    r"|impress us|thrill us|excite us|suit us|boost|tip the|catch our|complement|put you ahead|win you|win us)"
    r"|\b(?:will|would|shall|may)(?: be| get| have| receive)? (?:given |shown )?(?:\w+ )?(?:preference|priority)\b"
    r"|\b(?:top|front|head) of the (?:queue|line|pile|list)\b|\bextra credit(?=[.,;!)]|$)"
    r"|(?<!, )(?<!^)\b(?:ideally|preferably|optionally)(?=\s*(?:[.;)]|$))|\bnot go amiss\b|\b(?:come|comes) in"
    r" (?:very )?(?:handy|useful)\b|\b(?:a|of) (?:big |great |real |some )?help\b|\b(?:even"
    r"|all the) better\b(?! if)|\bso much the better\b"
    r"|\b(?:round|rounds|rounding) (?:off|out|up)\b|\b(?:icing on|cherry on)\b"
    r"|\b(?:won't|wouldn't|doesn't|does not|can't|never|will not|would not) hurts?\b|\b(?:does|do|would do) no harm\b"
    r"|\b(?:set|sets|setting) you apart\b|\b(?:go|goes) a long way\b|\b(?:makes?|lets?|helps?) you stand out\b"
    r"|\b(?:in your favou?r|to your advantage)\b|\bgives? you an? (?:edge|head start|advantage)\b"
    r"|(?<!that )(?<!which )\bhelps(?=[.,;!]|$)|\b(?:would|could|might|may) (?:\w+ )?help(?=[.,;!)]|$)"
    r"|\b(?:perhaps|maybe)(?=[.,;!)]|$)|\bon (?:our|the|my) wish ?-?list\b|\(nice\)"
    r"|\b(?:makes?|will make|would make) us (?:very |really )?(?:happy|glad|smile|curious)\b"
)
# What leads its object: "ideally Docker", "bonus points for Spark".
PLUS_BEFORE = re.compile(
    r"\b(?:ideally|preferably|preferabl[ey]|at best|(?:in the|at) (?:very )?best(?: case)?,?|bonus(?: points?)?(?:"
    r" for| if)?|nice[- ]to[- ]haves?"
    r"|good[- ]to[- ]have|a plus if|kudos (?:for|if)|plus points?(?: for)?|extra (?:points|credit)(?: for| if)?"
    r"|it(?: is|'s| would be|'d be) (?:an? )?(?:\w+ )?(?:desirable|preferable|preferred|beneficial|advantageous|helpful"
    r"|useful|nice|great|good|ideal|plus|bonus|advantage|asset) (?:that|if|when|to)|would you also|if you happen to"
    r"|should you (?:also )?(?=have|know|happen)|what (?:also |would also |would |really |else )?(?:helps?|counts"
    r" extra|sweetens)\b"
    r"|(?:would|'d) be (?:great|nice|good|ideal|a plus|an advantage|cool|perfect|helpful|lovely|brilliant|fantastic)"
    r" (?:if|to)"
    r"|(?:great|nice|good|a bonus|an advantage|a plus|a merit|an asset|helps|helpful|useful|better|perfect|happy"
    r"|happier|cool|delighted"
    r"|glad|pleased|thrilled) if|it helps to|it is an advantage|we(?:'d| would) (?:love|like) (?:it )?if|desirable:"
    r"|von vorteil (?:sind|ist|wären|wäre)|wünschenswert(?: sind| ist| wären| wäre|:)|idealerweise|idéalement"
    r"|se valora\w*|deseable:?|mile widzian\w+|souhaité:?|points for|impressed (?:by|if)|good to know:?"
    r"|(?:you|they|he|she|candidates?|applicants?) (?:might|may|could) (?:also |even |already )*have|you might also"
    r"|could know:?|[\[(](?:preferred|optional|bonus|plus|nice to have)[\])]:?(?= ?\w)"
    r"|(?:desired|desirable|preferred|ideal|plus|optional|bonus|additional|beneficial|useful|extras?"
    r"|wish(?:es|list)?)(?: [\w-]+){0,2}:"
    r"|optional(?:ly)?:?|nice:|(?:we|they|and|but) prefer|as an? (?:\w+ )?(?:plus|bonus|extra|advantage),?"
    r"|(?:and|or|,) (?:perhaps|maybe)|you(?: ?'ll| will| can| could| would)? (?:also |really )?(?:score|shine"
    r"|stand out|impress us|win us over)(?: extra| points| bonus points)? with"
    r"|it (?:\w+n't|would not|will not|does not|cannot|never) hurts? (?:to|if)"
    r"|we(?: ?'d| would)(?: also| really| very much| gladly)* (?:welcome|appreciate|value|love|like|enjoy|favou?r)"
    r"(?! (?:it|to (?!see)|you|your))|(?:it|that|this|we|they|you)(?:"
    r" ?'(?:d|ll)| would| will) (?:also |really |even )?(?:(?:love|like|appreciate)(?: it)?(?= if)|be|help|score|shine"
    r"|stand out)\b[\w ,']{0,40}?\bif(?: you)?|you may also|interest in|added (?:plus|bonus)"
    r"|(?:especially|particularly|very|extra|even more|also) (?:happy|pleased|interested|glad|keen|excited|delighted)"
    r" (?:about|to|when|by|in)|(?:delighted|thrilled|happy|glad|pleased) (?:to (?:see|find)|about|by))(?!\w)"
)
# What the work brings, where the clauses before said what is wished: "You will also see COBOL."
YOU_MEET = re.compile(
    r"^[\W\d]*you(?:'ll| will| may| might| can expect to)(?: also| then| sometimes| often| mainly)*"
    r" (?:see|meet|find|come across|encounter|work|help|join|be part|report|look after|support|use|get)\b"
)
MUST = re.compile(
    r"\b(?:must(?:[- ]haves?)?|required|requires?|mandatory|essential|necessary|needed|needs? to|is key"
    r"|are key|crucial|imperative|indispensable|a prerequisite|expected|at (?:least|minimum)"
    r"|what you (?:do )?need|vital|non-negotiable|above all|wanted|sought)\b"
)
SOUGHT = (
    r"(?:experience|knowledge|understanding|grasp|command|mastery|familiarity|proficiency|expertise"
    r"|fluency|background|skills?|exposure)"
)
ASKED = re.compile(
    rf"\b(?:{SOUGHT} (?:of|in|with|on|using|as|to|working|building)|(?:(?<!\ba )years?|yrs|(?:least|minimum|over"
    rf"|than|for|half) a year) (?:of|in|with)"
    r"|(?:proficient|fluent|skilled|experienced|versed|familiar|comfortable|competent|confident|at home|at ease"
    r"|hands-on|certified|trained) (?:in|with|at|on|among)"
    r"|(?:strong|good|excellent|solid|proven|great|advanced|extensive|deep|sound|prior|previous"
    rf"|hands[- ]on|demonstrated|basic|some) [\w ,/+#.&-]{{0,40}}?{SOUGHT}"
    r"|(?:ability|able) to|(?:ideal|successful|right|perfect) (?:candidate|person|applicant)|candidates?|applicants?"
    r"|(?:bachelor|master)(?:'?s)?|degree|phd|track record|(?:we are|we ?'re) looking for"
    r"|(?:we are|we ?'re) (?:after|in search of|hoping for)|we (?:expect|need|require|seek|want)|experience"
    r"|(?:someone|somebody|a person|people) (?:who|with)"
    r"|our (?:new|next|future|ideal) (?:\w+ )?(?:colleague|team ?mate|team member|hire|\w+er|\w+ist))\b"
)
# Turns of phrase for knowing something well.
KNOWN = re.compile(
    r"\b(?:(?:your|their|his|her) way (?:around|about|round)|second nature|no strangers? to|to you\b[^.;]{0,3}$"
    r"|no (?:secrets?|myster(?:y|ies)|rocket science|foreign word|closed book)|bread and butter|daily bread"
    r"|in your (?:blood|veins|sleep|toolbox|toolkit|bag)|home turf|at home (?:in|with|on|among)|live and breathe"
    r"|by heart|inside out|back of your hand|firm hand|(?:a |the )(?:knack|feel|passion|talent|flair|eye|love"
    r"|soft spot) (?:for|of)|(?:can ?not|can't|could(?: not|n't)) (?:imagine|picture) (?:[\w']+ ){0,5}without|fluent\w*"
    r"|your (?:forte"
    r"|strong suit|playground|element|strengths?|thing|world)|(?:safe|secure|confident|routine) (?:handling|use) of"
    r"|no (?:fear|problem) (?:of|with))\b"
)
ABOUT_YOU = re.compile(
    r"[\W\d]*(?:you\b|what you (?:do )?(?:need|bring)|we (?:want|need|expect|require|would (?:love|like)|(?:are"
    r"|'re) looking)|we'd (?:love|like)|our (?:new|next|ideal)"
    r"|applicants?|candidates?|the (?:ideal|right|perfect|successful))"
)  # opens a clause that is about the person even where the company presents itself
ASKED_OF_YOU = re.compile(
    r"(?<!when )(?<!while )(?<!until )(?<!once )(?<!where )(?<!whether )"
    r"\byou(?: ?'(?:ll|re|ve|d))?(?: also| already| ideally| do| really| have already| certainly| truly| just| both)*"
    r" (?:should|must|have|need|bring|are(?! (?:part|invited|welcome|responsible|free|given|going|supported|working))"
    r"|will (?:have|understand|bring|need|know)|know|possess|can(?! (?:expect|look|take|choose|find|work|count"
    r"|get|enjoy|learn|also (?:expect|take|choose)|join|use))|understand|love|enjoy|like|speak|write|read|think|master"
    r"|hold|show"
    r"|feel|live|breathe|communicate|keep (?:calm|cool|your|a|an|up|learning|improving|things)|possess|care|thrive"
    r"|shipped|used|built|worked|written|rolled|led|run|seen"
    r"|done|made|gained|touched|operated|developed|managed|taken|studied|completed|earned|learned)\b"
)
# What the employer gives or teaches.
OFFERED = re.compile(
    r"\b(?:gain|gaining|get|share|sharing|use your|using your|deepen|expand|grow|broaden|opportunit(?:y"
    r"|ies)|provid(?:e|ing)|offer(?:s|ing)?|train(?:ing)?|coach)\b"
)
TAUGHT = re.compile(
    r"\b(?:(?:free |paid |in-house |regular )*(?:trainings?|courses?|workshops?|classes|certificates?|certifications?"
    r"|lessons)\b[^.;]{1,60}?\b(?:will be|is|are|can be) (?:\w+ )?(?:provided|offered|given|paid|covered"
    r"|available|included"
    r"|arranged|possible|on us)|(?:we|will|can|gladly|happily|happy to|glad to)(?:'ll)? (?:\w+ )?(?:teach|train|show"
    r"|coach) you|(?:will|you'll|can|to) (?:be|get) (?:\w+ )?(?:taught|trained|coached|introduced|schooled)"
    r"|(?:you(?:'ll| will| can| may)?|you in the first \w+|will) (?:quickly |soon )?(?:learn|pick up|get to know)"
    r"|(?:take|attend|book|free|paid) (?:\w+ )?(?:courses?|classes|workshops?|trainings?)"
    r"|we (?:will )?(?:also |gladly |happily )?(?:pay for|fund|sponsor|cover|finance|offer|provide))\b"
)
# What is taught, named before: "Ansible can be learnt on the job", "if you do not know Go, we teach you".
TAUGHT_AFTER = re.compile(
    r"\b(?:can|may|could) (?:easily |also )?be (?:learn(?:ed|t)|acquired|gained|picked up|taught)\b|\blearn(?:ed"
    r"|t)? on the job\b|(?<=, )we(?:'ll| will| can)? (?:gladly |happily )?(?:teach|train) (?:you|it|them)\b(?! \w)"
)
_GROUPS = (
    r"(?:colleagues?|team ?mates?|teams?|departments?|developers|engineers|analysts|designers|consultants|scientists"
    r"|customers?|clients?|partners?|users?|co-?workers?|neighbou?rs|specialists|administrators|guys|folks|people)"
)
# What others do or have, wherever it stands.
OF_OTHERS = re.compile(
    rf"\b(?:our|the|other) (?!new |next |future |ideal )(?:[\w&/+#.-]+ ){{0,3}}?{_GROUPS}(?: (?:next door"
    rf"|upstairs|abroad|(?:that|whom) we [\w]+"
    r"|in \w+))? (?:use|uses|run|runs|work|works|write|writes|build|builds|are (?!looking|seeking|hiring|searching)"
    r"|is (?!looking|seeking|hiring|searching)|have|has|rely|relies|move|moves|handle|handles|maintain|maintains"
    r"|do|does|develop|develops|deploy|deploys|looks?|takes?)\b"
)
# Those who are not the team of the job, whatever else the text is.
OF_ELSEWHERE = re.compile(
    r"\b(?:(?:the|an?|our|some) )?(?:sister|other|another|neighbou?ring|next[- ]door|partner|parent) (?:team"
    r"|department|group"
    r"|unit|office|company|division|squad|crew|branch|site)s?\b|\b(?:colleagues|people|folks) (?:in|at|from)"
    r" [a-z]\w+(?= )"
)
# What others do, told behind it: "the games are made in Unity by another crew".
DONE_BY_OTHERS = re.compile(
    r"\b(?:done|made|run|built|handled|kept|maintained|looked after|owned|written|operated)\b[^.;:]{0,60}?\bby"
    r" (?:an)?other \w+"
)
# Colleagues' titles: "work with our SAP consultants".
WITH_OTHERS = re.compile(rf"\bwith (?:our|the) (?:[\w&/+#.-]+ ){{1,3}}?{_GROUPS}\b")
# What a working day may bring.
SOME_DAY = re.compile(
    r"\b(?:one day,? you|some (?:days|weeks)|the next,? you|on (?:a typical|any given|some) (?:day|days)"
    r"|in your first \w+|every (?:day|week),? you)\b"
)
ABOUT_US = re.compile(
    r"\b(?:we|our|us|we're|we've|we'll|join|together|the (?:team|company|\w+ team)|company|customers|clients"
    r"|you will (?:be|work|have|learn|use|join|get|help|own|find)|you'll"
    r"|your (?:ideas|team|tasks|role|colleagues)|opportunity|opportunities|benefits?|offer|for example"
    r"|the (?:\w+ )?(?:shop|product|platform|app|service|system|backend|frontend|website|software) (?:is|are"
    r"|runs?|was|has|uses?)|migrat\w+|on (?:their|its|the) way to)\b"
)
WE_DO = re.compile(
    r"^[\W\d]*(?:(?:and|so|here|currently|today|as|in fact|at the moment|at \S+|nice to know:?"
    r"|by the way),? )*(?:we|our)\b"
    r"(?! ?(?:(?:'re|are) (?:currently |now |also )?(?:looking|seeking|searching|hiring)|(?:also "
    r"|really )?(?:expect|need|require|seek|ideal|look|want|prefer|value|hire|ask)|(?:'d|would) (?:like|love|need"
    r"|want|expect)|new \w+|next \w+|future \w+))"
)
WE_USE = re.compile(
    r"\b(?:currently |today |at the moment )?we(?: are|'re| have)?(?: currently| mostly| mainly| primarily"
    r"| also| already)* (?:use|using|work with|working with|run on|rely on|build on)\b"
)
DUTY = re.compile(
    r"[\W\d]*(?:build|improve|use|develop|design|implement|maintain|create|write|work|collaborate|support"
    r"|lead|manage|drive|deliver|ensure|analy[sz]e|contribute|"
    r"participate|help|monitor|own|troubleshoot|test|perform|prepare|provide|assist|plan|coordinate"
    r"|conduct|define|identify|review|report|run|take|act|"
    r"responsible for|evaluate|optimi[sz]e|operate|deploy|integrate|investigate|document|mentor|train"
    r"|organi[sz]e|execute|establish|guide|oversee|partner|translate|handle|be (?:part|responsible))\b"
)  # what the person will do, in the imperative
OUR_MAIN = re.compile(r"\bour (?:main|primary|core) \w+")
# Announces the job's own title.
HIRING = re.compile(
    r"\b(?:hiring|looking for|seeking|search(?:ing)? for|recruiting|join (?:us|our team|the team) as|(?:role"
    r"|position|job) "
    r"(?:of|as)|apply as|(?:job title|position|vacancy|role):)\s+(?:for )?(?:an?|our|the|one|two|several|\d)?"
)
NEW_SUBJECT = re.compile(
    r"[;:(]|\s[-–—]\s|\b(?:but|while|whereas)\b|,?\s*(?<!or )(?<!and )\b(?:any other|other)\b"
    r"|,\s*(?:and )?(?=(?:knowledge|experience|familiarity|exposure|understanding|any|with|at best)\b)"
)
MUST_END = re.compile(
    r"(?<!not )(?<!n't )\b(?:required|needed|necessary|mandatory|essential|a must|must[- ]have|must(?=\))|wanted|sought"
    r"|obligatoires?|exigée?s?|requise?s?|erforderlich|vorausgesetzt|zwingend|vereist|obligatori[oa])\b"
)
FINITE = re.compile(
    r"\b(?:you (?:have|bring|must|should|need|are|know)|must|required|needed|mandatory|essential|should)\b"
)
# A label inside a line: "Requirements - Java | Preferred - Scala".
_SIGN = r"\s*(?::|[-–—]\s)"
WISH_LABEL = re.compile(
    r"(?:(?<=[|;.,/•\n])|(?<=[|;.,/•\n] )|(?<=\n  ))(?:preferred|preferably|desired|desirable|nice[- ]to[- ]haves?"
    rf"|good[- ]to[- ]haves?|bonus|plus|pluses|optional|extras?|advantageous)(?: skills?| points?)?{_SIGN}"
)
# Opens what is asked for, after what is wished.
MUST_BEFORE = re.compile(
    r"\b(?:minimum|required|basic|mandatory|essential) (?:qualifications?|skills?|requirements?)\b"
    rf"|\b(?:an? (?:\w+ )?must|must[- ]haves?|requirements?){_SIGN}|(?<![\w-] )(?<![\w-])(?:required|mandatory"
    rf"|essential):"
)
PREFERENCE_ENDS = re.compile(
    r"\bbut (?!also|not|no)|,? (?:and )?(?:the )?(?:minimum|required|basic|mandatory|essential) (?:qualifications?"
    r"|skills?"
    r"|requirements?)\b|[.;,]\s*an? (?:\w+ )?must\b|,? (?:though|although|while|whereas)\b(?=[^.;]{0,80}\b(?:must|need"
    r"|essential|required|mandatory|indispensable)\b)|\b(?:must|required|essential|mandatory)(?:[ -]have)?:"
    r"|,(?=[^,;]{0,60}\b(?:is|are) (?:an? )?(?:absolute )?(?:must|required|mandatory|essential|needed|necessary)\b)"
)
# What the team has, beside what "you" are to bring in the same few words.
OURS = re.compile(
    r"[\W\d]*(?:(?:today|currently|internally|at present|so far|until now) )?(?:we (?:use|run|work|write|build|have"
    r"|started|wrote|built|rely)"
    r"|(?:our|the) (?!new |next |future |ideal |main |core |primary |whole )(?:[\w-]+ ){1,5}?(?:use|uses|run|runs"
    r"|works?|writes?|wrote|built|builds?|has|have|had|keeps?|maintains?|relies|started|began|looks?|takes?|handles?)\b"
    r"|(?:our|the) (?:[\w-]+ ){0,3}?(?:team|department|office|colleagues|crew|accountants|developers|engineers|staff) "
    r"(?!is |are |needs? |seeks? |wants? |requires? |looks? |hires? |asks? |expects? |of |in |that |who )[a-z]+s? )"
)
# What "you" do, after what others do: "the shop runs on Django, but your job is to pack".
YOUR_PART = re.compile(r"(?:[;,.] (?:but |while |and |whereas )?)(?:your (?:job|task|work|role|part)\b|you [a-z]+\b)")
YOU_NEED = re.compile(
    r"\byou\b(?:,[^,.;]{1,30},)?(?: (?:will|would|do|should|must|also|only|yourself|really|just|now))* (?:need|bring"
    r"|know|should know|must know|have)\b|\bfor your own\b"
)
LIST_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[-–*•+])\s")
