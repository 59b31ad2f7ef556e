"""Frozen word statistics that texts are compared in.

A TF-IDF fitted on the handful of resumes at hand is close to noise, and makes a score depend on who else is
in the folder. So the statistics come from a background corpus, once, and are a versioned file: the idf of
each word, and for each a vector that says which words it keeps company with. No document is kept.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from skillmatch.errors import BackgroundError

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = 2
_ARRAYS = ("vocabulary", "idf", "vectors", "nearness")


class Background:
    """Word statistics of a corpus.

    Build one with `fit`, `load` or `default`.

    Attributes
    ----------
    name, provenance
        What the corpus was, in words.
    vocabulary
        The known words, sorted.
    idf
        Inverse document frequency of each word, shape (n_words,), at least 1.
    vectors
        Co-occurrence vector of each word, of length 1 or 0, shape (n_words, n_dimensions).
    nearness
        Cosines of job and resume that ever rarer pairs reach, rising: see `fitting`.
    """

    def __init__(
        self,
        *,
        name: str,
        provenance: str,
        vocabulary: tuple[str, ...],
        idf: NDArray[np.float64],
        vectors: NDArray[np.float64],
        nearness: NDArray[np.float64],
    ) -> None:
        self.name = name
        self.provenance = provenance
        self.vocabulary = vocabulary
        self.idf = idf
        self.vectors = vectors
        self.nearness = nearness

    @classmethod
    def fit(
        cls,
        term_bags: Iterable[Mapping[str, int] | Sequence[str]],
        *,
        name: str = "custom",
        provenance: str = "",
        exclude: Collection[str] = (),
    ) -> Background:
        """Learn the statistics of a corpus; the same documents in the same order give the same model.

        Parameters
        ----------
        term_bags
            For each document its words, or its words and their counts.
        name, provenance
            What the corpus is; kept in the file.
        exclude
            Words to leave out, such as personal names.

        Raises
        ------
        BackgroundError
            Too few documents: no word stands in five of them.
        """
        from skillmatch.scoring.fitting import fit_statistics  # scikit-learn is slow to import

        return cls(name=name, provenance=provenance, **fit_statistics(term_bags, exclude))

    @classmethod
    def default(cls) -> Background:
        """Load the model that is shipped with skillmatch."""
        with as_file(files("skillmatch.scoring") / "background.npz") as path:
            return cls.load(path)

    @classmethod
    def load(cls, path: str | Path) -> Background:
        """Read a model that `save` wrote.

        Raises
        ------
        BackgroundError
            There is no such file, or it is damaged, changed or of another format.
        """
        try:
            with Path(path).open("rb") as file, np.load(file, allow_pickle=False) as stored:
                meta = json.loads(str(stored["meta"]))
                if meta.get("format") != FORMAT:
                    found = f"background format {meta.get('format')}, expected {FORMAT}"
                    raise BackgroundError(f"{path}: {found}: make it again with skillmatch fit")
                arrays = {key: stored[key] for key in _ARRAYS}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise BackgroundError(f"{path}: not a background model: make one with skillmatch fit") from error
        if _digest(meta, arrays) != meta["fingerprint"]:
            raise BackgroundError(f"{path}: the file was changed or damaged: its fingerprint does not fit")
        return cls(
            name=meta["name"],
            provenance=meta["provenance"],
            vocabulary=tuple(bytes(arrays["vocabulary"]).decode().split("\n")),
            idf=arrays["idf"].astype(np.float64),
            vectors=arrays["vectors"].astype(np.float64),
            nearness=arrays["nearness"],
        )

    def save(self, path: str | Path) -> None:
        """Write the model as NPZ; the same model gives the same bytes."""
        meta, arrays = self._stored()
        with Path(path).open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, meta=np.array(json.dumps(meta, sort_keys=True)), **arrays)

    @cached_property
    def fingerprint(self) -> str:
        """First 16 hex digits of the SHA-256 of the stored statistics."""
        return str(self._stored()[0]["fingerprint"])

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The number of each word."""
        return {word: number for number, word in enumerate(self.vocabulary)}

    @cached_property
    def rarest(self) -> float:
        """The greatest idf: what a word that the corpus lacks weighs."""
        return float(self.idf.max())

    def rarity(self, word: str) -> float:
        """Return the idf of a word as a share of the greatest, in (0, 1]; unknown words are rare."""
        number = self.index.get(word)
        return 1.0 if number is None else float(self.idf[number]) / self.rarest

    def _stored(self) -> tuple[dict[str, str | int], dict[str, NDArray[np.generic]]]:
        """Return what the file holds; narrow types, rounded when the model is fitted."""
        arrays: dict[str, NDArray[np.generic]] = {
            "vocabulary": np.frombuffer("\n".join(self.vocabulary).encode(), dtype=np.uint8),
            "idf": self.idf.astype(np.float32),
            "vectors": self.vectors.astype(np.float16),
            "nearness": self.nearness,
        }
        meta: dict[str, str | int] = {"format": FORMAT, "name": self.name, "provenance": self.provenance}
        meta["fingerprint"] = _digest(meta, arrays)
        return meta, arrays


def _digest(meta: Mapping[str, str | int], arrays: Mapping[str, NDArray[np.generic]]) -> str:
    digest = hashlib.sha256(json.dumps([meta["format"], meta["name"], meta["provenance"]]).encode())
    for key in _ARRAYS:
        digest.update(arrays[key].tobytes())
    return digest.hexdigest()[:16]
