"""The parts of a zipped document, such as a docx: no more of them than a document of words can need."""

import io
import zipfile
import zlib
from collections.abc import Iterator

# Bytes of one part, inflated; entries in the file.
MOST_INFLATED = 24 << 20
MOST_ENTRIES = 5_000
_ENTRY = b"PK\x01\x02"
_OLD = b"\xd0\xcf\x11\xe0"
_STEP = 1 << 20


class PackageError(ValueError):
    """No zipped document, or one that is not read; the message says why."""


class Package:
    """A zipped document that is open."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD):
            raise PackageError("an old .doc file, or one with a password; save it as .docx without one")
        if not data.startswith(b"PK"):
            raise PackageError("not a docx: no zip file")
        if data.count(_ENTRY) > MOST_ENTRIES:
            raise PackageError(f"more than {MOST_ENTRIES} entries in the zip file")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise PackageError(f"a damaged zip file: {_said(error)}") from None

    def names(self) -> list[str]:
        return self._zip.namelist()

    def part(self, name: str) -> bytes | None:
        """What a part holds; None where there is none. Raises PackageError."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise PackageError("it is encrypted")
        if info.file_size > MOST_INFLATED:
            raise PackageError(f"{name} is larger than {MOST_INFLATED >> 20} MB when unpacked")
        try:
            return b"".join(self._inflated(info))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            if isinstance(error, PackageError):
                raise
            raise PackageError(f"{name} is damaged: {_said(error)}") from None

    def _inflated(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """The bytes of a part, which may be more than it declares."""
        size = 0
        with self._zip.open(info) as file:
            while piece := file.read(_STEP):
                size += len(piece)
                if size > MOST_INFLATED:
                    raise PackageError(f"{info.filename} is larger than {MOST_INFLATED >> 20} MB when unpacked")
                yield piece


def _said(error: Exception) -> str:
    return str(error).split("\n", 1)[0] or type(error).__name__
