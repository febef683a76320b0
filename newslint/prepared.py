"""What was worked out of a rule file when it was read, so that it is not worked out again out of the cache."""

from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import Any, TypeVar

from newslint.packfile import unpickled

T = TypeVar("T")


class Prepared:
    """What was worked out of a rule when its file was read, by what it was worked out from; the rest is made anew.

    A rule out of the cache brings it along as pickles, so that none of its templates is read again; it was ``sound``,
    without a mistake.
    """

    def __init__(
        self, known: dict[Hashable, Any] | None = None, pickles: Mapping[Hashable, bytes] | None = None
    ) -> None:
        self.known = known
        self._pickles = pickles or {}
        self.sound = pickles is not None

    def later(self, key: Hashable, make: Callable[[], T]) -> Callable[[], T]:
        """The same as ``get``, but what is out of the cache is not read before it is asked for."""
        if key in self._pickles:
            return cache(lambda: self.get(key, make))
        found = self.get(key, make)
        return lambda: found

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is known under a key, else what ``make`` gives, which is kept where it is to be remembered."""
        if key in self._pickles:
            kept: T = unpickled(self._pickles[key])
            return kept
        if self.known is None:
            return make()
        if key not in self.known:
            self.known[key] = make()
        found: T = self.known[key]
        return found


NOTHING_PREPARED = Prepared()
