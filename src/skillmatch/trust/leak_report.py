"""Tell what a leak test found."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter

from skillmatch.reports.plain import plain
from skillmatch.trust.leaks import LeakTest

_SHOWN = 10


def to_json(test: LeakTest) -> str:
    """Write all that was found as one JSON object."""
    data = {**dataclasses.asdict(test), "swapped": dict(test.swapped)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def to_text(test: LeakTest) -> str:
    """Write the outcome for people, the most frequent causes first."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in test.swapped) or "nothing"
    lines = [
        f"{test.swaps} swaps of identity in {test.documents} resumes, ranked for {plain(test.job_id)}",
        f"swapped: {kinds}",
    ]
    if test.nameless:
        lines.append(f"no name was found in {len(test.nameless)}: {', '.join(map(plain, test.nameless[:_SHOWN]))}")
    if not test.leaks:
        return "\n".join([*lines, "no difference in any score, rank or explanation", ""])
    lines.append(f"{len(test.leaks)} swaps changed a result. Causes:")
    causes = Counter(leak.cause for leak in test.leaks)
    first = {leak.cause: leak for leak in reversed(test.leaks)}
    for cause, count in sorted(causes.items(), key=lambda it: (-it[1], it[0]))[:_SHOWN]:
        leak = first[cause]
        lines.append(f"{count:6d}  {plain(cause)}")
        lines.append(
            f"        first in {plain(leak.document_id)} ({leak.culture}, {leak.gender}): {leak.what}; "
            f"score {leak.score:.2f} to {leak.swapped_score:.2f}, rank {leak.rank} to {leak.swapped_rank}"
        )
    return "\n".join([*lines, ""])
