"""Names that tell nothing of a person to whoever lacks the key."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from skillmatch.errors import UsageError
from skillmatch.models import Document

KEY_BYTES = 32
LENGTH = 12  # hex digits: of a million people, the chance that two share a name is 1 in 560


def load_key(path: str | Path) -> bytes:
    """Read a key, or make one in a file that only its owner can read.

    Raises
    ------
    UsageError
        The file cannot be made, or does not hold a key.
    """
    target = Path(path)
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(target)
    except OSError as error:
        raise UsageError(f"{target}: no key can be kept there: {error.strerror}") from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES) + "\n")
    return _read(target)


def pseudonym(key: bytes, document: Document) -> str:
    """Name a document by its bytes: the same file has the same pseudonym wherever it lies (HMAC-SHA-256, RFC 2104).

    Examples
    --------
    >>> pseudonym(b"key", Document(document_id="jo-doe.pdf", text="", sha256="00"))
    'candidate-7c2fe2c7b4b1'
    """
    return pseudonym_of(key, document.sha256 or document.document_id)


def pseudonym_of(key: bytes, text: str) -> str:
    """Name whatever a text stands for."""
    return f"candidate-{hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:LENGTH]}"


def _read(path: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: is not a key file") from error
    if len(key) != KEY_BYTES:
        raise UsageError(f"{path}: a key has {KEY_BYTES} bytes, this one {len(key)}")
    return key
