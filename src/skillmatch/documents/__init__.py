"""Read files into `Document`s: one reader per format, picked by content.

Importing this package imports no PDF or office library: each reader is loaded when a document needs it.
"""

from __future__ import annotations

from skillmatch.documents.reading import read as read
from skillmatch.documents.reading import read_bytes as read_bytes
from skillmatch.documents.reading import read_folder as read_folder
from skillmatch.documents.reading import read_source as read_source
from skillmatch.documents.sources import Source as Source
from skillmatch.documents.sources import list_documents as list_documents

__all__ = ["Source", "list_documents", "read", "read_bytes", "read_folder", "read_source"]
