"""Train a `LearnedModel` on documents whose skills a person has marked.

Nothing here is random: the likelihood of the labels is convex in the weights, and its maximum is searched from zero.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from skillmatch.errors import ModelError
from skillmatch.models import Document
from skillmatch.nlp.evaluation import Found, Rates, measure
from skillmatch.nlp.labelled import Label, Labelled
from skillmatch.nlp.learned import Learned, beside
from skillmatch.nlp.learned_chain import BEGINS, CONTINUES, STEPS, TAGS, Array, Pieces, sum_chains
from skillmatch.nlp.learned_features import WordsSeen
from skillmatch.nlp.learned_model import Guess, LearnedModel, Lesson
from skillmatch.nlp.neutral import Neutral
from skillmatch.nlp.notes import SKILLS, get_spans
from skillmatch.nlp.profile import Profiler

LEAST = 2  # words that a feature must have; the others are spellings of one place
PENALTY = 1.0  # half of it times the squared weights is taken off the likelihood (L2)
ROUNDS = 100  # of L-BFGS; later ones change no decision
EAGERNESS = (0.0, 0.25, 0.5, 0.75, 1.0)  # what is tried on the documents that the weights have not seen
USUAL = 0.25  # eagerness without such documents


@dataclass(frozen=True, slots=True)
class _Example:
    """A labelled document as the component sees it: a resume without the identity, so places lead back by `neutral`."""

    labelled: Labelled
    seen: WordsSeen
    neutral: Neutral

    def places(self, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return where ranges of words stand in the labelled text."""
        return [(self.neutral.back(start), self.neutral.back(end)) for start, end in self.seen.words.places(ranges)]


def train(
    documents: Iterable[Labelled],
    profiler: Profiler,
    *,
    labels: Collection[str] = (),
    dev: Iterable[Labelled] = (),
) -> LearnedModel:
    """Learn from labelled documents; the same documents in the same order give the same model.

    Parameters
    ----------
    documents
        What to learn from. Every marked span counts, also optional and negated ones: they name skills.
    profiler
        Its rules are what the model is told of each word.
    labels
        Learn these labels only; all when empty.
    dev
        Other documents, on which to choose how eager the model is: by the relaxed F1 of what rules and model find
        together.

    Raises
    ------
    ModelError
        Nothing is marked in the documents, or nothing repeats.
    """
    component, wanted = Learned(profiler.nlp), frozenset(labels)
    examples = [_look(one, profiler, component) for one in documents]
    tags = [_tags(one, one.labelled.labels(wanted)) for one in examples]
    spans = sum(int(np.count_nonzero(one == BEGINS)) for one in tags)
    if not spans:
        raise ModelError(f"no span is marked{' with ' + ', '.join(sorted(wanted)) if wanted else ''}")
    lesson = Lesson(
        labels=tuple(sorted(wanted)),
        kinds=tuple(sorted({one.labelled.kind for one in examples})),
        documents=len(examples),
        spans=spans,
        eagerness=USUAL,
    )
    model = _fit(examples, np.concatenate(tags), lesson)
    held_out = [_look(one, profiler, component) for one in dev]
    return _choose(model, component, held_out, wanted) if held_out else model


def _look(labelled: Labelled, profiler: Profiler, component: Learned) -> _Example:
    document = Document(document_id=labelled.id, text=labelled.text)
    neutral, doc = profiler.prepare(document, labelled.kind)
    return _Example(labelled, component.look(profiler.nlp(doc)), neutral)


def _tags(example: _Example, labels: Iterable[Label]) -> NDArray[np.int64]:
    """Return the tag of each word; of labels that share words the first counts, then the longest."""
    size = len(example.seen.words)
    tags = np.zeros(size, dtype=np.int64)
    places = example.places((place, place + 1) for place in range(size))
    starts, ends = [start for start, _ in places], [end for _, end in places]
    for label in sorted(labels, key=lambda it: (it.start, -it.end)):
        inside = range(bisect_right(ends, label.start), bisect_left(starts, label.end))
        for place in inside:
            if not tags[place]:
                tags[place] = BEGINS if place == inside.start else CONTINUES
    return tags


