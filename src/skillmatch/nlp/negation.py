"""Find mentions that a text says are absent or not wanted.

A cue rules the enumeration next to it and nothing else: "no experience with Java or Scala, but strong Kotlin" negates
two of three. "Not only" and "not just" are no negation, and what is "a plus but not required" is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillmatch.nlp.clauses import Clause, clause_at
from skillmatch.nlp.enumerations import Mentions
from skillmatch.nlp.screen import Screen

REACH = 60  # characters between a cue and the enumeration that it rules; enough for "years of production experience"

# All patterns read lower-case text. Some word of every cue: most clauses hold none.
_TRIGGER = re.compile(
    r"no[tr]?\b|nothing|n't|cannot|never|neither|none\b|nobody|without|lack|instead|rather|opposed|except"
    r"|exclud|apart|aside|\bthan\b|\bsave\b"
    r"|away|phas"
    r"|\brid\b|unfamiliar|inexper|unacq|zero|little|unnec|hardly|barely|\byet\b|dropp|ditch|abandon|retired|goodbye"
    r"|stopped|forget|skip|steer|avoid|scope|obsolete|history|nope|unimport|irrelev|immater|behind"
    r"|replaced|given|gave|existent|\bstill\b|switch|\bturned\b|\bshut\b|discontin|removed|\bnil\b|useless|worthless"
    r"|everything|anything|\ball\b|missing|left\b|kein|nicht|aucune|besoin|niet|geen|n'est"
)
_may_deny = Screen(_TRIGGER.search)
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
    r"|learn(?:ed|t)?|written|writ(?:es|ing)|wrote|want(?:ed)?|(?:expect(?:ed)?|require|ask|need)(?: (?:you"
    r"|anyone|people|applicants|candidates) to"
    r" (?:already )?(?:know|have|use|bring|master|be \w+ (?:in|with)))?|look(?:ing)? for|ask(?:ing)? for"
    r"|support(?:ed|s)?|have|had|seen|include|cover|involve|extend to|master(?:ed)?|cod(?:e|ed|ing)|expert|fans?"
    r"|offer|rely on|deal with|believe in|bring|find (?:any|much)|see any|encounter|come across"
    r"|claim(?:ed)?(?: (?:any|to (?:know|have|master)))?|(?:call|consider) (?:myself|ourselves) an?)"
)
_NOBODY = (
    r"(?:nobody|no one|none of (?:us|our \w+))(?: (?:here|in (?:the|our) \w+|else|will|would|really|ever))*"
    r" (?:ask(?:s|ed)? for|needs?|uses?|expects?(?: you to (?:know|have|use|master|bring|be \w+ (?:in|with)))?"
    r"|requires?|wants?|works? with|writes?|touch(?:es)?"
    r"|(?:has|have|had)(?: ever| yet| really)? (?:used|touched|seen|needed|wanted|written|asked for|worked with))"
)
_GAVE_UP = (
    r"(?:i|we|they|the (?:team|company))(?: have| had|'ve)?(?: also| recently| long since| now)? (?:dropped|ditched"
    r"|abandoned|retired|stopped using|(?:said|say) goodbye to|got rid of|avoid(?:ed)?|steer clear of|gave up"
    r"|moved (?:off|away from))"
)
# Cues that reach over a few words, up to the enumeration that follows.
_FAR = re.compile(
    rf"\b(?:(?:no|zero|little(?: to no)?|without|lack of|(?:hardly|barely) any)"
    rf"\s+(?:[\w-]+\s+){{0,3}}?{_THING}"
    rf"|{_NOT}{_ADVERBS} {_VERB}|{_NOBODY}|{_GAVE_UP}"
    r"|(?:mov(?:e|ed|ing)|transition(?:ed|ing)?|shift(?:ed|ing)?) away from|phas(?:e|ed|ing) out|getting rid of"
    r"|without(?: ever| actually)? having (?:used|touched|seen|known|written|learn(?:ed|t)|worked with)"
    r"|(?:every|all|any)(?: [\w-]+){1,6}? (?:other than|apart from|aside from|except(?: for)?|save for)"
    r"|nothing to do with|nothing(?: (?:here|in (?:this|the|our) \w+))? (?:touches|involves|requires|needs|uses)"
    r"|(?<![\w,] )forget(?: about)?(?! to)|still (?:need|have|want) to learn|(?:everything|anything"
    r"|all)(?: of (?:it|them|these))? (?:but|except|apart from|save)"
    r"|(?:does not|doesn't|do not|don't) (?:matter|mind|care)(?: to us)? (?:whether|if)(?: or not)? (?:you|they"
    r"|people) (?:know|have|had|can|are)"
    r"|left (?=[^.;,]{1,40} behind\b)"
    r"|keine?(?: \w+)? (?:erfahrung|kenntnisse|vorkenntnisse)(?: (?:mit|in|von))?"
    r"|aucune (?:expérience|connaissance) (?:en|de|avec|du)|pas besoin (?:de |d')(?:connaître|savoir|maîtriser)?"
    r"|no se (?:requiere|necesita|exige)n?(?: \w+)? (?:experiencia|conocimientos?) (?:en|con|de)"
    r"|geen (?:ervaring|kennis)(?: met| van)?"
    r"|(?:unfamiliar|inexperienced|unacquainted)(?: with| in)?|lacks?|lacking|(?:have|has|had) yet to \w+"
    rf"|{_NOT} (?:necessary|required|needed|essential|expected) (?:to|that you|for you to) (?:already )?(?:know"
    rf"|use|master"
    r"|bring|be \w+ (?:in|with)|have(?: (?:used|known|seen|worked with))?)"
    r"|(?:needn't|need not|(?:don't|do not) (?:have|need) to) be an?"
    r"|(?<!not )(?<!n't )(?<!cannot )do without|(?:can|may) (?:safely )?(?:forget(?: about)?|skip)"
    r"|nor(?: (?:is|are|do|does|have|has))?(?: (?:we|you|i))?(?: (?:need|use|know|require))?|neither)\b"
)
# Cues that rule only what stands right after them, but for filling words.
_NEAR = re.compile(
    r"\b(?:(?<!or )not(?! (?:only|just|merely|solely|limited|least|to mention|simply|alone|necessarily))|zero"
    r"|no(?![ -]?sql\b)|(?<!and )(?<!or )without|instead of|rather than|"
    r"as opposed to|except(?: for)?|excluding|(?<=but )never|(?<=, )never|(?<=\()never)"
    r"(?= (?:(?:an?|any|the|our|in|with|using|on|for|prior|previous|real|direct|much|use|of|specifically|hands"
    r"|practical|commercial|professional|formal|serious|deep|yet|familiar|experienced|proficient|good|used"
    r"|knowing|plain|pure|vanilla|raw|bare|classic|old)\s+)*"
    r"[\"']?(?P<next>\S))"
)
_TWICE = re.compile(
    r"\b(?:cannot|can't|can not|could not|couldn't|never|nothing|nobody|no one|no|(?:not|hardly|barely"
    r"|scarcely) an? (?:\w+ )?(?:day|week|hour|month|project)|not get"
    r"|(?:won't|will not|wouldn't|would not|don't|do not|doesn't|does not) (?:get|go|come|work|survive|manage"
    r"|succeed|be)"
    r"|(?:hard|difficult|impossible|unthinkable)(?: to)?|nowhere)\b[^.;,]*$|\bnot\s*$"
)
_IF = re.compile(r"(?<!even )(?<!matter )(?<!fine )(?<!ok )(?<!okay )(?<!problem )(?<!worry )\b(?:if|unless)\b[^.;,]*$")
# What happens to those who lack it, which makes it a must: "without SQL cannot be considered".
_REJECTED = re.compile(
    r"\b(?:\w+n't|(?:will|would|can|could|shall|may|should|do|does|are|is) not|cannot|never)(?: be)? (?:considered"
    r"|invited"
    r"|accepted|apply|hired|selected|shortlisted|succeed|survive|get (?:far|in|through|hired|past|the job)|pass"
    r"|happy|enjoy|eligible|progress|reviewed)\b"
    r"|\b(?:rejected|declined|refused|turned down|disqualified|filtered out|need not apply|have no chance"
    r"|nothing (?:works|runs|happens|goes)|struggle|lost"
    r"|(?:be|is|are|would be|will be) (?:a|an|the) (?:\w+ )?(?:problem|deal ?breaker|no go|show ?stopper|knock ?out"
    r"|obstacle))\b"
)
# "Lack of AWS experience is not a problem", "missing SQL is fine".
_LACK_IS_FINE = re.compile(
    r"\b(?:lack(?:ing)?(?: of)?|missing|without|not having|no)\b(?P<what>[^.;]{1,60}?)\b(?:is|are|would be|will be)"
    r"(?:(?: not an?|n't an?| no)(?: \w+)? (?:problem|obstacle|issue|concern|barrier|hindrance|show ?stopper"
    r"|deal ?breaker"
    r"|drawback|disadvantage|disaster|reason|worry)|(?: \w+)? (?:fine|ok|okay|acceptable|alright))\b"
)
_IS_NOT = re.compile(
    r"\b(?:is|are|does|do)(?: \w+ly)?(?: not|n't)(?=\s*(?:[.;,!)]|$))"
)  # "SQL is required, Perl is not."
_IS_ASKED = re.compile(
    r"\b(?:is|are) (?:an? )?(?:\w+ )?(?:required|needed|mandatory|must|expected|essential|necessary|important|wanted"
    r"|used)\b|\b(?:counts?|matters?|helps?)\b"
)
_UNASKED = re.compile(
    r"\?\s+(?:(?:not|un)[ -]?(?:necessary|required|needed|at all|a must)|no need|nope|no thanks|no way|never"
    r"|forget (?:about )?it|not (?:here|any ?more|for us|with us)|you (?:don't"
    r"|do not) need)\b"
)
_NOT_WANTED = (
    r"(?:required|needed|necessary|wanted|used|expected|relevant|important|our|a focus|part of|in use|in (?:our|the)"
    r"|a (?:strict )?(?:requirement|prerequisite|precondition|criterion)|asked for|involved|on (?:our|the) list"
    r"|some(?:thing|one) (?:that |who )?we|what we|an option|for us|of interest)"
)
_AFTER = re.compile(
    rf"(?:\b(?:\w+n't|not|no longer|never)(?: \w+)?? {_NOT_WANTED}\b"
    r"|\b(?:nicht|kein\w*|niet|n'est pas|ne sont pas|n'est|no es|no son) (?:zwingend )?(?:erforderlich|notwendig"
    r"|nötig|vorausgesetzt"
    r"|vereist|nodig|nécessaires?|requise?s?|obligatoires?|necesari[oa]s?|obligatori[oa]s?)\b"
    r"|\b(?:is|are) (?:unnecessary|not applicable|no (?:strict )?(?:requirement|prerequisite|precondition|longer \w+)"
    r"|out of scope|obsolete|history|a thing of the past)\b"
    r"|\b(?:is|are) (?:unimportant|irrelevant|immaterial|of no (?:importance|interest|relevance|use)"
    r"|beside the point|non-?existent|nil|useless|worthless|of no help)\b|\bcounts? for nothing\b"
    r"|\b(?:won't|will not|doesn't|does not|don't|do not) (?:really )?(?:help|count)\b"
    r"|\bi(?: have|'ve)? never (?:got (?:a?round to|into)|used|learn(?:ed|t)|touched|tried)\b"
    r"|\b(?:doesn't|don't|does not|do not) matter\b|\bwe(?: have|'ve)? (?:left behind|given up|gave up|dropped"
    r"|abandoned)\b"
    r"|\bbut (?:you )?(?:do not|don't|need not|needn't|won't) (?:(?:have|need) to )?(?:know|have|need|use|master"
    r"|touch)"
    r" (?:it|them|that|those|either)\b"
    r"|\b(?:has|have) been (?:replaced|phased out|switched off|turned off|shut down|discontinued|removed"
    r"|retired|dropped|abandoned|decommissioned)\b"
    r"|[ \t]*[:|,–—-]?[ \t]*\b(?:no|nope|none|not at all|no experience|no thanks|never|not yet|not any ?more"
    r"|hardly(?: ever| at all)?)(?=\s*(?:[,.;!?)|\n]|$)))"
)
_NO_NEGATION = re.compile(
    r"\b(?:plus|bonus|advantage|asset|beneficial|preferred|desirable|ideal(?:ly)?|nice|good|helpful|useful|great"
    r"|welcome|optional)\b"
)
_SOFT = re.compile(r"\b(?:strictly|necessarily|absolutely|mandator(?:y|ily)|essential|a must)\b")
_TURN = re.compile(
    r"\b(?:strong|solid|good|great|excellent|experienced|proficient|experts?|fluent|advanced|skilled"
    r"|years?|but|only|mainly|mostly|just|rather|know|wrote|writes?|used?|took|chose|went|moved|switched|a lot"
    r"|(?:last|this) \w+ and|everything|is in)\b|;"
)
_APART = re.compile(r",\s+(?!(?:which|that|though|as|while)\b)\w|[;:.](?=\s+\S)|\bbut\b|\byes\b")
_STOP = re.compile(
    r"[;:)]|,\s*(?:he|she|strong|solid|good|experienced|proficient|expert|skilled|only|just|\d)\b"
    r"|\b(?:but|however|although|though|while|whereas|mainly|mostly|instead|except|to|using|in order|because|since|so"
    r"|more|i|you|we|they|our|must|can|will|whether|best|when|if|and send|(?:on|for|at) (?:the|our|your|their))\b"
)


def find_negated(mentions: Mentions) -> frozenset[int]:
    """Find the negated mentions.

    Examples
    --------
    >>> find_negated(Mentions.of("no Java, but Perl", [(0, 17)], [(3, 7), (13, 17)]))
    frozenset({0})
    """
    negated: set[int] = set()
    for clause in sorted({clause_at(mentions.clauses, start) for start, _ in mentions.places}):
        if _may_deny(mentions.lower[slice(*clause)]):
            negated.update(_after_cues(mentions, clause))
            negated.update(_before_cues(mentions, clause))
            negated.update(_said_to_be_fine(mentions, clause))
    for question in _UNASKED.finditer(mentions.lower):
        negated.update(mentions.within(clause_at(mentions.clauses, question.start())[0], question.start()))
    return frozenset(negated)


def _after_cues(mentions: Mentions, clause: Clause) -> Iterator[int]:
    """Yield what cues before an enumeration negate."""
    text = mentions.lower
    for cue in _FAR.finditer(text, *clause):
        if not mentions.within(*cue.span()) and not _is_excused(text, cue, clause):
            yield from _after_cue(mentions, cue.end(), clause)
    for cue in _NEAR.finditer(text, *clause):
        here = cue.start("next")
        if mentions.within(here, here + 1) and not _is_twice(text, cue, clause):
            yield from _after_cue(mentions, cue.end(), clause)


def _is_twice(text: str, cue: re.Match[str], clause: Clause) -> bool:
    """Tell "cannot live without" and "without SQL you will not survive" from "live without"."""
    if _REJECTED.search(text, cue.end(), clause[1]):
        return True
    return _TWICE.search(text, max(clause[0], cue.start() - REACH), cue.start()) is not None


def _is_excused(text: str, cue: re.Match[str], clause: Clause) -> bool:
    """Tell "you get nowhere without knowledge of" and "if you do not know", which deny nothing."""
    if _REJECTED.search(text, cue.end(), clause[1]):
        return True
    before = text[max(clause[0], cue.start() - REACH) : cue.start()]
    return _TWICE.search(before) is not None if cue[0].startswith("without") else _IF.search(before) is not None


def _before_cues(mentions: Mentions, clause: Clause) -> Iterator[int]:
    """Yield what cues behind an enumeration negate, if nothing else stands between."""
    for cue in _AFTER.finditer(mentions.lower, *clause):
        before = mentions.within(max(clause[0], cue.start() - REACH), cue.start())
        if before and not _is_wanted(mentions.lower, clause, cue):
            last = before[-1]
            if not _APART.search(mentions.lower, mentions.places[last][1], cue.start()):
                yield from mentions.listed_to(last)


def _said_to_be_fine(mentions: Mentions, clause: Clause) -> Iterator[int]:
    """Yield what need not be there: "lack of Perl is no problem", or "is not" after another that is."""
    for cue in _LACK_IS_FINE.finditer(mentions.lower, *clause):
        yield from mentions.within(*cue.span("what"))
    for cue in _IS_NOT.finditer(mentions.lower, *clause):
        before = mentions.within(max(clause[0], cue.start() - REACH), cue.start())
        gap = mentions.lower[mentions.places[before[-1]][1] : cue.start()] if before else ","
        if "," not in gap and _IS_ASKED.search(mentions.lower, max(0, cue.start() - 2 * REACH), cue.start()):
            yield before[-1]


def _after_cue(mentions: Mentions, end: int, clause: Clause) -> Sequence[int]:
    """Return the members, from the cue on, of the first enumeration that it reaches."""
    if mentions.lower[end : end + 1] in {",", ".", ";", ")", "!", "?"}:
        return ()  # "is no longer used, all is React"
    after = mentions.within(end, min(end + REACH, clause[1]))
    if not after or _STOP.search(mentions.lower, end, mentions.places[after[0]][0]):
        return ()
    members = mentions.listed_from(after[0])
    for number in range(1, len(members)):
        here = mentions.places[members[number]][0]
        if _TURN.search(mentions.lower, mentions.places[members[number - 1]][1], here):
            return members[:number]  # praise or contrast joins the next member: "no Java and strong Python"
        if mentions.lower.count(")", end, here) > mentions.lower.count("(", end, here):
            return members[:number]  # the cue stands inside a bracket: "Java (never Perl), Python"
    return members


def _is_wanted(text: str, clause: Clause, cue: re.Match[str]) -> bool:
    """Tell "a plus but not required" and "not strictly required" from "not required"."""
    return bool(_NO_NEGATION.search(text, max(clause[0], cue.start() - REACH), min(clause[1], cue.end() + 20))) or bool(
        _SOFT.search(cue[0])
    )
