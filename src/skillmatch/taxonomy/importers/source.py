"""Read tables from a file, a folder or a zip, by column name; problems are kept and told all at once."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from skillmatch.errors import TaxonomyError

MAX_BYTES = 1 << 30  # of one file inside a zip: ESCO in one language has 60 MB in all
_LANGUAGE = re.compile(r"_[a-z]{2}$")

Row = dict[str, str]


class Source:
    """The files of a folder, of a zip, or one file by itself.

    Examples
    --------
    >>> Source(Path(__file__)).find("source", ".py")
    'source.py'
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[str] = []
        if not path.exists():
            raise TaxonomyError(f"{path}: no such file or folder")
        self._zip: zipfile.ZipFile | None = None
        if path.is_dir():
            self.names = sorted(file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file())
        elif path.suffix.lower() == ".zip":
            try:
                self._zip = zipfile.ZipFile(path)
            except (zipfile.BadZipFile, OSError) as error:
                raise TaxonomyError(f"{path}: is not a whole zip file: download it again") from error
            self.names = sorted(item.filename for item in self._zip.infolist() if not item.is_dir())
        else:
            self.names = [path.name]

    def find(self, stem: str, suffix: str) -> str | None:
        """Find a file by its name, with or without a language (``_en``), in whatever folder; English goes first."""
        found = [
            name for name in self.names if PurePosixPath(name).suffix.lower() == suffix and _stem(name) == stem.lower()
        ]
        return min(found, key=lambda name: ("_en." not in name, name), default=None)

    def tables(self, name: str, *, required: Iterable[str]) -> list[Row]:
        """Read the rows of one table; a problem is noted, and there are no rows then."""
        text = self.text(name)
        return [] if text is None else list(self._rows(name, text, list(required)))

    def text(self, name: str) -> str | None:
        """Read one file; None if it cannot be, which is noted."""
        try:
            return self._bytes(name).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.note(name, f"is not UTF-8 (line {line}): save it as UTF-8", line)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            self.note(name, "cannot be read: the file is damaged, download it again")
        return None

    def note(self, name: str, message: str, line: int | None = None) -> None:
        """Keep a problem with its place."""
        place = self.path if self.path.name == name else f"{self.path}/{name}"
        self.problems.append(f"{place}:{line}: {message}" if line else f"{place}: {message}")

    def check(self) -> None:
        """Stop if there were problems.

        Raises
        ------
        TaxonomyError
            The message lists all of them.
        """
        if self._zip is not None:
            self._zip.close()
        if self.problems:
            raise TaxonomyError("\n".join([f"{self.path}: {len(self.problems)} problems:", *self.problems]))

    def _bytes(self, name: str) -> bytes:
        if self._zip is not None:
            if self._zip.getinfo(name).file_size > MAX_BYTES:
                raise zipfile.BadZipFile(name)
            return self._zip.read(name)
        return (self.path / name if self.path.is_dir() else self.path).read_bytes()

    def _rows(self, name: str, text: str, required: Sequence[str]) -> Iterator[Row]:
        head = text.split("\n", 1)[0]
        delimiter = max("\t,;", key=head.count)
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        try:
            columns = {column.strip() for column in reader.fieldnames or ()}
            missing = [column for column in required if column not in columns]
            if missing:
                self.note(name, f"has no column {', '.join(map(repr, missing))} (it has {', '.join(sorted(columns))})")
                return
            for row in reader:
                if None in row:
                    self.note(name, "row has more cells than the table has columns", reader.line_num)
                    continue
                yield {key.strip(): (value or "").strip() for key, value in row.items()}
        except csv.Error as error:
            self.note(name, f"is not a whole table: {error}", reader.line_num)


def _stem(name: str) -> str:
    return _LANGUAGE.sub("", PurePosixPath(name).stem).lower()
