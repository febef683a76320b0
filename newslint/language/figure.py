"""One figure: the form in which numbers travel from the text to the rules that compare them."""

import re

from newslint.language.numerals import worth
from newslint.records import NamedTuple


class Figure(NamedTuple):
    """A number in the text. Offsets are characters, half open.

    ``start, end`` take in currency, scale and unit ("$3.5bn", "12 per cent", "40 miles"); ``number_start, number_end``
    the numeral and its scale word. ``value`` is in units (3.5e9); ``step`` is the place value of the last digit
    given (1e8), zeros at the end counting as rounding. ``kind``: number, money, percent, points, measure, age,
    fraction, ordinal, year-like, date (any part of a date or time), label (a name, code or score: counts nothing).
    ``counted`` is the noun in the singular, at ``counted_start, counted_end`` (empty, at ``end``, where the noun is
    not beside the figure); ``state``: dead, injured, arrested, missing.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    step: float
    kind: str
    unit: str = ""
    qualifier: str = ""
    counted: str = ""
    counted_start: int = -1
    counted_end: int = -1
    state: str = ""


def found_figure(found: re.Match[str], group: str | int, kind: str) -> Figure:
    """The whole number, in digits or words, that a group of an expression has found."""
    start, end = found.span(group)
    return Figure(start, end, start, end, float(worth(found[group])), 1.0, kind, "", "", "", end, end)
