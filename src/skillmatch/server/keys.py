"""API keys: made at random, kept as hashes, one line each: a name and the SHA-256 of the key.

A key has 256 random bits, so that a plain hash is as safe as a slow one.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skillmatch.errors import UsageError

_LINE = re.compile(r"([A-Za-z0-9._-]{1,64}) ([0-9a-f]{64})")
_PREFIX = "skm_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The hashes of the keys that are accepted, by name."""

    hashes: Mapping[str, str]

    @classmethod
    def load(cls, path: Path) -> Keys:
        """Read a file of keys; empty lines and those that begin with # are left out.

        Raises
        ------
        UsageError
            It cannot be read, has a line of another form, or no key.
        """
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError) as error:
            raise UsageError(f"{path}: cannot be read: make it with `skillmatch key NAME --keys {path}`") from error
        hashes: dict[str, str] = {}
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.startswith("#"):
                found = _LINE.fullmatch(line.strip())
                if found is None:
                    raise UsageError(f"{path}:{number}: expected a name, a blank and the SHA-256 of a key")
                hashes[found[1]] = found[2]
        if not hashes:
            raise UsageError(f"{path}: no key in it: make one with `skillmatch key NAME --keys {path}`")
        return cls(hashes=hashes)

    def name_of(self, key: str) -> str | None:
        """Return the name of a key, None for one that is not known."""
        digest = hash_key(key)
        found = [name for name, known in self.hashes.items() if hmac.compare_digest(known, digest)]
        return found[0] if found else None


def make_key(name: str, path: Path) -> str:
    """Make a key, add its hash to a file that only its owner may read, and return the key.

    Raises
    ------
    UsageError
        The name is taken or cannot be used, or the file cannot be written.
    """
    if path.exists() and path.stat().st_size and name in Keys.load(path).hashes:
        raise UsageError(f"{path}: there is a key named {name} already")
    key = _PREFIX + secrets.token_urlsafe(32)
    line = f"{name} {hash_key(key)}"
    if not _LINE.fullmatch(line):
        raise UsageError(f"{name!r}: a name has up to 64 letters, digits, dots, hyphens and underscores")
    try:
        path.touch(mode=0o600)
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
    return key


def hash_key(key: str) -> str:
    """Return the SHA-256 of a key in hex.

    Examples
    --------
    >>> hash_key("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def find_key(headers: Mapping[str, str]) -> str:
    """Find the key in a request: ``X-API-Key``, ``Authorization: Bearer``, or the password of Basic (for browsers).

    Examples
    --------
    >>> find_key({"authorization": "Bearer abc"})
    'abc'
    """
    if "x-api-key" in headers:
        return headers["x-api-key"]
    scheme, _, value = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(value, validate=True).decode("utf-8", "replace").partition(":")[2]
        except (ValueError, binascii.Error):
            return ""
    return ""
