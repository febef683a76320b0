"""Regular expressions that no word keeps away from an article: most match nowhere, and their rules are not asked."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from newslint.document import Document
from newslint.matching.narrow import latin, narrowed
from newslint.patterns import regex

_NAME = regex(r"\(\?P<\w+>")
# After so many articles it is known which expressions are tried in most and match in few.
_LEARNED = 20
# So many of these are put into one expression, which is taken apart if it matches more often than once in _OFTEN. Of
# more RE2 makes states by the thousand, and those that run over any text, which come last, make most.
_MOST = 7
_OFTEN = 4
_RUNS = regex(r"\{\d*,\d\d+\}|\[\^[^\]]*\][*+]|\.[*+]")
# Characters: of a longer article nothing is kept that is soon made again.
_LONG = 1_000_000


class Together:
    """Expressions, each a sign that an article holds where it matches.

    Which of them are looked for together is learned on the way; what is found does not depend on it.
    """

    def __init__(self) -> None:
        self._crowds: dict[tuple[str, int], _Crowd] = {}

    def found(self, document: Document, view: str, wanted: Collection[str]) -> set[str]:
        """Those of some expressions that match somewhere in a view of an article."""
        key = view, latin(document, view)
        if key not in self._crowds:
            self._crowds[key] = _Crowd(key[1])
        return set(self._crowds[key].found(encoded(document, view), wanted))


class _Crowd:
    """The expressions of one view of articles; ``last``: of the Latin letters to which they keep, 0 if they do not."""

    def __init__(self, last: int) -> None:
        self._last = last
        self._each: dict[str, Any] = {}
        self._seen = 0
        self._tried: Counter[str] = Counter()
        self._matched: Counter[str] = Counter()
        self._groups: list[_Group] = []
        self._common: set[str] = set()

    def found(self, text: bytes, wanted: Collection[str]) -> Iterator[str]:
        self._seen += 1
        if self._seen == _LEARNED:
            self._groups = list(self._grouped())
            # one that matches in most articles keeps no rule away from one
            self._common = {one for one, times in self._matched.items() if times * 2 > _LEARNED}
        left = set(wanted) - self._common
        yield from self._common.intersection(wanted)
        for group in self._groups:
            if left & group.sources and not group.matches(text):
                left -= group.sources
        for source in sorted(left):
            matches = (it := self._program(source)) is None or it.search(text) is not None
            if self._seen < _LEARNED:
                self._tried[source] += 1
                self._matched[source] += matches
            if len(text) > _LONG:
                # with the states that it has made of it
                del self._each[source]
            if matches:
                yield source

    def _grouped(self) -> Iterator["_Group"]:
        """Those tried in most articles, and found in hardly any."""
        fit = [one for one, times in self._tried.items() if times * 2 > _LEARNED and self._matched[one] <= 1]
        fit.sort(key=lambda source: (_RUNS.search(source) is not None, source))
        for at in range(0, len(fit), _MOST):
            some = fit[at : at + _MOST]
            yield _Group(some, [self._suited(source) for source in some])

    def _program(self, source: str) -> Any:  # noqa: ANN401 - re2 has no types
        if source not in self._each:
            self._each[source] = _program(self._suited(source))
        return self._each[source]

    def _suited(self, source: str) -> str:
        return (narrowed(source, self._last) if self._last else None) or source


class _Group:
    """Some expressions as one."""

    def __init__(self, sources: list[str], suited: list[str]) -> None:
        self.sources = frozenset(sources)
        self._one = _program("|".join(f"(?:{_NAME.sub('(?:', source)})" for source in suited))
        self._tried = self._matched = 0

    def matches(self, text: bytes) -> bool:
        """Whether one of them may match."""
        if self._one is None:
            return True
        self._tried += 1
        matched = self._one.search(text) is not None
        self._matched += matched
        if self._tried >= _LEARNED and self._matched * _OFTEN > self._tried:
            # each by itself takes no longer
            self._one = None
        return matched


def _program(source: str) -> Any:  # noqa: ANN401 - re2 has no types
    import re2

    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    options.max_mem = 64 << 20
    try:
        return re2.compile("(?m)" + source, options)
    except re2.error:
        # more than RE2 takes
        return None


def encoded(document: Document, view: str) -> bytes:
    """An article as RE2 reads it, made once, but of a long one each time: that takes less than to search it."""
    text: str = getattr(document.folded, view)
    if len(text) > _LONG:
        return text.encode("utf-8", "surrogatepass")
    return document.memo(("bytes", view), lambda: text.encode("utf-8", "surrogatepass"))
