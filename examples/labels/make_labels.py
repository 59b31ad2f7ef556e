"""Write the labelled job ads of a made-up pottery: `train.jsonl` to learn from, `test.jsonl` to measure on.

    python examples/labels/make_labels.py

The skills stand in double brackets here; the files hold the plain text and the places.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

TRAIN = """
You have experience with [[raku firing]] and [[slab building]].
Our studio stands beside the river and has six rooms.
Experience with [[slip casting]] and [[kiln loading]] is required.
You know [[celadon glazes]] and [[wheel throwing]] well.
We offer lunch, a quiet room and free entry to the museum.
Knowledge of [[ash glazes]] or [[salt firing]] is a plus.
You should be familiar with [[pit firing]], [[coil building]] and [[clay reclaiming]].
The team meets every Monday in the yard.
Experience in [[glaze mixing]] and [[bisque firing]] is required.
You bring knowledge of [[tenmoku glazes]] and [[mould making]].
Send your letter to the studio before the end of May.
Familiar with [[wood firing]] and [[kiln repair]]? Write to us.
Required: [[wheel throwing]], [[slip casting]], [[glaze mixing]].
You have a year of experience with [[gas kilns]] and [[electric kilns]].
Nice to have: [[sgraffito]], [[mishima]], [[nerikomi]].
Our customers love blue plates and old music.
Knowledge of [[sgraffito]] and [[slip trailing]] is required.
You have experience with [[mishima]] and [[hand painting]].
Experience with [[salt glazes]] and [[gas kilns]] is a plus.
We pay fair wages and close early on Fridays.
"""
TEST = """
You have experience with [[soda firing]] and [[slip casting]].
The river is beautiful in May.
Knowledge of [[shino glazes]] and [[kiln loading]] is a plus.
Required: [[coil building]], [[raku firing]], [[lustre glazes]].
We offer a garden, lunch and old music.
You know [[wood kilns]] and [[mould making]] well.
Familiar with [[glaze testing]]? Send your letter.
"""


def rows(ads: str, name: str) -> str:
    """Return one JSON row for each ad."""
    written = []
    for number, line in enumerate(ads.strip().splitlines(), start=1):
        text, spans = "", []
        for plain, marked in re.findall(r"(.*?)(?:\[\[(.*?)\]\]|$)", line):
            text += plain
            if marked:
                spans.append({"start": len(text), "end": len(text) + len(marked), "label": "craft"})
                text += marked
        written.append(json.dumps({"id": f"{name}-{number}", "kind": "job", "text": text, "spans": spans}) + "\n")
    return "".join(written)


if __name__ == "__main__":
    folder = Path(__file__).parent
    (folder / "train.jsonl").write_text(rows(TRAIN, "train"), encoding="utf-8")
    (folder / "test.jsonl").write_text(rows(TEST, "test"), encoding="utf-8")
