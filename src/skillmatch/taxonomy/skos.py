"""Write a taxonomy as SKOS in Turtle, for tools of the semantic web.

`implies` is ours and stays ours: SKOS knows broader, related and the way to other schemes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from skillmatch.taxonomy.load import Taxonomy
from skillmatch.taxonomy.skill import Skill

NAMESPACE = "urn:skillmatch:skill:"
_PREFIXES = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""
_NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def to_turtle(taxonomy: Taxonomy, *, namespace: str = NAMESPACE) -> str:
    r"""Write concepts with labels, definitions, relations and matches; ids follow the namespace.

    Examples
    --------
    >>> skill = Skill(id="sql", name="SQL", type="language", category="databases", esco="http://e/1")
    >>> print(to_turtle(Taxonomy([skill])).split("\n\n")[2], end="")
    <urn:skillmatch:skill:sql> a skos:Concept ;
        skos:inScheme <urn:skillmatch:skill:> ;
        skos:prefLabel "SQL"@en ;
        skos:closeMatch <http://e/1> .
    """
    scheme = [f"dct:title {_text(taxonomy.name)}", f"owl:versionInfo {json.dumps(taxonomy.version)}"]
    blocks = [_PREFIXES.rstrip("\n"), _block(f"<{namespace}>", ["a skos:ConceptScheme", *scheme])]
    for skill in taxonomy.stated:
        near = sorted(taxonomy.related[skill.id])
        blocks.append(_block(f"<{namespace}{skill.id}>", ["a skos:Concept", *_claims(skill, near, namespace)]))
    return "\n\n".join(blocks) + "\n"


def _claims(skill: Skill, near: Iterable[str], namespace: str) -> Iterator[str]:
    yield f"skos:inScheme <{namespace}>"
    yield f"skos:prefLabel {_text(skill.name)}"
    for form in dict.fromkeys((*skill.aliases, *skill.exact)):
        if form != skill.name:
            yield f"skos:altLabel {_text(form)}"
    if skill.description:
        yield f"skos:definition {_text(skill.description)}"
    yield from (f"skos:broader <{namespace}{other}>" for other in skill.broader)
    # SKOS forbids what is broader to be related as well.
    yield from (f"skos:related <{namespace}{other}>" for other in near if other not in skill.broader)
    if skill.replaced_by:
        yield f"dct:isReplacedBy <{namespace}{skill.replaced_by}>"
    if skill.retired:
        yield "owl:deprecated true"
    if skill.esco and not _NO_IRI.search(skill.esco):
        yield f"skos:closeMatch <{skill.esco}>"


def _block(subject: str, claims: list[str]) -> str:
    return f"{subject} " + " ;\n    ".join(claims) + " ."


def _text(text: str) -> str:
    """Quote as Turtle, whose escapes are those of JSON (surrogates aside, which we do not write)."""
    return f"{json.dumps(text, ensure_ascii=False)}@en"
