"""Write the second fresh extraction set: passages and one-sentence cases by somebody who had not seen the code.

    python benchmarks/data/make_fresh2.py [FOLDER]

writes ``gold_fresh2.jsonl`` and ``traps_fresh2.jsonl``, by default beside this file, from the marked texts of
``fresh2.txt``. All people, firms and texts are invented. ``[[text|flags]]`` is a scored mention, looked up in the
lexicon, ``((text|flags))`` an optional one (a concept unless a flag or the lexicon says otherwise), ``{{r}}``,
``{{p}}`` and ``{{n}}`` set the requirement from there on. Flags:

- ``r``, ``p``, ``n``: required, preferred or none; ``t``: not stated, for titles;
- a number: years; ``neg``: negated; ``opt``: optional; ``=Name``; ``@category``.

One reader, a language model, wrote and marked the texts; nothing was changed since.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Lexicon = dict[str, tuple[str, list[str]]]

HERE = Path(__file__).parent
MARK = re.compile(r"\[\[(.+?)\]\]|\(\((.+?)\)\)|\{\{([rpn])\}\}")
REQUIREMENT = {"r": "required", "p": "preferred", "n": "none"}


def normalise(name: str) -> str:
    name = name.strip().lower()
    dot = "." if re.match(r"\.\s*\w", name) else ""
    return dot + re.sub(r"[^\w+#]|_", "", name)


def read_lexicon(text: str) -> Lexicon:
    lexicon: Lexicon = {}
    for line in text.strip().splitlines():
        name, category, *aliases = (part.strip() for part in line.split("|"))
        lexicon[name] = (category, [alias.strip() for alias in ";".join(aliases).split(";") if alias.strip()])
    return lexicon


def read_texts(text: str) -> Iterator[tuple[str, str, str]]:
    for block in text.split("\n### ")[1:]:
        head, body = block.split("\n", 1)
        kind, phenomenon = head.split(" | ", 1)
        yield kind, phenomenon, body.strip("\n")


def read_mark(mark: re.Match[str], requirement: str, lexicon: Lexicon, names: dict[str, str]) -> Row:
    text, *flags = (mark[1] or mark[2]).split("|")
    row: Row = {"text": text, "optional": mark[1] is None, "negated": "neg" in flags, "years": None}
    name = category = None
    for flag in flags:
        if flag in REQUIREMENT:
            requirement = flag
        elif flag == "opt":
            row["optional"] = True
        elif flag.startswith("="):
            name = flag[1:]
        elif flag.startswith("@"):
            category = flag[1:]
        elif flag not in ("t", "neg"):
            row["years"] = float(flag) if "." in flag else int(flag)
    name = name or names.get(normalise(text))
    known, aliases = lexicon.get(name or "", ("concept", []))
    row |= {"name": name or text, "aliases": aliases, "category": category or known}
    row["label"] = row["category"]
    row["optional"] = (row["optional"] or row["category"] == "concept") and not row["negated"]
    row["requirement"] = None if "t" in flags else "none" if row["negated"] else REQUIREMENT[requirement]
    return row


def read_marked(row_id: str, kind: str, phenomenon: str, marked: str, requirement: str, lexicon: Lexicon) -> Row:
    names = {normalise(alias): name for name, (_, aliases) in reversed(lexicon.items()) for alias in aliases}
    names |= {normalise(name): name for name in lexicon}
    text, last = "", 0
    spans: list[Row] = []
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark[3]:
            requirement = mark[3]
            continue
        span = read_mark(mark, requirement, lexicon, names)
        if kind == "resume":
            span["requirement"] = None
        spans.append({"start": len(text), "end": len(text) + len(span["text"]), **span})
        text += span["text"]
    text += marked[last:]
    skills = list(dict.fromkeys(span["name"] for span in spans if not span["optional"] and not span["negated"]))
    return {
        "id": row_id, "source": "made up", "kind": kind, "phenomenon": phenomenon, "text": text, "spans": spans,
        "skills": skills,
    }  # fmt: skip


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    lexicon, passages, traps = re.split(r"^## \w+\n", (HERE / "fresh2.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
    known = read_lexicon(lexicon)
    for name, body, first in (("gold", passages, "n"), ("traps", traps, "r")):
        rows = [
            read_marked(f"blind-{name.rstrip('s')}-{number:02d}", kind, phenomenon, marked, first, known)
            for number, (kind, phenomenon, marked) in enumerate(read_texts("\n" + body), 1)
        ]
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}_fresh2.jsonl").write_text(lines, "utf-8")


if __name__ == "__main__":
    main()
