"""The words by which a text denies or waives a skill.

All patterns read lower-case text.
"""

from __future__ import annotations

import re

# Some word of every cue: most clauses hold none.
TRIGGER = re.compile(
    r"no[tr]?\b|nothing|n't|cannot|never|neither|none\b|nobody|without|lack|instead|rather|opposed|except"
    r"|exclud|apart|aside|\bthan\b|\bsave\b|away|phas"
    r"|\brid\b|unfamiliar|inexper|unacq|zero|little|unnec|hardly|barely|\byet\b|dropp|ditch|abandon|retired|goodbye"
    r"|stopped|forget|skip|steer|avoid|scope|obsolete|history|nope|unimport|irrelev|immater|behind"
    r"|replaced|given|gave|existent|\bstill\b|switch|\bturned\b|\bshut\b|discontin|removed|\bnil\b|useless|worthless"
    r"|thrown|threw|scrapp|binned|stranger|devoid|minus\b|\bsans\b|\bgreek\b|alien|banned|forbidden|deprecat"
    r"|farewell|parted|sworn|swore|outgr|shelv"
    r"|sunset|\bclue|\bwish|\bleav|\bgive|\bgetting|knows? nothing|nonexist|legacy|ceased|quit\b|\bgone\b"
    r"|everything|anything|\bbar\b|missing|left\b|scarce|\b0\b|kein|nicht|aucune|besoin|niet|geen|n'est"
)
TRIGGER_PHRASES = (
    *("new to me", "new to you", "unknown to ", "foreign to ", "in place of", "at the door"),
    *(
        "beyond me",
        "closed book",
        "off the table",
        "off limits",
        "out of the question",
        "superfluous",
        "dead",
        "overkill",
    ),
    *("all but ", "all of it but", "all of them but", "all of these but"),
)
_THING = (
    r"(?:experience|knowledge|familiarity|exposure(?: to)?|background|skills?|expertise|understanding|training"
    r"|need(?: for you)?(?: to (?:know|have|use|master|learn|bring|understand))?|use|proficiency|interest)"
)
_NOT = (
    r"(?:\w+n't|(?:do|does|did|have|has|had|is|are|was|were|am|need|will|would|could|should|shall) (?:(?:rather )?not"
    r"|never|no longer)|cannot|never|no longer|not having|prefer not to)"
)
_ADVERBS = (
    r"(?: (?:yet|really|currently|actually|ever|already|be|been|have|had|to|get|got|need|needed|required|expected"
    r"|personally|directly|usually|at all|a|an))*"
)
_VERB = (
    r"(?:(?:have |had |get )?(?:any |much |real )?(?:exposure to|contact with)|(?:had |have |got )?(?:the|an?"
    r"|any) (?:chance|opportunity|occasion|reason|need) to \w+|us(?:e|es|ed"
    r"|ing)|need(?:s|ed)?|requir(?:e|es|ed|ing)|know|known|familiar|experienced|proficient"
    r"|work(?:s|ed|ing)?|tried|touch(?:ed)?|do(?! (?:without|away|what|so)\b)|done|run|deploy(?:ed)?|write"
    r"|learn(?:ed|t)?|written|writ(?:es|ing)|wrote|want(?:ed)?|ask(?:ing)? for|(?:expect(?:ed)?|require|ask|need)(?:"
    r" (?:you|anyone|people|applicants|candidates) to"
    r" (?:already )?(?:know|have|use|bring|master|be \w+ (?:in|with)))?|look(?:ing)? for"
    r"|support(?:ed|s)?|have|had|seen|include|cover|involve|extend to|master(?:ed)?|cod(?:e|ed|ing)|expert|fans?"
    r"|offer|rely on|deal with|believe in|bring|find (?:any|much)|see any|encounter|come across"
    r"|claim(?:ed)?(?: (?:any|to (?:know|have|master)))?|(?:call|consider) (?:myself|ourselves) an?)"
)
_OTHER_THAN = r"(?:other than|apart from|aside from|except(?: for)?|save for)"
_NOBODY = (
    r"(?:nobody|no one|none of (?:us|our \w+))(?: (?:here|in (?:the|our) \w+|else|will|would|really|ever))*"
    r" (?:ask(?:s|ed)? for|needs?|uses?|expects?(?: you to (?:know|have|use|master|bring|be \w+ (?:in|with)))?"
    r"|requires?|wants?|works? with|writes?|touch(?:es)?"
    r"|(?:has|have|had)(?: ever| yet| really)? (?:used|touched|seen|needed|wanted|written|asked for|worked with))"
)
_GAVE_UP = (
    r"(?:i|we|they|the (?:team|company))(?: have| had|'ve)?(?: also| recently| long since| now)? (?:dropped|ditched"
    r"|abandoned|retired|stopped using|(?:said|say) goodbye to|got rid of|avoid(?:ed)?|steer clear of|gave up"
    r"|moved (?:off|away from)|parted (?:ways|company) with|outgrew|outgrown|sworn off|swore off|shelved|sunset"
    r"|(?:said|bid) farewell to|did away with|weaned ourselves off|replaced|scrapped|ripped out|quit(?: using)?|ceased"
    r"(?: using| to use)?)"
)
# Cues that reach over a few words, up to the enumeration that follows.
FAR = re.compile(
    rf"\b(?:(?:no|zero|little(?: to no)?|without|lack of|(?:hardly|barely) any)\s+(?:[\w-]+\s+){{0,3}}?{_THING}"
    rf"|{_NOT}{_ADVERBS} {_VERB}|{_NOBODY}|{_GAVE_UP}"
    r"|(?:mov(?:e|ed|ing)|transition(?:ed|ing)?|shift(?:ed|ing)?) away from|phas(?:e|ed|ing) out|getting rid of"
    r"|(?:hardly|barely|scarcely)(?: ever)? (?:used?|touched|seen|worked with|know)"
    r"|without(?: ever| actually)? having (?:used|touched|seen|known|written|learn(?:ed|t)|worked with)"
    rf"|(?:every|all|any)(?: [\w-]+){{1,6}}? {_OTHER_THAN}"
    r"|nothing to do with|nothing(?: (?:here|in (?:this|the|our) \w+))? (?:touches|involves|requires|needs|uses)"
    r"|(?<![\w,] )forget(?: about)?(?! to)|not (?:yet |very )?(?:familiar|experienced|proficient|used|known"
    r"|certified|trained"
    r"|skilled|versed|needed|required|wanted)(?: (?:with|in|for))?(?= ?:)|still (?:need|have|want) to learn"
    r"|(?:everything|anything|all)(?: of (?:it|them|these))? (?:but|except|apart from|save)"
    r"|(?:does not|doesn't|do not|don't) (?:matter|mind|care)(?: to us)? (?:whether|if|how (?:well|much|long|many"
    r"|good))(?: or not)? (?:you|they|people) (?:know|have|had|can|are|use|write|speak)"
    r"|(?:left|leave|leaving) (?=[^.;,]{1,40} (?:behind|at the door|at home)\b)|(?:gave|given|give|giving)"
    r" (?=[^.;,]{1,40} up\b)"
    r"|(?<!no )(?<!not a )(?<!n't a )strangers? to|(?:know|knows|knew) nothing (?:about|of)|(?:no|not an?|n't an?)"
    r" (?:idea|clue) (?:of|about)"
    r"|wish (?:that )?(?:i|we) (?:knew|had|could|spoke|were)|devoid of|in place of|(?:minus|sans) (?=\w)|(?:have|has"
    r"|had|do|did|am|are|is|was)(?: ?not|n't)(?: yet)?(?= ?:)"
    r"|i(?:'d| would) (?:like|love) to learn|i (?:hope|plan|want|intend|aim|am (?:planning|hoping|about)) to learn"
    r"|keine?(?: \w+)? (?:erfahrung|kenntnisse|vorkenntnisse)(?: (?:mit|in|von))?"
    r"|aucune (?:expérience|connaissance) (?:en|de|avec|du)|pas besoin (?:de |d')(?:connaître|savoir|maîtriser)?"
    r"|no se (?:requiere|necesita|exige)n?(?: \w+)? (?:experiencia|conocimientos?) (?:en|con|de)"
    r"|geen (?:ervaring|kennis)(?: met| van)?"
    r"|(?:unfamiliar|inexperienced|unacquainted)(?: with| in)?|lacks?|lacking|(?:have|has|had) yet to \w+"
    r"|(?:has|have|had)(?: also| recently| long since| now)? (?:thrown out|ditched|scrapped|binned|outgrown|abandoned)"
    rf"|{_NOT} (?:necessary|required|needed|essential|expected) (?:to|that you|for you to) (?:already )?(?:know"
    rf"|use|master"
    r"|bring|be \w+ (?:in|with)|have(?: (?:used|known|seen|worked with))?)"
    r"|(?:needn't|need not|(?:don't|do not) (?:have|need) to) be an?"
    r"|(?<!not )(?<!n't )(?<!cannot )do without|(?:can|may) (?:safely )?(?:forget(?: about)?|skip)"
    r"|nor(?: (?:is|are|do|does|have|has))?(?: (?:we|you|i))?(?: (?:need|use|know|require))?|neither)\b"
)
# Cues that rule only what stands right after them, but for filling words.
NEAR = re.compile(
    r"\b(?:(?<!or )(?:not|\w+n't)(?! (?:only|just|merely|solely|limited|least|to mention|simply|alone|necessarily))"
    r"|zero|none(?: of (?:it|them)| (?:to|in|with|for|on|of))?|nothing"
    r"|no(?![ -]?sql\b)|(?<!and )(?<!or )without|instead of|rather than|"
    r"as opposed to|except(?: for)?|excluding|(?<=but )never|(?<=, )never|(?<=\()never)"
    r"(?= (?:(?:an?|any|the|our|in|with|using|on|for|prior|previous|real|direct|much|use|of|specifically|hands"
    r"|practical|commercial|professional|formal|serious|deep|yet|familiar|experienced|proficient|good|used|certified"
    r"|trained|skilled|versed|fluent|comfortable|expert|confident|strong|interested|keen|sure|up|speed|to|at|home"
    r"|knowing|plain|pure|vanilla|raw|bare|classic|old)\s+)*[\"']?(?P<next>\S))"
)
TWICE = re.compile(
    r"\b(?:anything|whatever|cannot|can't|can not|could not|couldn't|never|nothing|nobody|no one|no|(?:not|hardly"
    r"|barely|scarcely) an? (?:\w+ )?(?:day|week|hour|month|project)|not get"
    r"|(?:won't|will not|wouldn't|would not|don't|do not|doesn't|does not) (?:get|go|come|work|survive|manage|apply"
    r"|bother|try|succeed|be)|(?:hard|difficult|impossible|unthinkable)(?: to)?|nowhere)\b[^.;,]*$|\bnot\s*$"
)
IF = re.compile(r"(?<!even )(?<!matter )(?<!fine )(?<!ok )(?<!okay )(?<!problem )(?<!worry )\b(?:if|unless)\b[^.;,]*$")
# What happens to those who lack it, which makes it a must: "without SQL cannot be considered".
REJECTED = re.compile(
    r"\b(?:it|that|this|nothing|things) (?:\w+n't|(?:will|would|can|does) (?:not|never)|never) (?:work|do|fly|go"
    r"|happen|function|run)\b|"
    r"\b(?:\w+n't|(?:will|would|can|could|shall|may|should|do|does|are|is) not|cannot|never)(?: be)? (?:considered"
    r"|invited|accepted|apply|hired|selected|shortlisted|succeed|survive|get (?:far|in|through|hired|past|the job)|pass"
    r"|happy|enjoy|eligible|progress|reviewed)\b"
    r"|\b(?:rejected|declined|refused|turned down|disqualified|filtered out|need not apply|have no chance"
    r"|nothing (?:works|runs|happens|goes)|struggle|lost"
    r"|(?:be|is|are|would be|will be) (?:a|an|the) (?:\w+ )?(?:problem|deal ?breaker|no go|show ?stopper|knock ?out"
    r"|obstacle))\b"
)
# "Lack of AWS experience is not a problem", "missing SQL is fine".
LACK_IS_FINE = re.compile(
    r"\b(?:lack(?:ing)?(?: of)?|missing|without|not having|no)\b(?P<what>[^.;]{1,60}?)\b(?:is|are|would be|will be)"
    r"(?:(?: not an?|n't an?| no)(?: \w+)? (?:problem|obstacle|issue|concern|barrier|hindrance|show ?stopper"
    r"|deal ?breaker|drawback|disadvantage|disaster|reason|worry)|(?: \w+)? (?:fine|ok|okay|acceptable|alright))\b"
)
IS_NOT = re.compile(
    r"\b(?:is|are|does|do)(?: \w+ly)?(?: not|n't)(?=\s*(?:[.;,!)]|$))"
)  # "SQL is required, Perl is not."
IS_ASKED = re.compile(
    r"\b(?:is|are) (?:an? )?(?:\w+ )?(?:required|needed|mandatory|must|expected|essential|necessary|important|wanted"
    r"|used)\b|\b(?:counts?|matters?|helps?)\b"
)
_ANSWER = r"(?:(?!without|enough|wait|imagine)[^.;!?\n])"  # what else an answer may say: not "live without it"
UNASKED = re.compile(
    r"\?\s+(?:(?:not|un)[ -]?(?:necessary|required|needed|at all|a must)|no need|nope|no thanks|no way|never"
    r"|forget (?:about )?it|not (?:here|any ?more|for us|with us)|you (?:don't|do not) need|we (?:got rid|are done)"
    rf"|(?:(?:nobody|no one|none of us)\b|(?:we|you|i|(?:our|my|the) \w+)\b{_ANSWER}{{0,40}}?(?:{_NOT}|dropped"
    rf"|abandoned"
    rf"|avoid(?:ed)?|retired|ditched|removed|replaced|gave up on|left)\b){_ANSWER}{{0,30}}?\b(?:it|them|that|those"
    rf"|either"
    r"|this))\b"
)
_NOT_WANTED = (
    r"(?:required|needed|necessary|wanted|used|expected|relevant|important|our|a focus|part of|in use|in (?:our|the)"
    r"|a (?:strict )?(?:requirement|prerequisite|precondition|criterion)|asked for|involved|on (?:our|the) list"
    r"|some(?:thing|one) (?:that |who )?we|what we|an option|for us|of interest)"
)
# "Which I have not touched", said of the skill before it.
WHICH_NOT = re.compile(
    rf"(?:,? (?:which|that|whom))? (?:i|we|you|they)(?: (?:\w+ ){{1,3}}(?:and|but))?(?: have| had)? {_NOT}\b(?! (?:only"
    rf"|just))[^.;,()!?\n]{{0,40}}(?=[.;,)!?\n]|$)"
    rf"|,? (?:which|that|whom) (?:nobody|no one)\b[^.;,()!?\n]{{0,40}}(?=[.;,)!?\n]|$)"
)
FRONTED = (" i ", " we ", " you ", " they ")  # "Perl we do not use"
UNLESS = re.compile(r"\b(?:without|unless|if|lack(?:ing)?|missing|no|not knowing)\b")
AFTER = re.compile(
    rf"(?:\b(?:\w+n't|not|no longer|never)(?: \w+)?? {_NOT_WANTED}\b"
    r"|\b(?:nicht|kein\w*|niet|n'est pas|ne sont pas|n'est|no es|no son) (?:zwingend )?(?:erforderlich|notwendig"
    r"|nötig|vorausgesetzt|vereist|nodig|nécessaires?|requise?s?|obligatoires?|necesari[oa]s?|obligatori[oa]s?)\b"
    r"|\b(?:is|are)\b[^.;,:!?]{0,25}? no part of|\b(?:is|are) outsourced\b"
    r"|\b(?:is|are) (?:unnecessary|not applicable|no (?:strict )?(?:requirement|prerequisite|precondition|longer \w+)"
    r"|out of scope|obsolete|history|a thing of the past)\b"
    r"|\b(?:is|are) (?:unimportant|irrelevant|immaterial|of no (?:importance|interest|relevance|use)"
    r"|beside the point|non-?existent|nil|useless|worthless|of no help)\b|\bcounts? for nothing\b"
    r"|\b(?:won't|will not|doesn't|does not|don't|do not) (?:really )?(?:help|count)\b"
    r"|\bnever (?:came|come|crossed|comes) (?:(?:in|into|across) )?(?:my|our|the|your) (?:way|path|desk|table)\b"
    r"|\b(?:is|are) (?:something|one|ones|skills?|things?) (?:that |which )?(?:i|we|you)(?: have|'ve)? (?:yet|still"
    r"|never)\b"
    r"|\b(?:i|we)(?: have|'ve)? (?:yet|still have|still need) to (?:learn|try|touch|use|master|pick up|explore|get"
    r" into)\b|\bi(?: have|'ve)? never (?:got (?:a?round to|into)|used|learn(?:ed|t)|touched|tried)\b"
    r"|\b(?:doesn't|don't|does not|do not) matter\b|\bwe(?: have|'ve)? (?:left behind|given up|gave up|dropped"
    r"|abandoned)\b"
    r"|\bbut (?:you )?(?:do not|don't|need not|needn't|won't) (?:(?:have|need) to )?(?:know|have|need|use|master|touch)"
    r" (?:it|them|that|those|either)\b"
    r"|\b(?:has|have) been (?:replaced|phased out|switched off|turned off|shut down|discontinued|removed"
    r"|retired|dropped|abandoned|decommissioned)\b"
    r"|\b(?:is|are) (?:neither|completely|totally|all|entirely)? ?(?:(?:needed|required|necessary|wanted|expected"
    r"|used|helpful"
    r"|relevant|essential|important|useful) nor\b|(?:new|unknown|foreign|alien|greek) (?:to|for) (?:me|you|us|them)\b)"
    r"|\b(?:is|are)(?: now| all| long)? (?:banned|forbidden|off (?:the table|limits)|out of the question|none of our"
    r"|gone\b|dead\b|deprecated|a no-go|beyond me|superfluous|overkill|a closed book|missing from (?:my|our))"
    r"|\b(?:has|have|had|plays?|played) no (?:place|part|role|relevance|bearing|use)\b"
    r"|[ \t]*[:|,–—-]?[ \t]*\b(?:no|nope|none|not at all|no experience|no thanks|never|not yet|not any ?more"
    r"|nil|zero|none so far|none yet|hardly(?: ever| at all)?|(?<=[ :|(])0(?: (?:years?|yrs?))?)"
    r"(?=\s*(?:[,;!?)|\n]|\.(?!\d)|$)))"
)
NO_NEGATION = re.compile(
    r"\b(?:plus|bonus|advantage|asset|beneficial|preferred|desirable|ideal(?:ly)?|nice|good|helpful|useful|great"
    r"|welcome|optional)\b"
)
SOFT = re.compile(
    r"\b(?:strictly|necessarily|absolutely|mandator(?:y|ily)|essential|a must|(?:hard|firm|strict|absolute)"
    r" (?:requirement|condition|prerequisite))\b"
)
TURN = re.compile(
    r"\b(?:strong|solid|good|great|excellent|experienced|proficient|experts?|fluent|advanced|skilled"
    r"|plenty|lots|loads|ample|extensive|deep|daily|runs?|works?|builds?|rel(?:y|ies)|prefers?|adopt\w*|lives?|sticks?"
    r"|loves?|does|switch|rewrote|migrated|above all"
    r"|years?|but|only|mainly|mostly|just|rather|know|wrote|writes?|used?|took|chose|went|moved|switched|a lot"
    r"|(?:last|this) \w+ and|everything|is in)\b|;"
)
APART = re.compile(r",\s+(?!(?:which|that|though|as|while)\b)\w|[;:.](?=\s+\S)|\bbut\b|\byes\b")
STOP = re.compile(
    r"[;:)]|,\s*(?:he|she|strong|solid|good|experienced|proficient|expert|skilled|only|just|\d)\b"
    r"|\b(?:but|however|although|though|while|whereas|mainly|mostly|instead|except|to|using|in order|because|since|so"
    r"|more|without|unless|i|you|we|they|our|must|can|will|whether|best|when|if|and send|(?:on|for|at) (?:the|our"
    r"|your|their))\b"
)
LABEL_ENDS = re.compile(r" ?: ?(?=[^\s\d])")  # "Never used: Perl, Lua"
# Any denied verb with whatever it governs, but for those that deny nothing of their object: "won't be tested on".
NO_DENIAL = re.compile(
    r"\b(?:only|just|merely|solely|simply|alone|limited|least|mention|necessarily|strictly|absolutely|enough|everything"
    r"|afraid|fear|scar\w+|shy|fright\w+|faze\w*|hesitate|forget|forgotten|miss(?:ing|ed)?|underestimate|neglect"
    r"|stop|tire[ds]?|imagine"
    r"|wait|worr\w+|mind|fail|lose|lost|regret|wasted|without|unless|until|till|but|except|than|if|whether|how|where"
    r"|when|why"
    r"|what|which|who|that|because|since|so|as|while|although|though|and|(?<!any )more|less|better|complete\w*|bad"
    r"|strangers?|foreign"
    r"|strange|problem|secrets?|myster\w+|rocket|unnoticed|optional|negotiable|hurt|harm|amiss|always|every|all|best"
    r"|sole|also"
    r"|hard|firm|strict|absolute|look(?:ed)? back|care|unknown|new|unfamiliar|uncommon|unusual|first|last|about"
    r"|through|beat|end|ends"
    r"|doubt|surpris\w+|difficult|easy|avoid|escape|ignore|get(?:ting)? (?:around|past|by|enough)|overstate"
    r"|overestimate|help being|resist|say no)\b"
)
ANY = re.compile(
    rf"\b(?:{_NOT}|nobody|no one|none of (?:us|(?:our|the|my) \w+))\b(?! (?:only|just|merely|solely"
    rf"|simply|necessarily)\b)"
)
_BARE = r"(?:(?!" + NO_DENIAL.pattern + r")[\w'’-]+[ \t]+)"
PLAIN_WORDS = re.compile(rf"[ \t]+{_BARE}{{0,7}}[\"'(]?")
# A skill that is the subject of what is denied: "Perl isn't my thing", "SAP skills won't be part of it".
ITS = re.compile(
    r"(?: (?:experience|knowledge|skills?|expertise|itself|know-how|training|background|proficiency))?[ \t]*"
)
ANY_AFTER = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|should|need)(?: not|n't|not| never| no longer)\b[^.;:,()!?\n]{0,60}"
    r"|\bwon't\b[^.;:,()!?\n]{0,60}"
    r"|\b(?:do|does|did)(?: not|n't) (?:feature|figure|appear|come|enter|interest|concern|apply|play|belong)\b"
)
# What may stand between two members of an enumeration of which the same is said.
JOINT = re.compile(r"(?:\W|\b(?:and|or|nor|as well as|plus|the|an?|in|with|of|for|also|even|both|either|neither)\b)*")
# "Docker yes, Perl no"
ANSWER = re.compile(r"[ \t]*[,:]?[ \t]*(?:no|nope|none|nil|zero|0|never|not yet|no thanks)(?: so far| yet| at all)?$")
THAN = re.compile(r"[^.;,!?\n]*\b(?:better|more|faster|longer|earlier) than\b|[^.;,!?\n]*\bas (?:well|much|long) as\b")
# "Nobody had used Jira before": since then it is used.
ONCE = re.compile(r"\bhad\b.*\b(?:used|seen|touched|worked with|heard of|tried|known)$")
BEFORE_THAT = re.compile(r" (?:[\w-]+ ){0,2}before\b")
# "No training in SQL, yet I have used it for years."
STILL_DONE = re.compile(
    r"[^.;,!?\n]*,? (?:yet|but|still|though|however|nevertheless)\b,? (?:[\w']+ ){0,3}?(?:us(?:e|ed)|work(?:ed)?"
    r"|built|build|run|ran|wrote|written|write|know|taught|picked)\b"
)
# A label that denies what follows it: "Not touched: Perl, Lua".
DENYING_LABEL = re.compile(
    r"[\W\d]*(?:not|none|avoid(?:ed|ing)?)(?: ?\(?(?:yet|so far)\)?)? ?:|"
    r"[\W\d]*(?!not only)(?:(?:what|things?|tools?|skills?)\b[^:\n.;]{0,20}?)?\b(?:not|never|no|don't|doesn't|won't"
    r"|cannot|nothing)\b"
    r"[^:\n.;]{0,30}?\b(?:touch\w*|used?|need\w*|required?|wanted|in focus|in scope|ask(?:ed)?(?: for)?|known?|seen"
    r"|familiar|tried|interested"
    r"|part of|find|meet|relevant|experienced?|our thing|for us|learn\w*|expect\w*|look\w* for|care"
    r" about)[^:\n.;]{0,12}:"
)
NO_LABEL = re.compile(r"\b(?:but|glad|nice|plus|vital|only|just|bonus|helps?)\b")
# "All of Adobe Creative Cloud apart from After Effects."
EXCEPTED = re.compile(rf"\b(?:all|every\w*|whole|entire|most|full)\b[^.;!?]{{0,80}}?\b(?:{_OTHER_THAN}|bar)\b")
# "No database other than PostgreSQL": what is excepted from a denial is there.
SPARED = re.compile(
    r"(?:\b(?:not|no|never|nothing|nobody|none|without|hardly|zero|cannot)\b|n't\b)[^.;!?]{1,60}?"
    rf"\b(?:{_OTHER_THAN}|besides|beyond)\b"
    r"(?:(?!\b(?:but|no|not|never|without)\b)[^.;!?]){0,60}$"
)
INSTEAD = re.compile(rf"\b(?:{_OTHER_THAN}|besides|beyond)\b[^,;.]*$")
