"""Puts a changed article back on disk: in its own encoding, all or nothing, and never over another's change."""

import codecs
import os
from contextlib import suppress
from pathlib import Path

# What Python's codecs of these names write with the machine's own byte order is written in the file's.
_MARKED = {
    "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
    "utf-32": ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")),
}


def encode(text: str, name: str, like: bytes) -> bytes:
    """A text in the encoding of the bytes it came from, byte order mark and all; raises UnicodeEncodeError."""
    for mark, codec in _MARKED.get(name, ()):
        if like.startswith(mark):
            return mark + text.encode(codec)
    return text.encode(name)


def writable(text: str, name: str) -> bool:
    """Whether an encoding has all characters of a text."""
    try:
        text.encode(name)
    except UnicodeEncodeError:
        return False
    return True


def replace(path: str, old: bytes, new: bytes) -> str:
    """Writes ``new`` where ``old`` was read; the reason where it was not done, else nothing.

    A link stays a link: what it leads to is written. The mode stays, and the owner where that is allowed.
    """
    import tempfile

    target = Path(os.path.realpath(path))
    try:
        status = target.stat()
        # root may write where nobody should
        if not os.access(target, os.W_OK) or not status.st_mode & 0o222:
            return "cannot be written: it is read-only"
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".newslint-tmp", dir=target.parent)
    except OSError as error:
        return f"cannot be written: {error.strerror or error}"
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            _take_after(file.fileno(), status)
            os.fsync(file.fileno())
        if target.read_bytes() != old:
            return "not written: it was changed while newslint read it"
        Path(name).replace(target)
    except OSError as error:
        return f"cannot be written: {error.strerror or error}"
    finally:
        with suppress(OSError):
            Path(name).unlink()
    _keep(target.parent)
    return ""


def put(path: str, new: bytes) -> str:
    """Writes a file of newslint's own, whole or not at all, be it there already or not; else the reason.

    Not through a link: a repository could have it lead to any file of the user's.
    """
    if Path(path).is_symlink():
        return "this is a link, and not written through"
    try:
        if not Path(path).exists():
            Path(path).touch(exist_ok=True)
        return replace(path, Path(path).read_bytes(), new)
    except OSError as error:
        return f"cannot be written: {error.strerror or error}"


def _take_after(handle: int, status: os.stat_result) -> None:
    """Gives a new file the owner and the mode of the one it stands in for."""
    if hasattr(os, "fchown"):
        with suppress(OSError):
            os.fchown(handle, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, status.st_mode & 0o7777)


def _keep(folder: Path) -> None:
    """Has the folder's entry written out too, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
