"""Rules as pieces of a file: each is no more than its name and the words it looks for, until an article holds one.

Of each rule its form, its examples and what was prepared of it are pieces of their own, read when they are asked for.
"""

import gc
import marshal
from collections.abc import Iterator, Sequence
from typing import Any

from newslint import packfile
from newslint.lexicon import Lexicon
from newslint.packfile import Packed
from newslint.prepared import Prepared
from newslint.rule import Anchors, Brief, Example, Form, Made, Making, Rule, Setting

# Pieces of a rule.
_PIECES = 4


def put(rules: Sequence[Rule], pieces: list[bytes]) -> tuple[Any, ...]:
    """Adds rules to the pieces of a file; gives what is to stand of them in its table of contents."""
    first = len(pieces)
    kinds: dict[tuple[Any, ...], int] = {}
    which = [kinds.setdefault((*rule.brief[:3], rule.compares), len(kinds)) for rule in rules]
    for rule in rules:
        _put(rule, pieces)
    return first, tuple(rule.id for rule in rules), tuple(rule.path for rule in rules), tuple(kinds), tuple(which)


def _put(rule: Rule, pieces: list[bytes]) -> None:
    """Adds the pieces of one rule: its anchors, its form, its examples, what was prepared of it."""
    anchors, form = rule.anchors, rule.form
    light = object.__new__(type(form))
    light.__dict__.update({**form.__dict__, "examples": None})
    pieces.append(marshal.dumps((frozenset(anchors.words), *anchors[1:])))
    pickled(light, pieces)
    pickled(form.examples, pieces)
    kept = rule.made.prepared.known or {}
    pieces.append(marshal.dumps({key: _pickle(_lean(one)) for key, one in kept.items()}))


def _lean(prepared: Any) -> Any:  # noqa: ANN401 - whatever a rule needs
    """Without what stands among the anchors, too."""
    spare = {name: () for name in ("signs", "words") if name in getattr(prepared, "_fields", ())}
    return prepared._replace(**spare) if spare else prepared


def pickled(piece: object, pieces: list[bytes]) -> int:
    """Adds what only a pickle can hold; gives its number."""
    pieces.append(_pickle(piece))
    return len(pieces) - 1


def _pickle(piece: object) -> bytes:
    import pickle

    return pickle.dumps(piece, pickle.HIGHEST_PROTOCOL)


def unpickled(packed: Packed, number: int) -> Any:  # noqa: ANN401 - whatever was put there
    watched = gc.isenabled()
    gc.disable()  # of a large piece everything lasts, and to look through it for garbage would take as long again
    try:
        return packfile.unpickled(packed.piece(number))
    finally:
        if watched:
            gc.enable()


def rules(packed: Packed, contents: Sequence[Any], lexicon: Lexicon) -> Iterator[Rule]:
    """The rules in a file, by what its table of contents says of them."""
    first, ids, paths, kinds, which = contents
    stored = _Stored(packed, lexicon)
    making = Making(stored.make, stored.form)
    briefs = [Brief(severity, default, house, stored.anchors, compares) for severity, default, house, compares in kinds]
    numbers = range(first, first + _PIECES * len(ids), _PIECES)
    for rule_id, path, kind, number in zip(ids, paths, which, numbers, strict=True):
        yield Rule(rule_id, path, briefs[kind], making, number)


class _Examples:
    """The examples of a rule, which no article needs."""

    def __init__(self, packed: Packed, number: int) -> None:
        self._packed = packed
        self._number = number

    def _get(self, part: str) -> tuple[str | Example, ...]:
        found: tuple[str | Example, ...] = getattr(unpickled(self._packed, self._number), part)
        return found

    @property
    def bad(self) -> tuple[str | Example, ...]:
        return self._get("bad")

    @property
    def good(self) -> tuple[str | Example, ...]:
        return self._get("good")


class _Stored:
    """The rules in a file, by the number of their first piece: what is in the others is read when it is asked for."""

    def __init__(self, packed: Packed, lexicon: Lexicon) -> None:
        self._packed = packed
        self._lexicon = lexicon
        self._forms: dict[int, Form] = {}

    def anchors(self, number: int) -> Anchors:
        return Anchors(*marshal.loads(self._packed.piece(number)))  # noqa: S302 - checked when read

    def form(self, number: int) -> Form:
        if number not in self._forms:
            form = self._forms[number] = unpickled(self._packed, number + 1)
            form.__dict__["examples"] = _Examples(self._packed, number + 2)
        return self._forms[number]

    def make(self, number: int) -> Made:
        from newslint.conditions import conditions
        from newslint.kinds import KINDS

        form = self.form(number)
        prepared = Prepared(pickles=marshal.loads(self._packed.piece(number + 3)))  # noqa: S302 - checked when read
        allowed = conditions(form, self._lexicon, [], prepared)
        compiled = KINDS[form.kind].compile(form, Setting(self._lexicon, allowed, [], prepared))
        return Made(form, compiled, allowed, prepared)
