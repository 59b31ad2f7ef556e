"""Open zip containers without being blown up by them."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from skillmatch.errors import CorruptDocumentError, EncryptedDocumentError, LimitError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from skillmatch.settings import ReadingSettings


class Container:
    """The members of a zip archive, within limits that are checked before anything is expanded.

    Raises
    ------
    LimitError
        Too many members, or too many bytes when expanded.
    CorruptDocumentError
        The archive cannot be read.
    """

    def __init__(self, data: bytes, settings: ReadingSettings) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise CorruptDocumentError("a zip container whose directory cannot be read") from error
        members = self._archive.infolist()
        self.names = tuple(sorted({member.filename for member in members}))
        if len(members) > settings.max_members:
            raise LimitError(f"{len(members)} members are more than max_members = {settings.max_members}")
        expanded = sum(member.file_size for member in members)
        if expanded > settings.max_expanded_bytes:
            raise LimitError(f"{expanded} bytes expanded: max_expanded_bytes = {settings.max_expanded_bytes}")

    def read(self, name: str) -> bytes:
        """Return one member; never more bytes than its declared size."""
        try:
            if self._archive.getinfo(name).flag_bits & 1:
                raise EncryptedDocumentError("a zip container behind a password")
            return self._archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, NotImplementedError) as error:
            raise CorruptDocumentError(f"the part {name} cannot be expanded") from error

    def read_xml(self, name: str) -> Element:
        """Parse one member; document type declarations are refused, so no entity is ever expanded."""
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring

        try:
            root: Element = fromstring(self.read(name), forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise CorruptDocumentError(f"the part {name} is no proper XML") from error
        return root
