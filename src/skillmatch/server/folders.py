"""Files that a caller names by path: only regular ones, only inside folders that were allowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from skillmatch.documents import Source, list_documents
from skillmatch.errors import UsageError
from skillmatch.settings import ReadingSettings


class Folders:
    """Allowed folders.

    Parameters
    ----------
    allowed
        What may be read, with everything below; links that lead outside are not followed.
    settings
        Limits on archives.
    """

    def __init__(self, allowed: Sequence[Path], settings: ReadingSettings) -> None:
        self.allowed = tuple(folder.resolve() for folder in allowed)
        self._settings = settings

    def find(self, path: str) -> Iterator[Source]:
        """Find a file, or all files of a folder, in sorted order; what is no regular file is left out.

        Raises
        ------
        UsageError
            There is nothing there, or it is in none of the allowed folders; the message does not tell which.
        """
        place = Path(path).expanduser()
        if not place.is_absolute() and len(self.allowed) == 1:
            place = self.allowed[0] / place
        if not self._allows(place) or not place.exists():
            folders = ", ".join(map(str, self.allowed)) or "none: start with --allow FOLDER"
            raise UsageError(f"{path}: nothing that may be read; allowed folders: {folders}")
        for source in list_documents(place, settings=self._settings):
            if not source.problem and self._allows(source.path):
                yield source

    def _allows(self, path: Path) -> bool:
        try:
            place = path.resolve()
        except (OSError, RuntimeError, ValueError):  # a loop of links, a null character
            return False
        return any(place.is_relative_to(folder) for folder in self.allowed)
