"""A place in a text: offsets in characters, half open."""

from newslint.records import NamedTuple


class Span(NamedTuple):
    """From ``start`` up to but not including ``end``, in characters of the article's text."""

    start: int
    end: int
