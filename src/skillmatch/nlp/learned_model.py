"""A model that has learnt from labelled documents which words are skills."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from pydantic import TypeAdapter

from skillmatch.errors import ModelError
from skillmatch.models import Kind
from skillmatch.nlp.learned_chain import OUTSIDE, TAGS, Array, Pieces, find_best, sum_chains, to_ranges
from skillmatch.nlp.learned_features import VERSION, WordsSeen

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

FORMAT = 1  # of the file


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What a model has learnt from: a model finds skills in documents of these kinds only.

    `labels` is empty if all spans counted. `eagerness` was chosen on other documents: how much the score of a word that
    is no skill is lowered.
    """

    labels: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ("job",)
    documents: int = 0
    spans: int = 0
    eagerness: float = 0.0


_LESSON = TypeAdapter(Lesson)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Words that a model takes for a skill, and how likely it is that they are part of one, in [0, 1]."""

    start: int
    end: int
    confidence: float


class LearnedModel:
    """A linear-chain model over features of words; see `skillmatch.nlp.learned_training` to make one.

    It knows no taxonomy: only what the rules made of a word is among the features, and a feature that it has not learnt
    says nothing. So it may be used with another taxonomy.

    Parameters
    ----------
    names
        The features, sorted.
    weights
        Of each feature for each tag, shape (n_features, TAGS); kept in single precision.
    steps
        Score of each tag after each other, shape (TAGS, TAGS).
    lesson
        What it has learnt from.
    """

    def __init__(self, names: tuple[str, ...], weights: Array, steps: Array, lesson: Lesson) -> None:
        self.names = names
        self.weights = weights.astype(np.float32).astype(np.float64)
        self.steps = steps
        self.lesson = lesson

    @cached_property
    def _index(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.names)}

    @cached_property
    def fingerprint(self) -> str:
        """First 16 hex digits of the SHA-256 of all that decides what it finds."""
        told = json.dumps([FORMAT, VERSION, dataclasses.asdict(self.lesson), self.names], sort_keys=True)
        digest = hashlib.sha256(told.encode())
        for array in (self.weights, self.steps):
            digest.update(np.ascontiguousarray(array, dtype="<f8").tobytes())
        return digest.hexdigest()[:16]

    def to_matrix(self, words: Iterable[Iterable[str]]) -> csr_matrix:
        """Return which features each word has, shape (n_words, n_features)."""
        from scipy.sparse import csr_matrix  # slow to import, and spaCy imports this module for any pipeline

        index, columns, ends = self._index, list[int](), [0]
        for features in words:
            columns += [index[name] for name in features if name in index]
            ends.append(len(columns))
        return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(self.names)))

    def score(self, seen: WordsSeen) -> Array:
        """Return the score of each tag of each word, shape (n_words, TAGS)."""
        scores: Array = self.to_matrix(seen.features()) @ self.weights
        return scores

    def likelihood(self, seen: WordsSeen, scores: Array) -> Array:
        """Return how likely each word is part of a skill, in [0, 1], shape (n_words,)."""
        likely: Array = 1 - sum_chains(scores, self.steps, Pieces(seen.pieces)).words[:, OUTSIDE]
        return likely.clip(0, 1)

    def find(self, seen: WordsSeen, scores: Array, eagerness: float | None = None) -> list[tuple[int, int]]:
        """Return the words of each skill, without marks at its ends."""
        eager = self.lesson.eagerness if eagerness is None else eagerness
        lowered = scores - np.eye(TAGS)[OUTSIDE] * eager
        found = to_ranges(find_best(lowered, self.steps, Pieces(seen.pieces)), seen.pieces)
        trimmed = (_trim(seen.words.texts, start, end) for start, end in found)
        return [(start, end) for start, end in trimmed if start < end]

    def guess(self, seen: WordsSeen) -> tuple[Array, list[Guess]]:
        """Return the likelihood of each word, and what the model takes for skills."""
        scores = self.score(seen)
        likely = self.likelihood(seen, scores)
        return likely, [
            Guess(start=start, end=end, confidence=round(float(likely[start:end].mean()), 3))
            for start, end in self.find(seen, scores)
        ]

    def save(self, path: str | Path) -> None:
        """Write the model as one NPZ file without any code in it."""
        Path(path).write_bytes(self.to_bytes())

    def to_bytes(self) -> bytes:
        """Return the NPZ file."""
        meta = {
            "format": FORMAT,
            "features": VERSION,
            "fingerprint": self.fingerprint,
            "lesson": dataclasses.asdict(self.lesson),
        }
        names = np.frombuffer("\n".join(self.names).encode(), dtype=np.uint8)
        file = io.BytesIO()
        arrays = {"names": names, "weights": self.weights.astype("<f4"), "steps": self.steps.astype("<f8")}
        np.savez_compressed(file, meta=np.array(json.dumps(meta, sort_keys=True)), **arrays)  # type: ignore[arg-type]
        return file.getvalue()

    @classmethod
    def load(cls, path: str | Path) -> LearnedModel:
        """Read a model that `save` wrote.

        Raises
        ------
        ModelError
            There is no such file, or it is damaged, changed or of another version.
        """
        try:
            return cls.from_bytes(Path(path).read_bytes())
        except OSError as error:
            raise ModelError(f"{path}: cannot be read: {error.strerror}") from error
        except ModelError as error:
            raise ModelError(f"{path}: {error}") from error

    @classmethod
    def from_bytes(cls, data: bytes) -> LearnedModel:
        """Read what `to_bytes` gave.

        Raises
        ------
        ModelError
            The bytes are damaged, changed or of another version.
        """
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as stored:
                meta = json.loads(str(stored["meta"]))
                found = (meta["format"], meta["features"])
                if found != (FORMAT, VERSION):
                    made = f"format {found[0]} and features {found[1]}, expected {FORMAT} and {VERSION}"
                    raise ModelError(f"made by another version of skillmatch ({made}): train it again")
                names = tuple(stored["names"].tobytes().decode().split("\n"))
                model = cls(
                    names,
                    stored["weights"].astype(np.float64),
                    stored["steps"],
                    _LESSON.validate_python(meta["lesson"]),
                )
        except (ValueError, KeyError, TypeError, EOFError, OSError, zipfile.BadZipFile) as error:
            raise ModelError(f"not a model that skillmatch trained: {error}") from error
        if model.fingerprint != meta["fingerprint"]:
            raise ModelError("the file was changed or damaged: its fingerprint does not fit")
        return model


def _trim(texts: list[str], start: int, end: int) -> tuple[int, int]:
    """Cut words without a letter or digit from both ends."""
    while start < end and not any(map(str.isalnum, texts[start])):
        start += 1
    while end > start and not any(map(str.isalnum, texts[end - 1])):
        end -= 1
    return start, end
