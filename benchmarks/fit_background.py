"""Fit the background model that ships with skillmatch.

    python benchmarks/fit_background.py DATA/ranking/background_livecareer/resumes.jsonl

The same corpus, taxonomy and version of scikit-learn give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from skillmatch.scoring import fit_corpus
from skillmatch.taxonomy import Taxonomy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="JSON Lines with a text in each row")
    parser.add_argument("-o", "--out", type=Path, default=Path("src/skillmatch/scoring/background.npz"))
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for line in args.corpus.read_text(encoding="utf-8").split("\n") if line]
    background = fit_corpus(
        texts,
        Taxonomy.default(),
        name="livecareer-2132",
        provenance=(
            "Word statistics of 2,132 anonymised English resumes (LiveCareer Resume Dataset, listed as CC0), made by "
            "benchmarks/fit_background.py: idf and co-occurrence vectors of words, no document. Words of fewer than "
            "five resumes, names of people, places and firms, gender words and nationalities are left out."
        ),
    )
    background.save(args.out)
    print(f"{args.out}: {len(background.vocabulary)} words, {args.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
