"""How often a word stands before and after another, for the words of pairs that are mixed up (data/neighbours.z)."""

import zlib
from collections.abc import Mapping
from functools import lru_cache
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
    line = _lines().get(word)
    if line is None:
        return None
    before, after = line.split("\t")
    return _levels(before), _levels(after)


def _levels(side: str) -> Levels:
    words = side.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


@lru_cache(maxsize=1)
def _lines() -> Mapping[str, str]:
    return dict(line.split("\t", 1) for line in zlib.decompress(_DATA.read_bytes()).decode().split("\n"))
