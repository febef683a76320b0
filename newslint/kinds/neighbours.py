"""How often a word stands before and after another, for the words of pairs that are mixed up (data/neighbours.z)."""

import zlib
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

_DATA = Path(__file__).resolve().parent.parent / "data" / "neighbours.z"
Levels = Mapping[str, int]


def odds(written: str, meant: str, before: str, after: str) -> float:
    """How many times as often the neighbours stand with what is meant; 0 where one speaks for what is written."""
    own, other = beside(written), beside(meant)
    if own is None or other is None:
        return 0
    left = other[0].get(before, 0) - own[0].get(before, 0)
    right = other[1].get(after, 0) - own[1].get(after, 0)
    return float(10 ** ((left + right) / 10)) if left >= 0 <= right else 0


@lru_cache(maxsize=512)
def beside(word: str) -> tuple[Levels, Levels] | None:
    """How often each word stands before and after a word, in tenths of a power of ten; None where it is not known."""
    ends, packed = _packed()
    if word not in ends:
        return None
    start, end = ends[word]
    before, after = zlib.decompress(packed[start:end]).decode().split("\t")
    return _levels(before), _levels(after)


def _levels(side: str) -> Levels:
    words = side.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


@lru_cache(maxsize=1)
def _packed() -> tuple[Mapping[str, tuple[int, int]], bytes]:
    """Where each word's neighbours begin and end, each packed by itself: an article asks for few of them."""
    head, _, packed = _DATA.read_bytes().partition(b"\n")
    words = head.decode().split()
    ends = [0, *map(int, words[1::2])]
    return dict(zip(words[::2], pairwise(ends), strict=True)), packed
