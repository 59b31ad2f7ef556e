"""Show the impact workings: text, CSV, JSON and an HTML page with plots."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, Template

from skillmatch.reports.plain import plain
from skillmatch.trust.impact import FOUR_FIFTHS, SWEEP, Category, Comparison, Impact

NOT_AN_AUDIT = (
    "These are workings, not a bias audit: an audit is made by somebody independent, on the data of actual use. "
    "A ratio below four fifths calls for an explanation, and one above it is no proof of fairness."
)
COLUMNS = (
    "job", "attribute", "category", "assessed", "selected", "selection rate", "rate low", "rate high", "impact ratio",
    "ratio low", "ratio high", "Fisher p", "above median", "scoring rate", "scoring ratio", "mean score", "notes",
)  # fmt: skip
_WIDTH, _HEIGHT = 640.0, 180.0  # of the drawing of a sweep
_FORMULA = frozenset("=+-@\t\r")  # what a spreadsheet would take for one (OWASP)


def to_json(impacts: Sequence[Impact]) -> str:
    """Write all workings as one JSON object."""
    data = {"note": NOT_AN_AUDIT, "jobs": [dataclasses.asdict(impact) for impact in impacts]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def to_csv(impacts: Sequence[Impact]) -> str:
    """Write a row for each category."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for impact in impacts:
        for comparison in impact.comparisons:
            for category in comparison.categories:
                writer.writerow([_cell(value) for value in _row(impact, comparison, category)])
    return out.getvalue()


def to_text(impacts: Sequence[Impact]) -> str:
    """Write a table for each attribute, and what drives the differences that are flagged."""
    lines: list[str] = []
    for impact in impacts:
        lines.append(
            f"{plain(impact.job_id)}: {impact.selected} of {impact.assessed} selected by {impact.rule}; "
            f"median score {impact.median:.2f}"
        )
        lines += [f"! {note}" for note in notes_of(impact)]
        for comparison in impact.comparisons:
            lines.append(f"\n{plain(comparison.attribute)} (unknown: {comparison.unknown})")
            lines.append(
                f"  {'':24s} {'selected':>12s} {'rate':>6s} {'ratio':>6s} {'scoring':>8s} {'ratio':>6s} {'p':>7s}"
            )
            lines += [_line(category) for category in comparison.categories]
            lines += [f"  {plain(driver)}" for driver in _drivers(comparison)]
    return "\n".join([*lines, "", NOT_AN_AUDIT, ""])


def to_html(impacts: Sequence[Impact]) -> str:
    """Write one page that needs no network and no script."""
    return _template().render(
        impacts=impacts,
        note=NOT_AN_AUDIT,
        notes_of=notes_of,
        remarks_of=remarks_of,
        curves=_curves,
        limit=_HEIGHT * (1 - FOUR_FIFTHS),
        width=_WIDTH,
        height=_HEIGHT,
    )


def notes_of(impact: Impact) -> list[str]:
    """Say what weakens the workings for a job as a whole."""
    if not impact.tied:
        return []
    return [
        f"the line falls inside a tie: {impact.tied} people have the same score on both sides of it, "
        "and only their documents' names tell them apart"
    ]


def remarks_of(category: Category) -> list[str]:
    """Say what is to be known of a category's figures."""
    remarks = ["below four fifths"] if category.below_four_fifths else []
    if category.small:
        remarks.append("under 2 % of the data: not compared")
    elif category.few:
        remarks.append("few people")
    return remarks


def _row(impact: Impact, comparison: Comparison, category: Category) -> list[str | float | None]:
    low, high = category.ratio_interval or (None, None)
    return [
        plain(impact.job_id), plain(comparison.attribute), plain(category.name), category.assessed, category.selected,
        category.selection_rate, *category.selection_interval, category.selection_ratio, low, high, category.fisher_p,
        category.above_median, category.scoring_rate, category.scoring_ratio, category.mean_score,
        "; ".join(remarks_of(category)),
    ]  # fmt: skip


def _cell(value: str | float | None) -> str | float | None:
    if isinstance(value, float):
        return round(value, 4)
    return f"'{value}" if isinstance(value, str) and value[:1] in _FORMULA else value


def _line(category: Category) -> str:
    def share(value: float | None, digits: int = 2) -> str:
        return "-" if value is None else f"{value:.{digits}f}"

    cells = (
        f"{plain(category.name)[:24]:24s} {f'{category.selected}/{category.assessed}':>12s}",
        f"{category.selection_rate:6.2f} {share(category.selection_ratio):>6s}",
        f"{category.scoring_rate:8.2f} {share(category.scoring_ratio):>6s} {share(category.fisher_p, 4):>7s}",
        f" {'; '.join(remarks_of(category))}",
    )
    return f"  {' '.join(cells)}".rstrip()


def _drivers(comparison: Comparison) -> list[str]:
    flagged = [category.name for category in comparison.categories if category.below_four_fifths]
    lines: list[str] = []
    for name in flagged:
        for kind in ("part", "requirement"):
            largest = [it for it in comparison.drivers if it.category == name and it.kind == kind and it.points > 0][:3]
            points = ", ".join(f"{it.name} {it.points:.1f}" for it in largest)
            if points:
                lines.append(f"{name} has fewer points than {comparison.reference} by {kind}: {points}")
    return lines


def _curves(comparison: Comparison) -> list[dict[str, str]]:
    """Return the line of each category through the sweep, as points of a drawing."""
    last = max(1, max((point.top for point in comparison.sweep), default=1) - 1)
    curves: list[dict[str, str]] = []
    for category in comparison.categories:
        points = [point for point in comparison.sweep if point.category == category.name]
        drawn = " ".join(f"{_WIDTH * (it.top - 1) / last:.1f},{_HEIGHT * (1 - it.ratio):.1f}" for it in points)
        if drawn:
            curves.append({"name": category.name, "points": drawn})
    return curves[:SWEEP]


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("skillmatch.trust", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["visible"] = plain
    return environment.get_template("impact.html.j2")
