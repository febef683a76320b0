"""Word lists in the cache, and what every run would work out of them again: each is read when it is asked for."""

import marshal
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from newslint.lexicon import Lexicon
from newslint.packfile import Packed


def put(lexicon: Lexicon, pieces: list[bytes]) -> dict[str, Any]:
    """Adds what is to be kept to the pieces of a file; gives the numbers of the pieces."""
    numbers: dict[Hashable, int] = {}
    for key, made in _worked_out(lexicon):
        pieces.append(marshal.dumps(made))
        numbers[key] = len(pieces) - 1
    lists = {}
    for name in sorted(lexicon.lists):
        pieces.append("\n".join(lexicon.entries(name)).encode())
        lists[name] = len(pieces) - 1
    return {"lists": lists, "kept": numbers}


def _worked_out(lexicon: Lexicon) -> Iterator[tuple[Hashable, Any]]:
    from newslint.kinds.expressions import kept
    from newslint.kinds.mixup import pairs_of
    from newslint.kinds.spelling import listed
    from newslint.matching.steps import by_first_word

    yield "listed", listed(lexicon).text
    yield "expressions", kept()
    for name in sorted(lexicon.lists):
        yield ("folded", (name,)), lexicon.folded(name)
        if lexicon.knows(("pairs", name)):
            # a rule looks for words that are mixed up
            yield ("pairs", name), pairs_of(lexicon, name)
        if lexicon.knows(("anchors", name)):
            # a rule has a slot for it
            yield ("entries", name), by_first_word(name, lexicon)


def lexicon(packed: Packed, facts: Callable[[Mapping[str, tuple[str, ...]]], Callable[[], Any] | None]) -> Lexicon:
    """The lists in a file; ``facts`` gives the fact sheets, which may need them."""
    lists = _Lists(packed)
    numbers: dict[Hashable, int] = packed.contents["kept"]

    def kept(key: Hashable) -> Any:  # noqa: ANN401 - as it was put there
        return marshal.loads(packed.piece(numbers[key])) if key in numbers else None  # noqa: S302 - checked when read

    return Lexicon(lists, facts(lists), kept)


class _Lists(Mapping[str, tuple[str, ...]]):
    """The word lists in a file."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._numbers: dict[str, int] = packed.contents["lists"]
        self._read: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        if name not in self._read:
            text = str(self._packed.piece(self._numbers[name]), "utf-8")
            self._read[name] = tuple(text.split("\n")) if text else ()
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
