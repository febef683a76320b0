"""A file of the cache: a table of contents and many pieces, each read only when it is asked for.

Its pieces are pickles, so a file is read only if it and its folder are the user's own and nobody else can write there.
"""

import marshal
import os
import sys
import time
from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zlib import crc32

from newslint import cachefolder
from newslint.records import NamedTuple

if TYPE_CHECKING:
    from mmap import mmap

_BEGINS = b"newslint pack 2\n"
# What the format of the pieces depends on besides newslint itself.
PYTHON = f"{sys.implementation.cache_tag} {sys.hexversion} {marshal.version}"
_HEAD = len(_BEGINS) + 12
# Bytes: of a larger file only those parts are read that are asked for, once the whole has been found sound.
_LARGE = 1 << 20
# Nanoseconds: a file may change once more within the same tick of its clock, unseen.
TICK = 2_000_000_000


class Packed(NamedTuple):
    """A file as read: its contents, and its pieces, which begin and end at the offsets in the data."""

    contents: dict[str, Any]
    data: memoryview
    offsets: Sequence[int]

    def piece(self, number: int) -> memoryview:
        return self.data[self.offsets[number] : self.offsets[number + 1]]


def read(path: Path) -> Packed | None:
    """The file, if it is sound and nobody but the user can have written it."""
    try:
        if not cachefolder.own(path.parent.stat(), folder=True):
            return None
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not cachefolder.own(status):
                return None
            data = _data(file, status.st_size)
    except OSError:
        return None
    if data[: len(_BEGINS)] != _BEGINS or not _sound(path, status, data):
        return None
    size = int.from_bytes(data[len(_BEGINS) + 4 : _HEAD], "little")
    with suppress(ValueError, EOFError, TypeError):
        python, contents, offsets = marshal.loads(data[_HEAD : _HEAD + size])  # noqa: S302 - checked above
        if python == PYTHON:
            return Packed(contents, memoryview(data)[_HEAD + size :], memoryview(offsets).cast("Q"))
    return None


def unpickled(data: "bytes | memoryview") -> Any:  # noqa: ANN401 - whatever was put there
    """What a pickle in a file of the cache holds, which was checked when the file was read."""
    try:
        from _pickle import loads  # without the part in Python, of which no reader has need
    except ImportError:
        from pickle import loads
    return loads(data)  # noqa: S301 - a file of the user's own


def _data(file: BinaryIO, size: int) -> "bytes | mmap":
    # on Windows a file that is mapped cannot be replaced
    if size < _LARGE or sys.platform == "win32":
        return file.read()
    from mmap import ACCESS_READ, mmap

    return mmap(file.fileno(), 0, access=ACCESS_READ)


def _sound(path: Path, status: os.stat_result, data: "bytes | mmap") -> bool:
    """Whether its check sum is right; of a large file a seal beside it says so, as long as it has not been touched."""
    known = repr((status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)).encode()
    seal = _seal(path)
    if len(data) >= _LARGE:
        with suppress(OSError):
            if cachefolder.own(seal.lstat()) and seal.read_bytes() == known:
                return True
    with memoryview(data) as view:
        sound = crc32(view[len(_BEGINS) + 4 :]).to_bytes(4, "little") == view[len(_BEGINS) : len(_BEGINS) + 4]
    settled = max(status.st_mtime_ns, status.st_ctime_ns) + TICK < time.time_ns()
    if sound and settled and len(data) >= _LARGE and cachefolder.ready(path.parent):
        _put(seal, [known])
    return sound


def _seal(path: Path) -> Path:
    return path.with_suffix(".seal")


def remove(path: Path) -> None:
    """Removes a file and what is known of it."""
    for one in (path, _seal(path)):
        with suppress(OSError):
            one.unlink()


def write(path: Path, contents: dict[str, Any], pieces: list[bytes]) -> bool:
    """Writes a file whole or not at all; whether it was written. Of two writers the later one's file stays."""
    offsets = array("Q", accumulate(map(len, pieces), initial=0)).tobytes()
    head = marshal.dumps((PYTHON, contents, offsets))
    rest = b"".join((len(head).to_bytes(8, "little"), head, *pieces))
    return _put(path, (_BEGINS, crc32(rest).to_bytes(4, "little"), rest))


def _put(path: Path, parts: Iterable[bytes]) -> bool:
    name = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.writelines(parts)
            name.replace(path)
        finally:
            with suppress(OSError):
                name.unlink()
    except OSError:
        return False
    return True
