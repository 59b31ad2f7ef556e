"""Import spaCy without its command line: a third of the time that importing it takes, and nothing here uses it."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

_CLI = "spacy.cli"
_INFO = "spacy.cli.info"  # of which spaCy's own `__init__` imports one function


def import_spacy() -> None:
    """Import spaCy; `spacy.cli` and `spacy.info` are there as ever, but loaded when they are first used."""
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(_INFO)
    stand_in.info = _info  # type: ignore[attr-defined]
    sys.modules.update({_CLI: ModuleType(_CLI), _INFO: stand_in})
    try:
        spacy = import_module("spacy")
    except ImportError:  # a version that wants more of its command line
        _forget()
        spacy = import_module("spacy")
    finally:
        _forget()
    spacy.__getattr__ = _cli  # type: ignore[method-assign]


def _forget() -> None:
    for name in (_CLI, _INFO):
        if name in sys.modules and sys.modules[name].__spec__ is None:
            del sys.modules[name]


def _info(*args: object, **options: object) -> object:
    return import_module(_INFO).info(*args, **options)


def _cli(name: str) -> object:
    if name == "cli":
        return import_module(_CLI)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
