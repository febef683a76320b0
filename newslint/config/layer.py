"""One configuration file: what it says, each value with its place, and every mistake in it."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from newslint import __version__
from newslint.config.filling import per_file, settings
from newslint.config.form import PerFile, Settings, meets
from newslint.config.globs import matcher
from newslint.finding import Mistake
from newslint.records import NamedTuple
from newslint.yamlform import where
from newslint.yamlnodes import Mapping as Table
from newslint.yamlnodes import Sequence as Items
from newslint.yamlnodes import shown

NAME = "newslint.toml"
PYPROJECT = "pyproject.toml"
# Bytes: more than any configuration.
_MOST = 256 << 10


class Source(NamedTuple):
    """A configuration file before it is read.

    ``root``: the folder, links resolved, outside of which nothing that it names may stand; None for the user's own.
    ``base``: the folder that its globs speak of; None for the file's own.
    """

    file: Path
    root: Path | None
    base: Path | None = None


class Part(NamedTuple):
    """Settings for some articles: whether they hold for a path and its front matter, and what they are."""

    number: int
    form: PerFile
    fits: Callable[[str], bool]

    def holds(self, path: str, meta: Mapping[str, str]) -> bool:
        if self.form.files and not self.fits(path):
            return False
        return all(
            meta.get(key, "").casefold() in {value.casefold() for value in values}
            for key, values in self.form.where.items()
        )


class Layer(NamedTuple):
    """A configuration file as read. The paths it names are absolute; its own ``path`` is as messages show it."""

    source: Source
    path: str
    form: Settings
    node: Table
    rules: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()
    paths: tuple[Path, ...] = ()
    extends: Path | None = None
    parts: tuple[Part, ...] = ()
    excludes: Callable[[str], bool] = lambda _path: False

    def place(self, *keys: str | int) -> tuple[int, int]:
        """Line and column of a value."""
        return where(self.node, *keys)

    def mistake(self, message: str, *keys: str | int) -> Mistake:
        return Mistake(self.path, *self.place(*keys), message)

    def table(self, number: int) -> Table:
        """One of the tables under ``per-file``."""
        tables = next(value for key, value in self.node.pairs if key.value == "per-file")
        item = tables.items[number] if isinstance(tables, Items) else self.node
        return item if isinstance(item, Table) else self.node

    def resolve(self, name: str) -> Path:
        """A path that the file names, from the top; only the user's own file knows ``~``."""
        own = Path(name).expanduser() if self.source.root is None and name.startswith("~/") else Path(name)
        return Path(os.path.normpath(self.source.file.parent / own))

    def inside(self, path: Path) -> str:
        """An absolute path as the globs of the file see it."""
        return Path(os.path.relpath(path, self.source.base or self.source.file.parent)).as_posix()


def show(path: Path) -> str:
    """An absolute path as messages show it: relative where it lies in the current folder."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def within(path: Path, root: Path | None) -> bool:
    """Whether a path, links resolved, stands in a folder."""
    return root is None or path.resolve().is_relative_to(root)


def read(source: Source) -> tuple[Layer | None, list[Mistake]]:
    """One file; None where it holds no configuration or cannot be read."""
    path = show(source.file)
    if not within(source.file, source.root):
        return None, [Mistake(path, None, None, "not read: this link leads outside the repository")]
    table = ("tool", "newslint") if source.file.name == PYPROJECT else ()
    data = _load(source.file)
    if isinstance(data, str):
        return None, [Mistake(path, None, None, data)]
    if table and b"newslint" not in data:
        return None, []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [Mistake(path, None, None, f"cannot be read: not UTF-8 (byte {error.start + 1})")]
    from newslint import tomlnodes

    node, mistakes = tomlnodes.read(text, path, table)
    if node is None:
        return None, mistakes
    form, mistakes = settings(node, path)
    if form.required_version and not meets(__version__, form.required_version):
        message = f"this configuration asks for newslint {form.required_version}; this is {__version__}"
        mistakes.append(Mistake(path, *where(node, "required-version"), message))
    layer = Layer(source, path, form, node)
    layer, outside = _paths(layer._replace(parts=tuple(_parts(layer)), excludes=matcher(form.exclude)))
    return layer, sorted({*mistakes, *outside}, key=lambda one: (one.line or 0, one.column or 0, one.message))


def _load(file: Path) -> bytes | str:
    """What a file holds, or why it is not read."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return "not read: not a file"
        if status.st_size > _MOST:
            return f"not read: larger than {_MOST >> 10} KB"
        return file.read_bytes()
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"


def _parts(layer: Layer) -> Iterator[Part]:
    """The settings for some articles; the number is that of the table in the file."""
    tables = next((value for key, value in layer.node.pairs if key.value == "per-file"), None)
    for number, item in enumerate(tables.items if isinstance(tables, Items) else ()):
        if (form := per_file(item, layer.path, [])) is not None:
            yield Part(number, form, matcher(form.files))


def _paths(layer: Layer) -> tuple[Layer, list[Mistake]]:
    """With the paths that the file names, made absolute; those that lead outside are mistakes."""
    mistakes: list[Mistake] = []
    form = layer.form
    layer = layer._replace(
        rules=tuple(_allowed(layer, "rules", form.rules, mistakes)),
        facts=tuple(_allowed(layer, "facts", form.facts, mistakes)),
        paths=tuple(_allowed(layer, "paths", form.paths, mistakes)),
    )
    for path in _allowed(layer, "extend", () if form.extend is None else (form.extend,), mistakes):
        if path.suffix == ".toml":
            layer = layer._replace(extends=path)
        else:
            mistakes.append(layer.mistake("`extend`: expected the name of a .toml file", "extend"))
    return layer, mistakes


def _allowed(layer: Layer, key: str, given: tuple[str, ...], mistakes: list[Mistake]) -> Iterator[Path]:
    """Those of the paths under a key that exist and do not lead outside."""
    root = layer.source.root
    for number, name in enumerate(given):
        path = layer.resolve(name)
        if "\0" in name or not within(path, root):
            said = f"`{key}`: “{shown(name)}” leads outside the repository"
        elif not path.exists():
            said = f"`{key}`: no such file or folder: “{shown(name)}”"
        elif key == "rules" and not path.is_dir():
            said = f"`rules`: “{shown(name)}” is no folder"
        elif key == "facts" and path.is_dir():
            said = f"`facts`: “{shown(name)}” is a folder; expected a fact sheet"
        elif key == "rules" and (link := _way_out(path, root)):
            said = f"`rules`: “{shown(name)}” holds a link that leads outside the repository: {link}"
        else:
            yield path
            continue
        mistakes.append(layer.mistake(said, key, number))


def _way_out(folder: Path, root: Path | None) -> str:
    """The first link in a rule folder that leads outside; nothing where there is none."""
    for top, folders, files in os.walk(folder) if root else ():
        for name in sorted((*folders, *files)):
            path = Path(top, name)
            if path.is_symlink() and not within(path, root):
                return path.relative_to(folder).as_posix()
    return ""
