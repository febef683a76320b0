"""Word lists that rules and annotations share: one entry a line, in ``lists/NAME.txt`` of a rule folder."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from newslint.text import fold

T = TypeVar("T")
# Characters of many words in which one is looked for at once.
_PART = 1024


class Lexicon:
    """The word lists in force, by name; later folders replace a list of the same name.

    An entry is kept as its file has it. ``~`` before a word stands for any inflection of that word.
    ``facts`` gives the fact sheets in force (``newslint.facts.Facts``), which are read when it is first called;
    ``kept`` what an earlier run worked out of the lists, by its key, or None.
    """

    def __init__(
        self,
        lists: Mapping[str, tuple[str, ...]],
        facts: Callable[[], Any] | None = None,
        kept: Callable[[Hashable], Any] = lambda _: None,
    ) -> None:
        self.lists = lists
        self.facts = facts
        self._kept = kept
        self._memo: dict[Hashable, Any] = {}

    def memo(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, worked out once for these lists."""
        if key not in self._memo:
            kept = self._kept(key)
            self._memo[key] = make() if kept is None else kept
        found: T = self._memo[key]
        return found

    def knows(self, key: Hashable) -> bool:
        """Whether something has been worked out for these lists."""
        return key in self._memo

    def entries(self, name: str) -> tuple[str, ...]:
        """The entries of a list in their order; none where there is no such list."""
        return self.lists.get(name, ())

    def folded(self, *names: str) -> frozenset[str]:
        """The entries of one or more lists together, in lower case with straight apostrophes."""
        if len(names) != 1:
            return self.memo(("folded", names), lambda: frozenset().union(*map(self.folded, names)))
        return self.memo(("folded", names), lambda: frozenset(fold_all(self.entries(names[0]))))


class Ordered:
    """Many words in order in one text: ready at once, where a set of them takes longer to read than an article.

    ``text``: each on a line of its own, with a line break before the first.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        starts = [text.index("\n", at) for at in range(0, max(len(text) - _PART, 1), _PART)]
        self._firsts = [text[start + 1 : text.find("\n", start + 1)] for start in starts]
        self._starts = [*starts, len(text)]

    def __contains__(self, word: str) -> bool:
        part = bisect_right(self._firsts, word)
        # the line break after the last word of a part is the first character of the next
        return part > 0 and self.text.find(f"\n{word}\n", self._starts[part - 1], self._starts[part] + 1) >= 0


def fold_all(entries: Iterable[str]) -> list[str]:
    """Entries in lower case with straight apostrophes, folded together: one by one they take longer."""
    kept = list(entries)
    together = fold("\n".join(kept)).lower.split("\n")
    return together if len(together) == len(kept) else [fold(entry).lower for entry in kept]


def plain_all(entries: Iterable[str]) -> list[str]:
    """The same as printed, without regard to the shape of quotation marks and blanks."""
    kept = list(entries)
    together = fold("\n".join(kept)).plain.split("\n")
    return together if len(together) == len(kept) else [fold(entry).plain for entry in kept]


def parse_list(text: str) -> tuple[str, ...]:
    """The entries of a word list: blank lines, and all from ``#`` to the end of a line, are left out."""
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
