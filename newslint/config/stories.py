"""Which articles are one story, and those of them on disk that nobody named."""

import os
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path

from newslint.config.find import Config, absolute
from newslint.config.form import Story
from newslint.config.layer import within
from newslint.document import Document
from newslint.readers import files
from newslint.readers.front_matter import MOST, front_matter
from newslint.readers.matter import matter
from newslint.readers.parts import Reading

_MARKS = (b"---", b"+++", b"{", b"\xef\xbb\xbf")
_TEXTS, _MARKDOWN = (".txt", ".text"), (".md", ".markdown")


class Stories:
    """The stories that the configurations name.

    ``config`` gives what holds for an article, ``read`` an article from disk. ``walked``: folders of which all
    articles have been named.
    """

    def __init__(
        self,
        config: Callable[[str], Config],
        read: Callable[[str], Reading],
        walked: Sequence[Path] = (),
    ) -> None:
        self._config = config
        self._read = read
        self._walked = [absolute(folder) for folder in walked]
        self._told: dict[tuple[Path, str], dict[str, list[Path]]] = {}

    def key(self, document: Document) -> Hashable:
        """What the articles of one story share; None for an article that belongs to none."""
        config = self._config(document.path)
        story = _story(config)
        if story is None:
            return None
        folder = absolute(Path(document.path)).parent
        if story.by == "folder":
            return folder
        value = _told(document.meta.get(story.key or "", ""))
        return (_top(config, folder), story.key, value) if value else None

    def beside(self, named: Sequence[Document]) -> list[Document]:
        """The other articles of a story, read from disk, given those of it that were named."""
        config = self._config(named[0].path)
        story, folder = _story(config), absolute(Path(named[0].path)).parent
        top = folder if story and story.by == "folder" else _top(config, folder)
        if story is None or any(top.is_relative_to(one) for one in self._walked):
            return []
        if story.by == "folder":
            paths = [folder / name for name in files.beside(folder)]
        else:
            key = story.key or ""
            paths = self._by_value(top, key).get(_told(named[0].meta.get(key, "")), [])
        have = {Path(one.path).resolve() for one in named}
        others = [path for path in paths if path.resolve() not in have and self._same(path, config)]
        read = [one for path in others for one in self._read(_as_named(path, named[0].path)).documents]
        return [one for one in read if not one.aside and self.key(one) == self.key(named[0])]

    def _same(self, path: Path, config: Config) -> bool:
        """Whether a file may be read for comparison: it lies in the repository, and is not left out."""
        return within(path, config.root) and not config.excluded(path)

    def _by_value(self, top: Path, key: str) -> dict[str, list[Path]]:
        """The articles below a folder by what their front matter says under a key."""
        if (top, key) not in self._told:
            found: dict[str, list[Path]] = {}
            for name in files.find([str(top)]).paths:
                for value in {_told(meta.get(key, "")) for meta in self._metas(Path(name))} - {""}:
                    found.setdefault(value, []).append(Path(name))
            self._told[top, key] = found
        return self._told[top, key]

    def _metas(self, path: Path) -> list[Mapping[str, str]]:
        """What the articles in a file say of themselves; of a text no more is read than its head."""
        if path.suffix.lower() in _TEXTS:
            return [front_matter(_head(path)).meta]
        if path.suffix.lower() in _MARKDOWN:
            return [matter(_head(path)).head.meta]
        return [one.meta for one in self._read(str(path)).documents]


def _story(config: Config) -> Story | None:
    story = config.last("story")[0]
    return story if isinstance(story, Story) else None


def _top(config: Config, folder: Path) -> Path:
    """The folder below which the articles of a story stand."""
    return config.home or config.root or folder


def _told(value: str) -> str:
    """A value as it is compared."""
    return " ".join(value.split()).casefold()


def _head(path: Path) -> str:
    """The beginning of a file that may have front matter; else nothing."""
    try:
        with path.open("rb") as file:
            data = file.read(8)
            if data.startswith(_MARKS):
                data += file.read(MOST)
                return data.decode("utf-8-sig", "replace")
    except OSError:
        pass
    return ""


def _as_named(path: Path, other: str) -> str:
    """A path in the form in which another was given."""
    return path.as_posix() if Path(other).is_absolute() else Path(os.path.relpath(path)).as_posix()
