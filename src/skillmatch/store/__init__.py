"""Profiles kept in one SQLite file, so that no document is read twice.

`Store` finds results by what a file holds and by what made them; `Pool` is a store with a list of members that
new jobs are ranked against. Profiles are kept, texts and files are not.
"""

from __future__ import annotations

from skillmatch.store.cache import Cache as Cache
from skillmatch.store.making import making_of as making_of
from skillmatch.store.pool import Erased as Erased
from skillmatch.store.pool import Pool as Pool
from skillmatch.store.pool import PoolStats as PoolStats
from skillmatch.store.store import Kept as Kept
from skillmatch.store.store import Place as Place
from skillmatch.store.store import Store as Store

__all__ = ["Cache", "Erased", "Kept", "Place", "Pool", "PoolStats", "Store", "making_of"]
