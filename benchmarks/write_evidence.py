"""Write taxonomy/evidence.json anew: which skills the source documents name, and how often.

python benchmarks/write_evidence.py SHARED
"""

from __future__ import annotations

import sys
from pathlib import Path

from skillmatch.discovery import gather_evidence
from skillmatch.taxonomy import Taxonomy
from skillmatch.taxonomy.evidence import FILE, DocumentEvidence, format_evidence

TARGET = Path(__file__).parents[1] / "taxonomy" / FILE


def main(shared: Path) -> None:
    rows = list(gather_evidence(shared / "documents", Taxonomy.default(), workers=0))
    seen = [row for row in rows if isinstance(row, DocumentEvidence)]
    if len(seen) < len(rows):
        raise SystemExit("some documents could not be read")
    TARGET.write_text(format_evidence(seen), encoding="utf-8")
    for one in seen:
        print(f"{one.name}: {len(one.skills)} skills, {sum(one.skills.values())} mentions")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
