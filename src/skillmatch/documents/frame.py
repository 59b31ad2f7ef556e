"""Where things stand on a page as it is shown: its visible part, and how it is turned."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The visible part of a page in PDF space and how it is turned (quarter turns clockwise)."""

    left: float
    top: float
    right: float
    bottom: float
    turns: int

    @property
    def shape(self) -> tuple[float, float]:
        """Width and height as shown, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def place(self, boxes: Floats) -> Floats:
        """Turn (left, top, right, bottom) in PDF space, y upwards, into boxes on the shown page."""
        left, top, right, bottom = boxes.T
        if self.turns == 1:
            sides = bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        elif self.turns == 2:
            sides = self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        elif self.turns == 3:
            sides = self.top - top, self.right - right, self.top - bottom, self.right - left
        else:
            sides = left - self.left, self.top - top, right - self.left, self.top - bottom
        return np.stack(sides, axis=1)

    def turn(self, x: Floats, y: Floats) -> Ints:
        """Return the directions of vectors in PDF space on the shown page, in quarter turns."""
        right, down = ((x, -y), (y, x), (-x, y), (-y, -x))[self.turns]
        level = np.where(right >= 0, 0, 2)
        return np.where(np.abs(right) >= np.abs(down), level, np.where(down > 0, 1, 3)).astype(np.int64)
