"""Which files are articles, and reading one from disk."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newslint.comments import front_matter as raw_front_matter
from newslint.document import Document
from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.readers.front_matter import front_matter
from newslint.readers.plain import UndecodableError, decode, paragraphs
from newslint.records import NamedTuple

# What newslint reads, by the end of the name.
READERS: dict[str, Callable[[str, str, Lexicon], Document]] = {}
STDIN = "-"
# More than any article; a file beyond it is not read into memory.
MOST_BYTES = 64 << 20


def _plain(path: str, text: str, lexicon: Lexicon) -> Document:
    head = front_matter(text)
    seen = head.without(text)
    return Document(
        path,
        seen,
        lexicon,
        blocks=paragraphs(seen),
        published=head.published,
        source=text,
        front_matter=raw_front_matter(text) if head.end else "",
        meta=head.meta,
    )


def _markdown(path: str, text: str, lexicon: Lexicon) -> Document:
    from newslint.readers.markdown import read

    return read(path, text, lexicon)


def _html(path: str, text: str, lexicon: Lexicon) -> Document:
    from newslint.readers.html import read

    return read(path, text, lexicon)


READERS.update(dict.fromkeys((".txt", ".text"), _plain))
READERS.update(dict.fromkeys((".md", ".markdown"), _markdown))
READERS.update(dict.fromkeys((".html", ".htm", ".xhtml"), _html))


class Listed(NamedTuple):
    """The articles to read, sorted and each once, and what was named in vain."""

    paths: tuple[str, ...]
    mistakes: tuple[Mistake, ...]


def find(named: Iterable[str]) -> Listed:
    """The articles that the given files and folders stand for; paths are as given, with ``/``."""
    paths: set[str] = set()
    mistakes: list[Mistake] = []
    for name in named:
        shown = name.replace(os.sep, "/")
        reason = _missing(name)
        if reason:
            mistakes.append(Mistake(shown, None, None, reason))
        elif Path(name).is_dir():
            paths.update(_walk(Path(name), mistakes))
        elif Path(name).suffix.lower() not in READERS:
            known = ", ".join(sorted(READERS))
            mistakes.append(Mistake(shown, None, None, f"not a kind of file that newslint reads; it reads {known}"))
        else:
            paths.add(shown)
    # a file named twice, in two ways, is one article
    once = {Path(path).absolute(): path for path in sorted(paths, reverse=True)}
    return Listed(tuple(sorted(once.values())), tuple(mistakes))


def beside(folder: Path) -> tuple[str, ...]:
    """The names of the articles that stand in a folder itself, without those that git ignores."""
    try:
        names = sorted(one.name for one in folder.iterdir())
    except OSError:
        return ()
    names = [name for name in names if Path(name).suffix.lower() in READERS and not name.startswith(".")]
    known = _known_to_git(folder) if len(names) > 1 else None
    return tuple(name for name in names if (known is None or name in known) and (folder / name).is_file())


def _missing(name: str) -> str:
    """Why there is nothing to read under a name; empty where there is."""
    try:
        Path(name).stat()
    except FileNotFoundError:
        return "no such file or folder"
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    return ""


def _walk(folder: Path, mistakes: list[Mistake]) -> Iterator[str]:
    """The articles in a folder, without hidden folders and what git ignores."""

    def failed(error: OSError) -> None:
        mistakes.append(Mistake(Path(error.filename).as_posix(), None, None, f"cannot be read: {error.strerror}"))

    tracked = _known_to_git(folder)
    for top, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(top, name)
            if path.suffix.lower() in READERS and not name.startswith(".") and _may_be_read(path):
                inside = path.relative_to(folder).as_posix()
                if tracked is None or inside in tracked:
                    yield path.as_posix()


def _may_be_read(path: Path) -> bool:
    """Whether it is a file, or a link that leads nowhere, which is worth a word; a pipe would wait for ever."""
    return path.is_file() or not path.exists()


def _known_to_git(folder: Path) -> frozenset[str] | None:
    """The files that git tracks or would track, relative to the folder; None outside a work tree or without git."""
    import subprocess

    # No program that the repository's own settings name may run.
    git = ("git", "-c", "core.fsmonitor=false")
    # A hook's environment speaks of the repository that the hook runs in, and of its top folder.
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    ignored = (*git, "check-ignore", "--quiet", ".")
    listed = (*git, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    try:
        # What was named is read, be it ignored: the answer to it must not be silence.
        if subprocess.run(ignored, cwd=folder, env=own, capture_output=True, check=False).returncode == 0:  # noqa: S603
            return None
        done = subprocess.run(listed, cwd=folder, env=own, capture_output=True, check=False)  # noqa: S603 - fixed words
    except OSError:
        return None
    if done.returncode:
        return None
    return frozenset(os.fsdecode(name) for name in done.stdout.split(b"\0") if name)


def read(path: str, lexicon: Lexicon) -> Document | Mistake:
    """The article in a file, or why it cannot be read."""
    data = load(path)
    return data if isinstance(data, Mistake) else parse(path, data, lexicon)


def load(path: str) -> bytes | Mistake:
    """What a file holds, or why it cannot be read."""
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            return Mistake(path, None, None, "not a file")
        if status.st_size > MOST_BYTES:
            return Mistake(path, None, None, f"larger than {MOST_BYTES >> 20} MB")
        return Path(path).read_bytes()
    except OSError as error:
        return Mistake(path, None, None, f"cannot be read: {error.strerror or error}")


def parse(path: str, data: bytes, lexicon: Lexicon) -> Document | Mistake:
    """The article that some bytes hold; the name says how they are read."""
    try:
        text, _ = decode(data)
    except UndecodableError as error:
        return Mistake(path, None, None, str(error))
    return article(path, text, lexicon)


def article(path: str, text: str, lexicon: Lexicon) -> Document:
    """The article that a file's text holds; the name says how it is read."""
    reader = READERS.get(Path(path).suffix.lower(), _plain)
    return reader(path, text, lexicon)
