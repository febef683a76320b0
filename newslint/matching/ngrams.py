"""How much oftener words stand beside each other than by chance, by a language model (data/ngrams.bin)."""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from zlib import crc32

_DATA = Path(__file__).resolve().parent.parent / "data" / "ngrams.bin"
# The first 16 bits of a hash name its bucket, 3 more its part of it, 12 tell it from others; 4 bits hold a weight.
BUCKETS, PARTS = 1 << 16, 8
STEP, LOWEST, HIGHEST = 4, -12, 48
# Triples seldom say more than this beyond pairs.
_TRIPLES = 20


def address(words: str) -> tuple[int, int]:
    """The part of a bucket in which some words are, and their entry there without its weight."""
    hashed = crc32(words.encode())
    return hashed >> 13, hashed << 3 & 0xFFF0


def weight(words: str) -> int:
    """What two or three words weigh in tenths of a power of ten; 0 where nothing is known of them.

    Of two: how much oftener the second follows the first than it would by chance, and what this costs what may follow
    them; of three: how much oftener the third follows than the last two alone make likely.
    """
    starts, parts, entries = _table()
    # as in address, without the cost of a call
    hashed = crc32(words.encode())
    part, first = hashed >> 13, hashed << 3 & 0xFFF0
    bucket = part >> 3
    start = starts[bucket]
    end = start + parts[part + 1] if part & 7 != 7 else starts[bucket + 1]
    at = bisect_left(entries, first, start + parts[part], end)
    if at == end:
        return 0
    level = entries[at] - first
    return level * STEP + LOWEST if level < 16 else 0


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
    """Where each bucket begins, its parts behind that, and the entries of all; read from the file where asked for."""
    ends = 4 * BUCKETS + 4, 4 * BUCKETS + 4 + BUCKETS * PARTS
    if sys.byteorder == "big":
        data = _DATA.read_bytes()
        starts, entries = array("I", data[: ends[0]]), array("H", data[ends[1] :])
        starts.byteswap()
        entries.byteswap()
        return starts, data[ends[0] : ends[1]], entries
    from mmap import ACCESS_READ, mmap

    with _DATA.open("rb") as file:
        view = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    return view[: ends[0]].cast("I"), view[ends[0] : ends[1]], view[ends[1] :].cast("H")
