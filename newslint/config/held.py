"""What a process that does many checks keeps ready: rules are loaded and made once, until a file of theirs changes."""

from collections.abc import Sequence
from pathlib import Path

from newslint import rulepack
from newslint.linting import Linter
from newslint.records import NamedTuple
from newslint.rulebook import Rulebook
from newslint.selection import Choice

# So many sets of packs and sheets are kept; then all is begun anew.
_MOST = 8
_Key = tuple[tuple[str, ...], tuple[str, ...], Path | None]


class NotHereError(BaseException):
    """A check is for a process of its own, since it asks a server; nothing that a rule may be blamed for."""


class _Book(NamedTuple):
    """A rulebook, the files that it is made of, and the linters that were made of it."""

    files: rulepack.Listing
    book: Rulebook
    linters: dict[tuple[Choice, ...], Linter]


class Held:
    """Rulebooks by their packs, fact sheets and cache folder, each with its linters."""

    def __init__(self) -> None:
        self._books: dict[_Key, _Book] = {}

    def book(self, packs: Sequence[Path], facts: Sequence[Path], cache: Path | None) -> Rulebook:
        """As ``rulepack.load``: what was loaded before, where all its files are as they were."""
        key = _named(packs), _named(facts), cache
        files = _files(packs, facts)
        known = self._books.get(key)
        if known is None or known.files != files:
            book = rulepack.load(packs, facts, cache)
            if len(self._books) >= _MOST:
                self._books.clear()
            if rulepack.settled(files):
                self._books[key] = _Book(files, book, {})
            return book
        return known.book

    def linter(self, book: Rulebook, choices: tuple[Choice, ...], made: Linter) -> Linter:
        """A linter with rules that are ready, if such a one was made before; raises NotHereError."""
        own = next((one for one in self._books.values() if one.book is book), None)
        if own is None or choices not in own.linters:
            if any(rule.form.kind == "grammar" for rule in made.rules):
                raise NotHereError
            if own is None:
                return made
            own.linters[choices] = made
        return own.linters[choices].again(made)


def _named(paths: Sequence[Path]) -> tuple[str, ...]:
    """Paths as messages call them, and where they are: the same name in another folder is another file."""
    return tuple(f"{one}\0{one.absolute()}" for one in paths)


def _files(packs: Sequence[Path], facts: Sequence[Path]) -> rulepack.Listing:
    found = [one for pack in packs if pack.is_dir() for one in rulepack.listed(pack)]
    return (*found, *(rulepack.entry(path) for path in facts))
