"""What a condition compares and computes with: printed figures as ranges, people by who they are, the rest as text."""

from collections.abc import Callable
from typing import Any

from newslint.matching.measures import to_base
from newslint.matching.slots import Value
from newslint.records import NamedTuple
from newslint.text import fold_case


class Number(NamedTuple):
    """A figure and the range that its print stands for."""

    value: float
    low: float
    high: float
    kind: str = ""


class UnknownError(Exception):
    """A value that is missing or cannot be worked out."""


def number(value: object) -> Number:
    """A value as a number with its range; raises UnknownError where it is none."""
    if isinstance(value, Number):
        return value
    if isinstance(value, Value):
        if value.number is None:
            raise UnknownError(value.text)
        return Number(value.number, value.number - value.half, value.number + value.half)
    if isinstance(value, int | float):
        return Number(float(value), float(value), float(value))
    raise UnknownError(value)


def same(a: object, b: object) -> bool | None:
    """Equality by value: numbers by number, people by who they are, the rest by folded text; None where not certain."""
    if isinstance(a, Number | int | float) or isinstance(b, Number | int | float):
        return number(a).value == number(b).value
    keys = [_key(side) for side in (a, b)]
    return None if None in keys else keys[0] == keys[1]


def _key(side: object) -> object:
    return side.key if isinstance(side, Value) else " ".join(fold_case(str(side)).split())


def _text(side: object) -> str:
    return side.text if isinstance(side, Value) else str(side)


def folded(side: object) -> str:
    """A value's text as word lists have it: in lower case, blanks as one."""
    return " ".join(fold_case(_text(side)).split())


def _initials(side: object) -> str:
    return "".join(word[0] for word in _text(side).replace("-", " ").split() if word[0].isupper())


def _jumbled(a: object, b: object) -> bool:
    """Whether two words hold the same letters in another order."""
    x, y = folded(a), folded(b)
    return x != y and sorted(x) == sorted(y)


def _similar(a: object, b: object, least: object = 85) -> bool:
    from rapidfuzz import fuzz  # slow to import, and few rules ask

    return float(fuzz.ratio(_name(a), _name(b))) >= number(least).value


def _name(side: object) -> str:
    """What names are compared by: a person without title, folded."""
    if isinstance(side, Value) and side.person is not None:
        one = side.person
        return fold_case(side.text[len(side.text) - (one.end - one.name_start) :])
    return fold_case(_text(side))


def _close(a: object, b: object) -> bool:
    x, y = number(a), number(b)
    comparable(x, y)
    return x.low <= y.high and y.low <= x.high


def comparable(a: Number, b: Number) -> None:
    """Raises UnknownError where two numbers are of two kinds, such as a length and a weight."""
    if a.kind and b.kind and a.kind != b.kind:
        raise UnknownError(f"{a.kind} against {b.kind}")


def _base(side: object) -> Number:
    """A measure in the base unit of its kind, so that miles can be held against kilometres."""
    x = number(side)
    unit = side.unit if isinstance(side, Value) else ""
    value, low, high = (to_base(one, unit) for one in (x.value, x.low, x.high))
    if value is None or low is None or high is None:
        raise UnknownError(unit)
    return Number(value[0], low[0], high[0], value[1])


def _person_part(part: str) -> Callable[[object], str]:
    def read(side: object) -> str:
        if not isinstance(side, Value) or side.person is None or not getattr(side.person, part):
            raise UnknownError(part)
        return str(getattr(side.person, part))

    return read


def _absolute(a: object) -> Number:
    x = number(a)
    low, high = sorted((abs(x.low), abs(x.high)))
    return Number(abs(x.value), 0.0 if x.low <= 0 <= x.high else low, high)


FUNCTIONS: dict[str, tuple[int, int, Callable[..., Any]]] = {
    "similar": (2, 3, _similar),
    "close": (2, 2, _close),
    "abs": (1, 1, _absolute),
    "base": (1, 1, _base),
    "unit": (1, 1, lambda side: side.unit if isinstance(side, Value) else ""),
    "rest": (1, 1, lambda side: isinstance(side, Value) and side.rest),
    "text": (1, 1, _text),
    "length": (1, 1, lambda side: float(len(_text(side)))),
    "words": (1, 1, lambda side: float(len(_text(side).split()))),
    "initials": (1, 1, _initials),
    "jumbled": (2, 2, _jumbled),
    "capital": (1, 1, lambda side: _text(side)[:1].isupper()),
    "plural": (1, 1, lambda side: _text(side).endswith("s") and not _text(side).endswith("ss")),
    "surname": (1, 1, _person_part("surname")),
    "given": (1, 1, _person_part("given")),
}
