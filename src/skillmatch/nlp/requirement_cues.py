"""The words by which a job ad tells what it asks for, what it would like and what it merely describes."""

from __future__ import annotations

import re

# Some word of every cue below, in lower case: a quick test before the full ones.
CUE = re.compile(
    r"plus|bonus|advantag|asset|nice|prefer|desir|benefi|ideal|option|appreciat|welcom|helpful|useful|good"
    r"|valued|merit|not|if|interest|better|we\b|extra"
)
PLUS_AFTER = re.compile(
    r"\b(?:(?:is|are|be|being|would be|will be|'s|as|considered)\s+)?(?:also |all |both |highly |strongly "
    r"|definitely |really |just |seen as |considered )*"
    r"(?:(?:an? |the )?(?:big |huge |strong |definite |real |distinct |added |major "
    r"|significant )*(?:plus(?:es)?|bonus|advantage(?! of)|asset|nice[- ]to[- ]have)(?! points)"
    r"|preferred|preferable|desirable|desired|beneficial|advantageous|ideal|optional|appreciated|welcomed?"
    r"|helpful|useful|(?:a )?nice to have|not (?:strictly|necessarily|absolutely) (?:required|necessary"
    r"|needed)|not (?:mandatory|essential|a must)|good to have|valued|a merit|meriting)\b",
    re.IGNORECASE,
)
PLUS_BEFORE = re.compile(
    r"\b(?:ideally|preferably|preferabl[ey]|bonus(?: points)?(?: for| if)?|nice[- ]to[- ]haves?"
    r"|good[- ]to[- ]have|a plus if|plus points?(?: for)?|extra (?:points|credit)(?: for)?"
    r"|would be (?:great|nice|good|ideal|a plus|an advantage) if"
    r"|(?:great|nice|good|a bonus|an advantage|a plus) if|it is an advantage|we(?:'d| would) (?:love"
    r"|like) (?:it )?if|desirable:|preferred:|optionally|(?:we|they) prefer|even better if|(?:(?:we|it|you"
    r"|that) ?'d|would|will|'ll) [\w ,']{0,40}if you|you may also|interest in|added (?:plus|bonus))\b",
    re.IGNORECASE,
)
MUST = re.compile(
    r"\b(?:must(?:[- ]haves?)?|required|requires?|mandatory|essential|necessary|needed|needs? to|is key"
    r"|are key|crucial|imperative|indispensable|a prerequisite|expected|at (?:least|minimum))\b",
    re.IGNORECASE,
)
SOUGHT = (
    r"(?:experience|knowledge|understanding|grasp|command|mastery|familiarity|proficiency|expertise"
    r"|fluency|background|skills?|exposure)"
)
ASKED = re.compile(
    rf"\b(?:{SOUGHT} (?:of|in|with|on|using|as|to|working|building)|(?:years?|yrs) (?:of|in|with)"
    r"|(?:proficient|fluent|skilled|experienced|versed|familiar|comfortable|competent) (?:in|with|at|on)"
    r"|(?:strong|good|excellent|solid|proven|great|advanced|extensive|deep|sound|prior|previous"
    rf"|hands[- ]on|demonstrated|basic|some) [\w ,/+#.&-]{{0,40}}?{SOUGHT}"
    r"|(?:ability|able) to|(?:ideal|successful) candidate|candidates?|(?:bachelor|master)(?:'?s)?|degree"
    r"|phd|track record|(?:we are|we ?'re) looking for|we (?:expect|need|require|seek)|experience)\b",
    re.IGNORECASE,
)
ASKED_OF_YOU = re.compile(
    r"\byou(?: ?'(?:ll|re|ve))? (?:also |already |ideally )*(?:should|must|have|need|bring|are|will have"
    r"|will understand|will bring|know|possess|can|understand|love|enjoy)\b",
    re.IGNORECASE,
)
OFFERED = re.compile(
    r"\b(?:gain|gaining|get|share|sharing|use your|using your|deepen|expand|grow|broaden|opportunit(?:y"
    r"|ies)|provid(?:e|ing)|offer(?:s|ing)?|train(?:ing)?|coach)\b",
    re.IGNORECASE,
)
ABOUT_US = re.compile(
    r"\b(?:we|our|us|we're|we've|we'll|join|together|the team|company|customers|clients|you will (?:be"
    r"|work|have|learn|use|join|get|help|own|find)|you'll|your (?:ideas|team|tasks|role|colleagues)"
    r"|opportunity|opportunities|benefits?|offer|for example)\b",
    re.IGNORECASE,
)
WE_DO = re.compile(
    r"^[\W\d]*(?:(?:and|so|here|currently|today|as|in fact|at the moment|at \S+),? )*(?:we|our)\b"
    r"(?! ?(?:(?:'re|are) (?:currently |now |also )?(?:looking|seeking|searching|hiring)|(?:also "
    r"|really )?(?:expect|need|require|seek|ideal|look|want|prefer|value)|(?:'d|would) (?:like|love|need"
    r"|want|expect)))",
    re.IGNORECASE,
)
WE_USE = re.compile(
    r"\b(?:currently |today |at the moment )?we(?: are|'re| have)?(?: currently| mostly| mainly| primarily"
    r"| also| already)* (?:use|using|work with|working with|run on|rely on|build on)\b",
    re.IGNORECASE,
)
DUTY = re.compile(
    r"[\W\d]*(?:build|improve|use|develop|design|implement|maintain|create|write|work|collaborate|support"
    r"|lead|manage|drive|deliver|ensure|analy[sz]e|contribute|"
    r"participate|help|monitor|own|troubleshoot|test|perform|prepare|provide|assist|plan|coordinate"
    r"|conduct|define|identify|review|report|run|take|act|"
    r"responsible for|evaluate|optimi[sz]e|operate|deploy|integrate|investigate|document|mentor|train"
    r"|organi[sz]e|execute|establish|guide|oversee|partner|"
    r"translate|handle|be (?:part|responsible))\b",
    re.IGNORECASE,
)  # what the person will do, in the imperative
OUR_MAIN = re.compile(r"\bour (?:main|primary|core) \w+", re.IGNORECASE)
NEW_SUBJECT = re.compile(
    r"[;:(]|\s[-–—]\s|\b(?:but|while|whereas)\b|,?\s*(?<!or )(?<!and )\b(?:any other|other)\b"
    r"|,\s*(?:and )?(?=(?:knowledge|experience|familiarity|exposure|understanding|any)\b)",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:you (?:have|bring|must|should|need|are|know)|must|required|needed|mandatory|essential|should)\b",
    re.IGNORECASE,
)
