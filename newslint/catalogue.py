"""What the rules of a book ask of an article, filed together once, so that a run need not read what each asks."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from newslint.matching.filing import Filed, file, pack, unpack
from newslint.matching.index import Index
from newslint.matching.signs import Signs
from newslint.records import NamedTuple
from newslint.rule import Rule

# For fewer rules than this a catalogue of all is not worth reading.
_FEW = 40


class Group(NamedTuple):
    """What rules ask of some regions of an article; ``whose``: of each pattern its rule, and its number there."""

    regions: frozenset[str]
    whose: Sequence[tuple[str, int]]
    filed: Filed


Catalogue = Callable[[], Iterable[Group]]


def catalogue(rules: Iterable[Rule]) -> Iterator[Group]:
    """What some rules ask for."""
    together: dict[frozenset[str], list[tuple[Signs, tuple[str, int]]]] = {}
    for rule in rules:
        anchors = rule.anchors
        of_regions = together.setdefault(frozenset(anchors.regions), [])
        of_regions += ((signs, (rule.id, number)) for number, signs in enumerate(anchors.signs))
    for regions, asked in together.items():
        yield Group(regions, [whose for _, whose in asked], file(signs for signs, _ in asked))


def looking(
    rules: Sequence[Rule], known: Catalogue | None
) -> list[tuple[frozenset[str], Index, Sequence[tuple[str, int]]]]:
    """For each set of regions that rules look at, an index of what they ask for, and whose and which pattern that is.

    ``known``: the catalogue of the book that they are of, where there is one.
    """
    if known is None or len(rules) < _FEW:
        return [(one.regions, Index(one.filed), one.whose) for one in catalogue(rules)]
    running = {rule.id for rule in rules}
    found = []
    for regions, whose, filed in known():
        mine = [number for number, (name, _) in enumerate(whose) if name in running]
        found.append((regions, Index(filed, mine), whose))
    return found


def kept(rules: Sequence[Rule]) -> bytes:
    """The catalogue of a book as it is kept in a file."""
    groups = [(tuple(sorted(one.regions)), tuple(one.whose), pack(one.filed)) for one in catalogue(rules)]
    return marshal.dumps(tuple(groups))


def restored(data: Any) -> Iterator[Group]:  # noqa: ANN401 - whatever holds bytes
    """A catalogue out of a file."""
    for regions, whose, filed in marshal.loads(data):  # noqa: S302 - a file of the user's own, checked when read
        yield Group(frozenset(regions), whose, unpack(filed))
