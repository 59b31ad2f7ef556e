"""Compare a stored report with one that is made again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from skillmatch.schema import to_json

if TYPE_CHECKING:
    from skillmatch.models import Match, Provenance, SkillProfile

# What depends on who else was ranked; ranks are compared with the scores of the report itself.
_APART = frozenset({"type", "rank", "rank_first", "rank_last"})


def check_report(
    rows: Sequence[Mapping[str, object]],
    jobs: Mapping[str, SkillProfile],
    resumes: Mapping[str, SkillProfile],
    match: Callable[[SkillProfile, SkillProfile], Match],
    provenance: Provenance,
) -> tuple[str, ...]:
    """Name everything in which a stored report is not what is found now; none if it holds.

    Parameters
    ----------
    rows
        Those of a report in JSON Lines, brief or full, the one of type ``report`` among them.
    jobs, resumes
        Profiles by document id; others than those of the report do not matter.
    match
        Scores and explains a pair.
    provenance
        What matches are made with now.
    """
    [stored] = [row for row in rows if row["type"] == "report"][-1:]
    found = [row for row in rows if row["type"] == "match"]
    problems = _other_makings(stored.get("provenance"), provenance)
    for row in found:
        job, resume = jobs.get(str(row["job_id"])), resumes.get(str(row["document_id"]))
        pair = f"{row['document_id']} for {row['job_id']}"
        if job is None or resume is None:
            problems.append(f"{pair}: the {'job' if job is None else 'resume'} cannot be read any more")
            continue
        again = json.loads(to_json(match(job, resume)))
        problems += [f"{pair}: {difference}" for difference in differences(row, again)]
    by = "document_id" if stored.get("direction") == "jobs" else "job_id"
    problems += [f"{name}: its ranks do not follow its scores" for name in misranked(found, by)]
    return tuple(problems)


def differences(stored: Mapping[str, object], again: Mapping[str, object]) -> Iterator[str]:
    """Name the fields of a stored match that are not what is found now; what a brief report leaves out is not compared.

    Examples
    --------
    >>> list(differences({"score": 61.5, "rank": 1}, {"score": 60.0, "rank": 2, "parts": []}))
    ['score: 61.5 in the report, 60.0 now']
    """
    for name in sorted(stored.keys() - _APART):
        before, now = stored[name], again.get(name)
        if name == "missing" and isinstance(now, list) and before and isinstance(before, list):
            now = [gap["name"] for gap in now] if isinstance(before[0], str) else now
        if before != now:
            plain = isinstance(before, (int, float)) and isinstance(now, (int, float))
            yield f"{name}: {before} in the report, {now} now" if plain else f"{name} differ"


def misranked(rows: Sequence[Mapping[str, object]], by: str = "job_id") -> tuple[str, ...]:
    """Name the jobs, or what else rows are grouped by, whose stored ranks do not follow the stored scores."""
    groups: dict[str, list[tuple[int, float]]] = {}
    for row in rows:
        groups.setdefault(str(row[by]), []).append((int(str(row["rank"])), float(str(row["score"]))))
    return tuple(
        name
        for name, found in sorted(groups.items())
        if sorted(found) != sorted(found, key=lambda pair: (-pair[1], pair[0]))
    )


def _other_makings(stored: object, provenance: Provenance) -> list[str]:
    """Say what the report was made with that is another now."""
    if not isinstance(stored, Mapping):
        return ["the report does not say what it was made with"]
    now = {
        "skillmatch": provenance.skillmatch,
        "taxonomy": provenance.taxonomy.fingerprint,
        "settings": provenance.settings,
        "background": provenance.background,
        "model": provenance.model,
    }
    taxonomy = stored.get("taxonomy")
    before = {**stored, "taxonomy": taxonomy.get("fingerprint") if isinstance(taxonomy, Mapping) else None}
    return [
        f"made with {name} {before.get(name)}, and this is {value}"
        for name, value in now.items()
        if before.get(name) != value
    ]
