"""The keys of an audit log: one for each candidate, so that dropping a key erases a person and nothing else.

The ring is the secret half of a log: keep it elsewhere than the log, and back it up no longer than data may be kept. It
also remembers where the log ended, so that entries cut off at the end are missed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from skillmatch.errors import MissingExtraError, RowError, UsageError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12  # NIST SP 800-38D recommends 96 bits for GCM


class _Ring(TypedDict):
    secret: str
    candidates: dict[str, str]
    count: int
    head: str
    pending: list[int | str] | None  # what is being written: count and head


class KeyRing:
    """Keys by candidate, kept in one file that only its owner can read.

    Parameters
    ----------
    path
        The file; it is made when the ring is first saved.

    Raises
    ------
    UsageError
        There is a file, and it is no key ring.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._ring = self._load()

    @property
    def end(self) -> tuple[int, str]:
        """How many entries the log had when it was last written to, and the hash of the last."""
        return self._ring["count"], self._ring["head"]

    @property
    def pending(self) -> tuple[int, str] | None:
        """What was being written when the ring was last saved; it is there only after a crash."""
        pending = self._ring.get("pending")
        return (int(pending[0]), str(pending[1])) if pending else None

    def key_of(self, document_id: str) -> bytes | None:
        """Return a candidate's key; None if there never was one or it is erased."""
        key = self._ring["candidates"].get(self._place(document_id))
        return bytes.fromhex(key) if key else None

    def make_key(self, document_id: str) -> bytes:
        """Return a candidate's key; a new one if there is none."""
        key = self.key_of(document_id) or secrets.token_bytes(KEY_BYTES)
        self._ring["candidates"][self._place(document_id)] = key.hex()
        return key

    def keys(self) -> dict[str, bytes]:
        """Return all keys by the pseudonyms that the log uses."""
        keys = [bytes.fromhex(key) for key in self._ring["candidates"].values()]
        return {pseudonym_of(key): key for key in keys}

    def erase(self, pseudonym: str) -> bool:
        """Drop the key of a candidate; False if there is none."""
        for place, key in list(self._ring["candidates"].items()):
            if pseudonym_of(bytes.fromhex(key)) == pseudonym:
                del self._ring["candidates"][place]
                return True
        return False

    def announce(self, count: int, head: str) -> None:
        """Save the keys, and what the log is about to hold."""
        self._ring["pending"] = [count, head]
        self._save()

    def settle(self, count: int, head: str) -> None:
        """Save what the log holds."""
        self._ring["count"], self._ring["head"], self._ring["pending"] = count, head, None
        self._save()

    def _save(self) -> None:
        """Write the file; the old one stays until the new one is whole."""
        handle, temporary = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(self._ring, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(self.path)

    def _place(self, document_id: str) -> str:
        """Where a candidate's key is kept: the ring itself names no document."""
        return hmac.new(bytes.fromhex(self._ring["secret"]), document_id.encode(), hashlib.sha256).hexdigest()

    def _load(self) -> _Ring:
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {"secret": secrets.token_hex(KEY_BYTES), "candidates": {}, "count": 0, "head": "", "pending": None}
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{self.path}: cannot be read as a key ring") from error
        try:
            ring: _Ring = json.loads(text)
            bytes.fromhex(ring["secret"])
            ring["candidates"], ring["count"], ring["head"]
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{self.path}: is not a key ring") from error
        return ring


def pseudonym_of(key: bytes) -> str:
    """Name a candidate by the key: once it is gone, nobody can tell whose name it was.

    Examples
    --------
    >>> pseudonym_of(bytes(32))
    'candidate-8088e62ecce9'
    """
    return f"candidate-{hmac.new(key, b'pseudonym', hashlib.sha256).hexdigest()[:12]}"


def seal(key: bytes, text: str, name: str) -> str:
    """Encrypt what only the holder of the key may read (AES-GCM, NIST SP 800-38D), bound to a name."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return (nonce + _cipher(key).encrypt(nonce, text.encode(), name.encode())).hex()


def unseal(key: bytes, sealed: str, name: str) -> str:
    """Decrypt what `seal` made.

    Raises
    ------
    RowError
        It was changed, or sealed with another key or for another name.
    """
    from cryptography.exceptions import InvalidTag

    try:
        data = bytes.fromhex(sealed)
        return _cipher(key).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], name.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise RowError(f"what is sealed for {name} cannot be read with its key") from error


def _cipher(key: bytes) -> AESGCM:
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError as error:
        raise MissingExtraError("the audit log needs cryptography: pip install 'skillmatch[trust]'") from error
    return AESGCM(key)
