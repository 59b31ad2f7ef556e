"""The errors that skillmatch raises on purpose.

::

    SkillmatchError                 error
    ├── UsageError                  usage           wrong arguments or paths
    ├── MissingExtraError           missing-extra   an optional dependency is not installed
    ├── SettingsError               settings        a settings file that cannot be used
    ├── TaxonomyError               taxonomy        taxonomy files with problems, all listed
    ├── BackgroundError             background      a background model that cannot be used
    ├── ModelError                  model           a learned model that cannot be used
    ├── MismatchError               mismatch        results made with another taxonomy or settings
    ├── RowError                    row             a row of a table, of results or of a log cannot be used
    ├── EngineError                 engine          Spark that cannot be started, reached or used
    ├── StoreError                  store           a store that cannot be opened or written
    │   ├── DamagedStoreError       store-damaged   its file is not what was written
    │   └── ChangedStoreError       store-changed   another process has changed what was found
    └── DocumentError               document        one document cannot be used
        ├── DocumentNotFoundError   not-found       no regular file at this path
        ├── EmptyDocumentError      empty           no bytes
        ├── WrongTypeError          wrong-type      not a kind of document that we read
        ├── CorruptDocumentError    corrupt         the parser cannot follow the bytes
        ├── EncryptedDocumentError  encrypted       a password is needed
        ├── NeedsOcrError           needs-ocr       pages are pictures of text
        ├── NoTextError             no-text         a document without words
        ├── LimitError              limit           more bytes, pages, seconds or memory than allowed
        └── InternalError           internal        our bug: the guard of one document caught it

`code` is stable: the command line, failure rows and the service show it.
"""

from __future__ import annotations

from typing import ClassVar


class SkillmatchError(Exception):
    """Base of every error that skillmatch raises on purpose."""

    code: ClassVar[str] = "error"


class UsageError(SkillmatchError):
    """Arguments or paths that make no sense together."""

    code = "usage"


class MissingExtraError(SkillmatchError):
    """An optional dependency is not installed; the message names the extra."""

    code = "missing-extra"


class SettingsError(SkillmatchError):
    """A settings file has unknown keys or values out of range."""

    code = "settings"


class TaxonomyError(SkillmatchError):
    """Taxonomy files have problems; the message lists all of them with their places."""

    code = "taxonomy"


class BackgroundError(SkillmatchError):
    """A background model file is damaged or of another version."""

    code = "background"


class ModelError(SkillmatchError):
    """A learned model is damaged or of another version, or cannot be learnt from what is given."""

    code = "model"


class MismatchError(SkillmatchError):
    """Profiles or reports were made with another taxonomy, settings or version."""

    code = "mismatch"


class RowError(SkillmatchError):
    """A row of a table, of results or of a log cannot be used; the message names file and row."""

    code = "row"


class EngineError(SkillmatchError):
    """Spark cannot be started or reached, or failed; the message says what it needs."""

    code = "engine"


class StoreError(SkillmatchError):
    """A store cannot be opened or written; the message names its file."""

    code = "store"


class DamagedStoreError(StoreError):
    """The file of a store is not what was written to it."""

    code = "store-damaged"


class ChangedStoreError(StoreError):
    """Another process has changed what was found in a store."""

    code = "store-changed"


class DocumentError(SkillmatchError):
    """One document cannot be used. `advice` tells in one line what to do."""

    code = "document"
    stage: ClassVar[str] = "read"
    advice: ClassVar[str] = ""


class DocumentNotFoundError(DocumentError):
    """There is no regular file at the path."""

    code = "not-found"
    advice = "check the path; only regular files are read"


class EmptyDocumentError(DocumentError):
    """The file has no bytes."""

    code = "empty"
    advice = "ask for the file again; the upload was cut off"


class WrongTypeError(DocumentError):
    """The bytes are of no kind that skillmatch reads."""

    code = "wrong-type"
    advice = "convert it to PDF, DOCX or text"


class CorruptDocumentError(DocumentError):
    """The parser cannot follow the bytes; its error is the cause."""

    code = "corrupt"
    advice = "open and save it again, or ask for another copy"


class EncryptedDocumentError(DocumentError):
    """A password is needed to read the document."""

    code = "encrypted"
    advice = "ask for an unlocked copy, or pass --password"


class NeedsOcrError(DocumentError):
    """The pages are pictures of text."""

    code = "needs-ocr"
    advice = "install skillmatch[ocr] and tesseract, or ask for a text version"


class NoTextError(DocumentError):
    """The document is sound and has no words."""

    code = "no-text"
    advice = "check that it is the right file"


class LimitError(DocumentError):
    """The document needs more bytes, pages, characters, seconds or memory than allowed."""

    code = "limit"
    advice = "raise the limit in the settings if you trust the file"


class InternalError(DocumentError):
    """A bug of ours, met while one document was worked on."""

    code = "internal"
    advice = "please report it with the skillmatch version"
