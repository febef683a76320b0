"""Regular expressions that no word keeps away from an article: looked for together, since most match nowhere."""

from collections.abc import Sequence
from typing import Any

from newslint.document import Document
from newslint.patterns import regex

_NAME = regex(r"\(\?P<\w+>")
# So many are put into one expression.
_MOST = 40
# One that matches in more than one of so many articles is looked for by itself.
_OFTEN = 20


class Together:
    """Expressions of one view of the text, each a sign that an article holds where it matches."""

    def __init__(self, view: str, sources: Sequence[str]) -> None:
        self.sources = tuple(sources)
        self._view = view
        self._groups = [_Group(sources[at : at + _MOST]) for at in range(0, len(sources), _MOST)]

    def found(self, document: Document) -> list[str]:
        """Those that match somewhere in an article."""
        text = encoded(document, self._view)
        return [source for group in self._groups for source in group.found(text)]


class _Group:
    """Which of its expressions match often is learned on the way; what is found does not depend on it."""

    def __init__(self, sources: Sequence[str]) -> None:
        self._times = dict.fromkeys(sources, 0)
        self._rare = list(sources)
        self._seen = 0
        self._one: Any = None
        self._each: dict[str, Any] = {}

    def found(self, text: bytes) -> list[str]:
        self._seen += 1
        if self._one is None and self._rare:
            self._one = _program("|".join(f"(?:{_NAME.sub('(?:', source)})" for source in self._rare))
            if self._one is None:
                # together they are more than RE2 takes
                self._rare.clear()
        # what matches often is not tried here: the rule will do so
        often = [source for source in self._times if source not in self._rare]
        if not self._rare or self._one.search(text) is None:
            return often
        matching = [one for one in self._rare if (it := self._program(one)) is None or it.search(text) is not None]
        for source in matching:
            self._times[source] += 1
            if self._times[source] * _OFTEN > self._seen + _OFTEN:
                self._rare.remove(source)
                self._one = None
        return often + matching

    def _program(self, source: str) -> Any:  # noqa: ANN401 - re2 has no types
        if source not in self._each:
            self._each[source] = _program(source)
        return self._each[source]


def _program(source: str) -> Any:  # noqa: ANN401 - re2 has no types
    import re2

    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    options.max_mem = 64 << 20
    try:
        return re2.compile("(?m)" + source, options)
    except re2.error:
        return None


def encoded(document: Document, view: str) -> bytes:
    """An article as RE2 reads it, made once."""
    text: str = getattr(document.folded, view)
    return document.memo(("bytes", view), lambda: text.encode("utf-8", "surrogatepass"))
