"""How much oftener words stand beside each other than by chance, by a language model (data/ngrams.bin)."""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from zlib import crc32

_DATA = Path(__file__).resolve().parent.parent / "data" / "ngrams.bin"
# The first 16 bits of a hash name its bucket, the other 16 tell it from others there.
BUCKETS = 1 << 16
# Triples seldom say more than this beyond pairs.
_TRIPLES = 20


def fingerprint(words: str) -> int:
    """The hash by which words are known: 32 bits."""
    return crc32(words.encode())


@lru_cache(maxsize=1 << 15)
def weight(words: str) -> int:
    """What two or three words weigh in tenths of a power of ten; 0 where nothing is known of them.

    Of two: how much oftener the second follows the first than it would by chance, and what this costs what may follow
    them; of three: how much oftener the third follows than the last two alone make likely.
    """
    starts, hashes, weights = _table()
    hashed = fingerprint(words)
    bucket, rest = hashed >> 16, hashed & 0xFFFF
    end = starts[bucket + 1]
    at = bisect_left(hashes, rest, starts[bucket], end)
    return weights[at] if at < end and hashes[at] == rest else 0


def fit(before: Sequence[str], word: str, after: Sequence[str], least: int = -1000) -> int:
    """How well a word stands between its two neighbours on both sides, beyond how often it stands at all.

    In tenths of a power of ten; an empty neighbour is one of which nothing is known. What triples say is left out where
    the whole will hardly reach ``least``.
    """
    (far, left), (right, beyond) = before, after
    total = weight(f"{left} {word}") if left else 0
    if right:
        total += weight(f"{word} {right}")
    if total + _TRIPLES < least:
        return total
    if left:
        if far:
            total += weight(f"{far} {left} {word}")
        if right:
            total += weight(f"{left} {word} {right}")
    if right and beyond:
        total += weight(f"{word} {right} {beyond}")
    return total


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
