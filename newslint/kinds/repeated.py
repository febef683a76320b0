"""Which of many hashes stand among them more than once, found in four bytes each, where a set takes ninety."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

# So many are counted.
FEW = 20_000
# Each hash sets three bits of one byte.
_MARKS = tuple(sum(1 << bit for bit in bits) for bits in combinations(range(8), 3))


def repeated(hashes: Iterable[int], most: int) -> Iterator[int]:
    """Those of at most so many hashes that stand twice; of more than a few also some that do not, one in fifty."""
    if most > FEW:
        yield from _marked(hashes, most)
        return
    yield from (one for one, times in Counter(hashes).items() if times > 1)


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
