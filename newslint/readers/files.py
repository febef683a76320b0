"""Which files are articles, and reading one from disk."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newslint.document import Document
from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.readers.front_matter import front_matter
from newslint.readers.parts import Reading
from newslint.readers.plain import UndecodableError, decode, paragraphs
from newslint.records import NamedTuple

# What newslint reads and rewrites, by the end of the name: text that holds one article.
READERS: dict[str, Callable[[str, str, Lexicon], Document]] = {}
# What it reads and never rewrites: files that hold an article, or several, among other things.
HOLDERS: dict[str, Callable[[str, bytes, Lexicon], Reading]] = {}
STDIN = "-"
# More than any article; a file beyond it is not read into memory.
MOST_BYTES = 64 << 20
# Bytes in which the outermost element of an XML file must have begun.
_HEAD = 16_384


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
        front_matter=text[: head.end],
        meta=head.meta,
    )


def _json(path: str, data: bytes, lexicon: Lexicon) -> Reading:
    from newslint.readers import ninjs

    return ninjs.read(path, data, lexicon)


def _xml(path: str, data: bytes, lexicon: Lexicon) -> Reading:
    from newslint.readers import xmlnews

    return xmlnews.read(path, data, lexicon)


def _docx(path: str, data: bytes, lexicon: Lexicon) -> Reading:
    from newslint.readers import docx

    return docx.read(path, data, lexicon)


def _markdown(path: str, text: str, lexicon: Lexicon) -> Document:
    from newslint.readers.markdown import read

    return read(path, text, lexicon)


def _html(path: str, text: str, lexicon: Lexicon) -> Document:
    from newslint.readers.html import read

    return read(path, text, lexicon)


READERS.update(dict.fromkeys((".txt", ".text"), _plain))
READERS.update(dict.fromkeys((".md", ".markdown"), _markdown))
READERS.update(dict.fromkeys((".html", ".htm", ".xhtml"), _html))
HOLDERS |= {".docx": _docx, ".json": _json, ".xml": _xml}


def known(path: str | Path) -> bool:
    """Whether the end of a file's name is one that newslint reads."""
    suffix = Path(path).suffix.lower()
    return suffix in READERS or suffix in HOLDERS


def rewritten(path: str) -> bool:
    """Whether newslint can rewrite the file: ``--fix`` does."""
    return Path(path).suffix.lower() not in HOLDERS


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
        elif not known(name):
            ends = ", ".join(sorted([*READERS, *HOLDERS]))
            mistakes.append(Mistake(shown, None, None, f"not a kind of file that newslint reads; it reads {ends}"))
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
    names = [name for name in names if _listed(folder / name)]
    tracked = _known_to_git(folder) if len(names) > 1 else None
    names = [name for name in names if (tracked is None or name in tracked) and (folder / name).is_file()]
    return tuple(name for name in names if _recognised(folder / name))


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
    """The articles in a folder, without hidden folders, what git ignores, and links that lead out."""

    def failed(error: OSError) -> None:
        mistakes.append(Mistake(Path(error.filename).as_posix(), None, None, f"cannot be read: {error.strerror}"))

    tracked = _known_to_git(folder)
    inmost = folder.resolve()
    bounds = next((one for one in (inmost, *inmost.parents) if (one / ".git").exists()), inmost)
    for top, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(top, name)
            if _listed(path) and _may_be_read(path, bounds):
                inside = path.relative_to(folder).as_posix()
                if (tracked is None or inside in tracked) and _recognised(path):
                    yield path.as_posix()


def _listed(path: Path) -> bool:
    """Whether a file in a folder may be an article, by its name; ``~$`` begins a lock of Word's."""
    return known(path) and not path.name.startswith((".", "~$"))


def _recognised(path: Path) -> bool:
    """Whether a file whose name does not tell holds news; what cannot be read is worth a word."""
    suffix = path.suffix.lower()
    if suffix not in {".json", ".xml"}:
        return True
    try:
        if path.stat().st_size > MOST_BYTES:
            return False
        with path.open("rb") as file:
            data = file.read(MOST_BYTES if suffix == ".json" else _HEAD)
    except OSError:
        return True
    if suffix == ".xml":
        from newslint.readers import xmlnews

        return xmlnews.recognised(data)
    from newslint.readers import ninjs

    return ninjs.recognised(data)


def _may_be_read(path: Path, bounds: Path) -> bool:
    """Whether it is a file, or a link that leads nowhere, which is worth a word; a pipe would wait for ever.

    A link to a file outside of ``bounds`` is nobody's article: it would be shown to others, and fixes written there.
    """
    if path.is_symlink() and path.exists() and not path.resolve().is_relative_to(bounds):
        return False
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
    """The first article in a file, or why it cannot be read."""
    return _first(path, read_all(path, lexicon))


def read_all(path: str, lexicon: Lexicon) -> Reading:
    """The articles in a file, and what of it cannot be read."""
    data = load(path)
    return Reading((), (data,)) if isinstance(data, Mistake) else parse_all(path, data, lexicon)


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
    """The first article that some bytes hold; the name says how they are read."""
    return _first(path, parse_all(path, data, lexicon))


def _first(path: str, reading: Reading) -> Document | Mistake:
    if reading.documents:
        return reading.documents[0]
    return next(iter(reading.mistakes), Mistake(path, None, None, "holds no article"))


def parse_all(path: str, data: bytes, lexicon: Lexicon) -> Reading:
    """The articles that some bytes hold, and what of them cannot be read."""
    holder = HOLDERS.get(Path(path).suffix.lower())
    try:
        if holder:
            return holder(path, data, lexicon)
        text, _ = decode(data)
    except UndecodableError as error:
        return Reading((), (Mistake(path, None, None, str(error)),))
    return Reading((article(path, text, lexicon),))


def article(path: str, text: str, lexicon: Lexicon) -> Document:
    """The article that a file's text holds; the name says how it is read."""
    reader = READERS.get(Path(path).suffix.lower(), _plain)
    return reader(path, text, lexicon)
