"""All settings as one frozen tree, read from one TOML file.

Unknown keys and values out of range are errors that name the key. `Settings.fingerprint` covers
everything that can change a score; limits on reading and workers are not among that.
"""

from __future__ import annotations

import dataclasses
import difflib
import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from skillmatch.errors import SettingsError
from skillmatch.toml import load_toml

MAX_TIMEOUT_S = 86_400.0  # the system's own waits take no more than a few weeks
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """Limits on one document, and how to open it.

    `ocr` reads pages that are pictures where the extra is installed, in `ocr_languages` as tesseract names them,
    joined by ``+``. `password` opens encrypted PDFs.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    max_bytes: int = 50_000_000
    max_pages: int = 500
    max_characters: int = 2_000_000
    max_members: int = 2_000
    max_expanded_bytes: int = 200_000_000
    timeout_s: float = 15.0
    memory_bytes: int = 1 << 30
    ocr: bool = True
    ocr_languages: str = "eng"
    password: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        for part in dataclasses.fields(self):
            value = getattr(self, part.name)
            if isinstance(value, (int, float)) and not isinstance(value, bool) and not value > 0:
                raise SettingsError(f"reading.{part.name} must be more than 0, found {value}")
        if self.timeout_s > MAX_TIMEOUT_S:
            raise SettingsError(f"reading.timeout_s must be at most {MAX_TIMEOUT_S:g}, found {self.timeout_s}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionSettings:
    """How skills are found: `as_of` is the month, as ``2026-01``, that "present" means."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    fuzzy: bool = True
    fuzzy_cutoff: float = 0.88
    as_of: str = "2026-01"

    def __post_init__(self) -> None:
        if not 0 <= self.fuzzy_cutoff <= 1:
            raise SettingsError(f"extraction.fuzzy_cutoff must be between 0 and 1, found {self.fuzzy_cutoff}")
        if not _MONTH.fullmatch(self.as_of):
            raise SettingsError(f"extraction.as_of must be a month such as 2026-01, found {self.as_of!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringSettings:
    """Weights and credits of the score, all in [0, 1]; see `skillmatch.scoring`.

    The weights of the parts that a job gives data for are scaled to add up to 1. A job that is a bare list of terms
    does not tell what it asks for from what it is about: `terms_only_trust` is the share of their weights that coverage
    and title keep for it. What required coverage lacks of its weight goes to relatedness. A credit is what evidence of
    that kind earns, as a share of what the skill itself would. `listed_most` is what skills that are only listed may
    add to the value of coverage and relatedness, and twice that in a resume with the very title of the job.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    required_weight: float = 0.55
    preferred_weight: float = 0.10
    experience_weight: float = 0.12
    relatedness_weight: float = 0.04
    title_weight: float = 0.08
    terms_only_trust: float = 0.25
    implied_credit: float = 0.9
    related_credit: float = 1.0
    open_credit: float = 0.6
    untold_years_credit: float = 0.75
    listed_most: float = 0.07

    def __post_init__(self) -> None:
        for part in dataclasses.fields(self):
            value = getattr(self, part.name)
            if not 0 <= value <= 1:
                raise SettingsError(f"scoring.{part.name} must be between 0 and 1, found {value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of skillmatch."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    reading: ReadingSettings = field(default_factory=ReadingSettings)
    extraction: ExtractionSettings = field(default_factory=ExtractionSettings)
    scoring: ScoringSettings = field(default_factory=ScoringSettings)

    @classmethod
    def from_toml(cls, path: str | Path) -> Settings:
        """Read settings from a TOML file; keys that it leaves out keep their defaults.

        Raises
        ------
        SettingsError
            The file cannot be read, or has unknown keys, or values of the wrong type or out of range.
        """
        from pydantic import TypeAdapter, ValidationError  # slow to import, needed only here

        data = json.dumps(load_toml(path, SettingsError), default=str)  # as JSON, it can be taken strictly
        try:
            return TypeAdapter(cls).validate_json(data, strict=True)
        except ValidationError as error:
            problems = "; ".join(_problem(item["loc"], item["msg"]) for item in error.errors())
            raise SettingsError(f"{path}: {problems}") from error
        except SettingsError as error:  # a value out of range
            raise SettingsError(f"{path}: {error}") from error

    def to_toml(self) -> str:
        """Return what differs from the defaults as `from_toml` reads it; a password is left out."""
        lines = []
        for part in dataclasses.fields(self):
            values = getattr(self, part.name)
            told = [it.name for it in dataclasses.fields(values) if it.repr]
            changed = [name for name in told if getattr(values, name) != getattr(type(values)(), name)]
            lines += [f"[{part.name}]"] * bool(changed)
            lines += [f"{name} = {json.dumps(getattr(values, name), ensure_ascii=False)}" for name in changed]
        return "".join(f"{line}\n" for line in lines)

    @property
    def fingerprint(self) -> str:
        """First 16 hex digits of the SHA-256 of all that can change a score."""
        values = {"extraction": dataclasses.asdict(self.extraction), "scoring": dataclasses.asdict(self.scoring)}
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]


def _problem(place: tuple[int | str, ...], message: str) -> str:
    """Name the key at fault, with the nearest known key for an unknown one."""
    key = ".".join(map(str, place))
    parts = {f.name: getattr(Settings(), f.name) for f in dataclasses.fields(Settings)}
    tree = {name: [f.name for f in dataclasses.fields(part)] for name, part in parts.items()}
    known = [*tree, *(f"{part}.{name}" for part, names in tree.items() for name in names)]
    if message.startswith("Unexpected"):
        near = difflib.get_close_matches(key, known, n=1)
        return f"unknown key {key}" + (f" (did you mean {near[0]}?)" if near else "")
    return f"{key}: {message}"
