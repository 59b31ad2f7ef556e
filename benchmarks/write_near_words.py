"""Choose the English words that skillmatch must know: names of skills, and what lies a slip or two from one.

    apt-get download wamerican && dpkg-deb -x wamerican_*.deb DIR   (or any list of words, one a line)
    python benchmarks/write_near_words.py DIR/usr/share/dict/american-english

Run it again when the taxonomy has grown. Words with a capital are proper names: Leeds, Julia.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

import skillmatch.nlp
from skillmatch import Taxonomy
from skillmatch.nlp.fuzzy import MIN_LENGTH, is_slip
from skillmatch.nlp.normalise import fold_text, fold_word

HEAD = """\
# English words that are names of skills too or lie one or two slips from one, so that they are not read as misspelt.
# Folded as skillmatch.nlp.normalise.fold_word does; proper names keep their capital. Written by
# benchmarks/write_near_words.py from SCOWL, the Spell Checker Oriented Word Lists:
# Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
# associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
"""
OUT = Path(skillmatch.nlp.__file__).with_name("near_words.txt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path)
    words = [word for word in parser.parse_args().dictionary.read_text("utf-8").split() if word.isalpha()]
    common = {fold_word(word) for word in words if word.islower()}
    proper = {fold_word(word) for word in words if word.istitle()} - common
    names, parts = names_and_parts(Taxonomy.default())
    targets: dict[tuple[str, int], list[str]] = {}
    for part in sorted(parts):
        if len(part) >= MIN_LENGTH:
            targets.setdefault((part[0], len(part)), []).append(part)
    kept = {word for word in common | proper if word in names or is_near(word, targets)}
    listed = sorted(word.capitalize() if word in proper else word for word in kept)
    OUT.write_text(HEAD + "\n".join(listed) + "\n", "utf-8")
    print(f"{len(listed)} words, {len(kept & proper)} of them proper names, in {OUT}")


def is_near(word: str, targets: Mapping[tuple[str, int], list[str]]) -> bool:
    """Tell whether a word is a slip or two from another one that is part of a name."""
    lengths = range(len(word) - 2, len(word) + 3)
    near = [part for length in lengths for part in targets.get((word[0], length), ()) if part != word]
    hits = process.extract(word, near, scorer=OSA.distance, score_cutoff=2, limit=None)
    return any(is_slip(word, part) for part, _, _ in hits)


def names_and_parts(taxonomy: Taxonomy) -> tuple[set[str], set[str]]:
    """Return the one-word forms of all skills and all words of all forms, folded."""
    stated = [fold_text(form) for skill in taxonomy for form in (skill.name, *skill.aliases, *skill.exact)]
    forms = [*stated, *(form.replace(" ", "") for form in stated)]
    names = {fold_word(form) for form in forms if form.isalpha() and len(form) > 2}
    return names, {fold_word(word) for form in forms for word in form.split() if fold_word(word).isalpha()}


if __name__ == "__main__":
    main()
