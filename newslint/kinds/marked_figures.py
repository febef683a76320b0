"""Sentences in which a mark stands for each figure, so that one expression finds the figures of a sum by the words."""

from collections.abc import Callable, Iterator, Sequence

from newslint.document import Document
from newslint.language.figure import Figure
from newslint.language.numerals import DENOMINATORS, worth
from newslint.patterns import regex
from newslint.records import NamedTuple

Pair = tuple[Figure, Figure]
"""The figure that is reported, and another that it does not go with."""
Check = Callable[[Document], Iterator[Pair]]

# A mark, whose number is that of the figure; words between marks; words that leave a figure as it is.
MARK = "⟨([0-9]+)⟩"
WORD = r"[^\s⟨⟩,.;:()]+"
ABOUT = (
    r"(?:(?:about|around|nearly|almost|roughly|some|just|over|under|more than|less than|only|an estimated|approximately"
    r"|at least|the|a total of) ){0,2}"
)
# Longer sentences, and such with more figures, are lists and tables.
_LONGEST = 500
_MOST = 12
_NOT_COUNTED = frozenset(("date", "label", "year-like", "ordinal", "age"))
_FRACTION = regex(
    r"\b(?:(a|one|two|three|four)[ -](third|quarter|fifth|sixth|seventh|eighth|tenth)s?|(?:a )?half)\b"
    r"(?! (?:million|billion|dozen|an? (?!percent)|hour|year|of the (?:year|season|month|decade|century|game|match)))"
)
# Round shares in words are meant roughly.
_ROUGHLY = 0.03


class Marked(NamedTuple):
    """A sentence in lower case with marks in it, and the figures they stand for."""

    text: str
    figures: Sequence[Figure]


def marked(document: Document) -> Sequence[Marked]:
    """The sentences that have figures; worked out once."""
    return document.memo("marked figures", lambda: tuple(_marked(document)))


def told_by(document: Document, *checks: Check) -> frozenset[int]:
    """Where the figures stand of which some checks speak already; worked out once."""
    return document.memo(
        ("told by", checks),
        lambda: frozenset(one.start for check in checks for pair in check(document) for one in pair),
    )


def _marked(document: Document) -> Iterator[Marked]:
    lower, at, figures = document.folded.lower, 0, document.figures
    while at < len(figures):
        sentence = document.sentence(figures[at].start)
        first = at
        while at < len(figures) and figures[at].start < sentence.end:
            at += 1
        at = max(at, first + 1)
        if at - first > _MOST or sentence.end - sentence.start > _LONGEST:
            continue
        start, end = sentence.start, max(sentence.end, figures[at - 1].end)
        counted = [one for one in figures[first:at] if one.kind not in _NOT_COUNTED]
        if counted:
            found = sorted((*counted, *_fractions(lower, start, end, counted)))
            yield Marked(_with_marks(lower, start, end, found), found)


def _fractions(lower: str, start: int, end: int, known: Sequence[Figure]) -> Iterator[Figure]:
    """Shares in words that count nothing where they stand: “up a third”."""
    for found in _FRACTION.finditer(lower, start, end):
        if not any(one.start < found.end() and found.start() < one.end for one in known):
            parts = DENOMINATORS[found[2]] if found[2] else 2
            value = (1 if found[1] in {None, "a"} else worth(found[1])) / parts
            yield Figure(*found.span(), *found.span(), value, _ROUGHLY, "fraction")


def _with_marks(lower: str, start: int, end: int, figures: Sequence[Figure]) -> str:
    parts: list[str] = []
    for number, one in enumerate(figures):
        parts += [lower[start : one.start], f"⟨{number}⟩"]
        start = max(start, one.end)
    return "".join((*parts, lower[start:end]))
