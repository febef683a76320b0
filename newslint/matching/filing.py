"""What many patterns ask of an article, filed under words; plain enough to be kept in a file and read in parts."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from newslint.matching.signs import Sign, Signs
from newslint.records import NamedTuple
from newslint.shelf import Shelf, packed, unpacked

# Of a word: the sets that it is in, those that it is in with a word after it, those that it is in where it begins a
# paragraph.
Entry: TypeAlias = tuple[tuple[int, ...], dict[str, tuple[int, ...]] | None, tuple[int, ...]]
# Pieces of text, ranges of characters in a view, or expressions in a view: an article must hold one.
Other: TypeAlias = tuple[str, str, tuple[Any, ...]]


class Filed(NamedTuple):
    """``patterns``: of each the numbers of the sets of words of which an article must hold one, the rarest first.

    ``others``: of those patterns that ask for more than words, what else.
    """

    patterns: tuple[tuple[int, ...], ...]
    others: dict[int, tuple[Other, ...]]
    shelf: Shelf[Entry]


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


def pack(filed: Filed) -> tuple[Any, bytes]:
    """As it is kept in a file: what is read at once, and what is read in parts."""
    entries = {
        word: (own, dict(sorted(twos.items())) if twos else None, begins)
        for word, (own, twos, begins) in filed.shelf.known.items()
    }
    ends, parts = packed(entries)
    return (filed.patterns, filed.others, ends), parts


def unpack(head: Any, parts: bytes | memoryview) -> Filed:  # noqa: ANN401 - as it was packed
    """As it was before it was packed."""
    patterns, others, ends = head
    return Filed(patterns, others, unpacked(ends, parts))
