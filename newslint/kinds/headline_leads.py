"""The figure of the first sentences that stands for one over the text: the opening tells what the headline tells."""

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kinds.likeness import context, in_sentence
from newslint.kinds.over_text import body
from newslint.kinds.printed_digits import alike as slips
from newslint.language.figure import Figure
from newslint.patterns import regex
from newslint.span import Span

# So much of the text opens it: sentences and characters.
_SENTENCES, _LONGEST = 3, 700
# How many words headline and sentence have in common where the figures count by one noun, and where they do not.
_ALIKE, _UNLIKE, _SURELY = 2, 3, 3
_LEAST, _MUCH = 10, 1e6
# Two different counts further apart than this many times are of two things.
_FURTHEST = 10.0
_SPELLS = frozenset("second minute hour day week month year decade century".split())
# What tells that the count is of a part, of another time or of another thing.
_APART = regex(
    r"\b(?:another|other|others|more|further|additional|earlier|previous(?:ly)?|of them|of whom|among them"
    r"|including|at first|initially|each|every|per(?! cent)|compared|unlike|instead|average)\b"
)
_CLOSE = 40
_AND_ONE = regex(r"\b(?:and|plus|with|as well as|while) (?:an?|one|his|her|their)\b")
_ONE_AND = regex(r"\b(?:an?|one|his|her|their|the) (?:[\w-]+ ){1,4}and $")
_ADDED = 2


def opening(document: Document) -> Sequence[Span]:
    """The first sentences of the text."""
    return document.memo("opening", lambda: tuple(_opening(document)))


def _opening(document: Document) -> Iterator[Span]:
    count, length = 0, 0
    for block in body(document):
        at = block.start
        while at < block.end and count < _SENTENCES and length < _LONGEST:
            sentence = document.sentence(at)
            end = max(at + 1, min(sentence.end, block.end, at + _LONGEST))
            yield Span(at, end)
            count, length, at = count + 1, length + end - at, end
            while at < block.end and document.text[at].isspace():
                at += 1
        if count >= _SENTENCES or length >= _LONGEST:
            return


def told_in_opening(
    document: Document, one: Figure, over: Sequence[Figure], known: Sequence[Figure], *, surely: bool = False
) -> Span | None:
    """The figure of the opening that tells of the same thing as one over the text.

    ``surely``: more words must be shared, as where the text has the value somewhere.
    """
    spans = opening(document)
    taken = {other.value for other in over}
    best: tuple[tuple[int, int, int], Span] | None = None
    for other in known:
        place = next((at for at, span in enumerate(spans) if span.start <= other.start < span.end), None)
        if (
            place is None
            or not _comparable(one, other)
            or other.value in taken
            or not other.value
            or _is_scaled(one, other)
        ):
            continue
        here, there = context(document, one), context(document, other)
        shared, same = len(here.sentence & there.sentence), _counts_the_same(one, other)
        if (surely and not same) or _is_apart(document, other):
            continue
        near = max(one.value, other.value) <= _FURTHEST * min(one.value, other.value)
        if not same and not (near and _counts(other) and _is_first(document, other) and _is_first(document, one)):
            continue
        alone = same and not place and _is_alone(document, one) and _is_alone(document, other)
        least = _SURELY if surely else 1 if alone else _ALIKE if same or not place else _UNLIKE
        if shared < least:
            continue
        rank = (same, shared, -place)
        if best is None or rank > best[0]:
            best = rank, Span(other.start, other.end)
    return best[1] if best else None


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one kind; over the text a currency may be left out."""
    left_out = one.kind == "number" and not one.counted and one.value >= _MUCH and other.kind == "money"
    return left_out or (one.kind, one.unit) == (other.kind, other.unit)


def _counts_the_same(one: Figure, other: Figure) -> bool:
    if other.kind != "number":
        return True
    return bool((one.counted and one.counted == other.counted) or (one.state and one.state == other.state))


def _is_scaled(one: Figure, other: Figure) -> bool:
    """Whether two values are the same digits in thousands or millions, which is another check's."""
    small, large = sorted((abs(one.value), abs(other.value)))
    return round(large / small, 6) in {1e3, 1e6, 1e9}


def _counts(figure: Figure) -> bool:
    return bool(figure.counted) or figure.value >= _LEAST


def _is_alone(document: Document, figure: Figure) -> bool:
    """Whether a figure is the only one of its kind in its sentence."""
    start, end = document.sentence(figure.start)
    return sum(one.kind == figure.kind for one in in_sentence(document, figure) if start <= one.start < end) == 1


def slipped(document: Document, one: Figure, known: Sequence[Figure]) -> Span | None:
    """The figure of the text that counts the same and is one over the text but for a slip of the keys."""
    here = context(document, one)
    for other in known:
        same = other.value >= _LEAST and _counts_the_same(one, other) and other.value != one.value
        if same and here.sentence & context(document, other).sentence and slips(document, one, other):
            return Span(other.start, other.end)
    return None


def _is_first(document: Document, figure: Figure) -> bool:
    """Whether a count of things, not of time, is the first of its sentence."""
    first = next((one for one in in_sentence(document, figure) if one.kind == figure.kind), figure)
    return first.start == figure.start and figure.counted not in _SPELLS


def one_more(document: Document, one: Figure, other: Figure) -> bool:
    """Whether the sentence adds somebody to a count: “three men and a boy of 16” are four."""
    lower, (start, end) = document.folded.lower, document.sentence(other.start)
    added = 0 < one.value - other.value <= _ADDED and other.kind == "number"
    return added and bool(_AND_ONE.search(lower, other.end, end) or _ONE_AND.search(lower, start, other.start))


def _is_apart(document: Document, figure: Figure) -> bool:
    lower, (start, end) = document.folded.lower, document.sentence(figure.start)
    near = max(start, figure.start - _CLOSE), min(end, figure.end + _CLOSE // 2)
    return _APART.search(lower, *near) is not None
