"""Find the text object that draws each glyph, without asking pdfium about each glyph."""

from __future__ import annotations

import ctypes
from itertools import repeat

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from skillmatch.documents.calls import bind
from skillmatch.documents.frame import Bools, Floats, Ints

STRIDE = 8  # of the letters of a word that are objects of their own, each eighth is looked at
_LEVEL = 0.02  # share of the height of a letter by which its edges may differ from those of the one before
_ASCII_LETTERS = np.array([chr(code).isalnum() for code in range(0x80)])

_get_text_object = bind(pdfium.FPDFText_GetTextObject, ctypes.c_size_t)


def count_in_words(codes: NDArray[np.uint32], solid: Ints, boxes: Floats) -> Ints:
    """Return for each glyph how many stand before it in its word: letters and digits on one level, or other signs."""
    code = codes[solid]
    letter = _ASCII_LETTERS[np.minimum(code, 0x7F)] | (code >= 0x80)
    top, bottom = boxes[:, 1], boxes[:, 3]
    level = np.abs(top[1:] - top[:-1]) + np.abs(bottom[1:] - bottom[:-1]) <= _LEVEL * (top[1:] - bottom[1:])
    begins = np.ones(len(solid), dtype=bool)
    begins[1:] = (solid[1:] - solid[:-1] != 1) | (letter[1:] & ~letter[:-1]) | ~level
    return count_since(begins)


def count_since(begins: Bools) -> Ints:
    """Return for each place how far it is from the last one that begins something."""
    number = np.arange(len(begins))
    since: Ints = number - np.maximum.accumulate(np.where(begins, number, 0))
    return since


def find_owners(textpage: int, solid: Ints, in_word: Ints, objects: Ints) -> tuple[Ints, Ints]:
    """Return the handle of the text object of each glyph, 0 for none, and its place among the objects of the page.

    pdfium is asked about the first, each eighth and the last letter of a word. Of the letters between two of these, all
    belong to one object if both do, and each to the next object of the page if there are as many objects as letters;
    otherwise it is asked about them, too.

    Parameters
    ----------
    textpage
        Address of the page's text.
    solid
        Indices of the glyphs that are no blanks, rising.
    in_word
        What `count_in_words` returned.
    objects
        The objects of the page in drawing order.

    Returns
    -------
    Two arrays as long as `solid`. The place is -1 for what is drawn within a form.
    """
    by_handle = np.argsort(objects, kind="stable")  # quick, as addresses mostly rise
    owners, places = np.zeros(len(solid), dtype=np.int64), np.zeros(len(solid), dtype=np.int64)

    def ask(glyphs: Ints) -> None:
        asked = map(_get_text_object, repeat(ctypes.c_void_p(textpage)), solid[glyphs].tolist())
        found = np.fromiter(asked, dtype=np.int64, count=len(glyphs))
        near = by_handle[np.minimum(np.searchsorted(objects, found, sorter=by_handle), len(objects) - 1)]
        owners[glyphs], places[glyphs] = found, np.where(objects[near] == found, near, -1)

    known = (in_word % STRIDE == 0) | (np.append(in_word[1:], 0) == 0)
    asked, between = np.flatnonzero(known), np.flatnonzero(~known)
    ask(asked)
    number = np.cumsum(known)[between]
    before, after = asked[number - 1], asked[number]
    same = owners[before] == owners[after]
    single = ~same & (places[before] >= 0) & (places[after] - places[before] == after - before)
    owners[between[same]], places[between[same]] = owners[before[same]], places[before[same]]
    places[between[single]] = places[before[single]] + (between - before)[single]
    owners[between[single]] = objects[places[between[single]]]
    ask(between[~same & ~single])
    return owners, places