def _fit(examples: Sequence[_Example], tags: NDArray[np.int64], lesson: Lesson) -> LearnedModel:
    """Find the weights that make the labels likeliest."""
    counts = Counter(name for one in examples for features in one.seen.features() for name in features)
    names = tuple(sorted(name for name, count in counts.items() if count >= LEAST))
    empty = LearnedModel(names, np.zeros((len(names), TAGS)), STEPS, lesson)
    matrix = empty.to_matrix(chain.from_iterable(one.seen.features() for one in examples))
    bounds = list(_bounds(examples))
    for start, _ in bounds:  # a label that runs over the end of a line begins anew
        tags[start] = BEGINS if tags[start] else tags[start]
    weights, steps = _maximise(matrix, tags, bounds)
    return LearnedModel(names, weights, steps, lesson)


def _bounds(examples: Iterable[_Example]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of all documents, their words counted through."""
    before = 0
    for one in examples:
        yield from ((before + start, before + stop) for start, stop in one.seen.pieces)
        before += len(one.seen.words)


def _maximise(matrix: csr_matrix, tags: NDArray[np.int64], bounds: Sequence[tuple[int, int]]) -> tuple[Array, Array]:
    """Maximise the penalised likelihood of the tags; the derivative is what is seen less what is expected."""
    pieces, across = Pieces(bounds), matrix.T.tocsr()
    size = matrix.shape[1] * TAGS
    seen_words, seen_steps = across @ np.eye(TAGS)[tags], np.zeros((TAGS, TAGS))
    for start, stop in bounds:
        np.add.at(seen_steps, (tags[start : stop - 1], tags[start + 1 : stop]), 1)

    def loss(values: Array) -> tuple[float, Array]:
        weights, steps = values[:size].reshape(-1, TAGS), values[size:].reshape(TAGS, TAGS)
        sums = sum_chains(matrix @ weights, steps + STEPS, pieces)
        likelihood = float((seen_words * weights).sum() + (seen_steps * steps).sum()) - sums.log_total
        gained = np.concatenate([(seen_words - across @ sums.words).ravel(), (seen_steps - sums.steps).ravel()])
        return PENALTY * float(values @ values) / 2 - likelihood, PENALTY * values - gained

    found = minimize(loss, np.zeros(size + TAGS * TAGS), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return found.x[:size].reshape(-1, TAGS), found.x[size:].reshape(TAGS, TAGS) + STEPS


def _choose(
    model: LearnedModel, component: Learned, examples: Sequence[_Example], wanted: frozenset[str]
) -> LearnedModel:
    """Return the model with the eagerness at which rules and model together find the labels best."""
    scored = [(one, scores := model.score(one.seen), model.likelihood(one.seen, scores)) for one in examples]
    best, chosen = -1.0, USUAL
    for eagerness in EAGERNESS:
        rates = Rates()
        for one, scores, likely in scored:
            found = model.find(one.seen, scores, eagerness)
            rates += measure(one.labelled, _together(one, component, likely, found), wanted).relaxed
        if rates.f1 > best:
            best, chosen = rates.f1, eagerness
    return LearnedModel(model.names, model.weights, model.steps, replace(model.lesson, eagerness=chosen))


def _together(example: _Example, component: Learned, likely: Array, ranges: Sequence[tuple[int, int]]) -> list[Found]:
    """Return what the component would find, soft skills left out: many labels leave them out, and none is added."""
    seen = example.seen
    spans = get_spans(seen.words.doc, SKILLS)
    doubted = set(component.doubted(seen, spans, likely))
    guesses = [Guess(start=start, end=end, confidence=1.0) for start, end in ranges]
    added = [(guess.start, guess.end) for guess in beside(seen, spans, guesses)]
    kept = [seen.range_of(it) for it in spans if it not in doubted and not component.is_soft(it)]
    return [Found(start=start, end=end, name="") for start, end in example.places([*kept, *added])]
