"""Which configuration holds for a file: the nearest one upwards in its repository, over the user's own."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.config.layer import NAME, PYPROJECT, Layer, Source, read, show
from newslint.finding import Mistake
from newslint.patterns import regex
from newslint.records import NamedTuple

# Said of a pyproject.toml that was named.
_SILENT = "no table [tool.newslint]"
_TABLE = regex(rb"tool[ \t]*\.[ \t]*[\"']?newslint")


class Config(NamedTuple):
    """The files that hold together, the weakest first, and what is wrong in them.

    ``home``: the folder of which the strongest speaks; ``root``: where a story's articles must stand, links resolved.
    """

    layers: tuple[Layer, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    home: Path | None = None
    root: Path | None = None

    def last(self, key: str) -> tuple[Any, Layer | None]:
        """The value of a key that later files replace, and the file that gives it; None where none does."""
        for layer in reversed(self.layers):
            if (value := getattr(layer.form, key)) is not None:
                return value, layer
        return None, None

    def excluded(self, path: Path) -> bool:
        """Whether an article is left out."""
        return any(layer.form.exclude and layer.excludes(layer.inside(path)) for layer in self.layers)


class Configurations:
    """The configurations of a run, each file read once.

    ``user``: the user's own file; ``named``: the file that was given in place of those that would be found.
    """

    def __init__(self, user: Path | None = None, named: Path | None = None, *, search: bool = True) -> None:
        self._named = named
        self._search = search
        self._found: dict[Path, tuple[Path | None, Path | None]] = {}
        self._folders: dict[Path, Config] = {}
        self._read: dict[tuple[Path | None, Path | None], Config] = {}
        self._beneath = Config()
        if user is not None and user.is_file():
            self._beneath = _stack(Source(user, None, Path.cwd()))
        if named is not None:
            file = absolute(named)
            boundary = self._look(file.parent)[1] or file.parent.resolve()
            given = self._over(Source(file, boundary, Path.cwd()))
            if len(given.layers) == len(self._beneath.layers) and not given.mistakes:
                given = given._replace(mistakes=(Mistake(show(file), None, None, _SILENT),))
            self._beneath = given._replace(root=self._look(Path.cwd())[1])

    def of(self, path: str) -> Config:
        """What holds for an article."""
        return self.within(absolute(Path(path)).parent)

    def within(self, folder: Path) -> Config:
        """What holds in a folder, given as an absolute path."""
        if not self._search:
            return self._beneath
        if folder not in self._folders:
            file, root = self._look(folder)
            self._folders[folder] = self._file(file, root)
        return self._folders[folder]

    def all(self) -> Iterator[Config]:
        """Those that were asked for, each once."""
        yield self._beneath
        yield from self._read.values()

    def _file(self, file: Path | None, root: Path | None) -> Config:
        if (file, root) not in self._read:
            found = self._over(Source(file, root or file.parent.resolve())) if file else self._beneath
            self._read[file, root] = found._replace(root=found.root or root)
        return self._read[file, root]

    def _over(self, source: Source) -> Config:
        """A file and those it extends, over what lies beneath."""
        found = _stack(source)
        layers, mistakes = self._beneath.layers + found.layers, self._beneath.mistakes + found.mistakes
        return Config(layers, mistakes, source.base or source.file.parent, source.root)

    def _look(self, folder: Path) -> tuple[Path | None, Path | None]:
        """The nearest configuration from a folder upwards, and the top of its repository with links resolved."""
        way = []
        found: tuple[Path | None, Path | None] = (None, None)
        for place in (folder, *folder.parents):
            if place in self._found:
                found = self._found[place]
                break
            way.append(place)
            if (place / ".git").exists():
                break
        for place in reversed(way):
            root = found[1] or (place.resolve() if (place / ".git").exists() else None)
            found = (_here(place) or found[0], root)
            self._found[place] = found
        return found


def absolute(path: Path) -> Path:
    """A path from the top, without dots, links not resolved."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps the dots


def _here(folder: Path) -> Path | None:
    """The configuration file of one folder."""
    if (file := folder / NAME).exists():
        return file
    file = folder / PYPROJECT
    return file if file.is_file() and _speaks(file) else None


def _speaks(file: Path) -> bool:
    """Whether a ``pyproject.toml`` has a table for newslint; one that is no TOML has, if it looks so."""
    try:
        return _TABLE.search(file.read_bytes()) is not None
    except OSError:
        return False


def _stack(source: Source) -> Config:
    """A file and those it extends, the weakest first."""
    layers: list[Layer] = []
    mistakes: list[Mistake] = []
    seen: list[Path] = []
    following: Source | None = source
    while following is not None:
        real = following.file.resolve()
        if real in seen:
            chain = " → ".join(show(one.source.file) for one in reversed(layers[: len(layers) - seen.index(real)]))
            mistakes.append(layers[0].mistake(f"`extend`: a circle: {chain} → {show(following.file)}", "extend"))
            break
        seen.append(real)
        layer, wrong = read(following)
        mistakes += wrong
        if layer is None and not wrong and layers:
            mistakes.append(layers[0].mistake(f"`extend`: {show(following.file)}: {_SILENT}", "extend"))
        following = None
        if layer is not None:
            layers.insert(0, layer)
            following = source._replace(file=layer.extends) if layer.extends else None
    return Config(tuple(layers), tuple(mistakes))
