"""A file of the cache: a table of contents and many pieces, each read only when it is asked for.

Its pieces are pickles, so a file is read only if it and its folder are the user's own and nobody else can write there.
"""

import marshal
import os
import sys
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import Any
from zlib import crc32

from newslint import cachefolder
from newslint.records import NamedTuple

_BEGINS = b"newslint pack 1\n"
# What the format of the pieces depends on besides newslint itself.
PYTHON = f"{sys.implementation.cache_tag} {sys.hexversion} {marshal.version}"
_HEAD = len(_BEGINS) + 12


class Packed(NamedTuple):
    """A file as read: its contents, and its pieces, which begin and end at the offsets."""

    contents: dict[str, Any]
    data: bytes
    offsets: tuple[int, ...]

    def piece(self, number: int) -> memoryview:
        return memoryview(self.data)[self.offsets[number] : self.offsets[number + 1]]


def read(path: Path) -> Packed | None:
    """The file, if it is sound and nobody but the user can have written it."""
    try:
        if not cachefolder.own(path.parent.stat(), folder=True):
            return None
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not cachefolder.own(os.fstat(descriptor)):
                return None
            data = file.read()
    except OSError:
        return None
    check, size = data[len(_BEGINS) : len(_BEGINS) + 4], int.from_bytes(data[len(_BEGINS) + 4 : _HEAD], "little")
    if not data.startswith(_BEGINS) or crc32(memoryview(data)[len(_BEGINS) + 4 :]).to_bytes(4, "little") != check:
        return None
    with suppress(ValueError, EOFError, TypeError):
        python, contents, sizes = marshal.loads(data[_HEAD : _HEAD + size])  # noqa: S302 - checked above
        if python == PYTHON:
            return Packed(contents, data, tuple(accumulate(sizes, initial=_HEAD + size)))
    return None


def write(path: Path, contents: dict[str, Any], pieces: list[bytes]) -> bool:
    """Writes a file whole or not at all; whether it was written. Of two writers the later one's file stays."""
    head = marshal.dumps((PYTHON, contents, tuple(map(len, pieces))))
    rest = b"".join((len(head).to_bytes(8, "little"), head, *pieces))
    name = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.writelines((_BEGINS, crc32(rest).to_bytes(4, "little"), rest))
            name.replace(path)
        finally:
            with suppress(OSError):
                name.unlink()
    except OSError:
        return False
    return True
