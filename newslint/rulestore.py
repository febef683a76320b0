"""Rules as pieces of a file: each is no more than its name and the words it looks for, until an article holds one.

Of each rule its form, its examples and what was prepared of it are pieces of their own, read when they are asked for.
"""

import marshal
from collections.abc import Iterator, Sequence
from typing import Any

from newslint.lexicon import Lexicon
from newslint.packfile import Packed
from newslint.rule import Anchors, Brief, Example, Form, Made, Prepared, Rule, Setting


def put(rules: Sequence[Rule], pieces: list[bytes]) -> tuple[Any, ...]:
    """Adds rules to the pieces of a file; gives what is to stand of them in its table of contents."""
    return tuple((rule.id, rule.path, (*rule.brief[:3], rule.compares), tuple(_put(rule, pieces))) for rule in rules)


def _put(rule: Rule, pieces: list[bytes]) -> Iterator[int]:
    anchors, form = rule.anchors, rule.form
    light = object.__new__(type(form))
    light.__dict__.update({**form.__dict__, "examples": None})
    pieces.append(marshal.dumps((frozenset(anchors.words), *anchors[1:])))
    yield len(pieces) - 1
    for one in (light, form.examples, rule.made.prepared.known):
        yield pickled(one, pieces)


def pickled(piece: object, pieces: list[bytes]) -> int:
    """Adds what only a pickle can hold; gives its number."""
    import pickle

    pieces.append(pickle.dumps(piece, pickle.HIGHEST_PROTOCOL))
    return len(pieces) - 1


def unpickled(packed: Packed, number: int) -> Any:  # noqa: ANN401 - whatever was put there
    from pickle import loads

    return loads(packed.piece(number))  # noqa: S301 - a file of the user's own, checked when read


def rules(packed: Packed, contents: Sequence[Any], lexicon: Lexicon) -> Iterator[Rule]:
    """The rules in a file, by what its table of contents says of them."""
    for rule_id, path, (severity, default, house, compares), numbers in contents:
        stored = _Stored(packed, lexicon, numbers)
        yield Rule(rule_id, path, Brief(severity, default, house, stored.anchors, compares), stored.make, stored.form)


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
    """A rule in a file: its form and what was prepared of it are read when they are asked for."""

    __slots__ = ("_form", "_lexicon", "_numbers", "_packed")

    def __init__(self, packed: Packed, lexicon: Lexicon, numbers: tuple[int, int, int, int]) -> None:
        self._packed = packed
        self._lexicon = lexicon
        self._numbers = numbers
        self._form: Form | None = None

    def anchors(self) -> Anchors:
        return Anchors(*marshal.loads(self._packed.piece(self._numbers[0])))  # noqa: S302 - checked when read

    def form(self) -> Form:
        if self._form is None:
            self._form = unpickled(self._packed, self._numbers[1])
            self._form.__dict__["examples"] = _Examples(self._packed, self._numbers[2])
        return self._form

    def make(self) -> Made:
        from newslint.conditions import conditions
        from newslint.kinds import KINDS

        form = self.form()
        prepared = Prepared(unpickled(self._packed, self._numbers[3]), sound=True)
        allowed = conditions(form, self._lexicon, [], prepared)
        compiled = KINDS[form.kind].compile(form, Setting(self._lexicon, allowed, [], prepared))
        return Made(form, compiled, allowed, prepared)
