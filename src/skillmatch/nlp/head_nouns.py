"""Tell the things of software that have the name of a tool before them: "Python scripts", "React frontend"."""

from __future__ import annotations

import re

from skillmatch.nlp.candidates import Candidate

# What a name in use belongs to: "Python scripts", "React frontend".
TOOL_AFTER = re.compile(
    r"(?:programm(?:ing|er|ers|ed)\b|programs?\b|develop|"
    r"engineer|script|coding|code|framework|librar|languag|package|macro|apis?\b|back ?end|"
    r"front ?end|quer(?:y|ies)|microservice|cluster|server|database|pipeline|apps?\b|stack|skills?\b|knowledge|"
    r"experience|projects?\b)"
)
_TECHNICAL_AFTER = re.compile(
    r"(?:expert|consult|training|course|certif|licen[cs]|admin|architect|specialist|module|model|jobs?\b|workflow"
    r"|environment|tool|platform|system|version|"
    r"users?$|test|build|deploy|integration|component|plugin|extension|template|notebook|dashboard|sheet|workbook|"
    r"table|"
    r"formula|report|shader|chart|container|image|instance|function|data|web|mobile|cloud|software|program|service|"
    r"solution|implementation|migration|automation|compiler|interpreter|runtime|syntax|bindings|interface|client|"
    r"repo|sdk|ide|cli|gui|ui|power|super ?user|wizard|guru|ninja|whiz|pros?\b|know how)"
)


def is_thing(after: str, candidate: Candidate) -> bool:
    """Tell whether the next word is a thing of software, which has the name of a tool before it."""
    after = after.lower()
    plain = not candidate.form.exact or not candidate.form.skill.context
    return TOOL_AFTER.match(after) is not None or (plain and _TECHNICAL_AFTER.match(after) is not None)
