"""`skillmatch train` and `skillmatch evaluate`: learn from labelled documents, and measure on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from skillmatch.cli.options import (
    ModelFile,
    Out,
    SettingsFile,
    Taxonomies,
    load_model,
    load_settings,
    load_taxonomy,
    write_out,
)

if TYPE_CHECKING:
    from skillmatch.nlp import Profiler

Labels = Annotated[
    list[str] | None, typer.Option("--label", help="Use spans with this label only; repeat for more. All by default.")
]


def train(
    gold: Annotated[Path, typer.Argument(help="JSON Lines with id, kind, text and spans (start, end, label).")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File of the model.")],
    dev: Annotated[
        Path | None, typer.Option(help="Other labelled documents, on which to choose how eager the model is.")
    ] = None,
    label: Labels = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Learn from your own labelled documents what is a skill.

    Example: skillmatch train labelled.jsonl -o skills.model --dev others.jsonl
    """
    from skillmatch.nlp.labelled import load_labelled
    from skillmatch.nlp.learned_training import train as learn

    documents, others = load_labelled(gold), load_labelled(dev) if dev else ()
    model = learn(documents, _profiler(taxonomy, settings, None), labels=label or (), dev=others)
    write_out(iter([model.to_bytes()]), output)
    lesson = model.lesson
    print(
        f"{output}: learnt {lesson.spans} spans of {lesson.documents} documents ({', '.join(lesson.kinds)}), "
        f"{len(model.names)} features, eagerness {lesson.eagerness:g}"
    )


def evaluate(
    gold: Annotated[Path, typer.Argument(help="JSON Lines with id, kind, text and spans (start, end, label).")],
    model: ModelFile = None,
    label: Labels = None,
    soft: Annotated[bool, typer.Option(help="Count soft skills as found; not if your labels leave them out.")] = True,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="Count terms that the taxonomy lacks as found; with a model they do.")
    ] = False,
    format: Annotated[Literal["table", "json"], typer.Option("-f", "--format", help="Output format.")] = "table",
    output: Out = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Measure on labelled documents how well skills are found.

    Example: skillmatch evaluate labelled.jsonl --model skills.model
    """
    from skillmatch.nlp.evaluation import evaluate as measure
    from skillmatch.nlp.labelled import load_labelled
    from skillmatch.reports.measures import render_json, render_text

    documents, profiler = load_labelled(gold), _profiler(taxonomy, settings, model)
    measures = measure(documents, profiler, labels=label or (), unknown=unknown or model is not None, soft=soft)
    write_out(iter([render_json(measures) if format == "json" else render_text(measures)]), output)


def _profiler(taxonomy: list[str] | None, settings: Path | None, model: Path | None) -> Profiler:
    from skillmatch.nlp import Profiler

    return Profiler(load_taxonomy(taxonomy), load_settings(settings).extraction, load_model(model))
