"""Which of many hashes stand among them more than once, found in four bytes each, where a set takes ninety."""

from collections.abc import Iterable, Iterator
from itertools import combinations

# So many are put into a set.
_FEW = 20_000
# Each hash sets three bits of one byte.
_MARKS = tuple(sum(1 << bit for bit in bits) for bits in combinations(range(8), 3))


def repeated(hashes: Iterable[int], most: int) -> Iterator[int]:
    """Each of at most so many hashes that stood before; of more than a few also some that did not, one in fifty."""
    if most > _FEW:
        yield from _marked(hashes, most)
        return
    seen: set[int] = set()
    for one in hashes:
        if one in seen:
            yield one
        else:
            seen.add(one)


def _marked(hashes: Iterable[int], most: int) -> Iterator[int]:
    marked = bytearray(1 << (4 * most).bit_length())
    last, kinds = len(marked) - 1, len(_MARKS)
    for one in hashes:
        at, mark = one & last, _MARKS[(one >> 40) % kinds]
        byte = marked[at]
        if byte & mark == mark:
            yield one
        else:
            marked[at] = byte | mark
