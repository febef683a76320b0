"""Word lists that rules and annotations share: one entry a line, in ``lists/NAME.txt`` of a rule folder."""

from collections.abc import Callable, Mapping
from typing import Any

from newslint.text import fold


class Lexicon:
    """The word lists in force, by name; later folders replace a list of the same name.

    An entry is kept as its file has it. ``~`` before a word stands for any inflection of that word.
    ``facts`` gives the fact sheets in force (``newslint.facts.Facts``), which are read when it is first called.
    """

    def __init__(self, lists: Mapping[str, tuple[str, ...]], facts: Callable[[], Any] | None = None) -> None:
        self.lists = dict(lists)
        self.facts = facts
        self._folded: dict[str, frozenset[str]] = {}

    def entries(self, name: str) -> tuple[str, ...]:
        """The entries of a list in their order; none where there is no such list."""
        return self.lists.get(name, ())

    def folded(self, *names: str) -> frozenset[str]:
        """The entries of one or more lists together, in lower case with straight apostrophes."""
        key = "|".join(names)
        if key not in self._folded:
            self._folded[key] = frozenset(fold(entry).lower for name in names for entry in self.entries(name))
        return self._folded[key]


def parse_list(text: str) -> tuple[str, ...]:
    """The entries of a word list: blank lines, and all from ``#`` to the end of a line, are left out."""
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
