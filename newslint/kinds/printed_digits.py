"""The digits of two figures: whether one may be the other with a slip of the keys or the ear."""

from functools import lru_cache
from operator import ne

from newslint.document import Document
from newslint.language.figure import Figure
from newslint.patterns import regex
from newslint.records import NamedTuple

_NO_DIGIT = regex(r"\D")
# Figures further apart than this many times are not one with another digit.
_FURTHEST = 9.5


def digits(document: Document, figure: Figure) -> str:
    """The digits of a figure; of one in words, those of its value."""
    return printed(document, figure) or (f"{figure.value:.0f}" if figure.value < 1e15 else "")


def printed(document: Document, figure: Figure) -> str:
    """The digits of a figure as they stand there; none of one in words."""
    return _NO_DIGIT.sub("", document.text[figure.number_start : figure.number_end])


def _after_point(document: Document, figure: Figure) -> int:
    """How many digits a figure has after its point."""
    _, point, behind = document.text[figure.number_start : figure.number_end].partition(".")
    return len(_NO_DIGIT.sub("", behind)) if point else 0


def differ_in_one(one: str, other: str) -> bool:
    """Whether two rows of digits of one length differ in one of them."""
    return len(one) == len(other) and sum(map(ne, one, other)) == 1


def swapped(one: str, other: str) -> bool:
    """Whether two rows of digits differ by two neighbours that have changed places."""
    if len(one) != len(other) or one == other:
        return False
    at = next(at for at in range(len(one)) if one[at] != other[at])
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def sounds_alike(one: str, other: str) -> bool:
    """Whether one of two rows of digits is thirteen for thirty, 15,000 for 50,000."""
    first, second = sorted((one[:2], other[:2]))
    return len(one) == len(other) and one[2:] == other[2:] and first == f"1{second[:1]}" and second[1:] == "0"


class Digits(NamedTuple):
    """The digits of a figure, and how many of them it has after its point."""

    row: str
    after_point: int


def alike(document: Document, here: Figure, there: Figure) -> bool:
    """Whether one figure may be the other with a slip of the keys or the ear; most two may not."""
    small, large = sorted((here.value, there.value))
    return large <= _FURTHEST * small and slip_apart(known_digits(document, here), known_digits(document, there))


@lru_cache(1 << 12)
def slip_apart(one: Digits, other: Digits) -> bool:
    """Whether two rows of digits are a slip of the keys or the ear apart."""
    if len(one.row) != len(other.row) or one.after_point != other.after_point:
        return False
    return differ_in_one(one.row, other.row) or swapped(one.row, other.row) or sounds_alike(one.row, other.row)


def known_digits(document: Document, figure: Figure) -> Digits:
    """The digits of a figure, read once."""
    known: dict[tuple[int, int, float], Digits] = document.passing("digits", dict)
    key = figure.number_start, figure.number_end, figure.value
    if key not in known:
        known[key] = Digits(digits(document, figure), _after_point(document, figure))
    return known[key]
