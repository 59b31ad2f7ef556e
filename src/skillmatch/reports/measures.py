"""How well skills were found in labelled documents, as a table or as JSON."""

from __future__ import annotations

import json

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from skillmatch.nlp.evaluation import Measures, Rates
from skillmatch.reports.table import to_text

RATES = ("strict", "relaxed", "names")
SHARES = ("negation", "requirement", "years")


def render_text(measures: Measures) -> str:
    """Render the rates, and the shares of what the labels say."""
    rates = Table(box=SIMPLE_HEAD)
    for header in ("", "precision", "recall", "F1", "found", "marked"):
        rates.add_column(header, justify="right" if header else "left")
    for name in RATES:
        rate: Rates = getattr(measures, name)
        if rate.marked:
            values = (f"{value:.3f}" for value in (rate.precision, rate.recall, rate.f1))
            rates.add_row(name, *values, str(rate.found), str(rate.marked))
    lines = [Text(f"{measures.documents} documents")]
    for name in SHARES:
        share = getattr(measures, name)
        if share.value is not None:
            lines.append(Text(f"{name}: {share.value:.3f} of {share.total} right"))
    return to_text(Group(lines[0], rates, *lines[1:]))


def render_json(measures: Measures) -> str:
    """Render all measures as one JSON object; a share of nothing is null."""
    rates = {
        name: {
            "precision": rate.precision,
            "recall": rate.recall,
            "f1": rate.f1,
            "found": rate.found,
            "marked": rate.marked,
        }
        for name, rate in ((name, getattr(measures, name)) for name in RATES)
    }
    shares = {
        name: {"value": share.value, "total": share.total}
        for name, share in ((name, getattr(measures, name)) for name in SHARES)
    }
    return json.dumps({"documents": measures.documents, **rates, **shares}, indent=1) + "\n"
