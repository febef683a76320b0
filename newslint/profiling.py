"""Where the time of a check goes: rule by rule, and what all rules share; and how many candidates each rule tried.

What rules share (sentences, people, figures …) is worked out for the first that asks; here it is told apart from
the rule.
"""

import time
from collections import Counter
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import TypeVar

from newslint.document import Document
from newslint.engine import Engine
from newslint.finding import Match, Mistake
from newslint.matching.words import Hits
from newslint.rule import Made, Making, Rule
from newslint.span import Span
from newslint.work import TooMuchWorkError

T = TypeVar("T")
SCAN, READY = "which rules to ask", "making rules ready"
_SHARED = (
    "folded sentences quote_balance people handles places orgs titles figures dates clocks source_blocks starts"
).split()


class Clock:
    """Seconds by what they were spent on; time inside of time counts for the inner thing alone."""

    def __init__(self) -> None:
        self.shared: dict[str, float] = {}
        self.rules: dict[str, float] = {}
        # by rule: articles it was asked about, candidates it tried, the most in one article, and where it was stopped
        self.asked: Counter[str] = Counter()
        self.candidates: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.stopped: dict[str, list[str]] = {}
        self._inner = 0.0

    def spend(self, on: dict[str, float], name: str, work: Callable[[], T]) -> T:
        """What ``work`` gives; its time is noted under the name."""
        began, outer, self._inner = time.perf_counter(), self._inner, 0.0
        try:
            return work()
        finally:
            took = time.perf_counter() - began
            on[name] = on.get(name, 0.0) + took - self._inner
            self._inner = outer + took


class _Timed(Document):
    """An article that notes the time for what it works out."""

    clock: Clock

    def memo(self, key: Hashable, make: Callable[[], T]) -> T:
        name = key[0] if isinstance(key, tuple) and key else key
        if key in self._memo or not isinstance(name, str):
            return super().memo(key, make)
        return self.clock.spend(self.clock.shared, name, lambda: super(_Timed, self).memo(key, make))


def _timed(name: str) -> "cached_property[object]":
    original: cached_property[object] = Document.__dict__[name]
    made = cached_property(lambda self: self.clock.spend(self.clock.shared, name, lambda: original.func(self)))
    made.__set_name__(_Timed, name)
    return made


for _name in _SHARED:
    setattr(_Timed, _name, _timed(_name))


def timed(document: Document, clock: Clock) -> Document:
    """The same article, with its time noted."""
    made = _Timed.__new__(_Timed)
    made.__dict__.update(vars(document), clock=clock)
    return made


def watched(rule: Rule, clock: Clock) -> Rule:
    """The same rule, with its time and its candidates noted."""

    def make(_: int) -> Made:
        made = clock.spend(clock.shared, READY, lambda: rule.made)

        def find(document: Document, hits: Hits) -> list[Match]:
            clock.asked[rule.id] += 1
            try:
                return clock.spend(clock.rules, rule.id, lambda: list(made.compiled.find(document, hits)))
            except TooMuchWorkError:
                clock.stopped.setdefault(rule.id, []).append(document.path)
                raise
            finally:
                tried = document.work.tried
                clock.candidates[rule.id] += tried
                clock.most[rule.id] = max(clock.most[rule.id], tried)

        def allowed(document: Document, span: Span) -> bool:
            return clock.spend(clock.rules, rule.id, lambda: made.allowed(document, span))

        return made._replace(compiled=made.compiled._replace(find=find), allowed=allowed)

    return Rule(rule.id, rule.path, rule.brief, Making(make), rule.number)


def check(engine: Engine, document: Document, clock: Clock) -> list[Mistake]:
    """Holds an article against watched rules; what they find is not asked for."""
    return clock.spend(clock.shared, SCAN, lambda: engine.check(timed(document, clock))[1])
