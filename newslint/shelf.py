"""What is known of many words, kept in a file and read in parts, as the words of an article are looked up."""

import marshal
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import methodcaller
from typing import Generic, TypeVar
from zlib import crc32

V = TypeVar("V")
# Words in one part, about.
_PART = 6
_ENCODED = methodcaller("encode", "utf-8", "surrogatepass")


class Shelf(Generic[V]):
    """By words, what is known of them: ``known`` as far as it has been read, ``data`` the rest."""

    def __init__(self, known: dict[str, V], data: bytes | memoryview = b"", ends: Sequence[int] = ()) -> None:
        self.known = known
        self._data = data
        self._ends = ends
        self._unread = set(range(len(ends)))
        self._asked: set[str] = set()

    def of(self, words: frozenset[str]) -> dict[str, V]:
        """What is known of those of some words that stand here."""
        if self._unread and (new := words - self._asked):
            self._asked |= new
            ends, count = self._ends, len(self._ends)
            parts = self._unread & {one % count for one in map(crc32, map(_ENCODED, new))}
            self._unread -= parts
            for number in parts:
                begins = ends[number - 1] if number else 0
                self.known.update(marshal.loads(self._data[begins : ends[number]]))  # noqa: S302 - a file of the user's own
        known = self.known
        return {word: known[word] for word in known.keys() & words}

    def forget(self) -> None:
        """Lets go of what can be read again."""
        if self._ends:
            self.known.clear()
            self._asked.clear()
            self._unread.update(range(len(self._ends)))


def packed(known: Mapping[str, V]) -> tuple[bytes, bytes]:
    """As it is kept in a file: where each part ends, and the parts. Values are such as ``marshal`` takes."""
    parts: list[dict[str, V]] = [{} for _ in range(len(known) // _PART + 1)]
    for word in sorted(known):
        parts[crc32(_ENCODED(word)) % len(parts)][word] = known[word]
    data = [marshal.dumps(part) for part in parts]
    return array("I", accumulate(map(len, data))).tobytes(), b"".join(data)


def unpacked(ends: bytes, data: bytes | memoryview) -> Shelf[V]:
    """As it was before it was packed."""
    return Shelf({}, data, memoryview(ends).cast("I"))
