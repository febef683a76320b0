"""What many patterns ask of an article, filed under words; plain enough to be kept in a file and read in parts."""

import marshal
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias
from zlib import crc32

from newslint.matching.signs import Sign, Signs
from newslint.records import NamedTuple

# Of a word: the sets that it is in, those that it is in with a word after it, those that it is in where it begins a
# paragraph.
Entry: TypeAlias = tuple[tuple[int, ...], dict[str, tuple[int, ...]] | None, tuple[int, ...]]
# Pieces of text, ranges of characters in a view, or expressions in a view: an article must hold one.
Other: TypeAlias = tuple[str, str, tuple[Any, ...]]
# Words in one part of a file, about.
_PART = 6


class Shelf:
    """The entries of words; those out of a file are read a part at a time, as their words are looked up."""

    def __init__(self, known: dict[str, Entry], data: bytes = b"", ends: Sequence[int] = ()) -> None:
        self.known = known
        self._data = data
        self._ends = ends
        self._unread = set(range(len(ends)))
        self._asked: set[str] = set()

    def of(self, words: frozenset[str]) -> dict[str, Entry]:
        """The entries of those of some words that have one."""
        if self._unread and (new := words - self._asked):
            self._asked |= new
            count = len(self._ends)
            for number in self._unread.intersection({_hash(word) % count for word in new}):
                self.known.update(self._part(number))
                self._unread.discard(number)
        known = self.known
        return {word: known[word] for word in known.keys() & words}

    def forget(self) -> None:
        """Lets go of what can be read again."""
        if self._ends:
            self.known.clear()
            self._asked.clear()
            self._unread.update(range(len(self._ends)))

    def _part(self, number: int) -> dict[str, Entry]:
        begins = self._ends[number - 1] if number else 0
        part: dict[str, Entry] = marshal.loads(memoryview(self._data)[begins : self._ends[number]])  # noqa: S302 - a file of the user's own
        return part


class Filed(NamedTuple):
    """``patterns``: of each the numbers of the sets of words of which an article must hold one, the rarest first.

    ``others``: of those patterns that ask for more than words, what else.
    """

    patterns: tuple[tuple[int, ...], ...]
    others: dict[int, tuple[Other, ...]]
    shelf: Shelf


def file(asked: Iterable[Signs]) -> Filed:
    """Files what some patterns ask for."""
    numbers: dict[frozenset[Sign], int] = {}
    patterns: list[tuple[int, ...]] = []
    others: dict[int, tuple[Other, ...]] = {}
    for number, signs in enumerate(asked):
        words: list[int] = []
        more: list[Other] = []
        for some in signs:
            if other := _other(some):
                more.append(other)
            else:
                words.append(numbers.setdefault(some, len(numbers)))
        patterns.append(tuple(words))
        if more:
            others[number] = tuple(sorted(more))
    return Filed(tuple(patterns), others, Shelf(_entries(numbers)))


def _other(signs: frozenset[Sign]) -> Other | None:
    """A set of signs other than words; a set holds signs of one sort."""
    first = next(iter(signs))
    match first:
        case (str(),):
            return "piece", "lower", tuple(sorted(one[0] for one in signs))
        case ("regex" | "exact" as kind, str(view), _):
            return kind, view, tuple(sorted(one[2] for one in signs))
        case (str(view), tuple()):
            return "range", view, tuple(sorted({pair for one in signs for pair in one[1]}))
    return None


def _entries(numbers: dict[frozenset[Sign], int]) -> dict[str, Entry]:
    alone: dict[str, list[int]] = {}
    begins: dict[str, list[int]] = {}
    twos: dict[str, dict[str, list[int]]] = {}
    for signs, number in numbers.items():
        for sign in signs:
            if isinstance(sign, str):
                alone.setdefault(sign, []).append(number)
            elif not sign[0]:
                begins.setdefault(sign[1], []).append(number)
            else:
                twos.setdefault(sign[0], {}).setdefault(sign[1], []).append(number)
    return {
        word: (
            tuple(alone.get(word, ())),
            {second: tuple(some) for second, some in twos[word].items()} if word in twos else None,
            tuple(begins.get(word, ())),
        )
        for word in {**alone, **begins, **twos}
    }


def pack(filed: Filed) -> bytes:
    """As it is kept in a file."""
    known = filed.shelf.known
    parts: list[dict[str, Entry]] = [{} for _ in range(len(known) // _PART + 1)]
    for word in sorted(known):
        own, twos, begins = known[word]
        parts[_hash(word) % len(parts)][word] = own, dict(sorted(twos.items())) if twos else None, begins
    data = [marshal.dumps(part) for part in parts]
    ends = array("I")
    for one in data:
        ends.append((ends[-1] if ends else 0) + len(one))
    return marshal.dumps((filed.patterns, filed.others, ends.tobytes(), b"".join(data)))


def unpack(data: Any) -> Filed:  # noqa: ANN401 - whatever holds bytes
    """As it was before it was packed."""
    patterns, others, ends, parts = marshal.loads(data)  # noqa: S302 - a file of the user's own, checked when read
    return Filed(patterns, others, Shelf({}, parts, memoryview(ends).cast("I")))


def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
