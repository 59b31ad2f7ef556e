"""What decisions about people need: proof that identity does not count, and records of what did.

The modules are independent of each other; each command of `skillmatch trust` calls one of them.
"""

from __future__ import annotations

from skillmatch.trust.leaks import Leak, LeakTest, find_leaks
from skillmatch.trust.traces import Trace, find_traces

__all__ = ["Leak", "LeakTest", "Trace", "find_leaks", "find_traces"]
