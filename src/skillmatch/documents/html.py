"""Read the visible text of an HTML page, without running or loading anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.documents.text import decode
from skillmatch.errors import LimitError
from skillmatch.models import DocumentWarning
from skillmatch.settings import ReadingSettings

_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_SILENT_NAMES = "script style head template noscript svg math object iframe canvas audio video select"
_SILENT = frozenset(_SILENT_NAMES.split())
_INLINE_NAMES = (
    "a abbr b bdi bdo cite code del em font i ins kbd label mark q s samp small span strong sub sup time u var wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption", "summary"))
_CELLS = frozenset(("td", "th"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\u00a0]+")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?(?![.\d])|"
    r"font-size\s*:\s*(?:0+(?:\.0+)?(?:px|pt|em|rem|%)?|(?:0?\.\d+|1)(?:px|pt))\s*(?:;|!|$)|"
    r"(?:left|top|right|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}|"
    r"clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%|"
    r"(?<![-\w])color\s*:\s*(?:transparent|rgba\([^)]*,\s*0(?:\.0+)?\s*\))",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:;|!|$)", re.I
)
_BACKGROUND = re.compile(r"background(?:-color|-image)?\s*:", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[.#]?[\w-]+\Z")


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Take the visible text out of a page; what styles hide becomes a warning."""
    declared = _CHARSET.search(data[:2048])
    text = _decode_as(data, declared.group(1).decode("ascii")) if declared else decode(data)
    page = _Page(settings.max_characters, _hiding_rules(text))
    page.feed(text)
    page.close()
    page.end_line()
    hidden = " ".join("".join(page.hidden).split())
    warnings = (DocumentWarning(code="hidden-text", message="hidden by its style", detail=hidden),) if hidden else ()
    return Draft(lines=tuple(page.lines), warnings=warnings)


def _decode_as(data: bytes, encoding: str) -> str:
    """Decode with the declared encoding when that works, else with the one that the bytes show."""
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _hiding_rules(text: str) -> frozenset[str]:
    """Return the tags, .classes and #ids that a style sheet in the page hides on a screen."""
    hidden = set()
    for sheet in re.findall(r"<style\b[^>]*>(.*?)</style", text[:500_000], re.IGNORECASE | re.DOTALL):
        plain = re.sub(r"/\*.*?\*/|@media\s+print\s*\{(?:[^{}]|\{[^{}]*\})*\}", "", sheet, flags=re.DOTALL)
        for selectors, body in _RULE.findall(plain):
            if _HIDING.search(body):
                hidden |= {name.strip() for name in selectors.split(",") if _SIMPLE.match(name.strip())}
    return frozenset(hidden)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open: its tag, and whether it hides or silences what is inside."""

    tag: str
    hides: bool
    painted: bool


class _Page(HTMLParser):
    def __init__(self, max_characters: int, hiding: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[DraftLine] = []
        self.hidden: list[str] = []
        self._hiding = hiding
        self._left = max_characters
        self._open: list[_Open] = []
        self._silent = 0  # how many open elements are never shown
        self._hides = 0  # how many open elements are hidden by style
        self._painted = 0  # how many open elements have a background of their own
        self._pieces: list[str] = []
        self._heading = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":  # a page that forgets to close its head
            self._close_until("head")
        if tag in ("p", "li", "td", "th", "tr", "option") and self._open and self._open[-1].tag == tag:
            self.handle_endtag(tag)
        self._break_at(tag)
        if tag in _VOID:
            return
        values = {name: value or "" for name, value in attrs}
        style = values.get("style", "")
        painted = bool(_BACKGROUND.search(style)) or "bgcolor" in values
        names = {tag, *("." + name for name in values.get("class", "").split()), "#" + values.get("id", "")}
        white = bool(_WHITE.search(style)) and not painted and not self._painted
        hides = "hidden" in values or bool(_HIDING.search(style)) or white or not self._hiding.isdisjoint(names)
        self._open.append(_Open(tag, hides, painted))
        self._count(self._open[-1], 1)

    def handle_endtag(self, tag: str) -> None:
        self._break_at(tag)
        self._close_until(tag)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._hides:
            self.hidden.append(data)
            return
        self._left -= len(data)
        if self._left < 0:
            raise LimitError("the page has more characters than max_characters allows")
        self._pieces.append(data)

    def end_line(self) -> None:
        """Finish the line under work."""
        text = _BLANKS.sub(" ", "".join(self._pieces)).replace("\u00a0", " ").strip()
        self._pieces.clear()
        if text:
            self.lines.append(DraftLine(text=text, heading=bool(self._heading), gap=bool(self._heading)))

    def _break_at(self, tag: str) -> None:
        if tag in _CELLS:
            self._pieces.append(" ")
        elif tag not in _INLINE and not self._silent:
            self.end_line()

    def _close_until(self, tag: str) -> None:
        if not any(item.tag == tag for item in reversed(self._open[-200:])):
            return  # closes nothing that is open near by
        while self._open:
            item = self._open.pop()
            self._count(item, -1)
            if item.tag == tag:
                return

    def _count(self, item: _Open, step: int) -> None:
        self._silent += step * (item.tag in _SILENT)
        self._hides += step * item.hides
        self._painted += step * item.painted
        self._heading += step * (item.tag in _HEADINGS)
