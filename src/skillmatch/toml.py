"""Read TOML files with our errors (the standard library's parser from Python 3.11 on)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from skillmatch.errors import SkillmatchError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def load_toml(path: str | Path, error: type[SkillmatchError]) -> dict[str, Any]:
    """Read one TOML file; every way to fail becomes `error` with the path in its message."""
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as cause:
        raise error(f"{path}: cannot be read: {cause.strerror}") from cause
    except UnicodeDecodeError as cause:
        line = cause.object[: cause.start].count(b"\n") + 1
        raise error(f"{path}: is not UTF-8 (line {line}): save it as UTF-8") from cause
    except tomllib.TOMLDecodeError as cause:
        raise error(f"{path}: is not valid TOML: {cause}") from cause
