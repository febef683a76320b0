"""What the rules of a book ask of an article, filed together once, so that a run need not read what each asks."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.matching.filing import Filed, file, pack, unpack
from newslint.matching.index import Index
from newslint.matching.signs import Signs
from newslint.packfile import Packed
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


def put(rules: Sequence[Rule], pieces: list[bytes]) -> int:
    """Adds the catalogue of a book to the pieces of a file; gives the number of the piece that says what they are."""
    groups = []
    for regions, whose, filed in catalogue(rules):
        head, parts = pack(filed)
        groups.append((tuple(sorted(regions)), tuple(whose), head, len(pieces)))
        pieces.append(parts)
    pieces.append(marshal.dumps(tuple(groups)))
    return len(pieces) - 1


def restored(packed: Packed, number: int) -> Iterator[Group]:
    """A catalogue out of a file."""
    for regions, whose, head, parts in marshal.loads(packed.piece(number)):  # noqa: S302 - checked when read
        yield Group(frozenset(regions), whose, unpack(head, packed.piece(parts)))
