"""Figures by size, as a table and as a plot, with the exponent of each: 1 is linear, 0 is constant."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

Rows = Sequence[Mapping[str, float]]  # one for each size, which comes first
UNITS = {"_s": "seconds", "_ms": "milliseconds", "_mb": "megabytes"}  # by the end of a figure's name


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Fit cost = constant x size ** exponent over the logarithms; NaN for one size."""
    return float(np.polyfit(np.log(sizes), np.log(costs), 1)[0]) if len(sizes) > 1 else math.nan


def show(rows: Rows) -> None:
    """Print a column for each size, with the exponent of each figure at its end."""
    size, *figures = rows[0]
    sizes = [row[size] for row in rows]
    print(f"{size:22}" + "".join(f"{it:12,.0f}" for it in sizes) + "    exponent")
    for name in figures:
        values = [row[name] for row in rows]
        print(f"{name:22}" + "".join(f"{it:12,.3f}" for it in values) + f"{exponent(sizes, values):12.2f}", flush=True)


def plot(rows: Rows, part: str, folder: Path) -> None:
    """Draw the figures of each unit over the sizes, as ``scale-<part>.svg``."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "skillmatch", "svg.fonttype": "none", "font.size": 9})
    import matplotlib.pyplot as plt

    size, *figures = rows[0]
    sizes = [row[size] for row in rows]
    by_unit = {unit: [it for it in figures if it.endswith(unit)] for unit in UNITS}
    panels = {UNITS[unit]: names for unit, names in by_unit.items() if names}
    figure, axes = plt.subplots(1, len(panels), figsize=(4.5 * len(panels), 3.2), layout="constrained", squeeze=False)
    for axis, (unit, names) in zip(axes.flat, panels.items(), strict=True):
        for name in names:
            axis.plot(sizes, [row[name] for row in rows], marker="o", label=name)
        axis.set(xscale="log", yscale="log", xlabel=size, ylabel=unit)
        axis.legend(fontsize=7)
    folder.mkdir(parents=True, exist_ok=True)
    figure.savefig(folder / f"scale-{part}.svg", metadata={"Date": None})
    plt.close(figure)
