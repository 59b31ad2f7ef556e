"""Fit the background model that ships with skillmatch.

    python benchmarks/fit_background.py DATA/ranking/background_livecareer/resumes.jsonl

Names of people, places and firms are left out without any list of names: a word that its corpus hardly ever
writes in lower case, and not in capitals either, is a name, unless it names a skill.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from skillmatch.nlp.terms import count_terms
from skillmatch.scoring import Background
from skillmatch.taxonomy import Taxonomy

MOST_LOWER = 0.02  # of Chicago, Michael, Texas 0.00 of all, of Linux 0.04, accountant 0.10, nurse 0.14
MOST_CAPITALS = 0.5  # acronyms (GAAP, HVAC, CPA) are no names

STATES = frozenset(
    """
    al ak az ar ca co ct de fl ga hi id il ia ks ky la md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok pa ri sc sd
    tn tx ut vt va wa wv wi wy dc usa
    """.split()  # noqa: SIM905
)

_WORD = re.compile(r"[^\W\d_]+")


def find_names(texts: Iterable[str]) -> set[str]:
    """Find the words that are written like names."""
    everywhere, lower, capitals = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        for word in _WORD.findall(text):
            folded = word.lower()
            everywhere[folded] += 1
            lower[folded] += word.islower()
            capitals[folded] += word.isupper()
    return {
        word
        for word, count in everywhere.items()
        if lower[word] <= MOST_LOWER * count and capitals[word] <= MOST_CAPITALS * count
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="JSON Lines with a text in each row")
    parser.add_argument("-o", "--out", type=Path, default=Path("src/skillmatch/scoring/background.npz"))
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for line in args.corpus.read_text(encoding="utf-8").split("\n") if line]
    known = {form.lower() for it in Taxonomy.default() for form in (it.name, *it.aliases, *it.exact)}
    background = Background.fit(
        map(count_terms, texts),
        name="livecareer-2132",
        provenance=(
            "Word statistics of 2,132 anonymised English resumes (LiveCareer Resume Dataset, listed as CC0), made by "
            "benchmarks/fit_background.py: idf and co-occurrence vectors of words, no document. Words of fewer than "
            "five resumes, names of people, places and firms, gender words and nationalities are left out."
        ),
        exclude=find_names(texts) - known | STATES,
    )
    background.save(args.out)
    print(f"{args.out}: {len(background.vocabulary)} words, {args.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
