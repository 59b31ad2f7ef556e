"""What decisions about people need: proof that identity does not count, workings, and records.

Each module stands alone, and each command of `skillmatch trust` calls one of them:

leaks       do results change with the identity?
impact      how often is each group selected, and why?
"""

from __future__ import annotations
