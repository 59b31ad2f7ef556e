"""Work out adverse impact: how often each group is selected, and what drives a difference.

Rates and ratios are those of 6 RCNY § 5-300 and 5-301 (New York City's rules for Local Law 144 of 2021): a selection
rate is selected / assessed in a category; a scoring rate is the share of a category above the median score of all; an
impact ratio is a rate over that of the category with the highest. Below four fifths a difference is generally
regarded as evidence of adverse impact (29 CFR 1607.4(D)). A category of less than 2 % of the data is shown and not
compared (6 RCNY § 5-301(d)). Whether a difference may be chance is asked of Fisher's exact test, two-sided (Fisher
1922). Intervals hold 95 %: those of rates by Wilson (1927), those of ratios on the log scale by Katz et al. (1978).
"""

from __future__ import annotations

import dataclasses
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.stats import binomtest, fisher_exact
from scipy.stats.contingency import relative_risk

from skillmatch.errors import RowError, UsageError
from skillmatch.models import Match
from skillmatch.trust.drivers import Driver, find_drivers
from skillmatch.trust.groups import Groups

FOUR_FIFTHS = 0.8
LEAST_SHARE = 0.02
FEW = 30  # people; rates of fewer move by several points with one person
SWEEP = 60  # cutoffs tried at most
JOINED = " x "

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One group: rates and ratios in [0, 1]; ratios and the test compare with the reference, None where left out."""

    name: str
    assessed: int
    selected: int
    above_median: int
    selection_rate: float
    selection_interval: Interval
    scoring_rate: float
    mean_score: float
    selection_ratio: float | None = None
    ratio_interval: Interval | None = None
    scoring_ratio: float | None = None
    fisher_p: float | None = None
    below_four_fifths: bool = False
    small: bool = False
    few: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepPoint:
    """The impact ratio of one category if the best `top` were selected."""

    top: int
    category: str
    ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All categories of one attribute; `reference` has the highest selection rate."""

    attribute: str
    unknown: int
    reference: str
    categories: tuple[Category, ...]
    sweep: tuple[SweepPoint, ...] = ()
    drivers: tuple[Driver, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """The workings for one job.

    `tied` counts people with the very score at which the line between selected and not was drawn, if there are some
    on both sides of it.
    """

    job_id: str
    rule: str
    assessed: int
    selected: int
    median: float
    tied: int
    comparisons: tuple[Comparison, ...]


def work_out(
    matches: Sequence[Match], groups: Groups, *, top: int | None = None, cutoff: float | None = None
) -> Impact:
    """Work out the impact of one ranking.

    Parameters
    ----------
    matches
        All matches of one job.
    groups
        Who belongs to which group.
    top
        Select the best `top`.
    cutoff
        Select who has this score or more; with neither, who is above the median.

    Raises
    ------
    UsageError
        Both a `top` and a `cutoff`, or no matches.
    RowError
        Somebody is twice in the results.
    """
    if top is not None and cutoff is not None:
        raise UsageError("give a top or a cutoff, not both")
    if not matches:
        raise UsageError("there are no matches to work with")
    ranked = sorted(matches, key=lambda it: (it.rank, it.document_id))
    seen: set[str] = set()
    for match in ranked:
        if match.document_id in seen:
            raise RowError(f"results: {match.document_id!r} is there twice for {match.job_id!r}")
        seen.add(match.document_id)
    median = statistics.median(match.score for match in ranked)
    chosen, rule = _select(ranked, top, cutoff, median)
    attributes: list[tuple[str, ...]] = [(name,) for name in groups.attributes]
    if len(attributes) > 1:
        attributes.append(groups.attributes)  # the intersections
    comparisons = [_compare(names, ranked, chosen, median, groups) for names in attributes]
    border = {match.score for match in ranked if match.document_id in chosen} & {
        match.score for match in ranked if match.document_id not in chosen
    }
    return Impact(
        job_id=ranked[0].job_id,
        rule=rule,
        assessed=len(ranked),
        selected=len(chosen),
        median=median,
        tied=sum(match.score in border for match in ranked),
        comparisons=tuple(it for it in comparisons if it is not None),
    )


def _select(ranked: Sequence[Match], top: int | None, cutoff: float | None, median: float) -> tuple[set[str], str]:
    if top is not None:
        return {match.document_id for match in ranked[:top]}, f"the best {top}"
    if cutoff is not None:
        return {match.document_id for match in ranked if match.score >= cutoff}, f"a score of {cutoff:g} or more"
    return {match.document_id for match in ranked if match.score > median}, "a score above the median"


def _compare(
    attributes: tuple[str, ...], ranked: Sequence[Match], chosen: set[str], median: float, groups: Groups
) -> Comparison | None:
    members: dict[str, list[Match]] = {}
    for match in ranked:
        stated = [groups.of(match.document_id, name) for name in attributes]
        if None not in stated:
            members.setdefault(JOINED.join(map(str, stated)), []).append(match)
    known = sum(map(len, members.values()))
    raw = [_category(name, members[name], chosen, median, known) for name in sorted(members)]
    compared = [it for it in raw if not it.small]
    if len(raw) < 2 or not compared:
        return None
    reference = max(compared, key=lambda it: (it.selection_rate, it.assessed, it.name))
    highest = max(it.scoring_rate for it in compared)
    return Comparison(
        attribute=JOINED.join(attributes),
        unknown=len(ranked) - known,
        reference=reference.name,
        categories=tuple(it if it.small else _against(it, reference, highest) for it in raw),
        sweep=_sweep(ranked, {match.document_id: name for name in members for match in members[name]}, compared),
        drivers=find_drivers(members, reference.name, [it.name for it in compared]),
    )


def _category(name: str, members: Sequence[Match], chosen: set[str], median: float, known: int) -> Category:
    selected = sum(match.document_id in chosen for match in members)
    above = sum(match.score > median for match in members)
    interval = binomtest(selected, len(members)).proportion_ci(method="wilson")
    return Category(
        name=name,
        assessed=len(members),
        selected=selected,
        above_median=above,
        selection_rate=selected / len(members),
        selection_interval=(float(interval.low), float(interval.high)),
        scoring_rate=above / len(members),
        mean_score=statistics.fmean(match.score for match in members),
        small=len(members) < LEAST_SHARE * known,
        few=len(members) < FEW,
    )


def _against(category: Category, reference: Category, highest: float) -> Category:
    """Add the comparison with the category of the highest rate."""
    ratio = category.selection_rate / reference.selection_rate if reference.selected else None
    scoring = category.scoring_rate / highest if highest else None
    category = dataclasses.replace(category, selection_ratio=ratio, scoring_ratio=scoring)
    if category.name == reference.name:
        return category
    interval = None
    if category.selected and reference.selected:
        risk = relative_risk(category.selected, category.assessed, reference.selected, reference.assessed)
        found = risk.confidence_interval(0.95)
        interval = (float(found.low), float(found.high))
    table = [[it.selected, it.assessed - it.selected] for it in (category, reference)]
    return dataclasses.replace(
        category,
        ratio_interval=interval,
        fisher_p=float(fisher_exact(table).pvalue),
        below_four_fifths=any(it is not None and it < FOUR_FIFTHS for it in (ratio, scoring)),
    )


def _sweep(ranked: Sequence[Match], group_of: dict[str, str], compared: Sequence[Category]) -> tuple[SweepPoint, ...]:
    """Work out the ratios for the best 1, 2, ... of the list; steps are even where the list is long."""
    sizes = {it.name: it.assessed for it in compared}
    steps = sorted({round(1 + place * (len(ranked) - 2) / (SWEEP - 1)) for place in range(SWEEP)})
    counts = dict.fromkeys(sizes, 0)
    points: list[SweepPoint] = []
    for place, match in enumerate(ranked, 1):
        name = group_of.get(match.document_id)
        if name in counts:
            counts[name] += 1
        if place in steps:
            rates = {it: counts[it] / sizes[it] for it in sizes}
            highest = max(rates.values())
            if highest:
                points += [SweepPoint(top=place, category=it, ratio=rates[it] / highest) for it in sorted(rates)]
    return tuple(points)
