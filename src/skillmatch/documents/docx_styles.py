"""How a run of a Word document looks: its own properties over those of its styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from skillmatch.documents.containers import Container

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "word/styles.xml"
_HEADING = re.compile(r"(heading|title)\b", re.IGNORECASE)
_TINY_PT = 2.0  # type that nobody reads on paper
_NEAR_WHITE = 0xE6  # each of red, green and blue from here on: about 1.25 to 1 against white paper
_OFF = frozenset(("0", "false", "off", "none"))
_MAX_BASES = 20  # styles based on styles, with an end even when they go in a circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What decides whether a run can be seen, and whether it looks like a heading."""

    vanish: bool = False
    color: str | None = None
    size: float | None = None
    bold: bool = False
    shaded: str | None = None
    heading: bool = False
    bullet: bool = False

    def hidden_on(self, background: str | None) -> str:
        """Say why text of this look cannot be seen on a background; empty if it can.

        `background` is a colour of six hex digits, None for white paper, "unknown" if it cannot be told.
        """
        if self.vanish:
            return "marked as hidden"
        if self.size is not None and self.size <= _TINY_PT:
            return "too small to read"
        behind = self.shaded or background
        if self.color and behind is None and _is_near_white(self.color):
            return "white on white"
        if self.color and behind and self.color.upper() == behind.upper():
            return "same colour as its background"
        return ""


class Styles:
    """The styles of a document, by id."""

    def __init__(self, styles: Mapping[str, Element], default: Look) -> None:
        self._styles = styles
        self._default = default
        self._cache: dict[str, Look] = {}

    @classmethod
    def load(cls, container: Container) -> Styles:
        """Read the styles part; a document may lack it."""
        if _STYLES not in container.names:
            return cls({}, Look())
        root = container.read_xml(_STYLES)
        styles = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self = cls(styles, _with_run(Look(), defaults))
        normal = next((s for s in styles.values() if s.get(W + "type") == "paragraph" and s.get(W + "default")), None)
        if normal is not None:
            self._default = _with_run(self._default, normal.find(W + "rPr"))
        return self

    def paragraph(self, properties: Element | None) -> Look:
        """Return the look that the runs of a paragraph start from."""
        if properties is None:
            return self._default
        look = self._styled(_value(properties, "pStyle"), self._default)
        return _with_paragraph(look, properties)

    def run(self, properties: Element | None, base: Look) -> Look:
        """Return the look of one run of a paragraph."""
        if properties is None:
            return base
        style = self._styles.get(_value(properties, "rStyle") or "")
        if style is not None:
            base = _with_run(base, style.find(W + "rPr"))
        return _with_run(base, properties)

    def fill(self, properties: Element | None) -> str | None:
        """Return the colour that a cell or paragraph is shaded with; None for none."""
        return None if properties is None else _fill(properties)

    def _styled(self, style_id: str | None, base: Look) -> Look:
        """Return the look of a paragraph style over all that it is based on."""
        chain: list[Element] = []
        while style_id is not None and style_id in self._styles and len(chain) < _MAX_BASES:
            chain.append(self._styles[style_id])
            style_id = _value(chain[-1], "basedOn")
        look = base
        for style in reversed(chain):
            look = _with_run(look, style.find(W + "rPr"))
            properties = style.find(W + "pPr")
            if properties is not None:
                look = _with_paragraph(look, properties)
            if _HEADING.match(_value(style, "name") or ""):
                look = replace(look, heading=True)
        return look


def _with_paragraph(look: Look, properties: Element) -> Look:
    level = _value(properties, "outlineLvl")
    if level is not None and level.isdigit() and int(level) < 9:
        look = replace(look, heading=True)
    numbering = properties.find(f"{W}numPr/{W}numId")
    if numbering is not None:
        look = replace(look, bullet=numbering.get(W + "val") != "0")
    return look


def _with_run(look: Look, properties: Element | None) -> Look:
    """Return a look with the properties of a run, or of a style for runs, laid over it."""
    if properties is None:
        return look
    size = _value(properties, "sz")
    color = _value(properties, "color")
    return replace(
        look,
        vanish=_switch(properties, "vanish", _switch(properties, "webHidden", look.vanish)),
        bold=_switch(properties, "b", look.bold),
        size=float(size) / 2 if size and size.replace(".", "", 1).isdigit() else look.size,
        color=(None if color == "auto" else color) if color else look.color,
        shaded=_fill(properties) or look.shaded,
    )


def _fill(properties: Element) -> str | None:
    highlight = _value(properties, "highlight")
    if highlight and highlight != "none":
        return "unknown"
    shading = properties.find(W + "shd")
    fill = shading.get(W + "fill", "auto") if shading is not None else "auto"
    return None if fill == "auto" or fill.upper() == "FFFFFF" else fill


def _switch(properties: Element, name: str, inherited: bool) -> bool:
    element = properties.find(W + name)
    return inherited if element is None else element.get(W + "val", "1") not in _OFF


def _value(element: Element, name: str) -> str | None:
    found = element.find(W + name)
    return None if found is None else found.get(W + "val")


def _is_near_white(color: str) -> bool:
    try:
        return min(bytes.fromhex(color)) >= _NEAR_WHITE
    except ValueError:
        return False
