"""How much oftener words stand beside each other than by chance, by a language model (data/ngrams.bin)."""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from newslint.records import NamedTuple

_DATA = Path(__file__).resolve().parent.parent / "data" / "ngrams.bin"
# The first 16 bits of a hash name its bucket, the other 16 tell it from others there.
BUCKETS = 1 << 16


def fingerprint(words: str) -> int:
    """The hash by which words are known: 32 bits."""
    return crc32(words.encode())


def weight(words: str) -> int:
    """What two or three words weigh in tenths of a power of ten; 0 where nothing is known of them.

    Of two: how much oftener the second follows the first than it would by chance, and what this costs what may follow
    them; of three: how much oftener the third follows than the last two alone make likely.
    """
    return _weight(fingerprint(words))


class Word(NamedTuple):
    """A word to be put somewhere: its hash, and how it goes on from the hash of what stands before it."""

    own: int
    behind: bytes


@lru_cache(maxsize=1 << 12)
def hashed(word: str) -> Word:
    """A word with its hash."""
    behind = f" {word}".encode()
    return Word(crc32(behind[1:]), behind)


class Gap:
    """A place between two words, into which others are put to see how well they stand there.

    In tenths of a power of ten, beyond how often a word stands at all. Of an empty neighbour nothing is known.
    """

    __slots__ = ("_before", "_left", "_right")

    def __init__(self, left: str, right: str) -> None:
        self._before = left.encode()
        self._left = crc32(self._before) if left else None
        self._right = f" {right}".encode() if right else None

    def pairs(self, word: Word) -> int:
        """What a word and its neighbour on either side say."""
        own, behind = word
        total = 0 if self._left is None else _weight(crc32(behind, self._left))
        return total if self._right is None else total + _weight(crc32(self._right, own))

    def triples(self, far: str, word: Word, beyond: str) -> int:
        """What is said beyond that by three words; ``far`` and ``beyond`` stand outside the neighbours."""
        own, behind = word
        left, right, total = self._left, self._right, 0
        if left is not None:
            if far:
                total += _weight(crc32(behind, crc32(self._before, crc32(f"{far} ".encode()))))
            if right is not None:
                total += _weight(crc32(right, crc32(behind, left)))
        if right is not None and beyond:
            total += _weight(crc32(f" {beyond}".encode(), crc32(right, own)))
        return total


def fit(before: Sequence[str], word: str, after: Sequence[str]) -> int:
    """How well a word stands between its two neighbours on both sides."""
    (far, left), (right, beyond) = before, after
    gap, one = Gap(left, right), hashed(word)
    return gap.pairs(one) + gap.triples(far, one, beyond)


@lru_cache(maxsize=1 << 15)
def _weight(hashed: int) -> int:
    """What stands in the table under a hash."""
    starts, hashes, weights = _table()
    bucket, rest = hashed >> 16, hashed & 0xFFFF
    end = starts[bucket + 1]
    at = bisect_left(hashes, rest, starts[bucket], end)
    return weights[at] if at < end and hashes[at] == rest else 0


@lru_cache(maxsize=1)
def _table() -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
    """Where each bucket begins, and the hashes and weights of all, bucket by bucket; read where asked for."""
    head = 4 * BUCKETS + 4
    if sys.byteorder == "big":
        data = _DATA.read_bytes()
        starts = array("I", data[:head])
        starts.byteswap()
        hashes = array("H", data[head : head + 2 * starts[-1]])
        hashes.byteswap()
        return starts, hashes, array("b", data[head + 2 * starts[-1] :])
    from mmap import ACCESS_READ, mmap

    with _DATA.open("rb") as file:
        view = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    known = view[:head].cast("I")
    behind = head + 2 * known[BUCKETS]
    return known, view[head:behind].cast("H"), view[behind:].cast("b")
