"""What records of a store need not spell out: the words of the background and the skills of the shipped taxonomy.

A lexicon is made when a store is, and stands in it for good: what is not in it is written in letters. It holds nothing
that came from a document.
"""

from __future__ import annotations

from functools import cache, cached_property

from skillmatch.scoring import Background
from skillmatch.taxonomy import Taxonomy

Naming = tuple[str, str, str]  # id, name and category of a skill

_MAX_WORDS = 0xFFFF  # so that a number fits into two bytes
_SAMPLE_BYTES = 32_768  # as far back as zlib looks
_SAMPLE = (  # a record of nobody: what most records say
    '[["resume","manager",10.0,"skillmatch","1",""],[[10,["certifications","analysis"],[1000,1010],[1,2,3],{"":[0.6]},'
    '{"":["none"]}],[1,{"":["bachelor"]},{"":["master"]},{"":["business"]},[100],[10]],[2,["manager","analyst"],'
    '["2015-01","2018-12"],[null,"2019-06"],[12,24],[1000,2000],[500,600]],[5,["contact","summary","experience",'
    '"education","skills","projects","certifications","awards"],["","Summary","Professional Summary","Experience",'
    '"Work History","Education","Skills","Highlights","Accomplishments"],[0,100],[100,200]],[0,[],[],[],[]]],'
    '[[100,200,300],{"0011":[1,2,3]},[0.5,0.625,0.8,0.925],{"":["none"]},{"":[null]},[null,1.0,2.5],["2026-01",null],'
    '{"":[null]},{"":[false]},{"":[[]]}],[{"":[null]},[1,0],[1000,2000],{"":[0]},{"01":[1,2]},{"012":["experience",'
    '"skills","summary","education"]},{"01":["alias","exact","pattern","fuzzy","open"]},{"0":[1.0,0.95,0.9]},'
    '{"":[false]},{"":["none"]},{"":[null]},{"":[null]},{"":[null]},{"000000001000":["plain name","an item of a list",'
    '"in a list of requirements or skills","exact case, in a skills section, among many skills"]}],[200,300]]'
)


class Lexicon:
    """Words and skills by number.

    Parameters
    ----------
    content
        What `build_lexicon` returned, for this store.
    """

    def __init__(self, content: bytes) -> None:
        words, skills = content.decode().split("\n\n")
        self.vocabulary = words.split("\n")
        self.namings: list[Naming] = [
            (fields[0], fields[1], fields[2])
            for fields in (line.split("\t") for line in skills.split("\n"))
            if fields[0]
        ]

    @cached_property
    def words(self) -> dict[str, int]:
        """The number of each word; they rise in the order of the words."""
        return {word: number for number, word in enumerate(self.vocabulary)}

    @cached_property
    def skills(self) -> dict[Naming, int]:
        """The number of each skill."""
        return {naming: number for number, naming in enumerate(self.namings)}

    @cached_property
    def sample(self) -> bytes:
        """What zlib may refer back to: words for titles and phrases, then a record of nobody."""
        names = " ".join(name for _, name, _ in self.namings)
        return (names.encode() + _SAMPLE.encode())[-_SAMPLE_BYTES:]


@cache
def build_lexicon() -> bytes:
    """Return the lexicon for a new store: those of the shipped background and taxonomy."""
    words = sorted(Background.default().vocabulary)[:_MAX_WORDS]
    skills = sorted(f"{it.id}\t{it.name}\t{it.category}" for it in Taxonomy.default())
    return "\n\n".join(("\n".join(words), "\n".join(skills))).encode()
