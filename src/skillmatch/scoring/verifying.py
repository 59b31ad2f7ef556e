"""Compare a stored result with one that is made again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# What depends on who else was ranked, or is told apart by the reader of the report itself.
_APART = frozenset({"type", "rank", "rank_first", "rank_last", "missing", "document_id", "job_id"})


def differences(stored: Mapping[str, object], again: Mapping[str, object]) -> tuple[str, ...]:
    """Name the fields of a stored match that are not what is found now; what the report leaves out is not compared.

    Examples
    --------
    >>> differences({"score": 61.5, "rank": 1}, {"score": 60.0, "rank": 2, "parts": []})
    ('score: 61.5 in the report, 60.0 now',)
    """
    found = []
    for name in sorted(stored.keys() - _APART):
        before, now = stored[name], again.get(name)
        if before == now:
            continue
        plain = isinstance(before, (int, float)) and isinstance(now, (int, float))
        found.append(f"{name}: {before} in the report, {now} now" if plain else f"{name} differ")
    return tuple(found)


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
