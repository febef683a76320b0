"""Which of many numbers stand among them more than once, in eight bytes each, where a set takes ninety."""

from array import array
from collections.abc import Iterable, Iterator

# Numbers looked through at a time.
_SHELF = 20_000


def repeats(numbers: "array[int]") -> int:
    """How many of some hashes stood before."""
    return sum(len(shelf) - len(set(shelf)) for shelf in _shelves(numbers))


def repeated(numbers: "array[int]") -> Iterator[int]:
    """Those hashes that stand more than once, some of them several times."""
    for shelf in _shelves(numbers):
        different = set(shelf)
        if len(shelf) > len(different):
            for number in shelf:
                if number in different:
                    different.remove(number)
                else:
                    yield number


def _shelves(numbers: "array[int]") -> Iterable["array[int]"]:
    """The numbers in groups, all that are alike in one."""
    many = len(numbers) // _SHELF + 1
    if many == 1:
        return (numbers,)
    shelves = [array("q") for _ in range(many)]
    for number in numbers:
        shelves[number % many].append(number)
    return shelves
